import { Field, type FieldProps } from './field';
import { typed } from './returned';

export interface GroupedOption {
  value: string;
  label: string;
  /** Under which heading it stands; empty for those before the first heading. */
  of: string;
}

interface GroupedSelectProps extends FieldProps {
  options: readonly GroupedOption[];
  value?: string;
  /** Words of the empty choice, when there is one. */
  blank?: string;
}

/** A choice from a long list, under headings. */
export function GroupedSelect({ options, value, blank, ...field }: GroupedSelectProps) {
  const headings = [...new Set(options.map(({ of }) => of))];
  return (
    <Field {...field}>
      {(input) => (
        <select {...input} defaultValue={typed(field.returned, field.name, value)}>
          {blank !== undefined && <option value="">{blank}</option>}
          {headings.map((heading) => {
            const inside = options
              .filter(({ of }) => of === heading)
              .map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ));
            return heading === '' ? (
              inside
            ) : (
              <optgroup key={heading} label={heading}>
                {inside}
              </optgroup>
            );
          })}
        </select>
      )}
    </Field>
  );
}

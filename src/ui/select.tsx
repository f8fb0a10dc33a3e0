import { Field, type FieldProps } from './field';
import { typed } from './returned';

interface SelectProps extends FieldProps {
  options: readonly { value: string; label: string }[];
  value?: string;
  /** Words of the empty choice, when there is one: "Choose someone". */
  blank?: string;
}

export function Select({ options, value, blank, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(input) => (
        <select {...input} defaultValue={typed(field.returned, field.name, value)}>
          {blank !== undefined && <option value="">{blank}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

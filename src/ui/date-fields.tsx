import type { Day } from '@/domain/model';
import { Fieldset, type FieldsetProps } from './fieldset';
import { errorAt, typed } from './returned';

interface DateFieldsProps extends FieldsetProps {
  value?: Day | null;
}

/** A day as three fields, named `…-day`, `…-month` and `…-year`; its error is kept under the name itself. */
export function DateFields({ value, ...set }: DateFieldsProps) {
  const id = set.id ?? set.name;
  const [year, month, day] = value?.split('-') ?? [];
  const bad = set.error ?? errorAt(set.returned, set.name);
  const parts = [
    { part: 'day', label: 'Day', kept: day && String(Number(day)), id },
    { part: 'month', label: 'Month', kept: month && String(Number(month)), id: `${id}-month` },
    { part: 'year', label: 'Year', kept: year, id: `${id}-year` },
  ];
  return (
    <Fieldset {...set}>
      <div className="date">
        {parts.map(({ part, label, kept, id: partId }) => (
          <div key={part} className={part}>
            <label htmlFor={partId}>{label}</label>
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              id={partId}
              name={`${set.name}-${part}`}
              defaultValue={typed(set.returned, `${set.name}-${part}`, kept)}
              aria-invalid={bad ? true : undefined}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}

import type { ReactNode } from 'react';
import { Choice } from './choice';
import { Fieldset, type FieldsetProps } from './fieldset';
import { typed } from './returned';

export interface Option {
  value: string;
  /** Where the value is more than the end of an id can be; the first has that of the set. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface RadiosProps extends FieldsetProps {
  options: readonly Option[];
  value?: string;
  inline?: boolean;
}

export function Radios({ options, value, inline, ...set }: RadiosProps) {
  const id = set.id ?? set.name;
  const chosen = typed(set.returned, set.name, value);
  return (
    <Fieldset {...set}>
      <div className={inline ? 'choices row' : 'choices'}>
        {options.map((option, index) => (
          <Choice key={option.value} type="radio" {...option} id={index === 0 ? id : `${id}-${option.id ?? option.value}`} name={set.name} checked={option.value === chosen} />
        ))}
      </div>
    </Fieldset>
  );
}

import { Choice } from './choice';
import { Fieldset, type FieldsetProps } from './fieldset';
import type { Option } from './radios';
import { ticked } from './returned';

interface CheckboxesProps extends FieldsetProps {
  options: readonly Option[];
  values?: readonly string[];
  inline?: boolean;
}

/** Several boxes of one name. */
export function Checkboxes({ options, values = [], inline, ...set }: CheckboxesProps) {
  const id = set.id ?? set.name;
  const chosen = ticked(set.returned, set.name, values);
  return (
    <Fieldset {...set}>
      <div className={inline ? 'choices row' : 'choices'}>
        {options.map((option, index) => (
          <Choice key={option.value} type="checkbox" id={index === 0 ? id : `${id}-${option.value}`} name={set.name} {...option} checked={chosen.includes(option.value)} />
        ))}
      </div>
    </Fieldset>
  );
}

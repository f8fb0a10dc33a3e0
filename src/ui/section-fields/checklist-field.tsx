import { PRESENCE, valueOf } from '@/domain/self-views/content';
import { Radios } from '../radios';
import { TextInput } from '../text-input';
import { FieldHeading } from './field-heading';
import type { SectionFieldProps } from './section-field';

export function ChecklistField({ field, content, under = '', returned }: SectionFieldProps) {
  const ticks = valueOf({ ...field, kind: 'checklist' }, content);
  return (
    <div className="stack" id={`${under}${field.key}`}>
      <FieldHeading under={under}>{field.label}</FieldHeading>
      {field.hint && <p className="hint">{field.hint}</p>}
      {(field.options ?? []).map(({ value, label }) => {
        const name = `${under}${field.key}.${value}`;
        return (
          <div className="stack-s" key={value}>
            <Radios name={`${name}.state`} legend={label} options={Object.entries(PRESENCE).map(([state, words]) => ({ value: state, label: words }))} value={ticks[value]?.state} inline returned={returned} />
            <TextInput name={`${name}.evidence`} label={<>How do you know?<span className="vh"> {label}</span></>} value={ticks[value]?.evidence} width="full" returned={returned} />
          </div>
        );
      })}
    </div>
  );
}

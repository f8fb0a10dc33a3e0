import { PRESENCE, valueOf } from '@/domain/self-views/content';
import { Radios } from '@/ui/radios';
import { TextInput } from '@/ui/text-input';
import { headingOf, type SectionFieldProps } from './section-field';

export function ChecklistField({ field, content, under = '', returned }: SectionFieldProps) {
  const ticks = valueOf({ ...field, kind: 'checklist' }, content);
  const Heading = headingOf({ under });
  return (
    <div className="stack" id={`${under}${field.key}`}>
      <Heading>{field.label}</Heading>
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

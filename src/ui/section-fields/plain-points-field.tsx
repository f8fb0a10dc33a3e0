import { valueOf } from '@/domain/self-views/content';
import { Hidden } from '../hidden';
import { TextArea } from '../text-area';
import { TextInput } from '../text-input';
import { FieldHeading } from './field-heading';
import { AddAnother, RowFrame } from './row-frame';
import { rowIds, type SectionFieldProps } from './section-field';

/** Strengths or areas in a text that has no years before it: each with its theme. */
export function PlainPointsField({ field, content, under = '', returned, add }: SectionFieldProps) {
  const kept = valueOf({ ...field, kind: 'points' }, content);
  const area = field.of === 'area';
  return (
    <div className="stack" id={`${under}${field.key}`}>
      <FieldHeading under={under}>{field.label}</FieldHeading>
      {field.hint && <p className="hint">{field.hint}</p>}
      {rowIds({ field, under, returned, add }, kept).map(({ id, fresh }, index) => {
        const point = kept.find((one) => one.id === id);
        const name = `${under}${field.key}.${id}`;
        return (
          <RowFrame key={id} under={under} name={name} legend={`${area ? 'Area' : 'Strength'} ${index + 1}`} anchor={fresh ? `${under}${field.key}-new` : undefined} removable={point !== undefined}>
            <TextArea name={`${name}.text`} label="What it is" rows={2} doc tools="line" value={point?.text} returned={returned} />
            <TextInput name={`${name}.tag`} label="Theme" value={point?.tag} width="full" returned={returned} />
            <Hidden name={`${name}.thread`} value={point?.thread ?? id} />
          </RowFrame>
        );
      })}
      <AddAnother field={`${under}${field.key}`}>{area ? 'Add an area' : 'Add a strength'}</AddAnother>
    </div>
  );
}

import { SUPPORT, URGENCY, valueOf } from '@/domain/self-views/content';
import { Select } from '../select';
import { TextArea } from '../text-area';
import { TextInput } from '../text-input';
import { FieldHeading } from './field-heading';
import { AddAnother, RowFrame } from './row-frame';
import { rowIds, type SectionFieldProps } from './section-field';

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

export function AsksField({ field, content, under = '', returned, add }: SectionFieldProps) {
  const kept = valueOf({ ...field, kind: 'asks' }, content);
  return (
    <div className="stack" id={`${under}${field.key}`}>
      <FieldHeading under={under}>{field.label}</FieldHeading>
      {field.hint && <p className="hint">{field.hint}</p>}
      {rowIds({ field, under, returned, add }, kept).map(({ id, fresh }, index) => {
        const row = kept.find((one) => one.id === id);
        const name = `${under}${field.key}.${id}`;
        return (
          <RowFrame key={id} under={under} name={name} legend={`Ask ${index + 1}`} anchor={fresh ? `${under}${field.key}-new` : undefined} removable={row !== undefined}>
            <TextInput name={`${name}.topic`} label="Topic" value={row?.topic} width="full" returned={returned} />
            <Select name={`${name}.kind`} label="What would help" blank="Not said yet" options={choices(SUPPORT)} value={row?.kind} returned={returned} />
            <Select name={`${name}.urgency`} label="When" blank="Not said yet" options={choices(URGENCY)} value={row?.urgency} returned={returned} />
            <TextArea name={`${name}.words`} label="In a few words" rows={2} tools="line" value={row?.words} returned={returned} />
          </RowFrame>
        );
      })}
      <AddAnother field={`${under}${field.key}`}>Add an ask</AddAnother>
    </div>
  );
}

export function OffersField({ field, content, under = '', returned, add }: SectionFieldProps) {
  const kept = valueOf({ ...field, kind: 'offers' }, content);
  return (
    <div className="stack" id={`${under}${field.key}`}>
      <FieldHeading under={under}>{field.label}</FieldHeading>
      {field.hint && <p className="hint">{field.hint}</p>}
      {rowIds({ field, under, returned, add }, kept).map(({ id, fresh }, index) => {
        const row = kept.find((one) => one.id === id);
        const name = `${under}${field.key}.${id}`;
        return (
          <RowFrame key={id} under={under} name={name} legend={`Offer ${index + 1}`} anchor={fresh ? `${under}${field.key}-new` : undefined} removable={row !== undefined}>
            <TextInput name={`${name}.topic`} label="Practice" value={row?.topic} width="full" returned={returned} />
            <TextInput name={`${name}.contact`} label="Whom to ask" value={row?.contact} width="m" returned={returned} />
            <TextArea name={`${name}.evidence`} label="What shows that it works" rows={2} tools="line" value={row?.evidence} returned={returned} />
          </RowFrame>
        );
      })}
      <AddAnother field={`${under}${field.key}`}>Add an offer</AddAnother>
    </div>
  );
}

import { PROGRESS, valueOf } from '@/domain/self-views/content';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { rowIds, type FieldProps } from './field-props';
import { AddAnother, RowFrame } from '@/ui/section-fields/row-frame';

const FROM = { action: 'Open action', area: 'Area for development', own: 'Priority' } as const;

export function ProgressField(props: FieldProps) {
  const { field, page, returned } = props;
  const kept = valueOf({ ...field, kind: 'progress' }, page.content);
  return (
    <div className="stack" id={field.key}>
      <h2>{field.label}</h2>
      {field.hint && <p className="hint">{field.hint}</p>}
      {rowIds(props, kept).map(({ id, fresh }, index) => {
        const row = kept.find((one) => one.id === id);
        const carried = row !== undefined && row.from !== 'own';
        const name = `${field.key}.${id}`;
        return (
          <RowFrame key={id} name={name} legend={row ? `${FROM[row.from]}${row.cycle ? `, ${row.cycle}` : ''}` : `Priority ${index + 1}`} anchor={fresh ? `${field.key}-new` : undefined} removable={row !== undefined && !carried}>
            {carried ? <p className="doc">{row.title}</p> : <TextInput name={`${name}.title`} label="Priority" value={row?.title} width="full" returned={returned} />}
            <Select name={`${name}.status`} label="How far is it?" blank="Not said yet" options={Object.entries(PROGRESS).map(([value, label]) => ({ value, label }))} value={row?.status} returned={returned} />
            <TextArea name={`${name}.impact`} label="What do children notice?" rows={3} tools="answer" figures={page.quotable} most={field.limit} value={row?.impact} returned={returned} />
            <TextInput name={`${name}.evidence`} label="How do you know?" value={row?.evidence} width="full" returned={returned} />
            <TextArea name={`${name}.next`} label="What is next?" rows={2} tools="answer" figures={page.quotable} value={row?.next} returned={returned} />
          </RowFrame>
        );
      })}
      <AddAnother field={field.key}>Add a priority</AddAnother>
    </div>
  );
}

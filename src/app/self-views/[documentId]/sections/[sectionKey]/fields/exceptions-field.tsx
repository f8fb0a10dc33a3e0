import { AGREES, valueOf } from '@/domain/self-views/content';
import { Empty } from '@/ui/empty';
import { Radios } from '@/ui/radios';
import { TextArea } from '@/ui/text-area';
import type { FieldProps } from './field-props';
import { RowFrame } from '@/ui/section-fields/row-frame';

export function ExceptionsField({ field, page, returned }: FieldProps) {
  const rows = valueOf({ ...field, kind: 'exceptions' }, page.content);
  return (
    <div className="stack" id={field.key}>
      <h2>{field.label}</h2>
      {field.hint && <p className="hint">{field.hint}</p>}
      {rows.length === 0 && <Empty fact="No figure stands out">None of your figures is in the best or weakest fifth of the region, or they have not been entered yet.</Empty>}
      {rows.map((row) => {
        const name = `${field.key}.${row.id}`;
        return (
          <RowFrame key={row.id} name={name} legend={row.standing === 'best' ? 'Best fifth of the region' : 'Weakest fifth of the region'} removable={false}>
            <p className="doc">
              {row.name}: <b>{row.figure}</b>
            </p>
            <Radios name={`${name}.agree`} legend="Do you agree that it says something?" options={Object.entries(AGREES).map(([value, label]) => ({ value, label }))} value={row.agree} inline returned={returned} />
            <TextArea name={`${name}.why`} label="Why is it so?" rows={3} tools="answer" figures={page.quotable} most={field.limit} value={row.why} returned={returned} />
            <TextArea name={`${name}.doing`} label="What are you doing?" rows={3} tools="answer" figures={page.quotable} most={field.limit} value={row.doing} returned={returned} />
          </RowFrame>
        );
      })}
    </div>
  );
}

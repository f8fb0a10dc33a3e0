import { nameOf } from '@/domain/documents/facts';
import { valueOf } from '@/domain/self-views/content';
import { Empty } from '@/ui/empty';
import { Radios } from '@/ui/radios';
import { TextInput } from '@/ui/text-input';
import type { FieldProps } from './field-props';
import { RowFrame } from '@/ui/section-fields/row-frame';

export function TrackerField({ field, page, returned }: FieldProps) {
  const rows = valueOf({ ...field, kind: 'tracker' }, page.content);
  return (
    <div className="stack" id={field.key}>
      <h2>{field.label}</h2>
      {field.hint && <p className="hint">{field.hint}</p>}
      {rows.length === 0 && <Empty fact="Nothing to follow yet">This is the first {nameOf(page.doc)} of your authority here. Strengths and areas that you name this year are followed from the next.</Empty>}
      {rows.map((row) => {
        const name = `${field.key}.${row.id}`;
        return (
          <RowFrame key={row.id} name={name} legend={`${row.of === 'strength' ? 'Strength' : 'Area for development'}, ${row.cycles.join(' and ')}`} removable={false}>
            <p className="doc">{row.text}</p>
            {page.namedThreads.has(row.id) ? (
              <p className="s soft">It goes on: this year’s {nameOf(page.doc)} names it too.</p>
            ) : (
              <>
                <Radios
                  name={`${name}.state`}
                  legend="You no longer name it. What became of it?"
                  options={[
                    { value: 'resolved', label: row.of === 'strength' ? 'No longer a strength' : 'Resolved' },
                    { value: 'continuing', label: 'It goes on, but is not among the first' },
                  ]}
                  value={row.state}
                  inline
                  returned={returned}
                />
                <TextInput name={`${name}.words`} label="In a sentence" value={row.words} width="full" returned={returned} />
              </>
            )}
          </RowFrame>
        );
      })}
    </div>
  );
}

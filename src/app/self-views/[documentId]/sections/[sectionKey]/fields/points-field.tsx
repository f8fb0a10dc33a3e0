import { valueOf } from '@/domain/self-views/content';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { rowIds, type FieldProps } from './field-props';
import { AddAnother, RowFrame } from './row-frame';

const NOUN = { strength: 'strength', area: 'area' } as const;

export function PointsField(props: FieldProps) {
  const { field, page, returned, carry } = props;
  const kept = valueOf({ ...field, kind: 'points' }, page.content);
  const noun = NOUN[field.of ?? 'strength'];
  const carried = carry?.startsWith(`${field.key}:`) ? page.lastYear?.points.find(({ thread }) => thread === carry.split(':')[1]) : undefined;
  return (
    <div className="stack" id={field.key}>
      <h2>{field.label}</h2>
      {field.hint && <p className="hint">{field.hint}</p>}
      {rowIds(props, kept).map(({ id, fresh }, index) => {
        const point = kept.find((one) => one.id === id);
        const from = fresh ? carried : undefined;
        const name = `${field.key}.${id}`;
        const legend = `${noun === 'area' ? 'Area for development' : 'Strength'} ${index + 1}`;
        return (
          <RowFrame key={id} name={name} legend={legend} anchor={fresh ? `${field.key}-new` : undefined} removable={point !== undefined}>
            <Hidden name={`${name}.thread`} value={point?.thread ?? from?.thread ?? id} />
            <TextArea name={`${name}.text`} label="What it is" rows={2} doc tools="line" figures={page.quotable} value={point?.text ?? from?.text} returned={returned} />
            <TextInput name={`${name}.tag`} label="Theme" value={point?.tag ?? from?.tag} width="full" returned={returned} />
            {point && <p className="s soft">{page.yearsNamed(point.thread)}</p>}
          </RowFrame>
        );
      })}
      <AddAnother field={field.key}>{`Add ${noun === 'area' ? 'an area' : 'a strength'}`}</AddAnother>
    </div>
  );
}

/** What last year's self-view named here, so that it goes on or is said to be resolved. */
export function LastYearsPoints({ field, page }: FieldProps) {
  const points = page.lastYear?.points.filter((point) => point.of === field.of) ?? [];
  if (!page.lastYear || points.length === 0) return null;
  return (
    <div className="own s stack-s">
      <p>
        <b>Your self-view {page.lastYear.cycle} named</b>
      </p>
      <ul className="bare stack-s">
        {points.map(({ thread, text, tag }) => (
          <li key={thread}>
            <p>{text}</p>
            {tag && <Tag>{tag}</Tag>}{' '}
            {page.namedThreads.has(thread) ? (
              <span className="soft">It goes on this year.</span>
            ) : (
              <Button kind="link" name="then" value={`carry:${field.key}:${thread}`}>
                It goes on
                <span className="vh">: {text}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

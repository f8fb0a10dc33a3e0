import { nameOf } from '@/domain/documents/facts';
import { valueOf } from '@/domain/self-views/content';
import { offeredToJoin, ownThread } from '@/domain/self-views/threads';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Select } from '@/ui/select';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { rowIds, type FieldProps } from './field-props';
import { AddAnother, RowFrame } from '@/ui/section-fields/row-frame';

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
            <TextArea name={`${name}.text`} label="What it is" rows={2} doc tools="line" figures={page.quotable} value={point?.text ?? from?.text} returned={returned} />
            <TextInput name={`${name}.tag`} label="Theme" value={point?.tag ?? from?.tag} width="full" returned={returned} />
            <GoesOnFrom page={page} of={field.of ?? 'strength'} name={name} id={id} thread={point?.thread ?? from?.thread ?? id} returned={returned} />
            {point && <p className="s soft">{page.yearsNamed(point.thread)}</p>}
            {point && <Joined page={page} name={name} point={point} />}
          </RowFrame>
        );
      })}
      <AddAnother field={field.key}>{`Add ${noun === 'area' ? 'an area' : 'a strength'}`}</AddAnother>
    </div>
  );
}

/** Which strength or area of an earlier year this one goes on from; it can be split off as new. Nothing to choose in the first year. */
function GoesOnFrom({ page, of, name, id, thread, returned }: Pick<FieldProps, 'page' | 'returned'> & { of: 'strength' | 'area'; name: string; id: string; thread: string }) {
  if (page.earlierPoints.length === 0) return <Hidden name={`${name}.thread`} value={thread} />;
  const alike = [...page.earlierPoints].sort((a, b) => Number(b.of === of) - Number(a.of === of));
  const isEarlier = alike.some((one) => one.thread === thread);
  return (
    <Select
      name={`${name}.thread`}
      label="Goes on from"
      options={[
        { value: isEarlier ? ownThread(id, alike) : thread, label: 'Nothing: it is new this year' },
        ...alike.map((one) => ({ value: one.thread, label: `${one.cycle}${one.of === of ? '' : one.of === 'strength' ? ', a strength' : ', an area'}: ${shortened(one.text)}` })),
      ]}
      value={thread}
      returned={returned}
    />
  );
}

/** It was typed anew and says what an earlier year said: one button joins the two. */
function Joined({ page, name, point }: Pick<FieldProps, 'page'> & { name: string; point: { thread: string; text: string } }) {
  const earlier = offeredToJoin(point, page.earlierPoints, page.namedThreads);
  if (!earlier) return null;
  return (
    <p className="s">
      Your {nameOf(page.doc)} {earlier.cycle} said much the same: “{shortened(earlier.text)}”.{' '}
      <Button kind="link" name="then" value={`join:${name}:${earlier.thread}`}>
        It is the same: join them
        <span className="vh">: {point.text}</span>
      </Button>
    </p>
  );
}

const MOST = 90;
const shortened = (text: string) => (text.length > MOST ? `${text.slice(0, text.lastIndexOf(' ', MOST))}…` : text);

/** What last year's self-view named here, so that it goes on or is said to be resolved. */
export function LastYearsPoints({ field, page }: FieldProps) {
  const points = page.lastYear?.points.filter((point) => point.of === field.of) ?? [];
  if (!page.lastYear || points.length === 0) return null;
  return (
    <div className="own s stack-s">
      <p>
        <b>Your {nameOf(page.doc)} {page.lastYear.cycle} named</b>
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

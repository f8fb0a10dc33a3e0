import { Moment } from './day';

interface Happened {
  id: string;
  /** "The notes were sent", without a full stop. */
  says: string;
  at: Date;
  href?: string | null | undefined;
  authority?: string | null | undefined;
}

/** What happened, newest first, each with its moment; a link where the reader may open it. */
export function EventList({ items, named }: { items: readonly Happened[]; /** Begins each with its authority: for a list about several. */ named?: boolean }) {
  return (
    <ul className="bare stack s">
      {items.map(({ id, says, authority, at, href }) => (
        <li key={id}>
          {named && authority && <b>{authority}: </b>}
          {href ? <a href={href}>{says}</a> : says}.<br />
          <span className="soft">
            <Moment at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

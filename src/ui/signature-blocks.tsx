import type { ReactNode } from 'react';
import { Moment } from './day';
import { Icon } from './icon';

/** A place to sign: signed, open to this post, locked with its reason, or voided by a later edit. */
export type Signature = { post: string; note?: ReactNode } & (
  | { state: 'signed'; name: string; at: Date }
  | { state: 'open'; words?: string }
  | { state: 'locked'; because: string }
  | { state: 'voided'; name: string; at: Date; because: string }
);

export function SignatureBlocks({ items, narrow }: { items: readonly Signature[]; narrow?: boolean }) {
  return (
    <ul className={narrow ? 'sigs narrow' : 'sigs'}>
      {items.map((item) => (
        <SignatureBlock key={item.post} item={item} />
      ))}
    </ul>
  );
}

const LOOKS: Record<Signature['state'], string> = { signed: 'sig', open: 'sig open', locked: 'sig open', voided: 'sig voided' };

function SignatureBlock({ item }: { item: Signature }) {
  return (
    <li className={LOOKS[item.state]}>
      <span className="ln">
        <Line item={item} />
      </span>
      <b>{item.post}</b>
      {item.state === 'signed' && (
        <span className="soft">
          <Moment at={item.at} />
        </span>
      )}
      {item.state === 'voided' && <span className="soft">{item.because}</span>}
      {item.state === 'locked' && <span className="soft">{item.because}</span>}
      {item.note && <span className="soft">{item.note}</span>}
    </li>
  );
}

function Line({ item }: { item: Signature }) {
  switch (item.state) {
    case 'signed':
      return (
        <>
          <span>
            <span className="vh">Signed by </span>
            {item.name}
          </span>
          <Icon name="signed" />
        </>
      );
    case 'voided':
      return (
        <>
          <span>
            <span className="vh">No longer counts: </span>
            {item.name}
          </span>
          <Icon name="no" />
        </>
      );
    case 'locked':
      return (
        <>
          <span>Not open yet</span>
          <Icon name="lock" />
        </>
      );
    case 'open':
      return <span>{item.words ?? 'To be signed'}</span>;
  }
}

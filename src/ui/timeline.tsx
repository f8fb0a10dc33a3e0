import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

export interface TimelineItem {
  id: string;
  what: ReactNode;
  when?: ReactNode;
  state: 'done' | 'signed' | 'here' | 'next' | 'late' | 'not-needed';
  href?: string;
}

const LOOKS: Record<TimelineItem['state'], { icon: IconName; row: string; spoken: string }> = {
  done: { icon: 'done', row: 'done', spoken: 'Done: ' },
  signed: { icon: 'signed', row: 'done', spoken: 'Signed: ' },
  here: { icon: 'now', row: 'here', spoken: 'Now: ' },
  next: { icon: 'todo', row: '', spoken: 'To come: ' },
  late: { icon: 'late', row: 'here late', spoken: 'Late: ' },
  'not-needed': { icon: 'no', row: 'done', spoken: 'Not needed: ' },
};

/** Steps in order: grey when done, bold where things stand now. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="tl">
      {items.map(({ id, what, when, state, href }) => {
        const { icon, row, spoken } = LOOKS[state];
        const words = href ? <a href={href}>{what}</a> : what;
        return (
          <li key={id} className={row || undefined} aria-current={state === 'here' ? 'step' : undefined}>
            <span className="dot">
              <Icon name={icon} />
            </span>
            <span>
              <span className="vh">{spoken}</span>
              {row.startsWith('here') ? <b>{words}</b> : words}
              {when && <span className="d">{when}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

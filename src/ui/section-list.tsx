import { Icon } from './icon';
import type { IconName } from './icons';

export interface SectionListItem {
  id: string;
  label: string;
  href: string;
  state: 'ready' | 'in-progress' | 'not-started' | 'comments' | 'due' | 'locked';
  /** Said after the name; the state's own words unless told. */
  said?: string;
}

const LOOKS: Record<SectionListItem['state'], { icon: IconName; said: string }> = {
  ready: { icon: 'done', said: 'ready' },
  'in-progress': { icon: 'now', said: 'in progress' },
  'not-started': { icon: 'todo', said: 'not started' },
  comments: { icon: 'talk', said: 'has comments' },
  due: { icon: 'due', said: 'due soon' },
  locked: { icon: 'lock', said: 'not open yet' },
};

/** The sections of a document beside the one that is open; folded on a narrow screen. */
export function SectionList({ label, items, current, summary = 'All sections' }: { label: string; items: readonly SectionListItem[]; current?: string; summary?: string }) {
  return (
    <nav className="secs" aria-label={label}>
      <details className="secd">
        <summary>{summary}</summary>
        <ol>
          {items.map(({ id, label: name, href, state, said = LOOKS[state].said }) => (
            <li key={id} aria-current={id === current ? 'page' : undefined}>
              <a href={href}>
                <Icon name={LOOKS[state].icon} />
                <span>
                  {name}
                  <span className="vh">, {said}</span>
                </span>
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

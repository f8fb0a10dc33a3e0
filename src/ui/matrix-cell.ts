import { escaped } from './escaped';
import type { IconName } from './icons';

export type CellState = 'done' | 'late' | 'due' | 'now' | 'wait' | 'comments' | 'day' | 'no' | 'not-needed';

export interface MatrixCellProps {
  state: CellState;
  /** "14 Oct", "46 days", "2 of 3", "drafting" */
  words?: string;
  href?: string;
  title?: string;
}

/** Each state's shape, class, and the word said before its words. */
const LOOKS: Record<CellState, { icon?: IconName; row: string; said: string }> = {
  done: { row: 'done', said: 'done' }, // by far the most: its tick is drawn by the style sheet
  late: { icon: 'late', row: 'late', said: 'late' },
  due: { icon: 'due', row: 'due', said: 'due' },
  now: { icon: 'now', row: 'now', said: 'in progress' },
  wait: { icon: 'wait', row: 'wait', said: 'waiting' },
  comments: { icon: 'talk', row: 'fr', said: 'comments' },
  day: { row: 'day', said: 'not open, due' },
  no: { row: 'no', said: 'not open' },
  'not-needed': { icon: 'no', row: 'not-needed', said: 'not needed' },
};

/** What the list on a narrow screen shows; there a cell says which step it is. */
const LISTED: readonly CellState[] = ['late', 'due', 'now', 'wait', 'comments'];

/**
 * One step of one authority: a shape with a day, or with how late it is. A board has four hundred, so a cell says nothing that is not
 * needed where it stands; its end tag is one that HTML leaves out.
 */
export function matrixCell({ state, words, href, title }: MatrixCellProps, step: string, edge: boolean): string {
  const { icon, row, said } = LOOKS[state];
  const isListed = LISTED.includes(state);
  const shape = icon ? `<svg class=ic role=img aria-label="${said}"><use href=#i-${icon} /></svg>` : `<span class=vh>${said} </span>`;
  const dot = state === 'no' && !words ? '<span aria-hidden=true>·</span>' : '';
  const inside = `${dot}${shape}${words ? escaped(words) : ''}`;
  const named = isListed ? ` data-step="${escaped(step)}"` : '';
  const open = `<td class="c ${row}${edge ? ' edge' : ''}"${named}${title ? ` title="${escaped(title)}"` : ''}>`;
  if (href) return `${open}<a href="${escaped(href)}">${inside}</a>`;
  return `${open}${isListed || state === 'done' ? `<span>${inside}</span>` : inside}`;
}

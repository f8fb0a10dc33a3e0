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
  done: { icon: 'done', row: 'done', said: 'done' },
  late: { icon: 'late', row: 'late', said: 'late' },
  due: { icon: 'due', row: 'due', said: 'due' },
  now: { icon: 'now', row: 'now', said: 'in progress' },
  wait: { icon: 'wait', row: 'wait', said: 'waiting' },
  comments: { icon: 'talk', row: 'fr', said: 'comments' },
  day: { row: 'day', said: 'not open, due' },
  no: { row: 'no', said: 'not open' },
  'not-needed': { icon: 'no', row: 'not-needed', said: 'not needed' },
};

/** One step of one authority: a shape with a day, or with how late it is. `step` names it where the table becomes a list. */
export function matrixCell({ state, words, href, title }: MatrixCellProps, step: string, edge: boolean): string {
  const { icon, row, said } = LOOKS[state];
  const shape = icon ? `<svg class="ic" aria-hidden="true"><use href="#i-${icon}"></use></svg>` : '';
  const dot = state === 'no' && !words ? '<span aria-hidden="true">·</span>' : '';
  const inside = `${shape}${dot}<span class="vh">${said} </span>${words ? escaped(words) : ''}`;
  const open = `<td class="c ${row}${edge ? ' edge' : ''}" data-step="${escaped(step)}"${title ? ` title="${escaped(title)}"` : ''}>`;
  return `${open}${href ? `<a href="${escaped(href)}">${inside}</a>` : `<span>${inside}</span>`}</td>`;
}

import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

export type State =
  | 'not-started' | 'not-open' | 'locked' | 'in-progress' | 'due' | 'late' | 'waiting' | 'part-signed' | 'comments'
  | 'returned' | 'done' | 'accepted' | 'signed' | 'released' | 'not-needed' | 'apologies'
  | 'on-track' | 'at-risk' | 'action-done' | 'impact-shown' | 'not-rated';

/** Each state is a word, a shape and a colour; none of the three stands alone. */
const STATES: Record<State, { word: string; icon: IconName; role: string }> = {
  'not-started': { word: 'Not started', icon: 'todo', role: 'quiet' },
  'not-open': { word: 'Not open', icon: 'dot', role: 'quiet' },
  locked: { word: 'Not open yet', icon: 'lock', role: 'quiet' },
  'in-progress': { word: 'In progress', icon: 'now', role: 'now' },
  due: { word: 'Due soon', icon: 'due', role: 'due' },
  late: { word: 'Late', icon: 'late', role: 'late' },
  waiting: { word: 'Waiting', icon: 'wait', role: 'wait' },
  'part-signed': { word: 'Part signed', icon: 'wait', role: 'ink' },
  comments: { word: 'Comments to answer', icon: 'talk', role: 'friend' },
  returned: { word: 'Returned', icon: 'returned', role: 'due' },
  done: { word: 'Done', icon: 'done', role: 'quiet' },
  accepted: { word: 'Accepted', icon: 'done', role: 'good' },
  signed: { word: 'Signed', icon: 'signed', role: 'ink' },
  released: { word: 'Released', icon: 'eye', role: 'ink' },
  'not-needed': { word: 'Not needed', icon: 'no', role: 'quiet' },
  apologies: { word: 'Apologies', icon: 'no', role: 'quiet' },
  'on-track': { word: 'On track', icon: 'now', role: 'now' },
  'at-risk': { word: 'At risk', icon: 'tilde', role: 'due' },
  'action-done': { word: 'Done', icon: 'done', role: 'ink' },
  'impact-shown': { word: 'Impact shown', icon: 'impact', role: 'good' },
  'not-rated': { word: 'Not rated yet', icon: 'no', role: 'quiet' },
};

export function stateWord(state: State): string {
  return STATES[state].word;
}

/** `wrap` lets long words run over several lines. */
export function StatusTag({ state, children, wrap }: { state: State; children?: ReactNode; wrap?: boolean }) {
  const { word, icon, role } = STATES[state];
  return (
    <span className={`st ${role}${wrap ? ' long' : ''}`}>
      <Icon name={icon} />
      <span>{children ?? word}</span>
    </span>
  );
}

// The steps of one authority (or of the region) as a line through the year: what is done, where it stands now, what comes.
import type { CycleFacts } from './cycle-facts';
import type { Day } from './model';
import { whereRead } from './step-address';
import { isOwed, type StepAt } from './workflow';

export interface Milestone {
  id: string;
  name: string;
  state: 'done' | 'signed' | 'here' | 'next' | 'late' | 'not-needed';
  /** The day done, or by which it is due. */
  on: Day | null;
  /** "Was due", "Due", "Not needed: …"; empty for a day done. */
  words: string;
  href: string | null;
}

export function journeyOf(steps: readonly StepAt[], facts: CycleFacts): Milestone[] {
  return steps.map((at) => milestone(at, facts)).sort((a, b) => rank(a) - rank(b) || (a.on ?? '9999').localeCompare(b.on ?? '9999'));
}

const rank = ({ state }: Milestone) => (state === 'done' || state === 'signed' || state === 'not-needed' ? 0 : state === 'next' ? 2 : 1);

function milestone(at: StepAt, facts: CycleFacts): Milestone {
  const { step, scope, state } = at;
  const base = { id: `${step.key}-${scope}`, name: step.name, href: whereRead(at, facts) };
  if (state.is === 'done') return { ...base, state: step.doneWhen === 'signed' ? 'signed' : 'done', on: state.on, words: '' };
  if (state.is === 'not-needed') return { ...base, state: 'not-needed', on: null, words: `Not needed: ${state.because}` };
  if (state.is === 'overdue') return { ...base, state: 'late', on: state.dueOn, words: 'Was due' };
  return { ...base, state: isOwed(state) ? 'here' : 'next', on: state.dueOn, words: isOwed(state) ? 'Due' : '' };
}

/** For a margin: the last few that are done, all that is open, the next few. */
export function shortened(milestones: readonly Milestone[], { done, next }: { done: number; next: number }): Milestone[] {
  const past = milestones.filter((milestone) => rank(milestone) === 0);
  const now = milestones.filter((milestone) => rank(milestone) === 1);
  const ahead = milestones.filter((milestone) => rank(milestone) === 2);
  return [...past.slice(Math.max(0, past.length - done)), ...now, ...ahead.slice(0, next)];
}

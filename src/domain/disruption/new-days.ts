// New days for an authority's own steps, kept in as few moves as will do: a date that hangs on another that was moved goes along by itself.
import { dayInWords } from '../deadlines';
import type { Day } from '../model';
import { conflictKey, conflictsIn, type Conflict } from '../processes/conflicts';
import { isForumStep } from '../processes/derive-days';
import { isByWave } from '../processes/move-date';
import { scheduleOf, type Move, type ScheduleFacts, type StepDay } from '../processes/schedule';
import type { ProcessTemplateDefinition, StepDefinition } from '../processes/template';
import { isSettledState } from '../workflow';
import { nameOf, type Ground, type MovedDay } from './plan';

export interface WantedDay {
  step: StepDefinition;
  on: Day;
}

/** The moves after which each of these steps falls on its day: of an authority, or of a set. */
export function fewestMoves(given: ScheduleFacts, scope: string, wanted: readonly WantedDay[]): Move[] {
  const moves: Move[] = [];
  for (const { step, on } of inOrderOfRules(wanted)) {
    const stands = scheduleOf(withMoves(given, moves)).forScope(step.key, scope).dueOn;
    if (stands !== on) moves.push({ stepKey: step.key, scope, toOn: on });
  }
  return moves;
}

export function withMoves(given: ScheduleFacts, moves: readonly Move[]): ScheduleFacts {
  return { ...given, moves: [...(given.moves ?? []), ...moves] };
}

/** What others hang on comes first: the authority's own day, then each step after the one that it is counted from. */
function inOrderOfRules(wanted: readonly WantedDay[]): WantedDay[] {
  const ordered: WantedDay[] = [];
  const add = (one: WantedDay | undefined) => {
    if (!one || ordered.includes(one)) return;
    const { due } = one.step;
    if (due.from === 'step') add(wanted.find(({ step }) => step.key === due.step));
    ordered.push(one);
  };
  for (const one of wanted.filter(({ step }) => isForumStep(step))) add(one);
  for (const one of wanted) add(one);
  return ordered;
}

/** Sessions are held at forums of a group, which are arranged; else an authority's own day is a date like any other. */
export function hasForums({ steps }: Pick<ProcessTemplateDefinition, 'steps'>): boolean {
  return steps.some(({ doneWhen }) => doneWhen === 'forum-held');
}

/** The step on an authority's own day, or on that on which its set meets. */
export function ownDayStep({ steps }: Pick<ProcessTemplateDefinition, 'steps'>): StepDefinition | null {
  return steps.find((step) => (step.per === 'authority' || step.per === 'group') && isForumStep(step)) ?? null;
}

/** Where an authority's own day stands: its own, or its set's. */
export function ownDayScope(step: StepDefinition, { authorityId, groupId }: { authorityId: string; groupId: string }): string {
  return step.per === 'group' ? `group:${groupId}` : `authority:${authorityId}`;
}

/** Its date follows from the authority's own day. */
export function hangsOnOwnDay({ steps }: Pick<ProcessTemplateDefinition, 'steps'>, step: StepDefinition): boolean {
  return isByWave(steps, step);
}

/** Steps of the template that wait for this one, and those that wait for them. */
export function waitingAfter({ steps }: Pick<ProcessTemplateDefinition, 'steps'>, key: string, found = new Set<string>()): Set<string> {
  for (const step of steps) {
    if (!step.waitsFor.includes(key) || found.has(step.key)) continue;
    found.add(step.key);
    waitingAfter({ steps }, step.key, found);
  }
  return found;
}

/** Every date that is still to come and becomes another, the one concerned first. */
export function movedDays(ground: Ground, after: ScheduleFacts, about: readonly string[]): (MovedDay & { authorityId: string | null })[] {
  const before = new Map(scheduleOf(ground.given).all.map((day) => [keyOf(day), day.dueOn]));
  const settled = settledIn(ground);
  const moved = scheduleOf(after).all.filter((day) => before.get(keyOf(day)) !== day.dueOn && before.has(keyOf(day)) && !settled.has(keyOf(day)));
  const [own, others] = [moved.filter(({ place }) => place && about.includes(place.authorityId)), moved.filter(({ place }) => !place || !about.includes(place.authorityId))];
  return [...own, ...others].map((day) => ({
    step: day.step.name,
    authorityId: day.place?.authorityId ?? null,
    whom: about.length === 1 && day.place?.authorityId === about[0] ? null : whomOf(ground, day),
    from: before.get(keyOf(day))!,
    to: day.dueOn,
  }));
}

const keyOf = ({ step, scope }: { step: StepDefinition; scope: string }) => `${step.key}|${scope}`;

/** Done or not needed: its day matters to nobody any more. */
function settledIn({ steps }: Ground): Set<string> {
  return new Set(steps.filter(({ state }) => isSettledState(state)).map(keyOf));
}

/** Conflicts of what is still to come that were not there before. */
function newConflicts(ground: Ground, after: ScheduleFacts): Conflict[] {
  const old = new Set(conflictsIn(scheduleOf(ground.given)).map(conflictKey));
  const settled = settledIn(ground);
  return conflictsIn(scheduleOf(after)).filter((conflict) => !old.has(conflictKey(conflict)) && !settled.has(keyOf(conflict.day)) && !(conflict.is === 'too-early' && settled.has(keyOf(conflict.awaited))));
}

export function whomOf(ground: Ground, { place, groupId, wave }: Pick<StepDay, 'place' | 'groupId' | 'wave'>): string {
  if (place) return nameOf(ground, place.authorityId);
  const { facts, given } = ground;
  if (groupId) return [...facts.groups, ...(facts.taskGroups ?? [])].find(({ id }) => id === groupId)?.name ?? 'A group';
  return wave ? (given.template.waves.find(({ key }) => key === wave)?.name ?? wave) : 'The region';
}

/** A step of the region, a wave or a group that comes to stand before what it waits for. */
export interface Wait {
  /** Of the authority: what is waited for. */
  awaited: StepDefinition;
  says: string;
}

/** What others than the authority would wait for, though it is due before. Nothing waits that is done. */
export function waitsFor(ground: Ground, after: ScheduleFacts, authorityId: string): Wait[] {
  return newConflicts(ground, after)
    .filter((conflict) => conflict.is === 'too-early')
    .filter(({ day, awaited }) => day.place?.authorityId !== authorityId && awaited.place?.authorityId === authorityId)
    .map(({ day, awaited }) => ({
      awaited: awaited.step,
      says: `“${day.step.name}” (${lowerThe(whomOf(ground, day))}) is due on ${dayInWords(day.dueOn)} and waits for “${awaited.step.name}”, then due on ${dayInWords(awaited.dueOn)}.`,
    }));
}

const lowerThe = (words: string) => words.replace(/^The /, 'the ');

/** The first thing that stands before what it waits for among an authority's own steps; null when nothing does. */
export function ownConflict(ground: Ground, after: ScheduleFacts, authorityIds: readonly string[]): string | null {
  const conflict = newConflicts(ground, after).find(({ day }) => day.place !== null && authorityIds.includes(day.place.authorityId));
  if (!conflict) return null;
  const { day } = conflict;
  const whose = `“${day.step.name}” of ${whomOf(ground, day)} would fall on ${dayInWords(day.dueOn)}`;
  switch (conflict.is) {
    case 'too-early':
      return `${whose}, before “${conflict.awaited.step.name}” on ${dayInWords(conflict.awaited.dueOn)}, for which it waits.`;
    case 'outside-the-cycle':
      return `${whose}, outside the cycle.`;
    case 'opens-too-late':
      return `${whose} and open only on ${dayInWords(conflict.opensOn)}.`;
  }
}

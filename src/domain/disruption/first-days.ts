// The days of an authority that joins late: none has passed or is too near to be met, each keeps its order, and what the region or its
// group has done for all at one moment is not asked of it.
import { addDays, addWorkingDays, dayInWords, daysFrom, isWorkingDay } from '../deadlines';
import type { Day } from '../model';
import { scheduleOf, type Move, type Schedule, type ScheduleFacts } from '../processes/schedule';
import type { ProcessTemplateDefinition, StepDefinition } from '../processes/template';
import type { Place } from './joining';
import { fewestMoves, hasForums, ownDayScope, ownDayStep, waitingAfter, withMoves } from './new-days';
import { nameOf, type Ground, type MovedDay } from './plan';

/** Nothing is due before so many days have gone by since it joined. */
const FIRST_DAYS = 14;

/** The cycle with the authority's place in it. */
export function groundWith(ground: Ground, { authorityId, groupId, wave }: Pick<Place, 'authorityId' | 'groupId' | 'wave'>): Ground {
  const group = [...ground.facts.groups, ...ground.standing].find(({ id }) => id === groupId);
  const place = { authorityId, groupId, wave, groupOrdinal: group?.ordinal ?? 1 };
  return { ...ground, given: { ...ground.given, places: [...ground.given.places, place] } };
}

export function ownSteps({ given: { template } }: Ground): StepDefinition[] {
  return template.steps.filter(({ per }) => per === 'authority');
}

export function ownDayOf({ given }: Ground): Day | null {
  const step = ownDayStep(given.template);
  const place = given.places.at(-1)!;
  return step && scheduleOf(given).forScope(step.key, ownDayScope(step, place)).dueOn;
}

interface Missed {
  step: StepDefinition;
  because: string;
}

/** Packs go out to all at one moment, and a group meets on one day: who joins after it is asked for nothing of it. */
export function missedSteps(placed: Ground): Missed[] {
  const { facts, given: { template }, today } = placed;
  const own = ownDayOf(placed);
  const issued = facts.packsIssuedOn && `the packs were issued on ${dayInWords(facts.packsIssuedOn)}, all at one moment, before it joined`;
  const met = hasForums(template) && own && own < today && `the ${template.words.forum} of its ${template.words.group} was on ${dayInWords(own)}, before it joined`;
  return ownSteps(placed).flatMap((step): Missed[] => {
    if (issued && step.document === 'questions') return [{ step, because: issued }];
    return met && (step.doneWhen === 'forum-held' || step.document === 'preparation' || step.document === 'forum-notes') ? [{ step, because: met }] : [];
  });
}

/** What has passed or comes too soon begins two weeks on and keeps its distances, but for what it would run into. */
export function firstDays({ given, today }: Ground, { authorityId, ownDay }: Place, asked: readonly StepDefinition[]): Move[] {
  const { template } = given;
  const scope = `authority:${authorityId}`;
  const step = ownDayStep(template);
  const arranged = hasForums(template) || ownDay !== null;
  const fixed = ownDay && step?.per === 'authority' && !hasForums(template) ? fewestMoves(given, scope, [{ step, on: ownDay }]) : [];
  const schedule = scheduleOf(withMoves(given, fixed));
  const dueOn = ({ key }: StepDefinition) => schedule.forScope(key, scope).dueOn;
  const soon = addDays(today, FIRST_DAYS);
  const early = asked.filter((one) => dueOn(one) < soon && !(arranged && one.key === step?.key));
  const first = early.map(dueOn).sort()[0];
  if (!first) return fixed;
  const following = asked.filter((one) => !early.includes(one) && early.some((base) => isCountedFrom(template, one, base.key)));
  const own = dayThatBinds({ given, today }, schedule, asked.filter((one) => !early.includes(one)));
  const wanted = early.map((one) => {
    const after = waitingAfter(template, one.key);
    const staying = asked.filter((other) => after.has(other.key) && !early.includes(other) && !following.includes(other)).map(dueOn);
    const leavesRoom = following.filter((other) => isCountedFrom(template, other, one.key)).map((other) => latest(soon, addDays(schedule.endsOn, -daysFrom(dueOn(one), dueOn(other)))));
    const later = onWorkingDay(addDays(soon, daysFrom(first, dueOn(one))));
    return { step: one, on: [later, schedule.endsOn, ...staying, ...leavesRoom, ...(own && dueOn(one) <= own ? [own] : [])].sort()[0]! };
  });
  const moves = [...fixed, ...fewestMoves(withMoves(given, fixed), scope, wanted)];
  const then = scheduleOf(withMoves(given, moves));
  const outside = following.filter(({ key }) => then.forScope(key, scope).dueOn > schedule.endsOn).map((one) => ({ step: one, on: schedule.endsOn }));
  return [...moves, ...fewestMoves(withMoves(given, moves), scope, outside)];
}

/** Its own day, or its set's, where that stays as it is and has not passed: what comes before it is not put off past it. */
function dayThatBinds({ given, today }: Pick<Ground, 'given' | 'today'>, schedule: Schedule, staying: readonly StepDefinition[]): Day | null {
  const step = ownDayStep(given.template);
  if (!step || (step.per === 'authority' && !staying.includes(step))) return null;
  const { dueOn } = schedule.forScope(step.key, ownDayScope(step, given.places.at(-1)!));
  return dueOn >= today ? dueOn : null;
}

/** Its date follows from that of the other. */
function isCountedFrom(template: ProcessTemplateDefinition, { due }: StepDefinition, key: string): boolean {
  if (due.from !== 'step') return false;
  const base = template.steps.find((one) => one.key === due.step);
  return due.step === key || (base !== undefined && isCountedFrom(template, base, key));
}

const latest = (one: Day, other: Day) => (one > other ? one : other);
const onWorkingDay = (day: Day) => (isWorkingDay(day) ? day : addWorkingDays(day, 1));

/** All its days, each with the one that the process would have given it where that is another. */
export function firstDayWords(placed: Ground, after: ScheduleFacts, asked: readonly StepDefinition[], authorityId: string): MovedDay[] {
  const [was, is] = [scheduleOf(placed.given), scheduleOf(after)];
  return asked.map(({ key, name }) => {
    const [from, to] = [was, is].map((schedule) => schedule.forScope(key, `authority:${authorityId}`).dueOn) as [Day, Day];
    return { step: name, whom: nameOf(placed, authorityId), from: from === to ? null : from, to };
  });
}

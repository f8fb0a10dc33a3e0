// The days on which authorities are visited, or sets meet, are agreed with each of them: all at once, with one reason, each kept as the
// move of one day (3-processes.md sections 7.3 and 7.7: dates are held; each pair plans its own).
import { decide, refuse, type Decision, type Refusal } from '../decision';
import { dayInWords } from '../deadlines';
import type { Actor, Day } from '../model';
import type { CycleSchedule } from './cycle-schedule';
import { isForumStep } from './derive-days';
import { conflictRefusal, movedEvents, planMoves, type MovePlan, type WantedMove } from './move-date';
import { scheduleOf, type StepDay } from './schedule';
import type { ProcessTemplateDefinition, StepDefinition } from './template';

export interface AgreedDay {
  /** "authority:<id>", or "group:<id>" where a set meets. */
  scope: string;
  toOn: Day;
}

export interface WantedDays {
  days: readonly AgreedDay[];
  reason: string;
}

export interface DaysAgreed {
  moves: readonly [WantedMove, ...WantedMove[]];
  plan: MovePlan;
}

export interface DayFault extends Refusal {
  /** Null: of the whole form. */
  scope: string | null;
}

/** The step on an authority's or a set's own day; null where there is none, or where forums are arranged for it. */
export function ownDayStep({ steps }: Pick<ProcessTemplateDefinition, 'steps'>): StepDefinition | null {
  if (steps.some(({ doneWhen }) => doneWhen === 'forum-held')) return null;
  const step = steps.find(isForumStep);
  return step && (step.per === 'authority' || step.per === 'group') ? step : null;
}

/** The own day of each, as it stands. */
export function ownDays(cycle: CycleSchedule, step: StepDefinition): StepDay[] {
  return scheduleOf(cycle).all.filter((day) => day.step.key === step.key);
}

export function agreeDays(actor: Actor, cycle: CycleSchedule, wanted: WantedDays, today: Day): Decision<DaysAgreed> {
  return decide(actor, 'cycle.move-date', { regionId: cycle.regionId }, () => {
    const [fault] = dayFaults(cycle, wanted, today);
    if (fault) return refuse(fault.refused, fault.because);
    const [first, ...rest] = movesFor(cycle, wanted);
    const moves: DaysAgreed['moves'] = [first!, ...rest];
    const plan = planMoves(cycle, moves);
    const [event, ...events] = movedEvents(cycle, moves, plan);
    return { change: { moves, plan }, events: [event!, ...events] };
  });
}

/** Everything that stands against the days, each at its own; empty when they can be agreed. */
export function dayFaults(cycle: CycleSchedule, wanted: WantedDays, today: Day): DayFault[] {
  const step = ownDayStep(cycle.template);
  const whole = (refused: string, because: string): DayFault[] => [{ scope: null, ...refuse(refused, because) }];
  if (cycle.closedAt) return whole('cycle-closed', `The ${cycle.name} cycle is closed: its dates stand.`);
  if (!step) return whole('no-own-days', 'This process has no days to agree with each authority.');
  const known = new Set(ownDays(cycle, step).map(({ scope }) => scope));
  if (wanted.days.some(({ scope }) => !known.has(scope))) return whole('no-such-scope', 'One of those named has no day of its own in this cycle.');
  const moves = movesFor(cycle, wanted);
  if (moves.length === 0) return whole('nothing-new', 'No day is other than it was.');
  const { startsOn, endsOn } = scheduleOf(cycle);
  const faults = moves.flatMap(({ scope, toOn }): DayFault[] => {
    if (toOn < startsOn || toOn > endsOn) return [{ scope, ...refuse('outside-the-cycle', `${dayInWords(toOn)} is outside the cycle, which runs from ${dayInWords(startsOn)} to ${dayInWords(endsOn)}.`) }];
    return toOn < today ? [{ scope, ...refuse('day-passed', `${dayInWords(toOn)} has passed. A day can be agreed for today or later.`) }] : [];
  });
  if (wanted.reason.trim() === '') faults.push(...whole('no-reason', 'Reason: say how the days came to be. Those who are told will read it.'));
  return faults.length > 0 ? faults : inEachOthersWay(cycle, step, moves);
}

function inEachOthersWay(cycle: CycleSchedule, step: StepDefinition, moves: readonly WantedMove[]): DayFault[] {
  return planMoves(cycle, moves).conflicts.map((conflict): DayFault => {
    const { place, groupId } = conflict.day;
    const scope = moves.find((move) => move.scope === `authority:${place?.authorityId}` || move.scope === `group:${groupId}`)?.scope ?? null;
    return { scope, ...conflictRefusal(cycle, conflict, step) };
  });
}

/** Only those that are otherwise than they were. */
function movesFor(cycle: CycleSchedule, { days, reason }: WantedDays): WantedMove[] {
  const step = ownDayStep(cycle.template);
  if (!step) return [];
  const now = new Map(ownDays(cycle, step).map(({ scope, dueOn }) => [scope, dueOn]));
  return days.filter(({ scope, toOn }) => now.get(scope) !== toOn).map(({ scope, toOn }) => ({ stepKey: step.key, scope, toOn, reason: reason.trim() }));
}

// A date is moved with a reason, by the coordinator; what hangs on it moves along and those concerned are told. A day outside the cycle,
// before what it waits for or that leaves a following step behind cannot be entered: the source's January forums of the wrong year.
import { dayInWords } from '../deadlines';
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { DomainEvent } from '../events';
import type { Actor, Day } from '../model';
import { conflictKey, conflictsIn, type Conflict } from './conflicts';
import { namesIn, scopeWords, type CycleSchedule } from './cycle-schedule';
import { isForumStep } from './derive-days';
import { scheduleOf, type Move, type StepDay } from './schedule';
import type { StepDefinition } from './template';

export interface WantedMove extends Move {
  reason: string;
}

export interface ChangedDay {
  day: StepDay;
  from: Day;
  to: Day;
}

export interface MovePlan {
  /** The dates that the move itself sets. */
  moved: readonly ChangedDay[];
  /** The dates that hang on them. */
  following: readonly ChangedDay[];
  /** Conflicts that were not there before. */
  conflicts: readonly Conflict[];
}

export interface DateMoved {
  move: WantedMove;
  plan: MovePlan;
}

export function moveDate(actor: Actor, cycle: CycleSchedule, wanted: WantedMove, today: Day): Decision<DateMoved> {
  return decide(actor, 'cycle.move-date', { regionId: cycle.regionId }, () => {
    const move = { ...wanted, reason: wanted.reason.trim() };
    const fault = notToMove(cycle, move, today);
    if (fault) return fault;
    const plan = planMove(cycle, move);
    const [first, ...rest] = movedEvents(cycle, [move], plan);
    if (!first) return refuse('same-day', `New day: it is ${dayInWords(move.toOn)} already.`);
    return { change: { move, plan }, events: [first, ...rest] };
  });
}

/** What stands against the move; null when nothing does. The form asks this before it shows what would move. */
export function notToMove(cycle: CycleSchedule, move: WantedMove, today: Day): Refusal | null {
  const step = cycle.template.steps.find(({ key }) => key === move.stepKey);
  if (cycle.closedAt) return refuse('cycle-closed', `The ${cycle.name} cycle is closed: its dates stand.`);
  if (!step || !scopesToMove(cycle, step).includes(move.scope)) return refuse('no-such-scope', 'For whom: choose for whom the date moves.');
  if (move.reason.trim() === '') return refuse('no-reason', 'Reason: say why the date moves. Those who are told will read it.');
  const arranged = isForumStep(step) ? arrangedForums(cycle, move.scope) : [];
  if (arranged.length > 0) {
    const { group } = namesIn(cycle);
    return refuse('forum-arranged', `The forum of the ${group(arranged[0]!.groupId)} group is arranged for ${dayInWords(arranged[0]!.onDay)}. Change the forum itself: its date and its invitations move with it.`);
  }
  const { startsOn, endsOn } = scheduleOf(cycle);
  if (move.toOn < startsOn || move.toOn > endsOn) {
    return refuse('outside-the-cycle', `New day: ${dayInWords(move.toOn)} is outside the cycle, which runs from ${dayInWords(startsOn)} to ${dayInWords(endsOn)}.`);
  }
  if (move.toOn < today) return refuse('day-passed', `New day: ${dayInWords(move.toOn)} has passed. A date can be moved to today or later.`);
  const plan = planMove(cycle, move);
  if (plan.moved.length === 0) return refuse('same-day', `New day: it is ${dayInWords(move.toOn)} already.`);
  const conflict = plan.conflicts.find((one) => one.day.step.key === step.key) ?? plan.conflicts[0];
  return conflict ? conflictRefusal(cycle, conflict, step) : null;
}

/** What would change, and what would then be in each other's way. */
export function planMove(cycle: CycleSchedule, move: Move): MovePlan {
  return planMoves(cycle, [move]);
}

/** The same of several moves at once. */
export function planMoves(cycle: CycleSchedule, moves: readonly Move[]): MovePlan {
  const before = scheduleOf(cycle);
  const after = scheduleOf({ ...cycle, moves: [...cycle.moves, ...moves] });
  const isMoved = ({ day }: ChangedDay) => moves.some(({ stepKey }) => stepKey === day.step.key);
  const changed = after.all.flatMap((day): ChangedDay[] => {
    const from = before.forScope(day.step.key, day.scope).dueOn;
    return from === day.dueOn ? [] : [{ day, from, to: day.dueOn }];
  });
  const old = new Set(conflictsIn(before).map(conflictKey));
  return {
    moved: changed.filter(isMoved),
    following: changed.filter((one) => !isMoved(one)),
    conflicts: conflictsIn(after).filter((conflict) => !old.has(conflictKey(conflict))),
  };
}

/** For whom a date can be moved: everyone, a wave, a group in a wave, an authority; not everyone where the waves have days of their own. */
export function scopesToMove(cycle: Pick<CycleSchedule, 'template' | 'places' | 'groups' | 'taskGroups'>, step: StepDefinition): string[] {
  if (step.doneWhen === 'cycle-opened') return [];
  if (step.per === 'region') return ['cycle'];
  if (step.per === 'wave') return ['cycle', ...[...new Set(cycle.places.map(({ wave }) => wave))].map((wave) => `wave:${wave}`)];
  if (step.per === 'task-group') return ['cycle', ...(cycle.taskGroups ?? []).map(({ id }) => `group:${id}`)];
  const groups = cycle.groups.filter((group) => cycle.places.some((place) => place.groupId === group.id));
  if (step.per === 'group') return ['cycle', ...groups.map((group) => `group:${group.id}`)];
  const waves = cycle.template.waves.filter((wave) => cycle.places.some((place) => place.wave === wave.key));
  const inWaves = waves.flatMap((wave) => [
    `wave:${wave.key}`,
    ...groups.filter((group) => cycle.places.some((place) => place.wave === wave.key && place.groupId === group.id)).map((group) => `wave:${wave.key}/group:${group.id}`),
  ]);
  return [...(isByWave(cycle.template.steps, step) ? [] : ['cycle']), ...inWaves, ...cycle.places.map((place) => `authority:${place.authorityId}`)];
}

/** Its date follows from the forums, and so differs from wave to wave. */
export function isByWave(steps: readonly StepDefinition[], step: StepDefinition): boolean {
  const { due } = step;
  if (due.from !== 'step') return due.from !== 'anchor' && due.from !== 'weekday';
  const other = steps.find(({ key }) => key === due.step);
  return other ? isByWave(steps, other) : false;
}

function arrangedForums({ forumDays, places }: CycleSchedule, scope: string): CycleSchedule['forumDays'][number][] {
  return forumDays.filter(({ wave, groupId }) =>
    places.some((place) => place.wave === wave && place.groupId === groupId && [`wave:${wave}`, `wave:${wave}/group:${groupId}`, `authority:${place.authorityId}`].includes(scope)),
  );
}

/** Said of the step that is moved. */
export function conflictRefusal(cycle: CycleSchedule, conflict: Conflict, step: StepDefinition): Refusal {
  return refuse(conflictCode(conflict, step), conflictWords(cycle, conflict, step));
}

function conflictCode({ is, day }: Conflict, step: StepDefinition): string {
  return is === 'too-early' && day.step.key !== step.key ? 'following-left-behind' : is;
}

function conflictWords(cycle: CycleSchedule, conflict: Conflict, step: StepDefinition): string {
  const { day } = conflict;
  const whose = (one: StepDay) => {
    const names = namesIn(cycle);
    if (one.place) return ` for ${names.authority(one.place.authorityId)}`;
    return one.groupId ? ` for ${cycle.template.grouping.is === 'standing' ? 'the ' : ''}${names.groupTitle(one.groupId)}` : '';
  };
  switch (conflict.is) {
    case 'too-early':
      return day.step.key === step.key
        ? `New day: ${dayInWords(day.dueOn)} is before “${conflict.awaited.step.name}”${whose(conflict.awaited)}, for which it waits and which is due on ${dayInWords(conflict.awaited.dueOn)}.`
        : `New day: “${day.step.name}”${whose(day)} is due on ${dayInWords(day.dueOn)}, which would then be before “${conflict.awaited.step.name}” on ${dayInWords(conflict.awaited.dueOn)}. Move “${day.step.name}” first.`;
    case 'opens-too-late':
      return `New day: “${day.step.name}”${whose(day)} would open on ${dayInWords(conflict.opensOn)}, after it is due on ${dayInWords(day.dueOn)}.`;
    case 'outside-the-cycle': {
      const { startsOn, endsOn } = scheduleOf(cycle);
      return `New day: “${day.step.name}”${whose(day)} would fall on ${dayInWords(day.dueOn)}, outside the cycle, which runs from ${dayInWords(startsOn)} to ${dayInWords(endsOn)}.`;
    }
  }
}

/** One for each date that somebody is told of. */
export function movedEvents(cycle: CycleSchedule, moves: readonly [WantedMove, ...WantedMove[]], plan: MovePlan): DomainEvent[] {
  return toldOf(plan).map((changed) => movedEvent(cycle, moves.find(({ scope }) => scope === changed.day.scope) ?? moves[0], changed, plan));
}

/** Whoever owes a date that is moved is told of it and of what goes along; others only of the later date that they owe themselves. */
function toldOf({ moved, following }: MovePlan): ChangedDay[] {
  const already = moved[0]?.day.step.who ?? [];
  return [...moved, ...following.filter(({ day }) => !day.step.who.every((owing) => already.includes(owing)))];
}

function movedEvent(cycle: CycleSchedule, move: WantedMove, { day, from, to }: ChangedDay, plan: MovePlan): DomainEvent {
  const along = (day.step.key === move.stepKey ? plan.following : []).filter((other) => other.day.scope === day.scope).map((other) => `${other.day.step.name} to ${dayInWords(other.to)}`);
  return {
    type: 'date.moved',
    regionId: cycle.regionId,
    cycleId: cycle.id,
    authorityId: day.place?.authorityId ?? null,
    data: {
      cycle: cycle.name,
      step: day.step.name,
      stepKey: day.step.key,
      scope: day.scope,
      for: scopeWords(move.scope, namesIn(cycle)),
      from: dayInWords(from),
      to: dayInWords(to),
      along: along.join('; '),
      reason: move.reason,
    },
  };
}

// The coordinator fixes each group's forum day within the cycle and after the packs are issued, gives every authority of the wave
// one session with a lead challenger, and books nobody twice (North West process 2017/18, steps 10 and 14).
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { DomainEvent } from '../events';
import type { Actor, Day } from '../model';
import { clockOf, clockSpan, dayAt, dayWords } from './clock';
import { conflictAmong } from './conflicts';
import { isUnderWay, type Forum, type ForumSession } from './forum';

export interface ForumCycle {
  id: string;
  regionId: string;
  name: string;
  startsOn: Day;
  endsOn: Day;
  closed: boolean;
  /** What a forum waits for, and when that is due: "Packs issued". */
  waitsFor: { name: string; dueOn: Day } | null;
}

/** The forums as they shall be. */
export interface ForumsChange {
  forums: readonly Forum[];
  /** The time is another: whoever had answered is asked again. */
  askAgain?: boolean;
}

interface Scheduling {
  actor: Actor;
  at: Date;
  cycle: ForumCycle;
  /** Every other forum of the region on these days, in any cycle. */
  others: readonly Forum[];
}

export function scheduleForums({ actor, at, cycle, forums, others, scheduled }: Scheduling & { forums: readonly Forum[]; scheduled: readonly Forum[] }): Decision<ForumsChange> {
  return decide(actor, 'forum.schedule', { regionId: cycle.regionId }, () => {
    if (forums.length === 0) return refuse('nothing-to-schedule', 'Every group already has its forum days in this cycle.');
    for (const forum of forums) {
      if (scheduled.some((other) => !other.cancelledAt && other.group.id === forum.group.id && other.wave === forum.wave)) {
        return refuse('already-scheduled', `The ${forum.group.name} group already has its forum of this wave: change that one.`);
      }
      if (forum.sessions.length === 0) return refuse('no-authorities', `No authority of the ${forum.group.name} group is in this wave.`);
      const problem = problemWith(forum, cycle, at, [...others, ...forums]);
      if (problem) return problem;
    }
    const [first, ...rest] = forums.flatMap(scheduledEvents);
    return { change: { forums }, events: [first!, ...rest] };
  });
}

export function changeForum({ actor, at, cycle, from, to, others }: Scheduling & { from: Forum; to: Forum }): Decision<ForumsChange> {
  return decide(actor, 'forum.schedule', { regionId: cycle.regionId }, () => {
    if (from.cancelledAt) return refuse('cancelled', 'This forum was cancelled. Schedule another day for the group.');
    if (isUnderWay(from)) return refuse('under-way', 'A session of this forum has already been held: the day can no longer be changed.');
    const what = whatChanged(from, to);
    if (what.length === 0) return refuse('nothing-changed', 'Nothing was changed.');
    const problem = problemWith(to, cycle, at, others);
    if (problem) return problem;
    const forum = { ...to, sequence: from.sequence + 1 };
    return { change: { forums: [forum], askAgain: hasMoved(from, to) }, events: [forumEvent('forum.changed', forum, { what: what.join('; ') })] };
  });
}

export function cancelForum({ actor, at, forum, reason }: { actor: Actor; at: Date; forum: Forum; reason: string }): Decision<ForumsChange> {
  return decide(actor, 'forum.schedule', { regionId: forum.regionId }, () => {
    if (forum.cancelledAt) return refuse('cancelled', 'This forum has already been cancelled.');
    if (isUnderWay(forum)) return refuse('under-way', 'A session of this forum has already been held: it cannot be cancelled.');
    const cancelled = { ...forum, sequence: forum.sequence + 1, cancelledAt: at, cancelledWhy: reason };
    return { change: { forums: [cancelled] }, events: [forumEvent('forum.cancelled', cancelled, { reason })] };
  });
}

function problemWith(forum: Forum, cycle: ForumCycle, at: Date, others: readonly Forum[]): Refusal | null {
  return dayProblem(forum, cycle, at) ?? firstOf(forum.sessions.map((session) => sessionProblem(session, forum))) ?? bookingProblem(forum, others);
}

function dayProblem({ onDay, startsAt, endsAt }: Forum, cycle: ForumCycle, at: Date): Refusal | null {
  if (cycle.closed) return refuse('cycle-closed', `The ${cycle.name} cycle is closed.`);
  if (onDay < cycle.startsOn || onDay > cycle.endsOn) {
    return refuse('outside-cycle', `${dayWords(onDay)} is outside the ${cycle.name} cycle, which runs from ${dayWords(cycle.startsOn)} to ${dayWords(cycle.endsOn)}.`);
  }
  if (cycle.waitsFor && onDay < cycle.waitsFor.dueOn) {
    return refuse('too-early', `${dayWords(onDay)} is too early: a forum waits for “${cycle.waitsFor.name}”, which is due on ${dayWords(cycle.waitsFor.dueOn)}.`);
  }
  if (onDay < dayAt(at)) return refuse('passed', `${dayWords(onDay)} has passed.`);
  if (endsAt <= startsAt) return refuse('ends-first', `The day would end at ${clockOf(endsAt)}, before it starts at ${clockOf(startsAt)}.`);
  return null;
}

function sessionProblem(session: ForumSession, forum: Forum): Refusal | null {
  const { authority, startsAt, endsAt, challengers } = session;
  const leads = challengers.filter(({ lead }) => lead);
  if (endsAt <= startsAt) return refuse('session-ends-first', `${authority.name}’s session would end at ${clockOf(endsAt)}, before it starts at ${clockOf(startsAt)}.`);
  if (startsAt < forum.startsAt || endsAt > forum.endsAt) {
    return refuse('outside-day', `${authority.name}’s session (${clockSpan(startsAt, endsAt)}) would fall outside the day (${clockSpan(forum.startsAt, forum.endsAt)}).`);
  }
  if (challengers.some(({ id }) => id === authority.id)) return refuse('challenges-itself', `${authority.name} cannot challenge itself.`);
  if (leads.length !== 1) return refuse('no-lead', `Choose one authority that leads the challenge of ${authority.name}.`);
  return null;
}

function bookingProblem(forum: Forum, others: readonly Forum[]): Refusal | null {
  const conflict = conflictAmong(forum, others);
  return conflict ? refuse('twice-at-once', conflict) : null;
}

/** What a calendar must show anew, in words: "moved to Thursday 14 December 2017, 09:30 to 16:45". */
function whatChanged(from: Forum, to: Forum): string[] {
  const what: string[] = [];
  const moved = hasMoved(from, to);
  if (moved) what.push(`moved to ${dayWords(to.onDay)}, ${clockSpan(to.startsAt, to.endsAt)}`);
  if (from.venue !== to.venue || from.room !== to.room) what.push(`now at ${[to.room, to.venue].filter(Boolean).join(', ')}`);
  if (from.facilitator?.postId !== to.facilitator?.postId) what.push(to.facilitator ? `facilitated by ${to.facilitator.post}` : 'without a facilitator for now');
  const before = new Map(from.sessions.map((session) => [session.cycleAuthorityId, session]));
  for (const session of to.sessions) {
    const was = before.get(session.cycleAuthorityId);
    const retimed = was && !moved && (was.startsAt.getTime() !== session.startsAt.getTime() || was.endsAt.getTime() !== session.endsAt.getTime());
    if (!was || retimed) what.push(`${session.authority.name} at ${clockSpan(session.startsAt, session.endsAt)}`);
    if (was && challengerKey(was) !== challengerKey(session)) what.push(`${session.authority.name} is challenged by ${session.challengers.map(({ name }) => name).join(', ')}`);
  }
  return what;
}

function hasMoved(from: Forum, to: Forum): boolean {
  return from.startsAt.getTime() !== to.startsAt.getTime() || from.endsAt.getTime() !== to.endsAt.getTime();
}

function challengerKey({ challengers }: ForumSession): string {
  return challengers
    .map(({ id, lead }) => `${id}${lead ? '*' : ''}`)
    .toSorted()
    .join();
}

function scheduledEvents(forum: Forum): DomainEvent[] {
  return [
    forumEvent('forum.scheduled', forum, { on: dayWords(forum.onDay) }),
    ...forum.sessions.map(
      (session): DomainEvent => ({
        ...forumEvent('session.arranged', forum, { authority: session.authority.name, time: clockOf(session.startsAt) }),
        authorityId: session.authority.id,
      }),
    ),
  ];
}

export function forumEvent(type: DomainEvent['type'], forum: Pick<Forum, 'id' | 'regionId' | 'cycleId' | 'group'>, data: NonNullable<DomainEvent['data']> = {}): DomainEvent {
  return { type, regionId: forum.regionId, cycleId: forum.cycleId, subjectId: forum.id, data: { group: forum.group.name, ...data } };
}

function firstOf(problems: readonly (Refusal | null)[]): Refusal | null {
  return problems.find((problem) => problem !== null) ?? null;
}

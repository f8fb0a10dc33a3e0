// What becomes of a forum day when one of its authorities changes places with another, leaves, or comes to it. Nobody is in two places at
// once, nobody challenges itself, every session has one lead; a day on which a session was held stays as it is.
import { addMinutes, minutesBetween } from './clock';
import { conflictAmong, overlaps } from './conflicts';
import type { Challenger, Forum, ForumSession } from './forum';
import { sessionTimes } from './timetable';

/**
 * On one day two sessions exchange their times, and whoever challenges them goes along. On two days the authorities change places whole:
 * each takes the other's time and, as host and as challenger, the other's part in the day, so that nobody else has to come another day.
 */
export function exchanged(forums: readonly Forum[], one: string, other: string): Forum[] {
  const [first, second] = [forumOf(forums, one), forumOf(forums, other)];
  if (!first || !second) return [];
  const [mine, theirs] = [sessionOf(first, one)!, sessionOf(second, other)!];
  if (first.id === second.id) {
    const sessions = first.sessions.map((session) => (session === mine ? timed(mine, theirs) : session === theirs ? timed(theirs, mine) : session));
    return [changed(first, sessions)];
  }
  const parts = new Map([[one, challengerOf(theirs)], [other, challengerOf(mine)]]);
  const swapped = (challengers: readonly Challenger[]) => challengers.map((challenger) => ({ ...challenger, ...parts.get(challenger.id), lead: challenger.lead }));
  const dayOf = (forum: Forum, leaves: ForumSession, comes: ForumSession) =>
    changed(forum, forum.sessions.map((session) => (session === leaves ? { ...timed(comes, leaves), challengers: swapped(leaves.challengers) } : { ...session, challengers: swapped(session.challengers) })));
  return [dayOf(first, mine, theirs), dayOf(second, theirs, mine)];
}

export interface Leaving {
  forums: readonly Forum[];
  authorityId: string;
  /** Forums of other cycles on the same days. */
  others: readonly Forum[];
  /** Who could lead the challenge of an authority, in the order of preference. */
  leadsFor: (hostId: string) => readonly Challenger[];
  /** Who challenges in its stead, where that one can be there. */
  heir?: Omit<Challenger, 'lead'> | null;
  /** Two that are never brought together. */
  apart?: (one: string, other: string) => boolean;
  /** A day on which nobody else has a session is not cancelled: somebody comes to it. */
  keepsDay?: boolean;
  because: string;
  at: Date;
  newId: () => string;
}

/** Forums as they are without an authority; its own session is kept on a cancelled day of its own. `leaderless`: whom nobody can lead. */
export function without({ forums, authorityId, others, leadsFor, heir = null, apart = () => false, keepsDay = false, because, at, newId }: Leaving): { forums: Forum[]; leaderless: ForumSession | null } {
  const found: Forum[] = [];
  for (const forum of forums) {
    const own = forum.sessions.find(({ authority, endedAt }) => authority.id === authorityId && !endedAt);
    const concerns = own || forum.sessions.some(({ challengers, endedAt }) => !endedAt && challengers.some(({ id }) => id === authorityId));
    if (!concerns) continue;
    const off = { ...forum, sequence: forum.sequence + 1, cancelledAt: at, cancelledWhy: because };
    if (own && forum.sessions.length === 1 && !keepsDay) {
      found.push(off);
      continue;
    }
    if (own) found.push({ ...off, id: newId(), sequence: 0, room: '', facilitator: null, sessions: [own] });
    let rest = changed(forum, forum.sessions.filter((session) => session !== own));
    for (const session of rest.sessions.filter(({ challengers, endedAt }) => !endedAt && challengers.some(({ id }) => id === authorityId))) {
      const elsewhere = [...forums.filter(({ id }) => id !== forum.id), ...others];
      const led = takenOver(rest, session, { authorityId, heir: heir && !apart(heir.id, session.authority.id) ? heir : null, others: elsewhere }) ?? ledAnew(rest, session, { authorityId, candidates: leadsFor(session.authority.id), others: elsewhere });
      if (!led) return { forums: [], leaderless: session };
      rest = led;
    }
    found.push(rest);
  }
  return { forums: found, leaderless: null };
}

/** The forum with a session that the heir challenges as the authority did; null when there is none, or none who can be there. */
function takenOver(forum: Forum, session: ForumSession, { authorityId, heir, others }: { authorityId: string; heir: Omit<Challenger, 'lead'> | null; others: readonly Forum[] }): Forum | null {
  if (!heir) return null;
  const challengers = session.challengers.map((one) => (one.id === authorityId ? { ...heir, lead: one.lead } : one));
  const trial = { ...forum, sessions: forum.sessions.map((one) => (one.id === session.id ? { ...one, challengers } : one)) };
  return conflictAmong(trial, others) === null ? trial : null;
}

/** The forum with a session in which the authority challenges no more: where it led, the first who can be there leads. */
function ledAnew(forum: Forum, session: ForumSession, { authorityId, candidates, others }: { authorityId: string; candidates: readonly Challenger[]; others: readonly Forum[] }): Forum | null {
  const staying = session.challengers.filter(({ id }) => id !== authorityId);
  const withChallengers = (challengers: readonly Challenger[]) => ({ ...forum, sessions: forum.sessions.map((one) => (one.id === session.id ? { ...one, challengers } : one)) });
  if (staying.some(({ lead }) => lead)) return withChallengers(staying);
  const inOrder = [...staying, ...candidates].filter(({ id }) => id !== authorityId && id !== session.authority.id);
  for (const candidate of inOrder) {
    const trial = withChallengers([{ ...candidate, lead: true }, ...staying.filter(({ id }) => id !== candidate.id)]);
    if (conflictAmong(trial, others) === null) return trial;
  }
  return null;
}

/** The forum with one session more: at the time that was given up, else after the last, else with every session made a little shorter; null when the day is too short. */
export function withSession(forum: Forum, session: Omit<ForumSession, 'startsAt' | 'endsAt' | 'endedAt' | 'notesId'>, freed: { startsAt: Date; endsAt: Date } | null): Forum | null {
  const placed = (slot: { startsAt: Date; endsAt: Date }): ForumSession => ({ ...session, startsAt: slot.startsAt, endsAt: slot.endsAt, endedAt: null, notesId: '' });
  if (freed && !forum.sessions.some((other) => overlaps(other, freed))) return changed(forum, inOrderOfDay([...forum.sessions, placed(freed)]));
  const last = forum.sessions.at(-1);
  if (!last) return changed(forum, [placed(sessionTimes(1, forum)![0]!)]);
  const startsAt = addMinutes(last.endsAt, PAUSE);
  const slot = { startsAt, endsAt: addMinutes(startsAt, minutesBetween(last.startsAt, last.endsAt)) };
  if (slot.endsAt <= forum.endsAt) return changed(forum, [...forum.sessions, placed(slot)]);
  const slots = sessionTimes(forum.sessions.length + 1, forum);
  return slots && changed(forum, [...forum.sessions.map((other, index) => timed(other, slots[index]!)), placed(slots.at(-1)!)]);
}

const PAUSE = 15;

/** What of these days becomes another for each authority, by the names of those who host. */
export function sessionsChanged(before: readonly Forum[], after: readonly Forum[]): ForumSession[] {
  const was = new Map(before.flatMap(({ id, sessions }) => sessions.map((session) => [session.id, { session, forumId: id }])));
  return after.filter(({ cancelledAt }) => !cancelledAt).flatMap(({ id, sessions }) =>
    sessions.filter((session) => {
      const old = was.get(session.id);
      return !old || old.forumId !== id || old.session.startsAt.getTime() !== session.startsAt.getTime() || whoChallenges(old.session) !== whoChallenges(session);
    }),
  );
}

export function whoChallenges({ challengers }: Pick<ForumSession, 'challengers'>): string {
  return challengers.map(({ id, lead }) => `${id}${lead ? '*' : ''}`).toSorted().join();
}

/** Everyone with a part in a session. */
export function inSession({ authority, challengers }: Pick<ForumSession, 'authority' | 'challengers'>): string[] {
  return [authority.id, ...challengers.map(({ id }) => id)];
}

export function forumOf(forums: readonly Forum[], authorityId: string): Forum | null {
  return forums.find(({ sessions }) => sessions.some(({ authority }) => authority.id === authorityId)) ?? null;
}

export function sessionOf(forum: Pick<Forum, 'sessions'> | null, authorityId: string): ForumSession | null {
  return forum?.sessions.find(({ authority }) => authority.id === authorityId) ?? null;
}

function challengerOf({ authority, directorIds }: ForumSession): Omit<Challenger, 'lead'> {
  return { id: authority.id, name: authority.name, directorIds };
}

function timed(session: ForumSession, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): ForumSession {
  return { ...session, startsAt, endsAt };
}

function changed(forum: Forum, sessions: readonly ForumSession[]): Forum {
  return { ...forum, sequence: forum.sequence + 1, sessions: inOrderOfDay(sessions) };
}

function inOrderOfDay(sessions: readonly ForumSession[]): ForumSession[] {
  return sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

// No authority, person or room is in two places at once: the coordinator is told both, and nothing is saved.
import { clockSpan, dayAt, dayWords } from './clock';
import { forumName, type Forum } from './forum';

/** Something that is taken for a stretch of time by a forum; the same key may not be taken by two forums at once. */
export interface Booking {
  key: string;
  forumId: string;
  /** What is taken: "Halton", "Facilitator, North West". */
  what: string;
  /** What for: "hosts its session at the Trafford group’s forum". */
  does: string;
  startsAt: Date;
  endsAt: Date;
}

export function bookingsOf(forum: Forum): Booking[] {
  if (forum.cancelledAt) return [];
  const at = forumName(forum);
  const day = { forumId: forum.id, startsAt: forum.startsAt, endsAt: forum.endsAt };
  const bookings: Booking[] = [];
  if (forum.room) {
    bookings.push({ ...day, key: roomKey(forum), what: `${forum.room}, ${forum.venue}`, does: `is taken for ${at}` });
  }
  if (forum.facilitator) {
    const { postId, post, personIds } = forum.facilitator;
    for (const key of [`post:${postId}`, ...personIds.map((id) => `person:${id}`)]) bookings.push({ ...day, key, what: post, does: `facilitates ${at}` });
  }
  for (const session of forum.sessions) {
    const slot = { forumId: forum.id, startsAt: session.startsAt, endsAt: session.endsAt };
    const host = { ...slot, what: session.authority.name, does: `has its session at ${at}` };
    bookings.push({ ...host, key: `authority:${session.authority.id}` });
    for (const id of session.directorIds) bookings.push({ ...host, key: `person:${id}`, what: `DCS, ${session.authority.name}` });
    for (const challenger of session.challengers) {
      const challenging = { ...slot, what: challenger.name, does: `challenges ${session.authority.name} at ${at}` };
      bookings.push({ ...challenging, key: `authority:${challenger.id}` });
      for (const id of challenger.directorIds) bookings.push({ ...challenging, key: `person:${id}`, what: `DCS, ${challenger.name}` });
    }
  }
  return bookings;
}

/** The bookings that the database holds apart; who holds a post may change, so persons are left to the rule. */
export function lastingBookings(forum: Forum): Booking[] {
  return bookingsOf(forum).filter(({ key }) => !key.startsWith('person:'));
}

/** The sentence for the first thing that would be in two places at once; null when nothing is. */
export function conflictAmong(forum: Forum, others: readonly Forum[]): string | null {
  return conflictWithin(forum) ?? conflictBetween(bookingsOf(forum), others.filter(({ id }) => id !== forum.id).flatMap(bookingsOf));
}

function conflictBetween(mine: readonly Booking[], theirs: readonly Booking[]): string | null {
  for (const booking of mine) {
    const other = theirs.find(({ key, forumId, ...slot }) => key === booking.key && forumId !== booking.forumId && overlaps(slot, booking));
    if (other) return `${bookingWords(other)}, and ${bookingWords(booking)}: nobody and no room can be in two places at once.`;
  }
  return null;
}

/** One session at a time, in one room, with each authority the host of one. */
function conflictWithin(forum: Forum): string | null {
  const sessions = forum.sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const [index, session] of sessions.entries()) {
    const next = sessions[index + 1];
    if (next && overlaps(session, next)) {
      return `${session.authority.name} (${clockSpan(session.startsAt, session.endsAt)}) and ${next.authority.name} (${clockSpan(next.startsAt, next.endsAt)}) would have their sessions at the same time.`;
    }
  }
  return null;
}

function roomKey({ regionId, venue, room }: Forum): string {
  const plain = (words: string) => words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return `room:${regionId}:${plain(venue)}:${plain(room)}`;
}

export function overlaps(a: { startsAt: Date; endsAt: Date }, b: { startsAt: Date; endsAt: Date }): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

function bookingWords({ what, does, startsAt, endsAt }: Booking): string {
  return `${what} ${does} on ${dayWords(dayAt(startsAt))} from ${clockSpan(startsAt, endsAt)}`;
}

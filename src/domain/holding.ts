// A signature is given by someone who holds the post on that day: its holder, or whoever covers it, within the days of the cover. Whom
// the cover stands in for is kept with the signature (product: duties belong to posts; let a deputy act).
import { refuse, type Refusal } from './decision';
import type { Day } from './model';
import { isHeldOn, type AppointmentFacts } from './people';

/** How someone holds a post on a day. */
export interface Holding {
  appointmentId: string;
  personId: string;
  personName: string;
  /** Set when it is held as cover: the days of the cover, and whom it is for; nobody while the post is vacant. */
  cover: { from: Day; until: Day | null; of: { personId: string; name: string } | null } | null;
}

/** The person's own hold on the post that day, as its holder before as cover; null when they have none. `all` are the appointments to this post. */
export function holdingOn(all: readonly AppointmentFacts[], personId: string, on: Day): Holding | null {
  const own = all.filter((appointment) => appointment.personId === personId && isHeldOn(appointment, on));
  const held = own.find(({ acting }) => !acting) ?? own[0];
  if (!held) return null;
  const { id: appointmentId, personName, startsOn: from, endsOn: until } = held;
  return { appointmentId, personId, personName, cover: held.acting ? { from, until, of: coveredOn(all, personId, on) } : null };
}

/** Everyone who holds the post that day, the holder before those who cover it. */
export function holdingsOn(all: readonly AppointmentFacts[], on: Day): Holding[] {
  const now = all.filter((appointment) => isHeldOn(appointment, on)).sort((a, b) => Number(a.acting) - Number(b.acting));
  return [...new Set(now.map(({ personId }) => personId))].map((personId) => holdingOn(all, personId, on)!);
}

export function notHeld(holding: Holding | null): Refusal | null {
  return holding ? null : refuse('post-not-held', 'You no longer hold this post, or your days as cover are over. Whoever holds it now can sign.');
}

/** The holder on that day, else the last one before it. */
function coveredOn(all: readonly AppointmentFacts[], personId: string, on: Day): { personId: string; name: string } | null {
  const holders = all.filter((appointment) => !appointment.acting && appointment.personId !== personId && appointment.startsOn <= on);
  const last = holders.find((appointment) => isHeldOn(appointment, on)) ?? holders.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).at(-1);
  return last ? { personId: last.personId, name: last.personName } : null;
}

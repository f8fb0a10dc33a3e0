// A forum day as the product proposes it: every authority of the group in the wave, in order, with challengers in rotation.
import type { Day, Named } from '../model';
import { among, type TwoAuthorities } from '../processes/in-conflict';
import { atClock } from './clock';
import type { Challenger, Facilitator, Forum, ForumSession } from './forum';
import { rotation } from './rotation';
import { DAY_ENDS, DAY_STARTS, sessionTimes } from './timetable';

export interface ForumMember extends Named {
  cycleAuthorityId: string;
  /** Who holds the post of DCS now. */
  directorIds: readonly string[];
  /** The authority that led its challenge in the cycle before. */
  ledLastYearBy: string | null;
  /** The lead peer challenger that it was given when the cycle opened: leads at the forum too, where it is of the same group. */
  lead: string | null;
  /** A session kept from a day that was cancelled. */
  kept: { sessionId: string; notesId: string } | null;
}

export interface Proposal {
  forumId: string;
  regionId: string;
  cycleId: string;
  group: Named;
  wave: string;
  onDay: Day;
  starts?: string;
  ends?: string;
  venue: string;
  room: string;
  facilitator: Facilitator | null;
  /** Authorities of the group in this wave. */
  hosts: readonly ForumMember[];
  /** Authorities of the group in other waves. */
  reserves: readonly ForumMember[];
  /** Two whom the register keeps apart. */
  conflicts?: readonly TwoAuthorities[];
}

/** Null when the day is too short for a session each. `newId` gives the id of a session. */
export function proposeForum(proposal: Proposal, newId: () => string): Forum | null {
  const { hosts, reserves, conflicts = [], forumId, regionId, cycleId, group, wave, onDay, venue, room, facilitator } = proposal;
  const day = { startsAt: atClock(onDay, proposal.starts ?? DAY_STARTS), endsAt: atClock(onDay, proposal.ends ?? DAY_ENDS) };
  const order = hosts.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const slots = sessionTimes(order.length, day);
  if (!slots) return null;
  const challengersOf = pairingOf({ hosts: order, reserves, conflicts });
  const sessions = order.map((host, index): ForumSession => ({
    id: host.kept?.sessionId ?? newId(),
    cycleAuthorityId: host.cycleAuthorityId,
    notesId: host.kept?.notesId ?? '',
    authority: { id: host.id, name: host.name },
    directorIds: host.directorIds,
    ...slots[index]!,
    endedAt: null,
    challengers: challengersOf(host),
  }));
  return { id: forumId, regionId, cycleId, group, wave, onDay, ...day, venue, room, facilitator, sequence: 0, cancelledAt: null, cancelledWhy: null, heldAt: null, sessions };
}

/** As the turn goes round; but the lead peer challenger of the cycle leads where it can. */
function pairingOf({ hosts: order, reserves, conflicts = [] }: Pick<Proposal, 'hosts' | 'reserves' | 'conflicts'>): (host: ForumMember) => Challenger[] {
  const lastYear = new Map(order.flatMap(({ id, ledLastYearBy }) => (ledLastYearBy ? [[id, ledLastYearBy] as const] : [])));
  const pairings = rotation(
    order.map(({ id }) => id),
    lastYear,
    reserves.map(({ id }) => id),
    conflicts,
  );
  const known = new Map([...order, ...reserves].map((member) => [member.id, member]));
  const apart = among(conflicts);
  return (host) => {
    const pairing = pairings.find((pair) => pair.host === host.id)!;
    const lead = host.lead && known.has(host.lead) && !apart(host.lead, host.id) ? host.lead : pairing.lead;
    const ids = [...new Set([lead, pairing.lead, ...pairing.others])].filter((id): id is string => id !== null && id !== host.id);
    return ids.map((id) => ({ id, name: known.get(id)!.name, lead: id === lead, directorIds: known.get(id)!.directorIds }));
  };
}

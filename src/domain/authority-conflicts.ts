// Two authorities that do not challenge one another, and why: services that they share, a personal tie, a dispute. The coordinator keeps
// the register; sets, rotations, roles and lead peer challengers go by it, and nobody outside the regional team reads it
// (3-processes.md section 7.3, step 4: the conflict check; 4-documents-teams-confidentiality.md, conflict rules).
import { dayInWords } from './deadlines';
import { decide, refuse, type Decision, type Refusal } from './decision';
import type { DomainEvent, EventType } from './events';
import type { Actor, Day, HeldPost, Named } from './model';

/** Of two authorities in no order. */
export interface AuthorityConflict {
  id: string;
  authorityId: string;
  otherId: string;
  reason: string;
  /** The last day on which it stands; null until somebody ends it. */
  untilOn: Day | null;
  endedOn: Day | null;
}

export interface NewConflict {
  authorityId: string;
  otherId: string;
  reason: string;
  untilOn: Day | null;
}

export interface Register {
  regionId: string;
  authorities: readonly Named[];
  conflicts: readonly AuthorityConflict[];
}

export const MOST_REASON = 500;

/** Those that stand on a day: neither ended nor run out. */
export function conflictsOn<Conflict extends Pick<AuthorityConflict, 'untilOn' | 'endedOn'>>(conflicts: readonly Conflict[], on: Day): Conflict[] {
  return conflicts.filter(({ untilOn, endedOn }) => endedOn === null && (untilOn === null || untilOn >= on));
}

/** The regional team reads the register; what it says can hurt. */
export function readsRegister(post: Pick<HeldPost, 'office' | 'region'>, regionId: string): boolean {
  return post.region.id === regionId && (post.office === 'sli-coordinator' || post.office === 'facilitator');
}

export function recordConflict(actor: Actor, register: Register, wanted: NewConflict, today: Day): Decision<NewConflict> {
  return decide(actor, 'conflict.record', { regionId: register.regionId }, () => {
    const conflict = { ...wanted, reason: wanted.reason.trim() };
    return notToConflict(register, conflict, today) ?? { change: conflict, events: [eventOf(register, conflict, 'conflict.recorded')] };
  });
}

function notToConflict({ authorities, conflicts }: Register, { authorityId, otherId, reason, untilOn }: NewConflict, today: Day): Refusal | null {
  const [one, other] = [authorityId, otherId].map((id) => authorities.find((authority) => authority.id === id));
  if (!one || !other) return refuse('not-of-the-region', 'Choose two authorities of this region.');
  if (one === other) return refuse('same-authority', `Choose another authority than ${one.name}.`);
  if (reason === '') return refuse('no-reason', 'Reason: say why the two do not challenge one another.');
  if (reason.length > MOST_REASON) return refuse('long-reason', `Reason: at most ${MOST_REASON} characters.`);
  if (untilOn && untilOn < today) return refuse('day-passed', `Until: ${dayInWords(untilOn)} has passed.`);
  const stands = conflictsOn(conflicts, today).some((before) => isOf(before, authorityId) && isOf(before, otherId));
  return stands ? refuse('recorded-already', `That ${one.name} and ${other.name} do not challenge one another is recorded already. End that first.`) : null;
}

export function endConflict(actor: Actor, register: Register, conflict: AuthorityConflict): Decision<{ id: string }> {
  return decide(actor, 'conflict.record', { regionId: register.regionId }, () => {
    if (conflict.endedOn) return refuse('ended-already', `It was ended on ${dayInWords(conflict.endedOn)}.`);
    return { change: { id: conflict.id }, events: [eventOf(register, conflict, 'conflict.ended')] };
  });
}

const isOf = (conflict: Pick<AuthorityConflict, 'authorityId' | 'otherId'>, id: string) => conflict.authorityId === id || conflict.otherId === id;

/** Without the reason: it stays in the register. */
function eventOf({ regionId, authorities }: Register, { authorityId, otherId }: Pick<NewConflict, 'authorityId' | 'otherId'>, type: EventType): DomainEvent {
  const nameOf = (id: string) => authorities.find((authority) => authority.id === id)?.name ?? '';
  return { type, regionId, data: { one: nameOf(authorityId), other: nameOf(otherId) } };
}

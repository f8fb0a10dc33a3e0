// Pairs and triads can be altered after opening, until something was handed over in them: two authorities change places, or one goes to
// another set (3-processes.md sections 7.7 and 7.10). Whoever has a role because of the set gets and loses it with the set.
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { Actor, Day, Named } from '../model';
import { among, type TwoAuthorities } from '../processes/in-conflict';
import { listed, numberWord } from '../processes/in-words';
import type { ProcessTemplateDefinition } from '../processes/template';
import type { AssignedPeer, PeersChanged } from '../roles/assign-peer';

export interface SetPlace extends Named {
  cycleAuthorityId: string;
  groupId: string;
  withdrew: boolean;
}

export interface CycleSet extends Named {
  leadId: string | null;
  /** What keeps its members from changing, in a sentence; null while nothing does. */
  begun: string | null;
}

/** Who has a role because they are in the host's set. */
export interface SetPart {
  id: string;
  role: string;
  hostId: string;
  peerId: string;
}

export interface SetsFacts {
  cycle: { id: string; regionId: string; name: string; closedOn: Day | null };
  definition: Pick<ProcessTemplateDefinition, 'grouping' | 'roles' | 'papers'>;
  sets: readonly CycleSet[];
  places: readonly SetPlace[];
  parts: readonly SetPart[];
  /** That stand today. */
  conflicts: readonly TwoAuthorities[];
}

export type WantedChange = { authorityId: string } & ({ withId: string } | { toSetId: string });

export interface SetsChanged extends PeersChanged {
  /** Authorities with their new set. */
  moved: readonly { authorityId: string; fromId: string; toId: string }[];
  leads: readonly { setId: string; leadId: string | null }[];
}

export function changeSets(actor: Actor, facts: SetsFacts, wanted: WantedChange, newId: () => string): Decision<SetsChanged> {
  return decide(actor, 'cycle.make-sets', { regionId: facts.cycle.regionId }, () => {
    const fault = notToChange(facts) ?? wrongly(facts, wanted);
    if (fault) return fault;
    const moved = movesOf(facts, wanted);
    const after = facts.places.map((place) => ({ ...place, groupId: moved.find(({ authorityId }) => authorityId === place.id)?.toId ?? place.groupId }));
    const concerned = facts.sets.filter(({ id }) => moved.some(({ fromId, toId }) => id === fromId || id === toId));
    const bad = concerned.map((set) => wrongAfter(facts, set, after)).find(Boolean);
    if (bad) return bad;
    const told = facts.places.filter(({ id, groupId }) => concerned.some((set) => set.id === groupId) || moved.some(({ authorityId }) => authorityId === id));
    return {
      change: { moved, leads: leadsOf(concerned, moved, after), ...partsOf(facts, moved, after, newId) },
      events: [{
        type: 'sets.changed',
        regionId: facts.cycle.regionId,
        cycleId: facts.cycle.id,
        data: { cycle: facts.cycle.name, set: `Who is in ${concerned.map(({ name }) => name).join(' and ')}`, what: whatChanged(facts, wanted), authorityIds: told.map(({ id }) => id).join(' ') },
      }],
    };
  });
}

/** Why no set of this cycle can be changed at all; null when they can. */
export function notToChange({ cycle, definition: { grouping } }: SetsFacts): Refusal | null {
  if (grouping.is !== 'made') return refuse('no-sets', 'This process makes no sets.');
  return cycle.closedOn ? refuse('cycle-closed', `The ${cycle.name} cycle is closed.`) : null;
}

function wrongly(facts: SetsFacts, wanted: WantedChange): Refusal | null {
  const one = facts.places.find(({ id }) => id === wanted.authorityId);
  const other = 'withId' in wanted ? facts.places.find(({ id }) => id === wanted.withId) : null;
  if (!one) return refuse('not-in-cycle', 'Choose an authority that takes part.');
  if (one.withdrew) return refuse('withdrew', `${one.name} has left this cycle.`);
  if ('withId' in wanted) {
    if (!other) return refuse('not-in-cycle', 'Choose with whom it changes places.');
    if (other.withdrew) return refuse('withdrew', `${other.name} has left this cycle.`);
    if (other.groupId === one.groupId) return refuse('same-set', `${one.name} and ${other.name} are in one set already.`);
  } else {
    if (!facts.sets.some(({ id }) => id === wanted.toSetId)) return refuse('no-such-set', 'Choose the set that it goes to.');
    if (one.groupId === wanted.toSetId) return refuse('same-set', `${one.name} is in that set already.`);
  }
  const setIds = [one.groupId, other?.groupId ?? ('toSetId' in wanted ? wanted.toSetId : '')];
  const begun = facts.sets.find(({ id, begun: why }) => setIds.includes(id) && why !== null);
  return begun ? refuse('begun', begun.begun!) : null;
}

function movesOf({ places }: SetsFacts, wanted: WantedChange): SetsChanged['moved'] {
  const setOf = (id: string) => places.find((place) => place.id === id)!.groupId;
  const { authorityId } = wanted;
  const fromId = setOf(authorityId);
  if ('toSetId' in wanted) return [{ authorityId, fromId, toId: wanted.toSetId }];
  const toId = setOf(wanted.withId);
  return [{ authorityId, fromId, toId }, { authorityId: wanted.withId, fromId: toId, toId: fromId }];
}

function wrongAfter({ definition: { grouping }, conflicts }: SetsFacts, { id, name }: CycleSet, after: readonly SetPlace[]): Refusal | null {
  const members = after.filter(({ groupId, withdrew }) => groupId === id && !withdrew);
  const sizes = grouping.is === 'made' ? grouping.sizes : [];
  if (!sizes.includes(members.length)) return refuse('set-size', `${name} would have ${numberWord(members.length)}, and should have ${listed(sizes.map(numberWord), 'or')}.`);
  const apart = among(conflicts);
  const clash = members.flatMap((one, index) => members.slice(index + 1).filter((other) => apart(one.id, other.id)).map((other) => [one, other] as const))[0];
  return clash ? refuse('in-conflict', `It is on record that ${clash[0].name} and ${clash[1].name} do not challenge one another.`) : null;
}

/** Whoever led a set and leaves it gives the lead to whoever comes in their stead, or to the first who stays. */
function leadsOf(concerned: readonly CycleSet[], moved: SetsChanged['moved'], after: readonly SetPlace[]): SetsChanged['leads'] {
  return concerned.flatMap(({ id, leadId }) => {
    if (!moved.some(({ authorityId, fromId }) => authorityId === leadId && fromId === id)) return [];
    const comes = moved.find(({ toId }) => toId === id)?.authorityId;
    return [{ setId: id, leadId: comes ?? after.find(({ groupId, withdrew }) => groupId === id && !withdrew)?.id ?? null }];
  });
}

function partsOf({ definition: { roles }, parts }: SetsFacts, moved: SetsChanged['moved'], after: readonly SetPlace[], newId: () => string): PeersChanged {
  const setOf = (id: string) => after.find((place) => place.id === id)?.groupId;
  const isMoved = (id: string) => moved.some(({ authorityId }) => authorityId === id);
  const ended = parts.filter(({ hostId, peerId }) => setOf(hostId) !== setOf(peerId)).map(({ id, role, hostId }) => ({ id, role, hostId, why: 'The sets were changed' }));
  const assigned = roles.filter(({ found }) => found === 'set').flatMap(({ key, offices }) =>
    after.filter(({ withdrew }) => !withdrew).flatMap((host) =>
      after
        .filter((peer) => peer.id !== host.id && !peer.withdrew && peer.groupId === host.groupId && (isMoved(host.id) || isMoved(peer.id)))
        .filter((peer) => !parts.some((part) => part.role === key && part.hostId === host.id && part.peerId === peer.id))
        .map((peer): AssignedPeer => ({ id: newId(), role: key, hostId: host.id, peerId: peer.id, offices, postId: null })),
    ),
  );
  return { ended, assigned };
}

function whatChanged({ places, sets }: SetsFacts, wanted: WantedChange): string {
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name ?? '';
  if ('withId' in wanted) return `${nameOf(wanted.authorityId)} and ${nameOf(wanted.withId)} change places`;
  return `${nameOf(wanted.authorityId)} goes to ${sets.find(({ id }) => id === wanted.toSetId)?.name ?? ''}`;
}

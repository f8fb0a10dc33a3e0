// What becomes of a pair, a triad, or a task and finish group when one of its members leaves: it goes on with the rest, or the rest go into
// other sets; what was to be done for one in which nobody is left is not needed any more.
import type { GroupFacts, PlaceFacts } from '../cycle-facts';
import { refuse, type Refusal } from '../decision';
import { listed, numberWord } from '../processes/in-words';
import { isSettledState } from '../workflow';
import type { Leave } from './leaving';
import { mayNotMeet, membersOf } from './parts';
import { nameOf, namesOf, takingPart, unique, type Change, type Ground } from './plan';

export interface Reseated extends Pick<Change, 'sets' | 'seats' | 'endedParts' | 'newParts'> {
  waivers: { stepKey: string; scope: string }[];
  lines: string[];
  concerned: string[];
}

/** Those who would be left in a set that is too small. */
export function leftBehind(ground: Ground, place: PlaceFacts): string[] {
  const { grouping } = ground.given.template;
  if (grouping.is !== 'made') return [];
  const rest = membersOf(ground, place.groupId).filter((id) => id !== place.authorityId);
  return rest.length > 0 && rest.length < Math.min(...grouping.sizes) ? rest : [];
}

/** Sets into which they could go. */
export function setsToJoin(ground: Ground, place: PlaceFacts): { id: string; name: string }[] {
  return ground.facts.groups.filter(({ id }) => id !== place.groupId).map(({ id, name }) => ({ id, name }));
}

export function setsWithout(ground: Ground, { place, seats: wanted = {}, heirId }: Leave, setLeads: ReadonlyMap<string, string | null>): Reseated | Refusal {
  const { grouping, words } = ground.given.template;
  const none: Reseated = { sets: [], seats: [], endedParts: [], newParts: [], waivers: [], lines: [], concerned: [] };
  const groups = [...(grouping.is === 'standing' ? [] : ground.facts.groups), ...(ground.facts.taskGroups ?? [])].filter(({ id }) => membersOf(ground, id).includes(place.authorityId) || setLeads.has(id));
  const seats = leftBehind(ground, place).flatMap((authorityId) => (wanted[authorityId] ? [{ authorityId, groupId: wanted[authorityId]! }] : []));
  for (const { authorityId, groupId } of seats) {
    if (!setsToJoin(ground, place).some(({ id }) => id === groupId)) return refuse('no-set', `${nameOf(ground, authorityId)}: choose the set into which it goes.`);
    const inConflict = membersOf(ground, groupId).map((id) => mayNotMeet(ground, authorityId, id)).find(Boolean);
    if (inConflict) return refuse('in-conflict', inConflict);
  }
  const joined = unique(seats.map(({ groupId }) => groupId));
  const without = groups.map((group) => ({
    group,
    members: membersOf(ground, group.id).filter((id) => id !== place.authorityId && !(group.id === place.groupId && seats.some((seat) => seat.authorityId === id))),
    adLead: adLeadOf(group, place.authorityId, heirId !== undefined && setLeads.get(group.id) === heirId ? heirId : null),
  }));
  const grown = joined.map((id) => ({ group: ground.facts.groups.find((group) => group.id === id)!, members: [...membersOf(ground, id), ...seats.filter(({ groupId }) => groupId === id).map(({ authorityId }) => authorityId)] }));
  const emptied = emptiedScopes(ground, place, seats.map(({ authorityId }) => authorityId), heirId !== undefined);
  const moved = ofTheSet(ground, place, seats);
  // Where all are in one group, its members are everyone: that it goes on without one of them is news to nobody.
  const told = without.filter(({ group }) => grouping.is === 'made' || !ground.facts.groups.includes(group));
  return {
    ...none,
    sets: [...without.map(({ group, members, adLead }) => ({ groupId: group.id, leadAuthorityId: leadOf(group, members, setLeads), adLeadAuthorityId: adLead, memberIds: members })), ...grown.map(({ group, members }) => ({ groupId: group.id, leadAuthorityId: group.leadAuthorityId, memberIds: members }))],
    seats,
    ...moved,
    waivers: emptied.waivers,
    lines: [
      ...told.filter(({ group }) => !(heirId && group.id === place.groupId)).map(({ group, members }) => (members.length === 0 ? `Nobody is left in ${group.name}.` : `${group.name} goes on with ${namesOf(ground, members)}.`)),
      ...without.filter(({ group, adLead }) => group.adLeadAuthorityId && group.adLeadAuthorityId !== adLead).map(({ group, adLead }) => (adLead ? `The Director and the Assistant Director of ${nameOf(ground, adLead)} lead ${group.name}.` : `No Assistant Director leads ${group.name} any more.`)),
      ...(grouping.is === 'made' && !heirId ? sizeLines(without.filter(({ group }) => group.id === place.groupId && seats.length === 0), grouping) : []),
      ...seats.map(({ authorityId, groupId }) => `${nameOf(ground, authorityId)} goes into ${ground.facts.groups.find(({ id }) => id === groupId)?.name}.`),
      ...(grouping.is === 'made' ? sizeLines(grown, grouping) : []),
      ...emptied.names.map((name) => `“${name}” is not needed any more: nobody is left in the ${grouping.is === 'made' ? grouping.word : words.group} for which it is done.`),
    ],
    concerned: [...told, ...grown].flatMap(({ members }) => members),
  };
}

function leadOf({ id, leadAuthorityId }: { id: string; leadAuthorityId: string | null }, members: readonly string[], setLeads: ReadonlyMap<string, string | null>): string | null {
  const lead = setLeads.has(id) ? setLeads.get(id)! : leadAuthorityId;
  return lead && (members.includes(lead) || setLeads.has(id)) && members.length > 0 ? lead : null;
}

/** An Assistant Director leads no longer once their authority is gone, unless the one that comes in its stead gives the group its Director. */
function adLeadOf({ adLeadAuthorityId }: Pick<GroupFacts, 'adLeadAuthorityId'>, gone: string, heir: string | null): string | null | undefined {
  return adLeadAuthorityId === gone ? heir : adLeadAuthorityId;
}

/** A set of a size that the process does not name is possible, and said. */
export function sizeLines(sets: readonly { group: { name: string }; members: readonly string[] }[], { word, sizes }: { word: string; sizes: readonly number[] }): string[] {
  return sets
    .filter(({ members }) => members.length > 0 && !sizes.includes(members.length))
    .map(({ group, members }) => `${group.name} then has ${numberWord(members.length)}. A ${word} has ${listed(sizes.map(numberWord), 'or')}.`);
}

/** Steps of a set, a group or a wave in which nobody is left. */
function emptiedScopes(ground: Ground, place: PlaceFacts, gone: readonly string[], isFilled: boolean): { waivers: { stepKey: string; scope: string }[]; names: string[] } {
  if (isFilled) return { waivers: [], names: [] };
  const staying = takingPart(ground).filter(({ authorityId }) => authorityId !== place.authorityId && !gone.includes(authorityId));
  const scopes = [
    ...(staying.some(({ groupId }) => groupId === place.groupId) ? [] : [`group:${place.groupId}`]),
    ...(takingPart(ground).some(({ authorityId, wave }) => authorityId !== place.authorityId && wave === place.wave) ? [] : [`wave:${place.wave}`]),
  ];
  const steps = ground.steps.filter(({ scope, state }) => scopes.includes(scope) && !isSettledState(state));
  return { waivers: steps.map(({ step, scope }) => ({ stepKey: step.key, scope })), names: steps.map(({ step }) => step.name) };
}

/** Where the others of a set have a role for one another, whoever goes into another set has it there. */
function ofTheSet(ground: Ground, place: PlaceFacts, seats: readonly { authorityId: string; groupId: string }[]): Pick<Reseated, 'endedParts' | 'newParts'> {
  const roles = ground.given.template.roles.filter(({ found }) => found === 'set');
  if (roles.length === 0) return { endedParts: [], newParts: [] };
  const gone = [place.authorityId, ...seats.map(({ authorityId }) => authorityId)];
  const ended = takingPart(ground)
    .filter((host) => host.groupId === place.groupId && host.authorityId !== place.authorityId)
    .flatMap((host) => (host.peers ?? []).filter((peer) => roles.some(({ key }) => key === peer.role) && (gone.includes(peer.authorityId) || gone.includes(host.authorityId))).map(({ id }) => id));
  return { endedParts: ended, newParts: seats.flatMap(({ authorityId, groupId }) => partsOfSet(ground, authorityId, membersOf(ground, groupId))) };
}

/** Both ways, for each role that the others of a set have. */
export function partsOfSet(ground: Ground, authorityId: string, members: readonly string[]): Change['newParts'][number][] {
  const roles = ground.given.template.roles.filter(({ found }) => found === 'set');
  return roles.flatMap(({ key: role }) =>
    members.filter((id) => id !== authorityId).flatMap((other) => [
      { id: ground.newId(), hostId: authorityId, role, authorityId: other },
      { id: ground.newId(), hostId: other, role, authorityId },
    ]),
  );
}

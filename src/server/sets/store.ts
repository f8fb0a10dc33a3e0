import type { Accepted } from '@/domain/decision';
import { regionsFollowed, type Actor } from '@/domain/model';
import type { CycleSet, SetsChanged, SetsFacts } from '@/domain/sets/change-sets';
import { audience } from '@/domain/visibility';
import { dateOf, today } from '../days';
import type { Tx } from '../db';
import { createDocuments } from '../documents/create-documents';
import { papersOfPeer } from '../documents/process-papers';
import { isUuid, NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';

/** The sets of a cycle of the actor's region, with what keeps each from being changed. */
export async function findSets(tx: Tx, actor: Actor, cycleId: string, at: Date): Promise<SetsFacts> {
  const cycle = isUuid(cycleId) ? await tx.cycle.findFirst({ where: { id: cycleId, regionId: { in: regionsFollowed(actor) } } }) : null;
  if (!cycle) throw new NotFound();
  const { regionId } = cycle;
  const definition = await processDefinition(tx, cycle.templateId);
  const bySet = definition.roles.filter(({ found }) => found === 'set').map(({ key }) => key);
  const rows = await tx.group.findMany({ where: { cycleId, kind: 'set' }, orderBy: { ordinal: 'asc' }, select: { id: true, name: true, leadAuthorityId: true } });
  const places = await tx.cycleAuthority.findMany({ where: { cycleId }, select: { id: true, authorityId: true, groupId: true, withdrawnAt: true, authority: { select: { shortName: true } } }, orderBy: { authority: { shortName: 'asc' } } });
  const parts = await tx.cyclePeer.findMany({ where: { endedAt: null, role: { in: bySet }, cycleAuthority: { cycleId } }, select: { id: true, role: true, authorityId: true, cycleAuthority: { select: { authorityId: true } } } });
  const conflicts = await tx.authorityConflict.findMany({ where: { regionId, endedAt: null, OR: [{ untilOn: null }, { untilOn: { gte: dateOf(today(at)) } }] }, select: { authorityId: true, otherId: true } });
  const begun = await findBegun(tx, cycleId, { setIds: rows.map(({ id }) => id), bySet, places: places.map(({ id, groupId }) => ({ id, groupId })) });
  return {
    cycle: { id: cycle.id, regionId, name: cycle.name, closedOn: cycle.closedAt ? today(cycle.closedAt) : null },
    definition,
    sets: rows.map(({ id, name, leadAuthorityId }): CycleSet => ({ id, name, leadId: leadAuthorityId, begun: whyBegun(name, begun, id) })),
    places: places.map(({ id, authorityId, groupId, withdrawnAt, authority }) => ({ id: authorityId, name: authority.shortName, cycleAuthorityId: id, groupId, withdrew: withdrawnAt !== null })),
    parts: parts.map(({ id, role, authorityId, cycleAuthority }) => ({ id, role, hostId: cycleAuthority.authorityId, peerId: authorityId })),
    conflicts,
  };
}

interface Begun {
  handedOver: ReadonlySet<string>;
  recorded: ReadonlySet<string>;
  arranged: ReadonlySet<string>;
}

function whyBegun(name: string, { handedOver, recorded, arranged }: Begun, id: string): string | null {
  if (handedOver.has(id)) return `Something has been handed over in ${name}: who is in it stays.`;
  if (recorded.has(id)) return `A step of ${name} has been recorded: who is in it stays.`;
  return arranged.has(id) ? `A day has been arranged for ${name}: cancel it first.` : null;
}

/** Papers of the set and of those who have a role because of it, what was opened to them, steps that were recorded, days that were arranged. */
async function findBegun(tx: Tx, cycleId: string, { setIds, bySet, places }: { setIds: readonly string[]; bySet: readonly string[]; places: readonly { id: string; groupId: string }[] }): Promise<Begun> {
  const peerAudiences = places.flatMap(({ id }) => bySet.map((role) => audience.peers(id, role)));
  const setAudiences = setIds.map((id) => audience.set(id));
  const written = await tx.document.findMany({ where: { cycleId, groupId: { in: [...setIds] }, OR: [{ acts: { some: {} } }, { versions: { some: {} } }] }, select: { groupId: true } });
  const ofPeers = await tx.cyclePeer.findMany({ where: { role: { in: [...bySet] }, cycleAuthority: { cycleId } }, select: { id: true, cycleAuthority: { select: { groupId: true } } } });
  const byPeers = await tx.document.findMany({ where: { cycleId, peerId: { in: ofPeers.map(({ id }) => id) }, acts: { some: {} } }, select: { peerId: true } });
  const opened = await tx.share.findMany({ where: { document: { cycleId, authorityId: { not: null } }, revokedAt: null, audience: { in: [...setAudiences, ...peerAudiences] } }, select: { audience: true } });
  const scopes = setIds.map((id) => `group:${id}`);
  const completions = await tx.stepCompletion.findMany({ where: { cycleId, scope: { in: scopes } }, select: { scope: true } });
  const forums = await tx.forum.findMany({ where: { cycleId, groupId: { in: [...setIds] }, cancelledAt: null }, select: { groupId: true } });
  const setOfPlace = (cycleAuthorityId: string) => places.find(({ id }) => id === cycleAuthorityId)?.groupId;
  const groups = [
    ...written.map(({ groupId }) => groupId),
    ...byPeers.map(({ peerId }) => ofPeers.find(({ id }) => id === peerId)?.cycleAuthority.groupId),
    ...opened.map(({ audience: key }) => (key.startsWith('set:') ? key.slice('set:'.length) : setOfPlace(key.split(':')[1]!))),
  ];
  return {
    handedOver: new Set(groups.flatMap((id) => id ?? [])),
    recorded: new Set(completions.map(({ scope }) => scope.slice('group:'.length))),
    arranged: new Set(forums.map(({ groupId }) => groupId)),
  };
}

export async function saveSets(tx: Tx, actor: Actor, facts: SetsFacts, { change }: Accepted<SetsChanged>, at: Date): Promise<void> {
  const placeOf = (id: string) => facts.places.find((place) => place.id === id)!;
  const setOf = (id: string) => change.moved.find(({ authorityId }) => authorityId === id)?.toId ?? placeOf(id).groupId;
  for (const { authorityId, fromId, toId } of change.moved) {
    await tx.cycleAuthority.update({ where: { id: placeOf(authorityId).cycleAuthorityId }, data: { groupId: toId } });
    await tx.groupMember.deleteMany({ where: { groupId: fromId, authorityId } });
    await tx.groupMember.create({ data: { groupId: toId, authorityId } });
  }
  for (const { setId, leadId } of change.leads) await tx.group.update({ where: { id: setId }, data: { leadAuthorityId: leadId } });
  const endedIds = change.ended.map(({ id }) => id);
  await tx.cyclePeer.updateMany({ where: { id: { in: endedIds }, endedAt: null }, data: { endedAt: at, endedWhy: 'The sets were changed' } });
  await tx.share.updateMany({ where: { audience: { in: endedIds.map((id) => audience.peer(id)) }, revokedAt: null }, data: { revokedAt: at } });
  await tx.cyclePeer.createMany({
    data: change.assigned.map(({ id, role, hostId, peerId, offices, postId }) => ({ id, cycleAuthorityId: placeOf(hostId).cycleAuthorityId, role, authorityId: peerId, offices: [...offices], postId, assignedAt: at, assignedBy: actor.personId })),
  });
  const whole = { regionId: facts.cycle.regionId, cycleId: facts.cycle.id, definition: facts.definition };
  const papers = change.assigned.flatMap(({ id, role, hostId }) => papersOfPeer(whole, { cycleAuthorityId: placeOf(hostId).cycleAuthorityId, authorityId: hostId, groupId: setOf(hostId) }, { id, role }));
  if (papers.length > 0) await createDocuments(tx, papers, at);
}

import { randomUUID } from 'node:crypto';
import type { Accepted } from '@/domain/decision';
import { regionsFollowed, type Actor } from '@/domain/model';
import type { DaysAgreed } from '@/domain/processes/agree-days';
import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import type { DateMoved } from '@/domain/processes/move-date';
import type { OpenedCycle } from '@/domain/processes/open-cycle';
import type { StepRecorded, StepReopened, StepWaived } from '@/domain/processes/record-step';
import { processTemplate } from '@/domain/processes/template';
import { dateOf, dayOf } from '../days';
import type { Tx } from '../db';
import type { NewDocument } from '../documents/create-document';
import { createFirstDocuments, findFormats, firstDocuments, firstPapersOfRegion, kindsAskedFor } from '../documents/first-documents';
import { keepPapersOfCycle } from '../documents/kept/store';
import { papersOfGroup, papersOfPeer, papersOfPlace, papersOfRegion } from '../documents/process-papers';
import { isUuid, NotFound } from '../not-found';
import type { Opening } from './opening/store';

/** Gives the documents that are out for signature from the start. */
export async function saveCycle(tx: Tx, actor: Actor, { facts, templateId }: Opening, { change: cycle }: Accepted<OpenedCycle>, at: Date): Promise<(NewDocument & { id: string })[]> {
  const { regionId } = facts;
  await tx.cycle.create({
    data: {
      id: cycle.id,
      regionId,
      templateId,
      name: cycle.name,
      anchorOn: dateOf(cycle.anchorOn),
      startsOn: dateOf(cycle.startsOn),
      endsOn: dateOf(cycle.endsOn),
      openedAt: at,
      previousId: cycle.previousId ?? null,
    },
  });
  const setIds = await saveSets(tx, regionId, cycle);
  const placed = cycle.places.map((place) => ({ ...place, id: randomUUID() as string, groupId: setIds.get(place.groupId) ?? place.groupId }));
  await tx.cycleAuthority.createMany({
    data: placed.map(({ id, authorityId, groupId, wave, leadChallengerAuthorityId }) => ({ id, cycleId: cycle.id, authorityId, groupId, wave, leadChallengerAuthorityId })),
  });
  const peers = cycle.peers.map((peer) => ({ ...peer, place: placed.find(({ authorityId }) => authorityId === peer.hostId)! }));
  await tx.cyclePeer.createMany({
    data: peers.map(({ id, role, peerId, postId, place }) => ({
      id,
      cycleAuthorityId: place.id,
      role,
      authorityId: peerId,
      offices: facts.template.roles.find(({ key }) => key === role)?.offices ?? [],
      postId: postId ?? null,
      assignedAt: at,
      assignedBy: actor.personId,
    })),
  });
  const whole = { regionId, cycleId: cycle.id, definition: facts.template };
  const asked = { regionId, cycleId: cycle.id, kinds: kindsAskedFor(facts.template), words: facts.template.words, formats: await findFormats(tx, regionId, facts.template) };
  const documents = [
    ...firstDocuments({ ...asked, authorityIds: cycle.places.map((place) => place.authorityId), openedBy: { personId: actor.personId, postId: actor.as!.id } }),
    ...firstPapersOfRegion(asked),
    ...placed.flatMap((place) => papersOfPlace(whole, { ...place, cycleAuthorityId: place.id })),
    ...peers.flatMap(({ id, role, place }) => papersOfPeer(whole, { ...place, cycleAuthorityId: place.id }, { id, role })),
    ...[...new Set(placed.map(({ groupId }) => groupId))].flatMap((groupId) => papersOfGroup(whole, groupId, 'group')),
    ...papersOfRegion(whole),
  ];
  const ids = await createFirstDocuments(tx, documents, at);
  return documents.flatMap((document, index) => (document.putForSignatureBy ? [{ ...document, id: ids[index]! }] : []));
}

/** The sets of the cycle as groups of its own, with their members; gives the id of each by its key. */
async function saveSets(tx: Tx, regionId: string, { id: cycleId, sets, places }: OpenedCycle): Promise<Map<string, string>> {
  const made = sets.map((set, index) => ({ ...set, id: randomUUID() as string, ordinal: index + 1 }));
  await tx.group.createMany({ data: made.map(({ id, name, ordinal, leadAuthorityId }) => ({ id, regionId, cycleId, kind: 'set', name, ordinal, leadAuthorityId })) });
  await tx.groupMember.createMany({ data: made.flatMap(({ id, key }) => places.filter(({ groupId }) => groupId === key).map(({ authorityId }) => ({ groupId: id, authorityId }))) });
  return new Map(made.map(({ key, id }) => [key, id]));
}

/** The regions whose cycles the actor follows: those of their posts, unless a post is of an outside body or a partner agency. */
export function regionsOf(actor: Actor): string[] {
  return regionsFollowed(actor);
}

/** Throws NotFound when the cycle is of a region that is none of the actor's. */
export async function findCycleRegion(tx: Tx, actor: Actor, cycleId: string): Promise<string> {
  const row = isUuid(cycleId) ? await tx.cycle.findFirst({ where: { id: cycleId, regionId: { in: regionsOf(actor) } }, select: { regionId: true } }) : null;
  if (!row) throw new NotFound();
  return row.regionId;
}

/** A cycle of one of the actor's regions with all that its dates follow from; throws NotFound when it is of another. */
export async function findCycleSchedule(tx: Tx, actor: Actor, cycleId: string): Promise<CycleSchedule> {
  await findCycleRegion(tx, actor, cycleId);
  const row = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    include: {
      template: { select: { definition: true } },
      authorities: { include: { authority: { select: { shortName: true, slug: true } }, group: true }, orderBy: { authority: { name: 'asc' } } },
      groups: { where: { kind: 'task', endedAt: null }, orderBy: { ordinal: 'asc' }, select: { id: true, name: true } },
      dateMoves: { orderBy: [{ movedAt: 'asc' }, { id: 'asc' }] },
      forums: { where: { cancelledAt: null } },
    },
  });
  const groups = new Map(row.authorities.map(({ group }) => [group.id, group]));
  return {
    id: row.id,
    regionId: row.regionId,
    name: row.name,
    closedAt: row.closedAt,
    packsIssuedAt: row.packsIssuedAt,
    template: processTemplate.parse(row.template.definition),
    anchorOn: dayOf(row.anchorOn),
    groups: [...groups.values()].map(({ id, name, ordinal }) => ({ id, name, ordinal })).sort((a, b) => a.ordinal - b.ordinal),
    taskGroups: row.groups,
    taskGroupIds: row.groups.map(({ id }) => id),
    places: row.authorities.map(({ authorityId, groupId, wave, group, authority, leadChallengerAuthorityId }) => ({
      authorityId,
      groupId,
      groupOrdinal: group.ordinal,
      wave,
      name: authority.shortName,
      slug: authority.slug,
      leadChallengerAuthorityId,
    })),
    moves: row.dateMoves.map(({ stepKey, scope, toOn, reason, movedAt, movedBy }) => ({ stepKey, scope, toOn: dayOf(toOn), reason, movedAt, movedBy })),
    forumDays: row.forums.map(({ id, wave, groupId, onDay }) => ({ forumId: id, wave, groupId, onDay: dayOf(onDay) })),
  };
}

export async function saveDateMove(tx: Tx, actor: Actor, cycleId: string, { change: { move } }: Accepted<DateMoved>, at: Date): Promise<void> {
  const { stepKey, scope, toOn, reason } = move;
  await tx.dateMove.create({ data: { cycleId, stepKey, scope, toOn: dateOf(toOn), reason, movedAt: at, movedBy: actor.personId } });
}

export async function saveDateMoves(tx: Tx, actor: Actor, cycleId: string, { change: { moves } }: Accepted<DaysAgreed>, at: Date): Promise<void> {
  await tx.dateMove.createMany({ data: moves.map(({ stepKey, scope, toOn, reason }) => ({ cycleId, stepKey, scope, toOn: dateOf(toOn), reason, movedAt: at, movedBy: actor.personId })) });
}

export async function saveStepCompletion(tx: Tx, actor: Actor, cycleId: string, { change }: Accepted<StepRecorded>, at: Date): Promise<void> {
  await tx.stepCompletion.create({ data: { cycleId, ...change, doneAt: at, personId: actor.personId, postId: actor.as!.id } });
}

export async function saveStepWaiver(tx: Tx, actor: Actor, cycleId: string, { change }: Accepted<StepWaived>, at: Date): Promise<void> {
  await tx.stepWaiver.create({ data: { cycleId, ...change, waivedAt: at, personId: actor.personId } });
}

/** What was recorded of a step, as done or as not needed; empty when nothing was said. */
export async function findRecorded(tx: Tx, of: { cycleId: string; stepKey: string; scope: string }): Promise<string> {
  const completion = await tx.stepCompletion.findUnique({ where: { cycleId_stepKey_scope: of }, select: { note: true } });
  const waiver = await tx.stepWaiver.findUnique({ where: { cycleId_stepKey_scope: of }, select: { reason: true } });
  return completion?.note ?? waiver?.reason ?? '';
}

/** The fact goes; that it stood there, and what was said, stays among the events. */
export async function saveStepReopened(tx: Tx, cycleId: string, { change }: Accepted<StepReopened>): Promise<void> {
  const { stepKey, scope } = change;
  await tx.stepCompletion.deleteMany({ where: { cycleId, stepKey, scope } });
  await tx.stepWaiver.deleteMany({ where: { cycleId, stepKey, scope } });
}

export async function saveClosing(tx: Tx, { change }: Accepted<{ cycleId: string }>, at: Date): Promise<void> {
  await tx.cycle.update({ where: { id: change.cycleId }, data: { closedAt: at } });
  await keepPapersOfCycle(tx, change.cycleId, at);
}

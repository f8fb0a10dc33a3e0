import { randomUUID } from 'node:crypto';
import type { Accepted } from '@/domain/decision';
import { effectSchema } from '@/domain/disruption/came-between';
import { withEntered } from '@/domain/disruption/new-authorities';
import { nameOf, type Change, type Disrupted, type Ground } from '@/domain/disruption/plan';
import type { Actor } from '@/domain/model';
import { slugOf } from '@/domain/register';
import { audience } from '@/domain/visibility';
import { dateOf, dayOrNull, today } from '../days';
import type { Tx } from '../db';
import { createFirstDocuments, findFormats, firstDocuments, kindsAskedFor } from '../documents/first-documents';
import { keepPapersOfLeavers } from '../documents/kept/store';
import { papersOfPeer, papersOfPlace } from '../documents/process-papers';
import { FORUM, forumOf } from '../forum-days/rows';
import { findForumsOn, findHolders, findPosts, regionsOf, saveForums } from '../forum-days/store';
import { isUuid, NotFound } from '../not-found';
import { unscopedStepFacts } from '../step-facts/load';
import { liveShares } from '../visible';

/** How a cycle of one of the actor's regions stands; with the authority that may be reorganised, what it would leave behind. */
export async function findGround(tx: Tx, actor: Actor, cycleId: string, at: Date, predecessorId: string | null = null): Promise<Ground> {
  const row = isUuid(cycleId) ? await tx.cycle.findFirst({ where: { id: cycleId, regionId: { in: regionsOf(actor) } }, select: { regionId: true } }) : null;
  if (!row) throw new NotFound();
  const { regionId } = row;
  const day = dateOf(today(at));
  const { facts, given, steps } = await unscopedStepFacts(tx, { cycle: { id: cycleId }, of: 'all', audiences: [] }, at);
  const authorities = await tx.authority.findMany({ where: { regionId }, orderBy: { shortName: 'asc' }, select: { id: true, shortName: true, kind: true, startedOn: true, endedOn: true } });
  const standing = await tx.group.findMany({ where: { regionId, cycleId: null }, orderBy: { ordinal: 'asc' }, select: { id: true, name: true, ordinal: true, members: { select: { authorityId: true } } } });
  const conflicts = await tx.authorityConflict.findMany({ where: { regionId, endedAt: null, OR: [{ untilOn: null }, { untilOn: { gte: day } }] }, select: { authorityId: true, otherId: true } });
  const rows = await tx.forum.findMany({ where: { cycleId, cancelledAt: null }, include: FORUM, orderBy: [{ onDay: 'asc' }, { id: 'asc' }] });
  const holders = await findHolders(tx, rows);
  const forums = rows.map((forum) => forumOf(forum, holders));
  const directors = await findPosts(tx, { office: 'dcs', authority: { regionId } }, at);
  return {
    facts,
    given,
    steps: steps.all,
    authorities: authorities.map(({ id, shortName, startedOn, endedOn }) => ({ id, name: shortName, startedOn: dayOrNull(startedOn), endedOn: dayOrNull(endedOn) })),
    standing: standing.map(({ members, ...group }) => ({ ...group, memberIds: members.map(({ authorityId }) => authorityId) })),
    conflicts,
    forums,
    otherForums: forums.length === 0 ? [] : await findForumsOn(tx, regionId, forums.map(({ onDay }) => onDay), forums.map(({ id }) => id)),
    directorIds: new Map(directors.flatMap(({ authorityId, personIds }) => (authorityId ? [[authorityId, personIds] as const] : []))),
    ...(await leftBehindBy(tx, predecessorId, at)),
    kinds: [...new Set(authorities.map(({ kind }) => kind))].sort(),
    register: predecessorId ? await findRegister(tx, regionId) : [],
    at,
    today: today(at),
    newId: randomUUID,
  };
}

async function leftBehindBy(tx: Tx, authorityId: string | null, at: Date): Promise<Pick<Ground, 'openActions' | 'documentCounts'>> {
  if (!authorityId || !isUuid(authorityId)) return { openActions: [], documentCounts: new Map() };
  const actions = await findOpenActions(tx, authorityId);
  const count = await tx.document.count({ where: ownDocuments(authorityId, at) });
  return { openActions: actions.map(({ id }) => ({ id, authorityId })), documentCounts: new Map([[authorityId, count]]) };
}

/** What every authority of England is called: a new one needs a name of its own. */
async function findRegister(tx: Tx, regionId: string): Promise<Ground['register']> {
  const all = await tx.authority.findMany({ select: { id: true, name: true, shortName: true, slug: true, regionId: true } });
  return all.map(({ id, name, shortName, slug, regionId: of }) => ({ id, slugs: [slugOf(name), slugOf(shortName), slug], isHere: of === regionId }));
}

/** Of every cycle: neither closed nor stopped, nor carried into another. */
async function findOpenActions(tx: Tx, authorityId: string) {
  const rows = await tx.action.findMany({ where: { closedAt: null, stoppedAt: null, cycleAuthority: { authorityId } }, orderBy: [{ cycleAuthority: { cycle: { anchorOn: 'asc' } } }, { ordinal: 'asc' }] });
  const carried = await tx.action.findMany({ where: { carriedFromId: { in: rows.map(({ id }) => id) } }, select: { carriedFromId: true } });
  return rows.filter(({ id }) => !carried.some(({ carriedFromId }) => carriedFromId === id));
}

/** What an authority may read of its own, of every cycle. */
function ownDocuments(authorityId: string, at: Date) {
  return { authorityId, shares: { some: liveShares([audience.authority(authorityId)], at) } };
}

/** Writes all that was decided, and the row that keeps it with its reason and in the words that were told. */
export async function saveDisruption(tx: Tx, actor: Actor, ground: Ground, decision: Accepted<Disrupted>, at: Date): Promise<void> {
  const { change: disrupted } = decision;
  const { cycleId, kind, authorityId, otherId, reason, days, said, concerned, change } = disrupted;
  await tx.disruption.create({
    data: { cycleId, kind, authorityId, otherId, reason, effect: effectSchema.parse({ days, said, authorityIds: concerned }), at, personId: actor.personId, postId: actor.as!.id },
  });
  const saving: Saving = { tx, actor, ground: withEntered(ground, change.entered), cycleId, reason, at };
  await saveRegister(saving, change);
  await saveDays(saving, change);
  await saveLeaving(saving, change);
  await saveJoining(saving, change);
  await saveParts(saving, change);
  await saveSets(saving, change);
  await saveHistory(saving, change, authorityId);
  await saveForums(tx, actor, { ...decision, change: { forums: change.forums } }, at);
}

interface Saving {
  tx: Tx;
  actor: Actor;
  ground: Ground;
  cycleId: string;
  reason: string;
  at: Date;
}

/** Those that the register did not have, without codes; the one that they replace has its last day. */
async function saveRegister({ tx, ground }: Saving, { entered, ends }: Change): Promise<void> {
  const { regionId } = ground.facts;
  await tx.authority.createMany({ data: entered.map(({ id, name, kind, startsOn }) => ({ id, regionId, name, shortName: name, slug: slugOf(name), kind, startedOn: dateOf(startsOn) })) });
  if (ends) await tx.authority.update({ where: { id: ends.authorityId, endedOn: null }, data: { endedOn: dateOf(ends.on) } });
}

async function saveDays({ tx, actor, cycleId, reason, at }: Saving, { moves, waivers, waves }: Change): Promise<void> {
  await tx.dateMove.createMany({ data: moves.map(({ stepKey, scope, toOn }) => ({ cycleId, stepKey, scope, toOn: dateOf(toOn), reason, movedAt: at, movedBy: actor.personId })) });
  await tx.stepWaiver.createMany({ data: waivers.map(({ stepKey, scope, because }) => ({ cycleId, stepKey, scope, reason: because ?? reason, waivedAt: at, personId: actor.personId })) });
  for (const { authorityId, wave } of waves) await tx.cycleAuthority.update({ where: { cycleId_authorityId: { cycleId, authorityId } }, data: { wave } });
}

async function saveLeaving(saving: Saving, { leaves, leads, seats, endedParts }: Change): Promise<void> {
  const { tx, cycleId, reason, at } = saving;
  if (leaves) await tx.cycleAuthority.update({ where: { cycleId_authorityId: { cycleId, authorityId: leaves }, withdrawnAt: null }, data: { withdrawnAt: at, withdrawnWhy: reason } });
  for (const { hostId, leadId } of leads) await tx.cycleAuthority.update({ where: { cycleId_authorityId: { cycleId, authorityId: hostId } }, data: { leadChallengerAuthorityId: leadId } });
  for (const { authorityId, groupId } of seats) await tx.cycleAuthority.update({ where: { cycleId_authorityId: { cycleId, authorityId } }, data: { groupId } });
  for (const seat of seats) await openToNewSet(saving, seat);
  await tx.cyclePeer.updateMany({ where: { id: { in: [...endedParts] }, endedAt: null }, data: { endedAt: at, endedWhy: reason } });
  await tx.share.updateMany({ where: { audience: { in: endedParts.map((id) => audience.peer(id)) }, revokedAt: null }, data: { revokedAt: at } });
}

/** What an authority has opened to its set is open to the one into which it goes; the one that it leaves keeps what it was given. */
async function openToNewSet({ tx, ground, cycleId, at }: Saving, { authorityId, groupId }: Change['seats'][number]): Promise<void> {
  const before = ground.facts.places.find((place) => place.authorityId === authorityId)!;
  const opened = await tx.share.findMany({ where: { document: { cycleId, authorityId }, ...liveShares([audience.set(before.groupId)], at) }, select: { documentId: true, because: true, frozenOnly: true, untilAt: true } });
  await tx.share.createMany({ data: opened.map((share) => ({ ...share, audience: audience.set(groupId), sinceAt: at })), skipDuplicates: true });
}

/** The places of those who join, with the documents with which an authority begins. */
async function saveJoining({ tx, actor, ground, cycleId, at }: Saving, { joins, members }: Change): Promise<void> {
  if (joins.length === 0) return;
  await tx.cycleAuthority.createMany({
    data: joins.map(({ id, authorityId, groupId, wave, leadId, predecessorId }) => ({ id, cycleId, authorityId, groupId, wave, leadChallengerAuthorityId: leadId, joinedAt: at, predecessorId })),
  });
  await tx.groupMember.createMany({ data: [...members], skipDuplicates: true });
  const { regionId } = ground.facts;
  const definition = ground.given.template;
  const documents = [
    ...firstDocuments({
      regionId,
      cycleId,
      authorityIds: joins.map(({ authorityId }) => authorityId),
      kinds: kindsAskedFor(definition),
      words: definition.words,
      formats: await findFormats(tx, regionId, definition),
      openedBy: { personId: actor.personId, postId: actor.as!.id },
    }),
    ...joins.flatMap(({ id, authorityId, groupId }) => papersOfPlace({ regionId, cycleId, definition }, { cycleAuthorityId: id, authorityId, groupId })),
  ];
  await createFirstDocuments(tx, documents, at);
}

/** Parts that others are found for, with the papers that they write. */
async function saveParts({ tx, actor, ground, cycleId, at }: Saving, { newParts }: Change): Promise<void> {
  if (newParts.length === 0) return;
  const { regionId } = ground.facts;
  const definition = ground.given.template;
  const places = await tx.cycleAuthority.findMany({ where: { cycleId, authorityId: { in: newParts.map(({ hostId }) => hostId) } }, select: { id: true, authorityId: true, groupId: true } });
  const found = newParts.map(({ id, hostId, role, authorityId }) => ({ id, role, authorityId, place: places.find((place) => place.authorityId === hostId)! }));
  await tx.cyclePeer.createMany({
    data: found.map(({ id, role, authorityId, place }) => ({ id, role, authorityId, cycleAuthorityId: place.id, offices: definition.roles.find(({ key }) => key === role)?.offices ?? [], assignedAt: at, assignedBy: actor.personId })),
  });
  const papers = found.flatMap(({ id, role, place }) => papersOfPeer({ regionId, cycleId, definition }, { cycleAuthorityId: place.id, authorityId: place.authorityId, groupId: place.groupId }, { id, role }));
  await createFirstDocuments(tx, papers, at);
}

async function saveSets({ tx, at }: Saving, { sets }: Change): Promise<void> {
  for (const { groupId, leadAuthorityId, adLeadAuthorityId, memberIds } of sets) {
    await keepPapersOfLeavers(tx, { groupId, staying: [...memberIds, leadAuthorityId] }, at);
    await tx.group.update({ where: { id: groupId }, data: { leadAuthorityId, ...(adLeadAuthorityId !== undefined && { adLeadAuthorityId }) } });
    await tx.groupMember.deleteMany({ where: { groupId, authorityId: { notIn: [...memberIds] } } });
    await tx.groupMember.createMany({ data: memberIds.map((authorityId) => ({ groupId, authorityId })), skipDuplicates: true });
  }
}

/** What the one that left wrote is opened to those who come in its stead, and its unfinished actions go on in their plans. */
async function saveHistory({ tx, ground, cycleId, at }: Saving, { heirs, carried }: Change, predecessorId: string): Promise<void> {
  if (heirs.length === 0) return;
  const documents = await tx.document.findMany({ where: ownDocuments(predecessorId, at), select: { id: true } });
  await tx.share.createMany({
    data: heirs.flatMap((heirId) => documents.map(({ id }) => ({ documentId: id, audience: audience.authority(heirId), because: `It was the predecessor of ${nameOf(ground, heirId)}.`, sinceAt: at, frozenOnly: true }))),
    skipDuplicates: true,
  });
  const actions = await findOpenActions(tx, predecessorId);
  const plans = await tx.document.findMany({ where: { cycleId, kind: 'action-plan', authorityId: { in: [...heirs] } }, select: { id: true, authorityId: true } });
  const places = await tx.cycleAuthority.findMany({ where: { cycleId, authorityId: { in: [...heirs] } }, select: { id: true, authorityId: true } });
  for (const plan of plans) {
    const place = places.find(({ authorityId }) => authorityId === plan.authorityId)!;
    const own = actions.filter(({ id }) => carried.some(({ actionId, authorityIds }) => actionId === id && authorityIds.includes(plan.authorityId!)));
    await tx.action.createMany({
      data: own.map(({ id, finding, action, impact, measure, owner, dueOn }, index) => ({ finding, action, impact, measure, owner, dueOn, ownerPostId: null, cycleAuthorityId: place.id, documentId: plan.id, ordinal: index + 1, carriedFromId: id, createdAt: at })),
    });
  }
}

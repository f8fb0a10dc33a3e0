import { beforeAll, expect, test } from 'vitest';
import { audience } from '@/domain/visibility';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { unscopedCurrentCycleId, unscopedStepFacts } from '@/server/step-facts/load';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';

const OPENED = new Date('2017-07-26T09:00:00Z');
const NOW = new Date('2017-12-20T09:00:00Z');
let cast: Record<Role, string>;
let cycle: TestCycle;
let wigan: TestCycle['places'][string];

const load = (of: Parameters<typeof unscopedStepFacts>[1]['of'], audiences: readonly string[] = []) => unscopedStepFacts(db, { cycle: { id: cycle.cycleId }, of, audiences }, NOW);
const ofWigan = async (audiences?: readonly string[]) => (await load({ authorityIds: [wigan.authorityId] }, audiences)).facts.places[0]!;

beforeAll(async () => {
  cast = await castPeople();
  cycle = await openTestCycle(await actorFor(cast.coordinator, OPENED), { at: OPENED });
  wigan = cycle.places.Wigan!;
});

test('a cycle that was just opened has every authority in its place and all of them write', async () => {
  const { facts, steps } = await load('all');
  expect(facts.places.map(({ name }) => name)).toHaveLength(23);
  expect(facts.groups.map(({ name }) => name)).toEqual(['Blackburn with Darwen', 'Trafford', 'Rochdale']);
  expect(steps.all.filter((at) => at.step.key === 'write-self-view').map((at) => at.state.is)).toEqual(Array(23).fill('overdue'));
  expect(steps.all.find((at) => at.step.key === 'open-cycle')!.state).toEqual({ is: 'done', on: '2017-07-26' });
});

test('one query reads one authority or twenty-three', async () => {
  await load('all');
  expect(await queriesOf(() => load({ authorityIds: [wigan.authorityId] }))).toBe(1);
  expect(await queriesOf(() => load('all'))).toBe(1);
});

test('only those who were asked for are read', async () => {
  expect((await load({ authorityIds: [] })).facts.places).toEqual([]);
  expect((await load({ authorityIds: [wigan.authorityId] })).facts.places.map(({ name }) => name)).toEqual(['Wigan']);
  const group = await load({ authorityIds: [], groupIds: [wigan.groupId] });
  expect(group.facts.places.map(({ name }) => name)).toEqual([
    'Cheshire East', 'Cheshire West and Chester', 'Halton', 'Manchester', 'Stockport', 'Trafford', 'Warrington', 'Wigan',
  ]);
});

test('a document is marked as visible for those with whom it has been shared', async () => {
  const seen = async (key: string) => (await ofWigan([key])).documents['self-view']!.visible;
  expect(await seen(audience.authority(wigan.authorityId))).toBe(true);
  expect(await seen(audience.regionTeam((await db.region.findFirstOrThrow({ where: { slug: 'north-west' } })).id))).toBe(false);
  expect((await ofWigan()).documents['self-view']!.visible).toBe(false);
});

test('comments within the authority are counted for the authority alone', async () => {
  const documentId = cycle.document('self-view', 'Wigan');
  const own = audience.authority(wigan.authorityId);
  const { postId } = await db.appointment.findFirstOrThrow({ where: { personId: cast.wiganAd } });
  await db.comment.create({ data: { documentId, sectionKey: 'overview', body: 'Say more.', audience: own, at: NOW, personId: cast.wiganAd, postId } });
  expect((await ofWigan([own])).documents['self-view']!.comments).toEqual({ open: 1, settled: 0 });
  expect((await ofWigan(['region-team:any'])).documents['self-view']!.comments).toEqual({ open: 0, settled: 0 });
  await db.comment.deleteMany({ where: { documentId } });
});

test('days are of London: what was done at half past eleven at night in winter was done that day', async () => {
  const documentId = cycle.document('questions', 'Wigan');
  const post = await db.appointment.findFirstOrThrow({ where: { personId: cast.wiganDcs } });
  await db.packReading.create({ data: { documentId, personId: cast.wiganDcs, postId: post.postId, readAt: new Date('2017-11-27T23:30:00Z') } });
  expect((await ofWigan()).packReadOn).toBe('2017-11-27');
});

test('a challenger who opens the pack has not read it for the authority', async () => {
  const documentId = cycle.document('questions', 'Bury');
  const post = await db.appointment.findFirstOrThrow({ where: { personId: cast.haltonDcs } });
  await db.packReading.create({ data: { documentId, personId: cast.haltonDcs, postId: post.postId, readAt: NOW } });
  const bury = await load({ authorityIds: [cycle.places.Bury!.authorityId] });
  expect(bury.facts.places[0]!.packReadOn).toBeNull();
});

test('a preparation counts once something is written in it', async () => {
  const forum = await db.forum.create({
    data: {
      cycleId: cycle.cycleId, groupId: wigan.groupId, wave: 'december', onDay: dateOf('2017-12-13'), startsAt: new Date('2017-12-13T09:30:00Z'), endsAt: new Date('2017-12-13T16:00:00Z'), venue: 'Town hall', scheduledAt: NOW, changedAt: NOW,
    },
  });
  const region = await db.region.findFirstOrThrow({ where: { slug: 'north-west' } });
  const notes = await db.document.create({ data: { kind: 'forum-notes', regionId: region.id, cycleId: cycle.cycleId, authorityId: wigan.authorityId, createdAt: NOW } });
  const session = await db.forumSession.create({ data: { forumId: forum.id, cycleAuthorityId: wigan.cycleAuthorityId, ordinal: 1, startsAt: new Date('2017-12-13T10:00:00Z'), endsAt: new Date('2017-12-13T11:00:00Z'), notesId: notes.id } });
  expect((await ofWigan()).session).toEqual({ id: session.id, forumId: forum.id, onDay: '2017-12-13', endedOn: null });
  const preparation = await db.document.create({
    data: { kind: 'preparation', regionId: region.id, cycleId: cycle.cycleId, authorityId: wigan.authorityId, slot: session.id, createdAt: new Date('2017-12-08T10:00:00Z') },
  });
  const section = await db.section.create({ data: { documentId: preparation.id, key: 'points', ordinal: 1, title: 'Points', content: { text: ' \n ' }, savedAt: NOW } });
  expect((await ofWigan()).preparedOn).toBeNull();
  await db.section.update({ where: { id: section.id }, data: { content: { text: 'Our placements.' } } });
  expect((await ofWigan()).preparedOn).toBe('2017-12-08');
});

test('a release that was withdrawn is not a release', async () => {
  const region = await db.region.findFirstOrThrow({ where: { slug: 'north-west' } });
  const { id: documentId } = await db.document.create({ data: { kind: 'annual-conversation', regionId: region.id, cycleId: cycle.cycleId, authorityId: wigan.authorityId, createdAt: NOW } });
  const release = await db.release.create({ data: { documentId, audience: 'ofsted:any', why: 'Annual conversation', releasedAt: NOW, releasedBy: cast.wiganDcs, postId: wigan.authorityId, ...(await compiled(documentId)) } });
  expect((await ofWigan()).releasedOn).toBe('2017-12-20');
  await db.release.update({ where: { id: release.id }, data: { revokedAt: NOW } });
  expect((await ofWigan()).releasedOn).toBeNull();
});

test('the cycle under way is the latest that is open, and an unknown one is not found', async () => {
  const region = await db.region.findFirstOrThrow({ where: { slug: 'north-west' } });
  expect(await unscopedCurrentCycleId(region.id)).toBe(cycle.cycleId);
  const elsewhere = await db.region.findFirstOrThrow({ where: { slug: { not: 'north-west' } } });
  expect(await unscopedCurrentCycleId(elsewhere.id)).toBeNull();
  await expect(unscopedStepFacts(db, { cycle: { currentOf: elsewhere.id }, of: 'all', audiences: [] }, NOW)).rejects.toThrow(NotFound);
});

async function compiled(documentId: string): Promise<{ versionId: string }> {
  const version = await db.documentVersion.create({ data: { documentId, number: 1, content: [], contentHash: 'none', createdAt: NOW } });
  return { versionId: version.id };
}

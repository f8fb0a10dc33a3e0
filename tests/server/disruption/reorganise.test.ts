// A county is reorganised into two in the middle of a cycle: they come in its stead, read what it left, and go on with what it had not finished.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { loadActor } from '@/server/actor/load';
import type { NewAuthority } from '@/domain/register';
import { dateOf, dayOrNull } from '@/server/days';
import { db } from '@/server/db';
import { contentHash } from '@/server/documents/content-hash';
import { findDocument } from '@/server/documents/find-document';
import { loadCameBetween } from '@/server/disruption/load';
import { reorganiseAuthority } from '@/server/disruption/reorganise';
import { NotFound } from '@/server/not-found';
import { openSection } from '@/server/self-views/open-section';
import { loadThreads } from '@/server/self-views/threads/load';
import { actorFor, castPeople, findOrCreatePost, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { keepDatabase } from '../../support/database';
import { loadReference } from '../../../prisma/reference/load-reference';
import { codeOf, ok, oldNews, place, shownTo, tell } from './a-coordinator';

const SUMMER = new Date('2022-07-26T09:00:00Z');
const APRIL = new Date('2023-04-03T09:00:00Z');
let people: Record<Role, string>;
let cycle: TestCycle;
let earlier: TestCycle;
let heirs: { cumberland: string; westmorland: string };
const actors = { cumberland: '', cumbria: '' };
const as = (role: Role, at = APRIL) => actorFor(people[role], at);
const director = async (who: keyof typeof actors) => (await loadActor(actors[who], APRIL, null, APRIL))!;
const cumbria = () => cycle.places.Cumbria!;

/** A self-view that was handed on, with an area that is followed; and words that were written since. */
async function handedOn(documentId: string, at: Date) {
  const post = await db.post.findFirstOrThrow({ where: { office: 'dcs', authority: { shortName: 'Cumbria' } } });
  const content = { areas: [{ id: 'a1', thread: 'a1', text: 'Housing for care leavers', tag: '' }] };
  await db.section.update({ where: { documentId_key: { documentId, key: 'care-leavers' } }, data: { content, version: { increment: 1 } } });
  const sections = (await db.section.findMany({ where: { documentId }, orderBy: { ordinal: 'asc' } })).map(({ key, title, content: text }) => ({ key, title, content: text as object }));
  const version = await db.documentVersion.create({ data: { documentId, number: 1, content: sections, contentHash: contentHash(sections as never), createdAt: at, createdBy: actors.cumbria } });
  await db.documentAct.create({ data: { documentId, kind: 'submitted', versionId: version.id, at, personId: actors.cumbria, postId: post.id } });
  await db.section.update({ where: { documentId_key: { documentId, key: 'context' } }, data: { content: { changes: 'SECRET of the draft' }, version: { increment: 1 } } });
}

async function unfinished(cycleOf: TestCycle, finding: string) {
  const data = { finding, action: `Mend: ${finding}`, impact: 'Children are safe', measure: 'Under 20%', owner: 'AD', dueOn: dateOf('2023-06-30'), ordinal: 1, createdAt: SUMMER };
  await db.action.create({ data: { ...data, cycleAuthorityId: cycleOf.places.Cumbria!.cycleAuthorityId, documentId: cycleOf.document('action-plan', 'Cumbria') } });
}

beforeAll(async () => {
  people = await castPeople();
  for (const [name, key] of [['Cumbria', 'cumbria'], ['Cumberland', 'cumberland']] as const) {
    actors[key] = (await db.person.create({ data: { name: `${name} Director`, email: `${key}@cast.example` } })).id;
    await db.appointment.create({ data: { personId: actors[key], postId: await findOrCreatePost({ office: 'dcs', authority: name }), startsOn: dateOf('2020-01-01') } });
  }
  const coordinator = await as('coordinator', SUMMER);
  const only = ['Cumbria', 'Lancashire', 'Blackpool', 'Oldham'];
  const before = new Date('2021-07-26T09:00:00Z');
  earlier = await openTestCycle(await as('coordinator', before), { name: '2021/22', anchorOn: '2021-11-25', at: before, only });
  cycle = await openTestCycle(coordinator, { name: '2022/23', anchorOn: '2022-11-24', at: SUMMER, only });
  await handedOn(earlier.document('self-view', 'Cumbria'), new Date('2021-10-20T09:00:00Z'));
  await handedOn(cycle.document('self-view', 'Cumbria'), new Date('2022-10-20T09:00:00Z'));
  await unfinished(earlier, 'Housing for care leavers');
  await unfinished(cycle, 'Help ends too soon');
  const rows = await db.authority.findMany({ where: { shortName: { in: ['Cumberland', 'Westmorland and Furness'] } } });
  heirs = { cumberland: rows.find(({ shortName }) => shortName === 'Cumberland')!.id, westmorland: rows.find(({ shortName }) => shortName !== 'Cumberland')!.id };
});
beforeEach(() => oldNews(APRIL));

const happened = () => {
  const at = { groupId: cumbria().groupId, wave: cumbria().wave };
  return { authorityId: cumbria().authorityId, successors: [place(heirs.cumberland, at), place(heirs.westmorland, at)], heirId: heirs.westmorland, actionsTo: [heirs.cumberland] };
};

it('is refused while what would come in its stead is not there, or is there already', async () => {
  const coordinator = await as('coordinator');
  const { cycleId } = cycle;
  const tooEarly = new Date('2023-03-20T09:00:00Z');
  expect(codeOf(await reorganiseAuthority(await as('coordinator', tooEarly), { ...happened(), cycleId, reason: 'A new map', shown: '' }, tooEarly))).toBe('not-there');
  expect(codeOf(await reorganiseAuthority(coordinator, { ...happened(), successors: [], cycleId, reason: 'A new map', shown: '' }, APRIL))).toBe('too-few');
  expect(await db.disruption.count()).toBe(0);
});

it('two that the register does not have are entered with it, once, by the coordinator alone; the register finds them by their names', async () => {
  const { cycleId } = cycle;
  onTestFinished(await keepDatabase());
  await db.authority.update({ where: { id: cumbria().authorityId }, data: { endedOn: null } });
  const at = { groupId: cumbria().groupId, wave: cumbria().wave };
  const entered = (['North Shore', 'South Shore'] as const).map((name): NewAuthority => ({ id: randomUUID(), name, kind: 'unitary', startsOn: '2023-04-01' }));
  const made = (some = entered) => ({ ...happened(), successors: some.map(({ id }) => place(id, at)), heirId: some[0]!.id, actionsTo: [some[1]!.id], entered: some });
  const confirm = async (role: Role, what: ReturnType<typeof made>) => reorganiseAuthority(await as(role), { ...what, cycleId, reason: 'A new map', shown: await shownTo(await as('coordinator'), cycleId, 'reorganised', what, APRIL) }, APRIL);
  const far = await db.authority.findFirstOrThrow({ where: { region: { slug: 'london' } } });
  const wrong = (more: Partial<NewAuthority>) => made([{ ...entered[0]!, ...more }, entered[1]!]);
  expect([codeOf(await confirm('coordinator', wrong({ name: far.name }))), codeOf(await confirm('coordinator', wrong({ id: far.id }))), codeOf(await confirm('coordinator', wrong({ startsOn: '2023-04-04' }))), codeOf(await confirm('facilitator', made()))]).toEqual(['in-register', 'in-register', 'begins-later', 'not-permitted']);
  await expect(confirm('otherRegionsCoordinator', made())).rejects.toThrow(NotFound);
  expect([await db.authority.count({ where: { dfeCode: null } }), await db.disruption.count()]).toEqual([0, 0]);

  const same = entered.map((one) => ({ ...one, id: randomUUID() }));
  const both = await Promise.all([confirm('coordinator', made()), confirm('coordinator', made(same))]);
  expect(both.map(codeOf).sort()).toEqual(['accepted', 'has-left']);
  const rows = await db.authority.findMany({ where: { dfeCode: null }, include: { region: true, inCycles: true }, orderBy: { name: 'asc' } });
  expect(rows.map(({ shortName, slug, kind, gssCode, startedOn, region, inCycles }) => [shortName, slug, kind, gssCode, dayOrNull(startedOn), region.slug, inCycles.map(({ predecessorId }) => predecessorId)])).toEqual([
    ['North Shore', 'north-shore', 'unitary', null, '2023-04-01', 'north-west', [cumbria().authorityId]],
    ['South Shore', 'south-shore', 'unitary', null, '2023-04-01', 'north-west', [cumbria().authorityId]],
  ]);
  expect([await db.event.count({ where: { toldAt: null } }), dayOrNull((await db.authority.findUniqueOrThrow({ where: { id: cumbria().authorityId } })).endedOn)]).toEqual([1, '2023-03-31']);
  expect(await db.action.count({ where: { cycleAuthority: { authorityId: rows[1]!.id } } })).toBe(2);
  await db.authority.update({ where: { dfeCode: '942' }, data: { dfeCode: null, gssCode: null, endedOn: dateOf('2030-01-01') } });
  await loadReference();
  const { gssCode, endedOn } = await db.authority.findUniqueOrThrow({ where: { dfeCode: '942' } });
  expect([gssCode !== null, dayOrNull(endedOn), (await db.authority.count({ where: { dfeCode: null } }))]).toEqual([true, '2030-01-01', 2]);
});

it('two come in its stead; its parts, its history and what it had not finished go with them, in one event', async () => {
  const coordinator = await as('coordinator');
  const { cycleId } = cycle;
  const led = await db.cycleAuthority.findMany({ where: { cycleId, leadChallengerAuthorityId: cumbria().authorityId } });
  expect(led.length).toBeGreaterThan(0);
  const shown = await shownTo(coordinator, cycleId, 'reorganised', happened(), APRIL);
  const both = await Promise.all([1, 2].map(() => reorganiseAuthority(coordinator, { ...happened(), cycleId, reason: 'A new map', shown }, APRIL)));
  expect(both.map(codeOf).sort()).toEqual(['accepted', 'has-left']);
  const places = await db.cycleAuthority.findMany({ where: { cycleId, joinedAt: { not: null } }, include: { authority: true }, orderBy: { authority: { shortName: 'asc' } } });
  expect(places.map(({ authority, predecessorId, wave }) => [authority.shortName, predecessorId === cumbria().authorityId, wave])).toEqual([['Cumberland', true, cumbria().wave], ['Westmorland and Furness', true, cumbria().wave]]);
  expect(await db.cycleAuthority.count({ where: { id: { in: led.map(({ id }) => id) }, leadChallengerAuthorityId: heirs.westmorland } })).toBe(led.length);
  const actions = await db.action.findMany({ where: { cycleAuthority: { cycleId, authorityId: { in: Object.values(heirs) } } }, include: { cycleAuthority: true }, orderBy: { ordinal: 'asc' } });
  expect(actions.map(({ finding, ordinal, carriedFromId, ownerPostId, cycleAuthority }) => [finding, ordinal, carriedFromId !== null, ownerPostId, cycleAuthority.authorityId === heirs.cumberland])).toEqual([
    ['Housing for care leavers', 1, true, null, true],
    ['Help ends too soon', 2, true, null, true],
  ]);
  const events = await db.event.findMany({ where: { toldAt: null } });
  expect(events.map(({ type, data }) => [type, (data as { successors: string }).successors])).toEqual([['authority.reorganised', 'Cumberland and Westmorland and Furness']]);
  const told = await tell(APRIL);
  expect(told.filter(({ post }) => post.startsWith('DCS')).map(({ post, subject }) => [post, subject])).toEqual([
    ['DCS, Cumberland', 'Cumberland and Westmorland and Furness take the place of Cumbria in the 2022/23 cycle'],
    ['DCS, Cumbria', 'Cumberland and Westmorland and Furness take the place of Cumbria in the 2022/23 cycle'],
  ]);
});

it('its documents are read by those who came, as they were handed on and no further; by nobody else for that', async () => {
  const { id } = await db.document.findFirstOrThrow({ where: { id: cycle.document('self-view', 'Cumbria') } });
  const shares = await db.share.findMany({ where: { documentId: id, audience: { in: Object.values(heirs).map((heir) => `authority:${heir}`) } }, orderBy: { because: 'asc' } });
  expect(shares.map(({ because, frozenOnly }) => [because, frozenOnly])).toEqual([['It was the predecessor of Cumberland.', true], ['It was the predecessor of Westmorland and Furness.', true]]);
  expect((await findDocument(db, await director('cumberland'), id, APRIL)).id).toBe(id);
  await expect(findDocument(db, await as('wiganDcs'), id, APRIL)).rejects.toThrow(NotFound);
  expect((await findDocument(db, await director('cumbria'), id, APRIL)).id).toBe(id);
  const questions = cycle.document('questions', 'Cumbria');
  await expect(findDocument(db, await director('cumberland'), questions, APRIL)).rejects.toThrow(NotFound);
});

it('its years are theirs: threads go on, and a section begins with what it named and what came along', async () => {
  const reader = await director('cumberland');
  const threads = await loadThreads(reader, 'cumberland', APRIL);
  expect(threads.views.map(({ cycle: name }) => name)).toEqual(['2021/22, Cumbria', '2022/23, Cumbria', '2022/23']);
  expect(threads.threads.map(({ text, named }) => [text, named])).toEqual([['Housing for care leavers', 2]]);
  expect(JSON.stringify(threads)).not.toContain('SECRET');
  const own = await db.document.findFirstOrThrow({ where: { cycleId: cycle.cycleId, kind: 'self-view', authorityId: heirs.cumberland } });
  ok(await openSection(reader, { documentId: own.id, sectionKey: 'progress' }, APRIL));
  const progress = await db.section.findUniqueOrThrow({ where: { documentId_key: { documentId: own.id, key: 'progress' } } });
  expect(JSON.stringify(progress.content)).toContain('Mend: Help ends too soon');
  expect(JSON.stringify(progress.content)).toContain('Housing for care leavers');
  expect((await loadCameBetween(reader, { cycleId: cycle.cycleId, authorityId: heirs.cumberland })).map(({ headline, reason }) => [headline, reason])).toEqual([['Cumbria is reorganised', 'A new map']]);
});

// In a process of sets, moderators and papers: a withdrawal that leaves a pair too small, and a late joining.
import { beforeAll, expect, it } from 'vitest';
import { readableVersions } from '@/domain/documents/reading';
import { audience, seesDraft } from '@/domain/visibility';
import { closeCycle } from '@/server/cycles/close-cycle';
import { db } from '@/server/db';
import { inspectAuthority } from '@/server/disruption/inspect';
import { joinLate } from '@/server/disruption/join-late';
import { loadCameBetween } from '@/server/disruption/load';
import { withdrawAuthority } from '@/server/disruption/withdraw';
import { findDocument } from '@/server/documents/find-document';
import { NotFound } from '@/server/not-found';
import { handOverPaper } from '@/server/papers/hand-over-paper';
import { loadPaper } from '@/server/papers/load';
import { reopenPaper } from '@/server/papers/reopen-paper';
import { signPaper } from '@/server/papers/sign-paper';
import { unscopedStepFacts } from '@/server/step-facts/load';
import type { Role } from '../../support/cast';
import { aProcessOfPapers, OCTOBER, type ProcessOfPapers } from '../papers/a-process-of-papers';
import { openProcess } from '../../support/process';
import { codeOf, ok, oldNews, place, shownTo, tell } from './a-coordinator';

let world: ProcessOfPapers;
const id = (name: string) => world.process.places[name]!.authorityId;
const partsOf = async (host: string) =>
  (await db.cyclePeer.findMany({ where: { cycleAuthorityId: world.process.places[host]!.cycleAuthorityId, endedAt: null }, include: { authority: true }, orderBy: { authority: { shortName: 'asc' } } })).map(({ role, authority }) => `${role} ${authority.shortName}`);

beforeAll(async () => {
  world = await aProcessOfPapers();
  const paperId = await handedOver('traffordDcs', 'Trafford and Stockport', 'Neither visits enough');
  await sign('stockportDcs', paperId);
  await opened('self-view', 'Trafford', 'Trafford and Stockport');
  await oldNews(OCTOBER);
});

async function handedOver(role: Role, set: string, text: string): Promise<string> {
  const paperId = world.process.paper('findings', set);
  await db.section.updateMany({ where: { documentId: paperId }, data: { content: { text } } });
  ok(await handOverPaper(await world.as(role), { paperId }, OCTOBER));
  return paperId;
}

async function sign(role: Role, paperId: string) {
  const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: paperId } });
  ok(await signPaper(await world.as(role), { paperId, versionId: version.id, contentHash: version.contentHash }, OCTOBER));
}

/** As a paper is that was handed over with the set among its readers. */
async function opened(kind: 'self-view', of: string, set: string) {
  await db.share.create({ data: { documentId: world.process.document(kind, of), audience: audience.set(world.process.set(set)), because: 'It was handed over', sinceAt: OCTOBER, frozenOnly: true } });
}

/** How many texts of it they read; null when it is not there for them. */
async function reads(role: Role, documentId: string, at = OCTOBER): Promise<number | null> {
  const actor = await world.as(role, at);
  const doc = await findDocument(db, actor, documentId, at).catch((error: unknown) => (error instanceof NotFound ? null : Promise.reject(error)));
  return doc && readableVersions(actor, doc, at).length;
}

it('one of a pair that withdraws: the other goes into another pair, its parts end with the reason, and nobody is told twice', async () => {
  const { as, process } = world;
  const coordinator = await as('coordinator');
  const { cycleId } = process;
  const both = process.set('Wigan and Halton');
  const withdrawal = { authorityId: id('Stockport'), handing: {}, seats: { [id('Trafford')]: both } };
  expect(await partsOf('Wigan')).toEqual(['moderator Stockport', 'moderator Trafford']);
  const shown = await shownTo(coordinator, cycleId, 'withdrew', withdrawal, OCTOBER);
  expect(codeOf(await withdrawAuthority(coordinator, { ...withdrawal, seats: {}, cycleId, reason: 'No capacity', shown }, OCTOBER))).toBe('changed-meanwhile');
  ok(await withdrawAuthority(coordinator, { ...withdrawal, cycleId, reason: 'No capacity', shown }, OCTOBER));
  expect(await partsOf('Wigan')).toEqual(['moderator Trafford']);
  const ended = await db.cyclePeer.findMany({ where: { endedAt: { not: null } } });
  expect(ended.map(({ endedAt, endedWhy }) => [endedAt, endedWhy])).toEqual([[OCTOBER, 'No capacity']]);
  expect(await db.share.count({ where: { audience: `peer:${ended[0]!.id}`, revokedAt: null } })).toBe(0);
  const groups = await db.group.findMany({ where: { cycleId, kind: 'set' }, include: { members: { include: { authority: true } } }, orderBy: { ordinal: 'asc' } });
  expect(groups.map(({ name, leadAuthorityId, members }) => [name, leadAuthorityId !== null, members.map(({ authority }) => authority.shortName).sort()])).toEqual([
    ['Wigan and Halton', true, ['Halton', 'Trafford', 'Wigan']],
    ['Trafford and Stockport', false, []],
  ]);
  const places = await db.cycleAuthority.findMany({ where: { cycleId }, include: { authority: true, leadChallenger: true }, orderBy: { authority: { shortName: 'asc' } } });
  expect(places.map(({ authority, groupId, withdrawnWhy, leadChallenger }) => [authority.shortName, groupId === both, withdrawnWhy, leadChallenger!.shortName])).toEqual([
    ['Halton', true, null, 'Trafford'],
    ['Stockport', false, 'No capacity', 'Wigan'],
    ['Trafford', true, null, 'Wigan'],
    ['Wigan', true, null, 'Halton'],
  ]);
  expect(await db.stepWaiver.findMany({ select: { stepKey: true, scope: true, reason: true } })).toEqual([{ stepKey: 'sign-findings', scope: `group:${process.set('Trafford and Stockport')}`, reason: 'Stockport left the cycle' }]);
  const events = await db.event.findMany({ where: { toldAt: null } });
  expect(events.map(({ type }) => type)).toEqual(['authority.withdrew']);
  const told = await tell(OCTOBER);
  const posts = told.map(({ post }) => post);
  expect(posts.filter((post) => post.startsWith('DCS'))).toEqual(['DCS, Halton', 'DCS, Stockport', 'DCS, Trafford', 'DCS, Wigan']);
  // Its moderators are a Director and a data lead: each is told that the part ended, and once.
  expect([posts.includes('Data lead, Stockport'), posts.length]).toEqual([true, new Set(posts).size]);
});

it('what a pair handed on stays with both who were in it; what one had opened to it is open to its new pair', async () => {
  const { as, process } = world;
  const paperId = process.paper('findings', 'Trafford and Stockport');
  expect([await reads('stockportDcs', paperId), await reads('traffordDcs', paperId), await reads('wiganDcs', paperId)]).toEqual([1, 1, null]);
  const shares = await db.share.findMany({ where: { documentId: paperId, audience: { startsWith: 'authority:' } } });
  expect(shares.map(({ frozenOnly, because }) => [frozenOnly, because])).toEqual(Array(2).fill([true, 'They were in it when this was written.']));
  await expect(as('traffordDcs').then((actor) => reopenPaper(actor, { paperId, reason: 'More came up' }, OCTOBER))).rejects.toThrow(NotFound);
  const selfView = process.document('self-view', 'Trafford');
  expect((await db.share.findMany({ where: { documentId: selfView, audience: { startsWith: 'set:' }, revokedAt: null } })).map((share) => share.audience).sort()).toEqual([audience.set(process.set('Trafford and Stockport')), audience.set(process.set('Wigan and Halton'))].sort());
  expect([await reads('haltonDcs', selfView), await reads('stockportDcs', selfView)]).toEqual([0, null]);
});

it('whoever led in a place that was left reads nothing of it any more, as its moderators do', async () => {
  const { as, process } = world;
  const led = await db.cycleAuthority.findUniqueOrThrow({ where: { id: process.places.Stockport!.cycleAuthorityId } });
  expect(led.leadChallengerAuthorityId).toBe(id('Wigan'));
  const { audiences } = await as('wiganDcs');
  expect([audiences.includes(audience.challengers(led.id)), audiences.includes(audience.challengers(process.places.Trafford!.cycleAuthorityId))]).toEqual([false, true]);
});

it('one that joins late gets the papers of its place, and those of whoever is found for it', async () => {
  const { as, process } = world;
  const coordinator = await as('coordinator');
  const { cycleId } = process;
  const bolton = await db.authority.findFirstOrThrow({ where: { shortName: 'Bolton' } });
  const joining = place(bolton.id, { groupId: process.set('Wigan and Halton'), wave: 'all', peers: { moderator: [id('Wigan'), ''] } });
  const shown = await shownTo(coordinator, cycleId, 'joined', joining, OCTOBER);
  ok(await joinLate(coordinator, { ...joining, cycleId, reason: 'It asked to', shown }, OCTOBER));
  const papers = await db.document.findMany({ where: { cycleId, authorityId: bolton.id }, include: { shares: true }, orderBy: { slot: 'asc' } });
  const row = await db.cycleAuthority.findUniqueOrThrow({ where: { cycleId_authorityId: { cycleId, authorityId: bolton.id } }, include: { peers: true } });
  const [peer] = row.peers;
  expect([row.peers.length, peer!.authorityId, peer!.offices]).toEqual([1, id('Wigan'), ['dcs', 'data-lead']]);
  expect(papers.map(({ kind, slot }) => (kind === 'paper' ? slot : kind)).sort()).toEqual(['partnership', 'scope', 'self-view', `moderation:${peer!.id}`].sort());
  expect(papers.find(({ slot }) => slot.startsWith('moderation'))!.shares.map(({ audience }) => audience)).toEqual([`peer:${peer!.id}`]);
  expect(await db.groupMember.count({ where: { groupId: process.set('Wigan and Halton'), authorityId: bolton.id } })).toBe(1);
  const { steps } = await unscopedStepFacts(db, { cycle: { id: cycleId }, of: 'all', audiences: [] }, OCTOBER);
  expect(steps.all.filter(({ place: of, state }) => of?.authorityId === bolton.id && state.is === 'overdue')).toEqual([]);
  const told = await tell(OCTOBER);
  expect(told.map(({ post }) => post).filter((post) => post.endsWith('Wigan'))).toEqual(['DCS, Wigan', 'Data lead, Wigan']);
});

it('in a process of partnerships their chairs are told, and their agencies read why and what it changes for them', async () => {
  const coordinator = await world.as('coordinator');
  const step = (key: string, who: 'sli-coordinator' | 'partnership-chair', more: { per: 'region' | 'authority'; offset: number; doneWhen: 'cycle-opened' | 'recorded' }) => ({ key: key.toLowerCase(), name: key, act: key, heading: [key], phase: 'all', who: [who], per: more.per, due: { from: 'anchor' as const, offset: more.offset }, doneWhen: more.doneWhen });
  const { cycleId } = await openProcess(coordinator, {
    title: 'A process of partnerships', anchorName: 'Day 0', grouping: { is: 'one' }, leads: 'none', spans: { from: -120, to: 120 }, phases: [{ key: 'all', name: 'The process' }], waves: [{ key: 'autumn', name: 'Autumn', forumOffsets: [0] }],
    steps: [step('Opened', 'sli-coordinator', { per: 'region', offset: -120, doneWhen: 'cycle-opened' }), step('Theme', 'partnership-chair', { per: 'authority', offset: 0, doneWhen: 'recorded' })],
  }, { name: 'Partnerships', authorities: ['Wigan', 'Halton'] });
  await oldNews(OCTOBER);
  const wigan = { cycleId, authorityId: id('Wigan') };
  const inspection = { authorityId: wigan.authorityId, from: '2017-10-16', on: '2018-01-15', leaveOut: [] };
  const shown = await shownTo(coordinator, cycleId, 'inspected', inspection, OCTOBER);
  ok(await inspectAuthority(coordinator, { ...inspection, cycleId, reason: 'Ofsted has come', shown }, OCTOBER));
  expect((await tell(OCTOBER)).map(({ post }) => post).filter((post) => post.startsWith('Partnership'))).toEqual(['Partnership chair, Wigan']);
  const seen = async (role: Role, authorityId = wigan.authorityId) => (await loadCameBetween(await world.as(role), { cycleId, authorityId })).map(({ headline, reason, days }) => [headline, reason, days.map(({ step: name, whom }) => `${name}: ${whom}`)]);
  expect(await seen('wiganPolice')).toEqual([['Wigan is inspected', 'Ofsted has come', ['Theme: Wigan']]]);
  expect([await seen('wiganPolice', id('Halton')), (await loadCameBetween(await world.as('wiganPolice'), { ...wigan, cycleId: world.process.cycleId })).length]).toEqual([[], 0]);
});

it('one that leaves while everyone else has signed: the paper is signed, opened and told of with it', async () => {
  const { as, process } = world;
  const coordinator = await as('coordinator');
  const { cycleId, regionId } = process;
  const paperId = await handedOver('wiganDcs', 'Wigan and Halton', 'Both found the same');
  for (const role of ['wiganDcs', 'haltonDcs', 'traffordDcs'] as const) await sign(role, paperId);
  const acts = async () => (await db.documentAct.findMany({ where: { documentId: paperId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(({ kind }) => kind);
  expect(await acts()).toEqual(['put-for-signature']);

  const bolton = await db.authority.findFirstOrThrow({ where: { shortName: 'Bolton' } });
  const withdrawal = { authorityId: bolton.id, handing: {}, seats: {} };
  const shown = await shownTo(coordinator, cycleId, 'withdrew', withdrawal, OCTOBER);
  ok(await withdrawAuthority(coordinator, { ...withdrawal, cycleId, reason: 'No capacity', shown }, OCTOBER));
  expect(await acts()).toEqual(['put-for-signature', 'agreed']);
  expect(await db.share.count({ where: { documentId: paperId, audience: audience.regionTeam(regionId), revokedAt: null } })).toBe(1);
  expect(await db.event.count({ where: { documentId: paperId, type: 'document.sign-off-completed' } })).toBe(1);
});

it('joint findings are read by those who signed them after the cycle has closed, and written by nobody; nothing else of one another is', async () => {
  const { as, process } = world;
  const later = new Date('2018-06-01T09:00:00Z');
  const paperId = process.paper('findings', 'Wigan and Halton');
  ok(await closeCycle(await as('coordinator', later), { cycleId: process.cycleId }, later));
  expect(await Promise.all((['wiganDcs', 'haltonAd', 'traffordDcs', 'stockportDcs', 'ofsted'] as const).map((role) => reads(role, paperId, later)))).toEqual([1, 1, 1, null, null]);
  expect(seesDraft(await as('wiganDcs', later), (await findDocument(db, await as('wiganDcs', later), paperId, later)).shares, later)).toBe(false);
  expect(await loadPaper(await as('wiganDcs', later), paperId, later)).toMatchObject({ text: [{ text: expect.stringContaining('Both found the same') }], writing: null, handOver: null, reopen: null, signing: null });
  await expect(as('wiganDcs', later).then((actor) => reopenPaper(actor, { paperId, reason: 'More came up' }, later))).rejects.toThrow(NotFound);
  expect([await reads('stockportDcs', process.paper('findings', 'Trafford and Stockport'), later), await reads('haltonDcs', process.document('self-view', 'Trafford'), later)]).toEqual([1, null]);
});

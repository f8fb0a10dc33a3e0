// In a process of sets, moderators and papers: a withdrawal that leaves a pair too small, and a late joining.
import { beforeAll, expect, it } from 'vitest';
import { audience } from '@/domain/visibility';
import { db } from '@/server/db';
import { joinLate } from '@/server/disruption/join-late';
import { withdrawAuthority } from '@/server/disruption/withdraw';
import { handOverPaper } from '@/server/papers/hand-over-paper';
import { signPaper } from '@/server/papers/sign-paper';
import { unscopedStepFacts } from '@/server/step-facts/load';
import { aProcessOfPapers, OCTOBER, type ProcessOfPapers } from '../papers/a-process-of-papers';
import { codeOf, ok, oldNews, place, shownTo, tell } from './a-coordinator';

let world: ProcessOfPapers;
const id = (name: string) => world.process.places[name]!.authorityId;
const partsOf = async (host: string) =>
  (await db.cyclePeer.findMany({ where: { cycleAuthorityId: world.process.places[host]!.cycleAuthorityId, endedAt: null }, include: { authority: true }, orderBy: { authority: { shortName: 'asc' } } })).map(({ role, authority }) => `${role} ${authority.shortName}`);

beforeAll(async () => {
  world = await aProcessOfPapers();
  await oldNews(OCTOBER);
});

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

it('one that leaves while everyone else has signed: the paper is signed, opened and told of with it', async () => {
  const { as, process } = world;
  const coordinator = await as('coordinator');
  const { cycleId, regionId } = process;
  const paperId = process.paper('findings', 'Wigan and Halton');
  await db.section.updateMany({ where: { documentId: paperId }, data: { content: { text: 'Both found the same' } } });
  ok(await handOverPaper(await as('wiganDcs'), { paperId }, OCTOBER));
  const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: paperId } });
  for (const role of ['wiganDcs', 'haltonDcs', 'traffordDcs'] as const) ok(await signPaper(await as(role), { paperId, versionId: version.id, contentHash: version.contentHash }, OCTOBER));
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

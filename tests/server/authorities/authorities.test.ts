import { beforeAll, describe, expect, test } from 'vitest';
import { audience } from '@/domain/visibility';
import { listAuthorities, loadAuthority, type AuthorityPage } from '@/server/authorities/load';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';

const OPENED = new Date('2017-07-26T09:00:00Z');
const NOW = new Date('2017-10-31T09:00:00Z');
let cast: Record<Role, string>;
let cycle: TestCycle;
const as = (role: Role) => actorFor(cast[role], NOW);
const page = async (role: Role, slug = 'wigan') => loadAuthority(await as(role), slug, null, NOW);

/** What each of the cast finds; null for those to whom the page is not there. */
async function eachFinds<Found>(find: (page: AuthorityPage) => Found, slug?: string): Promise<Record<Role, Found | null>> {
  const found = await Promise.all(
    ROLES.map(async (role) => [role, await page(role, slug).then(find, (error: unknown) => { if (error instanceof NotFound) return null; throw error; })] as const),
  );
  return Object.fromEntries(found) as Record<Role, Found | null>;
}

beforeAll(async () => {
  cast = await castPeople();
  cycle = await openTestCycle(await actorFor(cast.coordinator, OPENED), { at: OPENED });
});

describe('the list of authorities', () => {
  test('is that of the region in which one acts, with the group of each', async () => {
    const { region, groupWord, authorities } = await listAuthorities(await as('wiganDcs'), '', NOW);
    expect([region, groupWord, authorities.length]).toEqual(['North West', 'BPN', 23]);
    expect(authorities.filter(({ mine }) => mine)).toEqual([{ slug: 'wigan', name: 'Wigan', group: 'Trafford', mine: true }]);
    expect((await listAuthorities(await as('otherRegionsCoordinator'), '', NOW)).authorities.map(({ name }) => name)).not.toContain('Wigan');
    await expect(listAuthorities(await as('nobody'), '', NOW)).rejects.toThrow(NotFound);
  });
  test('is searched by part of a name, and a sign that databases know stands for itself', async () => {
    const found = async (search: string) => (await listAuthorities(await as('ofsted'), search, NOW)).authorities.map(({ name }) => name);
    expect(await found(' BLACK ')).toEqual(['Blackburn with Darwen', 'Blackpool']);
    expect(await found('%')).toEqual([]);
    expect(await found("'; drop table")).toEqual([]);
  });
  test('shows those of the day: Cumbria until it was abolished', async () => {
    const names = async (at: Date) => (await listAuthorities(await as('coordinator'), 'cumb', at)).authorities.map(({ name }) => name);
    expect([await names(NOW), await names(new Date('2024-01-01T09:00:00Z'))]).toEqual([['Cumbria'], ['Cumberland']]);
  });
  test('takes one query', async () => {
    const coordinator = await as('coordinator');
    expect(await queriesOf(() => listAuthorities(coordinator, '', NOW))).toBe(1);
  });
});

describe('an authority’s page', () => {
  test('is there for anyone of the region and for nobody else', async () => {
    const opens = await eachFinds(() => true);
    expect(ROLES.filter((role) => opens[role] === null)).toEqual(['formerWiganDcs', 'otherRegionsCoordinator', 'nobody']);
    await expect(page('coordinator', 'no-such-place')).rejects.toThrow(NotFound);
    await expect(page('coordinator', 'leeds')).rejects.toThrow(NotFound);
  });

  test('is for the agencies beside it their own alone, with its Director and those agencies', async () => {
    for (const role of ['wiganPolice', 'wiganPartnershipChair'] as const) {
      await expect(page(role, 'halton')).rejects.toThrow(NotFound);
      const { isOwn, posts, place } = await page(role);
      expect([isOwn, posts.map(({ office }) => office), place!.session, place!.journey]).toEqual([false, ['dcs', 'partnership-chair', 'police-partner'], null, null]);
      expect((await listAuthorities(await as(role), '', NOW)).authorities.map(({ slug }) => slug)).toEqual(['wigan']);
    }
  });

  test('shows where the steps stand to its own people, to readers of the board, to its group lead and to its lead peer challenger', async () => {
    const sees = await eachFinds(({ place }) => place?.journey !== null);
    expect(ROLES.filter((role) => sees[role])).toEqual([
      'wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive', 'traffordDcs', 'haltonDcs',
      'coordinator', 'facilitator', 'dataGroupChair', 'dataGroupMember', 'boardChair', 'boardMember', 'regionalChair',
    ]);
  });

  test('lists exactly the documents that were shared with the person', async () => {
    const documents = await eachFinds(({ place }) => place?.documents.map(({ kind }) => kind).join(', '));
    const own = 'self-view, mou, action-plan';
    const questions = 'questions';
    expect(documents).toEqual({
      wiganDcs: own, wiganAd: own, wiganDataLead: own, wiganPolicyOfficer: own, wiganContributor: own, wiganLeadMember: own, wiganChiefExecutive: own,
      traffordDcs: '', haltonDcs: '', haltonAd: '', haltonLeadMember: '', haltonActingChiefExecutive: '', rochdaleDcs: '', blackburnDcs: '', stockportDcs: '', stockportDataLead: '', wiganPolice: '', wiganPartnershipChair: '',
      coordinator: questions, facilitator: questions, dataGroupChair: questions, dataGroupMember: questions, boardChair: '', boardMember: '', regionalChair: '', ofsted: '',
      formerWiganDcs: null, otherRegionsCoordinator: null, nobody: null,
    });
    const documentId = cycle.document('self-view', 'Wigan');
    await db.share.create({ data: { documentId, audience: audience.challengers(cycle.places.Wigan!.cycleAuthorityId), because: 'Test', sinceAt: NOW, frozenOnly: true } });
    expect((await page('haltonDcs')).place!.documents.map(({ kind, words, href }) => [kind, words, href])).toEqual([['self-view', 'Not started', `/self-views/${documentId}`]]);
    await db.share.updateMany({ where: { documentId, audience: { startsWith: 'challengers:' } }, data: { revokedAt: NOW } });
    expect((await page('haltonDcs')).place!.documents).toEqual([]);
  });

  test('tells of what happened only to those who may know, and of what came before a share not even then', async () => {
    const documentId = cycle.document('self-view', 'Wigan');
    const region = await db.region.findFirstOrThrow({ where: { slug: 'north-west' } });
    const place = { cycleId: cycle.cycleId, regionId: region.id, authorityId: cycle.places.Wigan!.authorityId, documentId };
    const submittedAt = new Date('2017-10-26T09:00:00Z');
    await db.event.createMany({
      data: [
        { ...place, type: 'document.declined', at: new Date('2017-10-20T09:00:00Z'), data: { office: 'Lead Member', document: 'self-view' } },
        { ...place, type: 'section.ready', at: new Date('2017-10-21T09:00:00Z'), data: { section: 'Overview' } },
        { ...place, type: 'document.submitted', at: submittedAt, data: { document: 'self-view' } },
      ],
    });
    await db.share.create({ data: { documentId, audience: audience.regionTeam(region.id), because: 'Submitted', sinceAt: submittedAt, frozenOnly: true } });
    const told = await eachFinds(({ activity }) => activity.flatMap(({ says }) => /submitted|ready|declined/.exec(says)?.[0] ?? []).join(' | '));
    const ownSide = 'submitted | ready | declined';
    expect(ROLES.filter((role) => told[role] === ownSide)).toEqual(['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive']);
    expect(ROLES.filter((role) => told[role] === 'submitted')).toEqual(['coordinator', 'facilitator']);
    expect(ROLES.filter((role) => told[role] !== '' && told[role] !== null)).toHaveLength(9);
  });

  test('names who holds each post today, the acting one as acting', async () => {
    const { posts } = await page('wiganDcs', 'halton');
    expect(posts.map(({ post, holders }) => [post, holders])).toEqual([
      ['DCS', [{ name: 'Halton Director', acting: false }]],
      ['Assistant Director', [{ name: 'Halton Assistant Director', acting: false }]],
      ['Lead Member', [{ name: 'Halton Lead Member', acting: false }]],
      ['Chief Executive', [{ name: 'Halton Acting Chief Executive', acting: true }]],
    ]);
    const wigan = await page('haltonDcs', 'wigan');
    expect(wigan.posts.find(({ post }) => post === 'DCS')!.holders.map(({ name }) => name)).toEqual(['Wigan Director']);
  });

  test('shows its place: group, wave, lead peer challenger, session and who challenges', async () => {
    const { authorityId: hostId, cycleAuthorityId, groupId } = cycle.places.Wigan!;
    const startsAt = new Date('2017-12-13T10:00:00Z');
    const forum = await db.forum.create({
      data: { cycleId: cycle.cycleId, groupId, wave: 'december', onDay: dateOf('2017-12-13'), startsAt: new Date('2017-12-13T09:30:00Z'), endsAt: new Date('2017-12-13T16:00:00Z'), venue: 'Town hall', scheduledAt: NOW, changedAt: NOW },
    });
    const region = await db.region.findFirstOrThrow({ where: { slug: 'north-west' } });
    const notes = await db.document.create({ data: { kind: 'forum-notes', regionId: region.id, cycleId: cycle.cycleId, authorityId: hostId, createdAt: NOW } });
    const session = await db.forumSession.create({
      data: {
        forumId: forum.id, cycleAuthorityId, ordinal: 1, startsAt, endsAt: new Date('2017-12-13T11:00:00Z'), notesId: notes.id,
        challengers: { create: [{ authorityId: cycle.places['Cheshire East']!.authorityId }, { authorityId: cycle.places.Halton!.authorityId, lead: true }] },
      },
    });
    const { place, cycles } = await page('boardMember');
    expect(cycles).toEqual([{ id: cycle.cycleId, name: '2017/18', isOpen: true }]);
    expect([place!.group, place!.wave, place!.lead?.name]).toEqual(['Trafford group', 'December', 'Halton']);
    expect(place!.session).toEqual({
      id: session.id, forumId: forum.id, venue: 'Town hall', startsAt, href: `/forums/${forum.id}`,
      challengers: [{ name: 'Halton', slug: 'halton', lead: true }, { name: 'Cheshire East', slug: 'cheshire-east', lead: false }],
    });
  });

  test('keeps forum days from outside bodies', async () => {
    const { place } = await page('ofsted');
    expect([place!.knowsForums, place!.session]).toEqual([false, null]);
  });

  test('of an authority in no cycle shows its posts and says so', async () => {
    const outside = await db.authority.findFirstOrThrow({ where: { shortName: 'Cumberland' } });
    expect((await page('coordinator', outside.slug)).place).toBeNull();
  });

  test('takes three queries', async () => {
    const coordinator = await as('coordinator');
    expect(await queriesOf(() => loadAuthority(coordinator, 'wigan', null, NOW))).toBe(3);
    expect(await queriesOf(() => loadAuthority(coordinator, 'bury', cycle.cycleId, NOW))).toBe(3);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { audience } from '@/domain/visibility';
import { headingOf, type Task } from '@/domain/tasks';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';
import { loadMyWork } from '@/server/my-work/load';
import { actorFor, castPeople, findOrCreatePost, ROLES, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';
import { unguarded } from '../../support/unguarded';

const OPENED = new Date('2017-07-26T09:00:00Z');
const NOW = new Date('2017-10-20T09:00:00Z');
let cast: Record<Role, string>;
let cycle: TestCycle;
const work = async (role: Role, at = NOW) => loadMyWork(await actorFor(cast[role], at), at);
const brief = (tasks: readonly Task[]) => tasks.map(({ act, as, dueOn }) => [act, as, dueOn]);
const due = async (role: Role, at = NOW) => {
  const { work: mine } = await work(role, at);
  return brief([...mine.late, ...mine.week, ...mine.later]);
};

beforeAll(async () => {
  cast = await castPeople();
  cycle = await openTestCycle(await actorFor(cast.coordinator, OPENED), { at: OPENED });
});

describe('what is due', () => {
  test('from each person of the cast while everyone writes', async () => {
    const dues = await Promise.all(ROLES.map(async (role) => [role, (await due(role)).map(([act, as]) => `${act} (${as})`)]));
    const write = (authority: string) => `Write the self-view (DCS, ${authority})`;
    const mou = (office: string, authority: string) => `Sign the memorandum of understanding (${office}, ${authority})`;
    expect(Object.fromEntries(dues)).toEqual({
      wiganDcs: [mou('DCS', 'Wigan'), write('Wigan')],
      wiganAd: ['Write the self-view (Assistant Director, Wigan)'],
      wiganDataLead: ['Write the self-view (Data lead, Wigan)'],
      wiganPolicyOfficer: ['Write the self-view (Policy officer, Wigan)'],
      wiganContributor: [],
      wiganLeadMember: [mou('Lead Member', 'Wigan')],
      wiganChiefExecutive: [mou('Chief Executive', 'Wigan')],
      traffordDcs: [mou('DCS', 'Trafford'), write('Trafford')],
      haltonDcs: [mou('DCS', 'Halton'), write('Halton')],
      haltonAd: ['Write the self-view (Assistant Director, Halton)'],
      haltonLeadMember: [mou('Lead Member', 'Halton')],
      haltonActingChiefExecutive: [mou('Acting Chief Executive', 'Halton')],
      rochdaleDcs: [mou('DCS', 'Rochdale'), write('Rochdale')],
      blackburnDcs: [mou('DCS', 'Blackburn with Darwen'), write('Blackburn with Darwen')],
      stockportDcs: [mou('DCS', 'Stockport'), write('Stockport')],
      stockportDataLead: ['Write the self-view (Data lead, Stockport)'],
      wiganPolice: [], wiganPartnershipChair: [],
      coordinator: ['Record Ofsted’s key lines of enquiry (SLI coordinator, North West)'],
      facilitator: [], dataGroupChair: [], dataGroupMember: [], boardChair: [], boardMember: [], regionalChair: [],
      ofsted: [], formerWiganDcs: [], otherRegionsCoordinator: [], nobody: [],
    });
  });

  test('leads to the very page, says why, and stands by its day', async () => {
    const { work: mine } = await work('wiganDcs');
    expect(headingOf(mine)).toBe('Two things are due from you');
    expect(mine.week.map(({ href, tag, why, go }) => ({ href, tag, why, go }))).toEqual([
      { href: `/documents/${cycle.document('mou', 'Wigan')}/sign`, tag: { is: 'due', days: 7 }, why: 'Nobody has signed yet; 3 posts must.', go: 'Read and sign' },
      { href: `/self-views/${cycle.document('self-view', 'Wigan')}`, tag: { is: 'due', days: 7 }, why: 'Once written, it is put out for signature.', go: 'Write' },
    ]);
    expect((await work('wiganDcs', new Date('2017-10-31T09:00:00Z'))).work.late.map(({ tag }) => tag)).toEqual([{ is: 'late', days: 4 }, { is: 'late', days: 4 }]);
    expect((await work('wiganDcs', new Date('2017-10-01T09:00:00Z'))).work.later).toHaveLength(2);
  });

  test('leaves when it is done, and what is with others says with whom', async () => {
    await signMou('dcs', cast.wiganDcs);
    expect(await due('wiganDcs')).toEqual([['Write the self-view', 'DCS, Wigan', '2017-10-27']]);
    expect((await work('wiganDcs')).work.waiting.map(({ act, why, tag }) => [act, why, tag])).toEqual([
      ['Memorandum of understanding signed', 'With the Chief Executive and the Lead Member, Wigan.', { is: 'part-signed', count: 1, of: 3 }],
    ]);
  });

  test('is asked of each post that must sign, when one person holds two', async () => {
    const postId = await findOrCreatePost({ office: 'chief-executive', authority: 'Wigan' });
    const covering = await db.appointment.create({ data: { personId: cast.wiganLeadMember, postId, startsOn: dateOf('2017-10-01'), acting: true } });
    expect((await due('wiganLeadMember')).map(([, as]) => as)).toEqual(['Lead Member, Wigan', 'Acting Chief Executive, Wigan']);
    await db.appointment.delete({ where: { id: covering.id } });
  });

  test('goes to the successor with the post', async () => {
    const postId = await findOrCreatePost({ office: 'dcs', authority: 'Wigan' });
    await db.appointment.updateMany({ where: { personId: cast.wiganDcs }, data: { endsOn: dateOf('2017-10-15') } });
    const successor = await db.appointment.create({ data: { personId: cast.nobody, postId, startsOn: dateOf('2017-10-16') } });
    expect([await due('nobody'), await due('wiganDcs')]).toEqual([[['Write the self-view', 'DCS, Wigan', '2017-10-27']], []]);
    await db.appointment.delete({ where: { id: successor.id } });
    await db.appointment.updateMany({ where: { personId: cast.wiganDcs }, data: { endsOn: null } });
  });

  test('for many authorities at once is one line that leads to the list', async () => {
    for (const authority of ['Wigan', 'Halton', 'Bury', 'Bolton']) {
      await submitted(authority);
    }
    const { work: mine } = await work('coordinator');
    expect(mine.week.map(({ act, why, href }) => [act, why, href])).toEqual([
      ['Accept or return 4 authorities’ self-view', 'Bolton, Bury, Halton, Wigan.', `/cycles/${cycle.cycleId}?step=submit-self-view&show=owed`],
    ]);
  });
});

describe('what is given', () => {
  test('a section is a task of the post until it is ready', async () => {
    const section = await db.section.findFirstOrThrow({ where: { documentId: cycle.document('self-view', 'Rochdale') }, orderBy: { ordinal: 'asc' } });
    const postId = await findOrCreatePost({ office: 'contributor', authority: 'Wigan', remit: 'Care leavers' });
    const sectionOfWigan = await db.section.findFirstOrThrow({ where: { documentId: cycle.document('self-view', 'Sefton'), key: section.key } });
    await db.sectionAssignment.create({ data: { sectionId: sectionOfWigan.id, postId, dueOn: dateOf('2017-10-22'), assignedAt: NOW, assignedBy: cast.wiganDcs } });
    expect(await due('wiganContributor')).toEqual([[`Write the section “${section.title}”`, 'Contributor (Care leavers), Wigan', '2017-10-22']]);
    await db.section.update({ where: { id: sectionOfWigan.id }, data: { readyAt: NOW } });
    expect(await due('wiganContributor')).toEqual([]);
  });

  test('an invitation waits for an answer until the day', async () => {
    const forum = await db.forum.create({
      data: {
        cycleId: cycle.cycleId, groupId: cycle.places.Wigan!.groupId, wave: 'december', onDay: dateOf('2017-12-13'),
        startsAt: new Date('2017-12-13T09:30:00Z'), endsAt: new Date('2017-12-13T16:00:00Z'), venue: 'Town hall', scheduledAt: NOW, changedAt: NOW,
      },
    });
    const postId = await findOrCreatePost({ office: 'facilitator', region: 'North West' });
    const invitation = await db.invitation.create({ data: { forumId: forum.id, postId, role: 'facilitator', sentAt: NOW } });
    expect(await due('facilitator')).toEqual([['Say whether you come to the Trafford forum on Wednesday 13 December 2017', 'Facilitator, North West', '2017-12-13']]);
    expect((await due('facilitator', new Date('2017-12-14T09:00:00Z'))).filter(([act]) => String(act).startsWith('Say'))).toEqual([]);
    await db.invitation.update({ where: { id: invitation.id }, data: { answer: 'accepted', answeredAt: NOW } });
    expect(await due('facilitator')).toEqual([]);
  });

  test('an overdue action is its owner’s, then its group lead’s when it was raised, and a request to close it the reviewer’s', async () => {
    const documentId = cycle.document('action-plan', 'Wigan');
    const ownerPostId = await findOrCreatePost({ office: 'assistant-director', authority: 'Wigan' });
    const dcsPostId = await findOrCreatePost({ office: 'dcs', authority: 'Wigan' });
    const action = await db.action.create({
      data: {
        cycleAuthorityId: cycle.places.Wigan!.cycleAuthorityId, documentId, ordinal: 2, finding: 'F', action: 'Visit every child in 10 days', impact: 'I', measure: 'M',
        ownerPostId, owner: 'Assistant Director', dueOn: dateOf('2017-10-10'), createdAt: OPENED,
      },
    });
    const asksOf = async (role: Role) => (await due(role)).map(([act]) => act).filter((act) => String(act).includes('action 2'));
    expect(await asksOf('wiganAd')).toEqual([]);
    await db.documentAct.create({ data: { documentId, kind: 'submitted', at: OPENED, personId: cast.wiganDcs, postId: dcsPostId } });
    expect(await asksOf('wiganAd')).toEqual(['Report on action 2: Visit every child in 10 days']);
    expect(await asksOf('wiganDcs')).toEqual([]);
    await db.action.update({ where: { id: action.id }, data: { escalatedAt: NOW } });
    expect([await asksOf('traffordDcs'), await asksOf('rochdaleDcs')]).toEqual([['Take up Wigan’s overdue action 2'], []]);
    const review = await db.actionReview.create({ data: { actionId: action.id, rating: 'at-risk', comment: 'Taken up.', at: new Date(NOW.getTime() + 500), personId: cast.traffordDcs, postId: dcsPostId } });
    expect(await asksOf('traffordDcs')).toEqual([]);
    await db.actionReview.delete({ where: { id: review.id } });
    await db.actionReport.create({ data: { actionId: action.id, rating: 'done', text: 'Done.', evidence: 'Audit', asksToClose: true, at: NOW, personId: cast.wiganAd, postId: ownerPostId } });
    await db.action.update({ where: { id: action.id }, data: { doneAt: NOW } });
    expect(await asksOf('haltonDcs')).toEqual(['Agree that Wigan’s action 2 is closed, or say what is missing']);
    expect([await asksOf('wiganAd'), await asksOf('blackburnDcs'), await asksOf('haltonAd')]).toEqual([[], [], []]);
    await db.actionReview.create({ data: { actionId: action.id, rating: 'done', comment: 'Agreed.', agreesClose: true, at: new Date(NOW.getTime() + 1000), personId: cast.haltonDcs, postId: dcsPostId } });
    expect(await asksOf('haltonDcs')).toEqual([]);
  });

  test('what was released is there for that body alone, until it has opened it or it was withdrawn', async () => {
    const region = await db.region.findFirstOrThrow({ where: { slug: 'north-west' } });
    const document = await db.document.create({ data: { kind: 'annual-conversation', regionId: region.id, cycleId: cycle.cycleId, authorityId: cycle.places.Wigan!.authorityId, createdAt: NOW } });
    const version = await db.documentVersion.create({ data: { documentId: document.id, number: 1, content: [], contentHash: 'none', createdAt: NOW } });
    const postId = await findOrCreatePost({ office: 'dcs', authority: 'Wigan' });
    const release = await db.release.create({
      data: { documentId: document.id, versionId: version.id, audience: audience.outside('ofsted', region.id), why: 'The annual conversation', releasedAt: NOW, releasedBy: cast.wiganDcs, postId },
    });
    expect((await work('ofsted')).work.later.map(({ act, href, why }) => [act, href, why])).toEqual([
      ['Read Wigan’s annual conversation pack', `/released/${release.id}`, 'Released to you on Friday 20 October 2017: The annual conversation'],
    ]);
    const elsewhere = await Promise.all(ROLES.filter((role) => role !== 'ofsted').map(async (role) => (await due(role)).filter(([act]) => String(act).startsWith('Read Wigan’s'))));
    expect(elsewhere.flat()).toEqual([]);
    await db.releaseOpening.create({ data: { releaseId: release.id, personId: cast.ofsted, at: NOW } });
    expect(await due('ofsted')).toEqual([]);
  });
});

describe('the margin', () => {
  test('shows one’s own authority in the cycle; the region’s steps for posts of the region; nothing for an outside body', async () => {
    const journey = async (role: Role) => (await work(role)).cycles[0]?.journey?.heading ?? null;
    expect(await journey('wiganLeadMember')).toBe('Wigan in the 2017/18 cycle');
    expect(await journey('boardMember')).toBe('The 2017/18 cycle');
    expect([await journey('ofsted'), await journey('nobody')]).toEqual([null, null]);
  });

  test('tells of nothing that the person may not see', async () => {
    const documentId = cycle.document('self-view', 'Wigan');
    const region = await db.region.findFirstOrThrow({ where: { slug: 'north-west' } });
    const place = { cycleId: cycle.cycleId, regionId: region.id, authorityId: cycle.places.Wigan!.authorityId };
    await db.event.createMany({
      data: [
        { ...place, type: 'document.put-for-review', at: NOW, documentId, data: { document: 'self-view' } },
        { ...place, type: 'document.put-for-signature', at: NOW, documentId, data: { document: 'SECRET-TITLE' } },
        { ...place, type: 'authority.chased', at: NOW, data: { step: 'SECRET-STEP' } },
        { ...place, authorityId: null, type: 'date.moved', at: NOW, data: { step: 'The Board', from: 'a', to: 'b', reason: 'c' } },
      ],
    });
    const told = Object.fromEntries(await Promise.all(ROLES.map(async (role) => {
      const words = JSON.stringify((await work(role)).news);
      return [role, ['internal review', 'SECRET-TITLE', 'SECRET-STEP', 'The Board'].filter((word) => words.includes(word)).join(', ')];
    })));
    const ownSide = 'internal review, SECRET-TITLE, SECRET-STEP, The Board';
    const region_ = 'SECRET-STEP, The Board';
    expect(told).toEqual({
      wiganDcs: ownSide, wiganAd: ownSide, wiganDataLead: ownSide, wiganPolicyOfficer: ownSide, wiganContributor: ownSide, wiganLeadMember: ownSide, wiganChiefExecutive: ownSide,
      traffordDcs: 'The Board', haltonDcs: 'The Board', haltonAd: 'The Board', haltonLeadMember: 'The Board', haltonActingChiefExecutive: 'The Board', rochdaleDcs: 'The Board', blackburnDcs: 'The Board', stockportDcs: 'The Board', stockportDataLead: 'The Board',
      coordinator: region_, facilitator: region_, dataGroupChair: region_, dataGroupMember: region_, boardChair: region_, boardMember: region_, regionalChair: region_,
      wiganPolice: '', wiganPartnershipChair: '', ofsted: '', formerWiganDcs: '', otherRegionsCoordinator: '', nobody: '',
    });
  });
});

test('takes three queries, for the Lead Member of one authority and for the coordinator of twenty-three', async () => {
  const [leadMember, coordinator, ofsted, nobody] = await Promise.all((['wiganLeadMember', 'coordinator', 'ofsted', 'nobody'] as const).map((role) => actorFor(cast[role], NOW)));
  expect(await queriesOf(() => loadMyWork(leadMember!, NOW))).toBe(3);
  expect(await queriesOf(() => loadMyWork(coordinator!, NOW))).toBe(3);
  expect(await queriesOf(() => loadMyWork(ofsted!, NOW))).toBe(3);
  expect(await queriesOf(() => loadMyWork(nobody!, NOW))).toBe(0);
});

async function signMou(office: 'dcs', personId: string): Promise<void> {
  const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: cycle.document('mou', 'Wigan') }, orderBy: { number: 'desc' } });
  const { postId } = await db.appointment.findFirstOrThrow({ where: { personId } });
  await db.signature.create({ data: { versionId: version.id, office, postId, personId, personName: 'Wigan Director', provedBy: 'link', provedAt: NOW, signedAt: NOW } });
}

/** Signed and submitted, as the database holds it. */
async function submitted(authority: string): Promise<void> {
  const postId = await findOrCreatePost({ office: 'dcs', authority });
  const person = cast.wiganDcs;
  for (const [kind, offices] of [['self-view', ['lead-member']], ['mou', ['dcs', 'chief-executive', 'lead-member']]] as const) {
    const documentId = cycle.document(kind, authority);
    const existing = await db.documentVersion.findFirst({ where: { documentId }, orderBy: { number: 'desc' } });
    const version = existing ?? (await db.documentVersion.create({ data: { documentId, number: 1, content: [], contentHash: 'none', createdAt: NOW } }));
    if (!existing) await db.documentAct.create({ data: { documentId, kind: 'put-for-signature', versionId: version.id, at: NOW, personId: person, postId } });
    for (const office of offices) {
      const signature = { versionId: version.id, office, postId, personId: person, personName: 'Someone', signedAt: NOW };
      await unguarded(async (tx) => (await tx.signature.findFirst({ where: { versionId: version.id, office } })) ?? tx.signature.create({ data: signature }));
    }
    await db.documentAct.create({ data: { documentId, kind: 'submitted', versionId: version.id, at: new Date(NOW.getTime() + 1000), personId: person, postId } });
  }
}

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { findDocument } from '@/server/documents/find-document';
import { NotFound } from '@/server/not-found';
import { assignPeer } from '@/server/roles/assign-peer';
import { assignRotation } from '@/server/roles/assign-rotation';
import { endPeer } from '@/server/roles/end-peer';
import { loadChoice, loadRoles, loadRotation } from '@/server/roles/load';
import { replacePeer } from '@/server/roles/replace-peer';
import { unscopedStepFacts } from '@/server/step-facts/load';
import { ROLES, type Role } from '../../support/cast';
import { keepDatabase } from '../../support/database';
import { queriesOf } from '../../support/queries';
import { openProcess, readTestProcess } from '../../support/process';
import { aProcessOfRoles, AUTHORITIES, OCTOBER, OPENED, PROCESS_OF_ROLES, type ProcessOfRoles } from './a-process-of-roles';

let region: ProcessOfRoles;
let begin: () => Promise<void>;
beforeAll(async () => {
  region = await aProcessOfRoles();
  begin = await keepDatabase();
});
beforeEach(() => begin());

const idOf = (name: string) => region.process.places[name]!.authorityId;
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');
const answerOf = (work: Promise<object>) => work.then(codeOf, (error: unknown) => (error instanceof NotFound ? 'not-found' : Promise.reject(error)));
const wanted = (role: string, host: string, peer: string, more: { postId?: string; reason?: string } = {}) => ({ cycleId: region.process.cycleId, role, hostId: idOf(host), peerId: idOf(peer), postId: more.postId ?? null, reason: more.reason ?? '' });
const assign = async (role: string, host: string, peer: string, more?: { postId?: string; reason?: string }) => assignPeer(await region.as('coordinator'), wanted(role, host, peer, more), OCTOBER);
const partOf = async (role: string, host: string, peer: string) => (await db.cyclePeer.findFirstOrThrow({ where: { role, endedAt: null, authorityId: idOf(peer), cycleAuthority: { authorityId: idOf(host), cycleId: region.process.cycleId } } })).id;
const peersIn = async (host: string) => (await db.cyclePeer.findMany({ where: { endedAt: null, cycleAuthority: { authorityId: idOf(host) } }, include: { authority: true }, orderBy: [{ role: 'asc' }, { id: 'asc' }] })).map(({ role, authority }) => `${role} ${authority.shortName}`);
const events = async () => (await db.event.findMany({ where: { type: { startsWith: 'peer.' } }, orderBy: { id: 'asc' } })).map(({ type, data }) => `${type} ${(data as { peer: string }).peer}`);
const again = () => readTestProcess(region.process.cycleId, region.process.templateId, OPENED);
const stateOf = async (stepKey: string, host: string) => {
  const { steps, facts } = await unscopedStepFacts(db, { cycle: { id: region.process.cycleId }, of: 'all', audiences: [] }, OCTOBER);
  return steps.of(facts.places.find(({ authorityId }) => authorityId === idOf(host))!, stepKey).state;
};

describe('finding somebody', () => {
  test('makes the row, the event and the papers that they write, which they see and nobody else', async () => {
    expect((await stateOf('find-moderators', 'Wigan')).is).toBe('overdue');
    expect(codeOf(await assign('moderator', 'Wigan', 'Stockport'))).toBe('accepted');
    expect([await peersIn('Wigan'), await events()]).toEqual([['moderator Stockport'], ['peer.assigned Stockport']]);
    const paper = (await again()).paper('moderation', 'Wigan', 'Stockport');
    const seen: Role[] = [];
    for (const role of ROLES) if ((await answerOf(region.as(role).then((actor) => findDocument(db, actor, paper, OCTOBER)))) === 'accepted') seen.push(role);
    expect(seen).toEqual(['stockportDcs', 'stockportDataLead']);
    expect((await stateOf('find-moderators', 'Wigan')).is).toBe('overdue');
    await assign('moderator', 'Wigan', 'Rochdale');
    expect((await stateOf('find-moderators', 'Wigan')).is).toBe('done');
  });

  test('is refused for everyone else, and nothing is written', async () => {
    const answers = await Promise.all(ROLES.filter((role) => role !== 'coordinator').map(async (role) => answerOf(assignPeer(await region.as(role), wanted('moderator', 'Wigan', 'Stockport'), OCTOBER))));
    expect(new Set(answers)).toEqual(new Set(['not-permitted', 'not-found']));
    expect([await peersIn('Wigan'), await events()]).toEqual([[], []]);
  });

  test('as lead peer challenger opens what challengers see, and closes it when it ends', async () => {
    expect(codeOf(await assign('lead-challenger', 'Wigan', 'Halton'))).toBe('accepted');
    const lead = async () => (await db.cycleAuthority.findUniqueOrThrow({ where: { id: region.process.places.Wigan!.cycleAuthorityId } })).leadChallengerAuthorityId;
    expect([await lead(), (await region.as('haltonDcs')).challenges.map(({ lead: leads }) => leads)]).toEqual([idOf('Halton'), [true]]);
    expect((await stateOf('find-lead', 'Wigan')).is).toBe('done');
    expect(codeOf(await endPeer(await region.as('coordinator'), { cycleId: region.process.cycleId, partId: await partOf('lead-challenger', 'Wigan', 'Halton'), why: 'Is inspected' }, OCTOBER))).toBe('accepted');
    expect([await lead(), (await region.as('haltonDcs')).challenges]).toEqual([null, []]);
  });

  test('for the last place, by two at once: one of them is told that it is taken', async () => {
    await assign('moderator', 'Wigan', 'Stockport');
    const both = await Promise.all([assign('moderator', 'Wigan', 'Rochdale'), assign('moderator', 'Wigan', 'Trafford')]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'full']);
    expect((await peersIn('Wigan')).length).toBe(2);
  });

  test('both ways round, by two at once: one of them is barred', async () => {
    const both = await Promise.all([assign('moderator', 'Wigan', 'Stockport'), assign('moderator', 'Stockport', 'Wigan')]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'mutual']);
  });

  test('a recorded conflict bars, and one that has run out does not', async () => {
    const conflict = await db.authorityConflict.create({ data: { regionId: region.process.regionId, authorityId: idOf('Stockport'), otherId: idOf('Wigan'), reason: 'A dispute', recordedAt: OPENED, recordedBy: region.ids.coordinator, untilOn: new Date('2017-10-20') } });
    expect(codeOf(await assign('moderator', 'Wigan', 'Stockport'))).toBe('in-conflict');
    await db.authorityConflict.update({ where: { id: conflict.id }, data: { untilOn: new Date('2017-10-19') } });
    expect(codeOf(await assign('moderator', 'Wigan', 'Stockport'))).toBe('accepted');
  });

  test('who challenged in the last two rounds is warned of, and taken with a reason', async () => {
    const earlier = await openProcess(await region.as('coordinator', OPENED), PROCESS_OF_ROLES, { name: '2016/17', authorities: AUTHORITIES, leads: { Wigan: 'Halton' }, sets: { A: ['Wigan', 'Halton'], B: ['Trafford', 'Stockport'], C: ['Rochdale', 'Blackburn with Darwen'] } });
    await db.cycle.update({ where: { id: earlier.cycleId }, data: { anchorOn: new Date('2016-11-24'), closedAt: new Date('2017-07-20T09:00:00Z') } });
    expect(codeOf(await assign('moderator', 'Wigan', 'Halton'))).toBe('no-reason');
    expect(codeOf(await assign('moderator', 'Wigan', 'Halton', { reason: 'Another Director since' }))).toBe('accepted');
    expect((await db.event.findFirstOrThrow({ where: { type: 'peer.assigned' } })).data).toMatchObject({ reason: 'Another Director since', role: 'moderator' });
  });

  test('of one post: that post alone has the part', async () => {
    const postId = (await db.post.findFirstOrThrow({ where: { office: 'data-lead', authority: { shortName: 'Stockport' } } })).id;
    const haltons = (await db.post.findFirstOrThrow({ where: { office: 'dcs', authority: { shortName: 'Halton' } } })).id;
    expect(codeOf(await assign('specialist', 'Wigan', 'Stockport', { postId: haltons }))).toBe('no-post');
    expect(codeOf(await assign('specialist', 'Wigan', 'Stockport', { postId }))).toBe('accepted');
    const has = async (role: Role) => (await region.as(role)).audiences.some((key) => key.startsWith('peers:') && key.endsWith(':specialist'));
    expect([await has('stockportDataLead'), await has('stockportDcs')]).toEqual([true, false]);
  });
});

test('nobody is lead chair of a partnership that they chair themselves, or chaired within three years', async () => {
  const roles = [{ key: 'lead-chair', name: 'lead chair', each: 1, offices: ['partnership-chair' as const], named: true }];
  const { cycleId, regionId } = await openProcess(await region.as('coordinator', OPENED), { ...PROCESS_OF_ROLES, roles, papers: [], steps: PROCESS_OF_ROLES.steps.filter(({ key }) => ['open', 'brief'].includes(key)) }, { name: 'Partnerships', authorities: AUTHORITIES, sets: { A: ['Wigan', 'Halton'], B: ['Trafford', 'Stockport'], C: ['Rochdale', 'Blackburn with Darwen'] } });
  const { id: postId } = await db.post.create({ data: { office: 'partnership-chair', regionId, authorityId: idOf('Halton'), remit: '' } });
  const find = async () => codeOf(await assignPeer(await region.as('coordinator'), { ...wanted('lead-chair', 'Wigan', 'Halton', { postId }), cycleId }, OCTOBER));
  await db.appointment.create({ data: { postId, personId: region.ids.wiganPartnershipChair, startsOn: OPENED } });
  expect(await find()).toBe('at-the-host');
  await db.appointment.updateMany({ where: { personId: region.ids.wiganPartnershipChair, post: { authorityId: idOf('Wigan') } }, data: { endsOn: new Date('2017-09-30') } });
  expect(await find()).toBe('at-the-host');
  await db.appointment.updateMany({ where: { personId: region.ids.wiganPartnershipChair, post: { authorityId: idOf('Wigan') } }, data: { startsOn: new Date('2010-01-01'), endsOn: new Date('2011-09-30') } });
  expect(await find()).toBe('accepted');
});

describe('ending and replacing', () => {
  test('whoever loses the part loses its paper, which counts no longer; the next one gets one of their own', async () => {
    await assign('moderator', 'Wigan', 'Stockport');
    const paper = (await again()).paper('moderation', 'Wigan', 'Stockport');
    const stockport = await region.as('stockportDcs');
    await findDocument(db, stockport, paper, OCTOBER);
    const command = { cycleId: region.process.cycleId, partId: await partOf('moderator', 'Wigan', 'Stockport'), why: 'Has no time', peerId: idOf('Rochdale'), postId: null, reason: '' };
    expect(codeOf(await replacePeer(await region.as('coordinator'), command, OCTOBER))).toBe('accepted');
    expect([await peersIn('Wigan'), await events()]).toEqual([['moderator Rochdale'], ['peer.assigned Stockport', 'peer.ended Stockport', 'peer.assigned Rochdale']]);
    expect(await answerOf(findDocument(db, await region.as('stockportDcs'), paper, OCTOBER))).toBe('not-found');
    expect((await again()).paper('moderation', 'Wigan', 'Rochdale')).toBeTruthy();
    expect(await stateOf('moderate', 'Wigan')).toMatchObject({ is: 'open', left: [idOf('Rochdale')] });
    expect(await answerOf(replacePeer(await region.as('coordinator'), command, OCTOBER))).toBe('ended-already');
  });

  test('by two at once is done once', async () => {
    await assign('moderator', 'Wigan', 'Stockport');
    const command = { cycleId: region.process.cycleId, partId: await partOf('moderator', 'Wigan', 'Stockport'), why: 'Has no time' };
    const coordinator = await region.as('coordinator');
    expect((await Promise.all([endPeer(coordinator, command, OCTOBER), endPeer(coordinator, command, OCTOBER)])).map(codeOf).sort()).toEqual(['accepted', 'ended-already']);
  });

  test('a paper that was handed over stays with those to whom it was opened', async () => {
    await assign('moderator', 'Wigan', 'Stockport');
    const documentId = (await again()).paper('moderation', 'Wigan', 'Stockport');
    const stockport = await region.as('stockportDcs');
    await db.documentAct.create({ data: { documentId, kind: 'submitted', at: OCTOBER, personId: stockport.personId, postId: stockport.as!.id } });
    await db.share.create({ data: { documentId, audience: `region-team:${region.process.regionId}`, because: 'Handed over', sinceAt: OPENED, frozenOnly: true } });
    await endPeer(await region.as('coordinator'), { cycleId: region.process.cycleId, partId: await partOf('moderator', 'Wigan', 'Stockport'), why: 'Has no time' }, OCTOBER);
    expect([await answerOf(findDocument(db, await region.as('facilitator'), documentId, OCTOBER)), await answerOf(findDocument(db, await region.as('stockportDcs'), documentId, OCTOBER))]).toEqual(['accepted', 'not-found']);
  });
});

describe('a whole rotation', () => {
  test('keeps who was found, and is confirmed at once, without a mutual pair', async () => {
    await assign('moderator', 'Wigan', 'Stockport');
    const coordinator = await region.as('coordinator');
    const small = { ...PROCESS_OF_ROLES, roles: [{ ...PROCESS_OF_ROLES.roles![0]!, each: 1 }] };
    const other = await openProcess(await region.as('coordinator', OPENED), small, { name: 'One each', authorities: AUTHORITIES, sets: { A: ['Wigan', 'Halton'], B: ['Trafford', 'Stockport'], C: ['Rochdale', 'Blackburn with Darwen'] }, peers: [['moderator', 'Wigan', 'Stockport']] });
    const page = await loadRotation(coordinator, { cycleId: other.cycleId, role: 'moderator', turn: 1, pairs: null }, OCTOBER);
    const pairs = page.lines.flatMap(({ place, peerIds }) => peerIds.map((peerId) => ({ hostId: place.id, peerId })));
    expect([pairs.length, page.lines.flatMap(({ barred }) => barred), page.refusal]).toEqual([5, [], null]);
    const command = { cycleId: other.cycleId, role: 'moderator', pairs, reason: 'As last year' };
    const both = await Promise.all([assignRotation(coordinator, command, OCTOBER), assignRotation(coordinator, command, OCTOBER)]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'full']);
    const all = await db.cyclePeer.findMany({ where: { role: 'moderator', cycleAuthority: { cycleId: other.cycleId } }, include: { cycleAuthority: true } });
    expect(all.length).toBe(6);
    expect(new Set(all.map(({ authorityId }) => authorityId)).size).toBe(6);
    expect(all.filter((one) => all.some((two) => two.authorityId === one.cycleAuthority.authorityId && two.cycleAuthority.authorityId === one.authorityId))).toEqual([]);
    expect(await db.document.count({ where: { cycleId: other.cycleId, kind: 'paper', peerId: { not: null } } })).toBe(6);
  });
});

describe('who reads who has which part', () => {
  beforeEach(async () => {
    await assign('moderator', 'Wigan', 'Stockport');
    await assign('moderator', 'Halton', 'Trafford');
  });
  const reads = async (role: Role) => {
    try {
      const { roles } = await loadRoles(await region.as(role), region.process.cycleId, OCTOBER);
      return roles.flatMap(({ lines }) => lines.flatMap(({ place, found }) => found.map(({ name }) => `${place.name}: ${name}`))).join('; ');
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  };

  test('the board all of it, an authority its own, and no partner, stranger or outside body any', async () => {
    const all = 'Halton: Trafford; Wigan: Stockport';
    const [own, its] = ['Wigan: Stockport', 'Halton: Trafford'];
    const board: Role[] = ['coordinator', 'facilitator', 'dataGroupChair', 'dataGroupMember', 'boardChair', 'boardMember', 'regionalChair'];
    expect(Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await reads(role)])))).toEqual({
      ...Object.fromEntries(ROLES.map((role) => [role, role.startsWith('wigan') ? own : role.startsWith('halton') ? its : board.includes(role) ? all : ''])),
      stockportDcs: own, stockportDataLead: own, traffordDcs: its,
      wiganPolice: null, wiganPartnershipChair: null, ofsted: null, formerWiganDcs: null, otherRegionsCoordinator: null, nobody: null,
    });
  });

  test('choosing is for the coordinator', async () => {
    const asked = { cycleId: region.process.cycleId, role: 'moderator', slug: region.process.places.Wigan!.slug };
    for (const role of ROLES) {
      const actor = await region.as(role);
      const opened = [await answerOf(loadChoice(actor, asked, OCTOBER)), await answerOf(loadRotation(actor, { ...asked, turn: 1, pairs: null }, OCTOBER))];
      expect([role, ...opened]).toEqual([role, ...(role === 'coordinator' ? ['accepted', 'accepted'] : ['not-found', 'not-found'])]);
    }
  });

  test('takes as many queries with one part as with many', async () => {
    const coordinator = await region.as('coordinator');
    const asked = { cycleId: region.process.cycleId, role: 'moderator', slug: region.process.places.Wigan!.slug };
    const count = async () => [
      await queriesOf(() => loadRoles(coordinator, region.process.cycleId, OCTOBER)),
      await queriesOf(() => loadChoice(coordinator, asked, OCTOBER)),
      await queriesOf(() => loadRotation(coordinator, { ...asked, turn: 1, pairs: null }, OCTOBER)),
    ];
    const few = await count();
    const page = await loadRotation(coordinator, { ...asked, turn: 1, pairs: null }, OCTOBER);
    expect(page.refusal?.refused ?? 'made').toBe('made');
    await assignRotation(coordinator, { cycleId: region.process.cycleId, role: 'moderator', pairs: page.lines.flatMap(({ place, peerIds }) => peerIds.map((peerId) => ({ hostId: place.id, peerId }))), reason: 'All at once' }, OCTOBER);
    expect(await db.cyclePeer.count({ where: { endedAt: null } })).toBe(12);
    expect(await count()).toEqual(few);
    expect(few.every((queries) => queries <= 20)).toBe(true);
  });
});

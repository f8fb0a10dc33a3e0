// Opening a cycle from any process: everyone in one with a rotation, sets with their own peers, and roles that are found later; for the
// largest region there is, in a number of queries that does not grow.
import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { proposeCycle, type Choices } from '@/domain/processes/propose-cycle';
import { roundToCome } from '@/domain/processes/rounds';
import { boardFilters, loadBoard } from '@/server/board/load';
import { agreeDays } from '@/server/cycles/agree-days';
import { openCycle } from '@/server/cycles/open-cycle';
import { loadOpening, loadProcessesToOpen } from '@/server/cycles/opening/load';
import { recordConflict } from '@/server/conflicts/record-conflict';
import { dateOf, dayOf, today } from '@/server/days';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { loadActor } from '@/server/actor/load';
import { publishProcess, type DraftProcess } from '../../support/process';
import { queriesOf } from '../../support/queries';

const AT = new Date('2018-06-01T09:00:00Z');
const NEW: Choices = { leads: 'next', sets: 'new', peers: 'new' };
let coordinator: Actor;
let regionId: string;

const on = (offset: number) => ({ from: 'anchor' as const, offset });
const step = { heading: ['x'], phase: 'all', waitsFor: [] };
const written = (key: string) => ({ key, title: key, fields: [{ key: 'text', kind: 'text' as const, label: key }] });
const base = {
  anchorName: 'Day 0',
  spans: { from: -60, to: 200 },
  phases: [{ key: 'all', name: 'All' }],
  waves: [{ key: 'all', name: 'All', forumOffsets: [10, 11, 12] }],
};

/** One theme: everybody writes, another analyses it, and two read all. */
const ROTATION: DraftProcess = {
  ...base,
  title: 'One theme',
  suffix: 'theme',
  about: 'Everybody answers the same questions, and another authority analyses the answers.',
  grouping: { is: 'one' },
  leads: 'none',
  roles: [{ key: 'analyst', name: 'analyst', each: 1, offices: ['dcs', 'data-lead'], found: 'rotation' }],
  papers: [
    { key: 'answers', name: 'answers', per: 'authority', by: 'dcs', sections: [written('one'), written('two')] },
    { key: 'analysis', name: 'analysis', per: 'authority', by: 'peer:analyst', sections: [written('one')] },
  ],
  steps: [
    { ...step, key: 'answer', name: 'Answered', act: 'Answer', per: 'authority', who: ['dcs'], paper: 'answers', due: on(-20), doneWhen: 'handed-over', opensTo: ['peers:analyst'] },
    { ...step, key: 'analyse', name: 'Analysed', act: 'Analyse', per: 'authority', who: ['peer:analyst'], paper: 'analysis', due: on(-10), doneWhen: 'handed-over' },
  ],
};

const TRIADS: DraftProcess = {
  ...base,
  title: 'Triads',
  suffix: 'triads',
  grouping: { is: 'made', word: 'triad', sizes: [3] },
  leads: 'none',
  words: { forum: 'meeting' },
  roles: [
    { key: 'visitor', name: 'visitor', each: 2, offices: ['dcs'], found: 'set', mutual: true },
    { key: 'observer', name: 'observer', each: 1, offices: ['dcs'], named: true },
  ],
  papers: [{ key: 'findings', name: 'findings', per: 'group', by: 'set-lead', sections: [written('one')] }],
  steps: [
    { ...step, key: 'find', name: 'Observers found', act: 'Find observers', per: 'authority', who: ['sli-coordinator'], role: 'observer', due: on(-10), doneWhen: 'assigned' },
    { ...step, key: 'meet', name: 'Triad meets', act: 'Meet', per: 'group', who: ['set-members'], due: { from: 'forum', offset: 0 }, doneWhen: 'recorded', event: true },
    { ...step, key: 'write', name: 'Findings', act: 'Write', per: 'group', who: ['set-lead'], paper: 'findings', due: { from: 'forum', offset: 10 }, waitsFor: ['meet'], doneWhen: 'handed-over' },
  ],
};

beforeAll(async () => {
  const region = await db.region.findUniqueOrThrow({ where: { slug: 'london' } });
  regionId = region.id;
  const post = await db.post.create({ data: { office: 'sli-coordinator', regionId } });
  const person = await db.person.create({ data: { name: 'London Coordinator', email: 'london@cast.example' } });
  await db.appointment.create({ data: { personId: person.id, postId: post.id, startsOn: dateOf('2015-01-01') } });
  coordinator = (await loadActor(person.id, AT, null, AT, { by: 'link', at: AT, freshUntil: AT }))!;
});

/** As the form proposes it, with what a test wants otherwise. */
async function proposal(templateId: string, { fromId, choices = NEW, takingPart, anchorOn = '2018-11-22' }: { fromId?: string; choices?: Choices; takingPart?: readonly string[]; anchorOn?: string } = {}) {
  const page = await loadOpening(coordinator, { templateId, ...(fromId ? { fromId } : {}) }, AT);
  const { name, places, sets, peers } = proposeCycle(page.facts, { earlier: page.from, choices, turn: page.turn, today: today(AT), anchorOn, ...(takingPart ? { takingPart } : {}) });
  return { page, command: { templateId, name, anchorOn, places, sets, peers, previousId: fromId ?? null } };
}

async function opened(command: Awaited<ReturnType<typeof proposal>>['command'], at = AT) {
  const outcome = await openCycle(coordinator, command, at);
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return outcome.change;
}

const everything = async () => [await db.cycle.count({ where: { regionId } }), await db.document.count({ where: { regionId } }), await db.event.count({ where: { regionId } }), await db.group.count({ where: { regionId } })];

describe('for thirty-three authorities', () => {
  it('a rotation in one: everybody analyses one and is analysed by one, with no more queries than for five', async () => {
    const templateId = await publishProcess(regionId, ROTATION, 'theme');
    const { command } = await proposal(templateId);
    const few = await proposal(templateId, { takingPart: command.places.slice(0, 5).map(({ authorityId }) => authorityId) });
    const queries = await queriesOf(() => opened({ ...few.command, name: 'Few' }));
    let cycle: Awaited<ReturnType<typeof opened>>;
    expect(await queriesOf(async () => void (cycle = await opened(command)))).toBe(queries);

    expect([cycle!.name, cycle!.places.length]).toEqual(['2018/19 theme', 33]);
    const peers = await db.cyclePeer.findMany({ where: { cycleAuthority: { cycleId: cycle!.id } }, include: { cycleAuthority: true } });
    const pairs = peers.map((peer) => `${peer.cycleAuthority.authorityId} ${peer.authorityId}`);
    expect(new Set(peers.map(({ authorityId }) => authorityId)).size).toBe(33);
    expect(new Set(peers.map(({ cycleAuthority }) => cycleAuthority.authorityId)).size).toBe(33);
    expect(pairs.some((pair) => pairs.includes(pair.split(' ').reverse().join(' ')))).toBe(false);
    expect(peers.every(({ role, offices, assignedBy }) => role === 'analyst' && offices.join() === 'dcs,data-lead' && assignedBy === coordinator.personId)).toBe(true);
    const papers = await db.document.findMany({ where: { cycleId: cycle!.id }, select: { name: true, peerId: true, shares: { select: { audience: true } } } });
    expect([papers.length, papers.filter(({ name }) => name === 'answers').length]).toEqual([66, 33]);
    expect(papers.filter(({ name }) => name === 'analysis').every(({ peerId, shares }) => shares.length === 1 && shares[0]!.audience === `peer:${peerId}`)).toBe(true);
    const events = await db.event.findMany({ where: { cycleId: cycle!.id, type: 'peer.assigned' } });
    expect(events.map(({ subjectId }) => subjectId).sort()).toEqual(peers.map(({ id }) => id).sort());
    expect(await db.group.findMany({ where: { cycleId: cycle!.id }, select: { name: true, kind: true, _count: { select: { members: true, inCycles: true } } } })).toEqual([{ name: 'Everyone', kind: 'set', _count: { members: 33, inCycles: 33 } }]);
  });

  it('triads: eleven of them, each with its lead, the others of each as its visitors, and observers to be found later', async () => {
    const { command } = await proposal(await publishProcess(regionId, TRIADS, 'triads'));
    const cycle = await opened(command);
    const groups = await db.group.findMany({ where: { cycleId: cycle.id }, orderBy: { ordinal: 'asc' }, include: { members: true } });
    expect(groups.map(({ name, kind, members }) => [name, kind, members.length])).toEqual(Array.from({ length: 11 }, (_, index) => [`Triad ${index + 1}`, 'set', 3]));
    expect(groups.every(({ leadAuthorityId, members }) => members.some(({ authorityId }) => authorityId === leadAuthorityId))).toBe(true);
    const peers = await db.cyclePeer.findMany({ where: { cycleAuthority: { cycleId: cycle.id } }, include: { cycleAuthority: true } });
    expect(peers.length).toBe(66);
    expect(peers.every(({ role, authorityId, cycleAuthority: { groupId } }) => role === 'visitor' && groups.find(({ id }) => id === groupId)!.members.some((member) => member.authorityId === authorityId))).toBe(true);
    expect(await db.document.count({ where: { cycleId: cycle.id, name: 'findings' } })).toBe(11);
    const events = await db.event.groupBy({ by: ['type'], where: { cycleId: cycle.id }, _count: true, orderBy: { type: 'asc' } });
    expect(events.map(({ type, _count }) => [type, _count])).toEqual([['authority.placed', 33], ['cycle.opened', 1], ['sets.made', 1]]);
    const placed = await db.event.findFirstOrThrow({ where: { cycleId: cycle.id, type: 'authority.placed' }, orderBy: { id: 'asc' } });
    expect(placed.data).toMatchObject({ set: 'Triad 1', group: '', wave: '', lead: '', forum: 'meeting', with: expect.stringContaining(' and ') });
  });
});

describe('what cannot be opened is refused, and nothing is written', () => {
  it('sets that are too small, led from outside, or with two who are kept apart', async () => {
    const { page, command } = await proposal(await publishProcess(regionId, TRIADS, 'refused'));
    const [one, two, three] = command.places.filter(({ groupId }) => groupId === '1').map(({ authorityId }) => authorityId) as [string, string, string];
    const before = await everything();
    const refused = async (change: object) => {
      const outcome = await openCycle(coordinator, { ...command, ...change }, AT);
      return isRefusal(outcome) ? outcome.refused : 'opened';
    };
    expect(await refused({ places: command.places.slice(1) })).toBe('set-size');
    expect(await refused({ places: command.places.map((place) => (place.authorityId === one ? { ...place, groupId: '' } : place)) })).toBe('no-set');
    expect(await refused({ sets: command.sets.map((set) => ({ ...set, leadAuthorityId: set.key === '1' ? one : two })) })).toBe('set-lead');
    expect(await refused({ sets: command.sets.map((set) => ({ ...set, leadAuthorityId: null })) })).toBe('no-set-lead');
    const post = await db.post.create({ data: { office: 'dcs', regionId, authorityId: three } });
    expect(await refused({ peers: [{ role: 'observer', hostId: one, peerId: two, postId: post.id }] })).toBe('no-such-post');
    expect(await everything()).toEqual(before);

    expect(isRefusal(await recordConflict(coordinator, { authorityId: one, otherId: two, reason: 'A joint service', untilOn: null }, AT))).toBe(false);
    const written = await everything();
    expect(await refused({})).toBe('set-kept-apart');
    expect(await refused({ previousId: null, peers: [{ role: 'observer', hostId: one, peerId: two }], places: command.places.filter(({ groupId }) => groupId !== '1').concat(command.places.filter(({ groupId }) => groupId === '1')) })).toBe('set-kept-apart');
    expect(await everything()).toEqual(written);
    const again = await proposal(page.templateId);
    expect(isRefusal(await openCycle(coordinator, { ...again.command, name: 'Apart' }, AT))).toBe(false);
    const together = await db.group.count({ where: { cycle: { name: 'Apart', regionId }, AND: [{ members: { some: { authorityId: one } } }, { members: { some: { authorityId: two } } }] } });
    expect(together).toBe(0);
  });

  it('after a cycle, or from a process, of another region', async () => {
    const other = await db.region.findUniqueOrThrow({ where: { slug: 'south-east' } });
    const foreign = await publishProcess(other.id, ROTATION, 'foreign');
    const elsewhere = await db.cycle.create({ data: { regionId: other.id, templateId: foreign, name: 'Elsewhere', anchorOn: dateOf('2017-11-23'), startsOn: dateOf('2017-07-26'), endsOn: dateOf('2018-07-24'), openedAt: AT } });
    const { command } = await proposal(await publishProcess(regionId, ROTATION, 'own'));
    await expect(openCycle(coordinator, { ...command, name: 'x', previousId: elsewhere.id }, AT)).rejects.toThrow(NotFound);
    await expect(openCycle(coordinator, { ...command, name: 'x', templateId: foreign }, AT)).rejects.toThrow(NotFound);
    await expect(loadOpening(coordinator, { fromId: elsewhere.id }, AT)).rejects.toThrow(NotFound);
    expect((await loadProcessesToOpen(coordinator)).some(({ templateId }) => templateId === foreign)).toBe(false);
  });

  it('from a draft, or from a process that was withdrawn', async () => {
    const templateId = await publishProcess(regionId, ROTATION, 'draft');
    const { command } = await proposal(templateId);
    for (const state of [{ publishedAt: null }, { publishedAt: AT, withdrawnAt: AT }]) {
      await db.processTemplate.update({ where: { id: templateId }, data: state });
      await expect(openCycle(coordinator, { ...command, name: 'y' }, AT)).rejects.toThrow(NotFound);
      expect((await loadProcessesToOpen(coordinator)).some((process) => process.templateId === templateId)).toBe(false);
    }
  });
});

describe('the next cycle', () => {
  it('comes from the one before: its sets as they were, its named posts with their pairs, and it says which it follows', async () => {
    const templateId = await publishProcess(regionId, { ...TRIADS, title: 'Rolled' }, 'rolled');
    const first = await proposal(templateId);
    const [host, peer] = [first.command.places[0]!.authorityId, first.command.places.find(({ groupId }) => groupId !== first.command.places[0]!.groupId)!.authorityId];
    const post = await db.post.create({ data: { office: 'dcs', regionId, authorityId: peer } });
    const holder = await db.person.create({ data: { name: 'Has left', email: 'has-left@cast.example' } });
    await db.appointment.create({ data: { postId: post.id, personId: holder.id, startsOn: dateOf('2015-01-01'), endsOn: dateOf('2018-09-30') } });
    const last = await opened({ ...first.command, name: '2018/19 rolled', peers: [{ role: 'observer', hostId: host, peerId: peer, postId: post.id }] });

    const LATER = new Date('2019-06-01T09:00:00Z');
    const page = await loadOpening(coordinator, { fromId: last.id }, LATER);
    expect([page.templateId, page.turn, page.previous.map(({ name }) => name)]).toEqual([templateId, 2, ['2018/19 rolled']]);
    const name = (await db.authority.findUniqueOrThrow({ where: { id: peer } })).shortName;
    expect(page.from!.changedHands).toEqual([{ postId: post.id, post: `DCS, ${name}`, isVacant: true, since: '2018-10-01' }]);
    const same = proposeCycle(page.facts, { earlier: page.from, choices: { leads: 'same', sets: 'same', peers: 'same' }, turn: page.turn, today: '2019-06-01' });
    expect([same.name, same.anchorOn]).toEqual(['2019/20 rolled', '2019-11-21']);
    const next = await openCycle(coordinator, { ...same, anchorOn: same.anchorOn!, previousId: last.id, templateId }, LATER);
    if (isRefusal(next)) throw new Error(next.because);
    expect((await db.cycle.findUniqueOrThrow({ where: { id: next.change.id } })).previousId).toBe(last.id);
    const setsOf = async (cycleId: string) => (await db.group.findMany({ where: { cycleId }, orderBy: { ordinal: 'asc' }, include: { members: { orderBy: { authorityId: 'asc' } } } })).map(({ name: set, leadAuthorityId, members }) => [set, leadAuthorityId, ...members.map(({ authorityId }) => authorityId)]);
    expect(await setsOf(next.change.id)).toEqual(await setsOf(last.id));
    expect(await db.cyclePeer.findMany({ where: { role: 'observer', cycleAuthority: { cycleId: next.change.id } }, select: { authorityId: true, postId: true, cycleAuthority: { select: { authorityId: true } } } })).toEqual([{ authorityId: peer, postId: post.id, cycleAuthority: { authorityId: host } }]);
  });

  it('of a round takes those who were not challenged yet, and the board says who was, on their own days', async () => {
    const visit = { ...step, key: 'visit', name: 'Visit', act: 'Hold the visit', per: 'authority' as const, who: ['dcs' as const], due: { from: 'forum' as const, offset: 0 }, doneWhen: 'recorded' as const, event: true };
    const templateId = await publishProcess(regionId, { ...ROTATION, title: 'Visits', suffix: 'visits', rounds: true, roles: [], papers: [], steps: [visit] }, 'visits');
    const { command } = await proposal(templateId);
    const [one, two, left, ...others] = command.places.map(({ authorityId }) => authorityId) as [string, string, string, ...string[]];
    const last = await opened({ ...command, places: command.places.filter(({ authorityId }) => !others.includes(authorityId)) });
    await db.cycleAuthority.updateMany({ where: { cycleId: last.id, authorityId: left }, data: { withdrawnAt: AT, withdrawnWhy: 'Inspected' } });
    await db.dateMove.create({ data: { cycleId: last.id, stepKey: 'visit', scope: `authority:${two}`, toOn: dateOf('2019-01-15'), reason: 'Agreed', movedAt: AT, movedBy: coordinator.personId } });

    const page = await loadOpening(coordinator, { fromId: last.id }, AT);
    const round = roundToCome(page.rounds!, { previousId: last.id, on: '2019-11-21' });
    const next = proposeCycle(page.facts, { earlier: page.from, choices: NEW, turn: page.turn, today: today(AT), anchorOn: '2019-11-21', round });
    expect(next.places.map(({ authorityId }) => authorityId).toSorted()).toEqual([left, ...others].toSorted());
    const board = await loadBoard(coordinator, last.id, boardFilters.parse({}), AT);
    expect(board.round!.had.map(({ authorityId, cycle, on: day }) => [authorityId, cycle, day])).toEqual([[one, '2018/19', '2018-12-02'], [two, '2018/19', '2019-01-15']]);
    expect([board.round!.since, board.round!.notYet.length]).toEqual(['2018/19', others.length + 1]);
  });

  it('is proposed in the same few queries for however many took part', async () => {
    const processes = await loadProcessesToOpen(coordinator);
    const [few, many] = ['Few', '2018/19 theme'].map((cycle) => db.cycle.findFirstOrThrow({ where: { regionId, name: cycle } }));
    const load = async (cycle: typeof few) => { const { id } = (await cycle)!; await loadOpening(coordinator, { fromId: id }, AT); return queriesOf(() => loadOpening(coordinator, { fromId: id }, AT)); };
    expect(await load(few)).toBe(await load(many));
    expect(processes[0]!.latest).not.toBeNull();
    expect(processes.find(({ name }) => name === 'One theme')!.about).toBe('Everybody answers the same questions, and another authority analyses the answers.');
  });
});

it('days of meetings are agreed in one go, by the coordinator, and not for another region’s cycle', async () => {
  const cycle = await db.cycle.findFirstOrThrow({ where: { regionId, name: '2018/19 triads' }, include: { groups: { orderBy: { ordinal: 'asc' } } } });
  const [one, two] = cycle.groups as [(typeof cycle.groups)[number], (typeof cycle.groups)[number]];
  const days = [{ scope: `group:${one.id}`, toOn: '2018-12-05' }, { scope: `group:${two.id}`, toOn: '2018-12-06' }];
  const before = await db.event.count();
  expect(await agreeDays(coordinator, { cycleId: cycle.id, days, reason: '' }, AT)).toMatchObject({ refused: 'no-reason' });
  await expect(agreeDays({ ...coordinator, posts: [], as: null }, { cycleId: cycle.id, days, reason: 'x' }, AT)).rejects.toThrow(NotFound);
  expect([await db.event.count(), await db.dateMove.count({ where: { cycleId: cycle.id } })]).toEqual([before, 0]);
  expect(isRefusal(await agreeDays(coordinator, { cycleId: cycle.id, days, reason: 'Agreed with each triad' }, AT))).toBe(false);
  const moves = await db.dateMove.findMany({ where: { cycleId: cycle.id }, orderBy: { toOn: 'asc' } });
  expect(moves.map(({ stepKey, scope, toOn, reason }) => [stepKey, scope, dayOf(toOn), reason])).toEqual([['meet', `group:${one.id}`, '2018-12-05', 'Agreed with each triad'], ['meet', `group:${two.id}`, '2018-12-06', 'Agreed with each triad']]);
  const told = await db.event.findMany({ where: { cycleId: cycle.id, type: 'date.moved' }, orderBy: { id: 'asc' }, select: { data: true } });
  expect(told.map(({ data }) => (data as Record<string, string>).along)).toEqual(['Findings to Saturday 15 December 2018', 'Findings to Sunday 16 December 2018', '', '']);
});

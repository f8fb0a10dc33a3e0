// The board of any process: what it shows follows from the steps, the groups and the waves that there are.
import { describe, expect, test } from 'vitest';
import { boardOf, narrowing, owedElsewhere, type BoardFilters } from '@/domain/board';
import { owedKey, owedList, reminderReason } from '@/domain/chase';
import type { CycleFacts, PlaceFacts } from '@/domain/cycle-facts';
import { readReason, pointlessBecause } from '@/domain/reminders';
import { processTemplate, type ProcessTemplateDefinition } from '@/domain/processes/template';
import { scheduleOf } from '@/domain/processes/schedule';
import { stepsOf, type CycleSteps } from '@/domain/workflow';
import { NORTH_WEST_PROCESS } from '../../prisma/reference/processes/north-west-annual-cycle';
import { cycleOf, GROUP, paper, placeOf, post, stepsOn, WIGAN } from './a-cycle';

const EVERYTHING: BoardFilters = { groupId: null, wave: null, show: 'all', steps: null };

/** Triads that meet once, with a visitor to each authority and a task and finish group beside them. */
const TRIADS = processTemplate.parse({
  title: 'Triads',
  grouping: { is: 'made', word: 'triad', sizes: [3] },
  words: { group: 'triad', wave: 'round', forum: 'meeting' },
  leads: 'none',
  anchorName: 'First meeting',
  spans: { from: -60, to: 120 },
  phases: [{ key: 'before', name: 'Before' }, { key: 'meeting', name: 'Meeting' }],
  waves: [{ key: 'first', name: 'First round', forumOffsets: [0, 1] }],
  roles: [{ key: 'visitor', name: 'visitor', each: 1, offices: ['dcs'] }],
  steps: [
    step({ key: 'ask', name: 'Asks written', phase: 'before', per: 'authority', who: ['dcs'], offset: -20 }),
    step({ key: 'visit', name: 'Visited', phase: 'before', per: 'authority', who: ['peer:visitor'], offset: -10 }),
    step({ key: 'round', name: 'Round opened', phase: 'before', per: 'wave', who: ['sli-coordinator'], offset: -30 }),
    step({ key: 'meet', name: 'Triad met', phase: 'meeting', per: 'group', who: ['set-lead'], offset: 5 }),
    step({ key: 'agree', name: 'Agreed by each', phase: 'meeting', per: 'group', who: ['set-members'], offset: 6 }),
    step({ key: 'finish', name: 'Group plan', phase: 'meeting', per: 'task-group', who: ['set-lead'], offset: 7 }),
  ],
});

function step({ offset, ...own }: { key: string; name: string; phase: string; per: string; who: string[]; offset: number }) {
  return { ...own, act: own.name, heading: [own.name], due: { from: 'anchor', offset }, doneWhen: 'recorded' };
}

const MEMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];
const peerOf = (id: string) => ({ id: `peer-${id}`, role: 'visitor', authorityId: 'six', offices: ['dcs' as const], postId: null, name: 'SIX', assignedOn: '2017-09-01' });

function triads(facts: Partial<CycleFacts> = {}, placeFacts: (id: string) => Partial<PlaceFacts> = () => ({})): CycleFacts {
  const places = MEMBERS.map((id, index) => placeOf(id, { name: id.toUpperCase(), groupId: index < 3 ? 'triad-1' : 'triad-2', wave: 'first', leadChallengerAuthorityId: null, documents: {}, peers: [peerOf(id)], ...placeFacts(id) }));
  const { title, words, grouping, waves } = TRIADS;
  return cycleOf(places, {
    groups: [{ id: 'triad-1', name: 'Triad 1', ordinal: 1, leadAuthorityId: 'one' }, { id: 'triad-2', name: 'Triad 2', ordinal: 2, leadAuthorityId: 'four' }],
    taskGroups: [{ id: 'task-1', name: 'Placements', ordinal: 1, leadAuthorityId: 'two', memberIds: ['two', 'five'] }],
    roles: TRIADS.roles,
    process: { title, words, grouping, waves },
    ...facts,
  });
}

function stepsIn(facts: CycleFacts, today: string, template: ProcessTemplateDefinition = TRIADS): CycleSteps {
  const places = facts.places.map(({ authorityId, groupId, wave }) => ({ authorityId, groupId, wave, groupOrdinal: groupId === 'triad-1' ? 1 : 2 }));
  return stepsOf(facts, template.steps, scheduleOf({ template, anchorOn: '2017-11-23', places, taskGroupIds: ['task-1'] }).at, today);
}

const boardOn = (facts: CycleFacts, today: string, filters: Partial<BoardFilters> = {}) =>
  boardOf({ facts, definition: TRIADS, steps: stepsIn(facts, today), viewer: post('sli-coordinator'), today }, { ...EVERYTHING, ...filters });

describe('the figures over a board', () => {
  const annual = (facts: CycleFacts, today: string) => boardOf({ facts, definition: NORTH_WEST_PROCESS, steps: stepsOn(facts, today), viewer: post('sli-coordinator'), today }, EVERYTHING).stats;

  test('tell of the last step of each phase, beginning with the last phase that is over', () => {
    const facts = cycleOf([placeOf(WIGAN, { documents: { 'self-view': paper('self-view', ['submitted', 'accepted']) }, packReadOn: '2017-11-24' })], { packsIssuedOn: '2017-11-23' });
    expect(annual(facts, '2017-11-25').told.map(({ key, done, of }) => [key, done, of])).toEqual([['read-pack', 1, 1], ['sign-notes', 0, 1], ['review-plan', 0, 1]]);
    expect(annual(cycleOf([placeOf(WIGAN)]), '2017-08-01').told.map(({ key }) => key)).toEqual(['submit-self-view', 'read-pack', 'sign-notes']);
  });

  test('count groups where a phase ends in a step of theirs, and leave out what is not needed', () => {
    const facts = triads({ completions: new Map([['meet|group:triad-1', '2017-11-28'], ['agree|group:triad-1', '2017-11-29']]), waivers: new Map([['visit|authority:one', 'Visited last month']]) });
    expect(boardOn(facts, '2017-11-28').stats).toMatchObject({ told: [{ key: 'visit', per: 'authority', done: 0, of: 5, due: 5 }, { key: 'agree', per: 'group', done: 1, of: 2, due: 1 }], places: 6 });
  });
});

describe('the rows', () => {
  test('stand in the sets of the cycle, under their own names', () => {
    expect(boardOn(triads(), '2017-10-01').groups.map(({ title, rows }) => [title, rows.length])).toEqual([['Triad 1', 3], ['Triad 2', 3]]);
  });

  test('have no heading of a group where all are in one', () => {
    const facts = triads();
    const one = { ...facts, process: { ...facts.process!, grouping: { is: 'one' as const } } };
    expect(boardOn(one, '2017-10-01').groups.map(({ title }) => title)).toEqual([null, null]);
  });

  test('say what the group owes in the row of the member who owes it', () => {
    const owed = (name: string) => boardOn(triads(), '2017-12-05').groups.flatMap(({ rows }) => rows).find(({ place }) => place.name === name)!.owed.map(({ by, acts }) => `${by}: ${acts.join(', ')}`);
    expect(owed('ONE')).toContain('Leading DCS: triad met');
    expect(owed('TWO').some((words) => words.startsWith('Leading DCS'))).toBe(false);
    expect(owed('TWO')).toContain('Visitor: visited');
  });

  test('of those who left stand last and owe nothing', () => {
    const facts = triads({}, (id) => (id === 'one' ? { withdrawn: { on: '2017-10-01', why: 'Inspected' } } : {}));
    const [first] = boardOn(facts, '2017-12-05').groups;
    expect(first!.rows.map(({ place, owed }) => [place.name, owed.length > 0])).toEqual([['TWO', true], ['THREE', true], ['ONE', false]]);
    expect(boardOn(facts, '2017-12-05').stats.places).toBe(5);
  });

  test('are narrowed by group and wave only where there are several', () => {
    expect(narrowing(triads(), TRIADS)).toEqual({ groups: [{ id: 'triad-1', name: 'Triad 1' }, { id: 'triad-2', name: 'Triad 2' }], waves: [] });
    expect(narrowing(cycleOf([placeOf(WIGAN)]), NORTH_WEST_PROCESS)).toEqual({ groups: [], waves: [] });
    const two = { ...cycleOf([placeOf(WIGAN), placeOf('halton', { wave: 'january' })]), groups: [{ id: GROUP, name: 'Trafford', ordinal: 1, leadAuthorityId: null }, { id: 'other', name: 'Rochdale', ordinal: 2, leadAuthorityId: null }] };
    expect(narrowing(two, NORTH_WEST_PROCESS)).toEqual({ groups: [{ id: GROUP, name: 'Trafford group' }, { id: 'other', name: 'Rochdale group' }], waves: [{ key: 'december', name: 'December' }, { key: 'january', name: 'January' }] });
  });
});

describe('what is owed', () => {
  const TODAY = '2017-12-05';
  const facts = triads();
  const steps = stepsIn(facts, TODAY);
  const owed = owedList({ facts, steps });

  test('has one key for each step and place, whatever kind of place it is', () => {
    const keys = owed.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['round:wave-first', 'meet:triad-1', 'meet:triad-2', 'finish:task-1', 'ask:one']));
  });

  test('says whose it is', () => {
    const by = (key: string) => owed.find((item) => item.key === key)!.by;
    expect([by('round:wave-first'), by('meet:triad-1'), by('agree:triad-2'), by('finish:task-1'), by('visit:one'), by('ask:one')]).toEqual([
      'Region, First round', 'Leading DCS, Triad 1', 'DCS of each member, Triad 2', 'Leading DCS, Placements', 'Visitor, for ONE', 'DCS, ONE',
    ]);
  });

  test('is found again by the reason of a message about it', () => {
    for (const { at } of owed) {
      const reason = reminderReason('cycle-id', at);
      expect(readReason(reason), owedKey(at)).toMatchObject({ stepKey: at.step.key });
      expect(pointlessBecause(reason, { facts, steps }, [])).toBe('it no longer waits for this person');
    }
    const done = triads({ completions: new Map([['finish|group:task-1', '2017-12-01']]) });
    const finish = steps.all.find(({ step: { key } }) => key === 'finish')!;
    expect(pointlessBecause(reminderReason('cycle-id', finish), { facts: done, steps: stepsIn(done, TODAY) }, [])).toBe('it has been done meanwhile');
  });

  test('by several authorities is asked of each that still owes it', () => {
    expect(owedElsewhere({ owedBy: ['peer:moderator'], left: ['a', 'b'] })).toBe(2);
    expect(owedElsewhere({ owedBy: ['dcs', 'sli-coordinator'] })).toBe(1);
  });
});

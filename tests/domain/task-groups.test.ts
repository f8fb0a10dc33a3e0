import { describe, expect, it, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { changeGroup, endGroup, setUpGroup, type TaskGroup, type TaskGroupsFacts, type WantedGroup } from '@/domain/task-groups/task-groups';
import { coordinator, facilitator } from './roles/a-region';

const GROUP: TaskGroup = { id: 'g', name: 'Placements', purpose: 'Enough homes', linkId: 'Wigan', adLeadId: null, memberIds: ['Halton', 'Trafford'], endedOn: null };
const facts = (more: Partial<TaskGroupsFacts> = {}): TaskGroupsFacts => ({
  cycle: { id: 'this', regionId: 'region', name: '2017/18', closedOn: null },
  definition: { steps: [{ per: 'task-group' }], papers: [] } as unknown as TaskGroupsFacts['definition'],
  authorities: ['Bury', 'Halton', 'Trafford', 'Wigan'].map((name) => ({ id: name, name })),
  groups: [GROUP],
  ...more,
});
const want = (more: Partial<WantedGroup> = {}): WantedGroup => ({ name: ' Key  stage 2 ', purpose: 'Reading', linkId: 'Bury', adLeadId: null, memberIds: ['Wigan', 'Wigan', 'Halton'], ...more });
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');

describe('setting a group up', () => {
  it('is for the coordinator, and tells its members and its link', () => {
    expect(codeOf(setUpGroup(facilitator, facts(), want(), 'new'))).toBe('not-permitted');
    expect(setUpGroup(coordinator, facts(), want(), 'new')).toEqual({
      change: { id: 'new', ordinal: 2, name: 'Key stage 2', purpose: 'Reading', linkId: 'Bury', adLeadId: null, memberIds: ['Wigan', 'Halton'] },
      events: [{ type: 'task-group.set-up', regionId: 'region', cycleId: 'this', subjectId: 'new', data: { cycle: '2017/18', name: 'Key stage 2', link: 'Bury', authorityIds: 'Wigan Halton Bury' } }],
    });
  });

  test.each<[string, Partial<WantedGroup>, Partial<TaskGroupsFacts>, string]>([
    ['without a name', { name: ' ' }, {}, 'no-name'],
    ['with a name that is taken', { name: 'placements' }, {}, 'name-taken'],
    ['without a purpose', { purpose: '' }, {}, 'no-purpose'],
    ['without a link', { linkId: '' }, {}, 'no-link'],
    ['without members', { memberIds: [] }, {}, 'no-members'],
    ['with a stranger', { memberIds: ['Leeds'] }, {}, 'not-of-the-region'],
    ['with an Assistant Director of neither its link nor a member', { adLeadId: 'Trafford' }, {}, 'ad-lead-elsewhere'],
    ['in a closed cycle', {}, { cycle: { ...facts().cycle, closedOn: '2018-07-31' } }, 'cycle-closed'],
    ['where the process knows none', {}, { definition: { steps: [], papers: [] } }, 'no-task-groups'],
  ])('%s: %s', (_, wanted, more, code) => {
    expect(codeOf(setUpGroup(coordinator, facts(more), want(wanted), 'new'))).toBe(code);
  });
});

describe('changing and finishing one', () => {
  it('says who joins, who leaves and who is its link, to them all', () => {
    const outcome = changeGroup(coordinator, facts(), GROUP, want({ name: 'Placements', purpose: 'Enough homes', memberIds: ['Bury', 'Halton'], linkId: 'Bury' }));
    expect(isRefusal(outcome) ? outcome : outcome.events[0].data).toMatchObject({ set: 'The task and finish group “Placements”', what: 'Bury joins, Trafford leaves, its DCS link is Bury', authorityIds: 'Halton Trafford Bury Wigan' });
    const led = changeGroup(coordinator, facts(), GROUP, { ...GROUP, linkId: 'Wigan', adLeadId: 'Halton' });
    expect(isRefusal(led) ? led : led.events[0].data).toMatchObject({ what: 'its leading Assistant Director is of Halton', adLeadId: 'Halton', adLead: 'Halton' });
    expect(codeOf(changeGroup(coordinator, facts(), GROUP, { ...GROUP, linkId: 'Wigan' }))).toBe('nothing-new');
    expect(codeOf(changeGroup(facilitator, facts(), GROUP, want()))).toBe('not-permitted');
  });

  it('is over once it has finished', () => {
    expect(codeOf(endGroup(coordinator, facts(), GROUP))).toBe('accepted');
    const over = { ...GROUP, endedOn: '2018-03-01' };
    expect([codeOf(endGroup(coordinator, facts(), over)), codeOf(changeGroup(coordinator, facts(), over, want())), codeOf(endGroup(facilitator, facts(), GROUP))]).toEqual(['finished', 'finished', 'not-permitted']);
  });
});

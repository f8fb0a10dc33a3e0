import { describe, expect, it } from 'vitest';
import type { PlaceFacts } from '@/domain/cycle-facts';
import { effectSeen } from '@/domain/disruption/came-between';
import { leftBehind, setsToJoin } from '@/domain/disruption/sets-without';
import { takeoversOf } from '@/domain/disruption/parts';
import { placeIn } from '@/domain/disruption/plan';
import { planWithdrawal } from '@/domain/disruption/withdraw';
import { codeOf, FORUMS, forumDay, groundOf, northWest, planned, processOf, said, step, type Scene } from './a-ground';

const leaves = (authorityId: string, more: { handing?: Record<string, string>; seats?: Record<string, string> } = {}) => ({ authorityId, handing: {}, seats: {}, ...more });
const TODAY = '2017-11-28';

const PAIRS = processOf({
  grouping: { is: 'made', word: 'pair', sizes: [2] },
  roles: [{ key: 'moderator', name: 'moderator', each: 1, offices: ['dcs'] }, { key: 'reviewer', name: 'reviewer', each: 1, offices: ['dcs'], found: 'set', mutual: true }],
  steps: [step('write', 'Written', {}), step('moderate', 'Moderated', { who: ['peer:moderator'], waitsFor: ['write'] }), step('review', 'Reviewed', { who: ['peer:reviewer'] }), step('sum-up', 'Findings together', { per: 'group', who: ['set-lead'] })],
});
const pairs = (more: Partial<Scene> = {}) =>
  groundOf({
    template: PAIRS,
    today: TODAY,
    places: {
      Wigan: { group: 'Pair 1', wave: 'one', peers: { moderator: ['Sefton'], reviewer: ['Halton'] } },
      Halton: { group: 'Pair 1', wave: 'one', peers: { moderator: ['Wigan'], reviewer: ['Wigan'] } },
      Sefton: { group: 'Pair 2', wave: 'one', peers: { moderator: ['Halton'], reviewer: ['Bury'] } },
      Bury: { group: 'Pair 2', wave: 'one', peers: { moderator: ['Sefton'], reviewer: ['Sefton'] } },
    },
    groups: [{ id: 'Pair 1', lead: 'Wigan', members: ['Wigan', 'Halton'] }, { id: 'Pair 2', lead: 'Sefton', members: ['Sefton', 'Bury'] }],
    ...more,
  });

describe('an authority that withdraws', () => {
  it.each([
    ['Leeds', 'not-in-cycle', {}],
    ['Wigan', 'has-left', { places: { Wigan: { group: 'Trafford', wave: 'december', facts: { withdrawn: { on: '2017-11-01', why: 'New' } } }, Halton: { group: 'Trafford', wave: 'december' } }, forums: [] }],
    ['Wigan', 'the-last', { places: { Wigan: { group: 'Trafford', wave: 'december' } }, forums: [] }],
  ] as const)('%s: %s', (authorityId, code, scene) => {
    expect(codeOf(planWithdrawal(northWest(TODAY, scene as Partial<Scene>), leaves(authorityId)))).toBe(code);
  });

  it('has its session taken off the day and kept; whoever it challenged is led by another who is there', () => {
    const plan = planWithdrawal(northWest(TODAY), leaves('Wigan'));
    const [off, rest] = planned(plan).change.forums;
    expect([off!.id, off!.cancelledAt !== null, off!.cancelledWhy, off!.sessions.map(({ authority }) => authority.name)]).toEqual(['new-1', true, 'Wigan left the cycle', ['Wigan']]);
    expect([rest!.id, rest!.sequence, rest!.sessions.map(({ authority, challengers }) => [authority.name, challengers.map(({ name, lead }) => [name, lead])])]).toEqual(['Trafford december', 4, [['Halton', [['Stockport', true]]]]]);
    expect(planned(plan).change.leaves).toBe('Wigan');
    expect(said(plan, 'The forum')[0]).toBe('Its session on Tuesday 12 December 2017, 11:00 to 11:50, is taken off the Trafford group’s forum; the others keep their times. Invitations of its people are taken back.');
  });

  it('takes the day with it where nobody else has a session', () => {
    const plan = planWithdrawal(northWest(TODAY), leaves('Sefton'));
    expect(planned(plan).change.forums.map(({ id, cancelledWhy }) => [id, cancelledWhy])).toEqual([['Rochdale december', 'Sefton left the cycle']]);
  });

  it('keeps what was held, and its part in it', () => {
    const held = [forumDay('Trafford', 'december', '2017-12-12', [['Wigan', 'Halton'], ['Halton', 'Wigan', 'Stockport']], { held: true }), FORUMS[1]!];
    const plan = planWithdrawal(northWest('2017-12-12', { forums: held }), leaves('Wigan'));
    expect(planned(plan).change.forums.map(({ id, cancelledAt, sessions }) => [id, cancelledAt, sessions.map(({ authority }) => authority.name)])).toEqual([['Trafford december', null, ['Wigan', 'Halton']]]);
  });

  it('passes on its parts as proposed, as chosen, or to nobody', () => {
    const ground = northWest(TODAY);
    expect(takeoversOf(ground, 'Wigan').map(({ part, words, candidates }) => [part.key, words, candidates])).toEqual([
      ['lead:Halton', 'lead peer challenger of Halton', ['Stockport', 'Manchester', 'Sefton', 'Wirral']],
    ]);
    expect(planned(planWithdrawal(ground, leaves('Wigan'))).change.leads).toEqual([{ hostId: 'Halton', leadId: 'Stockport' }]);
    expect(planned(planWithdrawal(ground, leaves('Wigan', { handing: { 'lead:Halton': 'Sefton' } }))).change.leads).toEqual([{ hostId: 'Halton', leadId: 'Sefton' }]);
    const missing = planWithdrawal(ground, leaves('Wigan', { handing: { 'lead:Halton': '' } }));
    expect(planned(missing).change.leads).toEqual([{ hostId: 'Halton', leadId: null }]);
    expect(said(missing, 'Parts that it had for others')).toEqual(['Nobody takes over as lead peer challenger of Halton for now.']);
    expect(codeOf(planWithdrawal(ground, leaves('Wigan', { handing: { 'lead:Halton': 'Halton' } })))).toBe('no-candidate');
  });

  it('is not followed by one who does not challenge the host, and the reason is not said', () => {
    const ground = northWest(TODAY, { conflicts: [['Stockport', 'Halton']] });
    expect(takeoversOf(ground, 'Wigan')[0]!.proposed).toBe('Manchester');
    expect(planWithdrawal(ground, leaves('Wigan', { handing: { 'lead:Halton': 'Stockport' } }))).toEqual({ refused: 'in-conflict', because: 'Stockport and Halton do not challenge one another: choose someone else.' });
  });

  it('ends the parts that others had for it and passes on its own, none of which becomes mutual', () => {
    const plan = planned(planWithdrawal(pairs(), leaves('Wigan')));
    expect(plan.change.endedParts.toSorted()).toEqual(['moderator Sefton of Wigan', 'moderator Wigan of Halton', 'reviewer Halton of Wigan', 'reviewer Wigan of Halton', 'reviewer Wigan of Halton']);
    // Halton moderates Sefton, so Sefton may not moderate Halton.
    expect(plan.change.newParts).toEqual([{ id: 'new-1', hostId: 'Halton', role: 'moderator', authorityId: 'Bury' }]);
    expect(plan.concerned.toSorted()).toEqual(['Bury', 'Halton', 'Sefton', 'Wigan']);
  });

  it('is followed by whoever does least once it is gone', () => {
    const roles = [{ key: 'analyst', name: 'analyst', each: 1, offices: ['dcs' as const] }];
    const template = processOf({ roles, steps: [step('write', 'Written', {}), step('analyse', 'Analysed', { who: ['peer:analyst'] })] });
    const of = (...analyst: string[]) => ({ group: 'A', wave: 'one', peers: { analyst } });
    // Halton reads only the one that leaves; Sefton reads one that stays.
    const ground = groundOf({ template, today: TODAY, places: { Bury: of('Wigan'), Wigan: of('Halton'), Oldham: of('Sefton'), Sefton: of(), Halton: of('Oldham') }, groups: [{ id: 'A', lead: null }] });
    expect(takeoversOf(ground, 'Wigan').map(({ words, candidates }) => [words, candidates])).toEqual([['analyst of Bury', ['Halton', 'Oldham', 'Sefton']]]);
  });

  it('tells none of those who had a part for it who the others were', () => {
    const places = { Wigan: { group: 'Pair 1', wave: 'one', peers: { moderator: ['Sefton', 'Halton'] } }, Halton: { group: 'Pair 1', wave: 'one' }, Sefton: { group: 'Pair 2', wave: 'one' }, Bury: { group: 'Pair 2', wave: 'one' } };
    const plan = planned(planWithdrawal(pairs({ places }), leaves('Wigan')));
    const readBy = (name: string) => effectSeen(plan, false, [name]).said.find(({ heading }) => heading === 'Parts that others had for it')?.lines;
    expect([readBy('Sefton'), readBy('Halton')]).toEqual([['Nothing more is asked of Sefton for Wigan.'], ['Nothing more is asked of Halton for Wigan.']]);
  });

  it('leaves parts in which everything is done as they are', () => {
    const ground = pairs({ facts: { completions: new Map(['moderate', 'review'].map((key) => [`${key}|authority:Halton`, '2017-11-20'])) } });
    expect(takeoversOf(ground, 'Wigan').map(({ part }) => part.key)).toEqual(['set-lead:Pair 1']);
    expect(planned(planWithdrawal(ground, leaves('Wigan'))).change.endedParts).not.toContain('moderator Wigan of Halton');
  });

  it('leaves its pair too small, which is said; whoever is left may go into another', () => {
    const ground = pairs();
    const place = placeIn(ground, 'Wigan') as PlaceFacts;
    expect([leftBehind(ground, place), setsToJoin(ground, place)]).toEqual([['Halton'], [{ id: 'Pair 2', name: 'Pair 2' }]]);
    const alone = planWithdrawal(ground, leaves('Wigan'));
    expect(said(alone, 'Sets')).toEqual(['Pair 1 goes on with Halton.', 'Pair 1 then has one. A pair has two.']);
    expect(planned(alone).change).toMatchObject({ sets: [{ groupId: 'Pair 1', leadAuthorityId: 'Halton', memberIds: ['Halton'] }], seats: [], waivers: [] });
    const moved = planWithdrawal(ground, leaves('Wigan', { seats: { Halton: 'Pair 2' } }));
    expect(planned(moved).change.seats).toEqual([{ authorityId: 'Halton', groupId: 'Pair 2' }]);
    expect(planned(moved).change.sets.map(({ groupId, memberIds }) => [groupId, memberIds])).toEqual([['Pair 1', []], ['Pair 2', ['Sefton', 'Bury', 'Halton']]]);
    expect(said(moved, 'Sets')).toEqual(['Nobody is left in Pair 1.', 'Halton goes into Pair 2.', 'Pair 2 then has three. A pair has two.', '“Findings together” is not needed any more: nobody is left in the pair for which it is done.']);
    expect(planned(moved).change.waivers).toEqual([{ stepKey: 'sum-up', scope: 'group:Pair 1', because: 'Wigan left the cycle' }]);
    expect(planned(moved).change.newParts.filter(({ role }) => role === 'reviewer').map(({ hostId, authorityId }) => `${authorityId} of ${hostId}`)).toEqual(['Sefton of Halton', 'Halton of Sefton', 'Bury of Halton', 'Halton of Bury']);
    expect(codeOf(planWithdrawal(ground, leaves('Wigan', { seats: { Halton: 'Pair 9' } })))).toBe('no-set');
    expect(codeOf(planWithdrawal(pairs({ conflicts: [['Halton', 'Bury']] }), leaves('Wigan', { seats: { Halton: 'Pair 2' } })))).toBe('in-conflict');
  });

  it('of a process in which all are in one group concerns those who have to do with it, not everyone', () => {
    const roles = [{ key: 'analyst', name: 'analyst', each: 1, offices: ['dcs' as const] }];
    const template = processOf({ grouping: { is: 'one' }, roles, steps: [step('write', 'Written', {}), step('analyse', 'Analysed', { who: ['peer:analyst'] })] });
    const names = ['Wigan', 'Halton', 'Sefton', 'Bury', 'Oldham', 'Bolton'];
    const places = Object.fromEntries(names.map((name, index) => [name, { group: 'All', wave: 'one', peers: { analyst: [names[(index + 1) % names.length]!] } }]));
    const plan = planWithdrawal(groundOf({ template, today: TODAY, places, groups: [{ id: 'All', lead: null, members: names }] }), leaves('Halton'));
    expect(planned(plan).concerned.toSorted()).toEqual(['Halton', 'Sefton', 'Wigan']);
    expect(said(plan, 'Sets')).toEqual([]);
    expect(planned(plan).change.sets).toEqual([{ groupId: 'All', leadAuthorityId: null, memberIds: names.filter((name) => name !== 'Halton') }]);
  });

  it('leaves a task and finish group, which chooses its link among those who stay', () => {
    const ground = northWest(TODAY, { facts: { taskGroups: [{ id: 'Neglect', name: 'Neglect', ordinal: 1, leadAuthorityId: 'Wigan', memberIds: ['Wigan', 'Sefton'] }] } });
    expect(planned(planWithdrawal(ground, leaves('Wigan'))).change.sets).toEqual([{ groupId: 'Neglect', leadAuthorityId: 'Sefton', memberIds: ['Sefton'] }]);
  });

  it('leaves no Assistant Director to lead a task and finish group from outside', () => {
    const led = (adLeadAuthorityId: string) => northWest(TODAY, { facts: { taskGroups: [{ id: 'Neglect', name: 'Neglect', ordinal: 1, leadAuthorityId: 'Sefton', adLeadAuthorityId, memberIds: ['Wigan', 'Sefton'] }] } });
    const [gone, stays] = [planWithdrawal(led('Wigan'), leaves('Wigan')), planWithdrawal(led('Sefton'), leaves('Wigan'))];
    expect([gone, stays].map((plan) => planned(plan).change.sets.map(({ adLeadAuthorityId }) => adLeadAuthorityId))).toEqual([[null], ['Sefton']]);
    expect([gone, stays].map((plan) => said(plan, 'Sets'))).toEqual([['Neglect goes on with Sefton.', 'No Assistant Director leads Neglect any more.'], ['Neglect goes on with Sefton.']]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '@/domain/disruption/joining';
import { planReorganisation, type Reorganisation } from '@/domain/disruption/reorganise';
import { directorsTold, wordsOf } from '@/domain/disruption/plan';
import type { NewAuthority } from '@/domain/register';
import { clockOf } from '@/domain/forums/clock';
import { codeOf, groundOf, NORTH_WEST_GROUPS, NORTH_WEST_PLACES, northWest, planned, processOf, said, step, type Scene } from './a-ground';

const place = (authorityId: string, more: Partial<Place> = {}): Place => ({ authorityId, groupId: 'Trafford', wave: 'january', leadId: 'Manchester', peers: {}, ownDay: null, leaveOut: [], ...more });
const STANDING = NORTH_WEST_GROUPS.map(({ id }, index) => ({ id, name: id, ordinal: index + 1, memberIds: [...Object.keys(NORTH_WEST_PLACES).filter((name) => NORTH_WEST_PLACES[name]!.group === id), ...(id === 'Trafford' ? ['North', 'South'] : [])] }));
const scene = (more: Partial<Scene> = {}) => northWest('2017-11-20', { outside: ['North', 'South'], standing: STANDING, openActions: [{ id: 'a1', authorityId: 'Stockport' }, { id: 'a2', authorityId: 'Stockport' }], ...more });
const reorganised = (more: Partial<Reorganisation> = {}): Reorganisation => ({ authorityId: 'Stockport', successors: [place('South'), place('North')], heirId: 'North', actionsTo: ['North', 'South'], ...more });

const enters = (...entered: (Pick<NewAuthority, 'id' | 'name'> & Partial<NewAuthority>)[]): Reorganisation =>
  reorganised({ successors: entered.map(({ id }) => place(id)), heirId: entered[0]!.id, actionsTo: [entered[0]!.id], entered: entered.map((one) => ({ kind: 'unitary', startsOn: '2017-11-01', ...one })) });

describe('an authority that is reorganised into two', () => {
  it.each([
    [{ authorityId: 'Leeds' }, 'not-in-cycle'],
    [{ successors: [place('South')] }, 'too-few'],
    [{ heirId: 'Wigan' }, 'no-heir'],
    [{ actionsTo: [] }, 'no-actions-to'],
    [{ successors: [place('South'), place('Wigan')], heirId: 'South' }, 'in-cycle'],
    [{ successors: [place('South'), place('South')], heirId: 'South' }, 'in-cycle'],
  ] as const)('%j: %s', (wrong, code) => {
    expect(codeOf(planReorganisation(scene(), reorganised(wrong as Partial<Reorganisation>)))).toBe(code);
  });

  it.each<[string, Partial<NewAuthority>, string]>([
    ['no name', { name: '  ' }, 'no-name'],
    ['a name that is none', { name: '42' }, 'no-name'],
    ['a name that a spreadsheet would run', { name: '=North' }, 'odd-name'],
    ['a name too long', { name: 'North'.repeat(17) }, 'name-too-long'],
    ['the name of one that is there, written otherwise', { name: 'WIGAN' }, 'in-register'],
    ['the name of one elsewhere', { name: 'Far-Away' }, 'in-register'],
    ['the name of the other that is entered', { name: 'east' }, 'entered-twice'],
    ['the id of one that is there', { id: 'Wigan' }, 'in-register'],
    ['a kind that is none', { kind: 'duchy' }, 'no-kind'],
    ['a first day to come', { startsOn: '2017-11-21' }, 'begins-later'],
    ['a first day before the cycle', { startsOn: '2016-11-20' }, 'began-before'],
  ])('one that is not in the register is not entered with %s', (_what, wrong, code) => {
    const register = [...scene().register, { id: 'x', slugs: ['far-away'], isHere: false }];
    expect(codeOf(planReorganisation({ ...scene(), register }, enters({ id: 'e', name: 'East' }, { id: 'w', name: 'West', ...wrong })))).toBe(wrong.id ? 'in-register' : code);
  });

  it('passes the lead of a task and finish group to its heir, with its Assistant Director where it had both', () => {
    const led = (leadAuthorityId: string) => scene({ facts: { taskGroups: [{ id: 'Neglect', name: 'Neglect', ordinal: 1, leadAuthorityId, adLeadAuthorityId: 'Stockport', memberIds: ['Stockport', 'Wigan'] }] } });
    const of = (leadAuthorityId: string) => planned(planReorganisation(led(leadAuthorityId), reorganised())).change.sets.map((set) => [set.leadAuthorityId, set.adLeadAuthorityId]);
    expect([of('Stockport'), of('Wigan')]).toEqual([[['North', 'North']], [['Wigan', null]]]);
    expect(said(planReorganisation(led('Stockport'), reorganised()), 'Sets')).toContain('The Director and the Assistant Director of North lead Neglect.');
  });

  it('two that the register does not have are entered with it, and the one that they replace ends the day before', () => {
    const plan = planned(planReorganisation(scene(), enters({ id: 'e', name: 'East' }, { id: 'w', name: 'West', kind: 'county', startsOn: '2017-11-20' })));
    expect(said(plan, 'The register of authorities')).toEqual([
      'East becomes a unitary authority of the region on Wednesday 1 November 2017.',
      'West becomes a county authority of the region on Monday 20 November 2017.',
      'Stockport is one until Tuesday 31 October 2017.',
      'Nobody holds a post at East and West yet, so nobody is told there until you appoint someone.',
    ]);
    expect([plan.change.entered.map(({ id }) => id), plan.change.ends, plan.data, plan.change.joins.map(({ authorityId }) => authorityId)]).toEqual([['e', 'w'], { authorityId: 'Stockport', on: '2017-10-31' }, { successors: 'East and West' }, ['e', 'w']]);
    expect(directorsTold(plan)).toEqual(plan.concerned.filter((id) => id.length > 1));
    expect(plan.change.members).toEqual([{ groupId: 'Trafford', authorityId: 'e' }, { groupId: 'Trafford', authorityId: 'w' }]);
    const known = scene();
    const ended = { ...known, authorities: known.authorities.map((one) => (one.id === 'Stockport' ? { ...one, endedOn: '2017-11-19' } : one)) };
    expect(planned(planReorganisation(ended, enters({ id: 'e', name: 'East' }, { id: 'w', name: 'West' }))).change.ends).toBeNull();
    expect(planned(planReorganisation(scene(), reorganised())).change).toMatchObject({ entered: [], ends: null });
  });

  it('what is entered tells one plan from another', () => {
    const words = (more: Partial<NewAuthority>) => wordsOf(planned(planReorganisation(scene(), enters({ id: 'e', name: 'East' }, { id: 'w', name: 'West', ...more }))));
    expect(new Set([words({}), words({ name: 'Westward' }), words({ kind: 'county' }), words({ startsOn: '2017-11-02' }), words({ id: 'v' })]).size).toBe(5);
  });

  it('leaves, and they come in its stead with what it wrote and what it had not finished', () => {
    const plan = planned(planReorganisation(scene(), reorganised()));
    expect(plan.change.leaves).toBe('Stockport');
    expect(plan.change.joins.map(({ authorityId, wave, leadId, predecessorId }) => [authorityId, wave, leadId, predecessorId])).toEqual([
      ['North', 'january', 'Manchester', 'Stockport'],
      ['South', 'january', 'Manchester', 'Stockport'],
    ]);
    expect(plan.change.heirs).toEqual(['South', 'North']);
    expect(plan.change.carried).toEqual(['a1', 'a2'].map((actionId) => ({ actionId, authorityIds: ['South', 'North'] })));
    expect(plan.data).toEqual({ successors: 'South and North' });
    expect(said(plan, 'Its history')).toEqual(['North and South can read the 5 documents that Stockport could read of its own, as they were handed on or signed.']);
    expect(said(plan, 'Its unfinished actions')).toEqual(['Two unfinished actions go on with North and South, with each of them.']);
    expect(plan.concerned.toSorted()).toEqual(['Halton', 'Manchester', 'North', 'South', 'Stockport', 'Wigan']);
  });

  it('passes its parts to one of them, and its time on the forum day; the other comes after the last', () => {
    const plan = planned(planReorganisation(scene(), reorganised()));
    expect(plan.change.leads).toEqual([{ hostId: 'Manchester', leadId: 'North' }]);
    const days = plan.change.forums.map((forum) => [forum.id, forum.cancelledAt !== null, forum.sequence, forum.sessions.map(({ startsAt, authority, challengers }) => `${clockOf(startsAt)} ${authority.name} by ${challengers.map(({ name, lead }) => (lead ? `${name}*` : name)).join(', ')}`)]);
    expect(days).toEqual([
      ['Trafford december', false, 4, ['10:00 Halton by Wigan*, North', '11:00 Wigan by Halton*']],
      ['new-1', true, 0, ['11:00 Stockport by Manchester*']],
      ['Trafford january', false, 4, ['10:00 Manchester by North*, Halton', '11:00 North by Manchester*', '12:05 South by Manchester*']],
    ]);
  });

  it('is not followed at the forum by one whom the register keeps apart from the host', () => {
    const plan = planned(planReorganisation(scene({ conflicts: [['North', 'Halton']] }), reorganised()));
    const halton = plan.change.forums.find(({ id }) => id === 'Trafford december')!.sessions.find(({ authority }) => authority.name === 'Halton')!;
    expect(halton.challengers.map(({ name }) => name)).toEqual(['Wigan']);
  });

  it('keeps its forum day where nobody else has a session', () => {
    const places = { ...NORTH_WEST_PLACES, Bury: { group: 'Rochdale', wave: 'january' } };
    const standing = STANDING.map((group) => (group.id === 'Rochdale' ? { ...group, memberIds: [...group.memberIds, 'North', 'South'] } : { ...group, memberIds: group.memberIds.filter((id) => id !== 'North' && id !== 'South') }));
    const plan = planned(planReorganisation(scene({ places, standing, openActions: [] }), reorganised({ authorityId: 'Sefton', successors: [place('North', { groupId: 'Rochdale', wave: 'december', leadId: '' }), place('South', { groupId: 'Rochdale', wave: 'january', leadId: '' })] })));
    expect(plan.change.forums.map(({ id, cancelledAt, sessions }) => [id, cancelledAt !== null, sessions.map(({ authority }) => authority.name)])).toEqual([
      ['new-1', true, ['Sefton']],
      ['Rochdale december', false, ['North']],
    ]);
  });
});

it('in a process without action plans, leaves its unfinished actions where they are, and asks for nobody to go on with them', () => {
  const template = processOf({ steps: [step('write', 'Written', {})] });
  const actions = (...ids: string[]) => ids.map((id) => ({ id, authorityId: 'Stockport' }));
  const of = (openActions: Scene['openActions']) => groundOf({ template, today: '2017-11-01', places: { Stockport: { group: 'Trafford', wave: 'one' }, Wigan: { group: 'Trafford', wave: 'one' } }, groups: [{ id: 'Trafford', lead: null }], outside: ['North', 'South'], openActions: openActions! });
  const plan = planReorganisation(of(actions('a1', 'a2')), reorganised({ successors: ['South', 'North'].map((id) => place(id, { wave: 'one', leadId: '' })), actionsTo: [] }));
  expect(said(plan, 'Its unfinished actions')).toEqual(['Two unfinished actions stay with Stockport, which wrote them: this process has no action plans.']);
  expect(planned(plan).change.carried).toEqual([]);
});

describe('parts of those who come in its stead, as they are proposed', () => {
  const NAMES = ['Wigan', 'Halton', 'Sefton', 'Bury', 'Oldham', 'Bolton', 'Wirral'];
  const trial = fc.record({ count: fc.integer({ min: 3, max: 7 }), each: fc.constantFrom(1, 2), order: fc.shuffledSubarray(NAMES, { minLength: 7 }), gone: fc.nat(6), missing: fc.array(fc.nat(13), { maxLength: 3 }), heirId: fc.constantFrom('North', 'South') });

  it('make no pair that reads one another, and use nobody twice before everyone else', () => {
    fc.assert(
      fc.property(trial, ({ count, each, order, gone, missing, heirId }) => {
        fc.pre(count > 2 * each);
        const names = order.slice(0, count);
        const template = processOf({ roles: [{ key: 'analyst', name: 'analyst', each, offices: ['dcs'] }], steps: [step('write', 'Written', {}), step('analyse', 'Analysed', { who: ['peer:analyst'] })] });
        const before = names.flatMap((host, index) => Array.from({ length: each }, (_, on) => ({ host, peer: names[(index + on + 1) % count]! }))).filter((_, index) => !missing.includes(index));
        const places = Object.fromEntries(names.map((host) => [host, { group: 'A', wave: 'one', peers: { analyst: before.filter((pair) => pair.host === host).map(({ peer }) => peer) } }]));
        const ground = groundOf({ template, today: '2017-11-01', places, groups: [{ id: 'A', lead: null }], outside: ['North', 'South'] });
        const authorityId = names[gone % count]!;
        const plan = planned(planReorganisation(ground, { authorityId, successors: ['South', 'North'].map((id) => place(id, { groupId: 'A', wave: 'one', leadId: '' })), heirId, actionsTo: [] }));
        const ended = (pair: { host: string; peer: string }) => plan.change.endedParts.includes(`analyst ${pair.peer} of ${pair.host}`);
        const pairs = [...before.filter((pair) => !ended(pair)), ...plan.change.newParts.map(({ hostId, authorityId: peer }) => ({ host: hostId, peer }))];
        const reads = (peer: string, host: string) => pairs.some((pair) => pair.peer === peer && pair.host === host);
        expect(pairs.filter(({ host, peer }) => reads(host, peer) || peer === authorityId || host === authorityId)).toEqual([]);
        // Whoever came last could have had anyone.
        const last = heirId === 'North' ? 'South' : 'North';
        const busy = (id: string) => pairs.filter(({ host, peer }) => peer === id && host !== last).length;
        const taken = pairs.filter(({ host }) => host === last).map(({ peer }) => peer);
        const spare = [...names, heirId].filter((id) => id !== authorityId && !taken.includes(id) && !reads(last, id));
        expect(spare.filter((id) => taken.some((peer) => busy(id) < busy(peer)))).toEqual([]);
      }),
    );
  });
});

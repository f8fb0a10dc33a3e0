import { describe, expect, it } from 'vitest';
import { planJoining } from '@/domain/disruption/join-late';
import { groupsToJoin, waitsForNewcomer, whoMayJoin, type Place } from '@/domain/disruption/joining';
import { clockOf } from '@/domain/forums/clock';
import { codeOf, daysOf, FORUMS, forumDay, groundOf, NORTH_WEST_GROUPS, NORTH_WEST_PLACES, northWest, planned, processOf, said, step, type Scene } from './a-ground';

const joins = (more: Partial<Place> = {}): Place => ({ authorityId: 'Bury', groupId: 'Trafford', wave: 'january', leadId: '', peers: {}, ownDay: null, leaveOut: [], ...more });
const STANDING = NORTH_WEST_GROUPS.map(({ id }, index) => ({ id, name: id, ordinal: index + 1, memberIds: [...Object.keys(NORTH_WEST_PLACES).filter((name) => NORTH_WEST_PLACES[name]!.group === id), ...(id === 'Trafford' ? ['Bury'] : [])] }));
const scene = (today: string, more: Partial<Scene> = {}) => northWest(today, { outside: ['Bury', 'Oldham'], standing: STANDING, ...more });

describe('an authority that joins late', () => {
  it.each([
    [{ authorityId: 'Leeds' }, 'not-of-the-region'],
    [{ authorityId: 'Wigan' }, 'in-cycle'],
    [{ groupId: 'Rochdale' }, 'no-group'],
    [{ wave: 'february' }, 'no-wave'],
    [{ leadId: 'Bury' }, 'no-lead'],
    [{ wave: 'december' }, 'planned'],
  ] as const)('%j: %s', (wrong, code) => {
    expect(codeOf(planJoining(scene('2017-10-02'), joins(wrong)))).toBe(code);
  });

  it('is one of the region that is there and has no place; one in no group may come into any', () => {
    const ground = scene('2017-10-02');
    expect(whoMayJoin(ground).map(({ name }) => name)).toEqual(['Bury', 'Oldham']);
    expect([groupsToJoin(ground, 'Bury').map(({ id }) => id), groupsToJoin(ground, 'Oldham').map(({ id }) => id)]).toEqual([['Trafford'], ['Trafford', 'Rochdale']]);
    expect(planned(planJoining(ground, joins({ authorityId: 'Oldham' }))).change.members).toEqual([{ groupId: 'Trafford', authorityId: 'Oldham' }]);
  });

  it('is born with nothing late: what has passed or comes within two weeks begins then, in its order and before its forum', () => {
    const plan = planJoining(scene('2017-11-20'), joins());
    expect(daysOf(plan).slice(0, 8)).toEqual([
      'Bury, Self-view written: 2017-10-27 to 2017-12-04',
      'Bury, Self-view signed by the Lead Member: 2017-10-27 to 2017-12-04',
      'Bury, Memorandum of understanding signed: 2017-10-27 to 2017-12-04',
      'Bury, Self-view submitted and accepted: 2017-10-27 to 2017-12-04',
      // 20 days after the first is Christmas Eve, a Sunday; the next working day is the Wednesday.
      'Bury, Headlines and questions agreed: 2017-11-16 to 2017-12-27',
      'Bury, Pack and questions read: 2017-12-01 to 2018-01-08',
      'Bury, Prepared to challenge and to be challenged: as derived to 2018-01-09',
      'Bury, Forum held: as derived to 2018-01-10',
    ]);
    expect(planned(plan).change.moves.every(({ scope, toOn }) => scope === 'authority:Bury' && toOn >= '2017-12-04')).toBe(true);
  });

  it('keeps the region waiting, or is left out there', () => {
    const ground = scene('2017-11-10');
    expect(waitsForNewcomer(ground, joins()).map(({ awaited }) => awaited.key)).toEqual(['agree-questions']);
    expect(said(planJoining(ground, joins()), 'What is waited for')[0]).toMatch(/^“Packs and questions issued” \(the region\) is due on Thursday 23 November 2017 and waits for “Headlines and questions agreed”, then due on .*\. It waits\.$/);
    const left = planJoining(ground, joins({ leaveOut: ['agree-questions'] }));
    expect(planned(left).change.waivers).toEqual([{ stepKey: 'agree-questions', scope: 'authority:Bury', because: null }]);
    expect(said(left, 'What is waited for')).toEqual([]);
  });

  it('is not asked for what went out to all at one moment', () => {
    const plan = planJoining(scene('2017-12-01', { facts: { packsIssuedOn: '2017-11-23' } }), joins());
    const because = 'the packs were issued on Thursday 23 November 2017, all at one moment, before it joined';
    expect(planned(plan).change.waivers).toEqual(['agree-questions', 'read-pack'].map((stepKey) => ({ stepKey, scope: 'authority:Bury', because })));
    expect(said(plan, 'What is not asked of it')).toEqual([`“Headlines and questions agreed”: ${because}.`, `“Pack and questions read”: ${because}.`]);
  });

  it('comes to the arranged forum after the last session, led by its lead peer challenger; the others keep their times', () => {
    const plan = planJoining(scene('2017-11-20'), joins({ leadId: 'Stockport' }));
    const [forum] = planned(plan).change.forums;
    expect(forum!.sessions.map(({ startsAt, endsAt, authority, notesId, challengers }) => [clockOf(startsAt), clockOf(endsAt), authority.name, notesId, challengers.map(({ name, lead }) => (lead ? `${name}*` : name))])).toEqual([
      ['10:00', '10:50', 'Manchester', 'notes of Manchester', ['Stockport*', 'Halton']],
      ['11:00', '11:50', 'Stockport', 'notes of Stockport', ['Manchester*']],
      ['12:05', '12:55', 'Bury', '', ['Stockport*']],
    ]);
    expect(forum!.sequence).toBe(4);
    expect(planned(plan).change.joins).toEqual([{ id: forum!.sessions[2]!.cycleAuthorityId, authorityId: 'Bury', groupId: 'Trafford', wave: 'january', leadId: 'Stockport', predecessorId: null }]);
    expect(planned(plan).concerned.toSorted()).toEqual(['Bury', 'Stockport']);
  });

  it('after its group has met, is asked for nothing of that day, and for what follows all the same', () => {
    const plan = planJoining(scene('2018-04-03', { facts: { packsIssuedOn: '2017-11-23' } }), joins());
    expect(planned(plan).change.waivers.map(({ stepKey }) => stepKey)).toEqual(['agree-questions', 'read-pack', 'prepare-forum', 'forum', 'comment-notes', 'sign-notes']);
    expect(said(plan, 'What is not asked of it')).toContain('“Forum held”: the forum of its group was on Wednesday 10 January 2018, before it joined.');
    expect(planned(plan).change.forums).toEqual([]);
    expect(planned(plan).days.every(({ to }) => to >= '2018-04-17' && to <= '2018-07-24')).toBe(true);
    expect(daysOf(plan)).toEqual([
      'Bury, Self-view written: 2017-10-27 to 2018-04-17',
      'Bury, Self-view signed by the Lead Member: 2017-10-27 to 2018-04-17',
      'Bury, Memorandum of understanding signed: 2017-10-27 to 2018-04-17',
      'Bury, Self-view submitted and accepted: 2017-10-27 to 2018-04-17',
      'Bury, Annual conversation pack released to Ofsted: 2018-03-15 to 2018-07-24',
      // Its review is counted from it, and is still to fall within the cycle.
      'Bury, Action plan written: 2018-03-29 to 2018-05-01',
      'Bury, Action plan reviewed: 2018-06-21 to 2018-07-24',
    ]);
  });

  it('does not come to a day that has begun, nor to one that is too short', () => {
    const begun = [forumDay('Trafford', 'december', '2017-12-12', [['Wigan', 'Halton'], ['Halton', 'Wigan']], { held: true })];
    expect(codeOf(planJoining(scene('2017-12-12', { forums: begun }), joins({ wave: 'december' })))).toBe('under-way');
    const full = { ...FORUMS[1]!, endsAt: FORUMS[1]!.sessions[1]!.endsAt, startsAt: FORUMS[1]!.sessions[1]!.startsAt };
    expect(codeOf(planJoining(scene('2017-11-20', { forums: [full] }), joins()))).toBe('day-too-short');
  });

  it('into a set: of a size that the process does not name is said; in conflict with a member is refused; roles of the set go both ways', () => {
    const template = processOf({
      grouping: { is: 'made', word: 'triad', sizes: [3] },
      roles: [{ key: 'moderator', name: 'moderator', each: 2, offices: ['dcs'] }, { key: 'visitor', name: 'visitor', each: 2, offices: ['dcs'], found: 'set', mutual: true }],
      steps: [step('write', 'Written', { due: { from: 'anchor', offset: -10 } }), step('visit', 'Visit', { due: { from: 'forum', offset: 0 } })],
    });
    const places: Scene['places'] = { Wigan: { group: 'One', wave: 'one' }, Halton: { group: 'One', wave: 'one' }, Sefton: { group: 'One', wave: 'one' } };
    const ground = groundOf({ template, today: '2017-11-10', places, groups: [{ id: 'One', lead: 'Wigan', members: ['Wigan', 'Halton', 'Sefton'] }], outside: ['Bury'] });
    const plan = planJoining(ground, joins({ groupId: 'One', wave: 'one' }));
    expect(said(plan, 'Sets')).toEqual(['One then has Bury, Halton, Sefton and Wigan.', 'One then has four. A triad has three.']);
    expect(planned(plan).change.sets).toEqual([{ groupId: 'One', leadAuthorityId: 'Wigan', memberIds: ['Wigan', 'Halton', 'Sefton', 'Bury'] }]);
    expect(planned(plan).change.newParts.map(({ role, hostId, authorityId }) => `${role} ${authorityId} of ${hostId}`).toSorted()).toEqual([
      'moderator Halton of Bury', 'moderator Wigan of Bury', 'visitor Bury of Halton', 'visitor Bury of Sefton', 'visitor Bury of Wigan', 'visitor Halton of Bury', 'visitor Sefton of Bury', 'visitor Wigan of Bury',
    ]);
    expect(daysOf(plan)).toEqual(['Bury, Written: 2017-11-13 to 2017-11-24', 'Bury, Visit: 2017-11-23 to 2017-12-04']);
    const chosen = planJoining(ground, joins({ groupId: 'One', wave: 'one', ownDay: '2018-01-15', peers: { moderator: ['Sefton', ''] } }));
    expect(planned(chosen).change.newParts.filter(({ role }) => role === 'moderator').map(({ authorityId }) => authorityId)).toEqual(['Sefton']);
    expect(daysOf(chosen)).toEqual(['Bury, Written: 2017-11-13 to 2017-11-24', 'Bury, Visit: 2017-11-23 to 2018-01-15']);
    expect(codeOf(planJoining(groundOf({ template, today: '2017-11-10', places, groups: [{ id: 'One', lead: 'Wigan', members: ['Wigan', 'Halton', 'Sefton'] }], outside: ['Bury'], conflicts: [['Bury', 'Sefton']] }), joins({ groupId: 'One', wave: 'one' })))).toBe('in-conflict');
    expect(codeOf(planJoining(ground, joins({ groupId: 'One', wave: 'one', ownDay: '2017-11-01' })))).toBe('own-day');
  });
});

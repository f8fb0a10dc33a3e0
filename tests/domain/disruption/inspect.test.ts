import { describe, expect, it } from 'vitest';
import { planInspection, waitsForInspected, type Inspection } from '@/domain/disruption/inspect';
import { scheduleOf } from '@/domain/processes/schedule';
import { codeOf, daysOf, forumDay, groundOf, northWest, planned, processOf, said, step } from './a-ground';

const inspection = (more: Partial<Inspection> = {}): Inspection => ({ authorityId: 'Wigan', from: '2017-10-16', on: '2017-11-06', leaveOut: [], ...more });

describe('an authority that is inspected', () => {
  it.each([
    [{ authorityId: 'Leeds' }, 'not-in-cycle'],
    [{ on: '2017-10-16' }, 'ends-first'],
    [{ from: '2017-09-01', on: '2017-10-02' }, 'day-passed'],
    [{ on: '2018-08-01' }, 'outside-the-cycle'],
  ] as const)('%j: %s', (wrong, code) => {
    expect(codeOf(planInspection(northWest('2017-10-02'), inspection(wrong)))).toBe(code);
  });

  it('goes on with its steps as many days later as it pauses; the arranged forum and what hangs on it stay', () => {
    const plan = planInspection(northWest('2017-10-02'), inspection());
    expect(daysOf(plan)).toEqual([
      'Self-view written: 2017-10-27 to 2017-11-17',
      'Self-view signed by the Lead Member: 2017-10-27 to 2017-11-17',
      'Memorandum of understanding signed: 2017-10-27 to 2017-11-17',
      'Self-view submitted and accepted: 2017-10-27 to 2017-11-17',
      'Headlines and questions agreed: 2017-11-16 to 2017-12-07',
      // Its forum is on 12 December: nothing that comes before it goes past it.
      'Pack and questions read: 2017-12-01 to 2017-12-12',
    ]);
    expect(said(plan, 'Its forum')).toEqual(['Wigan’s session at the Trafford group’s forum stays on Tuesday 12 December 2017, and what hangs on it.']);
    expect(planned(plan).concerned.toSorted()).toEqual(['Halton', 'Wigan']);
  });

  it('keeps the region waiting, or is left out there', () => {
    const ground = northWest('2017-10-02');
    const waits = waitsForInspected(ground, inspection());
    expect(waits.map(({ awaited, says }) => [awaited.key, says])).toEqual([
      ['agree-questions', '“Packs and questions issued” (the region) is due on Thursday 23 November 2017 and waits for “Headlines and questions agreed”, then due on Thursday 7 December 2017.'],
    ]);
    const plan = planInspection(ground, inspection({ leaveOut: ['agree-questions', 'share-out'] }));
    expect(planned(plan).change.waivers).toEqual([{ stepKey: 'agree-questions', scope: 'authority:Wigan', because: null }]);
    expect(daysOf(plan)).not.toContain('Headlines and questions agreed: 2017-11-16 to 2017-12-07');
    expect(said(plan, 'What is waited for')).toEqual([]);
    expect(said(plan, 'What is left out')).toEqual(['“Headlines and questions agreed” is not needed of Wigan: nobody waits for it.']);
  });

  it('is told to change places when its forum falls within the pause; then nothing holds its other steps back', () => {
    const plan = planInspection(northWest('2017-11-30', { facts: { packsIssuedOn: '2017-11-23' } }), inspection({ from: '2017-12-01', on: '2018-01-08' }));
    expect(said(plan, 'Its forum')).toEqual(['Wigan’s session at the Trafford group’s forum stays on Tuesday 12 December 2017, and what hangs on it. That is while it is inspected: change places with another authority next.']);
    expect(daysOf(plan)).toContain('Pack and questions read: 2017-12-01 to 2018-01-08');
  });

  it('moves by one move what hangs on one another, and only what is still to do', () => {
    const held = [forumDay('Trafford', 'december', '2017-12-12', [['Wigan', 'Halton']], { held: true })];
    const ground = northWest('2018-01-08', { forums: held, facts: { packsIssuedOn: '2017-11-23', completions: new Map(['write-self-view', 'sign-self-view', 'sign-mou', 'submit-self-view', 'agree-questions', 'read-pack', 'prepare-forum', 'comment-notes'].map((key) => [`${key}|authority:Wigan`, '2017-12-20'])) } });
    const plan = planInspection(ground, inspection({ from: '2018-01-10', on: '2018-01-24' }));
    expect(daysOf(plan)).toEqual([
      'Notes agreed: 2018-01-17 to 2018-01-31',
      'Annual conversation pack released to Ofsted: 2018-02-14 to 2018-02-28',
      'Action plan written: 2018-02-28 to 2018-03-14',
      'Action plan reviewed: 2018-05-23 to 2018-06-06',
    ]);
    expect(planned(plan).change.moves).toEqual([{ stepKey: 'sign-notes', scope: 'authority:Wigan', toOn: '2018-01-31' }]);
  });

  it('is never put off past the end of the cycle', () => {
    const held = [forumDay('Trafford', 'december', '2017-12-12', [['Wigan', 'Halton']], { held: true })];
    const plan = planInspection(northWest('2018-05-01', { forums: held }), inspection({ from: '2018-05-01', on: '2018-07-20' }));
    const ends = scheduleOf(northWest('2018-05-01').given).endsOn;
    expect(planned(plan).days.every(({ to }) => to <= ends)).toBe(true);
    expect(planned(plan).days.some(({ to }) => to === ends)).toBe(true);
  });

  it('has its own day put off too where no forum is arranged for a group', () => {
    const template = processOf({ steps: [step('state', 'Statement', { due: { from: 'forum', offset: -14 } }), step('visit', 'Visit', { due: { from: 'forum', offset: 0 } }), step('letter', 'Letter', { due: { from: 'step', step: 'visit', offset: 10 }, waitsFor: ['visit'] }), step('sum-up', 'Summed up', { per: 'region', who: ['sli-coordinator'], due: { from: 'anchor', offset: 20 }, waitsFor: ['letter'] })] });
    const ground = groundOf({ template, today: '2017-11-01', places: { Wigan: { group: 'A', wave: 'one' }, Halton: { group: 'A', wave: 'two' } }, groups: [{ id: 'A', lead: null }] });
    const plan = planInspection(ground, inspection({ from: '2017-11-01', on: '2017-11-15' }));
    expect(daysOf(plan)).toEqual(['Statement: 2017-11-09 to 2017-11-23', 'Visit: 2017-11-23 to 2017-12-07', 'Letter: 2017-12-03 to 2017-12-17']);
    expect(planned(plan).change.moves).toEqual([{ stepKey: 'visit', scope: 'authority:Wigan', toOn: '2017-12-07' }]);
    expect(waitsForInspected(ground, inspection({ from: '2017-11-01', on: '2017-11-15' })).map(({ awaited }) => awaited.key)).toEqual([]);
  });

  it('keeps those waiting for whom it has a part, and they are told', () => {
    const roles = [{ key: 'analyst', name: 'analyst', each: 1, offices: ['dcs' as const] }];
    const template = processOf({ roles, steps: [step('write', 'Written', {}), step('analyse', 'Analysed', { who: ['peer:analyst'] })] });
    const places = { Wigan: { group: 'A', wave: 'one', peers: { analyst: ['Halton'] } }, Halton: { group: 'A', wave: 'one', peers: { analyst: ['Sefton'] } }, Sefton: { group: 'A', wave: 'one', peers: { analyst: ['Wigan'] } }, Bury: { group: 'A', wave: 'one' } };
    const scene = { template, today: '2017-11-01', places, groups: [{ id: 'A', lead: null }] };
    const plan = planInspection(groundOf(scene), inspection({ from: '2017-11-01', on: '2017-11-15' }));
    expect(said(plan, 'What it does for others')).toEqual(['Wigan stays analyst of Sefton: what is open there waits for it, and keeps its day.']);
    expect(planned(plan).concerned.toSorted()).toEqual(['Halton', 'Sefton', 'Wigan']);
    const analysed = planInspection(groundOf({ ...scene, facts: { completions: new Map([['analyse|authority:Sefton', '2017-10-20']]) } }), inspection({ from: '2017-11-01', on: '2017-11-15' }));
    expect([said(analysed, 'What it does for others'), planned(analysed).concerned.toSorted()]).toEqual([[], ['Halton', 'Wigan']]);
  });

  it('leaves the day on which its set meets, and what hangs on it', () => {
    const template = processOf({ grouping: { is: 'made', word: 'pair', sizes: [2] }, steps: [step('state', 'Statement', { due: { from: 'anchor', offset: -7 } }), step('meet', 'Meeting', { per: 'group', who: ['set-lead'], due: { from: 'forum', offset: 0 } }), step('say', 'Said', { due: { from: 'forum', offset: 7 } })] });
    const ground = groundOf({ template, today: '2017-11-01', places: { Wigan: { group: 'A', wave: 'one' }, Halton: { group: 'A', wave: 'one' } }, groups: [{ id: 'A', lead: 'Wigan', members: ['Wigan', 'Halton'] }] });
    const plan = planInspection(ground, inspection({ from: '2017-11-01', on: '2017-11-15' }));
    expect(daysOf(plan)).toEqual(['Statement: 2017-11-16 to 2017-11-23']);
    expect(said(plan, 'Its forum')).toEqual(['The forum that Wigan has with others stays on Thursday 23 November 2017, and what hangs on it.']);
  });

  it('with nothing left to do has nothing to put off', () => {
    const template = processOf({});
    const ground = groundOf({ template, today: '2017-10-02', places: { Wigan: { group: 'A', wave: 'one' } }, groups: [{ id: 'A', lead: null }], facts: { completions: new Map([['write|authority:Wigan', '2017-10-01']]) } });
    expect(codeOf(planInspection(ground, inspection()))).toBe('nothing-to-move');
  });
});

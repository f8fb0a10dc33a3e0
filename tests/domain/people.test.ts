import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { Actor, HeldPost, Office } from '@/domain/model';
import { appoint, correctPerson, endAppointment, holdersOn, overlaps, type AppointmentFacts, type PersonFacts, type PostFacts } from '@/domain/people';
import { permits } from '@/domain/permissions';

const northWest = { id: 'nw', name: 'North West' };
const wigan = { id: 'wigan', name: 'Wigan', slug: 'wigan', endedOn: null };

const held = (office: Office, place: Partial<HeldPost> = {}): HeldPost => ({ id: office, office, remit: '', acting: false, region: northWest, group: null, authority: null, ...place });
const actor = (as: HeldPost): Actor => ({ personId: 'me', name: 'Me', posts: [as], as, challenges: [], audiences: [] });
const coordinator = actor(held('sli-coordinator'));

const post = (office: Office, appointments: AppointmentFacts[] = [], more: Partial<PostFacts> = {}): PostFacts => ({
  id: `post-${office}`,
  office,
  remit: '',
  region: northWest,
  group: null,
  authority: wigan,
  appointments,
  ...more,
});
const holding = (personId: string, startsOn: string, endsOn: string | null = null, acting = false): AppointmentFacts => ({ id: `by-${personId}`, personId, personName: `Person ${personId}`, startsOn, endsOn, acting });
const newcomer: PersonFacts = { id: null, name: 'Ann New', email: 'ann@wigan.example', held: [] };
const known = (id: string, ...posts: PersonFacts['held'][number][]): PersonFacts => ({ id, name: `Person ${id}`, email: `${id}@x.example`, held: posts });

const appointing = (more: Partial<Parameters<typeof appoint>[0]> = {}) =>
  appoint({ actor: coordinator, post: post('dcs'), person: newcomer, startsOn: '2018-01-01', endsOn: null, acting: false, emailHolder: null, ...more });
const refusedAs = (decision: object) => (isRefusal(decision) ? decision.refused : 'accepted');

describe('an appointment', () => {
  it('to a vacant post is made, and says so', () => {
    expect(appointing()).toEqual({
      change: { postId: 'post-dcs', person: { id: null, name: 'Ann New', email: 'ann@wigan.example' }, startsOn: '2018-01-01', endsOn: null, acting: false },
      events: [{ type: 'appointment.made', regionId: 'nw', authorityId: 'wigan', subjectId: 'post-dcs', data: { person: 'Ann New', post: 'DCS, Wigan' } }],
    });
  });

  it.each([
    ['begins the day after the holder leaves', holding('a', '2015-01-01', '2017-12-31'), 'accepted'],
    ['begins on the holder’s last day', holding('a', '2015-01-01', '2018-01-01'), 'held-already'],
    ['begins while a holder without an end is there', holding('a', '2015-01-01'), 'held-already'],
    ['has no end while somebody is appointed for later', holding('a', '2019-01-01'), 'held-already'],
    ['stands beside cover', holding('a', '2017-01-01', null, true), 'accepted'],
  ])('that %s: %s', (_, other, outcome) => {
    expect(refusedAs(appointing({ post: post('dcs', [other]) }))).toBe(outcome);
  });

  it.each([
    ['beside the holder', holding('a', '2015-01-01'), 'accepted'],
    ['while another covers', holding('a', '2015-01-01', null, true), 'covered-already'],
    ['after another’s cover', holding('a', '2015-01-01', '2017-12-31', true), 'accepted'],
  ])('as cover %s', (_, other, outcome) => {
    expect(refusedAs(appointing({ post: post('dcs', [other]), acting: true }))).toBe(outcome);
  });

  it.each(['data-group-member', 'board-member', 'facilitator', 'sli-coordinator', 'ofsted'] as const)('as %s may be one of several', (office) => {
    expect(refusedAs(appointing({ post: post(office, [holding('a', '2015-01-01')], { authority: null }) }))).toBe('accepted');
  });

  it.each(['assistant-director', 'contributor', 'lead-member', 'chief-executive', 'data-lead', 'policy-officer'] as const)('as %s is one to a post; a second needs a remit of its own', (office) => {
    expect(refusedAs(appointing({ post: post(office, [holding('a', '2015-01-01')]) }))).toBe('held-already');
  });

  it('of the same person to the same post is refused while it overlaps, as cover too', () => {
    const mine = holding('a', '2015-01-01');
    expect(refusedAs(appointing({ post: post('dcs', [mine]), person: known('a'), acting: true }))).toBe('holds-it-already');
    expect(refusedAs(appointing({ post: post('board-member', [mine], { authority: null }), person: known('a') }))).toBe('holds-it-already');
  });

  it('does not begin after it ends, nor after its authority ended', () => {
    expect(refusedAs(appointing({ endsOn: '2017-12-31' }))).toBe('ends-before-it-starts');
    const cumbria = { id: 'cumbria', name: 'Cumbria', slug: 'cumbria', endedOn: '2023-03-31' };
    expect(refusedAs(appointing({ post: post('dcs', [], { authority: cumbria }), startsOn: '2023-03-31' }))).toBe('accepted');
    expect(appointing({ post: post('dcs', [], { authority: cumbria }), startsOn: '2023-04-01' })).toEqual({ refused: 'authority-ended', because: 'Cumbria came to an end on Friday 31 March 2023.' });
  });

  it('of somebody new is refused when someone signs in with the address, without saying who', () => {
    const decision = appointing({ emailHolder: { id: 'x', name: 'Secret Name' } });
    expect(refusedAs(decision)).toBe('email-in-use');
    expect(JSON.stringify(decision)).not.toContain('Secret Name');
  });

  it('makes nobody a councillor and an officer of one council at once', () => {
    const span = { startsOn: '2015-01-01', endsOn: '2018-06-30', regionId: 'nw' };
    const councillor = known('a', { office: 'lead-member', authorityId: 'wigan', ...span });
    const officer = known('b', { office: 'chief-executive', authorityId: 'wigan', ...span });
    const elsewhere = known('c', { office: 'lead-member', authorityId: 'halton', ...span });
    expect(refusedAs(appointing({ person: councillor }))).toBe('councillor-and-officer');
    expect(refusedAs(appointing({ person: officer, post: post('lead-member') }))).toBe('councillor-and-officer');
    expect(refusedAs(appointing({ person: officer }))).toBe('accepted');
    expect(refusedAs(appointing({ person: elsewhere }))).toBe('accepted');
    expect(refusedAs(appointing({ person: councillor, startsOn: '2018-07-01' }))).toBe('accepted');
  });
});

describe('who may appoint', () => {
  const wiganDcs = held('dcs', { authority: wigan });
  const haltonDcs = held('dcs', { authority: { id: 'halton', name: 'Halton', slug: 'halton' } });
  const at = (office: Office, authorityId: string | null = 'wigan') => ({ regionId: 'nw', authorityId, office });
  const yorkshire = held('sli-coordinator', { region: { id: 'yh', name: 'Yorkshire and The Humber' } });

  it.each([
    ['the coordinator', held('sli-coordinator'), { dcs: true, 'lead-member': true, 'chief-executive': true, 'assistant-director': true, 'data-lead': true, 'policy-officer': true, contributor: true }],
    ['the DCS of the authority', wiganDcs, { dcs: false, 'lead-member': false, 'chief-executive': false, 'assistant-director': true, 'data-lead': true, 'policy-officer': true, contributor: true }],
    ['the DCS of another', haltonDcs, { dcs: false, 'lead-member': false, 'chief-executive': false, 'assistant-director': false, 'data-lead': false, 'policy-officer': false, contributor: false }],
    ['another region’s coordinator', yorkshire, { dcs: false, 'lead-member': false, 'chief-executive': false, 'assistant-director': false, 'data-lead': false, 'policy-officer': false, contributor: false }],
  ])('%s', (_, as, expected) => {
    const offices = Object.keys(expected) as Office[];
    expect(Object.fromEntries(offices.map((office) => [office, permits('people.appoint', as, at(office))]))).toEqual(expected);
  });

  it('the region’s own posts are the coordinator’s to fill', () => {
    expect(permits('people.appoint', held('sli-coordinator'), at('board-chair', null))).toBe(true);
    expect(permits('people.appoint', wiganDcs, at('board-chair', null))).toBe(false);
  });

  it('no one else may, and a refusal says no more', () => {
    const facilitator = actor(held('facilitator'));
    expect(appointing({ actor: facilitator })).toEqual({ refused: 'not-permitted', because: 'This is not for the post in which you act.' });
    expect(appointing({ actor: { ...coordinator, as: null } })).toMatchObject({ refused: 'not-permitted' });
  });
});

describe('the end of an appointment', () => {
  const ending = (endsOn: string, appointment = holding('a', '2015-01-01'), office: Office = 'dcs', others: AppointmentFacts[] = []) =>
    endAppointment({ actor: coordinator, post: post(office, [appointment, ...others]), appointment, endsOn });

  it('is its last day', () => {
    expect(ending('2018-03-31')).toEqual({
      change: { id: 'by-a', endsOn: '2018-03-31' },
      events: [{ type: 'appointment.ended', regionId: 'nw', authorityId: 'wigan', subjectId: 'post-dcs', data: { person: 'Person a', post: 'DCS, Wigan', until: 'Saturday 31 March 2018' } }],
    });
  });

  it('is not before its first day, and is not put off', () => {
    expect(refusedAs(ending('2014-12-31'))).toBe('ends-before-it-starts');
    expect(refusedAs(ending('2015-01-01'))).toBe('accepted');
    expect(refusedAs(ending('2018-04-01', holding('a', '2015-01-01', '2018-03-31')))).toBe('ends-already');
    expect(refusedAs(ending('2018-03-30', holding('a', '2015-01-01', '2018-03-31')))).toBe('accepted');
  });

  it('does not leave the region without a coordinator', () => {
    expect(refusedAs(ending('2018-03-31', holding('a', '2015-01-01'), 'sli-coordinator'))).toBe('last-coordinator');
    expect(refusedAs(ending('2018-03-31', holding('a', '2015-01-01'), 'sli-coordinator', [holding('b', '2015-01-01', '2018-03-31')]))).toBe('last-coordinator');
    expect(refusedAs(ending('2018-03-31', holding('a', '2015-01-01'), 'sli-coordinator', [holding('b', '2018-04-01')]))).toBe('accepted');
  });
});

describe('a correction', () => {
  const holds = (regionId: string, endsOn: string | null) => ({ office: 'dcs' as const, authorityId: 'x', regionId, startsOn: '2015-01-01', endsOn });
  const correcting = (emailHolder: { id: string; name: string } | null, as = coordinator, held = [holds('nw', null)]) =>
    correctPerson({ actor: as, person: { id: 'p', regionId: 'nw', held }, today: '2018-01-01', name: 'Ann Right', email: 'right@x.example', emailHolder });

  it('keeps the address that is their own and takes nobody else’s', () => {
    expect(refusedAs(correcting(null))).toBe('accepted');
    expect(refusedAs(correcting({ id: 'p', name: 'Ann Wrong' }))).toBe('accepted');
    expect(refusedAs(correcting({ id: 'q', name: 'Other' }))).toBe('email-in-use');
  });

  it('is the coordinator’s alone', () => {
    expect(refusedAs(correcting(null, actor(held('dcs', { authority: wigan }))))).toBe('not-permitted');
  });

  it('is refused while they act in another region too: who sets the address can sign in with it', () => {
    expect(refusedAs(correcting(null, coordinator, [holds('nw', null), holds('yorkshire', null)]))).toBe('acts-elsewhere');
    expect(refusedAs(correcting(null, coordinator, [holds('nw', '2017-01-01'), holds('yorkshire', '2018-01-01')]))).toBe('acts-elsewhere');
    expect(refusedAs(correcting(null, coordinator, [holds('nw', null), holds('yorkshire', '2017-12-31')]))).toBe('accepted');
  });
});

describe('days', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((count) => new Date(Date.UTC(2018, 0, 1 + count)).toISOString().slice(0, 10));
  const span = fc.tuple(day, fc.option(day)).map(([a, b]) => (b && b < a ? { startsOn: b, endsOn: a } : { startsOn: a, endsOn: b }));

  it('two spans overlap exactly when some day is in both', () => {
    const days = Array.from({ length: 420 }, (_, count) => new Date(Date.UTC(2018, 0, 1 + count)).toISOString().slice(0, 10));
    const isIn = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }, on: string) => startsOn <= on && (endsOn === null || on <= endsOn);
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(overlaps(a, b)).toBe(days.some((on) => isIn(a, on) && isIn(b, on)));
      }),
    );
  });

  it('no order of appointments gives a post two holders, or two covers, on one day', () => {
    const step = fc.record({ span, person: fc.constantFrom('a', 'b', 'c'), acting: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), day, (steps, on) => {
        const made: AppointmentFacts[] = [];
        steps.forEach(({ span, person, acting }, index) => {
          const decision = appointing({ post: post('dcs', made), person: known(person), acting, ...span });
          if (!isRefusal(decision)) made.push({ id: String(index), personId: person, personName: person, acting, ...span });
        });
        const holders = holdersOn({ appointments: made }, on);
        expect(holders.filter((holder) => !holder.acting).length).toBeLessThanOrEqual(1);
        expect(holders.filter((holder) => holder.acting).length).toBeLessThanOrEqual(1);
        expect(new Set(holders.map((holder) => holder.personId)).size).toBe(holders.length);
      }),
    );
  });
});

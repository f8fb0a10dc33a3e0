import { beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { AUTHORITY_OFFICES, PARTNER_OFFICES, type Actor } from '@/domain/model';
import { loadActor } from '@/server/actor/load';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';
import { appointPerson, type Appointing } from '@/server/people/appoint-person';
import { correctPerson } from '@/server/people/correct-person';
import { endAppointment } from '@/server/people/end-appointment';
import { loadAppointPage, loadEndPage, loadPeople, loadPerson, loadPlacesToAppointAt } from '@/server/people/load';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { freshDatabase } from '../../support/database';
import { queriesOf } from '../../support/queries';

const NOW = new Date('2017-10-02T09:00:00Z');
const NOTHING = 'There is nothing here that you can open.';
let people: Record<Role, string>;
let coordinator: Actor;
let wiganDcs: Actor;

beforeEach(async () => {
  await freshDatabase();
  people = await castPeople();
  coordinator = await actorFor(people.coordinator, NOW);
  wiganDcs = await actorFor(people.wiganDcs, NOW);
});

const appointing = (more: Partial<Appointing> = {}): Appointing => ({
  place: 'authority:halton',
  office: 'chief-executive',
  remit: '',
  person: { name: 'Chris New', email: 'Chris.New@halton.example ' },
  startsOn: '2017-11-01',
  endsOn: null,
  acting: false,
  ...more,
});

const written = async () => ({ people: await db.person.count(), posts: await db.post.count(), appointments: await db.appointment.count(), events: await db.event.count() });
const actingOn = async (personId: string, day: string) => (await loadActor(personId, new Date(`${day}T12:00:00Z`), null, new Date(`${day}T12:00:00Z`)))!;
const appointmentOf = async (role: Role) => (await db.appointment.findFirstOrThrow({ where: { personId: people[role] } })).id;

describe('an appointment', () => {
  it('of somebody new makes the person, the appointment and its event', async () => {
    const decision = await appointPerson(coordinator, appointing(), NOW);
    expect(isRefusal(decision)).toBe(false);
    const person = await db.person.findUniqueOrThrow({ where: { email: 'chris.new@halton.example' } });
    expect((await actingOn(person.id, '2017-10-31')).as).toBeNull();
    expect((await actingOn(person.id, '2017-11-01')).as).toMatchObject({ office: 'chief-executive', acting: false, authority: { name: 'Halton' } });
    const event = await db.event.findFirstOrThrow({ where: { type: 'appointment.made' } });
    expect(event).toMatchObject({ personId: people.coordinator, at: NOW, data: { person: 'Chris New', post: 'Chief Executive, Halton' } });
  });

  it('of someone known adds a post to those they hold; the post is made when it is the first of its kind', async () => {
    await appointPerson(coordinator, appointing({ office: 'assistant-director', remit: 'Early help', person: { id: people.wiganAd }, place: 'authority:trafford' }), NOW);
    const actor = await actingOn(people.wiganAd, '2017-11-01');
    expect(actor.posts.map((post) => [post.office, post.remit, post.authority?.name])).toEqual([
      ['assistant-director', '', 'Wigan'],
      ['assistant-director', 'Early help', 'Trafford'],
    ]);
  });

  it('to the region or to a group is made in the same way', async () => {
    const group = await db.group.findFirstOrThrow({ where: { name: 'Rochdale' } });
    expect(await appointPerson(coordinator, appointing({ place: 'region:north-west', office: 'board-member', person: { id: people.rochdaleDcs } }), NOW)).toMatchObject({ change: { startsOn: '2017-11-01' } });
    expect(await appointPerson(coordinator, appointing({ place: `group:${group.id}`, office: 'group-lead', person: { id: people.wiganDcs }, acting: true }), NOW)).toMatchObject({ change: { acting: true } });
    expect((await actingOn(people.wiganDcs, '2017-11-01')).posts.map((post) => [post.office, post.group?.name ?? null, post.acting])).toEqual([
      ['dcs', null, false],
      ['group-lead', 'Rochdale', true],
    ]);
  });

  it('that is refused writes nothing, not even the post or the person', async () => {
    const before = await written();
    expect(await appointPerson(coordinator, appointing({ office: 'lead-member' }), NOW)).toMatchObject({ refused: 'held-already' });
    expect(await appointPerson(coordinator, appointing({ person: { name: 'Chris', email: 'haltondcs@cast.example' } }), NOW)).toMatchObject({ refused: 'email-in-use' });
    expect(await appointPerson(coordinator, appointing({ place: 'authority:bury', startsOn: '2018-01-02', endsOn: '2018-01-01' }), NOW)).toMatchObject({ refused: 'ends-before-it-starts' });
    expect(await appointPerson(wiganDcs, appointing({ place: 'authority:wigan', office: 'lead-member' }), NOW)).toMatchObject({ refused: 'not-permitted' });
    expect(await written()).toEqual(before);
  });

  it('at a place that is not theirs to look after is nothing they can open', async () => {
    const before = await written();
    await expect(appointPerson(wiganDcs, appointing({ office: 'contributor' }), NOW)).rejects.toThrow(NOTHING);
    const yorkshire = await actorFor(people.otherRegionsCoordinator, NOW);
    await expect(appointPerson(yorkshire, appointing(), NOW)).rejects.toThrow(NOTHING);
    await expect(appointPerson(coordinator, appointing({ place: 'authority:leeds' }), NOW)).rejects.toThrow(NOTHING);
    await expect(appointPerson(coordinator, appointing({ office: 'board-chair' }), NOW)).rejects.toThrow(NOTHING);
    await expect(appointPerson(coordinator, appointing({ person: { id: people.otherRegionsCoordinator } }), NOW)).rejects.toThrow(NOTHING);
    await expect(appointPerson(wiganDcs, appointing({ place: 'authority:wigan', office: 'contributor', person: { id: people.haltonDcs } }), NOW)).rejects.toThrow(NOTHING);
    expect(await written()).toEqual(before);
  });

  it('is made by a DCS for the own team, and by nobody who only writes', async () => {
    const command = appointing({ place: 'authority:wigan', office: 'contributor', remit: 'Early years', person: { name: 'Sam Pen', email: 'sam@wigan.example' } });
    expect(isRefusal(await appointPerson(wiganDcs, command, NOW))).toBe(false);
    const policyOfficer = await actorFor(people.wiganPolicyOfficer, NOW);
    await expect(appointPerson(policyOfficer, { ...command, remit: 'Schools' }, NOW)).rejects.toThrow(NOTHING);
  });

  it('of two people to one post at once makes one of them', async () => {
    const one = appointing({ office: 'data-lead' });
    const other = appointing({ office: 'data-lead', person: { name: 'Pat Other', email: 'pat@halton.example' } });
    const outcomes = await Promise.all([appointPerson(coordinator, one, NOW), appointPerson(coordinator, other, NOW)]);
    expect(outcomes.map((outcome) => (isRefusal(outcome) ? outcome.refused : 'accepted')).sort()).toEqual(['accepted', 'held-already']);
    expect(await db.post.count({ where: { office: 'data-lead', authority: { slug: 'halton' } } })).toBe(1);
    expect(await db.event.count({ where: { type: 'appointment.made' } })).toBe(1);
  });
});

describe('a change of hands', () => {
  it('gives the successor the post with everything due from it, and takes it from the one who left', async () => {
    const appointmentId = await appointmentOf('wiganDcs');
    expect(isRefusal(await endAppointment(coordinator, { appointmentId, endsOn: '2017-12-31' }, NOW))).toBe(false);
    expect(isRefusal(await appointPerson(coordinator, appointing({ place: 'authority:wigan', office: 'dcs', startsOn: '2018-01-01' }), NOW))).toBe(false);
    const before = wiganDcs.as!.id;
    const successor = await db.person.findUniqueOrThrow({ where: { email: 'chris.new@halton.example' } });
    expect((await actingOn(people.wiganDcs, '2017-12-31')).as?.id).toBe(before);
    expect((await actingOn(people.wiganDcs, '2018-01-01')).posts).toEqual([]);
    expect((await actingOn(successor.id, '2018-01-01')).as?.id).toBe(before);
    expect(await db.event.findFirstOrThrow({ where: { type: 'appointment.ended' } })).toMatchObject({ data: { person: 'Wigan Director', post: 'DCS, Wigan', until: 'Sunday 31 December 2017' } });
  });

  it('is refused, and writes nothing, where it would leave no coordinator', async () => {
    const before = await written();
    expect(await endAppointment(coordinator, { appointmentId: await appointmentOf('coordinator'), endsOn: '2017-12-31' }, NOW)).toMatchObject({ refused: 'last-coordinator' });
    expect(await endAppointment(wiganDcs, { appointmentId: await appointmentOf('wiganLeadMember'), endsOn: '2017-12-31' }, NOW)).toMatchObject({ refused: 'not-permitted' });
    expect(await written()).toEqual(before);
    expect(await db.appointment.count({ where: { endsOn: dateOf('2017-12-31') } })).toBe(0);
  });

  it('elsewhere is nothing they can open', async () => {
    await expect(endAppointment(wiganDcs, { appointmentId: await appointmentOf('haltonAd'), endsOn: '2017-12-31' }, NOW)).rejects.toThrow(NOTHING);
    const yorkshire = await actorFor(people.otherRegionsCoordinator, NOW);
    await expect(endAppointment(yorkshire, { appointmentId: await appointmentOf('wiganDcs'), endsOn: '2017-12-31' }, NOW)).rejects.toThrow(NOTHING);
  });

  it('by two at once keeps the earlier of two last days', async () => {
    const appointmentId = await appointmentOf('haltonAd');
    const outcomes = await Promise.all(['2017-12-31', '2017-11-30'].map((endsOn) => endAppointment(coordinator, { appointmentId, endsOn }, NOW)));
    expect(outcomes.some((outcome) => !isRefusal(outcome))).toBe(true);
    expect((await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })).endsOn).toEqual(dateOf('2017-11-30'));
  });
});

describe('a correction', () => {
  it('changes name and address, with its event', async () => {
    expect(await correctPerson(coordinator, { personId: people.haltonAd, name: ' Hal Right ', email: 'Hal@Halton.example' }, NOW)).toMatchObject({ change: { name: 'Hal Right', email: 'hal@halton.example' } });
    expect(await db.person.findUniqueOrThrow({ where: { id: people.haltonAd } })).toMatchObject({ name: 'Hal Right', email: 'hal@halton.example' });
    expect(await db.event.count({ where: { type: 'person.corrected', subjectId: people.haltonAd } })).toBe(1);
  });

  it('is refused for an address in use, also when two take it at once', async () => {
    expect(await correctPerson(coordinator, { personId: people.haltonAd, name: 'Hal', email: 'haltondcs@cast.example' }, NOW)).toMatchObject({ refused: 'email-in-use' });
    const outcomes = await Promise.all([people.haltonAd, people.haltonDcs].map((personId) => correctPerson(coordinator, { personId, name: 'Twin', email: 'twin@halton.example' }, NOW)));
    expect(outcomes.filter(isRefusal)).toHaveLength(1);
  });

  it('is for nobody but the coordinator of the region', async () => {
    expect(await correctPerson(wiganDcs, { personId: people.wiganAd, name: 'X Y', email: 'x@wigan.example' }, NOW)).toMatchObject({ refused: 'not-permitted' });
    const yorkshire = await actorFor(people.otherRegionsCoordinator, NOW);
    await expect(correctPerson(yorkshire, { personId: people.wiganAd, name: 'X Y', email: 'x@wigan.example' }, NOW)).rejects.toThrow(NOTHING);
  });
});

describe('the list of people', () => {
  it('shows the coordinator the region, its groups and the authorities of that day', async () => {
    const overview = await loadPeople(coordinator, NOW);
    expect(overview.places.map((place) => place.name).slice(0, 6)).toEqual(['North West', 'Blackburn with Darwen group', 'Trafford group', 'Rochdale group', 'Blackburn with Darwen', 'Blackpool']);
    const wigan = overview.places.find((place) => place.key === 'authority:wigan')!;
    expect(wigan.posts.map((post) => [post.name, post.holders.map((holder) => holder.personName)])).toEqual([
      ['DCS', ['Wigan Director']],
      ['Assistant Director', ['Wigan Assistant Director']],
      ['Lead Member', ['Wigan Lead Member']],
      ['Chief Executive', ['Wigan Chief Executive']],
      ['Data lead', ['Wigan Data Lead']],
      ['Policy officer', ['Wigan Policy Officer']],
      ['Contributor (Care leavers)', ['Wigan Contributor']],
      ['Partnership chair', ['Wigan Partnership Chair']],
      ['Police lead', ['Wigan Police Lead']],
    ]);
    const halton = overview.places.find((place) => place.key === 'authority:halton')!;
    expect(halton.posts.map((post) => [post.name, post.isVacant, post.holders.map((holder) => holder.acting)])).toEqual([
      ['DCS', false, [false]],
      ['Assistant Director', false, [false]],
      ['Lead Member', false, [false]],
      ['Chief Executive', false, [true]],
    ]);
  });

  it('counts the vacancies that a cycle feels, and the cover', async () => {
    const { counts, places } = await loadPeople(coordinator, NOW);
    const vacant = places.flatMap((place) => place.posts.filter((post) => post.isVacant).map((post) => `${post.name}, ${place.name}`));
    expect(counts).toEqual({ people: 26, vacancies: vacant.length, covered: 1 });
    expect(vacant).toContain('Chief Executive, Trafford');
    expect(vacant).not.toContain('Chief Executive, Halton');
    expect(vacant).not.toContain('Assistant Director, Trafford');
  });

  it('shows a DCS the own authority alone, and everyone else nothing', async () => {
    const overview = await loadPeople(wiganDcs, NOW);
    expect(overview.places.map((place) => place.key)).toEqual(['authority:wigan']);
    const keepers: Role[] = ['coordinator', 'otherRegionsCoordinator', 'wiganDcs', 'traffordDcs', 'haltonDcs', 'rochdaleDcs', 'blackburnDcs', 'stockportDcs'];
    for (const role of ROLES.filter((role) => !keepers.includes(role))) {
      const actor = await actorFor(people[role], NOW);
      await expect(loadPeople(actor, NOW), role).rejects.toThrow(NOTHING);
      await expect(loadPlacesToAppointAt(actor, NOW), role).rejects.toThrow(NOTHING);
    }
  });

  it('costs the same number of queries with thirty posts more, as do a person’s page and the form', async () => {
    const costs = async () => [
      await queriesOf(() => loadPeople(coordinator, NOW)),
      await queriesOf(() => loadPerson(coordinator, people.traffordDcs, NOW)),
      await queriesOf(() => loadAppointPage(coordinator, 'authority:wigan', NOW)),
    ];
    const before = await costs();
    const [region, authority] = [await db.region.findFirstOrThrow({ where: { slug: 'north-west' } }), await db.authority.findFirstOrThrow({ where: { slug: 'bury' } })];
    for (let count = 0; count < 30; count += 1) {
      const post = await db.post.create({ data: { office: 'contributor', remit: `Remit ${count}`, regionId: region.id, authorityId: authority.id } });
      const person = await db.person.create({ data: { name: `Contributor ${count}`, email: `c${count}@bury.example` } });
      await db.appointment.create({ data: { postId: post.id, personId: person.id, startsOn: dateOf('2016-01-01') } });
      await db.appointment.create({ data: { postId: post.id, personId: people.traffordDcs, startsOn: dateOf('2015-01-01'), endsOn: dateOf('2015-12-31') } });
    }
    expect(await costs()).toEqual(before);
    expect((await loadPeople(coordinator, NOW)).counts.people).toBe(56);
  });

  it('of another region holds nobody of this one', async () => {
    const yorkshire = await actorFor(people.otherRegionsCoordinator, NOW);
    const overview = await loadPeople(yorkshire, NOW);
    const names = overview.places.flatMap((place) => place.posts.flatMap((post) => post.holders.map((holder) => holder.personName)));
    expect(names).toEqual(['Yorkshire Coordinator']);
  });
});

describe('a person’s page', () => {
  it('shows the posts with those who held them before', async () => {
    const page = await loadPerson(coordinator, people.wiganDcs, NOW);
    expect(page).toMatchObject({ name: 'Wigan Director', email: 'wigandcs@cast.example', isSelf: false, canCorrect: true });
    expect(page.posts.map(({ post, when, canEnd }) => [post.office, when, canEnd, post.appointments.map((one) => one.personName).sort()])).toEqual([
      ['dcs', 'now', true, ['Former Wigan Director', 'Wigan Director']],
    ]);
  });

  it('is open to oneself, to the coordinator and to the DCS of the authority', async () => {
    const openTo = async (role: Role, personId: string) => {
      const actor = await actorFor(people[role], NOW);
      return loadPerson(actor, personId, NOW).then(
        () => role,
        () => null,
      );
    };
    const readers = await Promise.all(ROLES.map((role) => openTo(role, people.wiganContributor)));
    expect(readers.filter(Boolean).sort()).toEqual(['coordinator', 'wiganContributor', 'wiganDcs']);
  });

  it('shows a DCS only the posts at the own authority', async () => {
    await appointPerson(coordinator, appointing({ place: 'region:north-west', office: 'board-member', person: { id: people.wiganAd }, startsOn: '2017-10-01' }), NOW);
    const page = await loadPerson(wiganDcs, people.wiganAd, NOW);
    expect(page.posts.map(({ post, canEnd }) => [post.office, canEnd])).toEqual([['assistant-director', true]]);
    expect((await loadPerson(coordinator, people.wiganAd, NOW)).posts).toHaveLength(2);
  });

  it('cannot be guessed', async () => {
    await expect(loadPerson(coordinator, 'nonsense', NOW)).rejects.toThrow(NOTHING);
    await expect(loadPerson(coordinator, '00000000-0000-0000-0000-000000000000', NOW)).rejects.toThrow(NOTHING);
    await expect(loadEndPage(coordinator, 'nonsense')).rejects.toThrow(NOTHING);
  });
});

describe('the forms', () => {
  it('offer a coordinator every office of the place and a DCS the own team', async () => {
    expect((await loadAppointPage(coordinator, 'authority:wigan', NOW)).offices).toEqual([...AUTHORITY_OFFICES, ...PARTNER_OFFICES]);
    const own = await loadAppointPage(wiganDcs, 'authority:wigan', NOW);
    expect(own.offices).toEqual(['assistant-director', 'data-lead', 'policy-officer', 'contributor', 'partnership-manager', 'police-partner', 'health-partner']);
    expect(own.people.map((person) => person.name)).not.toContain('Halton Director');
    expect(own.people.find((person) => person.id === people.wiganContributor)?.posts).toBe('Contributor (Care leavers), Wigan');
    await expect(loadAppointPage(wiganDcs, 'authority:halton', NOW)).rejects.toThrow(NOTHING);
  });

  it('for the last day is for those who may set it', async () => {
    expect((await loadEndPage(coordinator, await appointmentOf('wiganLeadMember'))).name).toBe('Lead Member, Wigan');
    await expect(loadEndPage(wiganDcs, await appointmentOf('wiganLeadMember'))).rejects.toThrow(NOTHING);
    expect((await loadEndPage(wiganDcs, await appointmentOf('wiganAd'))).name).toBe('Assistant Director, Wigan');
  });
});


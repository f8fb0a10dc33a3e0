import type { Actor, Day, Office } from '@/domain/model';
import { actsElsewhere, ESSENTIAL_OFFICES, holdersOn, isHeldOn, nameOf, officesAt, type AppointmentFacts, type PostFacts } from '@/domain/people';
import { OFFICE_NAMES } from '@/domain/model';
import { dateOf, dayOrNull, today } from '../days';
import { db } from '../db';
import { isUuid, NotFound } from '../not-found';
import { officesOpenTo, type Place } from './places';
import { isEmptyScope, scopeOf } from './scope';
import { findPlace, listPlaces, peopleWithin, POST_FACTS, postFacts, postsWithin, type PostRow } from './store';

export interface PostOverview {
  key: string;
  office: Office;
  /** "Assistant Director (Education)" */
  name: string;
  /** Who holds it today, cover last. */
  holders: readonly (AppointmentFacts & { email: string })[];
  /** Who will. */
  coming: readonly AppointmentFacts[];
  isVacant: boolean;
  isEssential: boolean;
}

export interface PlaceOverview extends Place {
  posts: readonly PostOverview[];
  canAppoint: boolean;
}

export interface PeopleOverview {
  places: readonly PlaceOverview[];
  counts: { people: number; vacancies: number; covered: number };
  isWholeRegion: boolean;
}

/** Everyone whom the actor looks after, by place and post. Three queries, however many they are. */
export async function loadPeople(actor: Actor, at: Date): Promise<PeopleOverview> {
  const scope = scopeOf(actor);
  if (isEmptyScope(scope)) throw new NotFound();
  const day = today(at);
  const [places, rows] = await Promise.all([
    listPlaces(db, scope, day),
    db.post.findMany({
      where: postsWithin(scope),
      include: { ...POST_FACTS, appointments: { ...POST_FACTS.appointments, where: { OR: [{ endsOn: null }, { endsOn: { gte: dateOf(day) } }] } } },
    }),
  ]);
  const overviews = places.map((place) => ({ ...place, posts: postsAt(place, rows, day), canAppoint: officesOpenTo(actor, place).length > 0 }));
  const posts = overviews.flatMap((place) => place.posts);
  return {
    places: overviews,
    counts: {
      people: new Set(posts.flatMap((post) => post.holders.map((holder) => holder.personId))).size,
      vacancies: posts.filter((post) => post.isVacant && post.isEssential).length,
      covered: posts.filter((post) => post.holders.some((holder) => holder.acting)).length,
    },
    isWholeRegion: scope.regionIds.length > 0,
  };
}

function postsAt(place: Place, rows: readonly PostRow[], day: Day): PostOverview[] {
  const offices = officesAt(place.kind);
  const here = rows.filter((row) => row.regionId === place.region.id && row.groupId === (place.group?.id ?? null) && row.authorityId === (place.authority?.id ?? null));
  const missing = offices.filter((office) => ESSENTIAL_OFFICES.includes(office) && !here.some((row) => row.office === office));
  return [...here.filter(isWorthShowing).map((row) => overviewOf(row, day)), ...missing.map(vacancy)].sort(
    (a, b) => offices.indexOf(a.office) - offices.indexOf(b.office) || a.name.localeCompare(b.name),
  );
}

/** A post that nobody holds or will hold is shown only when a cycle needs it. */
function isWorthShowing(row: PostRow): boolean {
  return row.appointments.length > 0 || (ESSENTIAL_OFFICES.includes(row.office as Office) && row.remit === '');
}

function overviewOf(row: PostRow, day: Day): PostOverview {
  const post = postFacts(row);
  const emails = new Map(row.appointments.map(({ id, person }) => [id, person.email]));
  const holders = holdersOn(post, day).map((holder) => ({ ...holder, email: emails.get(holder.id) ?? '' }));
  return {
    key: post.id,
    office: post.office,
    name: officeWords(post),
    holders,
    coming: post.appointments.filter((appointment) => appointment.startsOn > day),
    isVacant: holders.length === 0,
    isEssential: ESSENTIAL_OFFICES.includes(post.office),
  };
}

function vacancy(office: Office): PostOverview {
  return { key: office, office, name: OFFICE_NAMES[office], holders: [], coming: [], isVacant: true, isEssential: true };
}

export function officeWords({ office, remit }: { office: Office; remit: string }): string {
  return remit ? `${OFFICE_NAMES[office]} (${remit})` : OFFICE_NAMES[office];
}

export interface AppointPage {
  place: Place;
  offices: readonly Office[];
  people: readonly { id: string; name: string; posts: string }[];
}

/** What the form for an appointment at this place offers. */
export async function loadAppointPage(actor: Actor, placeKey: string, at: Date): Promise<AppointPage> {
  const place = await findPlace(db, actor, placeKey);
  const offices = place ? officesOpenTo(actor, place) : [];
  if (!place || offices.length === 0) throw new NotFound();
  const people = await db.person.findMany({
    where: peopleWithin(scopeOf(actor)),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, appointments: { include: { post: { include: POST_FACTS } }, orderBy: [{ startsOn: 'asc' }] } },
  });
  const day = today(at);
  return {
    place,
    offices,
    people: people.map(({ id, name, appointments }) => ({
      id,
      name,
      posts: appointments
        .map(({ post, acting, id: appointmentId }) => ({ post: postFacts(post), acting, appointmentId }))
        .filter(({ post, appointmentId }) => post.appointments.some((one) => one.id === appointmentId && isHeldOn(one, day)))
        .map(({ post, acting }) => nameOf(post, acting))
        .join(', '),
    })),
  };
}

/** The places at which the actor may appoint anyone. */
export async function loadPlacesToAppointAt(actor: Actor, at: Date): Promise<Place[]> {
  const places = await listPlaces(db, scopeOf(actor), today(at));
  const open = places.filter((place) => officesOpenTo(actor, place).length > 0);
  if (open.length === 0) throw new NotFound();
  return open;
}

export interface PersonPage {
  id: string;
  name: string;
  email: string;
  isSelf: boolean;
  canCorrect: boolean;
  posts: readonly { post: PostFacts; appointment: AppointmentFacts; canEnd: boolean; when: 'now' | 'coming' | 'over' }[];
}

/** One person, with each post they hold, held or will hold, and everybody else who held it. Themselves, or those who look after them, may look. */
export async function loadPerson(actor: Actor, id: string, at: Date): Promise<PersonPage> {
  const scope = scopeOf(actor);
  const isSelf = id === actor.personId;
  if (!isUuid(id)) throw new NotFound();
  const row = await db.person.findFirst({
    where: isSelf ? { id } : { AND: [{ id }, peopleWithin(scope)] },
    include: { appointments: { where: isSelf ? {} : { post: postsWithin(scope) }, include: { post: { include: POST_FACTS } } } },
  });
  if (!row) throw new NotFound();
  const day = today(at);
  const posts = row.appointments.map(({ id: appointmentId, post: postRow }) => {
    const post = postFacts(postRow);
    const appointment = post.appointments.find((one) => one.id === appointmentId)!;
    const when = isHeldOn(appointment, day) ? ('now' as const) : appointment.startsOn > day ? ('coming' as const) : ('over' as const);
    return { post, appointment, when, canEnd: when !== 'over' && canAppointTo(actor, post) };
  });
  const order = { now: 0, coming: 1, over: 2 };
  posts.sort((a, b) => order[a.when] - order[b.when] || b.appointment.startsOn.localeCompare(a.appointment.startsOn));
  const held = await db.appointment.findMany({ where: { personId: id }, select: { endsOn: true, post: { select: { regionId: true } } } });
  const everywhere = held.map(({ endsOn, post }) => ({ endsOn: dayOrNull(endsOn), regionId: post.regionId }));
  const canCorrect = scope.regionIds.some((regionId) => !actsElsewhere({ regionId, held: everywhere }, day));
  return { id: row.id, name: row.name, email: row.email, isSelf, canCorrect, posts };
}

function canAppointTo(actor: Actor, post: PostFacts): boolean {
  const kind = post.authority ? 'authority' : post.group ? 'group' : 'region';
  return officesOpenTo(actor, { key: '', kind, name: '', region: post.region, group: post.group, authority: post.authority }).includes(post.office);
}

export interface EndPage {
  post: PostFacts;
  appointment: AppointmentFacts;
  name: string;
}

export async function loadEndPage(actor: Actor, appointmentId: string): Promise<EndPage> {
  if (!isUuid(appointmentId)) throw new NotFound();
  const row = await db.post.findFirst({ where: { AND: [postsWithin(scopeOf(actor)), { appointments: { some: { id: appointmentId } } }] }, include: POST_FACTS });
  if (!row) throw new NotFound();
  const post = postFacts(row);
  if (!canAppointTo(actor, post)) throw new NotFound();
  const appointment = post.appointments.find((one) => one.id === appointmentId)!;
  return { post, appointment, name: nameOf(post, appointment.acting) };
}

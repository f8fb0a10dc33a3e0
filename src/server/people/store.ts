import type { Accepted } from '@/domain/decision';
import type { Actor, Day, Named, Office } from '@/domain/model';
import { officesAt, type AppointmentFacts, type NewAppointment, type PersonFacts, type PostFacts } from '@/domain/people';
import { dateOf, dayOf, dayOrNull, today } from '../days';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';
import type { Prisma } from '../prisma-client/client';
import type { Place } from './places';
import { scopeOf, type Scope } from './scope';

export interface PostKey {
  place: string;
  office: Office;
  remit: string;
}

/** The post, made when nobody has held it yet; throws NotFound for a place that the actor does not look after. */
export async function findPost(tx: Tx, actor: Actor, { place: key, office, remit }: PostKey): Promise<PostFacts> {
  const place = await findPlace(tx, actor, key);
  if (!place || !officesAt(place.kind).includes(office)) throw new NotFound();
  const where = { office, remit, regionId: place.region.id, groupId: place.group?.id ?? null, authorityId: place.authority?.id ?? null };
  const row = await tx.post.findFirst({ where, include: POST_FACTS });
  return postFacts(row ?? (await tx.post.create({ data: where, include: POST_FACTS })));
}

export async function findAppointment(tx: Tx, actor: Actor, id: string): Promise<{ post: PostFacts; appointment: AppointmentFacts }> {
  const row = isUuid(id) ? await tx.post.findFirst({ where: { AND: [postsWithin(scopeOf(actor)), { appointments: { some: { id } } }] }, include: POST_FACTS }) : null;
  if (!row) throw new NotFound();
  const post = postFacts(row);
  return { post, appointment: post.appointments.find((appointment) => appointment.id === id)! };
}

export async function findKnownPerson(tx: Tx, actor: Actor, id: string): Promise<PersonFacts & { id: string }> {
  const include = { appointments: { include: { post: { select: { office: true, authorityId: true, regionId: true } } } } };
  const row = isUuid(id) ? await tx.person.findFirst({ where: { AND: [{ id }, peopleWithin(scopeOf(actor))] }, include }) : null;
  if (!row) throw new NotFound();
  const held = row.appointments.map(({ startsOn, endsOn, post }) => ({
    startsOn: dayOf(startsOn),
    endsOn: dayOrNull(endsOn),
    office: post.office as Office,
    authorityId: post.authorityId,
    regionId: post.regionId,
  }));
  return { id: row.id, name: row.name, email: row.email, held };
}

export function findEmailHolder(tx: Tx, email: string): Promise<Named | null> {
  return tx.person.findUnique({ where: { email }, select: { id: true, name: true } });
}

export async function saveAppointment(tx: Tx, { change }: Accepted<NewAppointment>): Promise<string> {
  const { person, postId, startsOn, endsOn, acting } = change;
  const personId = person.id ?? (await tx.person.create({ data: { name: person.name, email: person.email } })).id;
  await tx.appointment.create({ data: { personId, postId, startsOn: dateOf(startsOn), endsOn: endsOn ? dateOf(endsOn) : null, acting } });
  return personId;
}

export async function saveEnding(tx: Tx, { change }: Accepted<{ id: string; endsOn: string }>): Promise<void> {
  await tx.appointment.update({ where: { id: change.id }, data: { endsOn: dateOf(change.endsOn) } });
}

export async function saveCorrection(tx: Tx, { change }: Accepted<{ id: string; name: string; email: string }>): Promise<void> {
  await tx.person.update({ where: { id: change.id }, data: { name: change.name, email: change.email } });
}

/** The region itself, its groups, and the authorities that are there today. */
export async function listPlaces(tx: Tx, { regionIds, authorityIds }: Scope, day: Day): Promise<Place[]> {
  const region = { select: { id: true, name: true, slug: true } };
  const isThere = { OR: [{ endedOn: null }, { endedOn: { gte: dateOf(day) } }] };
  const regions = await tx.region.findMany({ where: { id: { in: [...regionIds] } }, include: { groups: { where: { cycleId: null }, orderBy: { ordinal: 'asc' } } } });
  const authorities = await tx.authority.findMany({
    where: { AND: [isThere, { OR: [{ regionId: { in: [...regionIds] } }, { id: { in: [...authorityIds] } }] }] },
    orderBy: { shortName: 'asc' },
    include: { region },
  });
  return [
    ...regions.flatMap(({ groups, ...region }): Place[] => [
      { key: `region:${region.slug}`, kind: 'region', name: region.name, region, group: null, authority: null },
      ...groups.map((group): Place => ({ key: `group:${group.id}`, kind: 'group', name: `${group.name} group`, region, group, authority: null })),
    ]),
    ...authorities.map(({ id, shortName, slug, endedOn, region }): Place => ({
      key: `authority:${slug}`,
      kind: 'authority',
      name: shortName,
      region,
      group: null,
      authority: { id, name: shortName, slug, endedOn: dayOrNull(endedOn) },
    })),
  ];
}

/** A place that the actor looks after, by its key; null for any other. */
export async function findPlace(tx: Tx, actor: Actor, key: string): Promise<Place | null> {
  const places = await listPlaces(tx, scopeOf(actor), '0001-01-01');
  return places.find((place) => place.key === key) ?? null;
}

export const POST_FACTS = {
  region: { select: { id: true, name: true } },
  group: { select: { id: true, name: true } },
  authority: { select: { id: true, shortName: true, slug: true, endedOn: true } },
  appointments: { orderBy: [{ startsOn: 'asc' }, { id: 'asc' }], include: { person: { select: { name: true, email: true } } } },
} satisfies Prisma.PostInclude;

export type PostRow = Prisma.PostGetPayload<{ include: typeof POST_FACTS }>;

export function postFacts({ id, office, remit, region, group, authority, appointments }: PostRow): PostFacts {
  return {
    id,
    office: office as Office,
    remit,
    region,
    group,
    authority: authority ? { id: authority.id, name: authority.shortName, slug: authority.slug, endedOn: dayOrNull(authority.endedOn) } : null,
    appointments: appointments.map(({ id, personId, person, startsOn, endsOn, acting }) => ({
      id,
      personId,
      personName: person.name,
      startsOn: dayOf(startsOn),
      endsOn: dayOrNull(endsOn),
      acting,
    })),
  };
}

export function postsWithin({ regionIds, authorityIds }: Scope): Prisma.PostWhereInput {
  return { OR: [{ regionId: { in: [...regionIds] } }, { authorityId: { in: [...authorityIds] } }] };
}

/** People with a post there, now or before; to a coordinator also those who never held any. */
export function peopleWithin(scope: Scope): Prisma.PersonWhereInput {
  const unplaced: Prisma.PersonWhereInput[] = scope.regionIds.length > 0 ? [{ appointments: { none: {} } }] : [];
  return { OR: [{ appointments: { some: { post: postsWithin(scope) } } }, ...unplaced] };
}

/** A region by name or slug, and whether anyone is its coordinator now. */
export async function findRegionToBegin(tx: Tx, nameOrSlug: string, at: Date): Promise<{ region: Named; held: boolean }> {
  const region = await tx.region.findFirst({ where: { OR: [{ slug: nameOrSlug }, { name: { equals: nameOrSlug, mode: 'insensitive' } }] }, select: { id: true, name: true } });
  if (!region) throw new NotFound();
  const day = dateOf(today(at));
  const held = await tx.appointment.count({ where: { post: { regionId: region.id, office: 'sli-coordinator' }, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] } });
  return { region, held: held > 0 };
}

export async function saveFirstCoordinator(tx: Tx, regionId: string, { change }: Accepted<{ name: string; email: string }>, at: Date): Promise<void> {
  const place = { regionId, office: 'sli-coordinator', groupId: null, authorityId: null, remit: '' };
  const post = (await tx.post.findFirst({ where: place })) ?? (await tx.post.create({ data: place }));
  const person = await tx.person.create({ data: change });
  await tx.appointment.create({ data: { personId: person.id, postId: post.id, startsOn: dateOf(today(at)) } });
}

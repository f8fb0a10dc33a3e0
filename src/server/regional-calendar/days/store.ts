import { calendarScope, seesDay, type CalendarScope } from '@/domain/regional-calendar/scope';
import type { Accepted } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { mayEnter, type DayChanged, type NewRegionalDay, type RegionalDay, type RegionalDayFacts, type RegionalDayKind } from '@/domain/regional-days';
import type { DayFileGround } from '@/domain/read-regional-days';
import { dateOf, dayOf } from '../../days';
import type { Tx } from '../../db';
import { isUuid, NotFound } from '../../not-found';
import type { Prisma } from '../../prisma-client/client';

const WITH_AUTHORITY = { authority: { select: { id: true, shortName: true } } } satisfies Prisma.RegionalDayInclude;

export interface DayGround extends DayFileGround {
  scope: CalendarScope;
}

/** Every entry of the region that stands, and whom days can be entered for; NotFound for who follows no calendar. */
export async function findDayGround(tx: Tx, actor: Actor): Promise<DayGround> {
  const regionId = actor.as?.region.id ?? '';
  const scope = actor.as && calendarScope(actor, regionId);
  if (!scope) throw new NotFound();
  const authorities = await tx.authority.findMany({ where: { regionId, endedOn: null }, orderBy: { shortName: 'asc' }, select: { id: true, name: true, shortName: true, dfeCode: true } });
  const rows = await tx.regionalDay.findMany({ where: { regionId, removedAt: null }, include: WITH_AUTHORITY, orderBy: [{ fromOn: 'asc' }, { name: 'asc' }, { authority: { shortName: 'asc' } }] });
  return {
    scope,
    regionId,
    authorities: authorities.map(({ id, shortName }) => ({ id, name: shortName })),
    standing: rows.map(dayFrom),
    authorityIds: new Map(authorities.flatMap(({ id, name, shortName, dfeCode }) => [...(dfeCode ? [dfeCode] : []), name.toLowerCase(), shortName.toLowerCase()].map((known): [string, string] => [known, id]))),
    mayEnterFor: (authorityId) => mayEnter(actor.as, regionId, authorityId),
  };
}

/** One entry that the actor sees. */
export async function findDay(tx: Tx, actor: Actor, dayId: string): Promise<{ facts: RegionalDayFacts; day: RegionalDay }> {
  const facts = await findDayGround(tx, actor);
  const day = isUuid(dayId) ? facts.standing.find(({ id }) => id === dayId) : undefined;
  if (!day || !seesDay(facts.scope, day)) throw new NotFound();
  return { facts, day };
}

export async function saveDays(tx: Tx, actor: Actor, regionId: string, { change }: Accepted<readonly NewRegionalDay[]>, at: Date): Promise<void> {
  await tx.regionalDay.createMany({ data: change.map((day) => rowOf(actor, regionId, day, at)) });
}

export async function saveDayChange(tx: Tx, actor: Actor, regionId: string, { change }: Accepted<DayChanged>, at: Date): Promise<void> {
  await tx.regionalDay.update({ where: { id: change.removedId, removedAt: null }, data: { removedAt: at } });
  await tx.regionalDay.create({ data: rowOf(actor, regionId, change.entered, at) });
}

export async function saveDayRemoval(tx: Tx, { change }: Accepted<{ id: string }>, at: Date): Promise<void> {
  await tx.regionalDay.update({ where: { id: change.id, removedAt: null }, data: { removedAt: at } });
}

function rowOf(actor: Actor, regionId: string, { kind, name, fromOn, toOn, authorityId }: NewRegionalDay, at: Date) {
  return { regionId, kind, name, fromOn: dateOf(fromOn), toOn: dateOf(toOn), authorityId, enteredAt: at, enteredBy: actor.personId };
}

function dayFrom(row: Prisma.RegionalDayGetPayload<{ include: typeof WITH_AUTHORITY }>): RegionalDay {
  const { id, kind, name, fromOn, toOn, authority } = row;
  return { id, kind: kind as RegionalDayKind, name, fromOn: dayOf(fromOn), toOn: dayOf(toOn), authority: authority && { id: authority.id, name: authority.shortName } };
}

import { readsRegister, type AuthorityConflict, type NewConflict, type Register } from '@/domain/authority-conflicts';
import type { Accepted } from '@/domain/decision';
import type { Actor, Day } from '@/domain/model';
import { dateOf, dayOrNull, today } from '../days';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';

export interface RecordedConflict extends AuthorityConflict {
  recordedOn: Day;
}

export interface RecordedRegister extends Register {
  conflicts: readonly RecordedConflict[];
}

/** The register of the actor's region, newest first; it is not there for anyone but the regional team. */
export async function findRegister(tx: Tx, actor: Actor, at: Date): Promise<RecordedRegister> {
  const regionId = actor.as?.region.id;
  if (!regionId || !readsRegister(actor.as!, regionId)) throw new NotFound();
  const day = dateOf(today(at));
  const authorities = await tx.authority.findMany({ where: { regionId, OR: [{ endedOn: null }, { endedOn: { gte: day } }] }, orderBy: { shortName: 'asc' }, select: { id: true, shortName: true } });
  const conflicts = await tx.authorityConflict.findMany({ where: { regionId }, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] });
  return {
    regionId,
    authorities: authorities.map(({ id, shortName }) => ({ id, name: shortName })),
    conflicts: conflicts.map(({ id, authorityId, otherId, reason, untilOn, recordedAt, endedAt }) => ({
      id,
      authorityId,
      otherId,
      reason,
      untilOn: dayOrNull(untilOn),
      endedOn: endedAt ? today(endedAt) : null,
      recordedOn: today(recordedAt),
    })),
  };
}

export function conflictOf({ conflicts }: Register, id: string): AuthorityConflict {
  const conflict = isUuid(id) ? conflicts.find((one) => one.id === id) : undefined;
  if (!conflict) throw new NotFound();
  return conflict;
}

export async function saveConflict(tx: Tx, actor: Actor, { regionId }: Register, { change }: Accepted<NewConflict>, at: Date): Promise<void> {
  const { untilOn, ...conflict } = change;
  await tx.authorityConflict.create({ data: { regionId, ...conflict, untilOn: untilOn ? dateOf(untilOn) : null, recordedAt: at, recordedBy: actor.personId } });
}

export async function saveConflictEnded(tx: Tx, { change }: Accepted<{ id: string }>, at: Date): Promise<void> {
  await tx.authorityConflict.update({ where: { id: change.id }, data: { endedAt: at } });
}

/** Names by id, abolished authorities too: a conflict outlives them. */
export async function findNames(tx: Tx, regionId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await tx.authority.findMany({ where: { regionId }, select: { id: true, shortName: true } })).map(({ id, shortName }) => [id, shortName]));
}

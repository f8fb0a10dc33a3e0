import type { Accepted } from '@/domain/decision';
import type { FigureRow } from '@/domain/figures';
import type { Actor } from '@/domain/model';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';

/** The cycle with the names by which a file may call its authorities and the region's indicators. */
export async function findFigureGround(tx: Tx, actor: Actor, cycleId: string) {
  if (!isUuid(cycleId)) throw new NotFound();
  const cycle = await tx.cycle.findFirst({
    where: { id: cycleId, regionId: { in: actor.posts.map((post) => post.region.id) } },
    select: { regionId: true, packsIssuedAt: true, authorities: { select: { authority: { select: { id: true, dfeCode: true, name: true, shortName: true } } } } },
  });
  if (!cycle) throw new NotFound();
  const indicators = await tx.indicator.findMany({ where: { regionId: cycle.regionId } });
  return {
    regionId: cycle.regionId,
    issued: Boolean(cycle.packsIssuedAt),
    known: {
      authorities: new Map(cycle.authorities.flatMap(({ authority: { id, dfeCode, name, shortName } }) => [dfeCode, name.toLowerCase(), shortName.toLowerCase()].map((name): [string, string] => [name, id]))),
      indicators: new Map(indicators.flatMap(({ id, key, name }) => [key.toLowerCase(), name.toLowerCase()].map((name): [string, string] => [name, id]))),
    },
  };
}

/** A figure entered again takes the place of the one before. */
export async function saveFigures(tx: Tx, actor: Actor, cycleId: string, { change }: Accepted<readonly FigureRow[]>, at: Date): Promise<void> {
  await tx.figure.deleteMany({ where: { cycleId, OR: change.map(({ authorityId, indicatorId }) => ({ authorityId, indicatorId })) } });
  await tx.figure.createMany({ data: change.map((figure) => ({ ...figure, cycleId, enteredAt: at, enteredBy: actor.personId })) });
}

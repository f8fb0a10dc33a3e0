import type { Accepted } from '@/domain/decision';
import type { FigureRow } from '@/domain/figures';
import type { Actor } from '@/domain/model';
import { today } from '../days';
import type { Tx } from '../db';
import { fillSheets, findSheetsToFill } from '../documents/figures/fill-sheets';
import { isUuid, NotFound } from '../not-found';
import type { Prisma } from '../prisma-client/client';

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
      authorities: new Map(cycle.authorities.flatMap(({ authority: { id, dfeCode, name, shortName } }) => [...(dfeCode ? [dfeCode] : []), name.toLowerCase(), shortName.toLowerCase()].map((name): [string, string] => [name, id]))),
      indicators: new Map(indicators.flatMap(({ id, key, name }) => [key.toLowerCase(), name.toLowerCase()].map((name): [string, string] => [name, id]))),
    },
  };
}

/** A figure entered again takes the place of the one before; where it says something else, what it said is kept beside it. Sheets that only figures fill in follow. */
export async function saveFigures(tx: Tx, actor: Actor, cycleId: string, decision: Accepted<readonly FigureRow[]>, at: Date): Promise<Accepted<readonly FigureRow[]>> {
  const { change } = decision;
  const sheets = await findSheetsToFill(tx, cycleId, [...new Set(change.map(({ authorityId }) => authorityId))]);
  const these = { cycleId, OR: change.map(({ authorityId, indicatorId }) => ({ authorityId, indicatorId })) };
  const standing = new Map((await tx.figure.findMany({ where: these })).map((figure) => [`${figure.authorityId}/${figure.indicatorId}`, figure]));
  await tx.figure.deleteMany({ where: these });
  await tx.figure.createMany({
    data: change.map((figure) => {
      const before = beforeOf(standing.get(`${figure.authorityId}/${figure.indicatorId}`), figure, at);
      return { ...figure, cycleId, enteredAt: at, enteredBy: actor.personId, ...(before && { before }) };
    }),
  });
  return fillSheets(tx, actor, sheets, decision, at);
}

type Standing = Awaited<ReturnType<Tx['figure']['findMany']>>[number];

function beforeOf(standing: Standing | undefined, now: FigureRow, at: Date): Prisma.InputJsonObject | null {
  if (!standing) return null;
  const { period, marker } = standing;
  const was = { period, marker, value: amount(standing.value), england: amount(standing.england) };
  const changed = was.period !== now.period || was.marker !== now.marker || was.value !== now.value || was.england !== now.england;
  return changed ? { ...was, until: today(at) } : (standing.before as Prisma.InputJsonObject | null);
}

const amount = (value: Standing['value']) => (value === null ? null : Number(value));

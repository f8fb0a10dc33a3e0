import type { Actor } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { FIGURE_COLUMNS } from '@/domain/figures';
import { db } from '../db';
import { NotFound } from '../not-found';
import { findFigureGround } from './store';

/** The page on which figures are entered: the whole region for its team and the data group, the own authority for a data lead. */
export async function loadFigureEntry(actor: Actor, cycleId: string) {
  const { regionId, issued } = await findFigureGround(db, actor, cycleId);
  const cycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { name: true, authorities: { select: { authority: { select: { id: true, shortName: true, dfeCode: true } } } }, region: { select: { indicators: { orderBy: [{ topic: 'asc' }, { name: 'asc' }] } } } },
  });
  const all = cycle.authorities.map(({ authority }) => authority).sort((a, b) => a.shortName.localeCompare(b.shortName));
  const authorities = all.filter((authority) => capacityFor(actor, 'figures.enter', { regionId, authorityId: authority.id }));
  if (authorities.length === 0) throw new NotFound();
  const counted = await db.figure.groupBy({ by: ['authorityId'], where: { cycleId, authorityId: { in: authorities.map(({ id }) => id) } }, _count: true, _max: { enteredAt: true } });
  return {
    name: cycle.name,
    issued,
    may: capacityFor(actor, 'figures.enter', { regionId, authorityId: authorities[0]!.id })!,
    indicators: cycle.region.indicators.map(({ id, key, name, unit, topic }) => ({ id, key, name, unit, topic })),
    authorities: authorities.map((authority) => {
      const found = counted.find((row) => row.authorityId === authority.id);
      return { ...authority, figures: found?._count ?? 0, enteredAt: found?._max.enteredAt ?? null };
    }),
  };
}

/** An authority that has no code yet is called by its name. */
const quoted = (name: string) => `"${name}"`;

/** An empty table to fill in: one row for each authority that the actor may enter for, and each indicator. */
export async function exportFigureForm(actor: Actor, cycleId: string): Promise<string> {
  const { authorities, indicators } = await loadFigureEntry(actor, cycleId);
  const rows = authorities.flatMap((authority) => indicators.map((indicator) => [authority.dfeCode ?? quoted(authority.shortName), indicator.key, ...FIGURE_COLUMNS.slice(2).map(() => '')].join(',')));
  return [FIGURE_COLUMNS.join(','), ...rows].join('\r\n');
}

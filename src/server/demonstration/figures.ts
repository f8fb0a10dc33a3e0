import { FIGURE_COLUMNS } from '@/domain/figures';
import { db } from '../db';
import type { Stage } from './stage';

/** Middle and spread of an indicator's unit: enough for figures that look like such figures. All are invented. */
const LIKE: Record<string, { middle: number; spread: number }> = {
  '%': { middle: 62, spread: 22 },
  'per 10,000': { middle: 95, spread: 45 },
  points: { middle: 44, spread: 6 },
};

/** A file as a data team would send it: two dozen indicators for every authority, some held back, all invented. */
export async function figureFile(stage: Stage, year: number): Promise<string> {
  const indicators = await db.indicator.findMany({ where: { regionId: stage.regionId }, orderBy: { key: 'asc' }, take: 26 });
  const authorities = await db.authority.findMany({ where: { id: { in: stage.places.map((place) => place.authorityId) } }, select: { id: true, dfeCode: true, shortName: true } });
  const rows = authorities.flatMap((authority, a) =>
    indicators.map((indicator, i) => {
      const { middle, spread } = LIKE[indicator.unit] ?? (indicator.unit.startsWith('score') ? { middle: 15, spread: 3 } : indicator.unit.startsWith('cases') ? { middle: 17, spread: 4 } : { middle: 40, spread: 20 });
      const wave = (n: number) => Math.sin((a + 3) * 12.9898 + (i + 1) * 78.233 + n * 3.7);
      const round = (value: number) => (Math.max(0, value) * 10 >= 0 ? Math.max(0, Math.round(value * 10) / 10) : 0);
      const value = (a * 7 + i) % 61 === 0 ? 'c' : String(round(middle + spread * wave(year % 10)));
      const cells: Record<(typeof FIGURE_COLUMNS)[number], string> = {
        authority: authority.dfeCode ?? authority.shortName,
        indicator: indicator.key,
        period: String(year - 1),
        value,
        england: String(round(middle + spread * 0.1 * Math.sin(i))),
        region: String(round(middle + spread * 0.2 * Math.sin(i + 1))),
        neighbours: String(round(middle + spread * 0.3 * wave(99))),
        previous: String(round(middle + spread * wave((year % 10) - 1))),
        source: 'Invented for the demonstration',
      };
      return FIGURE_COLUMNS.map((column) => cells[column]).join(',');
    }),
  );
  return [FIGURE_COLUMNS.join(','), ...rows].join('\n');
}

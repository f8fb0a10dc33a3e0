import { z } from 'zod';
import type { SectionText } from '@/domain/documents/facts';
import { figureNotes, isNamed, quotesFigures, withFigures, type QuotableFigure } from '@/domain/documents/figure-references';
import { MARKERS } from '@/domain/figures';
import type { FilledFigure } from '@/domain/papers/fill';
import { today } from '../../days';
import type { Tx } from '../../db';

interface FigureGround {
  cycleId: string;
  /** The region's own papers are about no one authority: they have no figure to quote. */
  authorityId: string | null;
}

/** A figure with what it is shown beside. */
export interface FigureBeside extends QuotableFigure {
  polarity: string;
  regional: number | null;
  neighbours: number | null;
}

/** Every figure that a text about this authority may quote in this cycle, by topic and name. */
export async function findQuotableFigures(tx: Tx, { cycleId, authorityId }: FigureGround): Promise<FigureBeside[]> {
  if (!authorityId) return [];
  const rows = await tx.figure.findMany({ where: { cycleId, authorityId }, include: { indicator: true }, orderBy: [{ indicator: { topic: 'asc' } }, { indicator: { name: 'asc' } }] });
  return rows.map(({ indicator: { key, name, topic, unit, polarity }, period, value, marker, england, regional, neighbours, source, enteredAt, before }) => ({
    key,
    name,
    topic,
    unit,
    period,
    polarity,
    value: amount(value),
    marker: marker as QuotableFigure['marker'],
    england: amount(england),
    regional: amount(regional),
    neighbours: amount(neighbours),
    source,
    enteredOn: today(enteredAt),
    before: before === null ? null : beforeRow.parse(before),
  }));
}

/** References of a live text that lead nowhere, as what is missing: nobody can sign "{{figure:…}}". */
export async function figuresAstray(tx: Tx, documentId: string, sections: readonly SectionText[]): Promise<string[]> {
  const read = await sectionsWithFigures(tx, documentId, sections);
  return read.flatMap(({ key, title, figures = [] }) => {
    const { content } = sections.find((section) => section.key === key)!;
    return figureNotes(content, []).unknown.filter((wanted) => !figures.some((figure) => isNamed(figure, wanted))).map((wanted) => `there is no figure “${wanted}”, to which “${title}” refers`);
  });
}

const amount = (value: object | null) => (value === null ? null : Number(value));

const beforeRow = z.object({ period: z.string(), value: z.number().nullable(), marker: z.enum(MARKERS).nullable(), england: z.number().nullable(), until: z.string() });

/** Live text of a document as it is read and frozen: with the figures that it quotes. Asks for nothing where it quotes none. */
export async function sectionsWithFigures(tx: Tx, documentId: string, sections: readonly SectionText[]): Promise<SectionText[]> {
  if (!sections.some(({ content }) => quotesFigures(content))) return [...sections];
  const ground = await tx.document.findUniqueOrThrow({ where: { id: documentId }, select: { cycleId: true, authorityId: true } });
  return withFigures(sections, await findQuotableFigures(tx, ground));
}

/** The figures of a cycle, of one authority (with those of earlier cycles, for a trend) or of all. Unscoped: the caller says for whom. */
export async function unscopedFilledFigures(tx: Tx, { regionId, cycleId, authorityId }: FigureGround & { regionId: string }): Promise<FilledFigure[]> {
  const rows = await tx.figure.findMany({
    where: { cycleId, ...(authorityId ? { authorityId } : {}) },
    include: { indicator: true },
    orderBy: [{ indicator: { topic: 'asc' } }, { indicator: { name: 'asc' } }, { authorityId: 'asc' }],
  });
  const earlier = authorityId && rows.length > 0 ? await earlierFigures(tx, { regionId, cycleId, authorityId }) : new Map<string, { period: string; value: number | null }[]>();
  return rows.map((row) => ({
    authority: row.authorityId,
    indicator: row.indicator.name,
    unit: row.indicator.unit,
    polarity: row.indicator.polarity,
    period: row.period,
    value: amount(row.value),
    previous: amount(row.previous),
    earlier: earlier.get(row.indicatorId) ?? [],
    regional: amount(row.regional),
    england: amount(row.england),
  }));
}

/** By indicator, oldest first; what two cycles have of one period as the later one has it. */
async function earlierFigures(tx: Tx, { regionId, cycleId, authorityId }: { regionId: string; cycleId: string; authorityId: string }) {
  const { anchorOn } = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { anchorOn: true } });
  const cycles = await tx.cycle.findMany({ where: { regionId, anchorOn: { lt: anchorOn } }, orderBy: [{ anchorOn: 'asc' }, { id: 'asc' }], select: { id: true } });
  const order = new Map(cycles.map(({ id }, index) => [id, index]));
  const rows = await tx.figure.findMany({ where: { authorityId, cycleId: { in: [...order.keys()] } }, select: { cycleId: true, indicatorId: true, period: true, value: true } });
  const found = new Map<string, Map<string, number | null>>();
  for (const { indicatorId, period, value } of rows.sort((a, b) => order.get(a.cycleId)! - order.get(b.cycleId)!)) {
    const periods = found.get(indicatorId) ?? new Map<string, number | null>();
    periods.delete(period);
    found.set(indicatorId, periods.set(period, amount(value)));
  }
  return new Map([...found].map(([indicatorId, periods]) => [indicatorId, [...periods].map(([period, value]) => ({ period, value }))]));
}

// A pack holds the figures entered or uploaded for the authority. Most rates have no polarity and are never ranked or coloured;
// a withheld figure keeps its marker and is never read as nought (domain: benchmarking and indicators).
import { z } from 'zod';
import { decide, refuse, type Decision } from './decision';
import { MARKERS, MARKER_NAMES, type Marker } from './figure-markers';
import type { Actor } from './model';

export { MARKERS, MARKER_NAMES, type Marker };

export interface FigureRow {
  authorityId: string;
  indicatorId: string;
  period: string;
  value: number | null;
  marker: Marker | null;
  england: number | null;
  regional: number | null;
  neighbours: number | null;
  previous: number | null;
  source: string;
}

const amount = z.union([z.number(), z.null()]);

/** One cell of a file or form: a number, nothing, or a marker. Gives undefined when it is none of these. */
export function readAmount(cell: string): { value: number | null; marker: Marker | null } | undefined {
  const text = cell.trim();
  if (text === '' || text === '-') return { value: null, marker: text === '-' ? 'x' : null };
  if (MARKERS.includes(text.toLowerCase() as Marker)) return { value: null, marker: text.toLowerCase() as Marker };
  const plain = text.replaceAll(',', '').replace(/%$/, '');
  if (!/^-?\d+(\.\d+)?$/.test(plain) || plain.replace(/\D/g, '').length > 12) return undefined;
  return { value: amount.parse(Number(plain)), marker: null };
}

export const FIGURE_COLUMNS = ['authority', 'indicator', 'period', 'value', 'england', 'region', 'neighbours', 'previous', 'source'] as const;

export interface Fault {
  /** Row of the file, the heading being row 1. */
  row: number;
  column: string;
  sentence: string;
}

interface Known {
  /** By DfE code, and by lower-case name and short name. */
  authorities: ReadonlyMap<string, string>;
  /** By key and by lower-case name. */
  indicators: ReadonlyMap<string, string>;
}

/** Reads a file's rows (heading first). All faults are named by row and column; one fault and nothing is taken. */
export function readFigureRows(rows: readonly (readonly string[])[], known: Known): { figures: FigureRow[]; faults: Fault[] } {
  const heading = (rows[0] ?? []).map((cell) => cell.replace(/^\uFEFF/, '').trim().toLowerCase());
  const missing = FIGURE_COLUMNS.slice(0, 4).filter((column) => !heading.includes(column));
  if (missing.length > 0) return { figures: [], faults: missing.map((column) => ({ row: 1, column, sentence: `The heading has no column "${column}".` })) };
  const faults: Fault[] = [];
  const figures: FigureRow[] = [];
  const seen = new Map<string, number>();
  rows.slice(1).forEach((cells, index) => {
    const row = index + 2;
    const cell = (column: (typeof FIGURE_COLUMNS)[number]) => (cells[heading.indexOf(column)] ?? '').trim();
    if (cells.every((text) => text.trim() === '')) return;
    const before = faults.length;
    const authorityId = known.authorities.get(cell('authority').toLowerCase());
    if (!authorityId) faults.push({ row, column: 'authority', sentence: `"${cell('authority')}" is no authority of this cycle. Give its DfE code or its name.` });
    const indicatorId = known.indicators.get(cell('indicator').toLowerCase());
    if (!indicatorId) faults.push({ row, column: 'indicator', sentence: `"${cell('indicator')}" is no indicator of this region.` });
    if (!cell('period')) faults.push({ row, column: 'period', sentence: 'The period is missing.' });
    const read = (column: 'value' | 'england' | 'region' | 'neighbours' | 'previous') => {
      const found = readAmount(cell(column));
      if (!found) faults.push({ row, column, sentence: `"${cell(column)}" is no number and no marker (${MARKERS.join(', ')}).` });
      return found ?? { value: null, marker: null };
    };
    const [value, england, region, neighbours, previous] = [read('value'), read('england'), read('region'), read('neighbours'), read('previous')];
    const key = `${authorityId}/${indicatorId}`;
    const twice = seen.get(key);
    if (authorityId && indicatorId && twice) faults.push({ row, column: 'indicator', sentence: `This authority and indicator stand in row ${twice} already.` });
    if (faults.length > before || !authorityId || !indicatorId) return;
    seen.set(key, row);
    figures.push({
      authorityId,
      indicatorId,
      period: cell('period'),
      value: value.value,
      marker: value.marker,
      england: england.value,
      regional: region.value,
      neighbours: neighbours.value,
      previous: previous.value,
      source: cell('source'),
    });
  });
  if (figures.length === 0 && faults.length === 0) faults.push({ row: 2, column: 'authority', sentence: 'The file has a heading but no figures.' });
  return { figures: faults.length > 0 ? [] : figures, faults };
}

/** A data lead enters for the own authority; the coordinator and the data group for any. Issued packs do not change. */
export function enterFigures(given: { regionId: string; cycleId: string; issued: boolean; actor: Actor; figures: readonly FigureRow[] }): Decision<readonly FigureRow[]> {
  const { regionId, cycleId, issued, actor, figures } = given;
  const own = new Set(figures.map((figure) => figure.authorityId));
  const authorityId = own.size === 1 ? [...own][0]! : null;
  return decide(actor, 'figures.enter', { regionId, authorityId }, () => {
    if (issued) return refuse('issued', 'The packs have been issued with the figures of that day. They stay as they were read.');
    if (figures.length === 0) return refuse('no-figures', 'There are no figures to enter.');
    return { change: figures, events: [{ type: 'figures.entered', regionId, cycleId, authorityId, data: { count: figures.length } }] };
  });
}

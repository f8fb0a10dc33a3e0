import { processTemplate } from '@/domain/processes/template';
import { canonical } from '@/server/documents/content-hash';
import { db } from '@/server/db';
import { SHIPPED_PROCESSES } from './processes/shipped-processes';
import { SHIPPED_FORMATS } from './shipped-formats';

/**
 * Every shipped process and every shipped format into every region (docs/decisions/0023). Loading twice changes nothing. What no cycle
 * and no document uses is brought up to the data in this folder; what is in use stays as it is, and the new words become a version after it.
 */
export async function loadTemplates(): Promise<void> {
  const regions = await db.region.findMany({ select: { id: true } });
  await loadProcesses(regions.map(({ id }) => id));
  await loadFormats(regions.map(({ id }) => id));
}

async function loadProcesses(regionIds: readonly string[]): Promise<void> {
  const rows = await db.processTemplate.findMany({ include: { _count: { select: { cycles: true, movesTo: true, movesFrom: true } } } });
  const stored = gathered(rows.map(({ _count, ...row }) => ({ ...row, definition: asRead(row.definition), place: `${row.regionId}|${row.key}`, isUsed: _count.cycles + _count.movesTo + _count.movesFrom > 0 })));
  const wanted = regionIds.flatMap((regionId) => SHIPPED_PROCESSES.map(({ key, definition }) => ({ regionId, key, name: definition.title, definition: plain(definition) })));
  const changes = wanted.map((process) => ({ process, change: changeOf(process.definition, stored.get(`${process.regionId}|${process.key}`) ?? []) }));
  await db.processTemplate.createMany({ data: changes.flatMap(({ process, change }) => (change?.is === 'new' ? [{ ...process, version: change.version }] : [])) });
  for (const { process, change } of changes) {
    if (change?.is === 'mended') await db.processTemplate.update({ where: { id: change.id }, data: { name: process.name, definition: process.definition } });
  }
}

async function loadFormats(regionIds: readonly string[]): Promise<void> {
  const rows = await db.documentTemplate.findMany({ include: { _count: { select: { documents: true } } } });
  const stored = gathered(rows.map(({ _count, ...row }) => ({ ...row, origin: 'shipped', place: `${row.regionId}|${row.kind}|${row.key}`, isUsed: _count.documents > 0 })));
  const wanted = regionIds.flatMap((regionId) => SHIPPED_FORMATS.map(({ kind, key, definition }) => ({ regionId, kind, key, definition: plain(definition) })));
  const changes = wanted.map((format) => ({ format, change: changeOf(format.definition, stored.get(`${format.regionId}|${format.kind}|${format.key}`) ?? []) }));
  await db.documentTemplate.createMany({ data: changes.flatMap(({ format, change }) => (change?.is === 'new' ? [{ ...format, version: change.version }] : [])) });
  for (const { format, change } of changes) {
    if (change?.is === 'mended') await db.documentTemplate.update({ where: { id: change.id }, data: { definition: format.definition } });
  }
}

interface Stored {
  id: string;
  version: number;
  definition: unknown;
  origin: string;
  isUsed: boolean;
}

type Change = { is: 'new'; version: number } | { is: 'mended'; id: string };

/** What must happen so that the newest shipped version says this; null when it does. A region's own versions are left alone. */
function changeOf(definition: object, versions: readonly Stored[]): Change | null {
  const newest = versions.filter(({ origin }) => origin === 'shipped').at(-1);
  if (newest && canonical(newest.definition) === canonical(definition)) return null;
  const last = versions.at(-1)?.version ?? 0;
  return newest && !newest.isUsed && newest.version === last ? { is: 'mended', id: newest.id } : { is: 'new', version: last + 1 };
}

/** What a process that was stored before a part of the template came to be says of it: what is said where nothing is. */
function asRead(stored: unknown): unknown {
  const read = processTemplate.safeParse(stored);
  return read.success ? plain(read.data) : stored;
}

/** By place, the oldest version first. */
function gathered<Row extends Stored & { place: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const places = new Map<string, Row[]>();
  for (const row of [...rows].sort((a, b) => a.version - b.version)) places.set(row.place, [...(places.get(row.place) ?? []), row]);
  return places;
}

function plain(definition: object) {
  return JSON.parse(JSON.stringify(definition));
}

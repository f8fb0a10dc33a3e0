import { LEDGER_KINDS, type LedgerKind } from '@/domain/ledger';
import { db, type Tx } from '../db';
import { isUuid } from '../not-found';
import { Prisma } from '../prisma-client/client';
import { BEGINNING, sha256, type SealedLine } from './copy';

export interface Line {
  id: bigint;
  kind: string;
  rowId: string;
}

/** One sealing at a time, over all servers; each statement after it sees what the one before has sealed. */
export function lockedForSealing<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('critical-friend ledger', 0))`;
      return work(tx);
    },
    { isolationLevel: 'ReadCommitted', timeout: 60_000, maxWait: 15_000 },
  );
}

/** Everything as it was at one moment, however long it takes to read. */
export function atOneMoment<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.$transaction(work, { isolationLevel: 'RepeatableRead', timeout: 3_600_000, maxWait: 15_000 });
}

export function findUnsealed(tx: Tx, most: number): Promise<Line[]> {
  return tx.ledgerEntry.findMany({ where: { number: null }, orderBy: { id: 'asc' }, take: most, select: { id: true, kind: true, rowId: true } });
}

export async function findHead(tx: Tx): Promise<{ number: bigint; hash: string }> {
  const head = await tx.ledgerEntry.findFirst({ where: { number: { not: null } }, orderBy: { number: 'desc' }, select: { number: true, hash: true } });
  return head ? { number: head.number!, hash: head.hash! } : { number: 0n, hash: BEGINNING };
}

export async function saveSealed(tx: Tx, lines: readonly (SealedLine & { hash: string })[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "LedgerEntry" e SET number = s.number, copy = s.copy, "previousHash" = s.previous, hash = s.hash, "sealedAt" = s.sealed
    FROM unnest(${lines.map(({ id }) => id)}::bigint[], ${lines.map(({ number }) => number)}::bigint[], ${lines.map(({ copy }) => copy)}::text[],
      ${lines.map(({ previousHash }) => previousHash)}::text[], ${lines.map(({ hash }) => hash)}::text[], ${lines.map(({ sealedAt }) => sealedAt.toISOString().slice(0, -1))}::timestamp[])
      AS s(id, number, copy, previous, hash, sealed)
    WHERE e.id = s.id AND e.number IS NULL`;
}

type Row = Readonly<Record<string, unknown>>;

/** The rows that lines are about, by kind and id; without those that are gone. */
export async function findRows(tx: Tx, lines: readonly Pick<Line, 'kind' | 'rowId'>[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const kind of LEDGER_KINDS) {
    const ids = lines.filter((line) => line.kind === kind && (kind === 'event' ? /^\d{1,18}$/.test(line.rowId) : isUuid(line.rowId))).map(({ rowId }) => rowId);
    if (ids.length === 0) continue;
    for (const row of await READ[kind](tx, ids)) rows.set(`${kind}:${String(row.id)}`, row);
  }
  return rows;
}

const READ: Record<LedgerKind, (tx: Tx, ids: string[]) => Promise<Row[]>> = {
  event: (tx, ids) => tx.event.findMany({ where: { id: { in: ids.map(BigInt) } } }),
  version: (tx, ids) => tx.documentVersion.findMany({ where: { id: { in: ids } }, omit: { content: true } }),
  act: (tx, ids) => tx.documentAct.findMany({ where: { id: { in: ids } } }),
  signature: async (tx, ids) => {
    const signatures = await tx.signature.findMany({ where: { id: { in: ids } } });
    const scans = signatures.flatMap(({ scanId }) => scanId ?? []);
    const hashes = new Map((await tx.evidenceFile.findMany({ where: { id: { in: scans } }, select: { id: true, sha256: true } })).map(({ id, sha256 }) => [id, sha256]));
    return signatures.map((signature) => ({ ...signature, scanHash: signature.scanId && (hashes.get(signature.scanId) ?? null) }));
  },
  voiding: (tx, ids) => tx.signature.findMany({ where: { id: { in: ids }, voidedAt: { not: null } }, select: { id: true, voidedAt: true, voidedWhy: true } }),
};

export interface SealedEntry extends SealedLine {
  hash: string;
}

/** Sealed lines in the order of their numbers, from after one of them. */
export async function findSealed(tx: Tx, after: bigint, most: number): Promise<SealedEntry[]> {
  return (await tx.ledgerEntry.findMany({ where: { number: { gt: after } }, orderBy: { number: 'asc' }, take: most })) as SealedEntry[];
}

export async function findTail(tx: Tx): Promise<number> {
  return tx.ledgerEntry.count({ where: { number: null } });
}

export async function findEntryByHash(tx: Tx, hash: string): Promise<bigint | null> {
  return (await tx.ledgerEntry.findFirst({ where: { hash }, select: { number: true } }))?.number ?? null;
}

/** Rows of which no line of the ledger knows: at most so many of each kind. */
export async function findRowsWithoutLine(tx: Tx, most: number): Promise<{ kind: LedgerKind; row: Row }[]> {
  const found: { kind: LedgerKind; row: Row }[] = [];
  for (const kind of LEDGER_KINDS) {
    const where = kind === 'voiding' ? Prisma.sql`t."voidedAt" IS NOT NULL` : Prisma.sql`TRUE`;
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT t.id::text AS id FROM ${Prisma.raw(`"${TABLES[kind]}"`)} t LEFT JOIN "LedgerEntry" e ON e.kind = ${kind} AND e."rowId" = t.id::text
      WHERE e.id IS NULL AND ${where} ORDER BY t.id LIMIT ${most}`;
    const read = await findRows(tx, rows.map(({ id }) => ({ kind, rowId: id })));
    found.push(...[...read.values()].map((row) => ({ kind, row })));
  }
  return found;
}

const TABLES: Record<LedgerKind, string> = { event: 'Event', version: 'DocumentVersion', act: 'DocumentAct', signature: 'Signature', voiding: 'Signature' };

/** Versions whose text is not what their hash says, of those ids. */
export async function findTexts(tx: Tx, ids: readonly string[]) {
  return tx.documentVersion.findMany({ where: { id: { in: [...ids] } }, select: { id: true, content: true, contentHash: true } });
}

/** Scans whose file is not what its hash says, or is gone, with the signature that they belong to. */
export async function findSpoiltScans(tx: Tx): Promise<string[]> {
  const signatures = await tx.signature.findMany({ where: { scanId: { not: null } }, select: { id: true, scanId: true } });
  const spoilt: string[] = [];
  for (const { id, scanId } of signatures) {
    const file = await tx.evidenceFile.findUnique({ where: { id: scanId! }, select: { sha256: true, bytes: { select: { bytes: true } } } });
    if (!file?.bytes || sha256(file.bytes.bytes) !== file.sha256) spoilt.push(id);
  }
  return spoilt;
}

const GUARDS = [
  ...['Event', 'DocumentVersion', 'DocumentAct', 'Signature', 'LedgerEntry'].flatMap((table) => [`${table}.stays_as_it_is`, `${table}.is_not_emptied`]),
  ...['Event', 'DocumentVersion', 'DocumentAct', 'Signature'].map((table) => `${table}.ledger_line`),
  'Signature.ledger_line_of_voiding',
  'Signature.signature_is_true',
];

/** The guards of the database that are gone or switched off. */
export async function findGuardsDown(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT c.relname || '.' || t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgenabled IN ('O', 'A') AND c.relnamespace = 'public'::regnamespace`;
  const up = rows.map(({ name }) => name);
  return GUARDS.filter((guard) => !up.includes(guard));
}

/** What is needed to name a row: titles of documents, numbers of versions, names of posts. */
export async function findNames(tx: Tx, wanted: { documentIds: string[]; versionIds: string[]; signatureIds: string[]; postIds: string[] }) {
  const signatures = await tx.signature.findMany({ where: { id: { in: wanted.signatureIds.filter(isUuid) } }, select: { id: true, office: true, personName: true, versionId: true } });
  const versions = await tx.documentVersion.findMany({
    where: { id: { in: [...wanted.versionIds.filter(isUuid), ...signatures.map(({ versionId }) => versionId)] } },
    select: { id: true, number: true, documentId: true },
  });
  const documents = await tx.document.findMany({
    where: { id: { in: [...wanted.documentIds.filter(isUuid), ...versions.map(({ documentId }) => documentId)] } },
    select: { id: true, kind: true, name: true, cycle: { select: { name: true, region: { select: { name: true } } } }, authority: { select: { shortName: true } } },
  });
  const posts = await tx.post.findMany({ where: { id: { in: wanted.postIds.filter(isUuid) } }, include: { region: true, group: true, authority: true } });
  return { signatures, versions, documents, posts };
}

import type { SectionText } from '@/domain/documents/facts';
import { differences, differencesInWords, LEDGER_KINDS, type LedgerKind } from '@/domain/ledger';
import type { Tx } from '../db';
import { contentHash } from '../documents/content-hash';
import { BEGINNING, copyOf, hashOf } from './copy';
import { namesFor, type Named } from './naming';
import { atOneMoment, findEntryByHash, findGuardsDown, findHead, findRows, findRowsWithoutLine, findSealed, findSpoiltScans, findTail, findTexts, type SealedEntry } from './store';

const AT_ONCE = 2_000;
const TEXTS_AT_ONCE = 100;
/** More than these are counted and not named: who finds a hundred wrong rows knows enough. */
const MOST_NAMED = 100;

export interface Verdict {
  /** Sealed entries that were checked. */
  entries: number;
  /** Written and not sealed yet. */
  unsealed: number;
  head: { number: bigint; hash: string };
  /** The number of the entry whose hash was noted before; null when it is not there or none was given. */
  noted: bigint | null;
  /** A plain sentence for each thing that is wrong. */
  wrong: string[];
  /** How many more there are that no sentence names. */
  more: number;
}

interface Finding {
  /** The row that it is about, as it was sealed; absent where it is about the chain itself. */
  about?: Named;
  says: (name: string) => string;
}

/** Walks the chain from its beginning, compares each row with its sealed copy, and looks for rows that no entry knows. Changes nothing. */
export function verifyLedger({ head: notedHash }: { head?: string | undefined } = {}): Promise<Verdict> {
  return atOneMoment(async (tx) => {
    const found: Finding[] = [];
    const entries = await walk(tx, found);
    for (const { kind, row } of await findRowsWithoutLine(tx, MOST_NAMED)) {
      found.push({ about: { kind, row }, says: (name) => `${name} has no entry in the ledger: it was added past the product, or its entry was taken away.` });
    }
    for (const id of await findSpoiltScans(tx)) await spoiltScan(tx, id, found);
    for (const guard of await findGuardsDown(tx)) {
      const [table, trigger] = guard.split('.');
      found.push({ says: () => `The database does not guard its table ${table} as it should: the trigger ${trigger} is gone or switched off.` });
    }
    const noted = notedHash === undefined ? null : await findEntryByHash(tx, notedHash);
    if (notedHash !== undefined && noted === null) {
      found.push({ says: () => `No entry has the hash ${notedHash} that was noted: the end of the ledger was cut off, or the chain was written anew.` });
    }
    const nameOf = await namesFor(tx, found.slice(0, MOST_NAMED).flatMap(({ about }) => about ?? []));
    const wrong = found.slice(0, MOST_NAMED).map(({ about, says }) => says(about ? nameOf(about) : ''));
    return { entries, unsealed: await findTail(tx), head: await findHead(tx), noted, wrong, more: found.length - wrong.length };
  });
}

async function walk(tx: Tx, found: Finding[]): Promise<number> {
  let last = { number: 0n, hash: BEGINNING };
  let entries = 0;
  for (;;) {
    const batch = await findSealed(tx, last.number, AT_ONCE);
    if (batch.length === 0) return entries;
    const rows = await findRows(tx, batch);
    for (const entry of batch) {
      checkLink(entry, last, found);
      checkRow(entry, rows.get(`${entry.kind}:${entry.rowId}`), found);
      last = entry;
    }
    await checkTexts(tx, batch, found);
    entries += batch.length;
  }
}

function checkLink(entry: SealedEntry, last: { number: bigint; hash: string }, found: Finding[]): void {
  const missing = entry.number - last.number - 1n;
  if (missing > 0n) {
    const which = missing === 1n ? `Entry ${last.number + 1n} of the ledger is` : `Entries ${last.number + 1n} to ${entry.number - 1n} of the ledger are`;
    found.push({ says: () => `${which} missing.` });
  }
  if (hashOf(entry) !== entry.hash) found.push({ ...aboutCopy(entry), says: (name) => `Entry ${entry.number} of the ledger was itself changed${name ? `; it is about this: ${name.replace(/,$/, '')}.` : '.'}` });
  else if (missing === 0n && entry.previousHash !== last.hash) found.push({ says: () => `Entry ${entry.number} of the ledger does not follow from entry ${last.number}: one of them was changed or put in another place.` });
}

function checkRow(entry: SealedEntry, row: Readonly<Record<string, unknown>> | undefined, found: Finding[]): void {
  const kind = LEDGER_KINDS.find((each) => each === entry.kind);
  if (!kind) return;
  const about = aboutCopy(entry);
  if (!row) return void found.push({ ...about, says: (name) => (name ? `${name} has been taken away.` : `What entry ${entry.number} was about (${kind} ${entry.rowId}) has been taken away.`) });
  const now = copyOf(kind, row);
  if (now === entry.copy) return;
  const words = differencesInWords(kind, differences(parsed(entry.copy), parsed(now)));
  found.push({ ...about, says: (name) => `${name} was changed: ${words}.` });
}

/** The text of a version against its hash. */
async function checkTexts(tx: Tx, batch: readonly SealedEntry[], found: Finding[]): Promise<void> {
  const versions = batch.filter(({ kind }) => kind === 'version');
  for (let from = 0; from < versions.length; from += TEXTS_AT_ONCE) {
    const some = versions.slice(from, from + TEXTS_AT_ONCE);
    for (const { id, content, contentHash: kept } of await findTexts(tx, some.map(({ rowId }) => rowId))) {
      if (contentHash(content as unknown as SectionText[]) === kept) continue;
      found.push({ ...aboutCopy(some.find(({ rowId }) => rowId === id)!), says: (name) => `${name} was changed: its text is no longer the text that was frozen, and signed, under its hash.` });
    }
  }
}

async function spoiltScan(tx: Tx, id: string, found: Finding[]): Promise<void> {
  const row = (await findRows(tx, [{ kind: 'signature', rowId: id }])).get(`signature:${id}`);
  if (row) found.push({ about: { kind: 'signature', row }, says: (name) => `${name} was given on paper, and its scan is not the file that was kept, or is gone.` });
}

function aboutCopy({ kind, copy }: Pick<SealedEntry, 'kind' | 'copy'>): { about?: Named } {
  const row = parsed(copy);
  return LEDGER_KINDS.some((each) => each === kind) && 'id' in row ? { about: { kind: kind as LedgerKind, row } } : {};
}

function parsed(copy: string): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(copy);
    return row && typeof row === 'object' ? (row as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

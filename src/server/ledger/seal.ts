import { isRefusal } from '@/domain/decision';
import type { LedgerKind } from '@/domain/ledger';
import { copyOf, hashOf } from './copy';
import { findHead, findRows, findUnsealed, lockedForSealing, saveSealed, type Line } from './store';

const AT_ONCE = 500;
/** At the end of a signing no more than this waits for it; the jobs seal the rest. */
const AFTER_AN_ACT = 4;

/** Seals every line whose transaction is over, in the order in which they were written. Gives how many. */
export async function seal(rounds = Infinity): Promise<number> {
  let sealed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const count = await sealSome();
    sealed += count;
    if (count < AT_ONCE) break;
  }
  return sealed;
}

/** Seals what a signing has written as soon as it is done. A signature that stands does not fail because its seal has to wait. */
export async function sealAfter<Outcome extends object>(done: Promise<Outcome>): Promise<Outcome> {
  const outcome = await done;
  if (!isRefusal(outcome)) await seal(AFTER_AN_ACT).catch((error: unknown) => console.error('The ledger could not be sealed now; the jobs seal it later.', error));
  return outcome;
}

function sealSome(): Promise<number> {
  return lockedForSealing(async (tx) => {
    const lines = await findUnsealed(tx, AT_ONCE);
    if (lines.length === 0) return 0;
    const rows = await findRows(tx, lines);
    let { number, hash } = await findHead(tx);
    const sealedAt = new Date();
    const sealed = lines.map((line) => {
      const entry = { ...line, number: (number += 1n), copy: copyFor(line, rows), previousHash: hash, sealedAt };
      hash = hashOf(entry);
      return { ...entry, hash };
    });
    await saveSealed(tx, sealed);
    return sealed.length;
  });
}

/** Of a row that is gone before it was sealed, nothing but that it is. */
function copyFor({ kind, rowId }: Line, rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>): string {
  const row = rows.get(`${kind}:${rowId}`);
  return row ? copyOf(kind as LedgerKind, row) : '{}';
}

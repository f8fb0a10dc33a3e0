import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal, type Decision, type Refusal, type Accepted } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { db, type Tx } from './db';
import { recordEvents } from './events';

/** Twenty at once on one row all get through: each time one succeeds, and the others wait for times that differ. */
const TRIES = 24;

/**
 * Runs a change serialisable: find, decide and save in `work`, then its events are recorded in the same transaction.
 * Retries when another transaction came between, so that two signatories who press together both succeed.
 * A refusal writes nothing. `actor` is null for what the product does by itself.
 */
export async function transact<Change>(
  actor: Actor | null,
  at: Date,
  work: (tx: Tx) => Promise<Decision<Change>>,
): Promise<Accepted<Change> | Refusal> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(
        async (tx) => {
          const decision = await work(tx);
          if (isRefusal(decision)) throw new Refused(decision);
          await recordEvents(tx, actor, at, decision.events);
          return decision;
        },
        { isolationLevel: 'Serializable', timeout: 30_000, maxWait: 15_000 },
      );
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      if (attempt === TRIES || !isConflict(error)) throw error;
      await pause(Math.min(attempt, 8) * 8 * (0.5 + 2 * Math.random()));
    }
  }
}

/** Carries a refusal out of the transaction, so that whatever was written before it is undone. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.because);
  }
}

/**
 * Prisma reports a serialisation failure as P2034, or through the adapter as TransactionWriteConflict. Something booked twice at once
 * (a room, a signature, a first save) is tried again too:
 * then the rule sees the other, and says so.
 */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return (
    code === 'P2034' ||
    code === 'P2002' ||
    error.message.includes('TransactionWriteConflict') ||
    /could not serialize access|deadlock detected|violates exclusion constraint/.test(error.message) ||
    JSON.stringify((error as { cause?: unknown }).cause ?? '').includes('TransactionWriteConflict')
  );
}

import { isDigestTime, nightlyDue } from '@/domain/notifications/sending';
import type { Day } from '@/domain/model';
import { escalateOverdueActions } from '../action-plans/escalate-overdue-actions';
import { db } from '../db';
import { seal } from '../ledger/seal';
import { deliverEvents } from './deliver-events';
import { queueReminders } from './remind';
import { sendDigests } from './send-digests';
import { sendMessages } from './send-messages';

/** What a runner remembers from one round to the next; forgetting it costs work and repeats nothing. */
export interface Rounds {
  nightlyDoneOn: Day | null;
}

export interface RoundReport {
  written: number;
  sent: number;
  failed: number;
  because?: string;
}

/** One round: the night’s work once a day, then what has happened is sealed and told, then what is due is sent. */
export async function runRound(rounds: Rounds, at: Date): Promise<RoundReport> {
  const nightly = nightlyDue(at, rounds.nightlyDoneOn);
  let written = 0;
  if (nightly) {
    await escalateOverdueActions(at);
    written += await queueReminders(at);
    rounds.nightlyDoneOn = nightly;
  }
  await seal();
  written += await deliverEvents(at);
  const messages = await sendMessages(at);
  const digests = await sendDigests(at);
  const because = digests.because ?? messages.because;
  return { written, sent: messages.sent + digests.sent, failed: messages.failed + digests.failed, ...(because ? { because } : {}) };
}

/** Whether a round would find anything, in one statement: asked every few seconds, so that an idle product costs next to nothing. */
export async function hasWork(rounds: Rounds, at: Date): Promise<boolean> {
  if (nightlyDue(at, rounds.nightlyDoneOn)) return true;
  const urgencies = isDigestTime(at) ? ['now', 'digest'] : ['now'];
  const [row] = await db.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Event" WHERE "toldAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "LedgerEntry" WHERE number IS NULL)
      OR EXISTS (SELECT 1 FROM "OutboxMessage" WHERE "sentAt" IS NULL AND "droppedAt" IS NULL AND urgency = ANY(${urgencies})
        AND "sendAfter" <= (${at}::timestamptz AT TIME ZONE 'UTC')) AS any`;
  return row?.any ?? false;
}

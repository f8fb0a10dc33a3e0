import { salutation } from '@/domain/notifications/messages';
import { nextDigestAt } from '@/domain/notifications/sending';
import { isTooSoon, remindersDue, type StepReminder } from '@/domain/reminders';
import type { Day } from '@/domain/model';
import { today } from '../days';
import { db, type Tx } from '../db';
import { env } from '../env';
import { queueMessages, unscopedHolders } from '../mail/store';
import { unscopedStepFacts } from '../step-facts/load';

/**
 * Writes the reminders whose day has come, for the next digest: whoever owes the step then gets them. Writing them twice is harmless, and
 * a day on which nothing ran is made up for. Gives how many were new.
 */
export async function queueReminders(at: Date): Promise<number> {
  const open = await db.cycle.findMany({ where: { closedAt: null }, select: { id: true }, orderBy: { startsOn: 'asc' } });
  let written = 0;
  for (const { id } of open) written += await db.$transaction((tx) => remindOf(tx, id, at), { timeout: 60_000, maxWait: 15_000 });
  return written;
}

async function remindOf(tx: Tx, cycleId: string, at: Date): Promise<number> {
  const { facts, steps } = await unscopedStepFacts(tx, { cycle: { id: cycleId }, of: 'all', audiences: [] }, at);
  const holders = await unscopedHolders(tx, facts.regionId, at);
  const reminders = remindersDue({ facts, steps, holders, today: today(at), address: (path) => new URL(path, env().NEXTAUTH_URL).href });
  const lastOn = await lastReminded(tx, reminders);
  const wanted = reminders.filter((reminder) => !isTooSoon(reminder, lastOn(reminder), today(at)));
  const messages = wanted.map(({ key, reason, personId, email, post, subject, body }) => ({
    key,
    reason,
    personId,
    email,
    regionId: facts.regionId,
    postId: post.id,
    post: salutation(post),
    subject,
    text: body,
    urgency: 'digest' as const,
    sendAfter: nextDigestAt(at),
  }));
  return queueMessages(tx, messages, at);
}

/** The day on which each person was last written to about each step. */
async function lastReminded(tx: Tx, reminders: readonly StepReminder[]): Promise<(reminder: StepReminder) => Day | null> {
  const rows = await tx.outboxMessage.groupBy({
    by: ['personId', 'reason'],
    where: { reason: { in: [...new Set(reminders.map(({ reason }) => reason))] }, droppedAt: null },
    _max: { createdAt: true },
  });
  const last = new Map(rows.map(({ personId, reason, _max }) => [`${personId}|${reason}`, _max.createdAt]));
  return ({ personId, reason }) => {
    const lastAt = last.get(`${personId}|${reason}`);
    return lastAt ? today(lastAt) : null;
  };
}

import { z } from 'zod';
import type { CycleFacts } from '@/domain/cycle-facts';
import type { Accepted } from '@/domain/decision';
import { owedList, reminderKey, reminderReason, remindersFor, type OwedItem, type Reminder, type ReminderChange } from '@/domain/chase';
import { postName, type Actor } from '@/domain/model';
import { today } from '../days';
import type { Tx } from '../db';
import { env } from '../env';
import { queueMessages, unscopedHolders } from '../mail/store';
import { NotFound } from '../not-found';
import { unscopedStepFacts } from '../step-facts/load';

export interface Chase {
  facts: CycleFacts;
  /** What was asked about and is still owed. */
  owed: readonly OwedItem[];
  reminders: readonly Reminder[];
  /** Keys of reminders that went to that person about that thing today. */
  sentToday: ReadonlySet<string>;
}

/** What could be sent about the chosen things at this moment; derived anew each time. Throws NotFound for a cycle of another region. */
export async function findChase(tx: Tx, actor: Actor, cycleId: string, keys: readonly string[], at: Date): Promise<Chase> {
  if (!actor.as || !z.uuid().safeParse(cycleId).success) throw new NotFound();
  const loaded = await unscopedStepFacts(tx, { cycle: { id: cycleId }, of: 'all', audiences: actor.audiences }, at);
  if (loaded.facts.regionId !== actor.as.region.id) throw new NotFound();
  const owed = owedList(loaded).filter(({ key }) => keys.includes(key));
  const holders = owed.length === 0 ? [] : await unscopedHolders(tx, loaded.facts.regionId, at);
  const reminders = remindersFor({ owed, holders, facts: loaded.facts, from: postName(actor.as), address: (path) => new URL(path, env().NEXTAUTH_URL).href });
  const outboxKeys = new Map(reminders.map((reminder) => [reminderKey(cycleId, reminder, today(at)), reminder.key]));
  const sent = reminders.length === 0 ? [] : await tx.outboxMessage.findMany({ where: { key: { in: [...outboxKeys.keys()] } }, select: { key: true } });
  return { facts: loaded.facts, owed, reminders, sentToday: new Set(sent.map(({ key }) => outboxKeys.get(key)!)) };
}

export async function saveReminders(tx: Tx, facts: Pick<CycleFacts, 'id' | 'regionId'>, { change }: Accepted<ReminderChange>, at: Date): Promise<void> {
  const messages = change.messages.map(({ reminder, subject, text }) => ({
    key: reminderKey(facts.id, reminder, today(at)),
    personId: reminder.personId,
    email: reminder.email,
    regionId: facts.regionId,
    post: reminder.post,
    subject,
    text,
    urgency: 'now' as const,
    reason: reminderReason(facts.id, reminder.owed.at),
    sendAfter: at,
  }));
  await queueMessages(tx, messages, at);
}

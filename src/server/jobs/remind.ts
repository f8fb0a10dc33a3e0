import { z } from 'zod';
import { salutation } from '@/domain/notifications/messages';
import { nextDigestAt } from '@/domain/notifications/sending';
import { isTooSoon, remindersDue, type StepReminder } from '@/domain/reminders';
import { sectionRemindersDue } from '@/domain/section-reminders';
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
  return (await queueMessages(tx, messages, at)) + (await remindOfSections(tx, { cycleId, regionId: facts.regionId }, holders, at));
}

/** Those who were given a section with a day, until it is ready. */
async function remindOfSections(tx: Tx, { cycleId, regionId }: { cycleId: string; regionId: string }, holders: Awaited<ReturnType<typeof unscopedHolders>>, at: Date): Promise<number> {
  const given = z.array(givenSection).parse(
    await tx.$queryRaw`
      SELECT x.id AS "sectionId", d.id AS "documentId", x.key AS "sectionKey", x.title, au."shortName" AS authority, sa."postId", sa."dueOn"::text
      FROM "SectionAssignment" sa JOIN "Section" x ON x.id = sa."sectionId" JOIN "Document" d ON d.id = x."documentId" JOIN "Authority" au ON au.id = d."authorityId"
      WHERE d."cycleId" = ${cycleId}::uuid AND d.kind = 'self-view' AND sa."dueOn" IS NOT NULL AND x."readyAt" IS NULL
        AND COALESCE((SELECT a.kind FROM "DocumentAct" a WHERE a."documentId" = d.id ORDER BY a.at DESC, a.id DESC LIMIT 1), '') NOT IN ('put-for-signature', 'submitted', 'accepted')`,
  );
  const reminders = sectionRemindersDue({ given, holders, today: today(at), address: (path) => new URL(path, env().NEXTAUTH_URL).href });
  return queueMessages(
    tx,
    reminders.map(({ post, body, ...reminder }) => ({ ...reminder, regionId, postId: post.id, post: salutation(post), text: body, urgency: 'digest' as const, ownSide: true, sendAfter: nextDigestAt(at) })),
    at,
  );
}

const givenSection = z.object({ sectionId: z.string(), documentId: z.string(), sectionKey: z.string(), title: z.string(), authority: z.string(), postId: z.string(), dueOn: z.string() });

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

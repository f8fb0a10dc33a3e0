import { z } from 'zod';
import type { Accepted } from '@/domain/decision';
import { owedList, reminderKey, reminderReason, remindersFor, type HolderOfPost, type OwedItem, type Reminder, type ReminderChange } from '@/domain/chase';
import { OFFICES, postName, type Actor } from '@/domain/model';
import type { CycleFacts } from '@/domain/step-progress';
import { today } from '../days';
import type { Tx } from '../db';
import { env } from '../env';
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
  const holders = owed.length === 0 ? [] : await findHolders(tx, loaded.facts.regionId, at);
  const reminders = remindersFor({ owed, holders, facts: loaded.facts, from: postName(actor.as), address: (path) => new URL(path, env().NEXTAUTH_URL).href });
  const outboxKeys = new Map(reminders.map((reminder) => [reminderKey(cycleId, reminder, today(at)), reminder.key]));
  const sent = reminders.length === 0 ? [] : await tx.outboxMessage.findMany({ where: { key: { in: [...outboxKeys.keys()] } }, select: { key: true } });
  return { facts: loaded.facts, owed, reminders, sentToday: new Set(sent.map(({ key }) => outboxKeys.get(key)!)) };
}

export async function saveReminders(tx: Tx, cycleId: string, { change }: Accepted<ReminderChange>, at: Date): Promise<void> {
  await tx.outboxMessage.createMany({
    data: change.messages.map(({ reminder, subject, text }) => ({
      key: reminderKey(cycleId, reminder, today(at)),
      personId: reminder.personId,
      email: reminder.email,
      subject,
      text,
      urgency: 'now',
      reason: reminderReason(cycleId, reminder.owed.at),
      createdAt: at,
      sendAfter: at,
    })),
  });
}

const holderRow = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  postId: z.string(),
  office: z.enum(OFFICES),
  remit: z.string(),
  acting: z.boolean(),
  regionId: z.string(),
  regionName: z.string(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  authorityId: z.string().nullable(),
  authorityName: z.string().nullable(),
  authoritySlug: z.string().nullable(),
});

/** Everyone who holds a post in the region on that day. */
async function findHolders(tx: Tx, regionId: string, at: Date): Promise<HolderOfPost[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (person.id, p.id) person.id AS "personId", person.name, person.email, p.id AS "postId", p.office, p.remit, a.acting,
      r.id AS "regionId", r.name AS "regionName", g.id AS "groupId", g.name AS "groupName",
      au.id AS "authorityId", au."shortName" AS "authorityName", au.slug AS "authoritySlug"
    FROM "Post" p
    JOIN "Appointment" a ON a."postId" = p.id AND a."startsOn" <= ${today(at)}::date AND (a."endsOn" IS NULL OR a."endsOn" >= ${today(at)}::date)
    JOIN "Person" person ON person.id = a."personId"
    JOIN "Region" r ON r.id = p."regionId"
    LEFT JOIN "Group" g ON g.id = p."groupId"
    LEFT JOIN "Authority" au ON au.id = p."authorityId"
    WHERE p."regionId" = ${regionId}::uuid
    ORDER BY person.id, p.id, a.acting`;
  return z.array(holderRow).parse(rows).map((row) => ({
    personId: row.personId,
    name: row.name,
    email: row.email,
    post: {
      id: row.postId,
      office: row.office,
      remit: row.remit,
      acting: row.acting,
      region: { id: row.regionId, name: row.regionName },
      group: row.groupId ? { id: row.groupId, name: row.groupName ?? '' } : null,
      authority: row.authorityId ? { id: row.authorityId, name: row.authorityName ?? '', slug: row.authoritySlug ?? '' } : null,
    },
  }));
}

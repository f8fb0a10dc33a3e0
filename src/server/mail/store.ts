import { z } from 'zod';
import type { HolderOfPost } from '@/domain/chase';
import { OFFICES, sideOf } from '@/domain/model';
import { today } from '../days';
import type { Tx } from '../db';

export interface QueuedMessage {
  /** One for each person and reason: a message that is there already is not written again. */
  key: string;
  personId: string;
  email: string;
  regionId: string | null;
  postId?: string;
  /** "DCS, Wigan" */
  post: string;
  subject: string;
  text: string;
  urgency: 'now' | 'digest';
  reason?: string;
  ownSide?: boolean;
  calendar?: { text: string; method: string } | null;
  sendAfter: Date;
}

/** Writes messages into the outbox, in the transaction of what they tell of. Gives how many were new. */
export async function queueMessages(tx: Tx, messages: readonly QueuedMessage[], at: Date): Promise<number> {
  const { count } = await tx.outboxMessage.createMany({
    skipDuplicates: true,
    data: messages.map(({ calendar, ...message }) => ({ ...message, calendar: calendar?.text ?? null, calendarMethod: calendar?.method ?? null, createdAt: at })),
  });
  return count;
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

/** Everyone who holds a post in the region on that day, acting cover too. Unscoped: for telling people what concerns their posts. */
export async function unscopedHolders(tx: Tx, regionId: string, at: Date): Promise<HolderOfPost[]> {
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
      ...sideOf(row.office, row.authorityId ? { id: row.authorityId, name: row.authorityName ?? '', slug: row.authoritySlug ?? '' } : null),
    },
  }));
}

import { z } from 'zod';
import { eventSays } from '@/domain/events';
import { DOCUMENT_KINDS } from '@/domain/documents/facts';
import { eventScope, NEWSWORTHY, OWN_SIDE_EVENTS } from '@/domain/events-seen';
import { OUTSIDE_OFFICES, type Actor } from '@/domain/model';
import { documentPage } from '@/domain/step-address';
import { db, rowsOf } from '../db';
import { Prisma } from '../prisma-client/client';

export interface Happening {
  id: string;
  at: Date;
  says: string;
  /** Name of the authority concerned. */
  authority: string | null;
  /** Where to read of it; null for what has no document. */
  href: string | null;
}

interface Asked {
  cycleId: string | readonly string[];
  /** What happened to one authority; to any unless told. */
  authorityId?: string;
  /** What that person did, or what everyone else did. */
  by?: { personId: string } | { notPersonId: string };
  most: number;
}

/** What happened lately that the actor may know of, newest first: the same scope as for documents. One query. */
export async function loadRecentEvents(actor: Knowing, asked: Asked, at: Date): Promise<Happening[]> {
  return (await loadListsOfEvents(actor, [asked], at))[0]!;
}

/** The same for several lists, each as it was asked for, in one query for all. */
export async function loadListsOfEvents(actor: Knowing, lists: readonly Asked[], at: Date): Promise<Happening[][]> {
  const each = lists.map((asked, list) => Prisma.sql`(${eventsQuery(actor, asked, list, at)})`);
  const rows = z.array(eventRow).parse(await rowsOf(db, Prisma.sql`SELECT list, id::text, type, at, data, authority, "documentId", kind FROM (${Prisma.join(each, ' UNION ALL ')}) e ORDER BY e.list, e.id DESC`));
  const isOutside = actor.posts.every(({ office }) => OUTSIDE_OFFICES.some((outside) => outside === office));
  return lists.map(({ most }, list) => eachOnce(rows.filter((row) => row.list === list)).slice(0, most).map((row) => happening(row, isOutside)));
}

type Knowing = Pick<Actor, 'posts' | 'audiences'>;

function eventsQuery(actor: Knowing, { cycleId, authorityId, by, most }: Asked, list: number, at: Date): Prisma.Sql {
  const scope = eventScope(actor);
  const now = Prisma.sql`(${at}::timestamptz AT TIME ZONE 'UTC')`;
  const ofAuthority = authorityId ? Prisma.sql`AND e."authorityId" = ${authorityId}::uuid` : Prisma.empty;
  const ofCycle = typeof cycleId === 'string' ? Prisma.sql`e."cycleId" = ${cycleId}::uuid` : Prisma.sql`e."cycleId" = ANY(${[...cycleId]}::uuid[])`;
  const ofPerson = !by ? Prisma.empty : 'personId' in by ? Prisma.sql`AND e."personId" = ${by.personId}::uuid` : Prisma.sql`AND e."personId" IS DISTINCT FROM ${by.notPersonId}::uuid`;
  return Prisma.sql`
    SELECT ${list}::int AS list, e.id, e.type, e.at, e.data, au."shortName" AS authority, e."documentId", d.kind
    FROM "Event" e
    LEFT JOIN "Document" d ON d.id = e."documentId"
    LEFT JOIN "Authority" au ON au.id = e."authorityId"
    WHERE ${ofCycle} ${ofAuthority} ${ofPerson} AND e.type = ANY(${[...NEWSWORTHY]}::text[]) AND e.at <= ${now}
      AND CASE WHEN e."documentId" IS NOT NULL THEN
          EXISTS (SELECT 1 FROM "Share" s WHERE s."documentId" = e."documentId" AND s.audience = ANY(${[...scope.audiences]}::text[])
            AND s."sinceAt" <= e.at AND s."revokedAt" IS NULL AND (s."untilAt" IS NULL OR s."untilAt" > ${now}))
          AND (e.type <> ALL(${[...OWN_SIDE_EVENTS]}::text[]) OR e."authorityId" = ANY(${[...scope.ownAuthorityIds]}::uuid[]))
        ELSE e.type <> ALL(${[...OWN_SIDE_EVENTS]}::text[]) AND (
          e."regionId" = ANY(${[...scope.insideRegionIds]}::uuid[]) OR e."authorityId" = ANY(${[...scope.ownAuthorityIds]}::uuid[])
          OR (e."authorityId" IS NULL AND e."regionId" = ANY(${[...scope.regionIds]}::uuid[])))
        END
    ORDER BY e.id DESC LIMIT ${most * 4}`;
}

const eventRow = z.object({
  list: z.number(),
  id: z.string(),
  type: z.string(),
  at: z.date(),
  data: z.record(z.string(), z.unknown()),
  authority: z.string().nullable(),
  documentId: z.string().nullable(),
  kind: z.enum(DOCUMENT_KINDS).nullable(),
});
type EventRow = z.infer<typeof eventRow>;

/** Of the same thing said of the same document several times only the latest. */
function eachOnce(rows: readonly EventRow[]): EventRow[] {
  const said = new Set<string>();
  return rows.filter(({ type, documentId, authority, data }) => {
    const key = `${type}|${documentId}|${authority}|${eventSays(type, data)}`;
    const isNew = !said.has(key);
    said.add(key);
    return isNew;
  });
}

/** An outside body reads documents where they were released to it, and nowhere else. */
function happening({ id, type, at, data, authority, documentId, kind }: EventRow, isOutside: boolean): Happening {
  const href = documentId && kind ? (isOutside ? '/released' : documentPage(kind, documentId)) : null;
  return { id, at, says: eventSays(type, data), authority, href };
}

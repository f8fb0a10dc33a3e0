import { z } from 'zod';
import { db } from '../db';

export interface Present {
  name: string;
  /** They typed in the last minute; else the page only stands open. */
  writing: boolean;
}

/** For so long a page that does not ask again still counts as open; pages ask every fifteen seconds. */
const LEASE = '40 seconds';
const row = z.object({ name: z.string(), writing: z.boolean() });

/**
 * Says that somebody has this place of writing open, and who else has: in one statement, outside any transaction, because a page
 * asks every few seconds. Rows that nobody renewed go with it.
 */
export async function comeHere(place: string, personId: string, { wrote }: { wrote: boolean }, at: Date): Promise<Present[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH now AS (SELECT (${at}::timestamptz AT TIME ZONE 'UTC') AS at),
    renewed AS (
      INSERT INTO "WritingPresence" (place, "personId", "seenAt", "wroteAt")
      SELECT ${place}, ${personId}::uuid, now.at, CASE WHEN ${wrote} THEN now.at END FROM now
      ON CONFLICT (place, "personId") DO UPDATE SET "seenAt" = EXCLUDED."seenAt", "wroteAt" = COALESCE(EXCLUDED."wroteAt", "WritingPresence"."wroteAt")),
    pruned AS (DELETE FROM "WritingPresence" USING now WHERE "seenAt" < now.at - interval '1 hour' AND NOT (place = ${place} AND "personId" = ${personId}::uuid))
    SELECT p.name, COALESCE(w."wroteAt" > now.at - interval '1 minute', false) AS writing
    FROM "WritingPresence" w JOIN "Person" p ON p.id = w."personId", now
    WHERE w.place = ${place} AND w."personId" <> ${personId}::uuid AND w."seenAt" > now.at - ${LEASE}::interval
    ORDER BY p.name`;
  return z.array(row).parse(rows);
}

/** They have closed the page. */
export async function leave(place: string, personId: string): Promise<void> {
  await db.writingPresence.deleteMany({ where: { place, personId } });
}

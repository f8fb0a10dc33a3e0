import { z } from 'zod';
import { calendarText } from '@/domain/calendar';
import { addDays } from '@/domain/deadlines';
import type { Actor } from '@/domain/model';
import { feedEvents } from '@/domain/regional-calendar/feed';
import { calendarScope, regionsFollowed } from '@/domain/regional-calendar/scope';
import { loadActor } from '../../actor/load';
import { today } from '../../days';
import { db, rowsOf } from '../../db';
import { env } from '../../env';
import { NotFound } from '../../not-found';
import { Prisma } from '../../prisma-client/client';
import { unscopedGround } from '../store';
import { feedTokenHash } from './store';

export interface FeedLine {
  id: string;
  name: string;
  createdAt: Date;
  lastReadAt: Date | null;
  revokedAt: Date | null;
}

/** The actor's own addresses, those in use first. */
export async function loadFeeds(actor: Actor): Promise<{ feeds: readonly FeedLine[]; mayMake: boolean }> {
  const feeds = await db.calendarFeed.findMany({
    where: { personId: actor.personId },
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    select: { id: true, name: true, createdAt: true, lastReadAt: true, revokedAt: true },
    take: 40,
  });
  return { feeds, mayMake: regionsFollowed(actor).length > 0 };
}

/** How far back and ahead a calendar goes for days that were entered. */
const BACK = 120;
const AHEAD = 550;

/**
 * The calendar behind a token, for the posts that its owner holds at that moment, and marks it as read. A token that is unknown and one
 * that was revoked are not found alike. Who has left every post gets an empty calendar, so that what was read before goes from theirs.
 */
export async function readFeed(token: string, at: Date): Promise<string> {
  const [feed] = z.array(z.object({ personId: z.string(), name: z.string() })).parse(
    await rowsOf(db, Prisma.sql`UPDATE "CalendarFeed" SET "lastReadAt" = ${at}::timestamptz AT TIME ZONE 'UTC' WHERE "tokenHash" = ${feedTokenHash(token)} AND "revokedAt" IS NULL RETURNING "personId", name`),
  );
  const actor = feed && (await loadActor(feed.personId, at, null, at));
  if (!feed || !actor) throw new NotFound();
  const base = env().NEXTAUTH_URL.replace(/\/$/, '');
  const grounds = await Promise.all(
    regionsFollowed(actor).map(async (regionId) => {
      const scope = calendarScope(actor, regionId)!;
      const asked = { regionId, postIds: scope.posts.map(({ id }) => id), fromOn: addDays(today(at), -BACK), toOn: addDays(today(at), AHEAD) };
      return feedEvents(await unscopedGround(db, asked, at), scope, base);
    }),
  );
  return calendarText('PUBLISH', grounds.flat(), 'Critical Friend');
}

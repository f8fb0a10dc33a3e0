import { z } from 'zod';
import type { NoteLine } from '@/domain/forums/note-lines';
import { NOTE_KINDS, STRIKEABLE, subjectOf } from '@/domain/forums/session-notes';
import { postName, type Actor, type Office } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { db } from '../../db';
import { isUuid, NotFound } from '../../not-found';
import { Prisma } from '../../prisma-client/client';
import { liveShares } from '../../visible';
import { loadPack } from '../pack/load';
import { findForum } from '../../forum-days/store';
import { findNotedSession } from './store';

export type ForumDayPage = Awaited<ReturnType<typeof loadForumDay>>;

/** The page of a session on its day: for those who take notes. NotFound for everyone else, the host among them. */
export async function loadForumDay(actor: Actor, forumId: string, sessionId: string, at: Date) {
  const noted = await findNotedSession(db, actor, sessionId, at);
  if (noted.forumId !== forumId) throw new NotFound();
  const of = { cycleId: noted.cycleId, authorityId: noted.authority.id };
  const [forum, pack, news, invited, names, open] = await Promise.all([
    findForum(db, actor, forumId),
    loadPack(actor, of, at),
    loadNotes(actor, sessionId, null, at),
    db.invitation.findMany({ where: { forumId, removedAt: null }, select: { postId: true, attendance: true, role: true } }),
    db.cycle.findUniqueOrThrow({ where: { id: noted.cycleId }, select: { name: true, region: { select: { name: true } } } }),
    db.forumSession.findMany({ where: { forumId, notesDocument: { shares: { some: { ...liveShares(actor.audiences, at), frozenOnly: false } } } }, select: { id: true } }),
  ]);
  const session = forum.sessions.find(({ id }) => id === sessionId);
  if (!session) throw new NotFound();
  const subject = subjectOf(noted);
  return {
    forum,
    session,
    noted,
    pack,
    lines: news.lines,
    readAt: at,
    cycle: names.name,
    region: names.region.name,
    /** Sessions of the day that the actor may open. */
    open: new Set(open.map(({ id }) => id)),
    room: await whoIsHere(invited),
    may: {
      note: capacityFor(actor, 'forum.note', subject),
      end: capacityFor(actor, 'forum.end-session', subject),
      attend: capacityFor(actor, 'forum.record-attendance', subject),
      draft: capacityFor(actor, 'forum-notes.draft', subject),
    },
  };
}

async function whoIsHere(invited: readonly { postId: string; attendance: string | null }[]): Promise<{ present: string[]; apologies: string[]; unrecorded: number }> {
  const recorded = invited.filter(({ attendance }) => attendance !== null);
  const posts = await db.post.findMany({
    where: { id: { in: recorded.map(({ postId }) => postId) } },
    include: { region: { select: { id: true, name: true } }, group: { select: { id: true, name: true } }, authority: { select: { id: true, shortName: true, slug: true } } },
  });
  const named = (as: string) =>
    posts
      .filter(({ id }) => recorded.some(({ postId, attendance }) => postId === id && attendance === as))
      .map(({ office, remit, region, group, authority }) => postName({ office: office as Office, remit, acting: false, region, group, authority: authority && { id: authority.id, name: authority.shortName, slug: authority.slug } }))
      .toSorted();
  return { present: named('present'), apologies: [...named('apologies'), ...named('absent').map((name) => `${name} (absent)`)], unrecorded: invited.length - recorded.length };
}

const line = z.object({
  id: z.string(),
  what: z.enum(STRIKEABLE),
  questionId: z.string().nullable(),
  kind: z.enum(NOTE_KINDS).catch('said'),
  text: z.string(),
  owner: z.string(),
  byOn: z.string().nullable(),
  at: z.string(),
  version: z.number(),
  mine: z.boolean(),
  struck: z.boolean(),
});
const row = z.object({ tag: z.string(), lines: z.array(line) });

export interface NotesNews {
  /** Changes with each change of the session's notes, whoever asks. */
  tag: string;
  lines: NoteLine[];
}

/** What was saved a moment before a reading may be committed after it, so each reading looks back this far; twice is harmless. */
const OVERLAP = 60_000;

/** The notes saved since a reading (null: all), with a tag for those who ask again. One query; NotFound as for the page. */
export async function loadNotes(actor: Actor, sessionId: string, after: Date | null, at: Date): Promise<NotesNews> {
  if (!isUuid(sessionId)) throw new NotFound();
  const since = after ? new Date(after.getTime() - OVERLAP) : new Date(0);
  const instant = (when: Date) => Prisma.sql`(${when}::timestamptz AT TIME ZONE 'UTC')`;
  const rows = await db.$queryRaw<unknown[]>`
    WITH session AS (
      SELECT s.id, s."endedAt" FROM "ForumSession" s
      WHERE s.id = ${sessionId}::uuid AND EXISTS (SELECT 1 FROM "Share" h WHERE h."documentId" = s."notesId" AND h.audience = ANY(${[...actor.audiences]}::text[]) AND NOT h."frozenOnly"
        AND h."sinceAt" <= ${instant(at)} AND h."revokedAt" IS NULL AND (h."untilAt" IS NULL OR h."untilAt" > ${instant(at)}))
    ), line AS (
      SELECT n.id, 'note' AS what, n."questionId", n.kind, n.text, '' AS owner, NULL::date AS "byOn", n."notedAt" AS at, n."savedAt" AS saved, n.version, n."personId", n."struckAt"
      FROM "SessionNote" n JOIN session ON session.id = n."sessionId"
      UNION ALL
      SELECT r.id, 'support', r."questionId", 'said', r.topic, '', NULL, r.at, r.at, 1, r."personId", r."struckAt" FROM "SupportRequest" r JOIN session ON session.id = r."sessionId"
      UNION ALL
      SELECT i.id, 'action', i."questionId", 'said', i.text, i.owner, i."byOn", i.at, i.at, 1, i."personId", i."struckAt" FROM "ImmediateAction" i JOIN session ON session.id = i."sessionId"
    )
    SELECT
      (SELECT concat_ws('-', count(*), sum(version), count("struckAt"), (session."endedAt" IS NOT NULL)::int) FROM line) AS tag,
      COALESCE((SELECT json_agg(json_build_object(
        'id', id, 'what', what, 'questionId', "questionId", 'kind', kind, 'text', text, 'owner', owner, 'byOn', "byOn"::text,
        'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', version, 'mine', "personId" = ${actor.personId}::uuid, 'struck', "struckAt" IS NOT NULL
      ) ORDER BY at, id) FROM line WHERE saved >= ${instant(since)} OR "struckAt" >= ${instant(since)}), '[]'::json) AS lines
    FROM session`;
  if (rows.length === 0) throw new NotFound();
  return row.parse(rows[0]);
}

/** The session that comes next on the day and has not ended; null after the last. Order and times are known throughout the region. */
export async function nextSession(sessionId: string): Promise<{ id: string; authority: string; startsAt: Date } | null> {
  const { forumId } = await db.forumSession.findUniqueOrThrow({ where: { id: sessionId }, select: { forumId: true } });
  const row = await db.forumSession.findFirst({
    where: { forumId, endedAt: null },
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, cycleAuthority: { select: { authority: { select: { shortName: true } } } } },
  });
  return row && { id: row.id, startsAt: row.startsAt, authority: row.cycleAuthority.authority.shortName };
}

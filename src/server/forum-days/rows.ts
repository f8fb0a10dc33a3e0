// What the database gives for a forum, and the forum made of it.
import type { Forum } from '@/domain/forums/forum';
import { dayOf } from '../days';
import type { Prisma } from '../prisma-client/client';

export const FORUM = {
  cycle: { select: { regionId: true } },
  group: { select: { id: true, name: true } },
  sessions: {
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: {
      cycleAuthority: { select: { authority: { select: { id: true, shortName: true } } } },
      challengers: { orderBy: [{ lead: 'desc' }, { authorityId: 'asc' }], include: { authority: { select: { id: true, shortName: true } } } },
    },
  },
} satisfies Prisma.ForumInclude;

export type ForumRow = Prisma.ForumGetPayload<{ include: typeof FORUM }>;

/** Who holds which post, on the day that matters. */
export interface Holders {
  /** DCSs by authority. */
  directors: ReadonlyMap<string, readonly string[]>;
  /** Of the posts that facilitate. */
  posts: ReadonlyMap<string, { name: string; personIds: readonly string[] }>;
}

export function forumOf(row: ForumRow, holders: Holders): Forum {
  const facilitator = row.facilitatorPostId ? holders.posts.get(row.facilitatorPostId) : undefined;
  const directorIds = (authorityId: string) => holders.directors.get(authorityId) ?? [];
  return {
    id: row.id,
    regionId: row.cycle.regionId,
    cycleId: row.cycleId,
    group: row.group,
    wave: row.wave,
    onDay: dayOf(row.onDay),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    venue: row.venue,
    room: row.room,
    facilitator: row.facilitatorPostId ? { postId: row.facilitatorPostId, post: facilitator?.name ?? '', personIds: facilitator?.personIds ?? [] } : null,
    sequence: row.sequence,
    cancelledAt: row.cancelledAt,
    cancelledWhy: row.cancelledWhy,
    heldAt: row.heldAt,
    sessions: row.sessions.map((session) => ({
      id: session.id,
      cycleAuthorityId: session.cycleAuthorityId,
      notesId: session.notesId,
      authority: { id: session.cycleAuthority.authority.id, name: session.cycleAuthority.authority.shortName },
      directorIds: directorIds(session.cycleAuthority.authority.id),
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      endedAt: session.endedAt,
      challengers: session.challengers.map(({ authority, lead }) => ({ id: authority.id, name: authority.shortName, lead, directorIds: directorIds(authority.id) })),
    })),
  };
}

import { audiencesOf, type Audience } from '@/domain/visibility';
import type { Actor } from '@/domain/model';
import type { Prisma } from './prisma-client/client';

export { audiencesOf };

/** The `where` of every list, search, count and export of documents: the same rule as domain/visibility.ts canSee(). */
export function visibleDocuments(actor: Pick<Actor, 'audiences'>, now: Date): Prisma.DocumentWhereInput {
  return { shares: { some: liveShares(actor.audiences, now) } };
}

export function liveShares(audiences: readonly Audience[], now: Date): Prisma.ShareWhereInput {
  return {
    audience: { in: [...audiences] },
    sinceAt: { lte: now },
    revokedAt: null,
    OR: [{ untilAt: null }, { untilAt: { gt: now } }],
  };
}

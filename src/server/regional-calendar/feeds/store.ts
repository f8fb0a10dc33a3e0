import { createHash, randomBytes } from 'node:crypto';
import type { Accepted } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import type { FeedFacts, NewFeed } from '@/domain/regional-calendar/feed';
import type { Tx } from '../../db';
import { isUuid, NotFound } from '../../not-found';

/** 256 bits, so that nobody guesses an address; kept as a hash, so that nobody reads one in the database. */
export function newFeedToken(): string {
  return randomBytes(32).toString('base64url');
}

export function feedTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export async function findOwnFeeds(tx: Tx, actor: Actor): Promise<FeedFacts[]> {
  return tx.calendarFeed.findMany({ where: { personId: actor.personId }, select: { id: true, name: true, revokedAt: true } });
}

/** One of the actor's own; anyone else's is not there. */
export async function findOwnFeed(tx: Tx, actor: Actor, feedId: string): Promise<FeedFacts> {
  const feed = isUuid(feedId) ? await tx.calendarFeed.findFirst({ where: { id: feedId, personId: actor.personId }, select: { id: true, name: true, revokedAt: true } }) : null;
  if (!feed) throw new NotFound();
  return feed;
}

export async function saveFeed(tx: Tx, actor: Actor, { change }: Accepted<NewFeed & { id: string }>, at: Date): Promise<void> {
  await tx.calendarFeed.create({ data: { ...change, personId: actor.personId, createdAt: at } });
}

export async function saveRevoking(tx: Tx, { change }: Accepted<{ id: string }>, at: Date): Promise<void> {
  await tx.calendarFeed.update({ where: { id: change.id, revokedAt: null }, data: { revokedAt: at } });
}

import { randomUUID } from 'node:crypto';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-calendar/feed';
import { transact } from '../../transact';
import { feedTokenHash, findOwnFeeds, newFeedToken, saveFeed } from './store';

/** The token is given back this once and kept nowhere. */
export async function makeFeed(actor: Actor, { name }: { name: string }, at: Date) {
  const token = newFeedToken();
  const decision = await transact(actor, at, async (tx) => {
    const made = rules.makeFeed(actor, await findOwnFeeds(tx, actor), { name, tokenHash: feedTokenHash(token) }, randomUUID());
    if (!isRefusal(made)) await saveFeed(tx, actor, made, at);
    return made;
  });
  return isRefusal(decision) ? decision : { ...decision, change: { ...decision.change, token } };
}

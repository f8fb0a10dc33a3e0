import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/regional-calendar/feed';
import { transact } from '../../transact';
import { findOwnFeed, saveRevoking } from './store';

export const revokeFeed = (actor: Actor, { feedId }: { feedId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const decision = rules.revokeFeed(await findOwnFeed(tx, actor, feedId));
    if (!isRefusal(decision)) await saveRevoking(tx, decision, at);
    return decision;
  });

import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/releases';
import { saveDocumentChange } from '../documents/save-change';
import { NotFound } from '../not-found';
import { transact } from '../transact';
import { findPack, findReleases, saveRevocation } from './store';

/** Withdraws what was released: from this moment it can no longer be opened. */
export const revokeRelease = (actor: Actor, { packId, releaseId }: { packId: string; releaseId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const pack = await findPack(tx, actor, packId, at);
    const release = (await findReleases(tx, packId)).find(({ id }) => id === releaseId);
    if (!release) throw new NotFound();
    const decision = rules.revokeRelease({ pack, release, now: at, actor });
    if (isRefusal(decision)) return decision;
    await saveDocumentChange(tx, actor, pack, { ...decision, change: decision.change.document }, at);
    await saveRevocation(tx, decision, at);
    return decision;
  });

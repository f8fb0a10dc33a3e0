import { addDays } from '@/domain/deadlines';
import { isRefusal } from '@/domain/decision';
import { atClock } from '@/domain/forums/clock';
import type { Actor, Day } from '@/domain/model';
import { releaseToOfsted } from '@/domain/releases';
import { saveDocumentChange } from '../documents/save-change';
import { transact } from '../transact';
import { findPack, findReleases, saveRelease } from './store';

interface ReleasePack {
  packId: string;
  /** The version that was on the page. */
  versionId: string;
  why: string;
  /** The last day on which Ofsted may read it. */
  untilOn: Day;
}

export const releasePack = (actor: Actor, { packId, versionId, why, untilOn }: ReleasePack, at: Date) =>
  transact(actor, at, async (tx) => {
    const pack = await findPack(tx, actor, packId, at);
    const releases = await findReleases(tx, packId);
    const decision = releaseToOfsted({ pack, releases, read: { versionId }, why, untilAt: atClock(addDays(untilOn, 1), '00:00'), now: at, actor });
    if (isRefusal(decision)) return decision;
    await saveDocumentChange(tx, actor, pack, { ...decision, change: decision.change.document }, at);
    await saveRelease(tx, actor, pack, decision, at);
    return decision;
  });

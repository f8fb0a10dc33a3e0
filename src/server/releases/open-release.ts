import { isRefusal } from '@/domain/decision';
import { subjectOf } from '@/domain/documents/subject';
import { actingAs, type Actor } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import * as rules from '@/domain/releases';
import { NotFound } from '../not-found';
import { transact } from '../transact';
import { findRelease, saveOpening } from './store';

/** Records that what was released has been opened. It is recorded before anything is shown. */
export const openRelease = (actor: Actor, { releaseId }: { releaseId: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const { release, pack } = await findRelease(tx, actor, releaseId, at);
    const capacity = capacityFor(actor, 'release.open', subjectOf(pack));
    if (!capacity) throw new NotFound();
    const decision = rules.openRelease({ pack, release, now: at, actor: actingAs(actor, capacity.id)! });
    if (!isRefusal(decision)) await saveOpening(tx, actor, decision, at);
    return decision;
  });

import { isRefusal } from '@/domain/decision';
import { eventOf } from '@/domain/documents/about';
import type { Actor } from '@/domain/model';
import * as rules from '@/domain/processes/move-to-version';
import { today } from '../days';
import { agreeSigned } from '../documents/agree-signed';
import { transact } from '../transact';
import { findCycleOfVersion, findVersion, saveVersionMove } from './versions/store';

/** Lets a running cycle go on by a newer version of its process: its dates follow, and what the version asks for is made. */
export const moveToVersion = (actor: Actor, { cycleId, toId, reason }: { cycleId: string; toId: string; reason: string }, at: Date) =>
  transact(actor, at, async (tx) => {
    const cycle = await findCycleOfVersion(tx, actor, cycleId, at);
    const to = await findVersion(tx, cycle.schedule.regionId, toId);
    const decision = rules.moveToVersion(actor, cycle, to, reason, today(at));
    if (isRefusal(decision)) return decision;
    const out = await saveVersionMove(tx, actor, { cycle, to }, decision, at);
    const moved = await agreeSigned(tx, actor, cycleId, decision, at);
    return { ...moved, change: { ...moved.change, version: to.version }, events: [...moved.events, ...out.map((document) => eventOf(document, 'document.put-for-signature'))] };
  });

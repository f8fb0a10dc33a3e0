import * as rules from '@/domain/chase';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findChase, saveReminders } from './store';

/** Sends what the coordinator has read. Who owes it is derived anew, so that nobody who has just done it gets it. */
export const sendReminders = (actor: Actor, { cycleId, written }: { cycleId: string; written: readonly rules.WrittenReminder[] }, at: Date) =>
  transact(actor, at, async (tx) => {
    const keys = [...new Set(written.map(({ key }) => key.split('|')[0]!))];
    const chase = await findChase(tx, actor, cycleId, keys, at);
    const decision = rules.sendReminders({
      actor,
      regionId: chase.facts.regionId,
      cycle: chase.facts,
      written,
      still: chase.reminders,
      sentToday: chase.sentToday,
    });
    if (!isRefusal(decision)) await saveReminders(tx, chase.facts, decision, at);
    return decision;
  });

import { isRefusal } from '@/domain/decision';
import type { Actor, Day } from '@/domain/model';
import { recordEnquiry as rule } from '@/domain/questions';
import { transact } from '../transact';
import { findPlace, saveEnquiry } from './store';

/** A key line of enquiry that Ofsted sent in advance about one authority. */
export const recordEnquiry = (actor: Actor, { cycleId, authorityId, text, receivedOn }: { cycleId: string; authorityId: string; text: string; receivedOn: Day }, at: Date) =>
  transact(actor, at, async (tx) => {
    const place = await findPlace(tx, actor, cycleId, authorityId);
    const decision = rule({ regionId: place.cycle.regionId, cycleId, authorityId, issued: Boolean(place.cycle.packsIssuedAt), actor, text });
    if (!isRefusal(decision)) await saveEnquiry(tx, actor, place.id, text, receivedOn);
    return decision;
  });

import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import type { Typed } from '@/domain/self-views/read-form';
import { db } from '@/server/db';
import { saveDraft } from '@/server/self-views/save-draft';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle } from '../../support/cycle';

export const SUMMER = new Date('2017-09-04T13:32:00Z');

/** Wigan's self-view in a cycle that was just opened, with everyone of the cast as an actor of that day. */
export async function aSelfView() {
  const ids = await castPeople();
  const as = (role: Role, at = SUMMER) => actorFor(ids[role], at);
  const cycle = await openTestCycle(await as('coordinator', new Date('2017-07-26T09:00:00Z')), { only: ['Wigan', 'Halton', 'Trafford'] });
  const documentId = cycle.document('self-view', 'Wigan');
  return { as, cycle, documentId };
}

export async function sectionRow(documentId: string, key: string) {
  return db.section.findUniqueOrThrow({ where: { documentId_key: { documentId, key } }, include: { revisions: { orderBy: [{ version: 'asc' }, { savedAt: 'asc' }] } } });
}

/** Saves and expects it to be accepted. */
export async function write(actor: Actor, documentId: string, sectionKey: string, typed: Typed, baseVersion: number, at = SUMMER, besideId: string | null = null) {
  const saved = await saveDraft(actor, { documentId, sectionKey, baseVersion, besideId, typed }, at);
  if (isRefusal(saved)) throw new Error(`${saved.refused}: ${saved.because}`);
  return saved.change;
}

export const eventsOf = async (documentId: string) => (await db.event.findMany({ where: { documentId }, orderBy: { id: 'asc' } })).map((event) => event.type);

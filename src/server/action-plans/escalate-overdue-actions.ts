import { escalationOf, isDueForEscalation, isWritten } from '@/domain/action-plans';
import { dateOf, today } from '../days';
import { db } from '../db';
import { unscopedDocument } from '../documents/find-document';
import { recordEvents } from '../events';
import { listOverdueActions, actionFacts, saveEscalation } from './store';

/**
 * What the product does each night: actions that have been overdue for longer than the grace are raised with the group lead, once.
 * Gives how many were raised.
 */
export async function escalateOverdueActions(at: Date): Promise<number> {
  const day = today(at);
  const candidates = await listOverdueActions(dateOf(day));
  let raised = 0;
  for (const row of candidates) {
    const action = actionFacts(row);
    if (!isDueForEscalation(action, day)) continue;
    await db.$transaction(async (tx) => {
      const plan = { ...(await unscopedDocument(tx, row.documentId)), actions: [action] };
      if (!isWritten(plan)) return;
      await saveEscalation(tx, action, at);
      await recordEvents(tx, null, at, escalationOf(plan, action));
      raised += 1;
    });
  }
  return raised;
}

import { escalateByItself } from '@/domain/action-plans';
import { isRefusal } from '@/domain/decision';
import { dateOf, today } from '../days';
import { transact } from '../transact';
import { listOverdueActions, saveEscalation, unscopedAction } from './store';

/**
 * What the product does each night: actions that have been overdue for longer than the grace are raised with the group lead, once.
 * Gives how many were raised.
 */
export async function escalateOverdueActions(at: Date): Promise<number> {
  const day = today(at);
  let raised = 0;
  for (const { id } of await listOverdueActions(dateOf(day))) {
    const decision = await transact(null, at, async (tx) => {
      const { plan, action } = await unscopedAction(tx, id);
      const decided = escalateByItself({ plan, action, today: day });
      if (!isRefusal(decided)) await saveEscalation(tx, action, at);
      return decided;
    });
    if (!isRefusal(decision)) raised += 1;
  }
  return raised;
}

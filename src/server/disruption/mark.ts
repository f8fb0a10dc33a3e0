import { createHash } from 'node:crypto';
import { isRefusal, type Refusal } from '@/domain/decision';
import { wordsOf, type Plan } from '@/domain/disruption/plan';

/** What a confirmation carries of the plan that was shown; empty where there is none. */
export function markOf(planned: Plan | Refusal): string {
  return isRefusal(planned) ? '' : createHash('sha256').update(wordsOf(planned)).digest('hex');
}

/** What every confirmation brings beside what has happened. */
export interface Confirmed {
  cycleId: string;
  reason: string;
  /** The mark of the plan that was shown. */
  shown: string;
}

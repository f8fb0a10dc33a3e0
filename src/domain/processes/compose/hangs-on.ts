import { ruleWords } from '../rule-words';
import type { ProcessTemplateDefinition, StepDefinition } from '../template';
import { listed } from '../in-words';
import { PER } from './words';

/** "Done for each authority, 36 days after the first forum of the wave. Waits for “Notes final”." */
export function hangsOn(step: StepDefinition, template: ProcessTemplateDefinition): string {
  const rule = ruleWords(step.due, template);
  const on = rule === 'day 0' || rule.startsWith('the ') ? `on ${rule}` : rule;
  const waits = step.waitsFor.map((key) => `“${template.steps.find((other) => other.key === key)?.name ?? key}”`);
  return `For ${PER[step.per].said}, due ${on}.${waits.length > 0 ? ` Waits for ${listed(waits)}.` : ''}`;
}

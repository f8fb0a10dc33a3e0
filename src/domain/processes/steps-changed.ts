// What is otherwise in a version of a process than in the one that the last cycle followed, in a line each, for whoever opens the next.
import { ruleWords } from './rule-words';
import type { ProcessTemplateDefinition } from './template';

export function stepsChanged(from: ProcessTemplateDefinition, to: ProcessTemplateDefinition): string[] {
  const [before, after] = [from, to].map(({ steps }) => new Map(steps.map((step) => [step.key, step])));
  return [
    ...to.steps.filter(({ key }) => !before!.has(key)).map(({ name, due }) => `New: ${name}, ${ruleWords(due, to)}.`),
    ...from.steps.filter(({ key }) => !after!.has(key)).map(({ name }) => `No longer: ${name}.`),
    ...to.steps.flatMap((step) => {
      const was = before!.get(step.key);
      if (!was) return [];
      const [then, now] = [ruleWords(was.due, from), ruleWords(step.due, to)];
      return [...(was.name === step.name ? [] : [`“${was.name}” is now called “${step.name}”.`]), ...(then === now ? [] : [`${step.name}: ${now}, not ${then}.`])];
    }),
  ];
}

// Who in a process refers to a part of it: what is referred to is not taken out from under the others.
import type { ProcessTemplateDefinition, StepDefinition } from '../template';

/** Each a clause: "“Notes agreed” waits for it". */
export function refersToStep({ steps }: ProcessTemplateDefinition, key: string): string[] {
  return steps.flatMap((step) => {
    if (step.key === key) return [];
    const counted = [step.due, step.opens].some((rule) => rule?.from === 'step' && rule.step === key);
    return [...(step.waitsFor.includes(key) ? [`“${step.name}” waits for it`] : []), ...(counted ? [`the date of “${step.name}” is counted from it`] : [])];
  });
}

export function refersToPhase({ steps }: ProcessTemplateDefinition, key: string): string[] {
  return steps.filter(({ phase }) => phase === key).map(({ name }) => `“${name}” stands in it`);
}

export function refersToPaper({ steps }: ProcessTemplateDefinition, key: string): string[] {
  return steps.filter(({ paper }) => paper === key).map(({ name }) => `“${name}” asks for it`);
}

export function refersToRole({ steps, papers }: ProcessTemplateDefinition, key: string): string[] {
  const peer = `peer:${key}`;
  const inStep = (step: StepDefinition) => step.role === key || [...step.who, ...step.signatories].some((party) => party === peer) || (step.opensTo ?? []).some((reader) => reader === `peers:${key}`);
  return [
    ...steps.filter(inStep).map(({ name }) => `“${name}” names it`),
    ...papers.filter(({ by, sectionsBy }) => by === peer || Object.values(sectionsBy).some((party) => party === peer)).map(({ name }) => `it writes in the ${name}`),
  ];
}

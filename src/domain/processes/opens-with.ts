import { DOCUMENT_NAMES } from '../documents/facts';
import { isPeerParty } from '../parties';
import type { ProcessTemplateDefinition } from './template';

const AT_ONCE = ['self-view', 'mou', 'action-plan'] as const;

/** What every authority has to write in as soon as a cycle of the process opens, by name. */
export function opensWith({ steps, papers }: Pick<ProcessTemplateDefinition, 'steps' | 'papers'>): string[] {
  const kinds = AT_ONCE.filter((kind) => steps.some(({ document }) => document === kind));
  return [...kinds.map((kind) => DOCUMENT_NAMES[kind]), ...papers.filter(({ per, by }) => per === 'authority' && !isPeerParty(by)).map(({ name }) => name)];
}

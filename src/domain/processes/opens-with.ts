import { nameOfKind } from '../documents/facts';
import { isPeerParty } from '../parties';
import type { ProcessTemplateDefinition } from './template';

const AT_ONCE = ['self-view', 'mou', 'action-plan'] as const;

/** What every authority has to write in as soon as a cycle of the process opens, by name. */
export function opensWith({ steps, papers, words }: Pick<ProcessTemplateDefinition, 'steps' | 'papers' | 'words'>): string[] {
  const kinds = AT_ONCE.filter((kind) => steps.some(({ document }) => document === kind));
  return [...kinds.map((kind) => nameOfKind(kind, words)), ...papers.filter(({ per, by }) => per === 'authority' && !isPeerParty(by)).map(({ name }) => name)];
}

// What a process says about one of its papers, gathered from the paper and from the steps that ask for it.
import { PAPER_ASKS, type PaperTerms } from '../documents/facts';
import type { ProcessTemplateDefinition, StepDefinition } from './template';

/** Slot of a paper's document: its key, and the group or the peer that it is of. */
export function paperSlot(key: string, of?: string | null): string {
  return of ? `${key}:${of}` : key;
}

export const paperKeyOf = (slot: string): string => slot.split(':')[0]!;

/** Nothing when the process (a newer version of it) has no such paper any more: then it is read and not written. */
export function paperTerms({ papers, steps }: Pick<ProcessTemplateDefinition, 'papers' | 'steps'>, slot: string): { paper?: PaperTerms } {
  const paper = papers.find(({ key }) => key === paperKeyOf(slot));
  if (!paper) return {};
  const asking = steps.filter((step) => step.paper === paper.key);
  const opens = (doneWhen: StepDefinition['doneWhen']) => asking.filter((step) => step.doneWhen === doneWhen).flatMap((step) => step.opensTo ?? []);
  return {
    paper: {
      key: paper.key,
      by: paper.by,
      sectionsBy: paper.sectionsBy,
      signatories: asking.find((step) => step.doneWhen === 'signed')?.signatories ?? [],
      readers: asking.filter((step) => step.doneWhen === 'read').flatMap((step) => step.who),
      asks: PAPER_ASKS.filter((ask) => asking.some((step) => step.doneWhen === ask)),
      opensTo: { 'handed-over': opens('handed-over'), signed: opens('signed'), issued: opens('issued') },
    },
  };
}

// What a process asks for, as far as pages that not every process needs go: forums with their notes, questions with their packs, a
// memorandum that is signed.
import type { DocumentKind } from '../documents/facts';
import type { UnderWay } from '../model';
import type { ProcessTemplateDefinition } from './template';

type Steps = Pick<ProcessTemplateDefinition, 'steps'>;
type Process = Pick<ProcessTemplateDefinition, 'steps' | 'words'>;

export const hasDocument = ({ steps }: Steps, kind: DocumentKind): boolean => steps.some(({ document }) => document === kind);

/** Days on which a group meets and each authority has a session. */
export function hasForums(process: Steps): boolean {
  return process.steps.some(({ doneWhen }) => doneWhen === 'forum-held' || doneWhen === 'prepared') || hasDocument(process, 'forum-notes');
}

/** Of each cycle that is open, its process. Where none is, nothing is left out: what was made in past ones is still read. */
export function underWay(processes: readonly Process[]): UnderWay {
  if (processes.length === 0) return { cycles: 0, forums: 'forum', questions: true };
  return { cycles: processes.length, forums: processes.find(hasForums)?.words.forum ?? null, questions: processes.some((process) => hasDocument(process, 'questions')) };
}

// What a process asks for, as far as pages that not every process needs go: forums with their notes, questions with their packs, a
// memorandum that is signed.
import type { DocumentKind } from '../documents/facts';
import { AUTHORITY_OFFICES, isPartner, type UnderWay } from '../model';
import { isOffice } from '../parties';
import type { ProcessTemplateDefinition } from './template';

type Steps = Pick<ProcessTemplateDefinition, 'steps'>;
type Process = Pick<ProcessTemplateDefinition, 'steps' | 'words'>;

export const hasDocument = ({ steps }: Steps, kind: DocumentKind): boolean => steps.some(({ document }) => document === kind);

/** Days on which a group meets and each authority has a session. */
export function hasForums(process: Steps): boolean {
  return process.steps.some(({ doneWhen }) => doneWhen === 'forum-held' || doneWhen === 'prepared') || hasDocument(process, 'forum-notes');
}

/** Each place in it is that of a partnership: its steps fall to agencies that work with an authority, and none to the authority itself. */
export function isOfPartnerships({ steps }: Steps): boolean {
  const offices = steps.flatMap(({ who }) => who.filter(isOffice));
  return offices.some(isPartner) && !offices.some((office) => AUTHORITY_OFFICES.some((own) => own === office));
}

/** Of each cycle that is open, its process. Where none is, nothing is left out: what was made in past ones is still read. */
export function underWay(processes: readonly Process[]): UnderWay {
  if (processes.length === 0) return { cycles: 0, forums: 'forum', questions: true };
  return { cycles: processes.length, forums: processes.find(hasForums)?.words.forum ?? null, questions: processes.some((process) => hasDocument(process, 'questions')) };
}

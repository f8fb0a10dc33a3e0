// A draft is changed in place by the coordinator of its region; a version that is published stays as it is, since cycles run by it.
import { decide, refuse, type Decision, type Refusal } from '../../decision';
import type { Actor } from '../../model';
import { processTemplate, type ProcessTemplateDefinition } from '../template';
import { applyEdit, type ProcessEdit } from './edit';
import { tooMuchIn } from './limits';
import { changedMeanwhile, partOf } from './parts-of';
import { titleTaken, type Titled } from './titles';
import { isSame } from './what-changed';

/** A version of a process, draft or published. */
export interface ProcessFacts {
  id: string;
  regionId: string;
  /** The same in every version of one process. */
  key: string;
  version: number;
  /** shipped with the product, or the region's own */
  origin: string;
  saves: number;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  definition: ProcessTemplateDefinition;
}

export interface ProcessChanged {
  definition: ProcessTemplateDefinition;
  made: string | null;
}

interface Change {
  actor: Actor;
  process: ProcessFacts;
  /** Every process of the region. */
  families: readonly Titled[];
  /** The save that the page showed. */
  saves: number;
  /** The part that is changed, as the page showed it (partText). */
  over: string;
  edit: ProcessEdit;
}

export function changeProcess({ actor, process, families, saves, over, edit }: Change): Decision<ProcessChanged> {
  return decide(actor, 'process.compose', { regionId: process.regionId }, () => {
    if (process.publishedAt) return refuse('published', PUBLISHED);
    const part = partOf(edit);
    const meanwhile = part && saves !== process.saves ? changedMeanwhile(process.definition, part, over) : null;
    if (meanwhile) return meanwhile;
    const edited = applyEdit(process.definition, edit);
    if ('refused' in edited) return edited;
    if (isSame(edited.definition, process.definition)) return refuse('nothing-new', 'Nothing was changed.');
    const { title } = edited.definition;
    const fault = notKept(edited.definition) ?? (title === process.definition.title ? null : titleTaken({ key: process.key, title }, families));
    if (fault) return fault;
    return {
      change: { definition: edited.definition, made: edited.made ?? null },
      events: [{ type: 'process.changed', regionId: process.regionId, subjectId: process.id, data: { process: edited.definition.title, what: WHAT[edit.is] } }],
    };
  });
}

export const PUBLISHED = 'This version is published and stays as it is, since cycles run by it. Start a new version to change it.';

/** What is kept can be read again, and is of a size that can be worked with. */
function notKept(definition: ProcessTemplateDefinition): Refusal | null {
  const tooMuch = tooMuchIn(definition);
  if (tooMuch) return refuse('too-much', `“${tooMuch.path.findLast((part) => typeof part === 'string') ?? 'The process'}” ${tooMuch.says}.`);
  const parsed = processTemplate.safeParse(definition);
  return parsed.success ? null : refuse('not-a-process', `This cannot be kept: “${parsed.error.issues[0]!.path.join(' ')}” is not as it must be.`);
}

const WHAT: Record<ProcessEdit['is'], string> = {
  'change-shape': 'its title, length or words',
  'change-phases': 'its phases',
  'remove-phase': 'its phases',
  'change-waves': 'its waves',
  'remove-wave': 'its waves',
  move: 'its order',
  'add-step': 'a step was added',
  'change-step': 'a step',
  'remove-step': 'a step was removed',
  'add-paper': 'a paper was added',
  'change-paper': 'a paper',
  'remove-paper': 'a paper was removed',
  'add-section': 'a paper',
  'change-section': 'a paper',
  'remove-section': 'a paper',
  'move-section': 'a paper',
  'add-role': 'a role was added',
  'change-role': 'a role',
  'remove-role': 'a role was removed',
};

// Two people may have one draft open. An edit names the part as it stood on the page: whoever changed another part meanwhile is in nobody's
// way, and whoever changed this one is told of, before anything is overwritten.
import { refuse, type Refusal } from '../../decision';
import { paperDefinition, roleDefinition, stepDefinition, type ProcessTemplateDefinition } from '../template';
import type { ProcessEdit, Shape } from './edit';
import { isSame, paperChanges, roleChanges, shapeChanges, stepChanges } from './what-changed';

/** What one form holds. */
export type ProcessPart =
  | { is: 'shape' }
  | { is: 'phases' }
  | { is: 'waves' }
  | { is: 'step' | 'paper' | 'role'; key: string }
  | { is: 'section'; paper: string; key: string };

/** The part that an edit replaces or removes; null where it only adds or changes the order. */
export function partOf(edit: ProcessEdit): ProcessPart | null {
  switch (edit.is) {
    case 'change-shape':
      return { is: 'shape' };
    case 'change-phases':
    case 'remove-phase':
      return { is: 'phases' };
    case 'change-waves':
    case 'remove-wave':
      return { is: 'waves' };
    case 'change-step':
    case 'remove-step':
      return { is: 'step', key: edit.key };
    case 'change-paper':
    case 'remove-paper':
      return { is: 'paper', key: edit.key };
    case 'change-role':
    case 'remove-role':
      return { is: 'role', key: edit.key };
    case 'change-section':
    case 'remove-section':
      return { is: 'section', paper: edit.paper, key: edit.key };
    default:
      return null;
  }
}

/** As a page carries it along, to be compared when it comes back. */
export function partText(definition: ProcessTemplateDefinition, part: ProcessPart): string {
  return JSON.stringify(valueOf(definition, part) ?? null);
}

function valueOf(definition: ProcessTemplateDefinition, part: ProcessPart): unknown {
  switch (part.is) {
    case 'shape':
      return shapeOf(definition);
    case 'phases':
      return definition.phases;
    case 'waves':
      return definition.waves;
    case 'step':
      return definition.steps.find(({ key }) => key === part.key);
    case 'paper':
      return definition.papers.find(({ key }) => key === part.key);
    case 'role':
      return definition.roles.find(({ key }) => key === part.key);
    case 'section': {
      const paper = definition.papers.find(({ key }) => key === part.paper);
      const section = paper?.sections.find(({ key }) => key === part.key);
      return section && { section, by: (Object.hasOwn(paper!.sectionsBy, part.key) && paper!.sectionsBy[part.key]) || null };
    }
  }
}

export function shapeOf({ title, suffix, about, anchorName, spans, grouping, leads, rounds, words }: ProcessTemplateDefinition): Shape {
  return { title, suffix, about, anchorName, spans, grouping, leads, ...(rounds ? { rounds } : {}), words };
}

/** Null when the part is as it stood on the page. */
export function changedMeanwhile(definition: ProcessTemplateDefinition, part: ProcessPart, over: string): Refusal | null {
  const before = parsed(over);
  const now = valueOf(definition, part);
  if (isSame(before, now)) return null;
  if (now === undefined) return refuse('gone', 'It has been removed meanwhile: the draft does not have it any more.');
  const changes = inWords(definition, part, before);
  return refuse('changed-meanwhile', `Somebody has changed this while you had it open. ${changes.length > 0 ? `${changes.join(' ')} ` : ''}What you typed is still here: read it again, and save it if it is right.`);
}

function inWords(definition: ProcessTemplateDefinition, part: ProcessPart, before: unknown): string[] {
  switch (part.is) {
    case 'shape': {
      const keys = Object.keys(shapeOf(definition));
      const isWhole = typeof before === 'object' && before !== null && keys.every((key) => key in before);
      return isWhole ? shapeChanges(before as Shape, definition) : [];
    }
    case 'step': {
      const was = stepDefinition.safeParse(before);
      return was.success ? stepChanges(was.data, definition.steps.find(({ key }) => key === part.key)!, { from: definition, to: definition }) : [];
    }
    case 'paper': {
      const was = paperDefinition.safeParse(before);
      return was.success ? paperChanges(was.data, definition.papers.find(({ key }) => key === part.key)!, { from: definition, to: definition }) : [];
    }
    case 'role': {
      const was = roleDefinition.safeParse(before);
      return was.success ? roleChanges(was.data, definition.roles.find(({ key }) => key === part.key)!) : [];
    }
    default:
      return [];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// A process is altered by small edits, each of which leaves a process that can be read, even while it cannot be run yet. What others refer
// to is not removed, and the refusal names them.
import { refuse, type Refusal } from '../../decision';
import type { Party } from '../../parties';
import type { PaperDefinition, ProcessTemplateDefinition, RoleDefinition, StepDefinition } from '../template';
import { newPaper, newRole, newSection, newStep, type NewPaper, type NewStep } from './beginnings';
import { keyFor, keysOf } from './keys';
import { listed } from '../in-words';
import { refersToPaper, refersToPhase, refersToRole, refersToStep } from './references';

type Section = PaperDefinition['sections'][number];

export type Shape = Pick<ProcessTemplateDefinition, 'title' | 'suffix' | 'about' | 'anchorName' | 'spans' | 'grouping' | 'leads' | 'rounds' | 'words'>;
type Wave = ProcessTemplateDefinition['waves'][number];

export type ProcessEdit =
  | { is: 'change-shape'; to: Shape }
  | { is: 'change-phases'; names: Readonly<Record<string, string>>; add: string }
  | { is: 'remove-phase'; key: string }
  | { is: 'change-waves'; waves: readonly Wave[]; add: Omit<Wave, 'key'> | null }
  | { is: 'remove-wave'; key: string }
  | { is: 'move'; what: 'step' | 'phase' | 'wave'; key: string; by: -1 | 1 }
  | { is: 'add-step'; step: NewStep }
  | { is: 'change-step'; key: string; to: Omit<StepDefinition, 'key'> }
  | { is: 'remove-step'; key: string }
  | { is: 'add-paper'; paper: NewPaper }
  | { is: 'change-paper'; key: string; to: Pick<PaperDefinition, 'name' | 'per' | 'by'> }
  | { is: 'remove-paper'; key: string }
  | { is: 'add-section'; paper: string; title: string }
  | { is: 'change-section'; paper: string; key: string; to: Omit<Section, 'key'>; by: Party | null }
  | { is: 'remove-section'; paper: string; key: string }
  | { is: 'move-section'; paper: string; key: string; by: -1 | 1 }
  | { is: 'add-role'; name: string }
  | { is: 'change-role'; key: string; to: Omit<RoleDefinition, 'key'> }
  | { is: 'remove-role'; key: string };

export interface Edited {
  definition: ProcessTemplateDefinition;
  /** Key of what was added. */
  made?: string;
}

export function applyEdit(definition: ProcessTemplateDefinition, edit: ProcessEdit): Edited | Refusal {
  switch (edit.is) {
    case 'change-shape':
      return { definition: { ...definition, ...edit.to } };
    case 'change-phases':
      return changePhases(definition, edit);
    case 'change-waves':
      return changeWaves(definition, edit);
    case 'remove-phase':
      return removed(definition, 'phases', edit.key, refersToPhase(definition, edit.key));
    case 'remove-wave':
      return removed(definition, 'waves', edit.key, []);
    case 'move':
      return moved(definition, edit);
    case 'add-step': {
      const step = newStep(definition, edit.step);
      return { definition: { ...definition, steps: inPhase(definition.steps, step) }, made: step.key };
    }
    case 'change-step':
      return changeStep(definition, edit);
    case 'remove-step':
      return removed(definition, 'steps', edit.key, refersToStep(definition, edit.key));
    case 'add-role': {
      const role = newRole(definition, edit.name);
      return { definition: { ...definition, roles: [...definition.roles, role] }, made: role.key };
    }
    case 'change-role':
      return changed(definition, 'roles', edit.key, (role) => ({ ...role, ...edit.to }));
    case 'remove-role':
      return removed(definition, 'roles', edit.key, refersToRole(definition, edit.key));
    default:
      return editPapers(definition, edit);
  }
}

type OfPapers = Extract<ProcessEdit, { is: 'add-paper' | 'change-paper' | 'remove-paper' | 'add-section' | 'change-section' | 'remove-section' | 'move-section' }>;

function editPapers(definition: ProcessTemplateDefinition, edit: OfPapers): Edited | Refusal {
  switch (edit.is) {
    case 'add-paper': {
      const paper = newPaper(definition, edit.paper);
      return { definition: { ...definition, papers: [...definition.papers, paper] }, made: paper.key };
    }
    case 'change-paper':
      return changed(definition, 'papers', edit.key, (paper) => ({ ...paper, ...edit.to }));
    case 'remove-paper':
      return removed(definition, 'papers', edit.key, refersToPaper(definition, edit.key));
  }
  const paper = definition.papers.find(({ key }) => key === edit.paper);
  if (!paper || (edit.is !== 'add-section' && !paper.sections.some(({ key }) => key === edit.key))) return gone();
  const withPaper = (change: Partial<PaperDefinition>) => changed(definition, 'papers', paper.key, (now) => ({ ...now, ...change }));
  switch (edit.is) {
    case 'add-section': {
      const section = newSection(paper.sections, edit.title);
      return { ...(withPaper({ sections: [...paper.sections, section] }) as Edited), made: section.key };
    }
    case 'change-section': {
      const others = without(paper.sectionsBy, edit.key);
      const sections = paper.sections.map((section) => (section.key === edit.key ? { ...section, ...edit.to } : section));
      return withPaper({ sections, sectionsBy: edit.by ? { ...others, [edit.key]: edit.by } : others });
    }
    case 'remove-section': {
      if (paper.sections.length === 1) return refuse('the-last', `The ${paper.name} have no other section. Remove the whole paper, or change this section.`);
      return withPaper({ sections: paper.sections.filter(({ key }) => key !== edit.key), sectionsBy: without(paper.sectionsBy, edit.key) });
    }
    case 'move-section':
      return swapped(paper.sections, edit.key, edit.by, (sections) => withPaper({ sections }));
  }
}

const without = <Value>(record: Readonly<Record<string, Value>>, key: string) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** At the end of its phase, so that the list keeps the order in which it is read. */
function inPhase(steps: readonly StepDefinition[], step: StepDefinition): StepDefinition[] {
  const last = steps.findLastIndex(({ phase }) => phase === step.phase);
  return last < 0 ? [...steps, step] : [...steps.slice(0, last + 1), step, ...steps.slice(last + 1)];
}

function changeStep(definition: ProcessTemplateDefinition, { key, to }: Extract<ProcessEdit, { is: 'change-step' }>): Edited | Refusal {
  const before = definition.steps.find((step) => step.key === key);
  if (!before) return gone();
  const step = { ...before, ...to, key };
  if (before.phase === step.phase) return changed(definition, 'steps', key, () => step);
  return { definition: { ...definition, steps: inPhase(definition.steps.filter((other) => other.key !== key), step) } };
}

function changePhases(definition: ProcessTemplateDefinition, { names, add }: Extract<ProcessEdit, { is: 'change-phases' }>): Edited {
  const phases = definition.phases.map((phase) => ({ ...phase, name: names[phase.key] || phase.name }));
  return { definition: { ...definition, phases: add ? [...phases, { key: keyFor(add, keysOf(phases)), name: add }] : phases } };
}

function changeWaves(definition: ProcessTemplateDefinition, { waves: wanted, add }: Extract<ProcessEdit, { is: 'change-waves' }>): Edited {
  const waves = definition.waves.map((wave) => ({ ...wave, ...wanted.find(({ key }) => key === wave.key) }));
  return { definition: { ...definition, waves: add ? [...waves, { key: keyFor(add.name, keysOf(waves)), ...add }] : waves } };
}

type Lists = Pick<ProcessTemplateDefinition, 'steps' | 'papers' | 'roles' | 'phases' | 'waves'>;

function changed<Of extends keyof Lists>(definition: ProcessTemplateDefinition, of: Of, key: string, to: (item: Lists[Of][number]) => Lists[Of][number]): Edited | Refusal {
  const items: readonly Lists[Of][number][] = definition[of];
  if (!items.some((item) => item.key === key)) return gone();
  return { definition: { ...definition, [of]: items.map((item) => (item.key === key ? to(item) : item)) } };
}

const WORDS: Record<keyof Lists, string> = { steps: 'step', papers: 'paper', roles: 'role', phases: 'phase', waves: 'wave' };
const AT_LEAST_ONE: readonly (keyof Lists)[] = ['steps', 'phases', 'waves'];

function removed(definition: ProcessTemplateDefinition, of: keyof Lists, key: string, referred: readonly string[]): Edited | Refusal {
  const items: readonly { key: string; name: string }[] = definition[of];
  const item = items.find((one) => one.key === key);
  if (!item) return gone();
  if (referred.length > 0) return refuse('referred-to', `“${item.name}” cannot be removed: ${listed(referred)}.`);
  if (items.length === 1 && AT_LEAST_ONE.includes(of)) return refuse('the-last', `“${item.name}” is the only ${WORDS[of]}. A process has at least one.`);
  return { definition: { ...definition, [of]: items.filter((one) => one.key !== key) } };
}

function moved(definition: ProcessTemplateDefinition, { what, key, by }: Extract<ProcessEdit, { is: 'move' }>): Edited | Refusal {
  if (what === 'phase') return swapped(definition.phases, key, by, (phases) => ({ definition: { ...definition, phases } }));
  if (what === 'wave') return swapped(definition.waves, key, by, (waves) => ({ definition: { ...definition, waves } }));
  const step = definition.steps.find((one) => one.key === key);
  if (!step) return gone();
  const together = definition.steps.filter(({ phase }) => phase === step.phase);
  return swapped(together, key, by, (inOrder) => {
    const next = inOrder.values();
    return { definition: { ...definition, steps: definition.steps.map((one) => (one.phase === step.phase ? next.next().value! : one)) } };
  });
}

/** Changes places with its neighbour; at either end there is none. */
function swapped<Item extends { key: string }>(items: readonly Item[], key: string, by: -1 | 1, done: (items: Item[]) => Edited | Refusal): Edited | Refusal {
  const from = items.findIndex((item) => item.key === key);
  const to = from + by;
  if (from < 0) return gone();
  if (to < 0 || to >= items.length) return refuse('at-the-end', `It stands ${by < 0 ? 'first' : 'last'} already.`);
  const inOrder = [...items];
  [inOrder[from], inOrder[to]] = [inOrder[to]!, inOrder[from]!];
  return done(inOrder);
}

function gone(): Refusal {
  return refuse('gone', 'It has been removed meanwhile: this version of the process does not have it any more.');
}

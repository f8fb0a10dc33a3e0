// A process can be run only if every step can be reached, done by someone and met in time; what is wrong is named before a cycle opens.
import { AUTHORITY_OFFICES, GROUP_OFFICES, PARTNER_OFFICES, REGION_OFFICES } from '../model';
import { isPeerParty, partyName, roleOf, type Party } from '../parties';
import { conflictsIn, type Conflict } from './conflicts';
import { scheduleOf, type Place } from './schedule';
import type { DoneWhen, PaperDefinition, ProcessTemplateDefinition, StepDefinition } from './template';

/** What is wrong with a template, a sentence each; empty when nothing is. */
export function templateFaults(template: ProcessTemplateDefinition): string[] {
  const references = [...namedTwice(template), ...unknownReferences(template)];
  const people = [...template.steps.flatMap((step) => nobodyCan(step, template)), ...template.papers.flatMap((paper) => nobodyWrites(paper, template))];
  if (references.length > 0) return [...references, ...people];
  const circle = circleIn(template);
  if (circle) return [`${circle.map((step) => step.name).join(' waits for ')}: that is a circle.`, ...people];
  return [...people, ...datesNotMet(template)];
}

function namedTwice({ steps, waves, phases, papers, roles }: ProcessTemplateDefinition): string[] {
  return [...twice('Step', steps), ...twice('Wave', waves), ...twice('Phase', phases), ...twice('Paper', papers), ...twice('Role', roles)];
}

function twice(what: string, items: readonly { key: string }[]): string[] {
  const keys = items.map((item) => item.key);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))].map((key) => `${what} ${key} stands there twice.`);
}

function unknownReferences({ steps, phases }: ProcessTemplateDefinition): string[] {
  const known = new Set(steps.map((step) => step.key));
  const knownPhases = new Set(phases.map((phase) => phase.key));
  return steps.flatMap((step) => [
    ...references(step)
      .filter((key) => !known.has(key))
      .map((key) => `${step.name} refers to a step ${key}, which there is not.`),
    ...(knownPhases.has(step.phase) ? [] : [`${step.name} stands in a phase ${step.phase}, which there is not.`]),
  ]);
}

/** Everything that a step depends on: what it waits for, and the steps that its dates are counted from. */
function references(step: StepDefinition): string[] {
  const rules = step.opens ? [step.due, step.opens] : [step.due];
  return [...step.waitsFor, ...rules.flatMap((rule) => (rule.from === 'step' ? [rule.step] : []))];
}

function circleIn({ steps }: ProcessTemplateDefinition): StepDefinition[] | null {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const cleared = new Set<string>();
  const follow = (step: StepDefinition, path: readonly StepDefinition[]): StepDefinition[] | null => {
    const from = path.indexOf(step);
    if (from >= 0) return [...path.slice(from), step];
    if (cleared.has(step.key)) return null;
    for (const key of references(step)) {
      const circle = follow(byKey.get(key)!, [...path, step]);
      if (circle) return circle;
    }
    cleared.add(step.key);
    return null;
  };
  for (const step of steps) {
    const circle = follow(step, []);
    if (circle) return circle;
  }
  return null;
}

const OFFICES_AT: Record<StepDefinition['per'], readonly Party[]> = {
  region: REGION_OFFICES,
  wave: REGION_OFFICES,
  group: [...GROUP_OFFICES, ...REGION_OFFICES, 'set-lead', 'set-members'],
  'task-group': [...REGION_OFFICES, 'set-lead', 'set-members'],
  authority: [...AUTHORITY_OFFICES, ...PARTNER_OFFICES, ...GROUP_OFFICES, ...REGION_OFFICES, 'lead-challenger', 'set-lead', 'set-members'],
};

const NEEDS_NO_DOCUMENT: readonly DoneWhen[] = ['cycle-opened', 'recorded', 'issued', 'forum-held', 'pack-read', 'prepared', 'assigned'];
const OF_A_PAPER: readonly DoneWhen[] = ['handed-over', 'signed', 'issued', 'read'];

function nobodyCan(step: StepDefinition, template: ProcessTemplateDefinition): string[] {
  const faults: string[] = [];
  const isPlaced = (party: Party) => (isPeerParty(party) ? step.per === 'authority' && hasRole(template, roleOf(party)) : OFFICES_AT[step.per].includes(party));
  const placed = step.who.filter(isPlaced);
  if (placed.length === 0) faults.push(`Nobody can do ${step.name}: no ${step.who.map(partyName).join(' or ')} acts for ${PER_WORDS[step.per]}.`);
  if (step.who.includes('lead-challenger') && template.leads === 'none') faults.push(`Nobody can do ${step.name}: this process has no lead peer challengers.`);
  if (step.doneWhen === 'signed' && step.signatories.length === 0) faults.push(`Nobody can do ${step.name}: it is to be signed and names no signatory.`);
  if (step.doneWhen === 'assigned' && !step.role) faults.push(`Nobody can do ${step.name}: it names no role for which someone is found.`);
  if (step.document && step.paper) faults.push(`${step.name} names a document and a paper: it can be about one of them only.`);
  if (!step.document && !step.paper && !NEEDS_NO_DOCUMENT.includes(step.doneWhen)) faults.push(`Nobody can do ${step.name}: it names no document.`);
  if (step.paper) faults.push(...paperFaults(step, template));
  else if (step.doneWhen === 'handed-over') faults.push(`Nobody can do ${step.name}: only a paper of the process is handed over.`);
  const strangers = step.signatories.filter((party) => (isPeerParty(party) ? !hasRole(template, roleOf(party)) : !signsAt(step).includes(party)));
  if (strangers.length > 0) faults.push(`Nobody can sign at ${step.name} as ${strangers.map(partyName).join(' or ')}: there is no such post at ${PER_WORDS[step.per]}.`);
  return faults;
}

/** Documents that are not papers of the process are signed by posts of the authority or of the region alone. */
function signsAt({ per, paper }: StepDefinition): readonly Party[] {
  if (paper) return per === 'authority' ? [...AUTHORITY_OFFICES, ...PARTNER_OFFICES, 'lead-challenger'] : [...REGION_OFFICES, 'set-lead', 'set-members'];
  return per === 'authority' ? AUTHORITY_OFFICES : REGION_OFFICES;
}

function paperFaults(step: StepDefinition, { papers }: ProcessTemplateDefinition): string[] {
  const paper = papers.find(({ key }) => key === step.paper);
  if (!paper) return [`${step.name} refers to a paper ${step.paper}, which there is not.`];
  if (!OF_A_PAPER.includes(step.doneWhen)) return [`${step.name} cannot be done: a paper is handed over, signed, issued or read.`];
  return paper.per === step.per ? [] : [`${step.name} is done for ${PER_WORDS[step.per]}, and the ${paper.name} stand for ${PER_WORDS[paper.per]}.`];
}

/** A paper that no post writes, or that no step asks for, is a fault of the process. */
function nobodyWrites(paper: PaperDefinition, template: ProcessTemplateDefinition): string[] {
  const faults: string[] = [];
  if (!template.steps.some((step) => step.paper === paper.key)) faults.push(`No step asks for the ${paper.name}.`);
  if (isPeerParty(paper.by) ? paper.per !== 'authority' || !hasRole(template, roleOf(paper.by)) : !OFFICES_AT[paper.per].includes(paper.by)) {
    faults.push(`Nobody writes the ${paper.name}: no ${partyName(paper.by)} acts for ${PER_WORDS[paper.per]}.`);
  }
  const sections = new Set(paper.sections.map(({ key }) => key));
  return [...faults, ...Object.keys(paper.sectionsBy).filter((key) => !sections.has(key)).map((key) => `The ${paper.name} give a section ${key} to somebody, which there is not.`)];
}

const hasRole = ({ roles }: ProcessTemplateDefinition, key: string) => roles.some((role) => role.key === key);

const PER_WORDS: Record<StepDefinition['per'], string> = { region: 'the region', wave: 'a wave', group: 'a group', 'task-group': 'a task and finish group', authority: 'an authority' };

/** Laid out for one authority in each wave and group, with an ordinary day 0. */
function datesNotMet(template: ProcessTemplateDefinition): string[] {
  const places: Place[] = template.waves.flatMap((wave) =>
    wave.forumOffsets.map((_, index) => ({ authorityId: `${wave.key}-${index + 1}`, groupId: `${index + 1}`, groupOrdinal: index + 1, wave: wave.key })),
  );
  const conflicts = conflictsIn(scheduleOf({ template, anchorOn: template.ordinaryAnchor, places, taskGroupIds: ['task'] }));
  return [...new Set(conflicts.map(sentence))];
}

function sentence(conflict: Conflict): string {
  const { name } = conflict.day.step;
  switch (conflict.is) {
    case 'too-early':
      return `${name} cannot be met: it is due before ${conflict.awaited.step.name}, for which it waits.`;
    case 'opens-too-late':
      return `${name} cannot be met: it opens after it is due.`;
    case 'outside-the-cycle':
      return `${name} cannot be met: its date is outside the cycle.`;
  }
}

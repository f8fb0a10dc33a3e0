// A process can be run only if every step can be reached, done by someone and met in time; what is wrong is named before a cycle opens.
import { AUTHORITY_OFFICES, GROUP_OFFICES, REGION_OFFICES, OFFICE_NAMES, type Office } from '../model';
import { conflictsIn, type Conflict } from './conflicts';
import { scheduleOf, type Place } from './schedule';
import type { DoneWhen, ProcessTemplateDefinition, StepDefinition } from './template';

/** What is wrong with a template, a sentence each; empty when nothing is. */
export function templateFaults(template: ProcessTemplateDefinition): string[] {
  const references = [...namedTwice(template), ...unknownReferences(template)];
  const people = template.steps.flatMap(nobodyCan);
  if (references.length > 0) return [...references, ...people];
  const circle = circleIn(template);
  if (circle) return [`${circle.map((step) => step.name).join(' waits for ')}: that is a circle.`, ...people];
  return [...people, ...datesNotMet(template)];
}

function namedTwice({ steps, waves, phases }: ProcessTemplateDefinition): string[] {
  return [...twice('Step', steps), ...twice('Wave', waves), ...twice('Phase', phases)];
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

const OFFICES_AT: Record<StepDefinition['per'], readonly (Office | 'lead-challenger')[]> = {
  region: REGION_OFFICES,
  group: [...GROUP_OFFICES, ...REGION_OFFICES],
  authority: [...AUTHORITY_OFFICES, ...GROUP_OFFICES, ...REGION_OFFICES, 'lead-challenger'],
};

const NEEDS_NO_DOCUMENT: readonly DoneWhen[] = ['cycle-opened', 'recorded', 'issued', 'forum-held', 'pack-read', 'prepared'];

function nobodyCan(step: StepDefinition): string[] {
  const faults: string[] = [];
  const placed = step.who.filter((office) => OFFICES_AT[step.per].includes(office));
  if (placed.length === 0) faults.push(`Nobody can do ${step.name}: no ${step.who.map(officeName).join(' or ')} acts for ${PER_WORDS[step.per]}.`);
  if (step.doneWhen === 'signed' && step.signatories.length === 0) faults.push(`Nobody can do ${step.name}: it is to be signed and names no signatory.`);
  if (!step.document && !NEEDS_NO_DOCUMENT.includes(step.doneWhen)) faults.push(`Nobody can do ${step.name}: it names no document.`);
  const strangers = step.signatories.filter((office) => !(step.per === 'authority' ? AUTHORITY_OFFICES : REGION_OFFICES).some((known) => known === office));
  if (strangers.length > 0) faults.push(`Nobody can sign at ${step.name} as ${strangers.map(officeName).join(' or ')}: there is no such post at ${PER_WORDS[step.per]}.`);
  return faults;
}

const PER_WORDS: Record<StepDefinition['per'], string> = { region: 'the region', group: 'a group', authority: 'an authority' };

const officeName = (office: Office | 'lead-challenger') => (office === 'lead-challenger' ? 'lead peer challenger' : OFFICE_NAMES[office]);

/** Laid out for one authority in each wave and group, with an ordinary day 0. */
function datesNotMet(template: ProcessTemplateDefinition): string[] {
  const places: Place[] = template.waves.flatMap((wave) =>
    wave.forumOffsets.map((_, index) => ({ authorityId: `${wave.key}-${index + 1}`, groupId: `${index + 1}`, groupOrdinal: index + 1, wave: wave.key })),
  );
  const conflicts = conflictsIn(scheduleOf({ template, anchorOn: '2017-11-23', places }));
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

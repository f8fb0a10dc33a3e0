// A process can be run only if every step can be reached, done by someone and met in time; what is wrong is named before a cycle opens,
// and where: beside the step, the paper or the role that is to be mended.
import { AUTHORITY_OFFICES, GROUP_OFFICES, PARTNER_OFFICES, REGION_OFFICES } from '../model';
import { isPeerParty, partyName, roleOf, type Party } from '../parties';
import { takesOf, wayOf } from './compose/ways';
import { datesNotMet } from './date-faults';
import { isPlural, listed, numberWord } from './in-words';
import type { DoneWhen, PaperDefinition, ProcessTemplateDefinition, RoleDefinition, StepDefinition } from './template';

/** Where in a process something stands. */
export type ProcessPlace = { is: 'process' } | { is: PartKind; key: string };
export type PartKind = 'step' | 'paper' | 'role' | 'phase' | 'wave';

export interface Fault {
  /** The places that it concerns, the first the one to mend. */
  at: readonly [ProcessPlace, ...ProcessPlace[]];
  says: string;
}

/** What is wrong with a template, a sentence each; empty when nothing is. */
export function templateFaults(template: ProcessTemplateDefinition): string[] {
  return faultsOf(template).map(({ says }) => says);
}

/** The same with the places of each. */
export function faultsOf(template: ProcessTemplateDefinition): Fault[] {
  const references = [...namedTwice(template), ...unknownReferences(template)];
  const people = [...template.steps.flatMap((step) => nobodyCan(step, template)), ...template.papers.flatMap((paper) => nobodyWrites(paper, template)), ...template.roles.flatMap((role) => nobodyIs(role, template))];
  if (references.length > 0) return [...references, ...people];
  const circle = circleIn(template);
  if (circle) return [circleFault(circle), ...people];
  return [...people, ...datesNotMet(template)];
}

/** Whether its dates can be worked out at all: they hang on steps that are there, and on none that hangs on them. */
export function canBeDated(template: ProcessTemplateDefinition): boolean {
  return unknownReferences(template).length === 0 && circleIn(template) === null;
}

/** Those that are to be read beside one step, paper or role. */
export function faultsAt(faults: readonly Fault[], is: PartKind, key: string): string[] {
  return faults.filter(({ at }) => at.some((place) => place.is === is && place.key === key)).map(({ says }) => says);
}

export const atStep = ({ key }: Pick<StepDefinition, 'key'>): ProcessPlace => ({ is: 'step', key });
const atPaper = ({ key }: Pick<PaperDefinition, 'key'>): ProcessPlace => ({ is: 'paper', key });
const atRole = ({ key }: Pick<RoleDefinition, 'key'>): ProcessPlace => ({ is: 'role', key });
const fault = (at: ProcessPlace, says: string): Fault => ({ at: [at], says });

function namedTwice({ steps, waves, phases, papers, roles }: ProcessTemplateDefinition): Fault[] {
  return [...twice('step', steps), ...twice('wave', waves), ...twice('phase', phases), ...twice('paper', papers), ...twice('role', roles)];
}

function twice(is: PartKind, items: readonly { key: string }[]): Fault[] {
  const keys = items.map((item) => item.key);
  const word = is.charAt(0).toUpperCase() + is.slice(1);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))].map((key) => fault({ is, key }, `${word} ${key} stands there twice.`));
}

function unknownReferences({ steps, phases }: ProcessTemplateDefinition): Fault[] {
  const known = new Set(steps.map((step) => step.key));
  const knownPhases = new Set(phases.map((phase) => phase.key));
  return steps.flatMap((step) => [
    ...references(step)
      .filter((key) => !known.has(key))
      .map((key) => fault(atStep(step), `${step.name} refers to a step ${key}, which there is not.`)),
    ...(knownPhases.has(step.phase) ? [] : [fault(atStep(step), `${step.name} stands in a phase ${step.phase}, which there is not.`)]),
  ]);
}

/** Everything that a step depends on: what it waits for, and the steps that its dates are counted from. */
export function references(step: StepDefinition): string[] {
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

function circleFault(circle: readonly StepDefinition[]): Fault {
  const [first, ...others] = circle.slice(0, -1).map(atStep);
  return { at: [first!, ...others], says: `${circle.map((step) => step.name).join(' waits for ')}: that is a circle.` };
}

const OFFICES_AT: Record<StepDefinition['per'], readonly Party[]> = {
  region: REGION_OFFICES,
  wave: REGION_OFFICES,
  group: [...GROUP_OFFICES, ...REGION_OFFICES, 'set-lead', 'set-members'],
  'task-group': [...REGION_OFFICES, 'set-lead', 'set-members'],
  authority: [...AUTHORITY_OFFICES, ...PARTNER_OFFICES, ...GROUP_OFFICES, ...REGION_OFFICES, 'lead-challenger', 'set-lead', 'set-members'],
};

type Parts = Pick<ProcessTemplateDefinition, 'roles' | 'grouping'>;

/** Can a step or a paper of this scope fall to that party at all? */
export function actsFor(per: StepDefinition['per'], party: Party, template: Parts): boolean {
  return isPeerParty(party) ? per === 'authority' && hasRole(template, roleOf(party)) : OFFICES_AT[per].includes(party) && isThere(party, per, template);
}

/** A set is made for the cycle, and a standing group has a lead: where the one is the other is not. A task and finish group is a set always. */
function isThere(party: Party, per: StepDefinition['per'], { grouping }: Pick<Parts, 'grouping'>): boolean {
  if (party === 'group-lead') return grouping.is === 'standing';
  return per === 'task-group' || grouping.is !== 'standing' || (party !== 'set-lead' && party !== 'set-members');
}

const NEEDS_NO_DOCUMENT: readonly DoneWhen[] = ['cycle-opened', 'recorded', 'issued', 'forum-held', 'pack-read', 'prepared', 'assigned'];
const OF_A_PAPER: readonly DoneWhen[] = ['handed-over', 'signed', 'issued', 'read'];

/** What a fact rests on beside what another step brings about (compose/ways.ts); the words for what is lacking. */
const RESTS_ON: Partial<Record<DoneWhen, (template: ProcessTemplateDefinition, step: StepDefinition) => string | null>> = {
  released: ({ steps }) => (['self-view', 'forum-notes'].every((kind) => steps.some(({ document }) => document === kind)) ? null : 'the pack is made of a signed self-view and agreed forum notes, and no step asks for both'),
};

function nobodyCan(step: StepDefinition, template: ProcessTemplateDefinition): Fault[] {
  const faults: string[] = [];
  if (!step.who.some((party) => actsFor(step.per, party, template))) faults.push(`Nobody can do ${step.name}: no ${step.who.map((party) => partyName(party, template)).join(' or ')} acts for ${PER_WORDS[step.per]}.`);
  if (step.who.includes('lead-challenger') && template.leads === 'none') faults.push(`Nobody can do ${step.name}: this process has no lead peer challengers.`);
  if (step.doneWhen === 'signed' && step.signatories.length === 0) faults.push(`Nobody can do ${step.name}: it is to be signed and names no signatory.`);
  if (step.doneWhen === 'assigned' && !step.role) faults.push(`Nobody can do ${step.name}: it names no role for which someone is found.`);
  if (step.role && !isRoleOf(template, step.role)) faults.push(`${step.name} finds someone for a role ${step.role}, which there is not.`);
  if (step.document && step.paper) faults.push(`${step.name} names a document and a paper: it can be about one of them only.`);
  if (!step.document && !step.paper && !NEEDS_NO_DOCUMENT.includes(step.doneWhen)) faults.push(`Nobody can do ${step.name}: it names no document.`);
  if (step.paper) faults.push(...paperFaults(step, template));
  else if (step.doneWhen === 'assigned') faults.push(...notFoundBy(step, template));
  else if (step.doneWhen !== 'handed-over') faults.push(...productFaults(step, template));
  else faults.push(`Nobody can do ${step.name}: only a paper of the process is handed over.`);
  const strangers = step.signatories.filter((party) => !(isPeerParty(party) ? step.paper && actsFor(step.per, party, template) : signsAt(step, template).includes(party)));
  if (strangers.length > 0) faults.push(`Nobody can sign at ${step.name} as ${strangers.map((party) => partyName(party, template)).join(' or ')}: there is no such post at ${PER_WORDS[step.per]}.`);
  const readers = (step.opensTo ?? []).filter((reader) => reader.startsWith('peers:') && !hasRole(template, reader.slice('peers:'.length)));
  const lacks = RESTS_ON[step.doneWhen]?.(template, step);
  if (lacks) faults.push(`Nobody can do ${step.name}: ${lacks}.`);
  for (const reader of readers) faults.push(`${step.name} opens its document to a role ${reader.slice('peers:'.length)}, which there is not.`);
  return faults.map((says) => fault(atStep(step), says));
}

/** A document of the product: where it stands, who can do that with it, and what must have been done with it before. */
function productFaults(step: StepDefinition, template: ProcessTemplateDefinition): string[] {
  if (!step.document && !NEEDS_NO_DOCUMENT.includes(step.doneWhen)) return [];
  const takes = takesOf(step);
  if (!takes) return [`Nobody can do ${step.name}: that is nothing that happens to its document. Choose anew when it is done.`];
  const { per, by, after } = takes;
  if (per && !per.includes(step.per)) {
    const where = per.includes('region') ? 'its document is the region’s own. Let it be done once for the region' : 'it happens at each authority. Let it be done once for each authority';
    return [`${step.name} cannot be done for ${PER_WORDS[step.per]}: ${where}.`];
  }
  const hasWay = (way: string) => template.steps.some((other) => wayOf(other) === way || (!other.document && !other.paper && way.endsWith(`/${other.doneWhen}`)));
  return [...(by ? mayNot(step, by, template) : []), ...(after && !after.ways.some(hasWay) ? [`Nobody can do ${step.name}: ${after.lacks}.`] : [])];
}

/** It falls to posts that stand there, and none of them may do what makes it done. */
function mayNot(step: StepDefinition, by: readonly Party[], template: ProcessTemplateDefinition): string[] {
  const there = (party: Party) => actsFor(step.per, party, template) && (party !== 'lead-challenger' || template.leads !== 'none');
  if (step.who.some((party) => by.includes(party)) || !step.who.some(there)) return [];
  const able = namesOf(by.filter(there), template, 'or');
  return [`Nobody can do ${step.name}: ${namesOf(step.who, template)} may not do it. ${able ? `Let it fall to ${able}` : 'This process has no post that may'}.`];
}

const namesOf = (parties: readonly Party[], template: Parts, last: 'and' | 'or' = 'and') => listed(parties.map((party) => partyName(party, template)), last);

/** The coordinator finds whoever has a role, unless the sets say it. */
function notFoundBy(step: StepDefinition, template: ProcessTemplateDefinition): string[] {
  const bySet = template.roles.some(({ key, found }) => key === step.role && found === 'set');
  return bySet ? [] : mayNot(step, ['sli-coordinator'], template);
}

/** Documents that are not papers of the process are signed by posts of the authority or of the region alone. */
function signsAt({ per, paper }: Pick<StepDefinition, 'per' | 'paper'>, template: Parts): readonly Party[] {
  if (!paper) return per === 'authority' ? AUTHORITY_OFFICES : REGION_OFFICES;
  if (per === 'authority') return [...AUTHORITY_OFFICES, ...PARTNER_OFFICES, 'lead-challenger'];
  return [...REGION_OFFICES, ...(['set-lead', 'set-members'] as const).filter((party) => actsFor(per, party, template))];
}

function paperFaults(step: StepDefinition, template: ProcessTemplateDefinition): string[] {
  const paper = template.papers.find(({ key }) => key === step.paper);
  if (!paper) return [`${step.name} refers to a paper ${step.paper}, which there is not.`];
  if (!OF_A_PAPER.includes(step.doneWhen)) return [`${step.name} cannot be done: a paper is handed over, signed, issued or read.`];
  if (paper.per !== step.per) return [`${step.name} is done for ${PER_WORDS[step.per]}, and the ${paper.name} ${isPlural(paper.name) ? 'stand' : 'stands'} for ${PER_WORDS[paper.per]}.`];
  const lacks = paperLacks(step, paper, template);
  return lacks ? [`Nobody can do ${step.name}: ${lacks}.`] : [];
}

const TEAM: readonly Party[] = ['sli-coordinator', 'facilitator'];

/** Whoever writes a paper hands it over; the regional team issues what was handed over, or what it writes itself; there is something to read only then. */
function paperLacks({ doneWhen, who }: StepDefinition, { key, name, by }: PaperDefinition, template: ProcessTemplateDefinition): string | null {
  const asked = template.steps.filter(({ paper }) => paper === key).map((step) => step.doneWhen);
  const are = isPlural(name) ? 'are' : 'is';
  const writer = partyName(by, template);
  const isOut = asked.includes('handed-over') || asked.includes('signed');
  switch (doneWhen) {
    case 'handed-over':
      return who.includes(by) ? null : `the ${name} ${are} written by ${writer}, who hands over what was written. Let it fall to ${writer}`;
    case 'signed':
      return asked.includes('handed-over') || who[0] === by ? null : `the ${name} ${are} put out for signature by ${writer}, who writes the text. Let it fall to ${writer} first`;
    case 'issued':
      if (!who.some((party) => TEAM.includes(party))) return `the ${name} ${are} issued by the regional team. Let it fall to ${namesOf(TEAM, template, 'or')}`;
      return isOut || REGION_OFFICES.some((office) => office === by) ? null : `no step asks ${writer} to hand over the ${name} that ${are} to be issued`;
    default:
      return isOut || asked.includes('issued') ? null : `no step hands over, signs or issues the ${name}, so there is nothing to read`;
  }
}

/** What needs nothing around it: evidence, the journey and the years before belong to a self-view. */
const PAPER_FIELDS: readonly string[] = ['text', 'choice', 'points', 'checklist', 'asks', 'offers', 'own-area'];

/** A paper that no post writes, or that no step asks for, is a fault of the process. */
function nobodyWrites(paper: PaperDefinition, template: ProcessTemplateDefinition): Fault[] {
  const faults: string[] = [];
  if (!template.steps.some((step) => step.paper === paper.key)) faults.push(`No step asks for the ${paper.name}.`);
  if (!actsFor(paper.per, paper.by, template)) faults.push(`Nobody writes the ${paper.name}: no ${partyName(paper.by, template)} acts for ${PER_WORDS[paper.per]}.`);
  for (const { title, fields } of paper.sections) {
    for (const { label, kind } of fields) if (!PAPER_FIELDS.includes(kind)) faults.push(`Nobody can write “${label}” under ${title}: that kind of question stands in self-views alone.`);
    for (const { label, kind } of fields) if (kind === 'own-area' && paper.per !== 'authority') faults.push(`“${label}” under ${title} has nothing to choose from: areas are an authority’s own, and this paper is for ${PER_WORDS[paper.per]}.`);
  }
  const sections = new Set(paper.sections.map(({ key }) => key));
  for (const [key, party] of Object.entries(paper.sectionsBy)) {
    if (!sections.has(key)) faults.push(`The ${paper.name} ${isPlural(paper.name) ? 'give' : 'gives'} a section ${key} to somebody, which there is not.`);
    else if (!actsFor(paper.per, party, template)) faults.push(`Nobody writes a section of the ${paper.name}: no ${partyName(party, template)} acts for ${PER_WORDS[paper.per]}.`);
  }
  return faults.map((says) => fault(atPaper(paper), says));
}

const OF_AN_AUTHORITY: readonly string[] = [...AUTHORITY_OFFICES, ...PARTNER_OFFICES];

/** A role is another authority's part: there must be posts for it, and enough others. */
function nobodyIs(role: RoleDefinition, { grouping }: ProcessTemplateDefinition): Fault[] {
  const { name, each, offices, found } = role;
  const faults: string[] = [];
  if (!offices.some((office) => OF_AN_AUTHORITY.includes(office))) faults.push(`Nobody can be ${name}: the part goes to another authority, and no post named for it stands at one. Choose posts of an authority or of its partners.`);
  if (found === 'set' && grouping.is !== 'made') faults.push(`Nobody can be ${name}: it is to be the others of its set, and this process makes no sets. Choose another way to find them.`);
  if (found === 'set' && grouping.is === 'made') {
    const most = Math.max(...grouping.sizes) - 1;
    if (each > most) faults.push(`Each authority is to have ${numberWord(each)} as ${name} out of its own set, where it finds ${numberWord(most)} at most. Lower the number, or make the sets larger.`);
  }
  return faults.map((says) => fault(atRole(role), says));
}

/** A role that it names; or the lead peer challenger, where it has one. */
const isRoleOf = (template: ProcessTemplateDefinition, key: string) => (key === 'lead-challenger' ? template.leads !== 'none' : hasRole(template, key));

const hasRole = ({ roles }: Pick<ProcessTemplateDefinition, 'roles'>, key: string) => roles.some((role) => role.key === key);

export const PER_WORDS: Record<StepDefinition['per'], string> = { region: 'the region', wave: 'a wave', group: 'a group', 'task-group': 'a task and finish group', authority: 'an authority' };

// A running cycle keeps the version of its process, and can be moved to a newer one when what is different has been seen and the reason
// is said. Nothing that happened may be lost by it: no step that was done, no paper that somebody wrote.
import type { CycleFacts, DocumentProgress } from '../cycle-facts';
import { addDays } from '../deadlines';
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { FieldDefinition } from '../documents/template';
import type { Actor, Day } from '../model';
import { stepsOf, type CycleSteps, type StepAt } from '../workflow';
import { isSame } from './compose/what-changed';
import { conflictSentences } from './conflict-words';
import { conflictKey, conflictsIn } from './conflicts';
import { isPlural, listed } from './in-words';
import type { CycleSchedule } from './cycle-schedule';
import { namesIn, scopeWords } from './cycle-schedule';
import type { ChangedDay } from './move-date';
import { scheduleOf, type StepDay } from './schedule';
import type { PaperDefinition, ProcessTemplateDefinition, StepDefinition } from './template';

/** One version of a process, as far as a cycle is moved to it. */
export interface ProcessVersion {
  id: string;
  key: string;
  version: number;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  definition: ProcessTemplateDefinition;
}

export interface CycleOfVersion {
  schedule: CycleSchedule;
  facts: CycleFacts;
  steps: CycleSteps;
  from: Omit<ProcessVersion, 'definition'>;
}

export interface MovedToVersion {
  fromId: string;
  toId: string;
  reason: string;
  startsOn: Day;
  endsOn: Day;
}

export function moveToVersion(actor: Actor, cycle: CycleOfVersion, to: ProcessVersion, reason: string, today: Day): Decision<MovedToVersion> {
  const { id: cycleId, regionId, name } = cycle.schedule;
  return decide(actor, 'process.move-cycle', { regionId }, () => {
    const fault = notToMoveTo(cycle, to, today);
    if (fault) return fault;
    if (reason.trim() === '') return refuse('no-reason', 'Reason: say why the cycle goes on by another version. Those concerned will read it.');
    const { anchorOn } = cycle.schedule;
    const { from, to: until } = to.definition.spans;
    return {
      change: { fromId: cycle.from.id, toId: to.id, reason: reason.trim(), startsOn: addDays(anchorOn, from), endsOn: addDays(anchorOn, until) },
      events: [{ type: 'cycle.template-moved', regionId, cycleId, data: { cycle: name, version: to.version, reason: reason.trim() } }],
    };
  });
}

/** Why the cycle cannot go on by that version; null when it can. */
export function notToMoveTo(cycle: CycleOfVersion, to: ProcessVersion, today: Day): Refusal | null {
  const { schedule, from } = cycle;
  if (schedule.closedAt) return refuse('cycle-closed', `The ${schedule.name} cycle is closed: it stays as it was.`);
  if (to.key !== from.key || !to.publishedAt || to.withdrawnAt) return refuse('no-such-version', 'This process has no such version to go on by.');
  if (to.version <= from.version) return refuse('not-newer', `The ${schedule.name} cycle runs by version ${from.version}. It can be moved to a newer one only.`);
  return notPlaced(cycle, to) ?? paperLost(cycle, to) ?? doneLost(cycle, to, today) ?? decidedLost(cycle, to, today);
}

/** Everyone's place is of the cycle: its group, its wave, its lead. */
function notPlaced({ schedule: { places, template } }: CycleOfVersion, { version, definition }: ProcessVersion): Refusal | null {
  if (template.grouping.is !== definition.grouping.is) return refuse('other-grouping', `Version ${version} puts the authorities together in another way. A cycle is opened anew for that.`);
  const homeless = places.find(({ wave }) => !definition.waves.some(({ key }) => key === wave));
  if (homeless) return refuse('no-wave', `${homeless.name} is in the wave “${template.waves.find(({ key }) => key === homeless.wave)?.name ?? homeless.wave}”, which version ${version} does not have.`);
  const leadless = definition.leads === 'in-turn' ? places.find(({ leadChallengerAuthorityId }) => leadChallengerAuthorityId === null) : undefined;
  return leadless ? refuse('no-lead', `${leadless.name} has no lead peer challenger, and in version ${version} each authority has one. A cycle is opened anew for that.`) : null;
}

/** A paper that somebody has begun stays a paper of the same kind, and what was answered in it can still be read as it was. */
function paperLost({ schedule, facts }: CycleOfVersion, { version, definition }: ProcessVersion): Refusal | null {
  for (const paper of schedule.template.papers) {
    const loss = lossOf(paper, definition.papers.find(({ key }) => key === paper.key));
    const written = loss && [...(facts.processPapers ?? [])].find(([key, papers]) => key.startsWith(`${paper.key}|`) && papers.some(isBegun));
    if (!written) continue;
    const whose = scopeWords(written[0].slice(paper.key.length + 1), namesIn(schedule));
    return refuse('paper-written', `The ${paper.name} ${isPlural(paper.name) ? 'have' : 'has'} been written (${whose}), and version ${version} ${loss}.`);
  }
  return null;
}

const isBegun = ({ begun, acts }: DocumentProgress) => begun || acts.length > 0;

/** What a new version takes from a paper: completes "and version 2". The text is put in words by the sections of the version by which the cycle runs. */
function lossOf(paper: PaperDefinition, after: PaperDefinition | undefined): string | null {
  if (!after) return 'has no such paper';
  if (after.per !== paper.per || after.by !== paper.by) return `has ${isPlural(paper.name) ? 'them' : 'it'} written by somebody else`;
  for (const { key, title, fields } of paper.sections) {
    const section = after.sections.find((other) => other.key === key);
    if (!section) return `has no section “${title}” in ${isPlural(paper.name) ? 'them' : 'it'}`;
    const field = fields.find((asked) => !isAskedAlike(asked, section.fields.find((other) => other.key === asked.key)));
    if (field) return `does not ask “${field.label}” in the section “${title}” as it was answered`;
  }
  return null;
}

/** Whether an answer still reads as it did: questions may be worded anew and asked beside it, but what can be chosen is chosen already. */
function isAskedAlike({ kind, options }: FieldDefinition, after: FieldDefinition | undefined): boolean {
  return after?.kind === kind && isSame(options ?? [], after.options ?? []);
}

function doneLost(cycle: CycleOfVersion, to: ProcessVersion, today: Day): Refusal | null {
  const after = new Map(stepsAfter(cycle, to.definition, today).all.map((at) => [`${at.step.key}|${at.scope}`, at]));
  const lost = cycle.steps.all.filter(({ step, scope, state }) => state.is === 'done' && after.get(`${step.key}|${scope}`)?.state.is !== 'done');
  if (lost.length === 0) return null;
  return refuse('step-done', `What was done would be lost: ${listed(lostWords(lost, cycle, after))}. Keep ${new Set(lost.map(({ step }) => step.key)).size === 1 ? 'it' : 'them'} in the new version as ${lost.length === 1 ? 'it was' : 'they were'}.`);
}

function lostWords(lost: readonly StepAt[], { schedule }: CycleOfVersion, after: ReadonlyMap<string, StepAt>): string[] {
  return eachStep(lost, schedule, ({ step, scope }, whose) => `“${step.name}” is done${whose} and would ${after.has(`${step.key}|${scope}`) ? 'be open again' : 'be gone'}`);
}

interface Spot {
  step: Pick<StepDefinition, 'key' | 'name'>;
  scope: string;
}

/** A step that was said to be not needed, a date that was moved by hand: where the step lives on, but no longer for those for whom that was said. */
function decidedLost(cycle: CycleOfVersion, to: ProcessVersion, today: Day): Refusal | null {
  const { schedule, facts, steps } = cycle;
  const livesOn = ({ key }: Spot['step']) => to.definition.steps.some((step) => step.key === key);
  const after = new Set(stepsAfter(cycle, to.definition, today).all.map(({ step, scope }) => `${step.key}|${scope}`));
  const waived = steps.all.filter(({ step, scope, place }) => livesOn(step) && !place?.withdrawn && facts.waivers.has(`${step.key}|${scope}`) && !after.has(`${step.key}|${scope}`));
  const still = new Set(movesThatSet({ ...schedule, template: to.definition }).map(({ step, scope }) => `${step.key}|${scope}`));
  const moved = movesThatSet(schedule).filter(({ step, scope }) => livesOn(step) && !still.has(`${step.key}|${scope}`));
  const lost = [
    ...eachStep(waived, schedule, ({ step }, whose) => `“${step.name}” was marked as not needed${whose}`),
    ...eachStep(moved, schedule, ({ step }, whose) => `the date of “${step.name}” was moved by hand${whose}`),
  ];
  return lost.length === 0 ? null : refuse('decision-lost', `What was decided would be lost: ${listed(lost)}. In the new version ${new Set([...waived, ...moved].map(({ step }) => step.key)).size === 1 ? 'the step stands' : 'the steps stand'} for others: keep that as it was.`);
}

/** The moves that set a date, each once; not those that a more particular one, or a day that was arranged, passes over. */
function movesThatSet(schedule: CycleSchedule): Spot[] {
  const set = scheduleOf(schedule).all.flatMap(({ step, move }): Spot[] => (move ? [{ step, scope: move.scope }] : []));
  return set.filter(({ step, scope }, index) => set.findIndex((other) => other.step === step && other.scope === scope) === index);
}

/** A sentence part for each step: whom the first is for, and how many more. */
function eachStep<At extends Spot>(spots: readonly At[], schedule: CycleSchedule, says: (first: At, whose: string) => string): string[] {
  const byStep = new Map<string, At[]>();
  for (const at of spots) byStep.set(at.step.key, [...(byStep.get(at.step.key) ?? []), at]);
  return [...byStep.values()].map(([first, ...others]) => {
    const { scope } = first!;
    const whose = scope === 'region' || scope === 'cycle' ? '' : ` for ${scopeWords(scope, namesIn(schedule))}${others.length > 0 ? ` and ${others.length} more` : ''}`;
    return says(first!, whose);
  });
}

function stepsAfter({ schedule, facts }: CycleOfVersion, definition: ProcessTemplateDefinition, today: Day): CycleSteps {
  const dates = scheduleOf({ ...schedule, template: definition });
  return stepsOf({ ...facts, roles: definition.roles }, definition.steps, dates.at, today);
}

export interface VersionMove {
  /** Dates of steps that are in both versions. */
  dates: readonly ChangedDay[];
  /** Dates of new steps that have passed already. */
  late: readonly StepDay[];
  /** What could then not be met and can be now, a sentence each. */
  notMet: readonly string[];
}

/** What the move does to the dates of the cycle, with everything that was moved by hand still in its place. */
export function planVersionMove({ schedule }: Pick<CycleOfVersion, 'schedule'>, definition: ProcessTemplateDefinition, today: Day): VersionMove {
  const [now, then] = [scheduleOf(schedule), scheduleOf({ ...schedule, template: definition })];
  const before = new Map(now.all.map((day) => [`${day.step.key}|${day.scope}`, day]));
  const old = new Set(conflictsIn(now).map(conflictKey));
  const { all } = then;
  return {
    dates: all.flatMap((day) => {
      const was = before.get(`${day.step.key}|${day.scope}`);
      return was && was.dueOn !== day.dueOn ? [{ day, from: was.dueOn, to: day.dueOn }] : [];
    }),
    late: all.filter((day) => !before.has(`${day.step.key}|${day.scope}`) && day.dueOn < today),
    notMet: conflictSentences(conflictsIn(then).filter((conflict) => !old.has(conflictKey(conflict))), namesIn({ ...schedule, template: definition })),
  };
}


// The state of a step is derived from facts and never stored: not open, open, waiting for a post, overdue, done, or not needed
// and why. No step opens before what it waits for is done or not needed (product ask 5: approval must hold back what follows).
import type { CycleFacts, GroupFacts, PlaceFacts } from './cycle-facts';
import { daysFrom } from './deadlines';
import type { Day } from './model';
import type { PartySet, Relations } from './parties';
import type { StepDefinition } from './processes/template';
import { progressOf, type Note, type Owing, type Part, type Progress } from './step-progress';

/** When a step opens (null: as soon as what it waits for is done) and by when it is due. */
export interface StepDates {
  opensOn: Day | null;
  dueOn: Day;
}

interface Open {
  part: Part;
  dueOn: Day;
  begun: boolean;
  owedBy: readonly Owing[];
  signed: { count: number; of: number } | null;
  note: Note | null;
  /** Of a part that several authorities have: those that still owe it. */
  left?: readonly string[];
}

export type StepState =
  | { is: 'not-open'; waitsFor: readonly string[]; opensOn: Day | null; dueOn: Day }
  | ({ is: 'open' } & Open)
  /** Begun, and with posts other than those that began it: part signed, or for someone to accept. */
  | ({ is: 'waiting' } & Open)
  | ({ is: 'overdue'; days: number } & Open)
  | { is: 'done'; on: Day }
  | { is: 'not-needed'; because: string };

export type OpenState = Extract<StepState, { owedBy: readonly Owing[] }>;

interface StepInput {
  dates: StepDates;
  progress: Progress;
  /** Why it is not needed; null when it is. */
  waiver: string | null;
  /** Names of the steps that it waits for and that are neither done nor waived. */
  waitsFor: readonly string[];
  today: Day;
}

export function stepState({ dates, progress, waiver, waitsFor, today }: StepInput): StepState {
  if (progress.doneOn) return { is: 'done', on: progress.doneOn };
  if (waiver !== null) return { is: 'not-needed', because: waiver };
  const { dueOn, opensOn } = dates;
  const tooEarly = opensOn !== null && opensOn > today;
  if (waitsFor.length > 0 || tooEarly) return { is: 'not-open', waitsFor, opensOn: tooEarly ? opensOn : null, dueOn };
  const { part, begun, owedBy, signed, note, waiting, left } = progress;
  const open = { part, dueOn, begun, owedBy, signed, note, ...(left ? { left } : {}) };
  if (dueOn < today) return { is: 'overdue', days: daysFrom(dueOn, today), ...open };
  return { is: waiting ? 'waiting' : 'open', ...open };
}

/** One step for the region, a group or an authority. */
export interface StepAt {
  step: StepDefinition;
  /** "region", "wave:<key>", "group:<id>" (of a task and finish group too) or "authority:<id>" */
  scope: string;
  place: PlaceFacts | null;
  groupId: string | null;
  wave?: string | null;
  /** The pair, triad or task and finish group that it belongs to. */
  set?: PartySet | null;
  dates: StepDates;
  state: StepState;
}

export type DatesOf = (stepKey: string, at: { authorityId: string | null; groupId: string | null; wave?: string | null }) => StepDates;

export interface CycleSteps {
  all: readonly StepAt[];
  /** The step as it concerns one authority: its own, its group's, its wave's or the region's. There is none of a task and finish group's. */
  of: (place: PlaceFacts, stepKey: string) => StepAt;
}

/**
 * Every step of a cycle in its state. When the facts are those of some authorities only, a step of the region is judged by those.
 */
export function stepsOf(cycle: CycleFacts, steps: readonly StepDefinition[], datesOf: DatesOf, today: Day): CycleSteps {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const sites = sitesOf(cycle);
  const entries = new Map<string, Map<string, Entry>>();
  for (const step of steps) {
    const ofStep = new Map<string, Entry>();
    for (const { place, groupId, wave, scope, at } of sites[step.per]) {
      const dates = datesOf(step.key, { authorityId: place?.authorityId ?? null, groupId, wave });
      const progress = progressOf(step, { cycle, place, scope, at, opensOn: dates.opensOn, isLate: dates.dueOn < today });
      const waiver = (cycle.waivers.size > 0 && cycle.waivers.get(`${step.key}|${scope}`)) || (place?.withdrawn ? `${place.name} left the cycle: ${place.withdrawn.why}` : null);
      ofStep.set(scope, { step, scope, place, groupId, wave, at, dates, progress, waiver });
    }
    entries.set(step.key, ofStep);
  }
  const isSettled = (key: string, scope: string) => {
    const entry = entries.get(key)?.get(scope);
    return !entry || entry.progress.doneOn !== null || entry.waiver !== null;
  };
  const all: StepAt[] = [];
  const found = new Map<string, Map<string, StepAt>>();
  for (const [key, ofStep] of entries) {
    const at = new Map<string, StepAt>();
    for (const entry of ofStep.values()) {
      const { step, scope, place, groupId, wave, dates, progress, waiver } = entry;
      const isOver = progress.doneOn !== null || waiver !== null;
      const waitsFor = isOver ? NOTHING : step.waitsFor.flatMap((awaited) => unsettled(byKey.get(awaited), entry, sites, isSettled));
      const stepAt: StepAt = { step, scope, place, groupId, wave, set: entry.at.set ?? null, dates, state: stepState({ dates, progress, waiver, waitsFor, today }) };
      all.push(stepAt);
      at.set(scope, stepAt);
    }
    found.set(key, at);
  }
  return { all, of: (place, stepKey) => found.get(stepKey)!.get(scopeFor(byKey.get(stepKey)!, place))! };
}

const NOTHING: readonly string[] = [];

interface Entry {
  step: StepDefinition;
  scope: string;
  place: PlaceFacts | null;
  groupId: string | null;
  wave: string | null;
  at: Relations;
  dates: StepDates;
  progress: Progress;
  waiver: string | null;
}

type Site = Pick<Entry, 'place' | 'groupId' | 'wave' | 'scope' | 'at'>;

function sitesOf(cycle: CycleFacts): Record<StepDefinition['per'], Site[]> {
  const { regionId } = cycle;
  const sets = new Map([...cycle.groups, ...(cycle.taskGroups ?? [])].map((group) => [group.id, setOf(group, cycle)]));
  const ofGroup = ({ id }: GroupFacts): Site => ({ place: null, groupId: id, wave: null, scope: `group:${id}`, at: { regionId, groupId: id, set: sets.get(id)! } });
  return {
    region: [{ place: null, groupId: null, wave: null, scope: 'region', at: { regionId } }],
    wave: [...new Set(cycle.places.map((place) => place.wave))].map((wave) => ({ place: null, groupId: null, wave, scope: `wave:${wave}`, at: { regionId } })),
    group: cycle.groups.filter((group) => cycle.places.some((place) => place.groupId === group.id)).map(ofGroup),
    'task-group': (cycle.taskGroups ?? []).map(ofGroup),
    authority: cycle.places.map((place) => ({
      place,
      groupId: place.groupId,
      wave: place.wave,
      scope: `authority:${place.authorityId}`,
      at: relationsOf(place, regionId, sets.get(place.groupId) ?? null),
    })),
  };
}

export function relationsOf({ authorityId, groupId, leadChallengerAuthorityId, peers }: PlaceFacts, regionId: string, set: PartySet | null): Relations {
  return { regionId, authorityId, groupId, leadChallengerAuthorityId, ...(peers ? { peers } : {}), set };
}

function setOf({ id, leadAuthorityId, adLeadAuthorityId, memberIds }: GroupFacts, cycle: CycleFacts): PartySet {
  return { id, leadAuthorityId, adLeadAuthorityId, memberIds: memberIds ?? cycle.places.filter((place) => place.groupId === id && !place.withdrawn).map(({ authorityId }) => authorityId) };
}

function scopeFor(step: StepDefinition, place: PlaceFacts): string {
  if (step.per === 'region' || step.per === 'task-group') return 'region';
  if (step.per === 'wave') return `wave:${place.wave}`;
  return step.per === 'group' ? `group:${place.groupId}` : `authority:${place.authorityId}`;
}

/** What is still to do of a step that another waits for: nothing, its name, or its name and for how many authorities. */
function unsettled(
  awaited: StepDefinition | undefined,
  waiting: Entry,
  sites: Record<StepDefinition['per'], Site[]>,
  isSettled: (key: string, scope: string) => boolean,
): string[] {
  if (!awaited) return [];
  if (waiting.place && awaited.per !== 'task-group') return isSettled(awaited.key, scopeFor(awaited, waiting.place)) ? [] : [awaited.name];
  const concerned = sites[awaited.per].filter((site) => isConcerned(waiting, site)).map((site) => site.scope);
  const left = concerned.filter((scope) => !isSettled(awaited.key, scope)).length;
  if (left === 0) return [];
  return [concerned.length > 1 ? `${awaited.name} (${left} of ${concerned.length} to go)` : awaited.name];
}

/** The same group, or the same wave, where both have one; a task and finish group stands beside them all. */
function isConcerned(waiting: Entry, site: Site): boolean {
  if (waiting.step.per === 'task-group') return waiting.scope === site.scope || !site.groupId || site.place !== null;
  return (!waiting.groupId || !site.groupId || site.groupId === waiting.groupId) && (!waiting.wave || !site.wave || site.wave === waiting.wave);
}

export function isOwed(state: StepState): state is OpenState {
  return state.is === 'open' || state.is === 'waiting' || state.is === 'overdue';
}

/** Done or not needed: it holds nothing back. */
export function isSettledState(state: StepState): boolean {
  return state.is === 'done' || state.is === 'not-needed';
}

// The cycle board: authorities by steps. Each cell says where a step stands, the last column who owes what (issue 2, "the cycle board").
import type { CycleFacts, PlaceFacts } from './cycle-facts';
import { daysFrom } from './deadlines';
import type { Day } from './model';
import { owes, owingInShort, type Holder } from './owing';
import { holdersOf, isOffice } from './parties';
import { groupTitle } from './place-names';
import type { ProcessTemplateDefinition, StepDefinition } from './processes/template';
import { whereDone, whereRead, whereRecorded } from './step-address';
import type { Owing } from './step-progress';
import { actInSentence, actInShort } from './step-words';
import { isOwed, isSettledState, type CycleSteps, type OpenState, type StepAt } from './workflow';

export const SHOWN = ['all', 'late', 'owed', 'signature', 'region'] as const;
export type Shown = (typeof SHOWN)[number];

export interface BoardFilters {
  groupId: string | null;
  wave: string | null;
  show: Shown;
  /** A step's key, "phase:<key>", or null for every step. */
  steps: string | null;
}

export interface Cell {
  state: 'done' | 'late' | 'due' | 'now' | 'wait' | 'comments' | 'day' | 'no' | 'not-needed';
  /** The day done or due, where the cell shows one. */
  on: Day | null;
  /** What it shows instead of a day: "46 days", "2 of 3", "writing". */
  words: string | null;
  href: string | null;
  /** The whole of it, spoken or on hovering, where the cell is too short to say it. */
  title: string | null;
}

/** "DCS: read the pack; sign the notes". */
export interface Owed {
  by: string;
  acts: readonly string[];
  isLate: boolean;
}

export interface BoardRow {
  /** With `withdrawn` where the authority has left the cycle. */
  place: PlaceFacts;
  /** By step key, in the order of the columns. */
  cells: ReadonlyMap<string, Cell>;
  owed: readonly Owed[];
  /** Late steps that someone at the authority can be reminded of. */
  chase: readonly StepAt[];
}

/** How far a step is that tells how far a phase is. */
export interface ToldStep {
  key: string;
  name: string;
  per: StepDefinition['per'];
  done: number;
  /** For how many it is needed. */
  of: number;
  /** For how many of those its day has come, or it is done. */
  due: number;
}

export interface BoardStats {
  told: readonly ToldStep[];
  late: number;
  lateIn: number;
  owedByRegion: number;
  /** That take part, and have not left. */
  places: number;
}

export interface Board {
  phases: readonly { name: string; columns: readonly StepDefinition[] }[];
  /** `title`: null where the process has all authorities in one. */
  groups: readonly { id: string; name: string; title: string | null; rows: readonly BoardRow[] }[];
  stats: BoardStats;
}

interface Seen {
  facts: CycleFacts;
  definition: ProcessTemplateDefinition;
  steps: CycleSteps;
  viewer: Holder;
  today: Day;
}

export function boardOf(seen: Seen, filters: BoardFilters): Board {
  const { facts, definition, steps } = seen;
  const phases = columnsOf(definition, filters.steps);
  const columns = phases.flatMap((phase) => phase.columns);
  const rows = facts.places
    .filter((place) => (!filters.groupId || place.groupId === filters.groupId) && (!filters.wave || place.wave === filters.wave))
    .map((place) => ({ place, across: columns.map((step) => steps.of(place, step.key)) }))
    .filter(({ across }) => across.some((at) => isShown(at, filters.show)))
    .map(({ place, across }) => rowOf(place, across, seen));
  return {
    phases,
    groups: facts.groups.map(({ id, name }) => ({ id, name, title: headingOf(name, facts), rows: leaversLast(rows.filter((row) => row.place.groupId === id)) })).filter((group) => group.rows.length > 0),
    stats: statsOf(seen),
  };
}

const headingOf = (name: string, { process }: CycleFacts) => (process?.grouping.is === 'one' ? null : groupTitle(name, process));

const leaversLast = (rows: readonly BoardRow[]) => [...rows.filter(({ place }) => !place.withdrawn), ...rows.filter(({ place }) => place.withdrawn)];

/** What a board can be narrowed to: nothing where there is but one. */
export function narrowing({ groups, places, process }: Pick<CycleFacts, 'groups' | 'places' | 'process'>, { waves }: Pick<ProcessTemplateDefinition, 'waves'>): {
  groups: { id: string; name: string }[];
  waves: { key: string; name: string }[];
} {
  const used = waves.filter(({ key }) => places.some(({ wave }) => wave === key));
  return {
    groups: groups.length > 1 ? groups.map(({ id, name }) => ({ id, name: groupTitle(name, process) })) : [],
    waves: used.length > 1 ? used.map(({ key, name }) => ({ key, name })) : [],
  };
}

function columnsOf(definition: ProcessTemplateDefinition, chosen: string | null): Board['phases'] {
  return definition.phases
    .map((phase) => ({
      name: phase.name,
      columns: definition.steps.filter((step) => step.onBoard && step.per !== 'task-group' && step.phase === phase.key && (!chosen || chosen === step.key || chosen === `phase:${phase.key}`)),
    }))
    .filter((phase) => phase.columns.length > 0);
}

const SHOWS: Record<Shown, (at: StepAt) => boolean> = {
  all: () => true,
  late: ({ state }) => state.is === 'overdue',
  owed: ({ state }) => isOwed(state),
  signature: ({ state }) => isOwed(state) && state.signed !== null,
  region: ({ state }) => isOwed(state) && isWithRegion(state),
};

const isShown = (at: StepAt, show: Shown) => SHOWS[show](at);

export function isWithRegion({ owedBy }: Pick<OpenState, 'owedBy'>): boolean {
  return owedBy.some((owing) => REGION_SIDE.includes(owing));
}

/** How many posts outside the region's own owe it; of a part that several authorities have, one for each that still does. */
export function owedElsewhere({ owedBy, left }: Pick<OpenState, 'owedBy' | 'left'>): number {
  return owedBy.filter((owing) => !REGION_SIDE.includes(owing)).reduce((sum, owing) => sum + (isOffice(owing) ? 1 : (left?.length ?? 1)), 0);
}

const REGION_SIDE: readonly Owing[] = ['sli-coordinator', 'facilitator', 'data-group-chair', 'board-chair'];

function rowOf(place: PlaceFacts, across: readonly StepAt[], seen: Seen): BoardRow {
  const own = across.filter((at) => at.step.per === 'authority' || (at.step.per === 'group' && !place.withdrawn && isGroupStepOf(place, at, seen.facts)));
  return {
    place,
    cells: new Map(across.map((at) => [at.step.key, cellOf(at, place, seen)])),
    owed: owedOf(own, seen.facts),
    chase: own.filter((at) => at.state.is === 'overdue' && owedElsewhere(at.state) > 0),
  };
}

/** A step of the group stands in the row of who owes it: of its lead, of each member that still does. */
function isGroupStepOf({ authorityId }: PlaceFacts, { state, set, groupId }: StepAt, { regionId, groups }: CycleFacts): boolean {
  if (!isOwed(state)) return false;
  const { left, owedBy } = state;
  return owedBy.some((owing) => {
    if (owing === 'group-lead') return groups.find(({ id }) => id === groupId)?.leadAuthorityId === authorityId;
    return !isOffice(owing) && holdersOf(owing, { regionId, set: set ?? null }).includes(authorityId) && (!left || left.includes(authorityId));
  });
}

const SOON = 7;

function cellOf(at: StepAt, place: PlaceFacts, seen: Seen): Cell {
  const { state, dates } = at;
  const href = hrefOf(at, seen);
  const cell = (look: Cell['state'], on: Day | null, words: string | null = null, title: string | null = null): Cell => ({ state: look, on, words, href, title });
  switch (state.is) {
    case 'done':
      return cell('done', state.on);
    case 'not-needed':
      return cell('not-needed', null, null, state.because);
    case 'not-open':
      return { ...cell(isNext(at, place, seen) ? 'day' : 'no', isNext(at, place, seen) ? dates.dueOn : null), href: null };
    case 'overdue':
      return cell('late', null, `${state.days} ${state.days === 1 ? 'day' : 'days'}`, titleOf(at, state, seen));
    default:
      if (state.note?.is === 'comments') return cell('comments', null, `${state.note.count} made`, titleOf(at, state, seen));
      if (state.signed && state.signed.count > 0) return cell('wait', null, `${state.signed.count} of ${state.signed.of}`, titleOf(at, state, seen));
      if (state.is === 'waiting') return cell('wait', null, owingInShort(state.owedBy, seen.facts), titleOf(at, state, seen));
      if (state.begun && daysFrom(seen.today, state.dueOn) > SOON) return cell('now', null, 'begun', titleOf(at, state, seen));
      return cell('due', state.dueOn, null, titleOf(at, state, seen));
  }
}

function titleOf({ step }: StepAt, state: OpenState, { facts }: Seen): string {
  return `${owingInShort(state.owedBy, facts)}: ${actInSentence(step, state, facts.process?.words)}`;
}

/** Not open, but all that it waits for is under way or done: its day is worth showing. */
function isNext({ step }: StepAt, place: PlaceFacts, { steps }: Seen): boolean {
  return step.waitsFor.every((key) => {
    const awaited = steps.of(place, key);
    return !awaited || isOwed(awaited.state) || isSettledState(awaited.state);
  });
}

/** To where the viewer does it, else to what they may read of it; the coordinator can always record it. */
function hrefOf(at: StepAt, { facts, viewer }: Seen): string | null {
  if (owes(viewer, at, facts.regionId)) return whereDone(at, facts);
  return whereRead(at, facts) ?? (viewer.office === 'sli-coordinator' ? whereRecorded(at, facts) : null);
}

/** What is late, part signed or waits for an answer, by who owes it. */
function owedOf(across: readonly StepAt[], facts: CycleFacts): Owed[] {
  const byOwing = new Map<string, { acts: string[]; isLate: boolean }>();
  for (const { step, state } of across) {
    if (!isOwed(state) || (state.is !== 'overdue' && !state.signed?.count && !state.note)) continue;
    const by = state.owedBy.length === 3 && state.signed ? 'All three' : owingInShort(state.owedBy, facts);
    const before = byOwing.get(by) ?? { acts: [], isLate: false };
    byOwing.set(by, { acts: [...before.acts, actInShort(step, state, facts.process?.words)], isLate: before.isLate || state.is === 'overdue' });
  }
  return [...byOwing].map(([by, { acts, isLate }]) => ({ by, acts, isLate }));
}

function statsOf({ facts, definition, steps, viewer, today }: Seen): BoardStats {
  const late = steps.all.filter((at) => at.state.is === 'overdue');
  return {
    told: toldSteps(definition, steps, today),
    places: facts.places.filter(({ withdrawn }) => !withdrawn).length,
    late: late.length,
    lateIn: new Set(late.flatMap((at) => at.place?.authorityId ?? [])).size,
    owedByRegion: steps.all.filter((at) => (viewer.office === 'sli-coordinator' ? owes(viewer, at, facts.regionId) : isOwed(at.state) && isWithRegion(at.state))).length,
  };
}

const MOST_TOLD = 3;

/** The last step of each phase tells how far it is: three of them, from the last phase that is over for everyone. */
function toldSteps({ phases, steps: defined }: ProcessTemplateDefinition, { all }: CycleSteps, today: Day): ToldStep[] {
  const last = phases.flatMap(({ key }) => {
    const inPhase = defined.filter((step) => step.onBoard && step.phase === key);
    return (inPhase.findLast(({ per }) => per === 'authority') ?? inPhase.findLast(({ per }) => per === 'group')) ?? [];
  });
  const told = last.map((step) => toldOf(step, all, today));
  const open = told.findIndex(({ done, of }) => done < of);
  const first = Math.min(Math.max((open < 0 ? told.length : open) - 1, 0), Math.max(told.length - MOST_TOLD, 0));
  return told.slice(first, first + MOST_TOLD);
}

function toldOf({ key, name, per }: StepDefinition, all: readonly StepAt[], today: Day): ToldStep {
  const needed = all.filter((at) => at.step.key === key && at.state.is !== 'not-needed');
  const done = needed.filter(({ state }) => state.is === 'done').length;
  return { key, name, per, done, of: needed.length, due: needed.filter(({ state, dates }) => state.is === 'done' || dates.dueOn <= today).length };
}

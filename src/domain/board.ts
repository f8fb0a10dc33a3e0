// The cycle board: authorities by steps. Each cell says where a step stands, the last column who owes what (issue 2, "the cycle board").
import { daysFrom } from './deadlines';
import type { Day } from './model';
import { owes, owingInShort, type Holder } from './owing';
import type { ProcessTemplateDefinition, StepDefinition } from './processes/template';
import { whereDone, whereRead, whereRecorded } from './step-address';
import type { CycleFacts, Owing, PlaceFacts } from './step-progress';
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
  place: PlaceFacts;
  /** By step key, in the order of the columns. */
  cells: ReadonlyMap<string, Cell>;
  owed: readonly Owed[];
  /** Late steps that someone at the authority can be reminded of. */
  chase: readonly StepAt[];
}

export interface BoardStats {
  accepted: number;
  forumsHeld: number;
  notesSigned: number;
  notesDue: number;
  late: number;
  lateIn: number;
  owedByRegion: number;
  places: number;
}

export interface Board {
  phases: readonly { name: string; columns: readonly StepDefinition[] }[];
  groups: readonly { id: string; name: string; rows: readonly BoardRow[] }[];
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
    groups: facts.groups.map(({ id, name }) => ({ id, name, rows: rows.filter((row) => row.place.groupId === id) })).filter((group) => group.rows.length > 0),
    stats: statsOf(seen),
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

/** How many posts outside the region's own owe it. */
export function owedElsewhere({ owedBy }: Pick<OpenState, 'owedBy'>): number {
  return owedBy.filter((owing) => !REGION_SIDE.includes(owing)).length;
}

const REGION_SIDE: readonly Owing[] = ['sli-coordinator', 'facilitator', 'data-group-chair', 'board-chair'];

function rowOf(place: PlaceFacts, across: readonly StepAt[], seen: Seen): BoardRow {
  const own = across.filter((at) => at.step.per === 'authority');
  return {
    place,
    cells: new Map(across.map((at) => [at.step.key, cellOf(at, place, seen)])),
    owed: owedOf(own),
    chase: own.filter((at) => at.state.is === 'overdue' && owedElsewhere(at.state) > 0),
  };
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
      return cell('late', null, `${state.days} ${state.days === 1 ? 'day' : 'days'}`, titleOf(at, state));
    default:
      if (state.note?.is === 'comments') return cell('comments', null, `${state.note.count} made`, titleOf(at, state));
      if (state.signed && state.signed.count > 0) return cell('wait', null, `${state.signed.count} of ${state.signed.of}`, titleOf(at, state));
      if (state.is === 'waiting') return cell('wait', null, owingInShort(state.owedBy), titleOf(at, state));
      if (state.begun && daysFrom(seen.today, state.dueOn) > SOON) return cell('now', null, 'begun', titleOf(at, state));
      return cell('due', state.dueOn, null, titleOf(at, state));
  }
}

function titleOf({ step }: StepAt, state: OpenState): string {
  return `${owingInShort(state.owedBy)}: ${actInSentence(step, state)}`;
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
function owedOf(across: readonly StepAt[]): Owed[] {
  const byOwing = new Map<string, { acts: string[]; isLate: boolean }>();
  for (const { step, state } of across) {
    if (!isOwed(state) || (state.is !== 'overdue' && !state.signed?.count && !state.note)) continue;
    const by = state.owedBy.length === 3 && state.signed ? 'All three' : owingInShort(state.owedBy);
    const before = byOwing.get(by) ?? { acts: [], isLate: false };
    byOwing.set(by, { acts: [...before.acts, actInShort(step, state)], isLate: before.isLate || state.is === 'overdue' });
  }
  return [...byOwing].map(([by, { acts, isLate }]) => ({ by, acts, isLate }));
}

function statsOf({ facts, steps, viewer, today }: Seen): BoardStats {
  const own = steps.all.filter((at) => at.place !== null);
  const doneOf = (are: (step: StepDefinition) => boolean) => own.filter((at) => are(at.step) && at.state.is === 'done').length;
  const areNotes = (step: StepDefinition) => step.doneWhen === 'signed' && step.document === 'forum-notes';
  const late = steps.all.filter((at) => at.state.is === 'overdue');
  return {
    places: facts.places.filter(({ withdrawn }) => !withdrawn).length,
    accepted: doneOf((step) => step.doneWhen === 'accepted'),
    forumsHeld: doneOf((step) => step.doneWhen === 'forum-held'),
    notesSigned: doneOf(areNotes),
    notesDue: own.filter((at) => areNotes(at.step) && (at.dates.dueOn <= today || at.state.is === 'done')).length,
    late: late.length,
    lateIn: new Set(late.flatMap((at) => at.place?.authorityId ?? [])).size,
    owedByRegion: steps.all.filter((at) => (viewer.office === 'sli-coordinator' ? owes(viewer, at, facts.regionId) : isOwed(at.state) && isWithRegion(at.state))).length,
  };
}

// Each strength and area for development keeps its identity over the cycles, whatever section or template names it: when it was first
// named, what was said of it each year, what was done, what became of it (Yorkshire & Humber 2017: strengths and areas are tracked
// over three years).
import { sharedWords } from '../documents/compare';
import type { SectionText } from '../documents/facts';
import type { DocumentTemplateDefinition } from '../documents/template';
import type { Day } from '../model';
import { pointsOf, type NamedPoint } from './carry-forward';
import { valueOf, type ProgressRow, type TrackerRow } from './content';

export interface ThreadAction {
  id: string;
  documentId: string;
  finding: string;
  action: string;
  dueOn: Day;
  /** "Done", "Impact shown", "Open" */
  standing: string;
}

/** A self-view of one cycle, as its reader may read it, with the actions of that cycle that this reader may see. */
export interface ViewOfYear {
  documentId: string;
  cycle: string;
  /** It is still being written: what is not said yet may still be. */
  draft: boolean;
  template: Pick<DocumentTemplateDefinition, 'sections'> | null;
  sections: readonly SectionText[];
  actions: readonly ThreadAction[];
}

export interface ThreadYear {
  cycle: string;
  documentId: string;
  /** null in a year that does not name it. */
  named: { text: string; tag: string; section: string; sectionKey: string; of: NamedPoint['of'] } | null;
  /** How far it is, from the section on progress. */
  progress: readonly ProgressRow[];
  /** What the tracker says became of it. */
  said: Pick<TrackerRow, 'state' | 'words'> | null;
  actions: readonly ThreadAction[];
}

export const THREAD_STATES = {
  new: 'New',
  persisting: 'Goes on',
  'not-first': 'Goes on, not among the first',
  resolved: 'Resolved',
  'no-longer-named': 'No longer named',
  'not-said': 'Not said yet this year',
} as const;
export type ThreadState = keyof typeof THREAD_STATES;

export interface Thread {
  thread: string;
  of: NamedPoint['of'];
  /** As it was last named. */
  text: string;
  state: ThreadState;
  /** The cycles that name it. */
  named: number;
  /** From the year that first names it, oldest first. */
  years: readonly ThreadYear[];
}

/** `views`: oldest first. Threads of the newest year first, then those that it no longer names. */
export function threadsOf(views: readonly ViewOfYear[]): Thread[] {
  const read = views.map((view) => ({ view, points: pointsOf(view.sections, view.template), rows: rowsOf(view) }));
  const newestFirst = read.toReversed();
  const threads = [...new Set(newestFirst.flatMap(({ points }) => points.map(({ thread }) => thread)))];
  return threads.map((thread): Thread => {
    const first = read.findIndex(({ points }) => points.some((point) => point.thread === thread));
    const words = read.flatMap(({ points }) => points.filter((point) => point.thread === thread).map(({ text }) => text));
    const years = read.slice(first).map((year) => yearOf(year, thread, words));
    const last = newestFirst.flatMap(({ points }) => points.filter((point) => point.thread === thread))[0]!;
    return { thread, of: last.of, text: last.text, state: stateOf(years, views.at(-1)!), named: years.filter(({ named }) => named).length, years };
  });
}

interface Read {
  view: ViewOfYear;
  points: readonly NamedPoint[];
  rows: { progress: readonly ProgressRow[]; tracker: readonly TrackerRow[] };
}

function yearOf({ view, points, rows }: Read, thread: string, words: readonly string[]): ThreadYear {
  const point = points.find((one) => one.thread === thread);
  const section = view.sections.find(({ key }) => key === point?.sectionKey);
  const actions = view.actions.filter(({ finding }) => words.some((text) => saysTheSame(text, finding)));
  const said = rows.tracker.find(({ id }) => id === thread);
  return {
    cycle: view.cycle,
    documentId: view.documentId,
    named: point ? { text: point.text, tag: point.tag, section: section?.title ?? '', sectionKey: point.sectionKey, of: point.of } : null,
    progress: rows.progress.filter((row) => (row.id === thread || (row.from === 'action' && words.some((text) => saysTheSame(text, row.title)))) && [row.status, row.impact, row.evidence, row.next].some((part) => part !== '')),
    said: said && (said.state !== '' || said.words !== '') && !point ? { state: said.state, words: said.words } : null,
    actions,
  };
}

function stateOf(years: readonly ThreadYear[], newest: ViewOfYear): ThreadState {
  const last = years.at(-1)!;
  if (last.named) return years.length === 1 ? 'new' : 'persisting';
  const said = years.findLast(({ said: words, named }) => named !== null || (words !== null && words.state !== ''));
  if (said && !said.named) return said.said?.state === 'resolved' ? 'resolved' : 'not-first';
  return newest.draft ? 'not-said' : 'no-longer-named';
}

function rowsOf({ sections, template }: ViewOfYear): Read['rows'] {
  const fields = sections.flatMap(({ key, content }) => (template?.sections.find((section) => section.key === key)?.fields ?? []).map((field) => ({ field, content })));
  return {
    progress: fields.flatMap(({ field, content }) => (field.kind === 'progress' ? valueOf({ ...field, kind: 'progress' }, content) : [])),
    tracker: fields.flatMap(({ field, content }) => (field.kind === 'tracker' ? valueOf({ ...field, kind: 'tracker' }, content) : [])),
  };
}

/** So many words in common are the same thing, said again. */
const SAME_WORDS = 0.6;

export function saysTheSame(one: string, other: string): boolean {
  return sharedWords(one, other) >= SAME_WORDS;
}

/** A strength or area of an earlier year, in the words in which it was last named. */
export interface EarlierPoint {
  thread: string;
  of: NamedPoint['of'];
  text: string;
  cycle: string;
}

/** Of the years before, newest first: each thread once. */
export function earlierPoints(earlier: readonly { cycle: string; template: ViewOfYear['template']; sections: readonly SectionText[] }[]): EarlierPoint[] {
  const found = new Map<string, EarlierPoint>();
  for (const { cycle, sections, template } of earlier) {
    for (const { thread, of, text } of pointsOf(sections, template)) if (!found.has(thread)) found.set(thread, { thread, of, text, cycle });
  }
  return [...found.values()];
}

/** A point that was typed anew and says what an earlier year said: that one, to be joined; null when it is joined already or says something new. */
export function offeredToJoin(point: Pick<NamedPoint, 'thread' | 'text'>, earlier: readonly EarlierPoint[], named: ReadonlySet<string>): EarlierPoint | null {
  if (earlier.some(({ thread }) => thread === point.thread)) return null;
  return earlier.find(({ thread, text }) => !named.has(thread) && saysTheSame(text, point.text)) ?? null;
}

/** The thread of a point that is split off as new: its own id, unless an earlier year has that thread. */
export function ownThread(pointId: string, earlier: readonly EarlierPoint[]): string {
  return earlier.some(({ thread }) => thread === pointId) ? `new-${pointId}`.slice(0, 64) : pointId;
}

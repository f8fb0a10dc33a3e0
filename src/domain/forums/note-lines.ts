// What the forum-day page shows under a question: notes, support asked for and actions agreed, those from this device that have not
// been sent yet among them. A device keeps what it could not send and sends it again; the same thing twice is one thing.
import type { Day } from '../model';
import type { NoteKind, Strikeable } from './session-notes';

export interface NoteLine {
  id: string;
  what: Strikeable;
  questionId: string | null;
  kind: NoteKind;
  text: string;
  /** Who does it, for an action. */
  owner: string;
  byOn: Day | null;
  /** ISO instant. */
  at: string;
  version: number;
  /** Taken by the person who reads. */
  mine: boolean;
  struck: boolean;
}

export type SentItem =
  | { type: 'note'; id: string; questionId: string | null; kind: NoteKind; text: string; notedAt: string; over: number }
  | { type: 'support'; id: string; questionId: string | null; topic: string; takenBy: 'group' | 'region'; notedAt: string }
  | { type: 'action'; id: string; questionId: string | null; text: string; owner: string; byOn: Day | null; notedAt: string }
  | { type: 'strike'; id: string; what: Strikeable; notedAt: string };

export interface ItemResult {
  id: string;
  type: SentItem['type'];
  kept: boolean;
  refused?: string;
  because?: string;
}

/** Kept on the device until the region has it; `because` once it was refused, so that the words can be put elsewhere. */
export type KeptItem = SentItem & { because?: string };

export interface ShownLine extends NoteLine {
  /** Not sent yet. */
  waiting: boolean;
  because?: string;
}

/** The lines as the reader should see them now, oldest first: what the region has, changed by what this device has not sent yet. */
export function linesNow(lines: readonly NoteLine[], kept: readonly KeptItem[]): ShownLine[] {
  const shown = new Map<string, ShownLine>(lines.map((line) => [line.id, { ...line, waiting: false }]));
  for (const item of kept) {
    const before = shown.get(item.id);
    if (item.type === 'strike') {
      if (before) shown.set(item.id, { ...before, struck: true, waiting: true });
    } else {
      shown.set(item.id, { ...lineOf(item), at: before?.at ?? item.notedAt, version: before?.version ?? 0, waiting: true, ...(item.because ? { because: item.because } : {}) });
    }
  }
  return [...shown.values()].filter(({ struck }) => !struck).toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

/** What came from the region, over what was there; an older version never takes the place of a newer one. */
export function withNews(lines: readonly NoteLine[], news: readonly NoteLine[]): NoteLine[] {
  const known = new Map(lines.map((line) => [line.id, line]));
  for (const line of news) {
    const before = known.get(line.id);
    if (!before || before.version <= line.version) known.set(line.id, line);
  }
  return [...known.values()];
}

/** Puts one more thing on the device; a second edit of a note that has not been sent replaces the first. */
export function keep(kept: readonly KeptItem[], item: SentItem): KeptItem[] {
  const replaced = item.type === 'note' ? kept.find((other) => other.type === 'note' && other.id === item.id) : undefined;
  if (replaced && replaced.type === 'note' && item.type === 'note') return kept.map((other) => (other === replaced ? { ...item, over: replaced.over, notedAt: replaced.notedAt } : other));
  return [...kept, item];
}

/**
 * What is left on the device after an answer. What the region has goes; a note that was changed elsewhere since becomes a note of its
 * own; what was refused stays with the reason. Whatever was edited while it was being sent stays.
 */
export function afterSending(kept: readonly KeptItem[], sent: readonly SentItem[], results: readonly ItemResult[], newId: () => string): KeptItem[] {
  return kept.flatMap((item) => {
    const result = results.find(({ id, type }) => id === item.id && type === item.type);
    const was = sent.find(({ id, type }) => id === item.id && type === item.type);
    if (!result || !was) return [item];
    const changed = item.type === 'note' && was.type === 'note' && item.text !== was.text;
    if (result.kept) return changed && item.type === 'note' ? [{ ...item, over: item.over + 1 }] : [];
    if (result.refused === 'changed-since' && item.type === 'note') return [{ ...item, id: newId(), over: 0 }];
    return item.type === 'strike' ? [] : [{ ...item, because: result.because ?? 'This could not be saved.' }];
  });
}

export function toSend(kept: readonly KeptItem[]): SentItem[] {
  return kept.filter(({ because }) => !because).map(({ because: _, ...item }) => item as SentItem);
}

/** "3 notes kept on this device, not sent yet" */
export function keptWords(kept: readonly KeptItem[]): string | null {
  const count = kept.filter(({ type }) => type !== 'strike').length || kept.length;
  if (count === 0) return null;
  return `${count} ${count === 1 ? 'note' : 'notes'} kept on this device, not sent yet`;
}

export type QuestionState = 'asked' | 'being-asked' | 'not-asked';

/** The question with the latest note is being asked; others with notes have been. After the end none is. */
export function questionStates(questionIds: readonly string[], lines: readonly Pick<NoteLine, 'questionId' | 'at'>[], ended: boolean): Record<string, QuestionState> {
  const latest = lines.filter(({ questionId }) => questionId !== null).toSorted((a, b) => b.at.localeCompare(a.at))[0]?.questionId;
  return Object.fromEntries(
    questionIds.map((id) => {
      const noted = lines.some(({ questionId }) => questionId === id);
      return [id, !noted ? 'not-asked' : id === latest && !ended ? 'being-asked' : 'asked'];
    }),
  );
}

function lineOf(item: Exclude<SentItem, { type: 'strike' }>): NoteLine {
  const { id, questionId, notedAt } = item;
  const line = { id, questionId, what: item.type, kind: 'said' as NoteKind, owner: '', byOn: null, at: notedAt, version: 0, mine: true, struck: false };
  if (item.type === 'support') return { ...line, text: item.topic };
  if (item.type === 'action') return { ...line, text: item.text, owner: item.owner, byOn: item.byOn };
  return { ...line, text: item.text, kind: item.kind };
}

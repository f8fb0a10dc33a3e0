// Nothing that was typed is lost: words that the server has not acknowledged are kept on the writer's device. When the page is opened
// again they are put back where they touch nothing else; where others have changed the same words meanwhile they are offered beside.
import { mergeText, mergeWords } from './merge-text';

/** What the inputs of a page hold, by name. */
export type Words = Readonly<Record<string, string>>;

export interface Unsaved {
  words: Words;
  /** What was last known to be saved under each of those names. */
  from: Words;
}

export interface Kept extends Unsaved {
  /** What was on its way when it was written down: it may have arrived. */
  sending: Words | null;
}

export interface PutBack {
  /** Inputs of the page that take the kept words, put together with what stands in them. */
  back: Record<string, string>;
  /** Words of rows that the writer had begun and that this page does not show. */
  added: Record<string, string>;
  /** Words that clash with what stands now, or whose place is gone. */
  offered: Record<string, string>;
}

/** The inputs that differ from what the server has acknowledged; null when none does. */
export function unsaved(typed: Words, acknowledged: Words): Unsaved | null {
  const names = [...new Set([...Object.keys(typed), ...Object.keys(acknowledged)])].filter((name) => (typed[name] ?? '') !== (acknowledged[name] ?? ''));
  if (names.length === 0) return null;
  const of = (words: Words) => Object.fromEntries(names.map((name) => [name, words[name] ?? '']));
  return { words: of(typed), from: of(acknowledged) };
}

/** What the server has for certain after it answered: what was sent, less what it could not read, and what others wrote meanwhile. */
export function acknowledged(before: Words, sent: Words, { values, errors }: { values: Words; errors: Words }): Words {
  const unread = Object.keys(errors);
  const isUnread = (name: string) => unread.some((error) => name === error || /^-(day|month|year)$/.test(name.slice(error.length)) && name.startsWith(error));
  const read = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, isUnread(name) ? (before[name] ?? '') : value]));
  return { ...before, ...read, ...values };
}

/** How kept words come back to a page that shows `standing`; where their own writer has typed on in it already (`typed`, over what the server gave), word by word. */
export function putBack({ words, from, sending }: Kept, standing: Words, typed: Unsaved | null = null): PutBack {
  const put: PutBack = { back: {}, added: {}, offered: {} };
  for (const [name, kept] of Object.entries(words)) {
    const now = standing[name];
    // What was on its way has arrived when the server gave just that.
    const arrived = sending?.[name] !== undefined && sending[name] === (typed?.from[name] ?? now);
    const start = (arrived ? sending[name] : from[name]) ?? '';
    if (now === undefined) {
      if (kept === '') continue;
      put[start === '' && isRow(name) ? 'added' : 'offered'][name] = kept;
    } else if (kept !== now && kept !== start) {
      const together = now === start ? kept : (typed && name in typed.words ? mergeWords : mergeText)(start, now, kept);
      if (together === null) put.offered[name] = kept;
      else if (together !== now) put.back[name] = together;
    }
  }
  return put;
}

/** "strengths.<row>.text": readSectionForm makes a row of it. */
const isRow = (name: string) => /^[^.]+\.[0-9a-zA-Z-]+\.[^.]+$/.test(name);

/** Where the caret belongs when others' words come into a text in which someone writes: by the same words as before. */
export function caretAfter(before: string, after: string, caret: number): number {
  if (after.startsWith(before.slice(0, caret))) return caret;
  const behind = before.slice(caret);
  return after.endsWith(behind) ? after.length - behind.length : Math.min(caret, after.length);
}

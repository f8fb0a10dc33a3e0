// How much a process may hold: far more than any has, and little enough that its dates are worked out and its pages read in no time. A file
// from elsewhere is measured by the same.
export type JsonPath = readonly (string | number)[];

export interface TooMuch {
  path: JsonPath;
  says: string;
}

/** In characters, items and days; a name is what stands in a list, a key what an address is made of. */
export const MOST = { name: 160, key: 60, text: 4000, items: 120, days: 1500, workingDays: 260, number: 5000 } as const;

/** Of lists by which the work grows. */
const MOST_OF: Partial<Record<string, number>> = { steps: 80, papers: 40, roles: 20, phases: 12, waves: 12, forumOffsets: 20, remind: 12 };
const OF_DAYS = new Set(['offset', 'from', 'to', 'forumOffsets']);

const NAMES = new Set(['name', 'title', 'act', 'label', 'number', 'suffix', 'anchorName', 'word', 'group', 'wave', 'forum', 'cycle', 'heading']);
const KEYS = new Set(['key', 'phase', 'step', 'paper', 'role', 'value']);

/** The first thing that is too large, or holds signs that no text has; null when nothing does. */
export function tooMuchIn(value: unknown, path: JsonPath = []): TooMuch | null {
  if (typeof value === 'string') return ofText(value, path);
  if (typeof value === 'number') return ofNumber(value, path);
  if (Array.isArray(value)) {
    const most = MOST_OF[String(path.at(-1))] ?? MOST.items;
    return value.length > most ? { path, says: `holds ${value.length} things, and at most ${most} are taken` } : first(value.entries(), path);
  }
  if (typeof value !== 'object' || value === null) return null;
  if (Object.keys(value).length > MOST.items) return { path, says: `holds ${Object.keys(value).length} things, and at most ${MOST.items} are taken` };
  const { unit, offset } = value as { unit?: unknown; offset?: unknown };
  if (unit === 'working' && typeof offset === 'number' && Math.abs(offset) > MOST.workingDays) return { path: [...path, 'offset'], says: `is more than ${MOST.workingDays} working days, which are a year` };
  return first(Object.entries(value), path);
}

function first(entries: Iterable<[string | number, unknown]>, path: JsonPath): TooMuch | null {
  for (const [key, value] of entries) {
    const found = tooMuchIn(value, [...path, key]);
    if (found) return found;
  }
  return null;
}

function ofNumber(value: number, path: JsonPath): TooMuch | null {
  const most = OF_DAYS.has(called(path)) ? MOST.days : MOST.number;
  return Math.abs(value) <= most ? null : { path, says: `is a number beyond ${most.toLocaleString('en-GB')}` };
}

/** The field that a value belongs to, in a list or not. */
const called = (path: JsonPath) => String(path.findLast((part) => typeof part === 'string') ?? '');

function ofText(text: string, path: JsonPath): TooMuch | null {
  const most = NAMES.has(called(path)) ? MOST.name : KEYS.has(called(path)) ? MOST.key : MOST.text;
  if (text.length > most) return { path, says: `has ${text.length.toLocaleString('en-GB')} characters, and at most ${most.toLocaleString('en-GB')} are taken` };
  if (called(path) === 'ordinaryAnchor' && !/^20\d\d-/.test(text)) return { path, says: 'is no day of this century' };
  return NO_TEXT.test(text) || !text.isWellFormed() ? { path, says: 'holds signs that are not to be seen or that no text has' } : null;
}

/** Control characters, and those that turn the direction of a line unseen. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

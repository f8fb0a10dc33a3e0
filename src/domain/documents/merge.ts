// Nothing that was typed is overwritten: two people's changes to one section are put together by field, by row, and by paragraph
// within a text. Only where both changed the same words do they stand side by side for a person to choose.

import { isClash, joinWords, stretchesOf, textOf, type Stretch } from './merge-text';

export interface Merged {
  value: unknown;
  /** Where both changed the same, as paths ("judgement", "strengths.<id>.text"); theirs stands in `value`. */
  conflicts: string[];
}

/** Three-way: `base` is what both began from, `theirs` what is saved now, `mine` what is being saved; `own`: one person saved both. */
export function mergeContent(base: unknown, theirs: unknown, mine: unknown, path = '', own = false): Merged {
  if (same(mine, base) || same(mine, theirs)) return { value: theirs, conflicts: [] };
  if (same(theirs, base)) return { value: mine, conflicts: [] };
  if (isRows(theirs) && isRows(mine)) return mergeRows(isRows(base) ? base : [], theirs, mine, path, own);
  if (isRecord(theirs) && isRecord(mine)) return mergeRecords(isRecord(base) ? base : {}, theirs, mine, path, own);
  if (typeof theirs === 'string' && typeof mine === 'string') {
    // What clashes stays as it is saved; the other paragraphs of both are put together all the same.
    const found = stretchesOf(typeof base === 'string' ? base : '', theirs, mine);
    const stretches = own ? found.map((stretch) => settled(stretch)) : found;
    return { value: textOf(stretches, (clash) => clash.theirs), conflicts: stretches.some(isClash) ? [path] : [] };
  }
  return { value: theirs, conflicts: [path] };
}

function settled(stretch: Stretch): Stretch {
  const words = isClash(stretch) ? joinWords(stretch) : null;
  return words === null ? stretch : { words };
}

type Row = { id: string } & Record<string, unknown>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] => Array.isArray(value) && value.every((row) => isRecord(row) && typeof row.id === 'string');

function mergeRecords(base: Record<string, unknown>, theirs: Record<string, unknown>, mine: Record<string, unknown>, path: string, own: boolean): Merged {
  const value: Record<string, unknown> = {};
  const conflicts: string[] = [];
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const merged = mergeContent(base[key], theirs[key], mine[key], path ? `${path}.${key}` : key, own);
    if (merged.value !== undefined) value[key] = merged.value;
    conflicts.push(...merged.conflicts);
  }
  return { value, conflicts };
}

/** Rows are told apart by their ids. A row that one removed and the other changed stays, and is a conflict. */
function mergeRows(base: readonly Row[], theirs: readonly Row[], mine: readonly Row[], path: string, own: boolean): Merged {
  const find = (rows: readonly Row[], id: string) => rows.find((row) => row.id === id);
  const value: Row[] = [];
  const conflicts: string[] = [];
  const ids = [...theirs.map((row) => row.id), ...mine.map((row) => row.id).filter((id) => !find(theirs, id))];
  for (const id of new Set(ids)) {
    const [before, their, my] = [find(base, id), find(theirs, id), find(mine, id)];
    if (their && my) {
      const merged = mergeContent(before, their, my, `${path}.${id}`, own);
      value.push(merged.value as Row);
      conflicts.push(...merged.conflicts);
    } else if (!before) {
      value.push((their ?? my)!);
    } else if (!same(before, their ?? my)) {
      value.push((their ?? my)!);
      conflicts.push(`${path}.${id}`);
    }
  }
  return { value, conflicts };
}

/** What stands at a path that a merge named; undefined where there is nothing (a row that was taken out). */
export function valueAt(content: unknown, path: string): unknown {
  let value = content;
  for (const part of path.split('.')) value = isRows(value) ? value.find((row) => row.id === part) : isRecord(value) ? value[part] : undefined;
  return value;
}

/** The same content with another value at the path; undefined takes the row or the value out. */
export function withValueAt(content: unknown, path: string, value: unknown): unknown {
  const [part, ...rest] = path.split('.') as [string, ...string[]];
  const inner = (held: unknown) => (rest.length === 0 ? value : withValueAt(held, rest.join('.'), value));
  if (isRows(content) && Array.isArray(content)) {
    const held = content.find((row) => row.id === part);
    const next = inner(held) as Row | undefined;
    if (next === undefined) return content.filter((row) => row.id !== part);
    return held ? content.map((row) => (row.id === part ? next : row)) : [...content, next];
  }
  const { [part]: held, ...others } = isRecord(content) ? content : {};
  const next = inner(held);
  return next === undefined ? others : { ...others, [part]: next };
}

/** The same words, whatever the order of keys. */
export function same(one: unknown, two: unknown): boolean {
  if (one === two) return true;
  if (Array.isArray(one) && Array.isArray(two)) return one.length === two.length && one.every((item, index) => same(item, two[index]));
  if (isRecord(one) && isRecord(two)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(two)]);
    return [...keys].every((key) => same(one[key], two[key]));
  }
  return false;
}

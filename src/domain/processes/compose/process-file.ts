// A process as a file that another region, or the same one later, can bring in. What comes in is read as if it came from a stranger: a file
// that is not whole and exact is refused with the line and the reason, and nothing is changed.
import type { z } from 'zod';
import { readJson, type JsonRead } from '../../read-json';
import { processTemplate, type ProcessTemplateDefinition } from '../template';
import { keyFor } from './keys';
import { tooMuchIn, type JsonPath } from './limits';

const KIND = 'Critical Friend process';
const FORMAT = 1;
/** In characters; the longest process of a region has some 30,000. */
export const MOST_IN_FILE = 500_000;
const MOST_NAMED = 8;

export function processFile(definition: ProcessTemplateDefinition, version: number): { name: string; text: string } {
  return { name: `${keyFor(definition.title, [])}-version-${version}.json`, text: `${JSON.stringify({ kind: KIND, format: FORMAT, process: definition }, null, 2)}\n` };
}

export interface FileFault {
  line: number;
  column?: number;
  says: string;
}

export type ReadFile = { definition: ProcessTemplateDefinition } | { faults: readonly FileFault[] };

export function readProcessFile(text: string): ReadFile {
  if (text.length > MOST_IN_FILE) return refused(1, `The file is too large for a process: at most ${MOST_IN_FILE.toLocaleString('en-GB')} characters are read`);
  const read = readJson(text, { depth: 16, values: 30_000 });
  if ('says' in read) return { faults: [read] };
  const outer = read.value;
  if (!isObject(outer)) return refused(1, 'The file holds no process: it begins with something else than an object');
  if (outer.kind !== KIND) return refused(read.lineAt(['kind']), `The file is no process of Critical Friend: its “kind” is not “${KIND}”`);
  if (outer.format !== FORMAT) return refused(read.lineAt(['format']), `The file is of a format that is not known here: ${FORMAT} is`);
  const stranger = Object.keys(outer).find((key) => !['kind', 'format', 'process'].includes(key));
  if (stranger !== undefined) return refused(read.lineAt([stranger]), `“${short(stranger)}” is not known here`);
  const tooMuch = tooMuchIn(outer.process);
  if (tooMuch) return refused(read.lineAt(['process', ...tooMuch.path]), `${named(tooMuch.path, outer.process)} ${tooMuch.says}`);
  const parsed = processTemplate.safeParse(outer.process);
  if (!parsed.success) return { faults: inLines(parsed.error.issues.map((issue) => ({ path: issue.path as JsonPath, says: issueWords(issue, outer.process) })), read) };
  const lost = keysLost(outer.process, parsed.data);
  if (lost.length > 0) return { faults: inLines(lost.map((path) => ({ path, says: `${named(path, outer.process)} is not known here` })), read) };
  const twice = keysTwice(parsed.data);
  if (twice.length > 0) return { faults: inLines(twice.map(({ path, before }) => ({ path: [...path, 'key'], says: `${named(path, outer.process)} has the key of ${withinSentence(named(before, outer.process))}: each must have a key of its own` })), read) };
  return { definition: parsed.data };
}

interface Twice {
  path: JsonPath;
  before: JsonPath;
}

/** Parts that bear the key of one before them in the same list: whoever alters the one would alter the other. */
function keysTwice({ phases, waves, roles, papers, steps }: ProcessTemplateDefinition): Twice[] {
  const sections = papers.flatMap((paper, index) => [twiceIn(['papers', index, 'sections'], paper.sections), ...paper.sections.map(({ fields }, section) => twiceIn(['papers', index, 'sections', section, 'fields'], fields))]);
  return [twiceIn(['phases'], phases), twiceIn(['waves'], waves), twiceIn(['roles'], roles), twiceIn(['papers'], papers), twiceIn(['steps'], steps), ...sections].flat();
}

function twiceIn(list: JsonPath, items: readonly { key: string }[]): Twice[] {
  const first = new Map<string, number>();
  return items.flatMap(({ key }, index) => {
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    return before === undefined ? [] : [{ path: [...list, index], before: [...list, before] }];
  });
}

const withinSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** The first of them. Only their lines are counted: a file can hold thousands of faults, and a line is counted from the beginning. */
function inLines(found: readonly { path: JsonPath; says: string }[], { placeAt, lineAt }: JsonRead): FileFault[] {
  const placed = found.map((fault) => ({ ...fault, place: placeAt(['process', ...fault.path]) })).sort((a, b) => a.place - b.place);
  return placed.slice(0, MOST_NAMED).map(({ path, says }) => ({ line: lineAt(['process', ...path]), says }));
}

const refused = (line: number, says: string): ReadFile => ({ faults: [{ line, says }] });

type Issue = z.core.$ZodIssue;

function issueWords(issue: Issue, process: unknown): string {
  const what = named(issue.path as JsonPath, process);
  const value = at(issue.path as JsonPath, process);
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? `${what} is missing` : `${what} is ${KIND_OF(value)}, and is to be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return value === undefined ? `${what} is missing` : `${what} is ${said(value)}, which is not one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      if (issue.format === 'date') return `${what} is ${said(value)}, and is to be a day that there is, written as in 2017-11-23`;
      return `${what} is ${said(value)}: only small letters, digits and hyphens are taken, a letter first`;
    case 'too_small':
      return `${what} is ${issue.origin === 'string' ? 'empty' : issue.origin === 'array' ? 'an empty list' : `smaller than ${issue.minimum}`}`;
    case 'too_big':
      return `${what} is larger than ${issue.maximum}`;
    case 'invalid_union':
      return `${what} is ${said(value)}, which is nothing that can stand there`;
    default:
      return `${what} is ${said(value)}, which is not taken`;
  }
}

const TYPES: Partial<Record<string, string>> = { string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', record: 'an object' };

const KIND_OF = (value: unknown): string => (value === null ? 'empty' : Array.isArray(value) ? 'a list' : ({ string: 'a text', number: 'a number', boolean: 'true or false' } as Record<string, string>)[typeof value] ?? 'an object');

function said(value: unknown): string {
  if (isObject(value)) return 'an object';
  return Array.isArray(value) ? 'a list' : `“${short(String(value))}”`;
}

/** "“offset” of “due” of the step “Notes agreed”", as a person finds it. */
function named(path: JsonPath, process: unknown): string {
  const parts: string[] = [];
  for (let length = path.length; length > 0; length -= 1) {
    const last = path[length - 1]!;
    if (typeof last === 'string') parts.push(`“${short(last)}”`);
    else {
      const item = at(path.slice(0, length), process);
      const of = String(path[length - 2] ?? 'list').replace(/s$/, '');
      const name = isObject(item) ? (item.name ?? item.title ?? item.label ?? item.key) : undefined;
      parts.push(typeof name === 'string' ? `the ${of} “${short(name)}”` : `the ${last + 1}${ordinal(last + 1)} of “${path[length - 2]}”`);
      length -= 1;
    }
  }
  const words = parts.join(' of ') || 'the process';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function ordinal(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th';
}

function at(path: JsonPath, value: unknown): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string | number, unknown>)[key] : undefined), value);
}

/** What stood in the file and the reading dropped: the schema does not know it. */
function keysLost(typed: unknown, kept: unknown, path: JsonPath = []): JsonPath[] {
  if (Array.isArray(typed)) return typed.flatMap((item, index) => keysLost(item, Array.isArray(kept) ? kept[index] : undefined, [...path, index]));
  if (!isObject(typed)) return [];
  return Object.keys(typed).flatMap((key) => (isObject(kept) && Object.hasOwn(kept, key) ? keysLost(typed[key], kept[key], [...path, key]) : [[...path, key]]));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function short(text: string): string {
  const seen = text.replaceAll(/\p{Cc}/gu, '\ufffd');
  return (seen.length > 60 ? `${seen.slice(0, 60)}…` : seen).toWellFormed();
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Folders of src/server that every capability may use; they use none themselves. */
const MECHANISMS = ['actor', 'documents', 'forum-days', 'ledger', 'mail', 'office-files', 'post-names', 'process-definition', 'recent-events', 'rounds', 'step-facts', 'word'];
/** Folders of src/server that stand above the capabilities: loops and stories made of their use cases. */
const ABOVE = ['jobs', 'demonstration'];
/** The files of src/server that may touch Prisma, beside every load.ts and store.ts. */
const DATABASE_DOORS = ['db', 'events', 'form-return', 'readiness', 'transact', 'visible', 'documents/create-document', 'documents/find-document', 'documents/save-change'];

const files = sources('src').map((path) => ({ path, text: withoutComments(readFileSync(path, 'utf8')), imports: [] as { to: string; typeOnly: boolean }[] }));
const paths = new Set(files.map(({ path }) => path));
for (const file of files) file.imports = importsOf(file.path, file.text);
const floor = (path: string) => path.split('/')[1]!;
const capability = (path: string) => (path.startsWith('src/server/') && path.split('/').length > 3 ? path.split('/')[2]! : null);

test('imports go one way: app to ui and server, both to domain', () => {
  const allowed: Record<string, string[]> = { domain: ['domain'], ui: ['ui', 'domain'], server: ['server', 'domain'], app: ['app', 'ui', 'server', 'domain'] };
  expect(wrong(({ path }, to) => {
    const may = allowed[floor(path)];
    if (!to.startsWith('src/') || !may || may.includes(floor(to)) || (path.startsWith('src/server/mail/') && to.startsWith('src/ui/'))) return null;
    return `${path} imports ${to}: what ${floor(path)} needs of ${floor(to)} is a rule (move it to src/domain) or is passed in by the page`;
  })).toEqual([]);
});

test('the domain is pure', () => {
  const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b|\bawait\b|\bcrypto\./;
  expect(wrong(({ path }, to, typeOnly) => (floor(path) === 'domain' && !to.startsWith('src/') && !/^(date-fns|zod|marked)(\/|$)/.test(to) && !typeOnly
    ? `${path} imports ${to}: domain has only date-fns, zod and the reader of Markdown; what touches the world belongs in src/server` : null))).toEqual([]);
  expect(files.filter(({ path, text }) => floor(path) === 'domain' && impure.test(text)).map(({ path, text }) =>
    `${path} uses ${impure.exec(text)![0]}: take the time, the chance or the setting as a parameter; src/server supplies it`)).toEqual([]);
});

test('ui is props in, markup out', () => {
  expect(wrong(({ path }, to) => (floor(path) === 'ui' && /^(node:|@prisma|next-auth|pg$)/.test(to) ? `${path} imports ${to}: load it in the page and pass it as a prop` : null))).toEqual([]);
});

test('a day on a page is the day in London', () => {
  expect(files.filter(({ path, text }) => ['ui', 'app'].includes(floor(path)) && /\.toISOString\(\)\.slice\(0, 10\)/.test(text)).map(({ path }) =>
    `${path} cuts an instant to its day in UTC, which begins an hour late in summer: FullDayAt of src/ui/day.tsx says the day in London`)).toEqual([]);
});

test('only the doors of the database touch Prisma', () => {
  expect(wrong(({ path }, to, typeOnly) => {
    const prisma = to.startsWith('@prisma/') || to.startsWith('src/server/prisma-client/') || to === 'src/server/db.ts';
    const door = /^src\/server\/[\w-]+\/([\w-]+\/)?(load|store)\.ts$/.test(path) || DATABASE_DOORS.some((name) => path === `src/server/${name}.ts`);
    if (!prisma || typeOnly || door || ABOVE.includes(capability(path) ?? '')) return null;
    return `${path} imports ${to}: reads for a page belong in load.ts of its capability, finding and saving in store.ts`;
  })).toEqual([]);
});

test('capabilities of the server do not import one another', () => {
  expect(wrong(({ path }, to) => {
    const [from, into] = [capability(path), capability(to)];
    if (floor(path) !== 'server' || !into || from === into || into === 'prisma-client' || MECHANISMS.includes(into) || ABOVE.includes(from ?? '')) return null;
    if (from === null || MECHANISMS.includes(from)) return `${path} imports ${to}: a mechanism knows no capability; turn it round, or move it to ${into}`;
    return `${path} imports ${to}: what ${from} and ${into} both need is a rule (src/domain) or a mechanism (the root of src/server)`;
  })).toEqual([]);
});

test('a route imports from its own folder or one above it', () => {
  expect(wrong(({ path }, to) => {
    if (floor(path) !== 'app' || !to.startsWith('src/app/')) return null;
    const [here, there] = [`${dirname(path)}/`, `${dirname(to)}/`];
    return here.startsWith(there) || there.startsWith(here) ? null : `${path} imports ${to}: what two routes share is markup (src/ui), a read (load.ts in src/server) or stands in a folder above both`;
  })).toEqual([]);
});

test('public doors stand only in actions.ts', () => {
  expect(files.filter(({ path, text }) => /['"]use server['"]/.test(text) && !/^src\/app\/(.*\/)?actions\.ts$/.test(path)).map(({ path }) =>
    `${path} says 'use server': everything exported there is a public door; move it to the actions.ts of its route`)).toEqual([]);
});

test('there are no drawers', () => {
  expect([...paths, ...sources('tests')].filter((path) => /(^|\/)(lib|utils?|helpers?|services?|common|misc|shared)(\/|\.tsx?$)/.test(path)).map((path) =>
    `${path}: a drawer; a function belongs to the noun that it is about`)).toEqual([]);
});

test('no import leads back to where it came from', () => {
  const next = new Map(files.map(({ path, imports }) => [path, imports.filter(({ to, typeOnly }) => paths.has(to) && !typeOnly).map(({ to }) => to)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  expect(cycles.map((cycle) => `${cycle}: what the two share belongs in a third file below both`)).toEqual([]);
});

/** One sentence for each import that a rule refuses. */
function wrong(rule: (file: { path: string }, to: string, typeOnly: boolean) => string | null): string[] {
  return files.flatMap((file) => file.imports.map(({ to, typeOnly }) => rule(file, to, typeOnly)).filter((sentence) => sentence !== null));
}

function importsOf(path: string, text: string): { to: string; typeOnly: boolean }[] {
  const found = text.matchAll(/(?:^|[\n;])\s*(import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, , type, names, fixed, dynamic]) => ({
    to: resolve(path, (fixed ?? dynamic)!),
    typeOnly: Boolean(type) || /^\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}$/.test(names ?? ''),
  }));
}

function resolve(from: string, name: string): string {
  if (!name.startsWith('.') && !name.startsWith('@/')) return name;
  const path = name.startsWith('@/') ? join('src', name.slice(2)) : normalize(join(dirname(from), name));
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => paths.has(candidate)) ?? `${path}.ts`;
}

function sources(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).map((entry) => relative('.', join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('src/server/prisma-client/')).sort();
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, fetchOnce, percentile, scriptBytes } from './bench/load.mjs';
import { command, node, root, say, Sorry } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';

const help = `
npm run bench [-- --json] [--seconds N] [--scales 1,5,20]
  Serves the production build on a database of its own with the demonstration region, and measures the six busiest pages
  beside an empty page of the same app: requests a second, half of the answers (p50) and 95 in 100 (p95) within how many
  milliseconds, processor time of the server for a request and its ratio to the empty page's, queries, size of the page and
  of its scripts. Then what the writer of a self-view of 20,000 words waits for: the page of a section, the whole text,
  this year beside the last, and a save by itself. And what it costs to open a cycle for the largest region. At each scale the past cycles stand there that many times; a page should cost the same at all of them.

  --json        prints one JSON document last
  --seconds N   how long each page is asked for, in five turns (10)
  --scales …    how many times the past cycles (1,5,20)
`;

/** The pages take turns this many times, the empty one among them: what else the machine does falls on all alike, and the middle turn counts. */
const ROUNDS = 5;

/** For so many seconds each page is asked for before anything is measured: until then the engine still compiles, and few slow pages would pay for it. */
const WARM = 4;

/** @typedef {{ name: string, path: string, cookie: string }} Page */
/** @typedef {{ name: string, scale: number, rps: number, p50_ms: number, p95_ms: number, cpu_ms: number, cpu_ratio_to_empty: number, queries: number, html_bytes: number, script_gzip_bytes: number }} Row */

await command(help, async (words) => {
  const value = (/** @type {string} */ name, /** @type {string} */ otherwise) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? '') : otherwise);
  const seconds = Number(value('--seconds', '10'));
  const scales = value('--scales', '1,5,20').split(',').map(Number);
  if (!(seconds > 0) || scales.some((scale, index) => !(scale >= (scales[index - 1] ?? 1)))) throw new Sorry('--seconds is a number, --scales are numbers that rise, as in 1,5,20.');
  const { rows, writing, opening } = await measured(seconds, scales);
  printTable(['name', 'scale', 'rps', 'p50_ms', 'p95_ms', 'cpu_ms', 'cpu_ratio_to_empty', 'queries', 'html_bytes', 'script_gzip_bytes'], rows);
  say('— a self-view of 20,000 words');
  printTable(['name', 'p50_ms', 'p95_ms', 'cpu_ms', 'html_bytes'], writing);
  say('— a cycle opened in the largest region, by process: time and processor time of the server');
  printTable(['name', 'authorities', 'ms', 'cpu_ms'], opening);
  if (words.includes('--json')) say(JSON.stringify({ pages: rows, writing, opening }));
});

/** @param {number} seconds @param {number[]} scales */
async function measured(seconds, scales) {
  await installDependencies();
  const { generateClient } = await import('./ground/client.mjs');
  const { buildIfNeeded } = await import('./ground/build.mjs');
  const { anyFreePort, startPostgres } = await import('./ground/postgres.mjs');
  const { migrate } = await import('./ground/migrations.mjs');
  const { repeatPastCycles } = await import('./bench/past-cycles.mjs');
  await generateClient();
  const folder = mkdtempSync(join(tmpdir(), 'critical-friend-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder, { throwaway: true });
  try {
    const port = await anyFreePort();
    const env = /** @type {NodeJS.ProcessEnv} */ ({
      ...process.env, PORT: String(port), DATABASE_URL: postgres.url, DEMO: '1', BENCH: '1',
      NEXTAUTH_URL: `http://localhost:${port}`, NEXTAUTH_SECRET: 'only-for-one-run-of-the-bench', NEXT_TELEMETRY_DISABLED: '1',
    });
    await migrate(postgres.url);
    await node(['--import', 'tsx', 'scripts/seed.ts'], { env, quiet: true, otherwise: 'The demonstration region could not be loaded: see above.' });
    await buildIfNeeded(env);
    const list = join(folder, 'pages.json');
    await node(['--import', 'tsx', 'scripts/bench/busiest-pages.ts', list], { env, quiet: true, otherwise: 'The busiest pages could not be found: see above.' });
    /** @type {{ pages: Page[], writing: import('./bench/writing.mjs').LongSelfView }} */
    const { pages, writing } = JSON.parse(readFileSync(list, 'utf8'));
    /** @type {Row[]} */
    const rows = [];
    let there = 1;
    for (const scale of scales) {
      say(`— the past cycles ${scale} times`);
      await repeatPastCycles(postgres.url, { from: there, to: scale });
      there = scale;
      rows.push(...(await atScale(scale, pages, env, seconds, join(folder, 'server.log'))));
    }
    const ofWriter = await ofWriting(writing, env, join(folder, 'server.log'));
    const opened = join(folder, 'opening.json');
    await node(['--import', 'tsx', 'scripts/bench/opening.ts', opened], { env, quiet: true, otherwise: 'The cycles could not be opened: see above.' });
    return { rows, writing: ofWriter, opening: JSON.parse(readFileSync(opened, 'utf8')) };
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} scale @param {Page[]} pages @param {NodeJS.ProcessEnv} env @param {number} seconds @param {string} log @returns {Promise<Row[]>} */
async function atScale(scale, pages, env, seconds, log) {
  const { startNext } = await import('./ground/next-server.mjs');
  const server = await startNext('start', env, { output: openSync(log, 'w'), preload: join(root, 'scripts', 'bench', 'meter.cjs') });
  try {
    const all = [{ name: 'empty', path: '/empty', cookie: '' }, ...pages];
    await settled(server);
    for (const page of all) await asked(page, env, server, WARM);
    /** @type {Map<string, Awaited<ReturnType<typeof asked>>[]>} */
    const found = new Map(all.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const page of all) found.get(page.name)?.push(await asked(page, env, server, seconds / ROUNDS));
    }
    const cpuOf = (/** @type {string} */ name) => percentile((found.get(name) ?? []).map(({ cpuMs }) => cpuMs), 0.5);
    /** @type {Row[]} */
    const rows = [];
    for (const page of all) {
      const rounds = found.get(page.name) ?? [];
      const times = rounds.flatMap((round) => round.times);
      rows.push({
        name: page.name,
        scale,
        rps: rounded(times.length / rounds.reduce((sum, { elapsed }) => sum + elapsed, 0)),
        p50_ms: rounded(percentile(times, 0.5)),
        p95_ms: rounded(percentile(times, 0.95)),
        cpu_ms: rounded(cpuOf(page.name)),
        cpu_ratio_to_empty: rounded(cpuOf(page.name) / cpuOf('empty')),
        ...(await weighed(page, env, server)),
      });
    }
    return rows;
  } finally {
    await server.stop();
  }
}

/** @param {import('./bench/writing.mjs').LongSelfView} writing @param {NodeJS.ProcessEnv} env @param {string} log */
async function ofWriting(writing, env, log) {
  const { startNext } = await import('./ground/next-server.mjs');
  const { measureWriting } = await import('./bench/writing.mjs');
  const server = await startNext('start', env, { output: openSync(log, 'a'), preload: join(root, 'scripts', 'bench', 'meter.cjs') });
  try {
    await settled(server);
    return await measureWriting(writing, `http://localhost:${env.PORT}`, server.meter);
  } finally {
    await server.stop();
  }
}

/** Waits until the jobs of the start have done what waited for them. @param {Awaited<ReturnType<typeof import('./ground/next-server.mjs').startNext>>} server */
async function settled({ meter }) {
  for (let seconds = 0; seconds < 60; seconds++) {
    const before = await meter();
    await pause(1000);
    if ((await meter()).queries === before.queries) return;
  }
}

/** @typedef {Awaited<ReturnType<typeof import('./ground/next-server.mjs').startNext>>} Server */

/** Asks for a page for some seconds: the milliseconds of each answer, and the server's processor time for one. @param {Page} page @param {NodeJS.ProcessEnv} env @param {Server} server @param {number} seconds */
async function asked({ name, path, cookie }, env, { meter }, seconds) {
  const url = `http://localhost:${env.PORT}${path}`;
  const { status, location } = await fetchOnce(url, cookie);
  if (status !== 200) throw new Sorry(`${name} (${path}) answered ${status}${location ? ` to ${location}` : ''}: there is nothing to measure.`);
  const before = await meter();
  const { times, elapsed } = await ask(url, cookie, seconds);
  const after = await meter();
  return { times, elapsed, cpuMs: (after.cpuMs - before.cpuMs) / times.length };
}

/** What a page is made of. @param {Page} page @param {NodeJS.ProcessEnv} env @param {Server} server */
async function weighed({ path, cookie }, env, { meter }) {
  const url = `http://localhost:${env.PORT}${path}`;
  let queries = Infinity; // the least of five: jobs in the background send some of their own
  for (let times = 0; times < 5; times++) {
    const quiet = await meter();
    await fetchOnce(url, cookie);
    queries = Math.min(queries, (await meter()).queries - quiet.queries);
  }
  const { body } = await fetchOnce(url, cookie);
  return { queries, html_bytes: body.length, script_gzip_bytes: await scriptBytes(url, body.toString()) };
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toFixed(2));
}

/** @param {readonly string[]} heads @param {readonly object[]} rows */
function printTable(heads, rows) {
  const lines = [[...heads], ...rows.map((row) => heads.map((head) => String(Object.entries(row).find(([key]) => key === head)?.[1])))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  for (const line of lines) say(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

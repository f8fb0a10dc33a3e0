import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { command, node, root, say, Sorry } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';

const help = `
npm run bench [-- --json] [--seconds N] [--scales 1,5,20]
  Serves the production build on a database of its own with the demonstration region, and measures the five busiest pages
  beside an empty page of the same app: requests a second, half of the answers (p50) and 95 in 100 (p95) within how many
  milliseconds, processor time of the server for a request and its ratio to the empty page's, queries, size of the page and
  of its scripts. At each scale the past cycles stand there that many times; a page should cost the same at all of them.

  --json        prints one JSON document last
  --seconds N   how long each page is asked for (4)
  --scales …    how many times the past cycles (1,5,20)
`;

/** @typedef {{ name: string, path: string, cookie: string }} Page */
/** @typedef {{ name: string, scale: number, rps: number, p50_ms: number, p95_ms: number, cpu_ms: number, cpu_ratio_to_empty: number, queries: number, html_bytes: number, script_gzip_bytes: number }} Row */

await command(help, async (words) => {
  const value = (/** @type {string} */ name, /** @type {string} */ otherwise) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? '') : otherwise);
  const seconds = Number(value('--seconds', '4'));
  const scales = value('--scales', '1,5,20').split(',').map(Number);
  if (!(seconds > 0) || scales.some((scale, index) => !(scale >= (scales[index - 1] ?? 1)))) throw new Sorry('--seconds is a number, --scales are numbers that rise, as in 1,5,20.');
  const rows = await measured(seconds, scales);
  printTable(rows);
  if (words.includes('--json')) say(JSON.stringify({ pages: rows }));
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
    /** @type {Page[]} */
    const pages = JSON.parse(readFileSync(list, 'utf8'));
    /** @type {Row[]} */
    const rows = [];
    let there = 1;
    for (const scale of scales) {
      say(`— the past cycles ${scale} times`);
      await repeatPastCycles(postgres.url, { from: there, to: scale });
      there = scale;
      rows.push(...(await atScale(scale, pages, env, seconds, join(folder, 'server.log'))));
    }
    return rows;
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
    const empty = { name: 'empty', path: '/empty', cookie: '' };
    await settled(server);
    for (const page of [empty, ...pages]) await onePage(page, env, server, 1);
    const before = await onePage(empty, env, server, seconds);
    /** @type {Awaited<ReturnType<typeof onePage>>[]} */
    const found = [];
    for (const page of pages) found.push(await onePage(page, env, server, seconds));
    const after = await onePage(empty, env, server, seconds);
    const floor = (before.cpu_ms + after.cpu_ms) / 2;
    return [before, ...found].map((row) => ({
      name: row.name,
      scale,
      rps: rounded(row.rps),
      p50_ms: rounded(row.p50_ms),
      p95_ms: rounded(row.p95_ms),
      cpu_ms: rounded(row.cpu_ms),
      cpu_ratio_to_empty: row === before ? 1 : rounded(row.cpu_ms / floor),
      queries: row.queries,
      html_bytes: row.html_bytes,
      script_gzip_bytes: row.script_gzip_bytes,
    }));
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

/** @param {Page} page @param {NodeJS.ProcessEnv} env @param {Awaited<ReturnType<typeof import('./ground/next-server.mjs').startNext>>} server @param {number} seconds */
async function onePage({ name, path, cookie }, env, { meter }, seconds) {
  const { ask, fetchOnce, percentile, scriptBytes } = await import('./bench/load.mjs');
  const url = `http://localhost:${env.PORT}${path}`;
  const { status, location, body } = await fetchOnce(url, cookie);
  if (status !== 200) throw new Sorry(`${name} (${path}) answered ${status}${location ? ` to ${location}` : ''}: there is nothing to measure.`);
  let queries = Infinity; // the least of five: jobs in the background send some of their own
  for (let times = 0; times < 5; times++) {
    const quiet = await meter();
    await fetchOnce(url, cookie);
    queries = Math.min(queries, (await meter()).queries - quiet.queries);
  }
  const before = await meter();
  const { times, elapsed } = await ask(url, cookie, seconds);
  const after = await meter();
  return {
    name,
    rps: times.length / elapsed,
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    cpu_ms: (after.cpuMs - before.cpuMs) / times.length,
    queries,
    html_bytes: body.length,
    script_gzip_bytes: await scriptBytes(url, body.toString()),
  };
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toFixed(2));
}

/** @param {Row[]} rows */
function printTable(rows) {
  const heads = /** @type {const} */ (['name', 'scale', 'rps', 'p50_ms', 'p95_ms', 'cpu_ms', 'cpu_ratio_to_empty', 'queries', 'html_bytes', 'script_gzip_bytes']);
  const lines = [heads.map(String), ...rows.map((row) => heads.map((head) => String(row[head])))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  for (const line of lines) say(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

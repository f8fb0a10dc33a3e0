import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { command, outcome, say, Sorry, stopChildren } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';

const help = `
npm test [-- [--only domain|server|e2e] [FILTER…]]
  Installs what is missing, generates the database client, then: lint, types, the tests of the rules (domain), of the
  server on a PostgreSQL of its own (server), and in a browser on the production build (e2e). Ends with what failed, by name, and "N passed, N failed".

  npm test -- --only domain               one part, without lint and types
  npm test -- --only server forum-notes   and of it the files whose path holds these words
  CHROMIUM_PATH=/path/to/chromium         the browser to use; else one is looked for, else installed
`;

const parts = ['domain', 'server', 'e2e'];
/** @typedef {{ passed: number, failed: string[] }} Count what failed, by name */

await command(help, async (words) => {
  const { only, filters } = asked(words);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => (stopChildren(), process.exit(1)));
  await installDependencies();
  const { generateClient } = await import('./ground/client.mjs');
  await generateClient();
  const folder = mkdtempSync(join(tmpdir(), 'critical-friend-results-'));
  /** @type {Count} */
  const total = { passed: 0, failed: [] };
  const add = (/** @type {Count} */ { passed, failed }) => ((total.passed += passed), total.failed.push(...failed));
  try {
    if (!only) {
      add(await check('lint', ['node_modules/oxlint/bin/oxlint']));
      add(await check('types', ['node_modules/typescript/bin/tsc', '--noEmit']));
    }
    if (only !== 'e2e') add(await unitTests(join(folder, 'vitest.json'), only, filters));
    if (!only || only === 'e2e') add(await browserTests(join(folder, 'playwright.json'), filters));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const failure of total.failed) say(`failed: ${failure}`);
  say(`${total.passed} passed, ${total.failed.length} failed`);
  return total.failed.length === 0 ? 0 : 1;
});

/** @param {string[]} words @returns {{ only: string | undefined, filters: string[] }} */
function asked(words) {
  const at = words.indexOf('--only');
  if (at === -1) return { only: undefined, filters: words };
  const only = words[at + 1];
  if (!only || !parts.includes(only)) throw new Sorry(`--only is one of ${parts.join(', ')}.`);
  return { only, filters: words.filter((_, index) => index !== at && index !== at + 1) };
}

/** @param {string} name @param {string[]} args @returns {Promise<Count>} what passes counts for nothing */
async function check(name, args) {
  say(`— ${name}`);
  const { code, output } = await outcome(process.execPath, args, { quiet: true });
  if (code !== 0) process.stderr.write(output);
  return { passed: 0, failed: code === 0 ? [] : [name] };
}

/** @param {string} report @param {string | undefined} only @param {string[]} filters @returns {Promise<Count>} */
async function unitTests(report, only, filters) {
  say(`— ${only ?? 'domain and server'}`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await outcome(process.execPath, [...args, ...(only ? ['--project', only] : []), ...filters], {});
  if (!existsSync(report)) return { passed: 0, failed: ['the tests of rules and server did not run to their end'] };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return atLeastOne(code, { passed: numPassedTests, failed: testResults.flatMap(failedInFile) });
}

/** A file that could not be run at all is one failure. @param {any} file @returns {string[]} */
function failedInFile({ name, status, assertionResults, message }) {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((/** @type {any} */ result) => result.status === 'failed').map((/** @type {any} */ result) => `${file} › ${result.fullName}: ${firstLine(result.failureMessages[0])}`);
  return status === 'failed' && failed.length === 0 ? [`${file}: ${firstLine(message)}`] : failed;
}

/** @param {string} report @param {string[]} filters @returns {Promise<Count>} */
async function browserTests(report, filters) {
  say('— e2e');
  const { browserForTests } = await import('./ground/browser.mjs');
  const browser = await browserForTests();
  if (!browser) {
    process.stderr.write('The browser tests fail: there is no Chromium here and none could be installed; install one, or name it in CHROMIUM_PATH.\n');
    return { passed: 0, failed: ['e2e: no browser'] };
  }
  const env = { ...process.env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await outcome(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...filters], { env });
  if (!existsSync(report)) return { passed: 0, failed: ['the tests in the browser did not run to their end'] };
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  return atLeastOne(code, { passed: stats.expected + stats.flaky, failed: suites.flatMap(failedInSuite) });
}

/** @param {any} suite one file of Playwright’s report, or a group within it @returns {string[]} */
function failedInSuite({ specs, suites = [] }) {
  const failed = specs.flatMap((/** @type {any} */ { file, title, tests }) => tests.filter((/** @type {any} */ test) => test.status === 'unexpected').map((/** @type {any} */ test) => `tests/e2e/${file} › ${title}: ${firstLine(test.results.at(-1)?.error?.message)}`));
  return [...failed, ...suites.flatMap(failedInSuite)];
}

/** A run that failed outside any test failed all the same. @param {number} code @param {Count} count @returns {Count} */
function atLeastOne(code, { passed, failed }) {
  return { passed, failed: code === 0 || failed.length > 0 ? failed : ['the run, outside any test'] };
}

/** @param {string | undefined} message */
function firstLine(message) {
  return stripVTControlCharacters(message ?? 'no reason given').split('\n')[0];
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, outcome, say, Sorry, stopChildren } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';

const help = `
npm test [-- [--only domain|server|e2e] [FILTER…]]
  Installs what is missing, generates the database client, then: lint, types, the tests of the rules (domain), of the
  server on a PostgreSQL of its own (server), and in a browser on the production build (e2e). Ends with "N passed, N failed".

  npm test -- --only domain               one part, without lint and types
  npm test -- --only server forum-notes   and of it the files whose path holds these words
  CHROMIUM_PATH=/path/to/chromium         the browser to use; else one is looked for, else installed
`;

const parts = ['domain', 'server', 'e2e'];
/** @typedef {{ passed: number, failed: number }} Count */

await command(help, async (words) => {
  const { only, filters } = asked(words);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => (stopChildren(), process.exit(1)));
  await installDependencies();
  const { generateClient } = await import('./ground/client.mjs');
  await generateClient();
  const folder = mkdtempSync(join(tmpdir(), 'critical-friend-results-'));
  const total = { passed: 0, failed: 0 };
  const add = (/** @type {Count} */ { passed, failed }) => ((total.passed += passed), (total.failed += failed));
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
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/** @param {string[]} words @returns {{ only: string | undefined, filters: string[] }} */
function asked(words) {
  const at = words.indexOf('--only');
  if (at === -1) return { only: undefined, filters: words };
  const only = words[at + 1];
  if (!only || !parts.includes(only)) throw new Sorry(`--only is one of ${parts.join(', ')}.`);
  return { only, filters: words.filter((_, index) => index !== at && index !== at + 1) };
}

/** @param {string} name @param {string[]} args @returns {Promise<Count>} what passes counts for nothing, what fails for one */
async function check(name, args) {
  say(`— ${name}`);
  const { code, output } = await outcome(process.execPath, args, { quiet: true });
  if (code !== 0) process.stderr.write(output);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/** @param {string} report @param {string | undefined} only @param {string[]} filters @returns {Promise<Count>} */
async function unitTests(report, only, filters) {
  say(`— ${only ?? 'domain and server'}`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await outcome(process.execPath, [...args, ...(only ? ['--project', only] : []), ...filters], {});
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter((/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return atLeastOne(code, { passed: numPassedTests, failed: numFailedTests + broken });
}

/** @param {string} report @param {string[]} filters @returns {Promise<Count>} */
async function browserTests(report, filters) {
  say('— e2e');
  const { browserForTests } = await import('./ground/browser.mjs');
  const browser = await browserForTests();
  if (!browser) {
    process.stderr.write('The browser tests fail: there is no Chromium here and none could be installed; install one, or name it in CHROMIUM_PATH.\n');
    return { passed: 0, failed: 1 };
  }
  const env = { ...process.env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await outcome(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...filters], { env });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = JSON.parse(readFileSync(report, 'utf8')).stats;
  return atLeastOne(code, { passed: expected + flaky, failed: unexpected });
}

/** A run that failed outside any test failed all the same. @param {number} code @param {Count} count @returns {Count} */
function atLeastOne(code, { passed, failed }) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

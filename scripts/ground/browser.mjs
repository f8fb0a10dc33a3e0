import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { outcome, say } from './command.mjs';

const usual = [
  // The same without its window: a quarter faster.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns {Promise<string | undefined>} the program of a browser for the tests: CHROMIUM_PATH, the usual places, or Playwright's own */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test');
  return [process.env.CHROMIUM_PATH ?? '', ...usual, chromium.executablePath()].find(runs);
}

/** Finds a browser, or installs one: from the system's packages as root, else Playwright's own. */
export async function browserForTests() {
  const found = await findBrowser();
  if (found) return found;
  say('There is no browser for the tests yet: installing one.');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await outcome('apt-get', ['update'], { quiet: true });
    for (const browser of ['chromium-headless-shell', 'chromium']) {
      await outcome('apt-get', ['install', '-y', '--no-install-recommends', browser], { quiet: true });
      const installed = await findBrowser();
      if (installed) return installed;
    }
  }
  await outcome(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { quiet: true });
  return findBrowser();
}

/** A file of that name may be a stand-in that only says how to install it. @param {string} path */
function runs(path) {
  if (!path || !existsSync(path)) return false;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

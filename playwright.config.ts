import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/ground/browser.mjs';

process.env.TZ = 'Asia/Kathmandu';
process.env.CHROMIUM_PATH ??= await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  // The production build on a PostgreSQL of its own with the demonstration region; it sets E2E_URL.
  globalSetup: './tests/support/production-server.ts',
  // A new cycle changes what everyone finds, so it is opened when all else is done.
  projects: [
    { name: 'journeys', testIgnore: '**/{opening,moderating,pairing}.test.ts' },
    { name: 'opening', testMatch: '**/{opening,moderating,pairing}.test.ts', dependencies: ['journeys'] },
  ],
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: process.env.E2E_URL,
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] },
    screenshot: 'only-on-failure',
    // A trace of every action costs a third of the time: `npx playwright test --trace retain-on-failure FILTER` keeps one where it is wanted.
    trace: 'off',
  },
});

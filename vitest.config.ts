import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Far from London and 5 h 45 min from everything: a day worked out in the wrong zone is a wrong day here.
process.env.TZ = 'Asia/Kathmandu';

const alias = { '@': fileURLToPath(new URL('./src', import.meta.url)) };

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // No test measures time. These end what hangs, or takes hundreds of times as long as it should; a busy machine is no failure.
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'domain',
          include: ['tests/*.test.ts', 'tests/{domain,ui}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/quiet-console.ts'],
          testTimeout: 60_000,
          // The rules keep nothing, so their files share a process.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/*.test.ts', 'tests/{domain,ui,e2e}/**', 'node_modules/**'],
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/quiet-console.ts', 'tests/support/own-database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

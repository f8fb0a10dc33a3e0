import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../scripts/ground/build.mjs';
import { together } from '../../scripts/ground/command.mjs';
import { startNext } from '../../scripts/ground/next-server.mjs';
import { anyFreePort } from '../../scripts/ground/postgres.mjs';
import { buildTemplate, databaseUrl, execute, startTestServer } from './database-server';

/** For the browser tests: a database with the demonstration region, and the production build served on it at E2E_URL; a copy of it for the chaos. */
export default async function setUp(): Promise<() => Promise<void>> {
  const database = await startTestServer();
  const folder = mkdtempSync(join(tmpdir(), 'critical-friend-e2e-'));
  const log = join(folder, 'server.log');
  try {
    const port = await anyFreePort();
    const env = {
      ...process.env,
      TZ: 'Europe/London',
      PORT: String(port),
      DATABASE_URL: databaseUrl(database.url, 'e2e'),
      DEMO: '1',
      NEXTAUTH_URL: `http://localhost:${port}`,
      NEXTAUTH_SECRET: 'only-for-the-browser-tests-of-one-run',
      NEXT_TELEMETRY_DISABLED: '1',
    };
    await together(
      () => buildTemplate(database.url, 'e2e', { demonstration: true }),
      () => buildIfNeeded(env),
    );
    // One for the test whose server is killed again and again.
    await execute(database.url, 'create database "chaos" template "e2e"');
    process.env.CHAOS_DATABASE_URL = databaseUrl(database.url, 'chaos');
    const server = await startNext('start', env, { output: openSync(log, 'w') });
    process.env.E2E_URL = env.NEXTAUTH_URL;
    process.env.E2E_DATABASE_URL = env.DATABASE_URL;
    return async () => {
      await server.stop();
      await database.stop();
      const complaints = readFileSync(log, 'utf8').split('\n').filter((line) => /⨯|error|warn/i.test(line));
      if (complaints.length > 0) process.stderr.write(`The server complained:\n${complaints.join('\n')}\n`);
      rmSync(folder, { recursive: true, force: true });
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

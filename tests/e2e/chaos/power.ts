import { openSync } from 'node:fs';
import pg from 'pg';
import { startNext } from '../../../scripts/ground/next-server.mjs';
import { anyFreePort } from '../../../scripts/ground/postgres.mjs';

/** A server of its own that can be killed and started again, on a database of its own. */
export interface Power {
  url: string;
  isOn: () => boolean;
  /** kill -9, and on again after so long (ms). Returns at once. */
  cut: (off: number) => void;
  /** Waits until it is on. */
  on: () => Promise<void>;
  ask: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  stop: () => Promise<void>;
}

export async function startPower(): Promise<Power> {
  const database = new pg.Pool({ connectionString: process.env.CHAOS_DATABASE_URL, max: 2 });
  const port = await anyFreePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    TZ: 'Europe/London',
    PORT: String(port),
    DATABASE_URL: process.env.CHAOS_DATABASE_URL,
    DEMO: '1',
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: 'only-for-the-browser-tests-of-one-run',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const silence = openSync('/dev/null', 'w');
  let server = await startNext('start', env, { output: silence });
  let starting: Promise<void> | null = null;
  return {
    url,
    isOn: () => starting === null,
    cut: (off) => {
      starting ??= (async () => {
        await server.kill();
        await new Promise((resolve) => setTimeout(resolve, off));
        server = await startNext('start', env, { output: silence });
        starting = null;
      })();
    },
    on: async () => {
      await starting;
    },
    ask: async (sql, values = []) => (await database.query(sql, values)).rows as Record<string, unknown>[],
    stop: async () => {
      await starting;
      await server.stop();
      await database.end();
    },
  };
}

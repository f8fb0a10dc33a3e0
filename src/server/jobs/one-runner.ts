import pg from 'pg';
import { env } from '../env';

const LOCK = 'critical-friend jobs';

/**
 * The right to run the jobs, held by one process at a time: a lock of PostgreSQL that belongs to a connection, so that it is free as soon
 * as its holder is gone, however it went.
 */
export interface RunnersRight {
  /** True while this process has it; takes it when it is free. */
  hold: () => Promise<boolean>;
  release: () => Promise<void>;
}

export function runnersRight(): RunnersRight {
  let client: pg.Client | null = null;
  let held = false;
  const lose = () => {
    client = null;
    held = false;
  };
  return {
    async hold() {
      if (held) return true;
      const connected = client ?? (await connect(lose));
      client = connected;
      const { rows } = await connected.query<{ held: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [LOCK]);
      held = client === connected && rows[0]?.held === true;
      return held;
    },
    async release() {
      const open = client;
      lose();
      await open?.end().catch(() => undefined);
    },
  };
}

async function connect(lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: 'critical-friend-jobs', keepAlive: true });
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  // The connection alone must not keep the process alive.
  (client as pg.Client & { unref: () => void }).unref();
  return client;
}

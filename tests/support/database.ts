import pg from 'pg';
import { inject } from 'vitest';

const server = inject('databaseServer');
const name = `worker_${process.env.VITEST_POOL_ID ?? '1'}`;

// Set here, before any test imports src/server/db.ts: the setup file that imports this one runs first.
const own = new URL(server);
own.pathname = `/${name}`;
process.env.DATABASE_URL = own.href;

/**
 * This worker's database as it was at the start: migrated, with the reference data. Runs before each file of server tests;
 * a test that must begin from nothing again calls it itself.
 */
export async function freshDatabase(): Promise<void> {
  await copyDatabase('template_reference', name);
}

/** Keeps this worker's database as it stands now; what it gives puts it back, for the tests of a file that begin at the same point. */
export async function keepDatabase(): Promise<() => Promise<void>> {
  await copyDatabase(name, `${name}_kept`);
  return () => copyDatabase(`${name}_kept`, name);
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const held = globalThis as { criticalFriendDb?: { $disconnect: () => Promise<void> } };
  await held.criticalFriendDb?.$disconnect();
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`drop database if exists "${to}" with (force)`);
    await client.query(`create database "${to}" template "${from}" strategy file_copy`);
  } finally {
    await client.end();
  }
}

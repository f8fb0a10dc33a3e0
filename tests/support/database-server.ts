import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { outcome } from '../../scripts/ground/command.mjs';
import { migrate } from '../../scripts/ground/migrations.mjs';
import { startPostgres } from '../../scripts/ground/postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string;
  }
}

/** One PostgreSQL for the run, with a template: migrated, and holding the reference data. Each worker clones it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  await buildTemplate(server.url, 'template_reference');
  project.provide('databaseServer', server.url);
  return server.stop;
}

/** A PostgreSQL in a temporary folder, gone with everything in it when stopped. */
export async function startTestServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'critical-friend-tests-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder, { throwaway: true });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

/** Creates a database, migrates it and loads the reference data, or (`demonstration`) the whole demonstration region. */
export async function buildTemplate(server: string, name: string, { demonstration = false } = {}): Promise<string> {
  const url = databaseUrl(server, name);
  await execute(server, `create database "${name}"`);
  await migrate(url);
  const words = ['--import', 'tsx', 'scripts/seed.ts', ...(demonstration ? [] : ['--reference'])];
  const seeded = await outcome(process.execPath, words, { quiet: true, env: { NEXTAUTH_SECRET: 'only-for-filling-a-test-database', ...process.env, DATABASE_URL: url, DEMO: '1' } });
  if (seeded.code !== 0) throw new Error(`The test database could not be filled:\n${seeded.output}`);
  // Nothing else does: a server that is thrown away runs without its housekeeping.
  await execute(url, 'analyze');
  return url;
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function execute(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

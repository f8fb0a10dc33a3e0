import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { db } from './db';

/** Whether requests can be served; `because` is for an operator and tells a stranger nothing. */
export type Readiness = { ready: true } | { ready: false; because: 'database' | 'migrations' };

/** Ready: the database answers and has every migration of this version. */
export async function readiness(): Promise<Readiness> {
  const patience = new Promise<Readiness>((resolve) => setTimeout(resolve, 5_000, { ready: false, because: 'database' }).unref());
  return Promise.race([askDatabase(), patience]);
}

async function askDatabase(): Promise<Readiness> {
  try {
    const [{ table }] = await db.$queryRaw<[{ table: boolean }]>`select to_regclass('_prisma_migrations') is not null as table`;
    if (!table) return { ready: false, because: 'migrations' };
    const applied = await db.$queryRaw<{ name: string }[]>`select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
    const names = new Set(applied.map(({ name }) => name));
    return migrations().every((name) => names.has(name)) ? { ready: true } : { ready: false, because: 'migrations' };
  } catch {
    return { ready: false, because: 'database' };
  }
}

let known: string[] | undefined;

function migrations(): string[] {
  const folder = join(process.cwd(), 'prisma', 'migrations');
  known ??= readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')));
  return known;
}

import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, inject, test } from 'vitest';
import { outcome } from '../../scripts/ground/command.mjs';
import { migrate, missingFromMigrations } from '../../scripts/ground/migrations.mjs';
import { databaseUrl, execute } from '../support/database-server';
import { startOldPostgres } from './old-postgres';

const server = inject('databaseServer');

/** What `npm run migrate` and `npm start` say of a database, and their exit code. */
async function said(url: string, script = 'migrate', extra: Record<string, string> = {}) {
  const { code, output } = await outcome(process.execPath, [`scripts/${script}.mjs`], { quiet: true, env: { ...process.env, DATABASE_URL: url, ...extra } });
  return { code, output: output.trim() };
}

test('a database that nothing answers for is one sentence', async () => {
  const output = 'The database x on 127.0.0.1:1 (from DATABASE_URL) cannot be used: nothing answers there, so PostgreSQL must be started first.';
  expect(await said('postgresql://user:secret@127.0.0.1:1/x')).toEqual({ code: 1, output });
});

test('a PostgreSQL that is too old is one sentence', async () => {
  const old = await startOldPostgres();
  const host = new URL(old.url).host;
  expect(await said(old.url)).toEqual({ code: 1, output: `The database old on ${host} runs PostgreSQL 13: Critical Friend needs 14 or later.` });
  await old.stop();
});

test('an address that is none, a database that is none, a password that is wrong: one sentence each', async () => {
  const host = new URL(server).host;
  expect(await said('mysql://nowhere')).toEqual({ code: 1, output: 'DATABASE_URL is not an address of a PostgreSQL database, as in postgresql://user:password@host:5432/name.' });
  expect(await said(databaseUrl(server, 'nonesuch'))).toEqual({ code: 1, output: `The database nonesuch on ${host} (from DATABASE_URL) cannot be used: there is no database of that name; create it first.` });
  const wrong = new URL(server);
  wrong.password = 'wrong';
  expect(await said(wrong.href)).toEqual({ code: 1, output: `The database postgres on ${host} (from DATABASE_URL) cannot be used: the user or the password is not accepted.` });
});

test('a database with tables of something else is left alone', async () => {
  await execute(server, 'create database foreign_tables');
  await execute(databaseUrl(server, 'foreign_tables'), 'create table theirs (id int)');
  const output = 'The database cannot be migrated: it holds tables of something else; give DATABASE_URL an empty database.';
  expect(await said(databaseUrl(server, 'foreign_tables'))).toEqual({ code: 1, output });
});

test('a database of a later version, or one that a migration left half-way, is not touched', async () => {
  await execute(server, 'create database later template template_reference');
  const later = databaseUrl(server, 'later');
  await execute(later, `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ('1', 'x', '20991231000000_later', now(), 1)`);
  expect((await said(later)).output).toBe(
    'The database cannot be migrated: it has 20991231000000_later, which this version does not know; use the version that made it, or another database.',
  );
  await execute(later, `update _prisma_migrations set finished_at = null where migration_name = '20991231000000_later'`);
  expect((await said(later)).output).toBe(
    'The database cannot be migrated: 20991231000000_later failed before and was left half-way; restore a backup, or mend the table _prisma_migrations by hand.',
  );
});

test('two that migrate one database at once both find it migrated', async () => {
  await execute(server, 'create database raced');
  const both = await Promise.all([migrate(databaseUrl(server, 'raced')), migrate(databaseUrl(server, 'raced'))]);
  expect(both.flat().length).toBeGreaterThan(0);
  expect(await migrate(databaseUrl(server, 'raced'))).toEqual([]);
});

test('the migrations lead to the schema', async () => {
  await execute(server, 'create database compared');
  expect(await missingFromMigrations(databaseUrl(server, 'compared'))).toBe('');
});

test('a port in use is one sentence', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, resolve));
  const { port } = holder.address() as AddressInfo;
  const output = `Port ${port} is in use: stop what uses it, or choose another, as in PORT=${port + 1} npm start.`;
  expect(await said(server, 'start', { PORT: String(port) })).toEqual({ code: 1, output });
  holder.close();
});

test.each(['start', 'dev', 'test', 'bench', 'generate', 'migrate', 'migration'])('npm run %s explains itself', async (script) => {
  const { code, output } = await outcome(process.execPath, [`scripts/${script}.mjs`, '--help'], { quiet: true });
  expect(code).toBe(0);
  expect(output.split('\n')[0]).toMatch(new RegExp(`^npm (run )?${script}`));
});

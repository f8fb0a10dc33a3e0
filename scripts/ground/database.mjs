import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Sorry } from './command.mjs';
import { dataFolder } from './environment.mjs';
import { startPostgres } from './postgres.mjs';

const oldest = 14;
const name = 'critical_friend';
/** Stands as a comment on a database while scripts/seed.ts loads the demonstration region into it. */
const loadingRemark = 'The demonstration region is being loaded.';

/**
 * The database of this installation: the one that DATABASE_URL names, or the embedded one under ./data.
 * @returns {Promise<{ url: string, embedded: boolean, stopped?: Promise<void>, stop: () => Promise<void> }>}
 */
export async function openDatabase() {
  const url = process.env.DATABASE_URL;
  if (url) {
    await refuseUnusable(url);
    return { url, embedded: false, stop: async () => {} };
  }
  const postgres = await startPostgres(dataFolder);
  const stopped = new Promise((resolve) => postgres.process.once('exit', () => resolve(undefined)));
  const own = new URL(postgres.url);
  own.pathname = `/${name}`;
  await createIfNeeded(postgres.url);
  return { url: own.href, embedded: true, stopped: /** @type {Promise<void>} */ (stopped), stop: postgres.stop };
}

/**
 * The embedded database of a product that is running, for a command that only looks; null when none runs or DATABASE_URL names another.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | null>}
 */
export async function runningDatabase() {
  const file = join(dataFolder, 'database.json');
  if (process.env.DATABASE_URL || !existsSync(file)) return null;
  const { port, password } = JSON.parse(readFileSync(file, 'utf8'));
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    return { url, stop: async () => {} };
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * A kill while the demonstration region is being loaded leaves a region with half of its people: it is begun again.
 * @param {string} server
 */
async function createIfNeeded(server) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query(`select shobj_description(oid, 'pg_database') as remark from pg_database where datname = $1`, [name]);
    if (rows[0]?.remark === loadingRemark) await client.query(`drop database ${name} with (force)`);
    if (!rows[0] || rows[0].remark === loadingRemark) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

/** @param {string} url */
async function refuseUnusable(url) {
  const where = named(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    const major = Math.floor(Number(rows[0].server_version_num) / 10_000);
    if (major < oldest) throw new Sorry(`${where} runs PostgreSQL ${major}: Critical Friend needs ${oldest} or later.`);
    const remark = await client.query(`select shobj_description(oid, 'pg_database') as remark from pg_database where datname = current_database()`);
    if (remark.rows[0]?.remark === loadingRemark) throw new Sorry(`${where} holds half of a demonstration region, whose loading was interrupted: give DATABASE_URL an empty database.`);
  } catch (error) {
    if (error instanceof Sorry) throw error;
    throw new Sorry(`${where} (from DATABASE_URL) cannot be used: ${why(/** @type {Error & { code?: string }} */ (error))}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} url @returns {string} the address without user and password */
function named(url) {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error('another protocol');
    return `The database ${decodeURIComponent(pathname.slice(1)) || 'postgres'} on ${host || 'the local socket'}`;
  } catch {
    throw new Sorry('DATABASE_URL is not an address of a PostgreSQL database, as in postgresql://user:password@host:5432/name.');
  }
}

/** @param {Error & { code?: string }} error */
function why({ code, message }) {
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'nothing answers there, so PostgreSQL must be started first';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no host of that name';
  if (code === 'ETIMEDOUT' || /timeout/i.test(message)) return 'it did not answer within 10 seconds';
  if (code === '28P01' || code === '28000') return 'the user or the password is not accepted';
  if (code === '3D000') return 'there is no database of that name; create it first';
  return message || code || 'it does not answer';
}

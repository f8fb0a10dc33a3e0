import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, say, Sorry, stopChildren, together } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { dataFolder, freePortToServe, readDotEnv, serverEnvironment } from './environment.mjs';

/**
 * Brings everything up in order, serves until a signal comes, and takes everything down in the opposite order.
 * @param {'start' | 'dev'} mode
 * @returns {Promise<number>} the exit code
 */
export async function serve(mode) {
  readDotEnv();
  /** @type {(() => Promise<void> | void)[]} */
  const undo = [];
  let ending = false;
  const told = /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      const end = () => {
        ending = true;
        stopChildren();
        resolve();
      };
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end);
      followParent(end);
    })
  );
  const step = (/** @type {() => unknown} */ work) => (ending ? Promise.reject(new Ended()) : Promise.resolve(work()));
  try {
    const failed = await bringUp(mode, undo, step, told);
    if (failed) throw new Sorry(failed);
    return 0;
  } catch (error) {
    if (ending) return 0;
    throw error;
  } finally {
    for (const down of undo.reverse()) await down();
  }
}

class Ended extends Error {}

/**
 * @param {'start' | 'dev'} mode
 * @param {(() => Promise<void> | void)[]} undo
 * @param {(work: () => unknown) => Promise<any>} step
 * @param {Promise<void>} told to stop
 * @returns {Promise<string | undefined>} what broke, if it was not a signal that ended it
 */
async function bringUp(mode, undo, step, told) {
  const port = await freePortToServe();
  await step(installDependencies);
  if (!process.env.DATABASE_URL) undo.push(claimFolder());
  const { generateClient } = await import('./client.mjs');
  await step(generateClient);
  const { openDatabase } = await import('./database.mjs');
  const database = await step(openDatabase);
  undo.push(database.stop);
  const env = serverEnvironment({ port, ...database });
  const { migrate } = await import('./migrations.mjs');
  await step(() => migrate(database.url));
  const { buildIfNeeded } = await import('./build.mjs');
  const fill = () => node(['--import', 'tsx', 'scripts/seed.ts'], { env, otherwise: 'The database could not be filled: see above.' });
  await step(() => together(fill, async () => mode === 'start' && (await buildIfNeeded(env))));
  const { startNext } = await import('./next-server.mjs');
  const server = await step(() => startNext(mode, env));
  undo.push(server.stop);
  announce(env, database.embedded);
  const lost = (/** @type {string} */ what) => () => what;
  return Promise.race([
    told.then(() => undefined),
    server.stopped.then(lost('The server has ended by itself: see above.')),
    ...(database.stopped ? [database.stopped.then(lost(`The database has ended by itself: see ${join(dataFolder, 'postgres.log')}.`))] : []),
  ]);
}

/**
 * Only one start at a time works on the embedded database of a folder.
 * @returns {() => void} gives the folder free
 */
function claimFolder() {
  const file = join(dataFolder, 'running.pid');
  mkdirSync(dataFolder, { recursive: true });
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (pid && pid !== process.pid && isOurs(pid)) throw new Sorry(`Critical Friend is running from this folder already (process ${pid}): stop it first.`);
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** @param {number} pid */
function isOurs(pid) {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || /scripts\/(start|dev)\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {NodeJS.ProcessEnv} env @param {boolean} embedded */
function announce(env, embedded) {
  const here = `http://localhost:${env.PORT}`;
  const demo = env.DEMO === '1';
  say('');
  say(`Critical Friend is ready: ${here}`);
  say(
    demo
      ? `To sign in, open ${here}/sign-in and press one of the demonstration people; mail that would go out is kept at ${here}/outbox.`
      : `To sign in, open ${here}/sign-in and give your e-mail address; ${env.SMTP_URL ? 'a link comes by mail.' : 'no mail goes out until SMTP_URL is set.'}`,
  );
  say(`Ctrl-C stops everything${embedded ? `; the data stay in ${dataFolder}` : ''}.`);
}

/** npm passes a SIGTERM on to its shell and not always further: when the parent has gone, so must we. @param {() => void} end */
function followParent(end) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root, Sorry } from './command.mjs';

/**
 * Starts Next on the port of the environment and waits until it answers.
 * @param {'start' | 'dev'} mode
 * @param {NodeJS.ProcessEnv} env with PORT
 * @param {{ output?: number | 'inherit', preload?: string }} [options] where its output goes; what else to load into it first
 * @returns {Promise<{ stopped: Promise<void>, stop: () => Promise<void>, kill: () => Promise<void>, meter: () => Promise<{ cpuMs: number, queries: number }> }>}
 */
export async function startNext(mode, env, { output = 'inherit', preload } = {}) {
  const loaded = [join(root, 'scripts', 'ground', 'leash.cjs'), ...(preload ? [preload] : [])].flatMap((file) => ['--require', file]);
  const args = [...loaded, join('node_modules', 'next', 'dist', 'bin', 'next'), mode, '--port', env.PORT ?? ''];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, NODE_ENV: mode === 'dev' ? 'development' : 'production' },
    stdio: ['ignore', output, output, 'ipc'],
  });
  let running = true;
  const stopped = /** @type {Promise<void>} */ (new Promise((resolve) => child.once('exit', () => resolve((running = false, undefined)))));
  const stop = async () => {
    if (!running) return;
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), 8_000);
    await stopped;
    clearTimeout(kill);
  };
  /** As when the power goes: nothing is finished, nobody is told. */
  const kill = async () => {
    child.kill('SIGKILL');
    await stopped;
  };
  const meter = () =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send('meter');
    });
  const url = `http://127.0.0.1:${env.PORT}/api/health`;
  for (let tries = 0; tries < 1200; tries++) {
    if (!running) throw new Sorry('The server ended before it answered: see above.');
    if (await fetch(url).then((response) => response.ok, () => false)) return { stopped, stop, kill, meter };
    await pause(100);
  }
  await stop();
  throw new Sorry('The server did not answer within two minutes: see above.');
}

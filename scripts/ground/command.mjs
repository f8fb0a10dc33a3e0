import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever the working directory is. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Something the person at the terminal can mend: one sentence, no stack. */
export class Sorry extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Runs a command of this project: `--help` prints what it does, a `Sorry` prints its sentence and ends with 1.
 * @param {string} help
 * @param {(words: string[]) => Promise<number | void>} main the exit code, 0 when it returns none
 */
export async function command(help, main) {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(help.trimStart());
    return;
  }
  try {
    process.exit((await main(words)) ?? 0);
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    process.exit(1);
  }
}

/** @param {unknown} error */
export function sentence(error) {
  if (error instanceof Sorry) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return unwritable(path ?? root);
  if (code === 'ENOSPC') return 'The disk is full: make room and start again.';
  return error.stack ?? error.message;
}

/** @param {string} path */
export function unwritable(path) {
  return `${path} cannot be written to by this user: make it yours, or work in a copy of the project that is.`;
}

/** Says what is going on, in one line. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a program to its end. What it prints is shown at once, or (`quiet`) only when it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, otherwise?: string }} [options] `otherwise`: the sentence when it fails
 */
export async function run(file, args, { quiet = false, env = process.env, otherwise } = {}) {
  const { code, output } = await outcome(file, args, { quiet, env });
  if (code === 0) return output;
  if (quiet) process.stderr.write(output);
  throw new Sorry(otherwise ?? `${[file, ...args].join(' ')} ended with ${code}.`);
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function outcome(file, args, { quiet = false, env = process.env, cwd = root, uid, gid } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env,
      uid,
      gid,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && file === 'npm',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    children.add(child);
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Node itself, on a script of this project or of a dependency. @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export const node = (args, options) => run(process.execPath, args, options);

/** Ends whatever `run` has under way. */
export function stopChildren() {
  for (const child of children) child.kill('SIGTERM');
}

/**
 * Pieces of work that need nothing of one another, at once; the first that fails ends the others.
 * @param {(() => Promise<unknown>)[]} pieces
 */
export async function together(...pieces) {
  try {
    await Promise.all(pieces.map((piece) => piece()));
  } catch (error) {
    stopChildren();
    throw error;
  }
}

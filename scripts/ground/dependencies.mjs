import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcome, root, run, say, Sorry, unwritable } from './command.mjs';

/** Installs what package-lock.json names, when it is missing or not the version named. Needs nothing but Node. */
export async function installDependencies() {
  refuseOldNode();
  refuseUnwritable();
  if (installed()) return;
  const fresh = !existsSync(join(root, 'node_modules'));
  say(fresh ? 'Installing the dependencies (the first time only).' : 'The dependencies have changed: installing them.');
  const env = /** @type {NodeJS.ProcessEnv} */ ({ ...process.env, NODE_ENV: 'development' });
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (fresh && (await outcome('npm', ['ci', ...flags], { quiet: true, env })).code === 0) return;
  // npm ci refuses where a registry lacks a package for some other platform; an installation without it is as good.
  await run('npm', ['install', '--no-save', ...flags], {
    quiet: true,
    env,
    otherwise: 'The dependencies could not be installed: see what npm says above.',
  });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Sorry(`Critical Friend needs Node 20.19 or later; this is ${process.versions.node}.`);
}

function refuseUnwritable() {
  for (const folder of ['', 'node_modules', '.next', 'data']) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw new Sorry(unwritable(path));
    }
  }
}

function installed() {
  const wanted = packages('package-lock.json');
  const present = packages('node_modules/.package-lock.json');
  if (!present) return false;
  return Object.entries(wanted ?? {}).every(
    ([path, { version, optional, peer }]) => path === '' || optional || (peer && !present[path]) || present[path]?.version === version,
  );
}

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | undefined} */
function packages(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

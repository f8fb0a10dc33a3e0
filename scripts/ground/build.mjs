import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, say } from './command.mjs';

const sources = ['src', 'public', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json', 'prisma/schema.prisma'];
const stamp = join(root, '.next', 'built-from');

/** Builds the pages, unless the build there is was made from these very sources. @param {NodeJS.ProcessEnv} env */
export async function buildIfNeeded(env) {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(stamp, { force: true });
  say('Building the pages; this takes a minute or two.');
  await node([join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    quiet: true,
    env: { ...env, NODE_ENV: 'production' },
    otherwise: 'The pages could not be built: see above.',
  });
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => filesUnder(path))) hash.update(file).update('\0').update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} in a fixed order, the generated client left out: it follows from the schema */
function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full) || path === join('src', 'server', 'prisma-client')) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).sort().flatMap((name) => filesUnder(join(path, name)));
}

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { root, Sorry } from './command.mjs';

/** Where the embedded database, its password and the signing secret are kept. */
export const dataFolder = join(root, 'data');

/** Takes the variables of `.env` that the environment does not set already. */
export function readDotEnv() {
  const file = join(root, '.env');
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(parseEnv(readFileSync(file, 'utf8')))) process.env[name] ??= value;
}

/** @returns {Promise<number>} the port to serve on, free at this moment */
export async function freePortToServe() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Sorry(`PORT is ${process.env.PORT}: it must be a number from 1 to 65535.`);
  const code = await listening(port);
  if (code === 'EACCES') throw new Sorry(`Port ${port} may not be used by this user: choose another, as in PORT=3001 npm start.`);
  if (code) throw new Sorry(`Port ${port} is in use: stop what uses it, or choose another, as in PORT=${port + 1} npm start.`);
  return port;
}

/** @param {number} port @returns {Promise<string | undefined>} why it cannot be listened on */
function listening(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? 'EADDRINUSE'));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
}

/**
 * The environment of the server: what is set stays, what is not gets the value of a first look round.
 * @param {{ port: number, url: string, embedded: boolean }} facts
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment({ port, url, embedded }) {
  return {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: url,
    // With a real database the demonstration sign-in is there only if somebody set it on purpose.
    DEMO: process.env.DEMO || (embedded ? '1' : '0'),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secret(),
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** A secret of this installation, made once, so that nobody is signed out by a restart. */
function secret() {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

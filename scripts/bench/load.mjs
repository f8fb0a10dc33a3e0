import { Agent, get } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** @typedef {{ status: number, location?: string, body: Buffer, size: number }} Answer size: bytes on the wire */

/**
 * Asks for one address again and again, four at a time.
 * @param {string} url @param {string} cookie @param {number} seconds
 * @returns {Promise<{ times: number[], elapsed: number }>} milliseconds for each request; seconds in all
 */
export async function ask(url, cookie, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const start = performance.now();
  const end = start + seconds * 1000;
  /** @type {number[]} */
  const times = [];
  const one = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      const { status } = await fetchOnce(url, cookie, agent);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  agent.destroy();
  return { times, elapsed: (performance.now() - start) / 1000 };
}

/** @param {string} url @param {string} cookie @param {Agent} [agent] @returns {Promise<Answer>} */
export function fetchOnce(url, cookie, agent) {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const raw = Buffer.concat(chunks);
        const body = response.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, body, size: raw.length });
      });
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** The gzipped size of every script that a page loads at once. @param {string} base @param {string} html */
export async function scriptBytes(base, html) {
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\bnomodule\b/i.test(tag));
  const sources = new Set(scripts.map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1]).filter((source) => source !== undefined));
  const sizes = await Promise.all([...sources].map(async (source) => (await fetchOnce(new URL(source, base).href, '')).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {number[]} times @param {number} share */
export function percentile(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

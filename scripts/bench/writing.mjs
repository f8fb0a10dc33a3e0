import { randomUUID } from 'node:crypto';
import { fetchOnce, percentile } from './load.mjs';

/** @typedef {{ documentId: string, section: string, field: string, personId: string, cookie: string, text: string }} LongSelfView */
/** @typedef {{ name: string, p50_ms: number, p95_ms: number, cpu_ms: number, html_bytes: number }} WritingRow */

const TIMES = 15;

/**
 * What a writer of a long self-view waits for: the page of a section, the whole text, this year beside the last, and a save by itself,
 * one after the other as one person does.
 * @param {LongSelfView} of @param {string} origin @param {() => Promise<{ cpuMs: number }>} meter @returns {Promise<WritingRow[]>}
 */
export async function measureWriting(of, origin, meter) {
  const page = (/** @type {string} */ path) => async () => {
    const { status, body } = await fetchOnce(`${origin}${path}`, of.cookie);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body.length;
  };
  const { documentId } = of;
  return [
    await measured('section', page(`/self-views/${documentId}/sections/${of.section}`), meter),
    await measured('whole-text', page(`/self-views/${documentId}/read`), meter),
    await measured('compare', page(`/documents/${documentId}/compare?show=all`), meter),
    await measured('autosave', await saver(of, origin), meter),
  ];
}

/** @param {string} name @param {() => Promise<number>} does @param {() => Promise<{ cpuMs: number }>} meter @returns {Promise<WritingRow>} */
async function measured(name, does, meter) {
  for (let warm = 0; warm < 3; warm++) await does();
  const before = await meter();
  /** @type {number[]} */
  const times = [];
  let size = 0;
  for (let time = 0; time < TIMES; time++) {
    const from = performance.now();
    size = await does();
    times.push(performance.now() - from);
  }
  const cpu = ((await meter()).cpuMs - before.cpuMs) / TIMES;
  return { name, p50_ms: rounded(percentile(times, 0.5)), p95_ms: rounded(percentile(times, 0.95)), cpu_ms: rounded(cpu), html_bytes: size };
}

/** Saves the section with one more word each time. @param {LongSelfView} of @param {string} origin @returns {Promise<() => Promise<number>>} */
async function saver({ documentId, section, field, personId, cookie, text }, origin) {
  const address = `${origin}/documents/${documentId}/draft?section=${section}`;
  const { body } = await fetchOnce(address, cookie);
  let version = JSON.parse(body.toString()).versions[section];
  let words = text;
  return async () => {
    words += ' more';
    const answer = await fetch(address, {
      method: 'PUT',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ saveId: randomUUID(), person: personId, base: { [section]: version }, typed: { [field]: words } }),
    });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`The save answered ${answer.status}: ${said}`);
    const saved = JSON.parse(said).versions[section];
    if (saved !== version + 1) throw new Error(`The save left version ${version} as it was.`);
    version = saved;
    return said.length;
  };
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toFixed(2));
}

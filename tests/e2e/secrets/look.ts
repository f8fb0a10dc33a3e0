import { unzipSync } from 'fflate';
import { wordsOfPdf } from '../../support/words-of-pdf';
import type { Looker } from './people';

export interface Answer {
  status: number;
  body: string;
  /** Where it leads, and what it calls itself. */
  headers: string;
}

const AT_ONCE = 4;

export async function get(path: string, who: Looker): Promise<Answer> {
  const response = await fetch(process.env.E2E_URL! + path, { redirect: 'manual', headers: { cookie: who.cookie, accept: '*/*' } });
  const headers = ['location', 'content-disposition', 'etag'].map((name) => response.headers.get(name) ?? '').join('\n');
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, body: await wordsIn(bytes, response.headers.get('content-type') ?? ''), headers: decodeURIComponent(headers) };
}

/** What a reader of the answer could find in it: a Word file is a zip, and the words of a PDF are packed. */
async function wordsIn(bytes: Uint8Array, type: string): Promise<string> {
  if (type.includes('wordprocessingml')) return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('utf8')).join('\n');
  const text = Buffer.from(bytes).toString('utf8');
  return type.startsWith('application/pdf') && bytes.length > 2_000 ? `${text}\n${await wordsOfPdf(bytes)}` : text;
}

/** A few at a time, in order. */
export async function each<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!);
    }),
  );
  return results;
}

/** What a page says, without what differs from one answer to the next: the ids in its address. */
export function without(body: string): string {
  return body
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/"b":"[^"]*"/g, '')
    .replace(/nonce="[^"]*"/g, '');
}

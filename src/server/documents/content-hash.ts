import { createHash } from 'node:crypto';
import type { SectionText } from '@/domain/documents/facts';

/** SHA-256, in hexadecimal, of the content as canonical JSON (keys in order), so that the same words have the same hash. */
export function contentHash(sections: readonly SectionText[]): string {
  return createHash('sha256').update(canonical(sections)).digest('hex');
}

/** JSON with its keys in order, so that the same content is written in one way only. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

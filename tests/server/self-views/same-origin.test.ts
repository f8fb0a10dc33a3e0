import { expect, test } from 'vitest';
import { isSameOrigin } from '@/server/same-origin';

const from = (headers: Record<string, string>) => isSameOrigin(new Headers({ host: 'friend.example', ...headers }));

test('only a page of this product saves words', () => {
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(from({ origin: 'https://friend.example' })).toBe(true);
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }, { origin: 'https://evil.example' }, { origin: 'null' }, {}]) {
    expect(from(headers as Record<string, string>)).toBe(false);
  }
  expect(from({ 'sec-fetch-site': 'cross-site', origin: 'https://friend.example' })).toBe(false);
});

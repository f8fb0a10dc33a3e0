import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A test that makes the console complain fails; one that expects a complaint asserts it and clears the spy. */
const spies = (['error', 'warn'] as const).map((method) => vi.spyOn(console, method));

beforeEach(() => spies.forEach((spy) => spy.mockClear()));
afterEach(() => {
  for (const spy of spies) expect(spy.mock.calls, 'the console must stay quiet').toEqual([]);
});

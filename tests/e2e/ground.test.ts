import { expect, test } from '@playwright/test';

test('the process says that it is up and ready, and nothing else', async ({ request }) => {
  const health = await request.get('/api/health');
  const ready = await request.get('/api/ready');
  expect([health.status(), await health.json()]).toEqual([200, { status: 'up' }]);
  expect([ready.status(), await ready.json()]).toEqual([200, { status: 'ready' }]);
});

test('an address that leads nowhere is answered with a page', async ({ page }) => {
  const answer = await page.goto('/no-such-page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

import { test } from '@playwright/test';
import { isForEveryone } from './accessible';
import { everyoneLeaves, expect, isTold, reads, someone } from './steps';

// After this there is one more cycle, so nothing runs beside it: see the projects in playwright.config.ts.

test('the coordinator opens next year’s cycle from this one, sees every date first, and schedules its forums', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator', { next: '/cycles' });
  await page.getByRole('link', { name: 'Start the next cycle' }).click();
  await page.getByRole('button', { name: 'See the whole timetable' }).click();
  await reads(page, /: the whole timetable$/);
  await expect(page.getByText('23 in all.').first()).toBeVisible();
  await isForEveryone(page);
  await page.getByRole('button', { name: /^Open the .* cycle as SLI coordinator$/ }).click();
  await isTold(page, '23 authorities have their self-view, memorandum and action plan');
  const cycle = /cycles\/([^/]+)\/dates/.exec(page.url())![1]!;
  await page.goto(`/forums?cycle=${cycle}`);
  await page.getByRole('button', { name: /^Schedule all .* days$/ }).click();
  await isTold(page, /scheduled/i);
  await expect(page.getByRole('button', { name: /^Schedule all/ })).toHaveCount(0);

  const director = await someone(browser, 'DCS, Trafford', { next: `/forums?cycle=${cycle}` });
  await expect(director.getByRole('link', { name: 'Trafford’s own session', exact: true })).toBeVisible();
  await everyoneLeaves(page, director);
});

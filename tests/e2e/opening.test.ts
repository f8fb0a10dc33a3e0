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
  await everyoneLeaves(page);

  const director = await someone(browser, 'DCS, Trafford');
  await expect(director.getByRole('link', { name: /self-view/i }).first()).toBeVisible();
  await everyoneLeaves(director);
});

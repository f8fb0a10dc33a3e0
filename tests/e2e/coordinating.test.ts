import { test, type Page } from '@playwright/test';
import { everyoneLeaves, expect, isTold, reads, someone } from './steps';
import { ask, cycleIds, one } from './region';

/** A working day between two others, n days after a day. */
function workingDay(after: Date, days: number): Date {
  const day = new Date(after.getTime() + days * 86_400_000);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return day;
}

async function fillDay(page: Page, day: Date): Promise<void> {
  await page.getByLabel('Day', { exact: true }).fill(String(day.getUTCDate()));
  await page.getByLabel('Month', { exact: true }).fill(String(day.getUTCMonth() + 1));
  await page.getByLabel('Year', { exact: true }).fill(String(day.getUTCFullYear()));
}

test('the board shows who owes what; the coordinator filters it, reads a reminder, changes it and sends it', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator', { next: '/cycle' });
  await reads(page, '3 cycles are under way');
  const name = await one('select name from "Cycle" where id = $1', [(await cycleIds())[2]]);
  await page.getByRole('link', { name: name.name!, exact: true }).click();
  await reads(page, /^Who owes what in/);
  const rows = page.getByRole('rowheader').getByRole('link');
  await expect(rows).toHaveCount(23);
  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Something late' });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/show=late/);
  const late = await rows.count();
  expect(late).toBeGreaterThan(0);
  expect(late).toBeLessThan(23);
  await page.getByRole('link', { name: /^Chase( \d+)? Tameside$/ }).click();
  await reads(page, /^Read the (\d+ )?reminders? before/);
  const message = page.getByLabel('Message').first();
  await expect(message).toHaveValue(/Tameside|self-view/i);
  await message.fill(`${await message.inputValue()}\n\nRing me if it helps.`);
  for (const other of (await page.getByLabel('Send this one').all()).slice(1)) await other.uncheck();
  await page.getByRole('button', { name: /^Send / }).click();
  await isTold(page, 'One reminder is on the way.');
  const sent = await ask('select text from "OutboxMessage" where text like $1', ['%Ring me if it helps.%']);
  expect(sent).toHaveLength(1);
  await everyoneLeaves(page);
});

test('a date is moved with a reason, after seeing what moves with it', async ({ browser }) => {
  const [, , cycle] = await cycleIds();
  const [{ anchorOn }] = (await ask('select "anchorOn"::text from "Cycle" where id = $1', [cycle])) as [{ anchorOn: string }];
  const anchor = new Date(`${anchorOn}T00:00:00Z`);
  const page = await someone(browser, 'SLI coordinator', { next: `/cycles/${cycle}/dates` });
  await page.getByRole('link', { name: 'Move Notes agreed' }).click();
  await page.getByLabel('For whom').selectOption({ label: 'Second wave, every group' });
  await fillDay(page, workingDay(anchor, 48 + 41));
  await page.getByRole('button', { name: 'See what moves with it' }).click();
  await isTold(page, 'Reason: say why the date moves.');
  await page.getByLabel('Reason').fill('School holidays');
  await page.getByRole('button', { name: 'See what moves with it' }).click();
  const moves = page.getByRole('region', { name: 'What moves' });
  await expect(moves.getByRole('rowheader', { name: /action plan/i }).first()).toBeVisible();
  await expect(moves.getByRole('heading', { name: 'Who is told' })).toBeVisible();
  await moves.getByRole('button', { name: /^Move it to .* and tell them$/ }).click();
  await isTold(page, 'Those concerned are told.');
  await expect(page.getByText('School holidays').first()).toBeVisible();

  // A day outside the cycle cannot be entered.
  await page.getByRole('link', { name: 'Move Notes agreed' }).click();
  await page.getByLabel('For whom').selectOption({ index: 1 });
  await fillDay(page, new Date(anchor.getTime() - 360 * 86_400_000));
  await page.getByLabel('Reason').fill('A slip of the pen');
  await page.getByRole('button', { name: 'See what moves with it' }).click();
  await isTold(page, 'The date cannot be moved like this');
  await everyoneLeaves(page);
});

test('what is not needed is left out with a reason, and then a step that waited for it is recorded', async ({ browser }) => {
  const [, , cycle] = await cycleIds();
  const page = await someone(browser, 'SLI coordinator', { next: `/cycles/${cycle}/steps/qa-meeting` });
  await expect(page.getByText('It cannot be recorded now')).toBeVisible();
  await page.goto(`/cycles/${cycle}/steps/board-headlines`);
  await page.getByLabel('Reason').fill('The Board reads the headlines at its meeting with Ofsted.');
  await page.getByRole('button', { name: 'Mark as not needed for the region' }).click();
  await isTold(page, 'Marked as not needed.');
  await page.goto(`/cycles/${cycle}/steps/qa-meeting`);
  await page.getByLabel('Note').fill('Regional overview confirmed.');
  await page.getByRole('button', { name: 'Record as done for the region' }).click();
  await isTold(page, 'Recorded as done.');
  await expect(page.getByRole('region', { name: 'What was recorded' })).toContainText('Regional overview confirmed.');
  await everyoneLeaves(page);
});

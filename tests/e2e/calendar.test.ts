import { test, type Page } from '@playwright/test';
import { isForEveryone } from './accessible';
import { cycleIds, one } from './region';
import { everyoneLeaves, expect, isTold, reads, someone } from './steps';

test.setTimeout(180_000);

/** The day so many days after another, as its three numbers. */
function dayAfter(day: string, days: number): [string, string, string] {
  const on = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
  return [String(on.getUTCDate()), String(on.getUTCMonth() + 1), String(on.getUTCFullYear())];
}

async function fillDay(page: Page, legend: string, [day, month, year]: [string, string, string]): Promise<void> {
  const set = page.getByRole('group', { name: legend });
  await set.getByLabel('Day', { exact: true }).fill(day);
  await set.getByLabel('Month', { exact: true }).fill(month);
  await set.getByLabel('Year', { exact: true }).fill(year);
}

test('the coordinator enters a holiday and a file of them; the timetable of a new cycle says so', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator', { next: '/calendar' });
  const cycle = (await cycleIds())[2]!;
  const { on } = await one('select "anchorOn"::text as on from "Cycle" where id = $1', [cycle]);
  await page.getByRole('link', { name: 'Holidays and events' }).click();
  await page.getByLabel('Name').fill('Potato holiday');
  // Day 0 of the next cycle is 52 or 53 weeks on.
  await fillDay(page, 'First day', dayAfter(on!, 362));
  await fillDay(page, 'Last day', dayAfter(on!, 373));
  await page.getByRole('button', { name: 'Enter it in the calendar' }).click();
  await isTold(page, 'Potato holiday is in the calendar.');

  await page.goto(`/cycles/new?from=${cycle}`);
  await page.getByRole('button', { name: 'See the whole timetable' }).click();
  await expect(page.getByRole('row', { name: /Packs and questions issued/ }).first()).toContainText('In the potato holiday');

  await page.goto('/calendar/days');
  const [day, month, year] = dayAfter(on!, 200);
  const send = async (rows: string) => {
    await page.getByLabel('CSV file').setInputFiles({ name: 'days.csv', mimeType: 'text/csv', buffer: Buffer.from(`kind,name,from,to,authority\n${rows}`) });
    await page.getByRole('button', { name: 'See what it holds' }).click();
  };
  await send(`school-holiday,Inset day,${day}/${month}/${year},,Halton\nholiday,Inset day,31/02/${year},,Leeds\n`);
  await expect(page.getByText('Row 3, kind: “holiday” is no kind.')).toBeVisible();
  await expect(page.getByText(`Row 3, from: “31/02/${year}” is no day.`)).toBeVisible();
  await send(`school-holiday,Inset day,${day}/${month}/${year},,Halton\nschool-holiday,Inset day,${day}/${month}/${year},,Wirral\n`);
  await reads(page, '2 entries for the calendar');
  await isForEveryone(page);
  await page.getByRole('button', { name: 'Enter all 2 in the calendar' }).click();
  await isTold(page, '2 entries are in the calendar.');
  await page.goto(`/calendar?month=${year}-${month!.padStart(2, '0')}`);
  await expect(page.getByText(/Inset day.*Halton, Wirral/)).toBeVisible();

  await page.goto('/calendar/days');
  await page.getByRole('button', { name: /^Take out ?: Potato holiday$/ }).click();
  await isTold(page, 'Potato holiday is taken out of the calendar.');
  await everyoneLeaves(page);
});

test('without script a Director makes an address, follows it, and revokes it', async ({ browser }) => {
  const page = await someone(browser, 'DCS, Blackburn with Darwen', { next: '/calendar/feeds', script: false });
  await page.getByLabel('Name').fill('Outlook at work');
  await page.getByRole('button', { name: 'Make an address' }).click();
  await isTold(page, 'Copy it now');
  const address = (await page.locator('#address').textContent())!;
  const calendar = await fetch(address);
  expect([calendar.status, calendar.headers.get('content-type'), calendar.headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-store']);
  const text = await calendar.text();
  expect(text).toContain('BEGIN:VEVENT');
  await page.goto('/calendar/feeds');
  await page.getByRole('button', { name: 'Revoke the address “Outlook at work”' }).click();
  await isTold(page, 'is revoked');
  const [after, never] = await Promise.all([fetch(address), fetch(address.replace(/[^/]+$/, 'nobody-made-this.ics'))]);
  expect([after.status, never.status, await after.text()]).toEqual([404, 404, await never.text()]);
  await expect(page.locator('#address')).toHaveCount(0);
  await everyoneLeaves(page);
});

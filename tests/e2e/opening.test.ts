import { test } from '@playwright/test';
import { isForEveryone } from './accessible';
import { cycleIds, one } from './region';
import { everyoneLeaves, expect, isTold, reads, someone } from './steps';

// After this there is one more cycle, so nothing runs beside it: see the projects in playwright.config.ts.

test('the coordinator opens next year’s cycle from this one, sees every date first, and schedules its forums', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator', { next: '/cycles' });
  const { name } = await one('select name from "Cycle" where id = $1', [(await cycleIds())[2]]);
  await page.getByRole('link', { name: `Open the next after ${name}`, exact: true }).click();
  await expect(page.getByRole('heading', { name: /^What is different from / })).toBeVisible();
  await page.getByRole('button', { name: 'See the whole timetable' }).click();
  await reads(page, /: the whole timetable$/);
  await expect(page.getByText('23 in all.').first()).toBeVisible();
  await isForEveryone(page);
  await page.getByRole('button', { name: /^Open the .* cycle as SLI coordinator$/ }).click();
  await isTold(page, '23 authorities have their self-view, memorandum of understanding and action plan');
  const cycle = /cycles\/([^/]+)\/dates/.exec(page.url())![1]!;
  await page.goto(`/forums?cycle=${cycle}`);
  await page.getByRole('button', { name: /^Schedule all .* days$/ }).click();
  await isTold(page, /scheduled/i);
  await expect(page.getByRole('button', { name: /^Schedule all/ })).toHaveCount(0);

  const director = await someone(browser, 'DCS, Trafford', { next: `/forums?cycle=${cycle}` });
  await expect(director.getByRole('link', { name: 'Trafford’s own session', exact: true })).toBeVisible();
  await everyoneLeaves(page, director);
});

const TEN = ['Bolton', 'Bury', 'Halton', 'Manchester', 'Oldham', 'Rochdale', 'Salford', 'Stockport', 'Trafford', 'Wigan'];

test('without script, ten authorities are put into two triads and a quartet, one of them is altered, and the days are agreed', async ({ browser }) => {
  test.setTimeout(60_000);
  const page = await someone(browser, 'SLI coordinator', { next: '/cycles/new', script: false });
  // The machine that looks needs script; the person does not.
  const looking = await someone(browser, 'SLI coordinator');
  const look = async () => {
    await looking.goto(page.url());
    await isForEveryone(looking);
  };
  await reads(page, 'A new cycle: by which process?');
  await look();
  await page.getByRole('link', { name: /^Open one that follows from none ?: Triads and/ }).click();
  const year = new Date().getFullYear() + 1;
  for (const [part, typed] of [['Day', '4'], ['Month', '2'], ['Year', String(year)]] as const) await page.getByLabel(part, { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Tick nobody' }).click();
  for (const authority of TEN) await page.getByLabel(authority, { exact: true }).check();
  await page.getByRole('button', { name: 'Propose again for those who are ticked' }).click();
  await expect(page.getByRole('button', { name: 'Tick nobody' })).toBeVisible();

  const sets = await Promise.all(TEN.map(async (authority) => ({ authority, set: await page.getByLabel(`Triad or quartet of ${authority}`).inputValue(), leads: await page.getByLabel(`Leads it: ${authority}`).isChecked() })));
  const sizeOf = (set: string) => sets.filter((one) => one.set === set).length;
  expect(['1', '2', '3'].map(sizeOf).sort()).toEqual([3, 3, 4]);
  const moves = sets.find(({ set, leads }) => sizeOf(set) === 3 && !leads)!;
  const to = ['1', '2', '3'].find((set) => set !== moves.set && sizeOf(set) === 3)!;
  await page.getByLabel(`Triad or quartet of ${moves.authority}`).selectOption(to);
  await page.getByRole('button', { name: 'See the whole timetable' }).click();
  await expect(page.locator('.error-summary')).toContainText(`Set ${moves.set}: it has two authorities. A triad or quartet has three or four.`);
  await look();
  const back = sets.find(({ set, leads }) => sizeOf(set) === 4 && !leads)!;
  await page.getByLabel(`Triad or quartet of ${back.authority}`).selectOption(moves.set);
  await page.getByRole('button', { name: 'See the whole timetable' }).click();
  await reads(page, /triads( \(\d\))?: the whole timetable$/);
  await expect(page.getByRole('row', { name: new RegExp(`^Set ${to} .*${moves.authority}`) })).toBeVisible();
  await look();
  await page.getByRole('button', { name: /^Open the .* cycle as SLI coordinator$/ }).click();
  await isTold(page, /10 authorities have their .*; their Directors are told/);

  await page.getByRole('link', { name: 'Agree when each challenge day is' }).click();
  await page.getByLabel('Day of Set 2, such as 26 11 2026').fill('31 2 2018');
  await page.getByLabel('Reason').fill('Agreed with each host');
  await page.getByRole('button', { name: 'Agree these days and tell those concerned' }).click();
  await expect(page.locator('.error-summary')).toContainText('“31 2 2018” is no day.');
  await page.getByLabel('Day of Set 2, such as 26 11 2026').fill(`10 February ${year}`);
  await page.getByRole('button', { name: 'Agree these days and tell those concerned' }).click();
  await isTold(page, 'One day is agreed');
  await look();
  await everyoneLeaves(page, looking);
});

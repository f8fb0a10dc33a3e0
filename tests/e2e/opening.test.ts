import { test, type Page } from '@playwright/test';
import { addStep, follow, press, setDue } from './a-process';
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

test('without script, the shipped triads are altered and opened: ten authorities in two triads and a quartet, one of them changed, and the days agreed', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await someone(browser, 'SLI coordinator', { next: '/cycles/new', script: false });
  // The machine that looks needs script; the person does not.
  const looking = await someone(browser, 'SLI coordinator');
  const look = async () => {
    await looking.goto(page.url());
    await isForEveryone(looking);
  };
  await reads(page, 'A new cycle: by which process?');
  await look();
  await alterTheTriads(page);
  await page.goto('/cycles/new');
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
  const cycle = /cycles\/([^/]+)\/dates/.exec(page.url())![1]!;
  await isAsAltered(page, cycle);

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

/** A new version of the shipped process: one step comes to it, and one is due sooner. */
async function alterTheTriads(page: Page): Promise<void> {
  await page.goto('/processes');
  await follow(page, 'Triads and quartets');
  await press(page, 'Begin a new version from it');
  await addStep(page, 'Thanks sent', 'After the day', 'Each authority');
  await setDue(page, '3', 'after', 'Challenge day held');
  await press(page, 'Save and go to the list');
  await follow(page, 'Own notes written');
  await setDue(page, '10', 'after', 'Challenge day held');
  await press(page, 'Save and go to the list');
  await press(page, /^Publish version 2 as SLI coordinator/);
  await isTold(page, 'Published.');
}

/** The cycle that was opened has the step that came, and the sooner day. */
async function isAsAltered(page: Page, cycle: string): Promise<void> {
  await page.goto(`/cycles/${cycle}/dates?for=bolton`);
  const dayOf = async (step: RegExp) => Date.parse(/\d+ \w+ \d{4}/.exec((await page.getByRole('row', { name: step }).innerText()).replace(/\s+/g, ' '))![0]);
  const days = async (step: RegExp) => ((await dayOf(step)) - (await dayOf(/^Challenge day held/))) / 86_400_000;
  expect([await days(/^Thanks sent/), await days(/^Own notes written/)]).toEqual([3, 10]);
}

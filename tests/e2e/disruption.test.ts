import { test } from '@playwright/test';
import { isForEveryone } from './accessible';
import { cycleIds, one, sessionOf } from './region';
import { everyoneLeaves, expect, isTold, reads, someone } from './steps';

test('two authorities change places: the coordinator sees everything first, confirms without script, and both find their new times', async ({ browser }) => {
  const cycle = (await cycleIds())[2]!;
  const timeOf = async (slug: string) => (await one('select to_char("startsAt", \'HH24:MI\') as at from "ForumSession" where id = $1', [(await sessionOf(slug)).sessionId])).at;
  const before = { stockport: await timeOf('stockport'), warrington: await timeOf('warrington') };

  const page = await someone(browser, 'SLI coordinator', { next: `/cycles/${cycle}` });
  await page.getByRole('link', { name: 'Something came between' }).click();
  await reads(page, /^What came between in /);
  await isForEveryone(page);
  await page.getByRole('link', { name: 'Two authorities change places' }).click();
  await page.getByLabel('Authority', { exact: true }).selectOption({ label: 'Stockport' });
  await page.getByRole('button', { name: 'See what it changes' }).click();
  await expect(page.locator('.error-summary')).toContainText('Changes places with: choose which');
  await page.getByLabel('Changes places with').selectOption({ label: 'Warrington' });
  await page.getByRole('button', { name: 'See what it changes' }).click();
  const changes = page.getByRole('region', { name: 'What it changes' });
  await expect(changes).toContainText('Stockport and Warrington exchange the times of their sessions.');
  await expect(changes).toContainText('The Directors of');
  await isForEveryone(page);
  expect(await timeOf('stockport')).toBe(before.stockport);

  const plain = await someone(browser, 'SLI coordinator', { next: new URL(page.url()).pathname + new URL(page.url()).search, script: false });
  const confirm = plain.getByRole('button', { name: 'Let them change places and tell them, as SLI coordinator' });
  await confirm.click();
  await expect(plain.locator('.error-summary')).toContainText('Reason: say why');
  await plain.getByLabel('Reason').fill('Stockport is inspected that morning');
  await confirm.click();
  await isTold(plain, /^Recorded\. The Directors of \d+ authorities are told, once\.$/);
  await expect(plain.getByRole('region', { name: 'What came between' })).toContainText('Stockport and Warrington change places');
  expect([await timeOf('stockport'), await timeOf('warrington')]).toEqual([before.warrington, before.stockport]);

  // The page that was left open shows what was: confirmed now, it is refused and shown anew.
  await page.getByLabel('Reason').fill('Once more');
  await page.getByRole('button', { name: 'Let them change places and tell them, as SLI coordinator' }).click();
  await expect(page.locator('.report')).toContainText('Something has changed since this was shown to you.');

  const director = await someone(browser, 'DCS, Warrington', { next: '/authorities/warrington' });
  const between = director.getByRole('region', { name: 'What came between' });
  await expect(between).toContainText('Stockport is inspected that morning');
  await between.getByText('What it changed').click();
  await expect(between).toContainText('Warrington: ');
  await isForEveryone(director);
  await everyoneLeaves(page, plain, director);
});

import { test, type Page } from '@playwright/test';
import { isForEveryone } from './accessible';
import { openModeration } from './a-moderation';
import { doesNotScrollSideways, everyoneLeaves, expect, isTold, reads, someone } from './steps';

// After this there is one more cycle, so nothing runs beside it: see the projects in playwright.config.ts.

const COMMENTS = 'Bury’s moderation comments';

async function moderate(page: Page, rating: string, words: string): Promise<void> {
  const written = page.locator('form').filter({ has: page.getByRole('button', { name: /^Save as / }) });
  for (const choice of await written.getByRole('group').filter({ has: page.getByRole('radio') }).all()) await choice.getByRole('radio', { name: rating }).check();
  await page.getByRole('textbox', { name: 'The whole' }).fill(words);
  await page.getByRole('button', { name: /^Save as / }).click();
  await isTold(page, /^Saved at/);
}

test('two volunteers moderate, each alone; the coordinator issues both at once; the author reads them side by side', async ({ browser }) => {
  const cycle = await openModeration({ host: 'bury', moderators: ['knowsley', 'oldham'] });
  const knowsley = await someone(browser, 'Policy officer, Knowsley');
  await knowsley.getByRole('link', { name: 'Moderate the self-assessment: Bury', exact: true }).click();
  await reads(knowsley, `${COMMENTS} by Knowsley`);
  const address = knowsley.url();
  await expect(knowsley.getByText('It opens at once, as it is then, to the North West team.')).toBeVisible();
  await expect(knowsley.getByText('nothing has been written yet')).toBeVisible();
  await isForEveryone(knowsley);
  await doesNotScrollSideways(knowsley);
  await moderate(knowsley, 'Well evidenced', 'You know yourselves.');
  const oldham = await someone(browser, 'Data lead, Oldham', { script: false });
  expect((await oldham.goto(address))!.status()).toBe(404);
  const coordinator = await someone(browser, 'SLI coordinator');
  expect((await coordinator.goto(address))!.status()).toBe(404);
  await knowsley.getByRole('button', { name: 'Hand it over as Policy officer, Knowsley' }).click();
  await isTold(knowsley, 'Handed over.');

  await coordinator.goto(`/cycles/${cycle}/steps/issue-comments?authority=bury`);
  await expect(coordinator.getByText('1 of 2 moderation comments has not been handed over yet.')).toBeVisible();
  await oldham.goto(`/cycles/${cycle}/steps/moderate/paper?authority=bury`);
  await reads(oldham, `${COMMENTS} by Oldham`);
  await moderate(oldham, 'Partly evidenced', 'Say what changed for children.');
  await oldham.getByRole('button', { name: 'Hand it over as Data lead, Oldham' }).click();
  await isTold(oldham, 'Handed over.');

  await coordinator.reload();
  await coordinator.getByRole('button', { name: 'Issue both moderation comments to Bury as SLI coordinator' }).click();
  await isTold(coordinator, 'Issued.');
  const author = await someone(browser, 'DCS, Bury', { next: `/authorities/bury?cycle=${cycle}`, phone: true });
  await author.getByRole('link', { name: 'Moderation comments by Oldham' }).click();
  await expect(author.getByText('Say what changed for children.')).toBeVisible();
  await isForEveryone(author);
  await author.getByRole('link', { name: 'Side by side' }).click();
  await reads(author, `${COMMENTS}, side by side`);
  await expect(author.getByText('They differ').first()).toBeVisible();
  await isForEveryone(author);
  await doesNotScrollSideways(author);
  await everyoneLeaves(knowsley, oldham, coordinator, author);
});

import { test, type Page } from '@playwright/test';
import { isForEveryone } from './accessible';
import { everyoneLeaves, expect, isTold, openDocument, reads, someone } from './steps';

// Wirral is still writing its self-view.

const SAID = 'What have children and families told you?';
const CHANGED = 'What changed because of it?';

test('two colleagues write one section: each word is saved by itself, and each sees the other’s', async ({ browser }) => {
  const director = await someone(browser, 'DCS, Wirral');
  const officer = await someone(browser, 'Policy officer, Wirral');
  for (const page of [director, officer]) {
    await openDocument(page, 'wirral', /self-view/i);
    await page.getByRole('link', { name: /Voice of children and families/ }).first().click();
    await reads(page, 'Voice of children and families');
  }

  await director.getByLabel(SAID).fill('They want to be told before a worker changes.');
  await expect(director.locator('.saved').getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();

  // The second wrote on a page that is older than what the first has saved.
  await officer.getByLabel(CHANGED).fill('Every change of worker now begins with a visit together.');
  await expect(officer.getByLabel(SAID)).toHaveValue('They want to be told before a worker changes.');
  await expect(officer.locator('.saved').getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();

  await director.reload();
  await expect(director.getByLabel(SAID)).toHaveValue('They want to be told before a worker changes.');
  await expect(director.getByLabel(CHANGED)).toHaveValue('Every change of worker now begins with a visit together.');

  // Both change the same words: neither text is lost, and whoever came second sees the two beside each other.
  await officer.reload();
  await director.getByLabel(SAID).fill('They want to be told by the worker they know.');
  await expect.poll(async () => openedAfresh(director)).toContain('by the worker they know');
  await officer.getByLabel(SAID).fill('They want to be asked who should be their worker.');
  await officer.getByRole('link', { name: 'See both texts' }).first().click();
  await reads(officer, /^Two texts of/);
  await isForEveryone(officer);
  await expect(officer.getByText('They want to be told by the worker they know.').first()).toBeVisible();
  await expect(officer.getByText('They want to be asked who should be their worker.').first()).toBeVisible();
  await officer.getByRole('textbox', { name: 'Joined' }).fill('They want to be told by the worker they know, and asked who comes next.');
  await officer.getByRole('button', { name: 'Save these words' }).click();
  await isTold(officer, 'The two texts are one again.');
  await director.reload();
  await expect(director.getByLabel(SAID)).toHaveValue('They want to be told by the worker they know, and asked who comes next.');
  await everyoneLeaves(director, officer);
});

/** The page as it would be opened afresh: what has been saved, not what has been typed. */
async function openedAfresh(page: Page): Promise<string> {
  const answer = await page.request.get(page.url());
  return answer.text();
}

test('the same section is written without script, and its button saves it', async ({ browser }) => {
  const page = await someone(browser, 'Assistant Director (Education), Wirral', { script: false });
  await openDocument(page, 'wirral', /self-view/i);
  await page.getByRole('link', { name: /SEND and inclusion/ }).first().click();
  const judgement = page.getByLabel('What is it like to have special educational needs here?');
  await judgement.fill('Plans come in time for nine children in ten; they do not yet say what will change.');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await isTold(page, /Saved at \d/);
  await expect(judgement).toHaveValue('Plans come in time for nine children in ten; they do not yet say what will change.');
  await everyoneLeaves(page);
});

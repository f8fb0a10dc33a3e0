import { test, type Page } from '@playwright/test';
import { everyoneLeaves, expect, isTold, someone } from './steps';
import { one, sessionOf } from './region';

// Sefton's forum has been held and its notes are not drafted: what is noted now still joins the record of the day.

const address = async () => sessionOf('sefton').then(({ forumId, sessionId }) => `/forums/${forumId}/sessions/${sessionId}`);

async function challengerOf(slug: string): Promise<string> {
  const { sessionId } = await sessionOf(slug);
  const { name } = await one('select a."shortName" as name from "SessionChallenger" c join "Authority" a on a.id = c."authorityId" where c."sessionId" = $1 and c.lead', [sessionId]);
  return `DCS, ${name}`;
}

/** The words as they stand among the notes, not in the box in which they could be changed. */
const noted = (page: Page, words: string) => page.getByRole('paragraph').filter({ hasText: words });

/** The box under a question in which the next note is written, opened. */
async function boxOf(page: Page, about: string) {
  const box = page.locator('details').filter({ has: page.getByRole('button', { name: `Add to ${about}`, exact: true, includeHidden: true }) });
  if ((await box.getAttribute('open')) === null) await box.locator('summary').click();
  return box;
}

async function notes(page: Page, words: string, about = 'question 1', as = 'Note'): Promise<void> {
  const box = await boxOf(page, about);
  await box.getByLabel(`Next note on ${about}`).fill(words);
  await box.getByRole('radio', { name: as, exact: true }).check();
  if (as === 'Action') await box.getByLabel(/^Who does it/).fill('DCS, Sefton');
  await box.getByRole('button', { name: `Add to ${about}`, exact: true }).click();
}

test('two take notes at once; the network drops for one of them, and nothing is lost', async ({ browser }) => {
  const where = await address();
  const facilitator = await someone(browser, 'Facilitator', { next: where });
  const challenger = await someone(browser, await challengerOf('sefton'), { next: where });

  await notes(facilitator, 'Young people wait six weeks for a first visit.');
  await expect(noted(challenger, 'Young people wait six weeks for a first visit.')).toBeVisible();
  await notes(challenger, 'The new duty team began in March.');
  await expect(noted(facilitator, 'The new duty team began in March.')).toBeVisible();

  await facilitator.context().setOffline(true);
  await notes(facilitator, 'Said while the network was down.');
  await notes(facilitator, 'And this a moment later.');
  await expect(facilitator.getByText('On this device, not sent yet').first()).toBeVisible();
  await expect(facilitator.getByRole('status').getByText(/as soon as the network is back/)).toBeVisible();
  await facilitator.getByLabel('Next note on question 1').fill('Half a sentence');
  await notes(challenger, 'Noted by the other meanwhile.');
  await expect(noted(challenger, 'Noted by the other meanwhile.')).toBeVisible();
  await expect(noted(challenger, 'Said while the network was down.')).toHaveCount(0);

  await facilitator.context().setOffline(false);
  await expect(noted(challenger, 'Said while the network was down.')).toBeVisible();
  await expect(noted(challenger, 'And this a moment later.')).toBeVisible();
  await expect(noted(facilitator, 'Noted by the other meanwhile.')).toBeVisible();
  await expect(facilitator.getByText('On this device, not sent yet')).toHaveCount(0);

  // The half sentence is on the device still.
  await facilitator.reload();
  await expect(facilitator.getByLabel('Next note on question 1')).toHaveValue('Half a sentence');
  for (const words of ['Young people wait six weeks for a first visit.', 'Said while the network was down.', 'And this a moment later.', 'Noted by the other meanwhile.']) {
    await expect(noted(facilitator, words)).toHaveCount(1);
  }
  await everyoneLeaves(facilitator, challenger);
});

test('notes, an action and a request for support are taken without script; the authority sees none of it yet', async ({ browser }) => {
  const where = await address();
  const page = await someone(browser, 'Facilitator', { next: where, script: false });
  for (const [words, as] of [
    ['Noted without script.', 'Note'],
    ['Share the audit tool with the group.', 'Action'],
    ['A visit to see the duty team.', 'Request for support'],
  ] as const) {
    await notes(page, words, 'question 2', as);
    await isTold(page, 'Added.');
    await expect(noted(page, words)).toBeVisible();
  }
  const officer = await someone(browser, 'Assistant Director (Social care), Sefton', { next: where, script: false });
  await expect(officer.getByRole('main')).not.toContainText('without script');
  await expect(officer.getByRole('heading', { level: 1 })).not.toHaveText('Sefton’s forum session');
  await everyoneLeaves(page, officer);
});

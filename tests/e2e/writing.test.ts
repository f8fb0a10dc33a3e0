import { test, type Page } from '@playwright/test';
import { isForEveryone } from './accessible';
import { cycleIds } from './region';
import { everyoneLeaves, expect, isTold, openDocument, reads, pressToSignIn, someone } from './steps';

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

  await expect(officer.getByText(/ is writing here now\./)).toBeVisible();

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
  await expect(officer.locator('.own')).toContainText('asked who should be their worker.');
  await expect(officer.locator('.theirs')).toContainText('by the worker they know.');
  await officer.getByRole('textbox', { name: 'Joined' }).fill('They want to be told by the worker they know, and asked who comes next.');
  await officer.getByRole('button', { name: 'Save these words' }).click();
  await isTold(officer, 'The two texts are one again.');
  await director.reload();
  await expect(director.getByLabel(SAID)).toHaveValue('They want to be told by the worker they know, and asked who comes next.');

  // Every text that the section had is kept, and stands again when somebody takes it back.
  await director.getByRole('link', { name: 'Earlier saves' }).first().click();
  await reads(director, 'Earlier saves of Voice of children and families');
  await isForEveryone(director);
  await director.locator('a[href*="saves?text="]').nth(1).click();
  await reads(director, /^Voice of children and families, as it stood on/);
  await isForEveryone(director);
  await director.getByRole('button', { name: 'Take this text back' }).click();
  await isTold(director, 'The earlier text stands again, as a new save.');
  await expect(director.getByLabel(SAID)).toHaveValue('They want to be told by the worker they know.');
  await everyoneLeaves(director, officer);
});

test('whoever is signed out while writing signs in again and goes on, text intact', async ({ browser }) => {
  const page = await someone(browser, 'Data lead, Wirral');
  await openDocument(page, 'wirral', /self-view/i);
  await page.getByRole('link', { name: /Care leavers/ }).first().click();
  const judgement = page.getByLabel('What is it like to leave care here?');
  await judgement.fill('We hear from them.');
  await expect.poll(async () => openedAfresh(page)).toContain('We hear from them.');
  await endSession(page);
  await judgement.press('Control+End');
  await judgement.pressSequentially(' Nine in ten keep in touch.');
  await expect(page.getByText('You were signed out. Your words are kept on this device.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Sign in again' }).first().click();
  await page.getByRole('button', { name: /^Sign in as .*, Data lead, Wirral$/ }).first().click();
  await reads(page, 'Care leavers');
  await expect(judgement).toHaveValue('We hear from them. Nine in ten keep in touch.');
  await expect.poll(async () => openedAfresh(page)).toContain('Nine in ten keep in touch.');

  // Signed in again in another window, the page goes on by itself.
  await endSession(page);
  await judgement.press('Control+End');
  await judgement.pressSequentially(' One in ten does not.');
  await expect(page.getByText('You were signed out. Your words are kept on this device.').first()).toBeVisible();
  const other = await page.context().newPage();
  await pressToSignIn(other, 'Data lead, Wirral');
  await other.close();
  await expect(page.locator('.saved').getByText(/^Saved \d/).first()).toBeVisible();
  await expect(judgement).toBeFocused();
  await expect(judgement).toHaveValue('We hear from them. Nine in ten keep in touch. One in ten does not.');
  await everyoneLeaves(page);
});

/** As twelve hours do; the browser knows no more than that it is signed in no longer. */
async function endSession(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'critical-friend.session' });
}

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

  // The session ends while the page stands open: the words wait for their writer, and for nobody else.
  await judgement.fill('Plans come in time, and say what will change.');
  await endSession(page);
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page).toHaveURL(/\/sign-in/);
  const back = new URL(page.url()).searchParams.get('next')!;
  await pressToSignIn(page, 'DCS, Wirral', back);
  await expect(judgement).toHaveValue('Plans come in time for nine children in ten; they do not yet say what will change.');
  await pressToSignIn(page, 'Assistant Director (Education), Wirral', back);
  await expect(page.locator('.report')).toContainText('Your session had ended');
  await expect(judgement).toHaveValue('Plans come in time, and say what will change.');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await isTold(page, /Saved at \d/);
  await everyoneLeaves(page);
});

test('what is typed before the page’s script is up stays when it comes', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator');
  let arrives = () => {};
  const late = new Promise<void>((resolve) => (arrives = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(`/cycles/${(await cycleIds())[2]}/steps/prepare-forum?authority=wigan`, { waitUntil: 'commit' });
  const reason = page.getByLabel('Reason');
  await reason.fill('The forum was held without it.');
  arrives();
  await page.waitForFunction(() => !('typedEarly' in window) || window.typedEarly === undefined);
  await expect(reason).toHaveValue('The forum was held without it.');
  await everyoneLeaves(page);
});

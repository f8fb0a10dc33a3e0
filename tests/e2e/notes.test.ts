import { test } from '@playwright/test';
import { everyoneLeaves, expect, isTold, openDocument, readAndSign, reads, someone, unfold } from './steps';

// The draft of Cheshire West and Chester's notes is out for comment.
const HERE = 'cheshire-west-and-chester';
const PLACE = 'Cheshire West and Chester';

test('the authority comments, the team settles and makes final, three sign in any order', async ({ browser }) => {
  test.slow();
  const officer = await someone(browser, `Assistant Director (Social care), ${PLACE}`);
  await openDocument(officer, HERE, /notes/i);
  await reads(officer, /^Comment on the draft notes/);
  const notes = new URL(officer.url()).pathname;
  await officer.getByRole('link', { name: /on paragraph 2$/ }).click();
  await officer.getByLabel('Your comment on paragraph 2').fill('Could it say since when?');
  await officer.getByRole('button', { name: /^Add the comment as/ }).click();
  await isTold(officer, 'Your comment is with the regional team.');

  const facilitator = await someone(browser, 'Facilitator', { next: notes });
  await expect(facilitator.getByRole('button', { name: 'Make the notes final' })).toHaveCount(0);
  await unfold(facilitator, 'Accept or answer');
  await facilitator.getByRole('radio', { name: 'Answered' }).check();
  await facilitator.getByLabel('Answer', { exact: true }).fill('Since September: it is in the text now.');
  await facilitator.getByRole('button', { name: 'Settle the comment' }).click();
  await isTold(facilitator, 'Answered.');

  await facilitator.getByRole('link', { name: 'Go on with the draft' }).click();
  await expect(facilitator.getByRole('toolbar').first()).toBeVisible();
  const draft = facilitator.getByLabel('Notes', { exact: true });
  await draft.fill(`${await draft.inputValue()}\n\nThis has been so since September.`);
  await facilitator.getByRole('button', { name: /^Save the draft/ }).click();
  await isTold(facilitator, /Saved at \d/);
  await facilitator.goto(notes);
  await facilitator.getByRole('button', { name: 'Make the notes final' }).click();
  await isTold(facilitator, 'Final.');

  const signatories = [];
  for (const office of ['Chief Executive', 'DCS', 'Lead Member']) {
    const post = `${office}, ${PLACE}`;
    const page = await someone(browser, post, { next: notes });
    await expect(page.getByText('This has been so since September.')).toBeVisible();
    await page.getByRole('link', { name: `Read and sign as ${post}` }).click();
    await readAndSign(page, post);
    await isTold(page, /signed/i);
    signatories.push(page);
  }
  await officer.goto(notes);
  await reads(officer, /^The agreed notes of/);
  await everyoneLeaves(officer, facilitator, ...signatories);
});

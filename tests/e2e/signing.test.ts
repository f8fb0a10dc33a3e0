import { test } from '@playwright/test';
import { doesNotScrollSideways, everyoneLeaves, expect, isTold, openDocument, readAndSign, reads, someone } from './steps';

// St Helens's self-view waits for its Lead Member.

test('the Lead Member signs on a phone; a later change takes the signature off and is shown to them', async ({ browser }) => {
  const member = await someone(browser, 'Lead Member, St Helens', { phone: true });
  await member.getByRole('link', { name: /self-view/i }).first().click();
  await reads(member, /^Read and sign .*self-view/);
  await doesNotScrollSideways(member);

  await member.getByRole('button', { name: 'Sign as Lead Member, St Helens' }).click();
  await isTold(member, 'It has not been signed');
  await readAndSign(member, 'Lead Member, St Helens');
  await isTold(member, /signed/i);
  await reads(member, /is signed$/);
  await doesNotScrollSideways(member);
  const address = member.url().replace(/[?#].*/, '');

  const officer = await someone(browser, 'Assistant Director (Social care), St Helens');
  await openDocument(officer, 'st-helens', /self-view/i);
  await officer.getByRole('link', { name: /Context and headlines/ }).first().click();
  await expect(officer.getByText(/signature/).first()).toBeVisible();
  const changes = officer.getByLabel('What has changed since last year?');
  await changes.fill(`${await changes.inputValue()} The new children’s home opened in the spring.`);
  await officer.getByRole('button', { name: 'Save', exact: true }).last().click();
  await isTold(officer, /Saved at \d/);

  await member.goto(address);
  await reads(member, /is not out for signature$/);

  const director = await someone(browser, 'DCS, St Helens', { next: new URL(address).pathname });
  await director.getByRole('button', { name: 'Put it out for signature as DCS, St Helens' }).click();
  await isTold(director, 'It is out for signature.');

  await member.reload();
  await reads(member, /^Read and sign/);
  const changed = member.getByRole('region', { name: 'What changed since you last signed' });
  await expect(changed).toContainText('The new children’s home opened in the spring.');
  await doesNotScrollSideways(member);
  await readAndSign(member, 'Lead Member, St Helens');
  await reads(member, /is signed$/);
  await everyoneLeaves(member, officer, director);
});

// One of three has signed Bury's notes.
test('the notes are signed without script', async ({ browser }) => {
  const member = await someone(browser, 'Lead Member, Bury', { script: false });
  await openDocument(member, 'bury', /notes/i);
  await member.getByRole('link', { name: 'Read and sign as Lead Member, Bury' }).click();
  await readAndSign(member, 'Lead Member, Bury');
  await isTold(member, /signed/i);
  await reads(member, /^You have signed/);
  await everyoneLeaves(member);
});

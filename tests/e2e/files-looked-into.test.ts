import { truncateSync, writeFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { aWordFile } from '../server/office-files/word-file';
import { isForEveryone } from './accessible';
import { everyoneLeaves, expect, isTold, openDocument, reads, someone } from './steps';

// Wirral is still writing its self-view.

test('a file with words about a child is asked about, confirmed, and rid of the names of those who made it', async ({ browser }) => {
  test.setTimeout(240_000);
  const director = await someone(browser, 'DCS, Wirral');
  await openDocument(director, 'wirral', /self-view/i);
  await director.getByRole('link', { name: /Care leavers/ }).first().click();
  await reads(director, 'Care leavers');
  await director.getByRole('button', { name: 'Add evidence' }).click();
  const row = director.getByRole('group', { name: /^Evidence \d/ }).last();
  await row.getByLabel('What it is and what it shows').fill('Audit of pathway plans');
  await row.locator('input[type=file]').setInputFiles({ name: 'Audit of July.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(await aWordFile()) });
  await director.getByRole('button', { name: 'Save', exact: true }).last().click();
  await isTold(director, 'In Audit of July.docx 7 places look like data about a child: look at them under the file. Audit of July.docx says who made it; that can be taken out.');

  await director.getByRole('link', { name: '7 places in it look like data about a child' }).first().click();
  await reads(director, /^Evidence files of Wirral/);
  const file = director.getByRole('region', { name: 'Audit of July.docx' });
  await expect(file).toContainText('“••• ••• ••19” looks like an NHS number.');
  await expect(file).toContainText('This file names J. Smith as its author, B. Lowe as who saved it last');
  await expect(file).not.toContainText('Chloe');
  await isForEveryone(director);
  await file.getByRole('button', { name: /not a child’s.*page footer/ }).click();
  await isTold(director, 'You are not asked again for these words.');
  await expect(file).toContainText('6 places to look at');
  await file.getByRole('button', { name: /^Take this out of the file/ }).click();
  await isTold(director, 'A copy without the names has taken the place of the file');
  await expect(file).toContainText('The names of those who made it were taken out');
  await expect(file).not.toContainText('J. Smith');

  // Whoever signs sees it before the signature; the region sees nothing of it.
  const lead = await someone(browser, 'Lead Member, Wirral');
  await openDocument(lead, 'wirral', /self-view/i);
  await expect(lead.locator('.advice')).toContainText('6 places look like data about a child');
  await lead.getByRole('link', { name: 'See where each stands' }).click();
  await reads(lead, /^X-ray of Wirral/);
  await expect(lead.getByRole('button', { name: /^This is not a child’s/ })).toHaveCount(0);
  await isForEveryone(lead);
  const address = lead.url();
  const coordinator = await someone(browser, 'SLI coordinator');
  for (const page of [address, address.replace('/x-ray', '/files')]) expect((await coordinator.goto(page))?.status()).toBe(404);
  await everyoneLeaves(director, lead, coordinator);
});

test('the coordinator changes what the advice asks, and the next look says so', async ({ browser }) => {
  const coordinator = await someone(browser, 'SLI coordinator', { next: '/advice-before-signature' });
  const rule = coordinator.getByRole('region', { name: 'Is a section empty?' });
  await rule.getByLabel('The sentence').fill('{child} is empty.');
  await rule.getByRole('button', { name: /^Change it/ }).click();
  await expect(coordinator.getByText('{child} means nothing here. This sentence may name {section}.')).toBeVisible();
  await rule.getByLabel('The sentence').fill('Still to be written: {section}.');
  await rule.getByRole('button', { name: /^Change it/ }).click();
  await isTold(coordinator, 'Changed. It holds from now on.');
  const director = await someone(browser, 'DCS, Wirral');
  await openDocument(director, 'wirral', /self-view/i);
  await director.getByRole('link', { name: 'See where each stands' }).click();
  await expect(director.getByRole('region', { name: 'Is a section empty?' })).toContainText('Still to be written: ');
  await everyoneLeaves(coordinator, director);
});

for (const script of [true, false]) {
  test(`a file of 50 MB gets one clear sentence ${script ? 'with' : 'without'} script`, async ({ browser }, info) => {
    test.setTimeout(180_000);
    const huge = info.outputPath('huge.pdf');
    writeFileSync(huge, '%PDF-1.7');
    truncateSync(huge, 50 * 1024 * 1024);
    const director = await someone(browser, 'DCS, Wirral', { script });
    await openDocument(director, 'wirral', /self-view/i);
    await director.getByRole('link', { name: /Care leavers/ }).first().click();
    await director.getByRole('button', { name: 'Add evidence' }).click();
    await expect(director).toHaveURL(/add=/);
    await director.locator('input[type=file]').last().setInputFiles(huge);
    await director.getByRole('button', { name: 'Save', exact: true }).last().click();
    await expect(director.getByText('A file that you chose is larger than 15 MB, so nothing was sent. Save a smaller copy, or give the part that matters.')).toBeVisible({ timeout: 90_000 });
    await everyoneLeaves(director);
  });
}

import { truncateSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { test, type Page } from '@playwright/test';
import { isForEveryone } from './accessible';
import { wordsOfPdf } from '../support/words-of-pdf';
import { doesNotScrollSideways, everyoneLeaves, expect, isTold, openDocument, reads, someone } from './steps';

// Wirral is still writing its self-view; nobody else writes these two sections.

async function downloaded(page: Page, link: RegExp | string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).first().click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

const docx = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: Buffer.from(bytes) });

/** Writes below a question, as a person would in Word: in place of what stands there. */
function answered(bytes: Uint8Array, question: string, answer: string): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml']!);
  const from = xml.indexOf('<w:pStyle w:val="Answer"/>', xml.indexOf(question));
  const start = xml.lastIndexOf('<w:p>', from);
  const end = xml.indexOf('</w:p>', from) + 6;
  parts['word/document.xml'] = strToU8(`${xml.slice(0, start)}<w:p><w:r><w:t>${answer}</w:t></w:r></w:p>${xml.slice(end)}`);
  return zipSync(parts);
}

test('a self-view goes out as a form, is filled in offline, and comes back section by section', async ({ browser }, info) => {
  test.setTimeout(180_000);
  const huge = info.outputPath('huge.docx');
  writeFileSync(huge, 'PK');
  truncateSync(huge, 50 * 1024 * 1024);
  const page = await someone(browser, 'DCS, Wirral');
  await openDocument(page, 'wirral', /self-view/i);
  await page.getByRole('link', { name: 'Write it offline, in Word' }).click();
  await reads(page, 'Write the self-view offline');
  await isForEveryone(page);
  const form = await downloaded(page, 'The form with what is written so far');
  expect(form.name).toMatch(/^Wirral self-view .* form\.docx$/);

  // What is no form gets one sentence.
  const bring = page.getByRole('button', { name: /^Bring it back as DCS, Wirral/ });
  await page.getByLabel('The form that you filled in').setInputFiles(docx('locked.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])));
  await bring.click();
  await expect(page.getByText(/This is an old Word, Excel or PowerPoint file/).first()).toBeVisible();
  await page.getByLabel('The form that you filled in').setInputFiles(huge);
  await bring.click();
  await expect(page.getByText('A file that you chose is larger than 15 MB, so nothing was sent.').first()).toBeVisible({ timeout: 60_000 });

  const filled = answered(answered(form.bytes, 'What difference do leaders make to practice here?', 'Leaders spend a day a month with teams, we wrote offline.'), 'What should peers challenge you on?', 'Our work with schools, written on a train.');
  await page.getByLabel('The form that you filled in').setInputFiles(docx(form.name, filled));
  await bring.click();
  await isTold(page, /Nothing has changed yet/);
  await reads(page, 'The form would change 2 sections');
  await expect(page.getByText('Leaders spend a day a month with teams, we wrote offline.').first()).toBeVisible();
  await isForEveryone(page);
  await doesNotScrollSideways(page);
  await page.getByLabel(/^Accept “Asks and offers”/).uncheck();
  await page.getByRole('button', { name: /^Accept the ticked sections/ }).click();
  await isTold(page, /Accepted: 1 section stands in the draft now/);
  await reads(page, 'The form would change 1 section');
  await page.goto(page.url().replace(/\/form\/.*$/, '/read'));
  await expect(page.getByText('Leaders spend a day a month with teams, we wrote offline.').first()).toBeVisible();
  await expect(page.getByText('Our work with schools, written on a train.')).toHaveCount(0);

  // The same text leaves as Word, as PDF and on paper.
  const word = await downloaded(page, /^Word/);
  expect(word.name).toMatch(/^Wirral self-view .* draft .*\.docx$/);
  expect(strFromU8(unzipSync(word.bytes)['word/document.xml']!)).toContain('Leaders spend a day a month with teams, we wrote offline.');
  const pdf = await downloaded(page, /^PDF/);
  expect(await wordsOfPdf(pdf.bytes)).toContain('Leaders spend a day a month with teams, we wrote offline.');
  await page.getByRole('link', { name: /^for print/ }).first().click();
  await reads(page, /for print$/);
  await expect(page.getByText('Leaders spend a day a month with teams, we wrote offline.').first()).toBeVisible();
  await everyoneLeaves(page);
});

test('the coordinator puts a Word template in place, and copies go out in it', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator', { next: '/word-templates/programme' });
  await reads(page, 'Word template: programme');
  const starter = await downloaded(page, 'Download a template to begin from');
  const parts = unzipSync(starter.bytes);
  const wrong = { ...parts, 'word/document.xml': strToU8(strFromU8(parts['word/document.xml']!).replace('{{about}}', '{{abuot}}')) };
  await page.getByLabel('Word template').setInputFiles(docx('Ours.docx', zipSync(wrong)));
  await page.getByRole('button', { name: /^Use it, as SLI coordinator/ }).click();
  await expect(page.getByText('{{abuot}} is not known. Did you mean {{about}}?').first()).toBeVisible();
  const right = { ...parts, 'word/document.xml': strToU8(strFromU8(parts['word/document.xml']!).replace('{{about}}', 'The look of our region. {{about}}')) };
  await page.getByLabel('Word template').setInputFiles(docx('Ours.docx', zipSync(right)));
  await page.getByRole('button', { name: /^Use it, as SLI coordinator/ }).click();
  await isTold(page, /Kept as version 1/);
  const preview = await downloaded(page, /^See it with a made-up document/);
  expect(strFromU8(unzipSync(preview.bytes)['word/document.xml']!)).toContain('The look of our region.');
  await page.getByRole('button', { name: 'Withdraw version 1' }).click();
  await isTold(page, /is withdrawn/);
  await everyoneLeaves(page);
});

import { readFileSync } from 'node:fs';
import { test, type Locator, type Page } from '@playwright/test';
import { GOOGLE_DOCS, WORD } from '../ui/writing/clipboards';
import { isForEveryone } from './accessible';
import { doesNotScrollSideways, everyoneLeaves, expect, openDocument, reads, someone } from './steps';

// Wirral is still writing its self-view.

async function writes(page: Page): Promise<Locator> {
  await openDocument(page, 'wirral', /self-view/i);
  await page.getByRole('link', { name: /Care leavers/ }).first().click();
  await reads(page, 'Care leavers');
  const area = page.getByLabel('What is it like to leave care here?');
  await expect(toolsOf(page, 'judgement')).toBeVisible();
  await area.fill('');
  return area;
}

/** The tools over one text. */
const toolsOf = (page: Page, field: string) => page.getByRole('toolbar', { name: 'Writing tools' }).and(page.locator(`[aria-controls="${field}"]`));

/** Puts HTML and plain words on a clipboard and pastes them, as the browser hands a paste to the page. */
async function pastes(area: Locator, html: string, plain = '') {
  await area.evaluate(
    (field, { html: formatted, plain: words }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', formatted);
      clipboardData.setData('text/plain', words);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      (field as HTMLTextAreaElement).focus();
      field.dispatchEvent(event);
    },
    { html, plain },
  );
}

test('someone who knows Word writes by keyboard alone, and Tab is never caught', async ({ browser }) => {
  const page = await someone(browser, 'DCS, Wirral');
  const area = await writes(page);
  await area.focus();
  await page.keyboard.type('What we know');
  await page.keyboard.press('Alt+F10');
  await expect(toolsOf(page, 'judgement').getByRole('button', { name: 'Heading', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(area).toBeFocused();
  await expect(area).toHaveValue('## What we know');

  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- Homes are near');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Visits are ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('weekly');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(area).toHaveValue('## What we know\n\n- Homes are near\n- Visits are **weekly**\n');

  await page.keyboard.type('See ');
  await page.keyboard.press('Control+k');
  const link = page.getByRole('dialog', { name: 'Put in a link' });
  await link.getByLabel('Words of the link').fill('the audit');
  await link.getByLabel('Address').fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(link.getByRole('alert')).toContainText('This is no address of a page or a person.');
  await link.getByLabel('Address').fill('www.example.org/audit');
  await page.keyboard.press('Enter');
  await expect(area).toBeFocused();
  await expect(area).toHaveValue('## What we know\n\n- Homes are near\n- Visits are **weekly**\nSee [the audit](https://www.example.org/audit)');

  // The browser's own undo takes back what a tool did.
  await page.keyboard.press('Control+z');
  await expect(area).toHaveValue('## What we know\n\n- Homes are near\n- Visits are **weekly**\nSee ');

  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: 'How it reads', exact: true }).and(page.locator(':focus'))).toBeVisible();
  await page.keyboard.press('Enter');
  const shown = page.getByRole('region', { name: 'How it reads' });
  await expect(shown.getByRole('heading', { name: 'What we know' })).toBeVisible();
  await expect(shown.getByRole('listitem')).toHaveCount(2);
  await expect(shown.locator('strong')).toHaveText('weekly');
  await isForEveryone(page);

  await page.keyboard.press('Escape');
  await expect(area).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(area).not.toBeFocused();
  await expect(page.locator('.saved').getByText(/^Saved \d\d:\d\d:\d\d/).first()).toBeVisible();
  await everyoneLeaves(page);
});

test('a paste from Word comes as plain Markdown, is saved, and says what was left out', async ({ browser }) => {
  const page = await someone(browser, 'DCS, Wirral');
  const area = await writes(page);
  await pastes(area, WORD, 'plain');
  const expected = readFileSync('tests/ui/writing/word.md', 'utf8').trim();
  await expect(area).toHaveValue(expected);
  await expect(page.getByText('1 picture was left out: add it as evidence.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(area).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(area).toHaveValue(expected);
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.locator('.report')).toContainText(/Saved at/);
  await expect(page.getByLabel('What is it like to leave care here?')).toHaveValue(expected);

  // Into one line only what a line can hold.
  const line = page.getByLabel('What it is').first();
  if ((await line.count()) > 0) {
    await line.fill('');
    await pastes(line, GOOGLE_DOCS);
    await expect(line).toHaveValue('Voice of children They said: **“be on time”** and *listen*[here](https://example.org/voice) One One and a half Two');
  }
  await everyoneLeaves(page);
});

test('a figure is quoted by reference, read with its period, and a wrong reference is told', async ({ browser }) => {
  const page = await someone(browser, 'DCS, Wirral');
  const area = await writes(page);
  await area.fill('More are in work: ');
  await toolsOf(page, 'judgement').getByRole('button', { name: 'Figure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Quote a figure' });
  await dialog.getByLabel('Find an indicator').fill('leavers employment');
  await expect(dialog.getByRole('status')).toHaveText('One figure');
  await dialog.getByRole('button', { name: 'Care leavers aged 19 to 21 in education, employment or training' }).click();
  await expect(area).toBeFocused();
  await expect(area).toHaveValue('More are in work: {{figure:care-leavers-eet}}');
  await toolsOf(page, 'judgement').getByRole('button', { name: 'How it reads' }).click();
  const shown = page.getByRole('region', { name: 'How it reads' });
  await expect(shown).toContainText(/More are in work: [\d.]+\s% \(\d{4}, England [\d.]+\s%\)/);
  await expect(shown).toContainText('Invented for the demonstration; entered on');

  await area.fill('More are in work: {{figure:care-leavers-eat}}');
  await expect(page.getByText('There is no figure “care-leavers-eat” here.').first()).toBeVisible();
  await expect(shown).toContainText('[There is no figure “care-leavers-eat” here]');
  await isForEveryone(page);
  await area.fill('More are in work: {{figure:care-leavers-eet}}');
  await expect(page.getByText('There is no figure “care-leavers-eat” here.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.locator('.report')).toContainText(/Saved at/);
  await openDocument(page, 'wirral', /self-view/i);
  await expect(page).toHaveURL(/\/self-views\/[\w-]+$/);
  await page.goto(`${page.url()}/read`);
  await expect(page.getByText(/More are in work: [\d.]+\s% \(\d{4}, England [\d.]+\s%\)/)).toBeVisible();
  await everyoneLeaves(page);
});

test('the limit is counted while someone types, said once it is near, and bars nothing', async ({ browser }) => {
  const page = await someone(browser, 'DCS, Wirral', { phone: true });
  const area = await writes(page);
  const counter = page.locator(`[id="${await area.getAttribute('id')}-count"]`);
  const most = Number(await counter.getAttribute('data-most'));
  await area.fill('word '.repeat(most - 1));
  await expect(counter).toHaveText(`${most - 1} of ${most} words`);
  await expect(page.getByRole('status').filter({ hasText: `Nearly at the limit of ${most} words.` })).toBeAttached();
  await area.pressSequentially('one two three');
  await expect(counter).toHaveText(`${most + 2} words, 2 over ${most}. It is saved all the same`);
  await expect(page.getByRole('status').filter({ hasText: `Over the limit of ${most} words.` })).toBeAttached();
  await doesNotScrollSideways(page);
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByText(`2 words over ${most}`).first()).toBeVisible();
  await page.getByLabel('What is it like to leave care here?').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.locator('.report')).toContainText(/Saved at/);
  await everyoneLeaves(page);
});

test('without script the references stand beside the figures, and nothing is there that does nothing', async ({ browser }) => {
  const page = await someone(browser, 'DCS, Wirral', { script: false });
  await openDocument(page, 'wirral', /self-view/i);
  await page.getByRole('link', { name: /Care leavers/ }).first().click();
  await expect(page.getByText('{{figure:care-leavers-eet}}').first()).toBeVisible();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await everyoneLeaves(page);
});

import { test } from '@playwright/test';
import { addStep, follow, press, setDue } from './a-process';
import { isForEveryone } from './accessible';
import { cycleIds, one } from './region';
import { everyoneLeaves, expect, isTold, reads, someone, unfold } from './steps';

test('the coordinator alters the annual process: a circle is named and mended, it is published, and its dates are looked at', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator', { next: '/cycles', script: false });
  const { name } = await one('select t.name from "Cycle" c join "ProcessTemplate" t on t.id = c."templateId" where c.id = $1', [(await cycleIds())[2]]);
  await page.getByRole('link', { name: 'Processes', exact: true }).click();
  await follow(page, name!);
  await press(page, 'Begin a new version from it');
  await isTold(page, 'is begun as a draft');
  await addStep(page, 'Thanks sent', 'After the forums', 'Each authority');
  await setDue(page, '7', 'after', 'Notes agreed');
  await press(page, 'Save and go to the list');
  await expect(page.getByRole('row', { name: /Thanks sent/ })).toContainText('7 days after “Notes agreed”');

  await follow(page, 'Notes agreed');
  await unfold(page, /^What it waits for/);
  await page.getByRole('checkbox', { name: 'Thanks sent' }).check();
  await press(page, 'Save and go to the list');
  await expect(page.getByRole('region', { name: 'One thing is to be mended before it can be published' })).toContainText('that is a circle');
  await expect(page.getByRole('row', { name: /^Notes agreed/ })).toContainText('that is a circle');
  await expect(page.getByRole('button', { name: /^Publish version/ })).toHaveCount(0);
  await page.getByRole('rowheader').getByRole('link', { name: 'Notes agreed' }).click();
  await unfold(page, /^What it waits for/);
  await page.getByRole('checkbox', { name: 'Thanks sent' }).uncheck();
  await setDue(page, '40', 'after', 'The first day of its wave');
  await press(page, 'Save and go to the list');
  await press(page, /^Publish version \d+ as SLI coordinator/);
  await isTold(page, 'Published.');
  await unfold(page, 'changes');
  await expect(page.getByText('“Notes agreed” is due 40 days after the first forum of the wave; before, 36 days after the first forum of the wave.').first()).toBeVisible();

  await follow(page, 'See its dates from a day 0');
  const fromDay0 = async (typed: Record<'Day' | 'Month' | 'Year', string>) => {
    for (const [part, value] of Object.entries(typed)) await page.getByLabel(part, { exact: true }).fill(value);
    await press(page, 'Show the dates');
  };
  await fromDay0({ Day: '31', Month: '2', Year: '2027' });
  await isTold(page, 'Day 0: there is no such day.');
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('31');
  await expect(page.getByRole('region', { name: 'Every date, in order' })).toHaveCount(0);
  await fromDay0({ Day: '22', Month: '11', Year: '2027' });
  await reads(page, /, from Monday 22 November 2027$/);
  const dates = page.getByRole('region', { name: 'Every date, in order' });
  await expect(dates.locator('details[open]')).toHaveCount(1);
  for (const month of (await dates.locator('details > summary').all()).slice(1)) await month.click();
  await expect(dates.getByRole('row', { name: /Thanks sent/ }).first()).toBeVisible();
  await everyoneLeaves(page);
});

test('a damaged process file is refused with the line at which it breaks', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator', { next: '/processes/new', script: false });
  await page.getByLabel('Process file').setInputFiles({ name: 'triads.json', mimeType: 'application/json', buffer: Buffer.from('{"format": ') });
  await press(page, 'Bring it in');
  await reads(page, 'A new process');
  await expect(page.locator('.error-summary')).toContainText('Line 1, column 12: The file ends too soon.');
  await everyoneLeaves(page);
});

test('the coordinator builds a triad process from nothing and publishes it; a Director reads it', async ({ browser }) => {
  const page = await someone(browser, 'SLI coordinator', { next: '/processes/new' });
  await page.getByLabel('Title').fill('Triads of Directors');
  await page.getByLabel('What happens on day 0').fill('The first triad meets');
  await page.getByRole('radio', { name: 'In sets made for each cycle' }).check();
  await page.getByLabel('How many authorities in one').fill('3, 4');
  await press(page, 'Begin the process');
  await isTold(page, '“Triads of Directors” is begun.');

  await follow(page, 'Add a paper');
  await page.getByLabel('Name').fill('asks and offers');
  await page.getByLabel('It is written by').selectOption({ label: 'DCS' });
  await press(page, 'Add the paper');
  await follow(page, 'Asks and offers');
  await page.getByRole('textbox', { name: 'Question 1' }).first().fill('What do you need from the others?');
  await press(page, 'Save the section');
  await isTold(page, 'The section is saved.');
  await isForEveryone(page);

  await follow(page, /^Triads of Directors, version 1$/);
  await expect(page.getByText('No step asks for the asks and offers.').first()).toBeVisible();
  await addStep(page, 'Asks and offers handed over', 'Before', 'Each authority');
  await page.getByLabel('It is done when').selectOption({ label: 'the asks and offers are handed over' });
  await setDue(page, '14', 'before', 'Day 0');
  await press(page, 'Save and go to the list');
  await addStep(page, 'Triad has met', 'On the day', 'Each group or set');
  await page.getByRole('checkbox', { name: 'People meet on this day' }).check();
  await press(page, 'Save and go to the list');
  await press(page, 'Publish version 1 as SLI coordinator, North West');
  await isTold(page, 'Published.');
  const address = page.url().replace(/\?.*/, '');

  const director = await someone(browser, 'DCS, Wirral', { next: new URL(address).pathname });
  await reads(director, 'Triads of Directors');
  await expect(director.getByRole('row', { name: /Triad has met/ })).toContainText('Day 0');
  await expect(director.getByRole('button', { name: /version/ })).toHaveCount(0);
  await everyoneLeaves(page, director);
});

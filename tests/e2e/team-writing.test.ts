import { test } from '@playwright/test';
import { isForEveryone } from './accessible';
import { ask, documentId } from './region';
import { everyoneLeaves, expect, isTold, reads, someone } from './steps';

// Wirral is still writing its self-view; nobody else writes on education in these journeys.

interface Area {
  thread: string;
  text: string;
}

/** An area that last year's self-view names and this year's does not. */
async function areaLeftOut(view: string, lastYear: string): Promise<Area> {
  const texts = async (id: string) => (await ask('select content::text as text from "Section" where "documentId" = $1', [id])).map(({ text }) => text!);
  const now = (await texts(view)).join();
  const left = (await texts(lastYear)).flatMap((text) => (JSON.parse(text) as { areas?: Area[] }).areas ?? []).find(({ thread }) => !now.includes(`"thread": "${thread}"`));
  if (!left) throw new Error('This year names every area of last year again.');
  return left;
}

test('a section is given with a day, and one list says what is missing until it is ready', async ({ browser }) => {
  const view = await documentId('self-view', 'wirral');
  const director = await someone(browser, 'DCS, Wirral', { next: `/self-views/${view}`, script: false });
  await director.getByRole('link', { name: 'What is missing, as one list' }).click();
  await reads(director, /^What is missing in Wirral’s self-view/);
  await expect(director.getByRole('region', { name: /Education/ }).getByRole('link', { name: /^Begin this section/ })).toBeVisible();

  await director.goto(`/self-views/${view}#h-give`);
  const soon = new Date(Date.now() + 10 * 86_400_000);
  await director.getByLabel('Section', { exact: true }).selectOption('education');
  const writer = director.getByLabel('Writer');
  await writer.selectOption({ label: await writer.getByRole('option', { name: /^Data lead/ }).innerText() });
  for (const [name, value] of [['Day', soon.getDate()], ['Month', soon.getMonth() + 1], ['Year', soon.getFullYear()]] as const) await director.getByLabel(name, { exact: true }).fill(String(value));
  await director.getByRole('button', { name: 'Give this section' }).click();
  await isTold(director, /is given to Data lead/);

  const lead = await someone(browser, 'Data lead, Wirral', { script: false });
  await lead.getByRole('link', { name: /^Write the section “Education/ }).first().click();
  await reads(lead, /^Education/);
  await lead.locator('textarea[name="judgement"]').fill('Children in Wirral do as well as children elsewhere at the end of primary school.');
  await lead.getByRole('button', { name: 'This section is ready' }).click();
  await isTold(lead, /ready for review/);

  await director.goto(`/self-views/${view}/missing`);
  const education = director.getByRole('region', { name: /Education/ });
  await expect(education).toContainText('Given to Data lead');
  await expect(education.getByRole('link', { name: /No evidence yet/ })).toBeVisible();
  await director.getByLabel('What', { exact: true }).selectOption('empty');
  await director.getByRole('button', { name: 'Show' }).click();
  await expect(education).toHaveCount(0);
  await everyoneLeaves(director, lead);
});

test('a comment stays with its paragraph when the words change, and is settled', async ({ browser }) => {
  const view = await documentId('self-view', 'wirral');
  const officer = await someone(browser, 'Policy officer, Wirral', { next: `/self-views/${view}/read`, script: false });
  const section = officer.locator('section#leadership');
  await section.getByRole('link', { name: /^Comment on paragraph/ }).first().click();
  await officer.getByLabel(/^Comment on paragraph/).fill('Can we say since when?');
  await officer.getByRole('button', { name: 'Add the comment' }).click();
  await isTold(officer, 'Your comment stands beside the text.');

  const director = await someone(browser, 'DCS, Wirral', { next: `/self-views/${view}/sections/leadership`, script: false });
  await expect(director.getByText(/^On: “/)).toBeVisible();
  const judgement = director.locator('textarea[name="judgement"]');
  const [first, ...others] = (await judgement.inputValue()).split('\n\n');
  await judgement.fill([`${first} It has been so since spring.`, ...others].join('\n\n'));
  await director.getByRole('button', { name: 'Save', exact: true }).last().click();
  await isTold(director, 'Saved at');

  await officer.goto(`/self-views/${view}/read`);
  await expect(section.getByText(/The words have changed since. It was about:/)).toBeVisible();
  await director.goto(`/self-views/${view}/read`);
  const said = director.locator('section#leadership .mg', { hasText: 'Can we say since when?' });
  await said.locator('summary').click();
  await said.getByRole('button', { name: 'Accept: the words are changed' }).click();
  await isTold(director, 'The comment is accepted.');
  await everyoneLeaves(officer, director);
});

test('an area typed anew is joined to last year’s, in whichever section that stood, and followed over the years', async ({ browser }) => {
  test.slow();
  const [view, lastYear] = [await documentId('self-view', 'wirral'), await documentId('self-view', 'wirral', 1)];
  const area = await areaLeftOut(view, lastYear);
  const officer = await someone(browser, 'Policy officer, Wirral', { next: `/self-views/${view}/sections/education`, script: false });
  await officer.locator('textarea[name^="areas."]').last().fill(area.text);
  await officer.getByRole('button', { name: 'Save', exact: true }).last().click();
  await officer.getByRole('button', { name: /^It is the same: join them/ }).click();
  await isTold(officer, 'It goes on from the year before.');
  await expect(officer.locator('select[name^="areas."]').first()).toHaveValue(area.thread);

  await officer.goto('/authorities/wirral/threads?of=area&state=persisting');
  await reads(officer, 'Wirral: strengths and areas over the years');
  await expect(officer.locator(`#thread-${area.thread}`).locator('..')).toContainText('Goes on');
  const coordinator = await someone(browser, 'SLI coordinator', { next: '/authorities/wirral/threads' });
  await expect(coordinator.getByText('as it is written now')).toHaveCount(0);

  await officer.goto(`/documents/${view}/compare`);
  await reads(officer, 'Wirral’s self-view: what changed');
  await expect(officer.getByText(/as it was handed on” to “the draft as it stands now”/)).toBeVisible();
  await expect(officer.locator('ins').first()).toBeVisible();
  await expect(officer.locator('del').first()).toContainText('Removed:');

  // Axe needs script, the pages do not.
  const lead = await someone(browser, 'Data lead, Wirral');
  for (const path of [`/self-views/${view}/sections/education`, '/authorities/wirral/threads']) {
    await lead.goto(path);
    await isForEveryone(lead);
  }
  await everyoneLeaves(officer, coordinator, lead);
});

import { test } from '@playwright/test';
import { everyoneLeaves, expect, isTold, reads, someone } from './steps';
import { cycleIds, documentId } from './region';

// Lancashire's Director has not yet confirmed the questions.

test('the data group’s desk shows the questions beside the places, last year’s actions, the figures and the self-view', async ({ browser }) => {
  const page = await someone(browser, 'Data group chair', { next: '/questions' });
  await page.getByRole('link', { name: /Lancashire/ }).first().click();
  await reads(page, 'Questions for Lancashire');
  await expect(page.getByRole('region', { name: 'Questions', exact: true })).toContainText('From Ofsted’s lines of enquiry');
  await expect(page.getByRole('table', { name: /^Lancashire on the improvement journey/ })).toBeVisible();
  await expect(page.getByText(/Lancashire says .*, the group says/).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Actions of earlier cycles' }).getByRole('listitem').first()).toBeVisible();
  const figures = page.getByRole('region', { name: 'Figures' });
  await figures.locator('summary').click();
  await expect(figures.getByRole('table').first()).toBeVisible();
  await page.getByRole('link', { name: 'Read version 1' }).click();
  await reads(page, /^Lancashire’s self-view/);
  await everyoneLeaves(page);
});

test('a Director reads the issued pack and confirms it; the regional team sees it', async ({ browser }) => {
  const pack = `/packs/${await documentId('questions', 'lancashire')}`;
  const director = await someone(browser, 'DCS, Lancashire');
  await director.goto(pack);
  await reads(director, 'Questions and pack for Lancashire');
  await expect(director.getByRole('region', { name: 'Questions' })).toContainText('?');
  await expect(director.getByRole('region', { name: 'Figures' }).getByRole('table').first()).toBeVisible();
  await director.getByRole('button', { name: /^Confirm that you have read them, as DCS, Lancashire/ }).click();
  await isTold(director, 'Noted.');
  await expect(director.getByRole('button', { name: /^Confirm that you have read/ })).toHaveCount(0);

  const [, , cycle] = await cycleIds();
  const coordinator = await someone(browser, 'SLI coordinator', { next: `/cycles/${cycle}/steps/read-pack?authority=lancashire` });
  await expect(coordinator.getByRole('region', { name: 'Where it stands' })).toContainText('Done');
  await everyoneLeaves(director, coordinator);
});

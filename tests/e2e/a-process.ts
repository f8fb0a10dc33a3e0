import type { Page } from '@playwright/test';
import { reads } from './steps';

// What a coordinator does in the composer.

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
export const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

export async function addStep(page: Page, name: string, phase: string, scope: string): Promise<void> {
  const form = page.getByRole('region', { name: 'Add a step' });
  await form.getByLabel('What is then done').fill(name);
  await form.getByLabel('In the phase').selectOption({ label: phase });
  await form.getByLabel('Done once for').selectOption({ label: scope });
  await form.getByRole('button', { name: 'Add the step' }).click();
  await reads(page, name);
}

/** "14 | days | after | Notes agreed" in the row of that name. */
export async function setDue(page: Page, count: string, side: string, from: string): Promise<void> {
  const row = page.getByRole('group', { name: 'It is due' });
  await row.getByLabel('How many').fill(count);
  await row.getByLabel('Before or after').selectOption({ label: side });
  await row.getByLabel('Counted from').selectOption({ label: from });
}

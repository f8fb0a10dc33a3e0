import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './steps';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 800 };

/** Long lists repeat themselves: what is past here is made by the same component as what is before. */
const LIKE_THOSE_BEFORE = 'tbody > tr:nth-child(n+25), li:nth-child(n+25)';

/** Nothing on the page breaks WCAG 2.2 AA as far as a machine can tell, and at 320 pixels nothing sticks out to the side. */
export async function isForEveryone(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  // There is no frame on any page, so nothing has to be brought together in a page of its own.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], preload: false }).setLegacyMode(true).exclude(LIKE_THOSE_BEFORE);
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} (${(failureSummary ?? '').split('\n')[1]?.trim()})`).join(' | ')}`);
  expect.soft(said, where).toEqual([]);
  await page.setViewportSize(NARROW);
  const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(out, `${where} sticks out by so many pixels on a narrow screen`).toBeLessThanOrEqual(0);
  await page.setViewportSize(WIDE);
}

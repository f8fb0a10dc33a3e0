import { expect as atOnce, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { sessionIn } from './sessions';

// What people do in the product, as they would say it. Everything is found by its role and its words.

/** A shared machine may be slow; nothing here waits longer than it must. */
export const expect = atOnce.configure({ timeout: 20_000 });

const plain = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Signs in as whoever holds a post: "DCS, Wirral", or a post of the region: "SLI coordinator". By pressing its button, as in the demonstration. */
export async function pressToSignIn(page: Page, post: string, next = '/my-work'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  const inTheTable = page.getByRole('button', { name: new RegExp(`^Sign in as .*, ${plain(post)}$`) });
  const inTheList = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`(^| · )${plain(post)}`) }) }).getByRole('button');
  await inTheTable.or(inTheList).first().click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** The same with the cookie that the press would have given: how one signs in is looked at in its own tests. */
export async function signIn(page: Page, post: string, next = '/my-work'): Promise<void> {
  await page.context().addCookies([{ name: 'critical-friend.session', value: await sessionIn(post), url: process.env.E2E_URL! }]);
  await page.goto(next);
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** A browser of their own, signed in. */
export async function someone(browser: Browser, post: string, how: { next?: string; script?: boolean; phone?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: how.script ?? true,
    ...(how.phone ? { viewport: { width: 390, height: 780 } } : {}),
  });
  const page = await context.newPage();
  await signIn(page, post, how.next);
  return page;
}

/** Closes the browsers of those who took part. */
export async function everyoneLeaves(...pages: Page[]): Promise<void> {
  for (const context of new Set<BrowserContext>(pages.map((page) => page.context()))) await context.close();
}

/** Goes to a document from the authority's page: openDocument(page, 'wirral', /self-view/i). */
export async function openDocument(page: Page, slug: string, document: RegExp): Promise<void> {
  await page.goto(`/authorities/${slug}`);
  await page.getByRole('region', { name: /^Documents/ }).getByRole('link', { name: document }).first().click();
}

export async function isTold(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.locator('.report')).toContainText(words);
}

export async function reads(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
}

/** Opens what is folded away, if it still is. */
export async function unfold(page: Page, summary: string | RegExp): Promise<void> {
  const details = page.locator('details').filter({ has: page.locator('summary', { hasText: summary }) }).first();
  if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click();
}

/** No part of the page sticks out to the side. */
export async function doesNotScrollSideways(page: Page): Promise<void> {
  const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(out, `${page.url()} is ${out}px wider than the screen`).toBeLessThanOrEqual(0);
}

/** Signs the text that is out for signature, in the post in which it is asked. */
export async function readAndSign(page: Page, post: string): Promise<void> {
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: `Sign as ${post}` }).click();
}

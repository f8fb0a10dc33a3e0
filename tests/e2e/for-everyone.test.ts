import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from '@playwright/test';
import { isForEveryone } from './accessible';
import { IN_A_JOURNEY, LEADS_ON, NOT_SERVED, PAGES } from './every-page';
import { expect, signIn } from './steps';
import { documentId, sessionOf } from './region';

test.use({ viewport: { width: 1280, height: 900 } });
test.describe.configure({ mode: 'parallel' });

for (const [who, places] of Object.entries(PAGES)) {
  test(`every page of ${who} can be read and used by everyone, on a wide and on a narrow screen`, async ({ page }) => {
    test.setTimeout(300_000);
    if (who !== 'nobody') await signIn(page, who.replace(/ \(.*/, ''));
    for (const [route, address] of await places()) {
      const answer = await page.goto(address);
      expect.soft(answer?.status(), `${route} at ${address}`).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await isForEveryone(page);
    }
  });
}

test('no page is left out', async () => {
  const folder = join('src', 'app');
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('page.tsx'));
  const routes = pages.map((file) => `/${dirname(file)}`.replace(/\/\([^)]*\)/g, '').replace(/^\/\.$/, '/'));
  const looked = (await Promise.all(Object.values(PAGES).map((places) => places()))).flat().map(([route]) => route);
  expect(routes.filter((route) => ![...looked, ...LEADS_ON, ...IN_A_JOURNEY, ...NOT_SERVED].includes(route))).toEqual([]);
});

test('with the keyboard alone: the way past the navigation, a visible focus, and the change of post', async ({ page }) => {
  await signIn(page, 'Regional chair');
  await page.goto('/my-work');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the main content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();

  let reachedPost = false;
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const style = getComputedStyle(element);
      return { what: element.outerHTML.slice(0, 120), tag: element.tagName, text: element.innerText, seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none' };
    });
    expect.soft(focused.seen, `focus is to be seen on ${focused.what}`).toBe(true);
    if (focused.tag === 'SUMMARY' && focused.text.startsWith('Acting as')) reachedPost = true;
  }
  expect(reachedPost).toBe(true);

  const change = page.locator('details.acting > summary');
  await change.focus();
  await page.keyboard.press('Enter');
  const name = 'DCS, Stockport';
  await page.getByRole('radio', { name }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Act in this post' }).focus();
  await page.keyboard.press('Enter');
  await expect(change).toContainText(name);

  await page.goto('/my-work');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('another authority’s documents are not found, and the page says no more than that', async ({ page }) => {
  await signIn(page, 'DCS, Knowsley');
  const view = await documentId('self-view', 'trafford');
  const { forumId, sessionId, notesId } = await sessionOf('trafford');
  const nowhere = [
    `/self-views/${view}`,
    `/self-views/${view}/read`,
    `/self-views/${view}/sections/context`,
    `/documents/${view}`,
    `/documents/${view}/sign`,
    `/documents/${view}/activity`,
    `/documents/${view}/versions/1`,
    `/packs/${await documentId('questions', 'trafford')}`,
    `/questions/${await documentId('questions', 'trafford')}`,
    `/memoranda/${await documentId('mou', 'trafford')}`,
    `/forum-notes/${notesId}`,
    `/forums/${forumId}/sessions/${sessionId}`,
    `/forums/${forumId}/sessions/${sessionId}/prepare`,
    `/action-plans/${await documentId('action-plan', 'trafford', 1)}`,
  ];
  for (const address of nowhere) {
    const answer = await page.goto(address);
    expect.soft(answer?.status(), address).toBe(404);
    await expect.soft(page.getByRole('main')).not.toContainText('Trafford');
  }
  await isForEveryone(page);
});

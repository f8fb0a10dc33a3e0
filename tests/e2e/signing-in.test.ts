import { expect as atOnce, test, type Browser, type Page } from '@playwright/test';
import pg from 'pg';

// Signing in by mail, as the person does it; the demonstration keeps the message, which is read here where it is kept.

const expect = atOnce.configure({ timeout: 20_000 });
let unique = 0;

/** A person of this test alone, without a post, so that no other test signs them out. */
async function newcomer(): Promise<{ email: string; name: string }> {
  unique += 1;
  const email = `signing-in-${Date.now()}-${unique}@e2e.example`;
  const name = `Casey Newcomer ${unique}`;
  await query('insert into "Person" (id, name, email) values (gen_random_uuid(), $1, $2)', [name, email]);
  return { email, name };
}

async function query(sql: string, values: unknown[]): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  return client.query(sql, values).then(
    ({ rows }) => client.end().then(() => rows),
    (error) => client.end().then(() => Promise.reject(error)),
  );
}

async function messageTo(email: string): Promise<{ link: string; code: string }> {
  await expect.poll(async () => (await query('select text from "OutboxMessage" where email = $1', [email])).length).toBeGreaterThan(0);
  const [message] = await query('select text from "OutboxMessage" where email = $1 order by "createdAt" desc limit 1', [email]);
  const link = new URL(/http\S+/.exec(message!.text!)![0]);
  return { link: link.pathname + link.search, code: /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(message!.text!)![0] };
}

async function askForMessage(page: Page, email: string) {
  await page.goto('/sign-in?next=%2Fpeople%2Fme');
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a message' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('If that address is known, a message is on its way');
}

const withoutScript = (browser: Browser) => browser.newContext({ javaScriptEnabled: false });

test('the link signs in once, and a scanner’s GET and HEAD do not use it up', async ({ page, request }) => {
  const { email, name } = await newcomer();
  await askForMessage(page, email);
  const { link } = await messageTo(email);
  for (let look = 0; look < 3; look += 1) {
    expect((await request.head(link)).status()).toBe(200);
    expect((await request.get(link)).status()).toBe(200);
  }
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Sign in as ${name}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link can no longer be used');
});

test('the code signs in without script, on the page where it was asked for, after one mistake', async ({ browser }) => {
  const { email, name } = await newcomer();
  const context = await withoutScript(browser);
  const page = await context.newPage();
  await askForMessage(page, email);
  const { code } = await messageTo(email);
  await page.getByLabel('The code in the message').fill('2222-2222');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('.report')).toContainText('That is not the code in the message.');
  await expect(page.getByLabel('The code in the message')).toHaveValue('2222-2222');
  await page.getByLabel('The code in the message').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await context.close();
});

test('an address that nobody has gets the same page and no message', async ({ page }) => {
  const email = `nobody-${Date.now()}@e2e.example`;
  await askForMessage(page, email);
  await page.getByLabel('The code in the message').fill('2222-2222');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('.report')).toContainText('That is not the code in the message.');
  expect(await query('select id from "OutboxMessage" where email = $1', [email])).toEqual([]);
});

test('next-auth’s own address knows the same session, and signing out ends it everywhere', async ({ browser }) => {
  const { email, name } = await newcomer();
  const contexts = [await browser.newContext(), await browser.newContext()];
  for (const context of contexts) {
    const page = await context.newPage();
    await askForMessage(page, email);
    const messages = await query('select text from "OutboxMessage" where email = $1', [email]);
    await expect.poll(async () => (await query('select text from "OutboxMessage" where email = $1', [email])).length).toBeGreaterThanOrEqual(Math.max(1, messages.length));
    await page.goto((await messageTo(email)).link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  }
  const sessionIn = async (index: number) => (await contexts[index]!.request.get('/api/auth/session')).json();
  expect(await sessionIn(0)).toMatchObject({ user: { name } });
  expect(await sessionIn(1)).toMatchObject({ user: { name } });
  const page = await contexts[0]!.newPage();
  await page.goto('/sign-out');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.locator('.report')).toContainText('You are signed out');
  expect(await sessionIn(0)).toEqual({});
  expect(await sessionIn(1)).toEqual({});
  const other = await contexts[1]!.newPage();
  await other.goto('/people/me');
  await expect(other).toHaveURL(/\/sign-in\?next=/);
  for (const context of contexts) await context.close();
});

// Nobody else’s journey is Cumberland’s: here its DCS is signed out.
test('one press signs in as one of the demonstration’s people, and a form sent after the session ended loses nothing', async ({ page }) => {
  await page.goto('/sign-in?next=%2Fpeople');
  await expect(page.getByText('demonstration').first()).toBeVisible();
  await page.getByRole('button', { name: /, DCS, Cumberland$/ }).click();
  await expect(page).toHaveURL(/\/people$/);
  await page.goto('/people/appoint?place=authority:cumberland');
  await page.getByLabel('Name of somebody new').fill('Not Lost');
  const name = (await page.getByRole('link', { name: /^Sign out / }).textContent())!.replace('Sign out ', '');
  await query('update "Person" set "signedOutAt" = now() at time zone \'UTC\' where name = $1', [name]);
  await page.getByRole('button', { name: /^Appoint, as/ }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole('button', { name: /, DCS, Cumberland$/ }).click();
  await expect(page.locator('.report')).toContainText('Your session had ended');
  await expect(page.getByLabel('Name of somebody new')).toHaveValue('Not Lost');
});

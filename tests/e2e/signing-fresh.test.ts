import { test, type Browser, type Page } from '@playwright/test';
import { issueToken } from '@/server/session-token';
import { documentId, one } from './region';
import { doesNotScrollSideways, everyoneLeaves, expect, isTold, readAndSign, reads, someone, unfold } from './steps';

// Signing with a session that is no longer fresh, on a phone. Blackpool's notes wait for its Chief Executive alone; Warrington's
// memorandum for all three.

const FIRST = 'First confirm that it is you';

/** As if they had signed in an hour ago: the cookie is made anew with the secret of tests/support/production-server.ts. */
async function growOld(page: Page): Promise<void> {
  process.env.NEXTAUTH_SECRET ??= 'only-for-the-browser-tests-of-one-run';
  process.env.DATABASE_URL ??= process.env.E2E_DATABASE_URL!;
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'critical-friend.session')!;
  const { id } = await one('select id from "Person" where name = $1', [await nameOf(page)]);
  const hourAgo = new Date(Date.now() - 3_600_000);
  await page.context().addCookies([{ ...cookie, value: await issueToken({ personId: id!, begunAt: hourAgo, proved: { by: 'link', at: hourAgo } }) }]);
}

async function nameOf(page: Page): Promise<string> {
  return (await page.getByRole('link', { name: /^Sign out / }).textContent())!.replace('Sign out ', '');
}

async function codeFor(name: string): Promise<string> {
  const find = async () => {
    const row = await one(`select coalesce((select m.text from "OutboxMessage" m join "Person" p on p.id = m."personId" where p.name = $1 and m.subject = 'Your code to confirm that it is you' order by m."createdAt" desc limit 1), '') as text`, [name]);
    return /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(row.text!)?.[0] ?? '';
  };
  await expect.poll(find).not.toBe('');
  return find();
}

async function atTheirSigning(browser: Browser, post: string, kind: string, slug: string, script: boolean): Promise<Page> {
  const page = await someone(browser, post, { phone: true, script, next: `/documents/${await documentId(kind, slug)}/sign` });
  await reads(page, /^Read and sign/);
  return page;
}

const signs = (page: Page) => page.getByRole('button', { name: /^Sign as/ });

test('a code from one’s own mail, typed on the page, and then one signs; a copy of the session that somebody took before cannot', async ({ browser }) => {
  const member = await atTheirSigning(browser, 'Chief Executive, Blackpool', 'forum-notes', 'blackpool', true);
  const name = await nameOf(member);
  await growOld(member);
  const taken = await browser.newContext();
  await taken.addCookies(await member.context().cookies());

  await member.reload();
  await expect(member.getByRole('heading', { name: FIRST })).toBeVisible();
  await expect(signs(member)).toHaveCount(0);
  await doesNotScrollSideways(member);
  await member.getByRole('button', { name: 'Send me a code by e-mail' }).click();
  await member.getByLabel(/^The code that went to/).fill('2222-2222');
  await member.getByRole('button', { name: 'Confirm' }).click();
  await isTold(member, 'That is not the code in the message.');
  await doesNotScrollSideways(member);
  await member.getByLabel(/^The code that went to/).fill((await codeFor(name)).toLowerCase());
  await member.getByRole('button', { name: 'Confirm' }).click();
  await isTold(member, 'it is you');

  const thief = await taken.newPage();
  await thief.goto(member.url());
  await expect(thief.getByRole('heading', { name: FIRST })).toBeVisible();
  await expect(signs(thief)).toHaveCount(0);

  await readAndSign(member, 'Chief Executive, Blackpool');
  await isTold(member, 'Signed.');
  await member.getByRole('link', { name: 'The record of its signatures' }).click();
  await reads(member, /the record of its signatures$/);
  const line = member.getByRole('row').filter({ hasText: 'Chief Executive, Blackpool' }).filter({ hasText: 'Electronically' });
  await expect(line).toContainText(name);
  await expect(line).toContainText('typed the code from their mail');
  await expect(line).toContainText(/Sealed as entry [\d,]+/);
  await doesNotScrollSideways(member);
  await line.getByRole('link', { name: /^Version \d$/ }).click();
  await reads(member, /forum notes: version \d$/);
  await everyoneLeaves(member, thief);
});

test('without script: a press on one’s own name stands for the code in the demonstration, and is kept as that', async ({ browser }) => {
  const chief = await atTheirSigning(browser, 'Chief Executive, Warrington', 'mou', 'warrington', false);
  const name = await nameOf(chief);
  await growOld(chief);
  // The page was made while the session was fresh: the rule refuses all the same, and what was ticked comes back.
  await readAndSign(chief, 'Chief Executive, Warrington');
  await isTold(chief, 'Confirm that it is you');
  await chief.getByRole('button', { name: `I am ${name}` }).click();
  await isTold(chief, 'it is you');
  await expect(chief.getByRole('checkbox')).toBeChecked();
  await doesNotScrollSideways(chief);
  await signs(chief).click();
  await isTold(chief, /^.*Signed/);
  await chief.getByRole('link', { name: 'The record of its signatures' }).click();
  await expect(chief.getByRole('row').filter({ hasText: name })).toContainText('pressed their name in the demonstration');
  await everyoneLeaves(chief);
});

test('the Director takes a text back with a reason; what was signed stays in the record', async ({ browser }) => {
  const director = await someone(browser, 'DCS, Warrington', { script: false, next: `/documents/${await documentId('mou', 'warrington')}/sign` });
  await readAndSign(director, 'DCS, Warrington');
  await unfold(director, 'Take it back from signature');
  await director.getByRole('button', { name: 'Take it back as DCS, Warrington' }).click();
  await isTold(director, 'Why: say it in a few words');
  await director.getByLabel('Why do you take it back?').fill('The clause on data was the old one.');
  await director.getByRole('button', { name: 'Take it back as DCS, Warrington' }).click();
  await isTold(director, 'Taken back.');
  await reads(director, /is not out for signature$/);
  await director.getByRole('link', { name: 'The record of its signatures' }).click();
  await expect(director.getByRole('row').filter({ hasText: 'Taken back from signature' })).toContainText('The clause on data was the old one.');
  await expect(director.getByRole('row').filter({ hasText: 'DCS, Warrington' }).filter({ hasText: 'no longer counts' })).toContainText('the DCS took it back from signature');
  await director.goBack();
  await director.getByRole('button', { name: 'Put it out for signature as DCS, Warrington' }).click();
  await isTold(director, 'It is out for signature.');
  await reads(director, /^Read and sign/);
  await everyoneLeaves(director);
});

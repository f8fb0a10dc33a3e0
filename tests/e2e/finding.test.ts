import { randomUUID } from 'node:crypto';
import { test, type Browser, type Page } from '@playwright/test';
import { isForEveryone } from './accessible';
import { ask, cycleIds, one } from './region';
import { sessionOfPerson } from './sessions';
import { everyoneLeaves, expect, isTold, reads, someone, unfold } from './steps';

// Knowsley and St Helens are no other test’s here; what is done to sets and groups is done in another region, where nobody else looks.

const WIDE = { width: 1280, height: 900 };

test('a lead peer challenger goes and another is found: who challenged lately is weighed, and taken with a reason', async ({ browser }) => {
  const [before, , cycle] = await cycleIds();
  const { lead } = await one('select l."shortName" as lead from "CycleAuthority" ca join "Authority" a on a.id = ca."authorityId" join "Authority" l on l.id = ca."leadChallengerAuthorityId" where ca."cycleId" = $1 and a.slug = \'knowsley\'', [before]);
  const page = await someone(browser, 'SLI coordinator', { next: `/cycles/${cycle}/roles` });
  await reads(page, /^Who has which part in /);
  await page.getByRole('link', { name: 'Change lead peer challenger for Knowsley' }).click();
  await unfold(page, /^End it/);
  await page.getByRole('button', { name: /is lead peer challenger no longer$/ }).click();
  await isTold(page, 'Why: say why.');
  await unfold(page, /^End it/);
  await page.getByLabel('Why', { exact: true }).fill('Is being inspected');
  await page.getByRole('button', { name: /is lead peer challenger no longer$/ }).click();
  await isTold(page, 'Both are told today.');
  await reads(page, 'Find a lead peer challenger for Knowsley');
  const weighed = page.getByRole('group', { name: 'Something is to be weighed' });
  const earlier = weighed.getByRole('radio', { name: lead!, exact: true });
  await expect(weighed.getByText(`${lead} was lead peer challenger for Knowsley in`)).toBeVisible();
  await earlier.check();
  await page.getByRole('button', { name: 'Find them as lead peer challenger for Knowsley' }).click();
  await isTold(page, `${lead} was lead peer challenger for Knowsley in`);
  await expect(earlier).toBeChecked();
  await page.getByLabel('Why it is right all the same').fill('Nobody else is free');
  await page.getByRole('button', { name: 'Find them as lead peer challenger for Knowsley' }).click();
  await isTold(page, `${lead} is lead peer challenger for Knowsley, and is told today.`);
  await expect(page.getByRole('row', { name: new RegExp(`^Knowsley ${lead}`) })).toBeVisible();
  const director = await someone(browser, `DCS, ${lead}`, { next: `/cycles/${cycle}/roles` });
  await reads(director, new RegExp(`^Parts of ${lead} in`));
  await expect(director.getByRole('row', { name: new RegExp(`^Knowsley ${lead}`) })).toBeVisible();
  await expect(director.getByRole('link', { name: /^Change/ })).toHaveCount(0);
  await everyoneLeaves(page, director);
});

test('a coordinator of another region sets up a task and finish group, and lets two change places', async ({ browser }) => {
  const region = await anotherRegion();
  const page = await as(browser, region.coordinator);
  await page.goto(`/cycles/${region.yearly}/task-groups`);
  await isForEveryone(page);
  await page.getByLabel('Name', { exact: true }).fill('Placement sufficiency');
  await page.getByLabel('Purpose').fill('Enough homes near home by the summer.');
  await page.getByRole('button', { name: 'Set it up as SLI coordinator' }).click();
  await isTold(page, 'DCS link: choose the authority whose Director it is');
  await page.getByLabel('Designated DCS link').selectOption({ index: 1 });
  for (const index of [1, 2, 3]) await page.getByRole('group', { name: 'Members' }).getByRole('checkbox').nth(index).check();
  await page.getByRole('button', { name: 'Set it up as SLI coordinator' }).click();
  await isTold(page, '“Placement sufficiency” is set up.');
  await reads(page, 'Placement sufficiency');
  await isForEveryone(page);
  await page.getByRole('button', { name: '“Placement sufficiency” has finished' }).click();
  await isTold(page, 'What it wrote stays');

  await page.goto(`/cycles/${region.triads}/sets`);
  await isForEveryone(page);
  const [one_, other] = [await page.getByRole('row').nth(1).innerText(), await page.getByRole('row').nth(2).innerText()];
  await page.getByLabel('First').selectOption({ index: 1 });
  await page.getByLabel('Second').selectOption({ index: 4 });
  await page.getByRole('button', { name: 'Let them change places' }).click();
  await isTold(page, 'change places');
  expect([await page.getByRole('row').nth(1).innerText(), await page.getByRole('row').nth(2).innerText()]).not.toEqual([one_, other]);
  await everyoneLeaves(page);
});

/** A region with a coordinator, a cycle that knows task and finish groups, and one with two triads. */
async function anotherRegion(): Promise<{ coordinator: string; yearly: string; triads: string }> {
  const { id: regionId } = await one(`select id from "Region" where slug <> 'north-west' order by slug desc limit 1`);
  const [coordinator, postId] = [randomUUID(), randomUUID()];
  await ask('insert into "Person" (id, name, email) values ($1, $2, $3)', [coordinator, 'Another Coordinator', `${coordinator}@e2e.example`]);
  await ask(`insert into "Post" (id, office, "regionId", remit) values ($1, 'sli-coordinator', $2, 'Finding')`, [postId, regionId]);
  await ask('insert into "Appointment" (id, "personId", "postId", "startsOn") values ($1, $2, $3, current_date - 30)', [randomUUID(), coordinator, postId]);
  const open = async (key: string, name: string) => {
    const id = randomUUID();
    const { id: templateId } = await one('select id from "ProcessTemplate" where "regionId" = $1 and key = $2 order by version desc limit 1', [regionId, key]);
    await ask(`insert into "Cycle" (id, "regionId", "templateId", name, "anchorOn", "startsOn", "endsOn", "openedAt") values ($1, $2, $3, $4, current_date + 60, current_date - 60, current_date + 300, now() at time zone 'UTC')`, [id, regionId, templateId, name]);
    return id;
  };
  const [yearly, triads] = [await open('annual-self-assessment', 'Finding'), await open('triads-and-quartets', 'Finding triads')];
  const authorities = await ask('select id from "Authority" where "regionId" = $1 and "endedOn" is null order by name limit 6', [regionId]);
  for (const [number, members] of [authorities.slice(0, 3), authorities.slice(3)].entries()) {
    const setId = randomUUID();
    await ask(`insert into "Group" (id, "regionId", "cycleId", kind, name, ordinal) values ($1, $2, $3, 'set', $4, $5)`, [setId, regionId, triads, `Set ${number + 1}`, number + 1]);
    for (const { id } of members) {
      await ask('insert into "GroupMember" ("groupId", "authorityId") values ($1, $2)', [setId, id]);
      await ask(`insert into "CycleAuthority" (id, "cycleId", "authorityId", "groupId", wave) values ($1, $2, $3, $4, 'challenge-days')`, [randomUUID(), triads, id, setId]);
    }
  }
  return { coordinator, yearly, triads };
}

async function as(browser: Browser, personId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE });
  await context.addCookies([{ name: 'critical-friend.session', value: await sessionOfPerson(personId), url: process.env.E2E_URL! }]);
  return context.newPage();
}

import { test, type Page } from '@playwright/test';
import { isForEveryone } from './accessible';
import { ask, one } from './region';
import { everyoneLeaves, expect, isTold, readAndSign, reads, someone } from './steps';

// After this there is one more cycle, so nothing runs beside it: see the projects in playwright.config.ts.

test.setTimeout(120_000);

const PAIR = ['Cumberland', 'Lancashire'] as const;
type Side = (typeof PAIR)[number];
const slugOf = (side: Side) => side.toLowerCase();
const otherOf = (side: Side) => PAIR.find((one_) => one_ !== side)!;

test('a pair is opened; each visits the other and is visited, both sign one text of findings, and each writes its own actions', async ({ browser }) => {
  const coordinator = await someone(browser, 'SLI coordinator', { next: '/cycles/new' });
  const cycle = await openPair(coordinator);
  await hasComeToTheVisits(cycle);
  const sides = { Cumberland: await someone(browser, 'DCS, Cumberland'), Lancashire: await someone(browser, 'DCS, Lancashire', { script: false }) };

  // Each as visitor of the other, then each as host.
  for (const side of PAIR) {
    const page = sides[side];
    await page.goto(`/cycles/${cycle}/steps/visit?authority=${slugOf(otherOf(side))}`);
    await page.getByRole('button', { name: /^Record as done for/ }).click();
    await isTold(page, 'Recorded as done.');
    await page.goto(`/cycles/${cycle}/steps/visit-record/paper?authority=${slugOf(otherOf(side))}`);
    await write(page, `What ${side} saw at ${otherOf(side)}.`);
    await page.getByRole('button', { name: /^Hand it over as DCS, / }).click();
    await isTold(page, 'Handed over.');
  }
  for (const side of PAIR) {
    await sides[side].goto(`/cycles/${cycle}/steps/visit-record/paper?authority=${slugOf(side)}`);
    await expect(sides[side].getByText(`What ${otherOf(side)} saw at ${side}.`).first()).toBeVisible();
  }
  await isForEveryone(sides.Cumberland);

  // One text of both, written by one of them.
  const lead = (await one('select a."shortName" as name from "Group" g join "Authority" a on a.id = g."leadAuthorityId" where g."cycleId" = $1', [cycle])).name as Side;
  const set = (await one('select id from "Group" where "cycleId" = $1', [cycle])).id;
  for (const side of PAIR) {
    await sides[side].goto(`/cycles/${cycle}/steps/read-visit-record/paper?authority=${slugOf(side)}`);
  }
  await sides[lead].goto(`/cycles/${cycle}/steps/joint-findings/paper?group=${set}`);
  await write(sides[lead], 'Both front doors are quick; neither asks what became of the child.');
  await sides[lead].getByRole('button', { name: /^(Put it out for signature|Hand it over) as DCS, / }).click();
  for (const side of PAIR) {
    await sides[side].goto(`/cycles/${cycle}/steps/sign-joint-findings/paper?group=${set}`);
    await expect(sides[side].getByText('neither asks what became of the child').first()).toBeVisible();
    await readAndSign(sides[side], `DCS, ${side}`);
  }
  for (const side of PAIR) {
    await sides[side].goto(`/cycles/${cycle}/steps/own-actions/paper?authority=${slugOf(side)}`);
    await write(sides[side], `${side} asks six weeks later.`);
    await sides[side].getByRole('button', { name: /^Hand it over as DCS, / }).click();
    await isTold(sides[side], 'Handed over.');
  }
  await sides.Lancashire.goto(`/cycles/${cycle}/steps/own-actions/paper?authority=cumberland`);
  await expect(sides.Lancashire.getByText('Cumberland asks six weeks later.').first()).toBeVisible();
  await reads(sides.Lancashire, /Cumberland/);
  await everyoneLeaves(coordinator, sides.Cumberland, sides.Lancashire);
});

/** Through the pages, as they propose it. */
async function openPair(page: Page): Promise<string> {
  await page.getByRole('link', { name: /^Open a first cycle ?: Paired health check/ }).click();
  const soon = new Date(Date.now() + 60 * 86_400_000);
  for (const [part, typed] of [['Day', soon.getUTCDate()], ['Month', soon.getUTCMonth() + 1], ['Year', soon.getUTCFullYear()]] as const) await page.getByLabel(part, { exact: true }).fill(String(typed));
  await page.getByRole('button', { name: 'Tick nobody' }).click();
  for (const side of PAIR) await page.getByLabel(side, { exact: true }).check();
  await page.getByRole('button', { name: 'Propose again for those who are ticked' }).click();
  await page.getByRole('button', { name: 'See the whole timetable' }).click();
  await reads(page, /: the whole timetable$/);
  await page.getByRole('button', { name: /^Open the .* cycle as SLI coordinator$/ }).click();
  await isTold(page, '2 authorities');
  return /cycles\/([^/?]+)/.exec(page.url())![1]!;
}

/** The day of the visits is past, and what they wait for has been set aside: other journeys write and sign papers of a process. */
async function hasComeToTheVisits(cycle: string): Promise<void> {
  await ask('update "Cycle" set "anchorOn" = current_date - 30, "startsOn" = current_date - 90, "endsOn" = current_date + 300 where id = $1', [cycle]);
  const scopes = await ask(`select 'group:' || id as scope, array['pair-plan', 'agree-plan'] as steps from "Group" where "cycleId" = $1 union all select 'authority:' || "authorityId", array['self-check'] from "CycleAuthority" where "cycleId" = $1 union all select 'region', array['methodology']`, [cycle]);
  for (const { scope, steps } of scopes as unknown as { scope: string; steps: string[] }[]) {
    for (const step of steps) {
      await ask(`insert into "StepWaiver" (id, "cycleId", "stepKey", scope, reason, "waivedAt", "personId") values (gen_random_uuid(), $1, $2, $3, 'Not in this journey', now() at time zone 'UTC', (select id from "Person" limit 1))`, [cycle, step, scope]);
    }
  }
}

/** Something under every question of the paper. */
async function write(page: Page, words: string): Promise<void> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: /^Save as / }) });
  for (const choice of await form.getByRole('group').filter({ has: page.getByRole('radio') }).all()) await choice.getByRole('radio').first().check();
  for (const box of await form.getByRole('textbox').all()) await box.fill(words);
  await page.getByRole('button', { name: /^Save as / }).click();
  await isTold(page, /^Saved at/);
}

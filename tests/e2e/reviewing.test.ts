import { test } from '@playwright/test';
import { everyoneLeaves, expect, isTold, someone } from './steps';
import { documentId, one } from './region';

/** The first open action of last year's plan, and who leads the challenge of it. */
async function lastYears(slug: string): Promise<{ address: string; reviewer: string }> {
  const plan = await documentId('action-plan', slug, 1);
  const { id, name } = await one(
    `select x.id, l."shortName" as name from "Action" x join "CycleAuthority" ca on ca.id = x."cycleAuthorityId" join "Authority" l on l.id = ca."leadChallengerAuthorityId"
     where x."documentId" = $1 and x."closedAt" is null and x."stoppedAt" is null order by x.ordinal desc limit 1`,
    [plan],
  );
  return { address: `/action-plans/${plan}/actions/${id}`, reviewer: `DCS, ${name}` };
}

test('the host reports, the lead challenger reviews, and the two ratings stand side by side', async ({ browser }) => {
  const { address, reviewer } = await lastYears('halton');
  const host = await someone(browser, 'Assistant Director (Social care), Halton', { next: address });
  const report = host.getByRole('region', { name: 'Report progress' });
  await report.getByRole('radio', { name: 'On track' }).check();
  await report.getByLabel('What has changed').fill('Every team has had its clinic, and parents notice it.');
  await report.getByRole('button', { name: /^Report as/ }).click();
  await isTold(host, 'Reported: on track.');

  const challenger = await someone(browser, reviewer, { next: address });
  const review = challenger.getByRole('region', { name: /^Your rating/ });
  await expect(challenger.getByText('Every team has had its clinic, and parents notice it.')).toBeVisible();
  await review.getByRole('radio', { name: 'At risk' }).check();
  await review.getByLabel('Why, in a sentence or two').fill('Clinics are not yet better plans.');
  await review.getByRole('button', { name: /^Save (the review|and go)/ }).click();
  await isTold(challenger, 'Reviewed.');

  await host.goto(address);
  await expect(host.getByText('Clinics are not yet better plans.')).toBeVisible();
  const sideBySide = host.locator('.pair');
  await expect(sideBySide).toContainText('On track');
  await expect(sideBySide).toContainText('At risk');
  await everyoneLeaves(host, challenger);
});

test('an action is reviewed without script', async ({ browser }) => {
  const { address, reviewer } = await lastYears('bolton');
  const challenger = await someone(browser, reviewer, { next: address, script: false });
  const review = challenger.getByRole('region', { name: /^Your rating/ });
  await review.getByRole('button', { name: /^Save (the review|and go)/ }).click();
  await isTold(challenger, 'This cannot be saved yet');
  await review.getByRole('radio', { name: 'At risk' }).check();
  await review.getByLabel('Why, in a sentence or two').fill('The audit has not begun.');
  await review.getByRole('button', { name: /^Save (the review|and go)/ }).click();
  await isTold(challenger, 'Reviewed.');
  await challenger.goto(address);
  await expect(challenger.getByText('The audit has not begun.').first()).toBeVisible();
  await everyoneLeaves(challenger);
});

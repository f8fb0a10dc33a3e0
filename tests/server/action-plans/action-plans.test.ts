import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { ActionText } from '@/domain/action-plans';
import { addAction } from '@/server/action-plans/add-action';
import { changeAction } from '@/server/action-plans/change-action';
import { escalateAction } from '@/server/action-plans/escalate-action';
import { loadAction, listPlans, loadPlan } from '@/server/action-plans/load';
import { reportProgress } from '@/server/action-plans/report-progress';
import { reviewAction } from '@/server/action-plans/review-action';
import { stopAction } from '@/server/action-plans/stop-action';
import { submitPlan } from '@/server/action-plans/submit-plan';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle } from '../../support/cycle';

const FEBRUARY = new Date('2018-02-05T10:00:00Z');
const MAY = new Date('2018-05-14T10:00:00Z');
const TEXT: ActionText = {
  finding: 'Help ends too soon',
  action: 'Review every second plan',
  impact: 'Children are safe when help ends',
  measure: 'Second plans under 20%',
  owner: 'Head of Safeguarding',
  ownerPostId: null,
  dueOn: '2018-04-30',
};

let people: Record<Role, string>;
let planId: string;
const as = (role: Role, at = FEBRUARY, office?: Parameters<typeof actorFor>[2]) => actorFor(people[role], at, office);
const eventsOf = async () => (await db.event.findMany({ where: { documentId: planId }, orderBy: { id: 'asc' } })).map(({ type }) => type);
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');

beforeAll(async () => {
  people = await castPeople();
  const cycle = await openTestCycle(await as('coordinator'), { only: ['Wigan', 'Halton', 'Trafford', 'Warrington'] });
  planId = cycle.document('action-plan', 'Wigan');
  await db.cycleAuthority.update({ where: { id: cycle.places.Wigan!.cycleAuthorityId }, data: { leadChallengerAuthorityId: cycle.places.Halton!.authorityId } });
});

const actionId = async (number: number) => (await db.action.findFirstOrThrow({ where: { documentId: planId, ordinal: number } })).id;

describe('an action plan', () => {
  it('takes actions from the authority alone, numbered even when two add at once', async () => {
    const outcomes = await Promise.all([addAction(await as('wiganAd'), { planId, ...TEXT }, FEBRUARY), addAction(await as('wiganDcs'), { planId, ...TEXT, action: 'Weekly figures' }, FEBRUARY)]);
    expect(outcomes.map(codeOf)).toEqual(['accepted', 'accepted']);
    expect((await db.action.findMany({ where: { documentId: planId }, orderBy: { ordinal: 'asc' } })).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(await eventsOf()).toEqual(['action.added', 'action.added']);
    expect(codeOf(await addAction(await as('wiganLeadMember'), { planId, ...TEXT }, FEBRUARY))).toBe('not-permitted');
    expect(codeOf(await addAction(await as('wiganAd'), { planId, ...TEXT, dueOn: '2018-02-01' }, FEBRUARY))).toBe('due-in-the-past');
    await expect(addAction(await as('haltonDcs'), { planId, ...TEXT }, FEBRUARY)).rejects.toThrow(NotFound);
    expect(await db.action.count({ where: { documentId: planId } })).toBe(2);
  });

  it('refuses a change typed over older words, and keeps the newer', async () => {
    const { id } = await db.action.findFirstOrThrow({ where: { documentId: planId, action: 'Weekly figures' } });
    const change = async (role: Role, action: string) => changeAction(await as(role), { planId, actionId: id, typedOver: 1, ...TEXT, action }, FEBRUARY);
    expect(codeOf(await change('wiganAd', 'Figures each week'))).toBe('accepted');
    expect(codeOf(await change('wiganDcs', 'Figures each month'))).toBe('changed-meanwhile');
    expect((await db.action.findUniqueOrThrow({ where: { id } })).action).toBe('Figures each week');
  });

  it('is nobody else’s to read until the Director puts it forward', async () => {
    await expect(loadPlan(await as('haltonDcs'), planId, 'need', FEBRUARY)).rejects.toThrow(NotFound);
    expect((await listPlans(await as('coordinator'), FEBRUARY, null)).map(({ id }) => id)).not.toContain(planId);
    expect(codeOf(await submitPlan(await as('wiganAd'), { planId }, FEBRUARY))).toBe('not-permitted');
    expect(codeOf(await submitPlan(await as('wiganDcs'), { planId }, FEBRUARY))).toBe('accepted');
    expect(codeOf(await submitPlan(await as('wiganDcs'), { planId }, FEBRUARY))).toBe('already-written');
    expect((await loadPlan(await as('haltonDcs'), planId, 'need', FEBRUARY)).counts).toMatchObject({ actions: 2, overdue: 0 });
    await expect(loadPlan(await as('rochdaleDcs'), planId, 'need', FEBRUARY)).rejects.toThrow(NotFound);
    const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: planId } });
    expect(JSON.stringify(version.content)).toContain('Review every second plan');
  });

  it('asks for evidence where impact is said to be shown or closing is asked for', async () => {
    const report = { planId, actionId: await actionId(1), text: 'Panel meets', evidence: '', asksToClose: false };
    const wiganAd = await as('wiganAd', MAY);
    expect(codeOf(await reportProgress(wiganAd, { ...report, rating: 'impact-shown' }, MAY))).toBe('no-evidence');
    expect(codeOf(await reportProgress(wiganAd, { ...report, rating: 'on-track', asksToClose: true, evidence: 'Minutes' }, MAY))).toBe('not-finished');
    expect(codeOf(await reportProgress(wiganAd, { ...report, rating: 'done', asksToClose: true }, MAY))).toBe('no-evidence');
    expect(await db.actionReport.count()).toBe(0);
  });

  it('sets the challenger’s rating beside the host’s, and shows where they differ', async () => {
    const id = await actionId(1);
    expect(codeOf(await reportProgress(await as('wiganAd', MAY), { planId, actionId: id, rating: 'on-track', text: 'Panel meets', evidence: '', asksToClose: false }, MAY))).toBe('accepted');
    expect(codeOf(await reviewAction(await as('haltonDcs', MAY), { planId, actionId: id, rating: 'at-risk', comment: 'No audit yet', agreesClose: false }, new Date(MAY.getTime() + 60_000)))).toBe('accepted');
    expect(codeOf(await reviewAction(await as('wiganDcs', MAY), { planId, actionId: id, rating: 'done', comment: 'Fine', agreesClose: false }, MAY))).toBe('not-permitted');
    const { action, history } = await loadAction(await as('haltonDcs', MAY), planId, id, MAY);
    expect([action.report?.rating, action.review?.rating, action.differ]).toEqual(['on-track', 'at-risk', true]);
    expect(history.map(({ voice, post }) => [voice, post])).toEqual([
      ['friend', 'DCS, Halton'],
      ['own', 'Assistant Director, Wigan'],
    ]);
  });

  it('is overdue in May, and raised with the group lead once, also by two at the same time', async () => {
    const id = await actionId(1);
    expect((await loadPlan(await as('wiganDcs', MAY), planId, 'need', MAY)).counts.overdue).toBe(2);
    const raised = await Promise.all([escalateAction(await as('coordinator', MAY), { planId, actionId: id }, MAY), escalateAction(await as('haltonDcs', MAY), { planId, actionId: id }, MAY)]);
    expect(raised.map(codeOf).sort()).toEqual(['accepted', 'already-escalated']);
    expect((await eventsOf()).filter((type) => type === 'action.escalated')).toHaveLength(1);
  });

  it('closes an action only when the host asks with evidence and the reviewer agrees; done and impact shown are two facts', async () => {
    const id = await actionId(1);
    const lead = await as('haltonDcs', MAY);
    const agree = { planId, actionId: id, rating: 'impact-shown' as const, comment: 'Convincing', agreesClose: true };
    expect(codeOf(await reviewAction(lead, agree, MAY))).toBe('not-asked');
    expect(codeOf(await reportProgress(await as('wiganAd', MAY), { planId, actionId: id, rating: 'done', text: 'Finished', evidence: 'Audit of 30 plans', asksToClose: true }, MAY))).toBe('accepted');
    const between = await db.action.findUniqueOrThrow({ where: { id } });
    expect([between.doneAt !== null, between.impactShownAt, between.closedAt]).toEqual([true, null, null]);
    expect(codeOf(await reviewAction(lead, agree, MAY))).toBe('accepted');
    const after = await db.action.findUniqueOrThrow({ where: { id } });
    expect([after.impactShownAt !== null, after.closedAt !== null]).toEqual([true, true]);
    expect(codeOf(await reportProgress(await as('wiganAd', MAY), { planId, actionId: id, rating: 'done', text: 'More', evidence: '', asksToClose: false }, MAY))).toBe('action-closed');
  });

  it('closes with its last open action', async () => {
    const id = await actionId(2);
    expect(codeOf(await stopAction(await as('wiganAd', MAY), { planId, actionId: id, why: 'Overtaken' }, MAY))).toBe('not-permitted');
    expect(codeOf(await stopAction(await as('wiganDcs', MAY), { planId, actionId: id, why: ' ' }, MAY))).toBe('no-reason');
    expect(codeOf(await stopAction(await as('wiganDcs', MAY), { planId, actionId: id, why: 'Overtaken by the new system' }, MAY))).toBe('accepted');
    expect((await eventsOf()).at(-1)).toBe('plan.closed');
    const place = await db.cycleAuthority.findFirstOrThrow({ where: { actions: { some: { id } } } });
    expect(place.planClosedAt).not.toBeNull();
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { closeCycle } from '@/server/cycles/close-cycle';
import { completeStep } from '@/server/cycles/complete-step';
import { loadStep } from '@/server/cycles/load';
import { moveDate } from '@/server/cycles/move-date';
import { reopenStep } from '@/server/cycles/reopen-step';
import { waiveStep } from '@/server/cycles/waive-step';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';

const AT = new Date('2017-11-14T09:00:00Z');
let cast: Record<Role, string>;
let cycle: TestCycle;
const as = (role: Role) => actorFor(cast[role], AT, role === 'traffordDcs' ? 'group-lead' : undefined);
const written = async () => [await db.stepCompletion.count(), await db.stepWaiver.count(), await db.event.count({ where: { type: { in: ['step.completed', 'step.waived', 'cycle.closed'] } } })];
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');

beforeAll(async () => {
  cast = await castPeople();
  cycle = await openTestCycle(await actorFor(cast.coordinator, new Date('2017-07-26T09:00:00Z')));
});

describe('recording a step as done', () => {
  const enquiries = () => ({ cycleId: cycle.cycleId, stepKey: 'ofsted-enquiries', scope: 'region', note: 'Came by mail' });

  it('is refused for others, before its turn, and where facts decide', async () => {
    const coordinator = await as('coordinator');
    expect(codeOf(await completeStep(await as('facilitator'), enquiries(), AT))).toBe('not-permitted');
    expect(codeOf(await completeStep(coordinator, { ...enquiries(), stepKey: 'share-out' }, AT))).toBe('not-open');
    expect(codeOf(await completeStep(coordinator, { ...enquiries(), stepKey: 'issue-packs' }, AT))).toBe('follows-from-facts');
    await expect(completeStep(coordinator, { ...enquiries(), scope: 'group:none' }, AT)).rejects.toThrow(NotFound);
    await expect(completeStep(await as('otherRegionsCoordinator'), enquiries(), AT)).rejects.toThrow(NotFound);
    expect(await written()).toEqual([0, 0, 0]);
  });

  it('is kept with its note, once: of two at the same moment one is refused', async () => {
    const coordinator = await as('coordinator');
    const both = await Promise.all([completeStep(coordinator, enquiries(), AT), completeStep(coordinator, enquiries(), AT)]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'already-done']);
    expect(await db.stepCompletion.findMany({ select: { stepKey: true, scope: true, note: true, doneAt: true } })).toEqual([{ stepKey: 'ofsted-enquiries', scope: 'region', note: 'Came by mail', doneAt: AT }]);
    expect(await written()).toEqual([1, 0, 1]);
  });

  it('of a group is for its lead too, and for no other group’s', async () => {
    const { groupId } = cycle.places['Wigan']!;
    const command = { cycleId: cycle.cycleId, stepKey: 'immediate-actions', scope: `group:${groupId}`, note: '' };
    expect(codeOf(await completeStep(await as('traffordDcs'), command, AT))).toBe('not-open');
    const rochdale = await actorFor(cast.rochdaleDcs, AT, 'group-lead');
    await expect(completeStep(rochdale, command, AT)).rejects.toThrow(NotFound);
  });
});

describe('a step that is not needed', () => {
  const wiganMou = () => ({ cycleId: cycle.cycleId, stepKey: 'sign-mou', scope: `authority:${cycle.places['Wigan']!.authorityId}`, reason: 'Signed for two years last autumn' });

  it('needs a reason and the coordinator, and is not the whole cycle’s', async () => {
    const coordinator = await as('coordinator');
    const before = await written();
    expect(codeOf(await waiveStep(await as('wiganDcs'), wiganMou(), AT))).toBe('not-permitted');
    expect(codeOf(await waiveStep(coordinator, { ...wiganMou(), reason: ' ' }, AT))).toBe('no-reason');
    expect(codeOf(await waiveStep(coordinator, { ...wiganMou(), stepKey: 'issue-packs', scope: 'region' }, AT))).toBe('whole-cycle');
    expect(codeOf(await waiveStep(coordinator, { ...wiganMou(), stepKey: 'ofsted-enquiries', scope: 'region' }, AT))).toBe('already-done');
    await expect(waiveStep(await as('otherRegionsCoordinator'), wiganMou(), AT)).rejects.toThrow(NotFound);
    expect(await written()).toEqual(before);
  });

  it('is kept with its reason, once', async () => {
    const coordinator = await as('coordinator');
    const both = await Promise.all([waiveStep(coordinator, wiganMou(), AT), waiveStep(coordinator, wiganMou(), AT)]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'already-waived']);
    expect(await db.stepWaiver.findMany({ select: { stepKey: true, reason: true } })).toEqual([{ stepKey: 'sign-mou', reason: 'Signed for two years last autumn' }]);
    const event = await db.event.findFirstOrThrow({ where: { type: 'step.waived' } });
    expect([event.authorityId, event.cycleId]).toEqual([cycle.places['Wigan']!.authorityId, cycle.cycleId]);
  });
});

describe('a step that was recorded by mistake', () => {
  const enquiries = () => ({ cycleId: cycle.cycleId, stepKey: 'ofsted-enquiries', scope: 'region', reason: 'One was missing' });
  const stateOf = async (stepKey: string, authority?: string) => (await loadStep(await as('coordinator'), { cycleId: cycle.cycleId, stepKey, ...(authority ? { authority } : {}) }, AT)).at.state.is;

  it('is opened again by the coordinator with a reason, once, and what happened keeps both', async () => {
    const before = await written();
    expect(codeOf(await reopenStep(await as('facilitator'), enquiries(), AT))).toBe('not-permitted');
    expect(codeOf(await reopenStep(await as('coordinator'), { ...enquiries(), reason: ' ' }, AT))).toBe('no-reason');
    expect(codeOf(await reopenStep(await as('coordinator'), { ...enquiries(), stepKey: 'open-cycle' }, AT))).toBe('follows-from-facts');
    await expect(reopenStep(await as('otherRegionsCoordinator'), enquiries(), AT)).rejects.toThrow(NotFound);
    expect(await written()).toEqual(before);
    const coordinator = await as('coordinator');
    const both = await Promise.all([reopenStep(coordinator, enquiries(), AT), reopenStep(coordinator, enquiries(), AT)]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'not-recorded']);
    expect([await stateOf('ofsted-enquiries'), await db.stepCompletion.count()]).toEqual(['open', 0]);
    const { recorded } = await loadStep(coordinator, { cycleId: cycle.cycleId, stepKey: 'ofsted-enquiries' }, AT);
    expect(recorded.map(({ says }) => says)).toEqual(['Ofsted’s key lines of enquiry received was opened again: One was missing', 'Ofsted’s key lines of enquiry received was recorded as done']);
    expect((await db.event.findFirstOrThrow({ where: { type: 'step.reopened' } })).data).toMatchObject({ recorded: 'done', words: 'Came by mail' });
  });

  it('is needed again, and can be marked as not needed again', async () => {
    const scope = `authority:${cycle.places['Wigan']!.authorityId}`;
    const mou = { cycleId: cycle.cycleId, stepKey: 'sign-mou', scope };
    expect(await stateOf('sign-mou', 'wigan')).toBe('not-needed');
    expect(codeOf(await reopenStep(await as('coordinator'), { ...mou, reason: 'Not signed after all' }, AT))).toBe('accepted');
    expect(await stateOf('sign-mou', 'wigan')).toBe('overdue');
    expect(codeOf(await waiveStep(await as('coordinator'), { ...mou, reason: 'Signed on paper' }, AT))).toBe('accepted');
  });
});

describe('closing a cycle', () => {
  it('waits until nothing is left or its last day has passed, and is for the coordinator', async () => {
    expect(await closeCycle(await as('coordinator'), cycle, AT)).toMatchObject({ refused: 'steps-left' });
    expect(codeOf(await closeCycle(await as('boardChair'), cycle, AT))).toBe('not-permitted');
    await expect(closeCycle(await as('otherRegionsCoordinator'), cycle, AT)).rejects.toThrow(NotFound);
    expect((await db.cycle.findUniqueOrThrow({ where: { id: cycle.cycleId } })).closedAt).toBeNull();
  });

  it('leaves it as it stands: no date moves and no step is recorded any more', async () => {
    const later = new Date('2018-07-25T09:00:00Z');
    const coordinator = await actorFor(cast.coordinator, later);
    const both = await Promise.all([closeCycle(coordinator, cycle, later), closeCycle(coordinator, cycle, later)]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'already-closed']);
    expect((await db.cycle.findUniqueOrThrow({ where: { id: cycle.cycleId } })).closedAt).toEqual(later);
    const { cycleId } = cycle;
    expect(codeOf(await moveDate(coordinator, { cycleId, stepKey: 'share-out', scope: 'cycle', toOn: '2018-07-24', reason: 'Late' }, later))).toBe('cycle-closed');
    expect(codeOf(await waiveStep(coordinator, { cycleId, stepKey: 'share-out', scope: 'region', reason: 'Late' }, later))).toBe('cycle-closed');
    expect(await db.event.count({ where: { type: 'cycle.closed' } })).toBe(1);
  });
});

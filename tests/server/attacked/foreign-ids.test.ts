// A form of one's own with the id of something of another authority in it: nothing of theirs is read, taken or tied to one's own.
import { beforeAll, describe, expect, it } from 'vitest';
import { storableText } from '@/domain/form';
import { addAction } from '@/server/action-plans/add-action';
import { changeAction } from '@/server/action-plans/change-action';
import { reportProgress } from '@/server/action-plans/report-progress';
import { reviewAction } from '@/server/action-plans/review-action';
import { submitPlan } from '@/server/action-plans/submit-plan';
import { loadStep } from '@/server/cycles/load';
import { db } from '@/server/db';
import { isMissing, NotFound } from '@/server/not-found';
import { correctPerson } from '@/server/people/correct-person';
import { endAppointment } from '@/server/people/end-appointment';
import { addQuestion } from '@/server/questions/add-question';
import { removeQuestion } from '@/server/questions/remove-question';
import { giveSection } from '@/server/self-views/give-section';
import { findOrCreatePost } from '../../support/cast';
import { aCycle, codeOf, ok, type Cycle } from '../documents/a-signed-cycle';

const FEBRUARY = new Date('2018-02-05T10:00:00Z');
const ACTION = { finding: 'Help ends too soon', action: 'Review', impact: 'Children are safe', measure: 'Under 20%', owner: 'AD', ownerPostId: null, dueOn: '2018-04-30' };
const QUESTION = { text: 'Who comes back?', focus: 'social-care' as const, source: 'figures' as const, enquiryId: null };
let world: Cycle;
let planId: string;
let haltonAction: string;
const as = (role: Parameters<Cycle['as']>[0]) => world.as(role, FEBRUARY);
const actionOf = async (documentId: string) => (await db.action.findFirstOrThrow({ where: { documentId } })).id;

beforeAll(async () => {
  world = await aCycle();
  planId = world.cycle.document('action-plan', 'Wigan');
  const haltonPlan = world.cycle.document('action-plan', 'Halton');
  ok(await addAction(await as('haltonDcs'), { planId: haltonPlan, ...ACTION }, FEBRUARY));
  haltonAction = await actionOf(haltonPlan);
});

describe('an action', () => {
  it('does not carry on one of another authority, nor one of nobody’s', async () => {
    for (const carriedFromId of [haltonAction, '01890000-0000-7000-8000-000000000000', 'nonsense', '']) {
      await expect(addAction(await as('wiganAd'), { planId, ...ACTION, carriedFromId }, FEBRUARY), carriedFromId).rejects.toThrow(NotFound);
    }
    expect(await db.action.count({ where: { documentId: planId } })).toBe(0);
  });

  it('is answered for by a post of its own authority', async () => {
    const [own, other] = [await findOrCreatePost({ office: 'assistant-director', authority: 'Wigan' }), await findOrCreatePost({ office: 'assistant-director', authority: 'Halton' })];
    for (const ownerPostId of [other, 'nonsense']) await expect(addAction(await as('wiganAd'), { planId, ...ACTION, ownerPostId }, FEBRUARY)).rejects.toThrow(NotFound);
    ok(await addAction(await as('wiganAd'), { planId, ...ACTION, ownerPostId: own }, FEBRUARY));
    await expect(changeAction(await as('wiganAd'), { planId, actionId: await actionOf(planId), typedOver: 1, ...ACTION, ownerPostId: other }, FEBRUARY)).rejects.toThrow(NotFound);
  });

  it('of another plan is not reached through one’s own', async () => {
    await expect(changeAction(await as('wiganAd'), { planId, actionId: haltonAction, typedOver: 1, ...ACTION }, FEBRUARY)).rejects.toThrow(NotFound);
    await expect(reportProgress(await as('wiganAd'), { planId, actionId: haltonAction, rating: 'done', text: 'x', evidence: '', asksToClose: false }, FEBRUARY)).rejects.toThrow(NotFound);
  });

  it('is not reviewed by the group lead whose own authority it is of', async () => {
    const own = world.cycle.document('action-plan', 'Trafford');
    const traffordDcs = await as('traffordDcs');
    ok(await addAction(traffordDcs, { planId: own, ...ACTION }, FEBRUARY));
    ok(await submitPlan(traffordDcs, { planId: own }, FEBRUARY));
    const groupLead = { ...traffordDcs, as: traffordDcs.posts.find(({ office }) => office === 'group-lead')! };
    const review = { planId: own, actionId: await actionOf(own), rating: 'impact-shown' as const, comment: 'Excellent', agreesClose: false };
    expect(codeOf(await reviewAction(groupLead, review, FEBRUARY))).toBe('own-plan');
    expect(await db.actionReview.count()).toBe(0);
  });
});

it('a question and a line of enquiry of another authority are not reached through one’s own desk', async () => {
  const [wigan, halton] = [world.cycle.document('questions', 'Wigan'), world.cycle.document('questions', 'Halton')];
  const member = await as('dataGroupMember');
  ok(await addQuestion(member, { documentId: halton, ...QUESTION }, FEBRUARY));
  const question = await db.question.findFirstOrThrow({ where: { questionSet: { documentId: halton } } });
  const enquiry = await db.ofstedEnquiry.create({ data: { cycleAuthorityId: world.cycle.places.Halton!.cycleAuthorityId, text: 'Why?', receivedOn: FEBRUARY, recordedBy: member.personId } });
  expect(codeOf(await removeQuestion(member, { documentId: wigan, questionId: question.id }, FEBRUARY))).toBe('removed-meanwhile');
  expect(codeOf(await addQuestion(member, { documentId: wigan, ...QUESTION, source: 'ofsted', enquiryId: enquiry.id }, FEBRUARY))).toBe('no-enquiry');
  expect((await db.question.findUniqueOrThrow({ where: { id: question.id } })).removedAt).toBeNull();
});

it('a section is given to nobody of another authority', async () => {
  const postId = await findOrCreatePost({ office: 'assistant-director', authority: 'Halton' });
  expect(codeOf(await giveSection(await as('wiganDcs'), { documentId: world.selfViewId, sectionKey: 'context', postId, dueOn: null }, FEBRUARY))).toBe('not-a-colleague');
});

it('an id that is none is not found, wherever it comes from', async () => {
  await expect(correctPerson(await as('coordinator'), { personId: 'nonsense', name: 'Ann Right', email: 'a@b.example' }, FEBRUARY)).rejects.toThrow(NotFound);
  await expect(endAppointment(await as('coordinator'), { appointmentId: 'nonsense', endsOn: '2018-03-01' }, FEBRUARY)).rejects.toThrow(NotFound);
  const asked = loadStep(await as('coordinator'), { cycleId: world.cycle.cycleId, stepKey: 'sign-mou', authority: 'wig\0an' }, FEBRUARY);
  expect(isMissing(await asked.catch((error: unknown) => error))).toBe(true);
});

it('what no database keeps is taken out of what was typed', () => {
  expect(storableText('one\0two \ud800three 😀')).toBe('onetwo \ufffdthree 😀');
});

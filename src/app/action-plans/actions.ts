'use server';

import { z } from 'zod';
import { actionText, RATING_NAMES, RATINGS } from '@/domain/action-plans';
import { dayFields } from '@/domain/day-fields';
import { act } from '@/server/action';
import { addAction } from '@/server/action-plans/add-action';
import { changeAction } from '@/server/action-plans/change-action';
import { escalateAction } from '@/server/action-plans/escalate-action';
import { reportProgress } from '@/server/action-plans/report-progress';
import { reviewAction } from '@/server/action-plans/review-action';
import { stopAction } from '@/server/action-plans/stop-action';
import { submitPlan } from '@/server/action-plans/submit-plan';

const id = z.uuid();
const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const planPath = (form: FormData) => `/action-plans/${encodeURIComponent(text(form, 'planId'))}`;
const actionPath = (form: FormData) => `${planPath(form)}/actions/${encodeURIComponent(text(form, 'actionId'))}`;
const onePlan = z.object({ planId: id });
const oneAction = z.object({ planId: id, actionId: id });
const rated = z.enum(RATINGS, 'Rating: choose one');
const ticked = z.literal('yes').optional().transform(Boolean);
const words = dayFields('dueOn', 'Due').pipe(actionText.extend({ ownerPostId: z.string().default('').transform((post) => post || null) }));

export async function submit(form: FormData) {
  return act(form, {
    back: planPath(form),
    input: onePlan,
    use: submitPlan,
    done: () => ({ to: planPath(form), notice: 'The plan is put forward. Its lead peer challenger, the group lead and the regional team can read it now.' }),
  });
}

export async function add(form: FormData) {
  const carriedFromId = text(form, 'carriedFromId') || null;
  return act(form, {
    back: `${planPath(form)}/actions/new${carriedFromId ? `?carry=${encodeURIComponent(carriedFromId)}` : ''}`,
    input: words,
    use: (actor, input, at) => addAction(actor, { ...input, planId: text(form, 'planId'), carriedFromId }, at),
    done: ({ change }) => ({ to: `${planPath(form)}#a${change.number}`, notice: `Action ${change.number} is in the plan.` }),
  });
}

export async function change(form: FormData) {
  return act(form, {
    back: `${actionPath(form)}?change=yes`,
    input: words,
    use: (actor, input, at) => changeAction(actor, { ...input, planId: text(form, 'planId'), actionId: text(form, 'actionId'), typedOver: Number(text(form, 'typedOver')) }, at),
    done: () => ({ to: actionPath(form), notice: 'The action is changed.' }),
  });
}

export async function report(form: FormData) {
  return act(form, {
    back: actionPath(form),
    input: oneAction.extend({
      rating: rated,
      text: z.string().trim().min(1, 'What has changed: say it in a sentence or two').max(4000, 'At most 4,000 characters'),
      evidence: z.string().trim().max(2000, 'At most 2,000 characters').default(''),
      asksToClose: ticked,
    }),
    use: reportProgress,
    done: ({ change: { rating, asksToClose } }) => ({
      to: actionPath(form),
      notice: asksToClose ? 'Reported. The lead peer challenger is asked to agree that the action can be closed.' : `Reported: ${RATING_NAMES[rating].toLowerCase()}. The lead peer challenger sees it beside their own rating.`,
    }),
  });
}

export async function review(form: FormData) {
  const next = text(form, 'next');
  return act(form, {
    back: actionPath(form),
    input: oneAction.extend({
      rating: rated,
      comment: z.string().trim().min(1, 'Why: say it in a sentence or two').max(4000, 'At most 4,000 characters'),
      agreesClose: ticked,
    }),
    use: reviewAction,
    done: ({ change: { agreesClose, closesPlan } }) => ({
      to: next ? `${planPath(form)}/actions/${encodeURIComponent(next)}` : planPath(form),
      notice: closesPlan ? 'Reviewed. That was the last open action: the plan is closed.' : agreesClose ? 'Reviewed and closed.' : 'Reviewed. Your rating stands beside the authority’s.',
    }),
  });
}

export async function stop(form: FormData) {
  return act(form, {
    back: actionPath(form),
    input: oneAction.extend({ why: z.string().trim().min(1, 'Why: say why the action is stopped').max(2000, 'At most 2,000 characters') }),
    use: stopAction,
    done: () => ({ to: planPath(form), notice: 'The action is stopped; the reason stands with it.' }),
  });
}

export async function escalate(form: FormData) {
  return act(form, { back: actionPath(form), input: oneAction, use: escalateAction, done: () => ({ to: actionPath(form), notice: 'Raised with the group lead.' }) });
}

'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { dayFault, readDay } from '@/domain/day-fields';
import { dayInWords } from '@/domain/deadlines';
import { listed } from '@/domain/processes/in-words';
import { notToMove } from '@/domain/processes/move-date';
import { opensWith } from '@/domain/processes/opens-with';
import { act, actorOf, withReturn } from '@/server/action';
import { closeCycle } from '@/server/cycles/close-cycle';
import { completeStep } from '@/server/cycles/complete-step';
import { loadTimetable } from '@/server/cycles/load';
import { loadOpening } from '@/server/cycles/opening/load';
import { moveDate } from '@/server/cycles/move-date';
import { openCycle } from '@/server/cycles/open-cycle';
import { reopenStep } from '@/server/cycles/reopen-step';
import { waiveStep } from '@/server/cycles/waive-step';
import { today } from '@/server/days';
import { keepFormReturn } from '@/server/form-return';
import { orNotFound } from '../or-not-found';
import { fieldOfMove } from './move-fields';
import { askedIn } from './new/form-fields';
import { readNewCycle } from './new/read-new-cycle';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const cyclePath = (form: FormData) => `/cycles/${encodeURIComponent(text(form, 'cycleId'))}`;

/** The preview holds the whole form as it was typed; it is read again, so that nothing but what was shown is opened. */
export async function open(form: FormData) {
  const query = new URLSearchParams(text(form, 'asked'));
  const asked = askedIn(query);
  const actor = await actorOf(form, '/cycles/new');
  const now = new Date();
  const page = await orNotFound(() => loadOpening(actor, { templateId: query.get('template') || undefined, fromId: query.get('from') || undefined }, now));
  const { cycle, errors } = readNewCycle(asked, page, today(now));
  const back = `/cycles/new/preview?${query}`;
  if (!cycle || Object.keys(errors).length > 0) return redirect(back);
  return act(form, {
    back,
    input: z.object({ asked: z.string() }),
    use: (by, _input, at) => openCycle(by, { ...cycle, templateId: page.templateId }, at),
    done: ({ change }) => {
      const documents = listed(opensWith(page.facts.template));
      const authorities = `${change.places.length} ${change.places.length === 1 ? 'authority' : 'authorities'}`;
      return { to: `/cycles/${change.id}/dates`, notice: `The ${change.name} cycle is open. ${documents ? `${authorities} have their ${documents}` : `${authorities} take part`}; their Directors are told.` };
    },
  });
}

/** Shows what a move would do, or what stands against it; changes nothing. */
export async function showMove(form: FormData) {
  const page = `${cyclePath(form)}/dates/${encodeURIComponent(text(form, 'stepKey'))}`;
  const actor = await actorOf(form, page);
  const { cycle } = await orNotFound(() => loadTimetable(actor, text(form, 'cycleId')));
  const [day, month, year] = ['day', 'month', 'year'].map((part) => text(form, `toOn-${part}`)) as [string, string, string];
  const toOn = readDay(day, month, year);
  const typed = { scope: text(form, 'scope'), reason: text(form, 'reason'), 'toOn-day': day, 'toOn-month': month, 'toOn-year': year };
  const errors: Record<string, string> = {};
  if (typed.scope === '') errors.scope = 'For whom: choose for whom the date moves';
  if (!toOn) errors.toOn = dayFault('New day', [day, month, year]);
  if (typed.reason.trim() === '') errors.reason = 'Reason: say why the date moves. Those who are told will read it.';
  const fault = toOn && Object.keys(errors).length === 0 ? notToMove(cycle, { stepKey: text(form, 'stepKey'), scope: typed.scope, toOn, reason: typed.reason }, today(new Date())) : null;
  if (fault) errors[fieldOfMove(fault.refused)] = fault.because;
  redirect(`${withReturn(page, await keepFormReturn(actor.personId, { values: { ...typed, shown: 'yes' }, errors }))}${Object.keys(errors).length === 0 ? '#what-moves' : ''}`);
}

export async function move(form: FormData) {
  const page = `${cyclePath(form)}/dates/${encodeURIComponent(text(form, 'stepKey'))}`;
  return act(form, {
    back: page,
    input: z.object({ cycleId: z.uuid(), stepKey: z.string(), scope: z.string(), toOn: z.iso.date(), reason: z.string() }),
    use: moveDate,
    done: ({ change }, { toOn }) => {
      const along = new Set(change.plan.following.map(({ day }) => day.step.key)).size;
      const also = along === 0 ? '' : along === 1 ? ' One later step moves with it.' : ` ${along} later steps move with it.`;
      return { to: `${cyclePath(form)}/dates`, notice: `Moved to ${dayInWords(toOn)}.${also} Those concerned are told.` };
    },
  });
}

function stepPath(form: FormData): string {
  const path = `${cyclePath(form)}/steps/${encodeURIComponent(text(form, 'stepKey'))}`;
  const of = ['authority', 'group', 'wave'].find((name) => text(form, name) !== '');
  return of ? `${path}?${of}=${encodeURIComponent(text(form, of))}` : path;
}

const stepInput = { cycleId: z.uuid(), stepKey: z.string(), scope: z.string() };

export async function record(form: FormData) {
  const back = stepPath(form);
  return act(form, {
    back,
    input: z.object({ ...stepInput, note: z.string().trim().max(2000, 'Note: at most 2,000 characters').default('') }),
    use: completeStep,
    done: () => ({ to: back, notice: 'Recorded as done.' }),
  });
}

export async function waive(form: FormData) {
  const back = stepPath(form);
  return act(form, {
    back,
    input: z.object({ ...stepInput, reason: z.string().trim().min(1, 'Reason: say why the step is not needed').max(1000, 'Reason: at most 1,000 characters') }),
    use: waiveStep,
    done: () => ({ to: back, notice: 'Marked as not needed. What waited for it no longer does.' }),
  });
}

export async function reopen(form: FormData) {
  const back = stepPath(form);
  return act(form, {
    back,
    input: z.object({ ...stepInput, reason: z.string().trim().min(1, 'Reason: say why the step is opened again').max(1000, 'Reason: at most 1,000 characters') }),
    use: reopenStep,
    done: () => ({ to: back, notice: 'Opened again. What was recorded stays among what happened.' }),
  });
}

export async function close(form: FormData) {
  return act(form, {
    back: `${cyclePath(form)}/close`,
    input: z.object({ cycleId: z.uuid() }),
    use: closeCycle,
    done: () => ({ to: '/cycles', notice: 'The cycle is closed. Action plans go on until their actions are closed.' }),
  });
}

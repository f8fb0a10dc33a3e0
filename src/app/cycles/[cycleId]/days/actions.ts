'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { dayInOneFault, readDayInOne } from '@/domain/day-fields';
import { dayFaults, ownDays, ownDayStep, type AgreedDay } from '@/domain/processes/agree-days';
import { act, actorOf, withReturn } from '@/server/action';
import { agreeDays } from '@/server/cycles/agree-days';
import { loadTimetable } from '@/server/cycles/load';
import { today } from '@/server/days';
import { keepFormReturn } from '@/server/form-return';
import { orNotFound } from '../../../or-not-found';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

/** Every day that was typed, in one go; a day that cannot be is said at its own field. */
export async function agree(form: FormData) {
  const path = `/cycles/${encodeURIComponent(text(form, 'cycleId'))}/days`;
  const actor = await actorOf(form, path);
  const { cycle } = await orNotFound(() => loadTimetable(actor, text(form, 'cycleId')));
  const step = ownDayStep(cycle.template);
  const scopes = step ? ownDays(cycle, step).map(({ scope }) => scope) : [];
  const errors: Record<string, string> = {};
  const days = scopes.flatMap((scope): AgreedDay[] => {
    const typed = text(form, scope).trim();
    const toOn = readDayInOne(typed);
    if (typed !== '' && !toOn) errors[scope] = dayInOneFault(typed);
    return toOn ? [{ scope, toOn }] : [];
  });
  const wanted = { days, reason: text(form, 'reason') };
  if (Object.keys(errors).length === 0) for (const { scope, because } of dayFaults(cycle, wanted, today(new Date()))) errors[scope ?? 'reason'] ??= because;
  if (Object.keys(errors).length > 0) {
    const values = Object.fromEntries(['reason', ...scopes].map((name) => [name, text(form, name)]));
    return redirect(withReturn(path, await keepFormReturn(actor.personId, { values, errors })));
  }
  return act(form, {
    back: path,
    input: z.object({ cycleId: z.uuid() }).transform(({ cycleId }) => ({ cycleId, ...wanted })),
    use: agreeDays,
    done: ({ change: { moves } }) => ({ to: path, notice: `${moves.length === 1 ? 'One day is' : `${moves.length} days are`} agreed, and what hangs on ${moves.length === 1 ? 'it' : 'them'} moves along. Those concerned are told.` }),
  });
}

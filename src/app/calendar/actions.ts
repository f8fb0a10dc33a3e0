'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { dayFields } from '@/domain/day-fields';
import { isRefusal } from '@/domain/decision';
import { storableText } from '@/domain/form';
import { REGIONAL_DAY_KINDS } from '@/domain/regional-days';
import { act, actorOf, withReturn } from '@/server/action';
import { keepFormReturn } from '@/server/form-return';
import { addProposedDay } from '@/server/regional-calendar/days/add-proposed-day';
import { changeDay } from '@/server/regional-calendar/days/change-day';
import { enterDays } from '@/server/regional-calendar/days/enter-days';
import { readDayFile } from '@/server/regional-calendar/days/load';
import { removeDay } from '@/server/regional-calendar/days/remove-day';
import { makeFeed } from '@/server/regional-calendar/feeds/make-feed';
import { revokeFeed } from '@/server/regional-calendar/feeds/revoke-feed';
import { orNotFound } from '../or-not-found';
import { showFeedOnce } from './feeds/shown-once';

const DAYS = '/calendar/days';
const FEEDS = '/calendar/feeds';

const dayInput = dayFields('fromOn', 'First day')
  .pipe(dayFields('toOn', 'Last day'))
  .pipe(
    z.object({
      kind: z.enum(REGIONAL_DAY_KINDS, 'What it is: choose one'),
      name: z.string().trim().min(1, 'Name: say what it is, such as Autumn half-term').max(120, 'Name: at most 120 characters'),
      fromOn: z.iso.date(),
      toOn: z.iso.date(),
      /** "region" is the whole region. */
      whom: z.union([z.literal('region'), z.uuid()], 'For whom: choose the whole region or an authority'),
      dayId: z.uuid().optional(),
    }),
  )
  .transform(({ whom, ...day }) => ({ ...day, authorityId: whom === 'region' ? null : whom }));

export async function enter(form: FormData) {
  return act(form, {
    back: `${DAYS}#h-enter`,
    input: dayInput,
    use: (actor, { dayId: _dayId, ...day }, at) => enterDays(actor, { days: [day] }, at),
    done: ({ change }) => ({ to: DAYS, notice: `${change[0]!.name} is in the calendar. Dates that fall on it say so from now on.` }),
  });
}

export async function change(form: FormData) {
  const dayId = String(form.get('dayId') ?? '');
  return act(form, {
    back: `${DAYS}?change=${encodeURIComponent(dayId)}`,
    input: dayInput,
    use: (actor, day, at) => changeDay(actor, { ...day, dayId: day.dayId ?? '' }, at),
    done: ({ change: { entered } }) => ({ to: DAYS, notice: `${entered.name} is changed.` }),
  });
}

export async function remove(form: FormData) {
  return act(form, {
    back: DAYS,
    input: z.object({ dayId: z.string() }),
    use: removeDay,
    done: ({ change: { title } }) => ({ to: DAYS, notice: `${title} is taken out of the calendar.` }),
  });
}

export async function addProposed(form: FormData) {
  return act(form, {
    back: DAYS,
    input: z.object({ key: z.string() }),
    use: addProposedDay,
    done: ({ change }) => ({ to: DAYS, notice: `${change[0]!.name} is in the calendar. Change it if it is otherwise in your region.` }),
  });
}

const MOST = 200_000;
const SHOWN = 20;

/** Reads a file and shows what it would enter, or every fault by row and column; changes nothing. */
export async function look(form: FormData) {
  const actor = await actorOf(form, DAYS);
  const file = form.get('file');
  const chosen = file instanceof File && file.size > 0;
  const text = chosen && file.size <= MOST ? storableText(await file.text()) : null;
  const back = `${DAYS}#h-import`;
  if (text === null) return redirect(withReturn(back, await keepFormReturn(actor.personId, { errors: { file: chosen ? 'File: at most 200 kB' : 'File: choose a CSV file' } })));
  const { faults } = await orNotFound(() => readDayFile(actor, text));
  if (faults.length === 0) return redirect(withReturn(`${DAYS}/import`, await keepFormReturn(actor.personId, { values: { text } })));
  const said = faults.slice(0, SHOWN).map(({ row, column, sentence }) => `Row ${row}, ${column}: ${sentence}`);
  if (faults.length > SHOWN) said.push(`And ${faults.length - SHOWN} more.`);
  const error = `File: nothing was entered. ${faults.length === 1 ? 'One thing is' : `${faults.length} things are`} to be mended in it`;
  return redirect(withReturn(back, await keepFormReturn(actor.personId, { values: { faults: said }, errors: { file: error } })));
}

/** The text is read again, so that nothing but what was shown is entered. */
export async function enterAll(form: FormData) {
  return act(form, {
    back: DAYS,
    input: z.object({ text: z.string() }),
    use: async (actor, { text }, at) => {
      const { days } = await readDayFile(actor, text);
      return enterDays(actor, { days }, at);
    },
    done: ({ change }) => ({ to: DAYS, notice: `${change.length} ${change.length === 1 ? 'entry is' : 'entries are'} in the calendar.` }),
  });
}

export async function make(form: FormData) {
  return act(form, {
    back: FEEDS,
    input: z.object({ name: z.string().trim().min(1, 'Name: say where you will use it, such as Outlook at work').max(80, 'Name: at most 80 characters') }),
    use: async (actor, input, at) => {
      const made = await makeFeed(actor, input, at);
      if (!isRefusal(made)) await showFeedOnce(made.change);
      return made;
    },
    done: () => ({ to: FEEDS, notice: 'The address is made. Copy it now: it is not shown again.' }),
  });
}

export async function revoke(form: FormData) {
  return act(form, {
    back: FEEDS,
    input: z.object({ feedId: z.string() }),
    use: revokeFeed,
    done: ({ change: { name } }) => ({ to: FEEDS, notice: `The address “${name}” is revoked. Whoever asks there is told that there is nothing.` }),
  });
}

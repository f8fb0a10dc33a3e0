'use server';

import { z } from 'zod';
import { dayFields } from '@/domain/day-fields';
import { readAmount } from '@/domain/figures';
import { storableText } from '@/domain/form';
import { act } from '@/server/action';
import { enterFigure } from '@/server/figures/enter-figure';
import { uploadFigures } from '@/server/figures/upload-figures';
import { issuePacks } from '@/server/questions/issue-packs';
import { recordEnquiry } from '@/server/questions/record-enquiry';

const id = z.uuid();
const cycle = (form: FormData) => `/cycles/${encodeURIComponent(String(form.get('cycleId') ?? ''))}`;

export async function issue(form: FormData) {
  return act(form, {
    back: `${cycle(form)}/packs`,
    input: z.object({ cycleId: id, sure: z.literal('yes', 'Tick the box: issuing cannot be undone') }),
    use: (actor, { cycleId }, at) => issuePacks(actor, { cycleId }, at),
    done: ({ change }) => ({ to: `${cycle(form)}/packs`, notice: `Issued. ${change.issued.length} authorities have their headlines, questions and figures from this moment.` }),
  });
}

export async function record(form: FormData) {
  return act(form, {
    back: `${cycle(form)}/enquiries`,
    input: dayFields('receivedOn', 'Received').pipe(
      z.object({ cycleId: id, authorityId: z.uuid('Authority: choose one'), text: z.string().trim().min(1, 'Line of enquiry: write it').max(2000, 'Line of enquiry: at most 2,000 characters'), receivedOn: z.iso.date() }),
    ),
    use: recordEnquiry,
    done: () => ({ to: `${cycle(form)}/enquiries`, notice: 'Recorded. The data group sees it beside the questions of that authority.' }),
  });
}

const MOST = 2_000_000;

export async function upload(form: FormData) {
  const file = form.get('file');
  const text = file instanceof File && file.size <= MOST ? storableText(await file.text()) : '';
  return act(form, {
    back: `${cycle(form)}/figures`,
    input: z.object({ cycleId: id }).refine(() => file instanceof File && file.size > 0, { path: ['file'], message: 'File: choose a CSV file' }).refine(() => !(file instanceof File) || file.size <= MOST, { path: ['file'], message: 'File: at most 2 MB' }),
    use: (actor, { cycleId }, at) => uploadFigures(actor, { cycleId, file: text }, at),
    done: ({ change }) => ({ to: `${cycle(form)}/figures`, notice: `${change.length} figures are in.` }),
  });
}

const amount = (label: string) =>
  z
    .string()
    .default('')
    .transform((cell, context) => {
      const read = readAmount(cell);
      if (!read) context.addIssue({ code: 'custom', message: `${label}: give a number, or a marker (c, x, z, low, u)` });
      return read ?? { value: null, marker: null };
    });

export async function enter(form: FormData) {
  return act(form, {
    back: `${cycle(form)}/figures`,
    input: z.object({
      cycleId: id,
      authorityId: z.uuid('Authority: choose one'),
      indicatorId: z.uuid('Indicator: choose one'),
      period: z.string().trim().min(1, 'Period: say which year or quarter').max(40),
      value: amount('Figure'),
      england: amount('England'),
      regional: amount('Region'),
      source: z.string().trim().max(200).default(''),
    }),
    use: (actor, { value, england, regional, ...figure }, at) =>
      enterFigure(actor, { ...figure, value: value.value, marker: value.marker, england: england.value, regional: regional.value, neighbours: null, previous: null }, at),
    done: () => ({ to: `${cycle(form)}/figures`, notice: 'The figure is in.' }),
  });
}

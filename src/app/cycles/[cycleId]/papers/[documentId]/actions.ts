'use server';

import { z } from 'zod';
import { saveWritten } from '@/app/save-written';
import { act } from '@/server/action';
import { fillProfile } from '@/server/regional-papers/fill-profile';
import { putToBoard } from '@/server/regional-papers/put-to-board';
import { returnPaper } from '@/server/regional-papers/return-paper';
import { signOffPaper } from '@/server/regional-papers/sign-off-paper';

const text = (form: FormData, name: string) => encodeURIComponent(String(form.get(name) ?? ''));
const path = (form: FormData) => `/cycles/${text(form, 'cycleId')}/papers/${text(form, 'paperId')}`;
const one = z.object({ paperId: z.uuid() });
const read = z.object({ paperId: z.uuid(), versionId: z.uuid(), contentHash: z.string() });

export async function save(form: FormData) {
  return saveWritten(form, { back: path(form), documentId: String(form.get('paperId') ?? '') });
}

export async function fill(form: FormData) {
  return act(form, { back: path(form), input: one, use: fillProfile, done: () => ({ to: path(form), notice: 'The headlines and the places on the journey are filled in from the issued questions.' }) });
}

export async function putBefore(form: FormData) {
  return act(form, { back: path(form), input: one, use: putToBoard, done: () => ({ to: path(form), notice: 'It is with the Board. Its chair signs it off, or returns it with what should change.' }) });
}

export async function signOff(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-sign`,
    input: read.extend({ haveRead: z.literal('yes', 'Say that the Board has agreed it: tick the box') }),
    use: signOffPaper,
    done: () => ({ to: path(form), notice: 'Signed off for the Board. The regional team is told.' }),
  });
}

export async function giveBack(form: FormData) {
  return act(form, {
    back: `${path(form)}#h-sign`,
    input: read.extend({ reason: z.string().trim().min(1, 'Changes: say what the Board would like changed').max(4000, 'Changes: at most 4,000 characters') }),
    use: returnPaper,
    done: () => ({ to: path(form), notice: 'Returned. The coordinator finds the Board’s words with it.' }),
  });
}

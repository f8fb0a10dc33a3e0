'use server';

import { z } from 'zod';
import { questionText, readingText, typedPlaces } from '@/domain/questions';
import { act } from '@/server/action';
import { addQuestion } from '@/server/questions/add-question';
import { agreePlaces } from '@/server/questions/agree-places';
import { agreeQuestions } from '@/server/questions/agree-questions';
import { changeQuestion } from '@/server/questions/change-question';
import { confirmReading } from '@/server/questions/confirm-reading';
import { draftReading } from '@/server/questions/draft-reading';
import { placeAuthority } from '@/server/questions/place-authority';
import { removeQuestion } from '@/server/questions/remove-question';
import { reopenQuestions } from '@/server/questions/reopen-questions';

const id = z.uuid();
const one = z.object({ documentId: id });
const ticked = z.literal('yes').optional().transform(Boolean);
const typedOver = z.coerce.number().int();
const enquiry = z.string().default('').transform((value) => value || null);
const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const desk = (form: FormData) => `/questions/${encodeURIComponent(text(form, 'documentId'))}`;

export async function saveReading(form: FormData) {
  return act(form, {
    back: `${desk(form)}?at=headline#draft`,
    input: readingText.extend({ documentId: id, 'base:reading': typedOver, focusEducation: ticked, focusSocialCare: ticked }),
    use: (actor, { 'base:reading': version, ...text }, at) => draftReading(actor, { ...text, typedOver: version }, at),
    done: () => ({ to: `${desk(form)}#draft`, notice: 'Headline and focus saved.' }),
  });
}

export async function saveNewQuestion(form: FormData) {
  return act(form, {
    back: `${desk(form)}?at=new#new`,
    input: questionText.extend({ documentId: id, enquiryId: enquiry }),
    use: addQuestion,
    done: () => ({ to: `${desk(form)}#questions`, notice: 'The question is in.' }),
  });
}

export async function saveQuestion(form: FormData) {
  return act(form, {
    back: `${desk(form)}?at=${encodeURIComponent(text(form, 'questionId'))}#questions`,
    input: questionText.extend({ documentId: id, questionId: id, typedOver, enquiryId: enquiry }),
    use: changeQuestion,
    done: () => ({ to: `${desk(form)}#questions`, notice: 'The question is changed.' }),
  });
}

export async function takeOut(form: FormData) {
  return act(form, {
    back: desk(form),
    input: one.extend({ questionId: id }),
    use: removeQuestion,
    done: () => ({ to: `${desk(form)}#questions`, notice: 'The question is taken out.' }),
  });
}

/** Radios named `place-<enabler>`, and `why-<enabler>`. */
export async function place(form: FormData) {
  return act(form, {
    back: `${desk(form)}?at=places#places`,
    input: typedPlaces('place'),
    use: placeAuthority,
    done: () => ({ to: `${desk(form)}#places`, notice: 'The group’s own places are saved.' }),
  });
}

/** Radios named `agreed-<enabler>`. */
export async function saveAgreed(form: FormData) {
  return act(form, {
    back: `${desk(form)}?at=agreed#agreed`,
    input: typedPlaces('agreed'),
    use: agreePlaces,
    done: () => ({ to: `${desk(form)}#agreed`, notice: 'Recorded as agreed at the forum.' }),
  });
}

export async function agree(form: FormData) {
  return act(form, {
    back: desk(form),
    input: one,
    use: agreeQuestions,
    done: () => ({ to: desk(form), notice: 'Agreed. The coordinator issues it with all the others at one moment.' }),
  });
}

export async function reopen(form: FormData) {
  return act(form, { back: desk(form), input: one, use: reopenQuestions, done: () => ({ to: desk(form), notice: 'Reopened. It must be agreed again before the packs can go out.' }) });
}

export async function confirm(form: FormData) {
  const pack = `/packs/${encodeURIComponent(text(form, 'documentId'))}`;
  return act(form, { back: pack, input: one, use: confirmReading, done: () => ({ to: pack, notice: 'Noted. The regional team sees that you have your questions.' }) });
}

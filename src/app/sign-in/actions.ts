'use server';

import { notFound, redirect } from 'next/navigation';
import { after } from 'next/server';
import { z } from 'zod';
import { isRefusal } from '@/domain/decision';
import { withReturn } from '@/server/action';
import { keepFormReturn } from '@/server/form-return';
import { localPath } from '@/server/local-path';
import { NotFound } from '@/server/not-found';
import { beginSession } from '@/server/session';
import { deliverMessage } from '@/server/sign-in/deliver-message';
import { requestSignIn } from '@/server/sign-in/request-sign-in';
import { codeTyped } from '@/server/sign-in/secrets';
import { signInByCode } from '@/server/sign-in/sign-in-by-code';
import { signInByLink } from '@/server/sign-in/sign-in-by-link';
import { signInToDemonstration } from '@/server/sign-in/sign-in-to-demonstration';

/** The answer is the same, and as quick, whether or not the address is known: the message goes out after it. */
export async function askForMessage(form: FormData): Promise<never> {
  const next = localPath(textOf(form, 'next'));
  const email = textOf(form, 'email').trim();
  if (!z.email().max(254).safeParse(email).success) {
    const errors = { email: 'Write the whole address, as in name@council.gov.uk.' };
    return redirect(withReturn(signInPath(next), await keepFormReturn(null, { values: { email }, errors })));
  }
  const { requestId, message } = await requestSignIn({ email, next }, new Date());
  if (message) {
    after(() => deliverMessage(message, new Date()).catch((error: unknown) => console.error('A message to sign in could not be sent.', error)));
  }
  return redirect(withReturn('/sign-in/code', await keepFormReturn(null, { values: { email, request: requestId, next } })));
}

export async function enterCode(form: FormData): Promise<never> {
  const values = { email: textOf(form, 'email'), request: textOf(form, 'request'), next: localPath(textOf(form, 'next')), code: textOf(form, 'code').slice(0, 40) };
  const code = codeTyped(values.code);
  if (!code || !z.uuid().safeParse(values.request).success) {
    return backToCode(values, 'Type the eight letters and figures of the code in the message.');
  }
  const session = await signInByCode({ requestId: values.request, code }, new Date());
  if (isRefusal(session)) return backToCode(values, session.because);
  await beginSession(session);
  return redirect(values.next);
}

async function backToCode(values: Record<string, string>, sentence: string): Promise<never> {
  return redirect(withReturn('/sign-in/code', await keepFormReturn(null, { values, errors: { code: sentence } })));
}

export async function followLink(form: FormData): Promise<never> {
  const session = await signInByLink({ token: textOf(form, 'token') }, new Date());
  if (isRefusal(session)) return redirect('/sign-in/link');
  await beginSession(session);
  return redirect(localPath(textOf(form, 'next')));
}

/** One press of the demonstration; outside it there is nothing here. */
export async function enterDemonstration(form: FormData): Promise<never> {
  const personId = textOf(form, 'person');
  if (!z.uuid().safeParse(personId).success) notFound();
  const session = await signInToDemonstration({ personId }, new Date()).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  await beginSession(session);
  return redirect(localPath(textOf(form, 'next')));
}

function signInPath(next: string): string {
  return next === '/my-work' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

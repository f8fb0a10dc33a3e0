'use server';

import { notFound, redirect } from 'next/navigation';
import { after } from 'next/server';
import { z } from 'zod';
import { isRefusal } from '@/domain/decision';
import type { FormReturn } from '@/domain/form';
import type { Actor } from '@/domain/model';
import { withReturn } from '@/server/action';
import { keepFormReturn, readFormReturn } from '@/server/form-return';
import { localPath } from '@/server/local-path';
import { NotFound } from '@/server/not-found';
import { currentActor, renewProof } from '@/server/session';
import { confirmByCode } from '@/server/sign-in/confirm-by-code';
import { confirmInDemonstration } from '@/server/sign-in/confirm-in-demonstration';
import { deliverMessage } from '@/server/sign-in/deliver-message';
import { requestConfirmation } from '@/server/sign-in/request-confirmation';
import { codeTyped } from '@/server/sign-in/secrets';

// Before someone signs whose session is no longer fresh, they confirm who they are on the page where they sign (confirm-first.tsx).
// What they had typed there comes back with them.

export async function sendCode(form: FormData): Promise<never> {
  const { actor, back, values } = await confirming(form);
  const sent = await requestConfirmation(actor, new Date());
  if (isRefusal(sent)) return goBack(actor, back, { values, errors: { confirm: sent.because } });
  after(() => deliverMessage(sent.message, new Date()).catch((error: unknown) => console.error('A code to confirm with could not be sent.', error)));
  return goBack(actor, back, { values: { ...values, confirmation: sent.requestId } });
}

export async function confirmWithCode(form: FormData): Promise<never> {
  const { actor, back, values } = await confirming(form);
  const requestId = textOf(form, 'confirmation');
  const typed = textOf(form, 'code').slice(0, 40);
  const code = codeTyped(typed);
  const again = { ...values, confirmation: requestId, code: typed };
  if (!code || !z.uuid().safeParse(requestId).success) return goBack(actor, back, { values: again, errors: { code: 'Type the eight letters and figures of the code in the message.' } });
  const proved = await confirmByCode({ personId: actor.personId, requestId, code }, new Date());
  if (isRefusal(proved)) {
    return goBack(actor, back, proved.refused === 'code-over' ? { values, errors: { confirm: proved.because } } : { values: again, errors: { code: proved.because } });
  }
  await renewProof(proved, new Date());
  return goBack(actor, back, { values, notice: CONFIRMED });
}

/** The demonstration's press on one's own name; outside it there is nothing here. */
export async function confirmByName(form: FormData): Promise<never> {
  const { actor, back, values } = await confirming(form);
  const proved = await confirmInDemonstration(actor, new Date()).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  await renewProof(proved, new Date());
  return goBack(actor, back, { values, notice: CONFIRMED });
}

const CONFIRMED = 'Thank you: it is you. Nothing has been signed yet; you can do that now.';

/** Who confirms, where they go back to, and what they had typed there. */
async function confirming(form: FormData): Promise<{ actor: Actor; back: string; values: FormReturn['values'] }> {
  const back = localPath(textOf(form, 'back'));
  const actor = await currentActor();
  if (!actor) return redirect(`/sign-in?next=${encodeURIComponent(back)}`);
  const came = (await readFormReturn(actor.personId, textOf(form, 'kept')))?.values ?? {};
  const values = Object.fromEntries(Object.entries(came).filter(([name]) => name !== 'confirmation' && name !== 'code'));
  return { actor, back, values };
}

async function goBack(actor: Actor, back: string, content: Partial<FormReturn>): Promise<never> {
  return redirect(withReturn(back, await keepFormReturn(actor.personId, content)));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

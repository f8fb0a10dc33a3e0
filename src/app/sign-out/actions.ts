'use server';

import { redirect } from 'next/navigation';
import { withReturn } from '@/server/action';
import { keepFormReturn } from '@/server/form-return';
import { currentActor, forgetSession } from '@/server/session';
import { endSessions } from '@/server/sign-in/end-sessions';

export async function signOut(): Promise<never> {
  const actor = await currentActor();
  if (actor) await endSessions(actor.personId, new Date());
  await forgetSession();
  return redirect(withReturn('/sign-in', await keepFormReturn(null, { notice: 'You are signed out, here and wherever else you were signed in.' })));
}

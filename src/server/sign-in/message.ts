import type { Mail } from '../mail/transport';
import { codeWritten } from './secrets';

export function confirmationMail({ to, code, minutes }: { to: string; code: string; minutes: number }): Mail {
  return {
    to,
    subject: 'Your code to confirm that it is you',
    text: [
      'Someone who is signed in to Critical Friend as you, most likely you, is about to sign.',
      `Type this code on the page where you sign:\n${codeWritten(code)}`,
      `It works once, within ${minutes} minutes. Nobody from the regional team will ever ask you for it.`,
      'If you are not about to sign, somebody else is using your session: open Critical Friend and press “Sign out”, which ends it everywhere.',
    ].join('\n\n') + '\n',
  };
}

export function signInMail({ to, link, code, minutes }: { to: string; link: string; code: string; minutes: number }): Mail {
  return {
    to,
    subject: 'Your link to sign in to Critical Friend',
    text: [
      'Someone who gave this address, most likely you, asked to sign in to Critical Friend.',
      `Open this page and press the button on it:\n${link}`,
      `Or type this code on the page where you asked:\n${codeWritten(code)}`,
      `Either works once, within ${minutes} minutes. If you did not ask, there is nothing to do: opening the page signs nobody in.`,
    ].join('\n\n') + '\n',
  };
}

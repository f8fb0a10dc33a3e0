import type { Mail } from '../mail/transport';
import { codeWritten } from './secrets';

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

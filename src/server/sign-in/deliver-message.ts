import { isDemonstration } from '../is-demonstration';
import { sendMail, type Mail } from '../mail/transport';
import { keepMessage } from './store';

export interface SignInMessage {
  requestId: string;
  personId: string;
  mail: Mail;
}

/** Sends the message at once. The demonstration keeps it in the person's outbox as well. */
export async function deliverMessage({ requestId, personId, mail }: SignInMessage, at: Date): Promise<void> {
  if (isDemonstration()) await keepMessage(`sign-in:${requestId}`, personId, mail, at);
  await sendMail(mail);
}

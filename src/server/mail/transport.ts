import { createTransport, type Transporter } from 'nodemailer';
import { isDemonstration } from '../is-demonstration';
import { env } from '../env';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for each try at one message, so that a mail program shows it once. */
  messageId?: string;
  /** A calendar file, and what it does with the entry. */
  calendar?: { content: string; method: 'REQUEST' | 'CANCEL' | 'PUBLISH' };
}

let transporter: Transporter | undefined;

/** Sends one message by SMTP; throws when it could not be handed over. In the demonstration without SMTP_URL nothing leaves: the outbox keeps it. */
export async function sendMail({ to, subject, text, messageId, calendar }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) {
    if (isDemonstration()) return;
    throw new Error('Mail cannot be sent: SMTP_URL is not set');
  }
  transporter ??= createTransport(withTimeouts(SMTP_URL), { from: MAIL_FROM });
  await transporter.sendMail({
    to,
    subject,
    text,
    ...(messageId ? { messageId } : {}),
    ...(calendar ? { icalEvent: { content: calendar.content, method: calendar.method, filename: 'forum.ics' } } : {}),
  });
}

/** A server that does not answer must not hold up the messages behind this one; what the address itself says stays. */
function withTimeouts(address: string): string {
  const url = new URL(address);
  for (const [name, milliseconds] of [['connectionTimeout', 10_000], ['greetingTimeout', 10_000], ['socketTimeout', 20_000]] as const) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(milliseconds));
  }
  return url.href;
}

/** Whether a message can leave this installation at all, or be kept where people can read it. */
export function canSendMail(): boolean {
  return Boolean(env().SMTP_URL) || isDemonstration();
}

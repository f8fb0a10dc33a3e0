import { nextTryAt } from '@/domain/notifications/sending';
import { db, type Tx } from '../db';
import { canSendMail, sendMail, type Mail } from '../mail/transport';
import type { OutboxMessage } from '../prisma-client/client';
import { stillWanted } from './still-wanted';

export interface Sent {
  sent: number;
  failed: number;
  /** Why the last one could not be handed over. */
  because?: string;
}

/**
 * Hands over what is due, oldest first, one message in a transaction: it is locked, looked at once more, sent, and marked as sent.
 * Another runner passes over a locked one. If the machine stops between the handing over and the mark, the message goes again under the
 * same Message-ID. When the mail server cannot be reached the rest waits.
 */
export async function sendMessages(at: Date): Promise<Sent> {
  const sum: Sent = { sent: 0, failed: 0 };
  if (!canSendMail()) return sum;
  for (;;) {
    const one = await db.$transaction((tx) => sendNext(tx, at), { timeout: 60_000, maxWait: 15_000 });
    if (one === null) return sum;
    if (one.is === 'sent') sum.sent += 1;
    if (one.is !== 'failed') continue;
    sum.failed += 1;
    sum.because = one.because;
    if (one.unreachable) return sum;
  }
}

type One = { is: 'sent' | 'dropped' } | Failure;

async function sendNext(tx: Tx, at: Date): Promise<One | null> {
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "OutboxMessage"
    WHERE "sentAt" IS NULL AND "droppedAt" IS NULL AND urgency = 'now' AND "sendAfter" <= (${at}::timestamptz AT TIME ZONE 'UTC')
    ORDER BY "createdAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!next) return null;
  const message = await tx.outboxMessage.findUniqueOrThrow({ where: { id: next.id } });
  const [wanted] = await stillWanted(tx, [message], at);
  if (!wanted) return { is: 'dropped' };
  const failure = await handOver(await mailOf(tx, wanted));
  await tx.outboxMessage.update({ where: { id: wanted.id }, data: failure ? laterOrNever(wanted, at) : { sentAt: at } });
  return failure ?? { is: 'sent' };
}

async function mailOf(tx: Tx, message: OutboxMessage): Promise<Mail> {
  const person = message.personId ? await tx.person.findUnique({ where: { id: message.personId }, select: { email: true } }) : null;
  const calendar = message.calendar ? { content: message.calendar, method: message.calendarMethod as NonNullable<Mail['calendar']>['method'] } : undefined;
  return { to: person?.email ?? message.email, subject: message.subject, text: message.text, messageId: messageId(message.id), ...(calendar ? { calendar } : {}) };
}

/** Made of what identifies the message, so that each try has the same. */
export function messageId(of: string): string {
  return `<${of}@critical-friend>`;
}

export interface Failure {
  is: 'failed';
  because: string;
  /** No message can be handed over now. */
  unreachable: boolean;
}

const UNREACHABLE = ['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EAUTH'];

/** Null when the mail server has taken it. */
export async function handOver(mail: Mail): Promise<Failure | null> {
  try {
    await sendMail(mail);
    return null;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    return { is: 'failed', because: error instanceof Error ? error.message : String(error), unreachable: UNREACHABLE.includes(code) };
  }
}

/** After how many failures, and when, it is tried again; given up when it has been tried for days. */
export function laterOrNever({ failures }: Pick<OutboxMessage, 'failures'>, at: Date) {
  const next = nextTryAt(failures + 1, at);
  const counted = { failures: { increment: 1 } };
  return next ? { ...counted, sendAfter: next } : { ...counted, droppedAt: at, droppedWhy: 'the mail server would not take it' };
}

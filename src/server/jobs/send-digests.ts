import { digest } from '@/domain/notifications/letter';
import { isDigestTime, nextDigestAt } from '@/domain/notifications/sending';
import { readReason } from '@/domain/reminders';
import { today } from '../days';
import { db, type Tx } from '../db';
import { env } from '../env';
import { canSendMail } from '../mail/transport';
import { handOver, laterOrNever, messageId, type Failure, type Sent } from './send-messages';
import { stillWanted } from './still-wanted';

/**
 * What has been kept for the digest becomes one message for each person, at most one a day; whoever has nothing left gets none. It is put
 * together at the moment of sending, and anew for each try, so that it never asks for what has just been done.
 */
export async function sendDigests(at: Date): Promise<Sent> {
  const sum: Sent = { sent: 0, failed: 0 };
  if (!canSendMail() || !isDigestTime(at)) return sum;
  const due = await db.outboxMessage.findMany({
    where: { ...WAITING, sendAfter: { lte: at }, personId: { not: null } },
    distinct: ['personId'],
    select: { personId: true },
    orderBy: { personId: 'asc' },
  });
  for (const { personId } of due) {
    const one = await db.$transaction((tx) => sendDigest(tx, personId!, at), { timeout: 60_000, maxWait: 15_000 });
    if (one === 'sent') sum.sent += 1;
    if (one === null || one === 'sent') continue;
    sum.failed += 1;
    sum.because = one.because;
    if (one.unreachable) return sum;
  }
  return sum;
}

function stepOf(reason: string): string | null {
  const asked = readReason(reason);
  return asked && `${asked.cycleId}:${asked.stepKey}`;
}

const WAITING = { urgency: 'digest', sentAt: null, droppedAt: null } as const;

async function sendDigest(tx: Tx, personId: string, at: Date): Promise<'sent' | Failure | null> {
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`digest:${personId}`}, 0)) AS free`;
  if (!lock?.free) return null;
  const due = await tx.outboxMessage.findMany({ where: { ...WAITING, personId, sendAfter: { lte: at } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const key = `digest:${personId}:${today(at)}`;
  if (await tx.outboxMessage.findUnique({ where: { key }, select: { id: true } })) {
    await tx.outboxMessage.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { sendAfter: nextDigestAt(new Date(at.getTime() + 1)) } });
    return null;
  }
  const items = await stillWanted(tx, due, at);
  if (items.length === 0) return null;
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true, email: true } });
  const words = digest(
    person.name,
    items.map(({ subject, text, post, reason }) => ({ subject, body: text, post, step: stepOf(reason) })),
    today(at),
    new URL('/my-work', env().NEXTAUTH_URL).href,
  );
  const failure = await handOver({ to: person.email, ...words, messageId: messageId(`digest.${personId}.${today(at)}`) });
  const ids = { id: { in: items.map(({ id }) => id) } };
  if (failure) {
    await tx.outboxMessage.updateMany({ where: ids, data: laterOrNever(items[0]!, at) });
    return failure;
  }
  const posts = [...new Set(items.map(({ post }) => post))].join('; ');
  const sent = await tx.outboxMessage.create({
    data: { key, personId, email: person.email, ...words, urgency: 'now', regionId: items[0]!.regionId, post: posts, createdAt: at, sendAfter: at, sentAt: at },
  });
  await tx.outboxMessage.updateMany({ where: ids, data: { digestId: sent.id, sentAt: at } });
  return 'sent';
}

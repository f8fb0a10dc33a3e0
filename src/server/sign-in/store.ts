import { db, type Tx } from '../db';
import type { Mail } from '../mail/transport';

export interface NewRequest {
  id: string;
  email: string;
  /** Set when someone who is signed in confirms who they are: the code then serves this person alone, and signs nobody in. */
  personId?: string;
  tokenHash: string;
  codeHash: string;
  requestedAt: Date;
  expiresAt: Date;
}

const MINUTE = 60_000;
export const ADDRESS_LIMIT = { requests: 5, minutes: 15 };
export const OVERALL_LIMIT = { requests: 60, minutes: 1 };
export const MOST_ATTEMPTS = 5;

/** Stores the request unless the address, or everyone together, has asked too often. One at a time, so that no burst slips through. */
export function saveRequest(request: NewRequest): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sign-in requests'))`;
    if (await isOverLimit(tx, request)) return false;
    await tx.signInRequest.deleteMany({ where: { requestedAt: { lt: new Date(request.requestedAt.getTime() - 24 * 60 * MINUTE) } } });
    await tx.signInRequest.create({ data: { ...request, purpose: request.personId ? 'confirm' : 'sign-in' } });
    return true;
  });
}

async function isOverLimit(tx: Tx, { email, requestedAt }: NewRequest): Promise<boolean> {
  const since = (minutes: number) => ({ gt: new Date(requestedAt.getTime() - minutes * MINUTE) });
  const ofAddress = await tx.signInRequest.count({ where: { email, requestedAt: since(ADDRESS_LIMIT.minutes) } });
  const ofAll = await tx.signInRequest.count({ where: { requestedAt: since(OVERALL_LIMIT.minutes) } });
  return ofAddress >= ADDRESS_LIMIT.requests || ofAll >= OVERALL_LIMIT.requests;
}

export function findPersonByEmail(email: string) {
  return db.person.findUnique({ where: { email }, select: { id: true, name: true } });
}

/** The request that this link's token belongs to, if it can still be used; looking does not use it. */
export function findRequestByToken(tokenHash: string, at: Date) {
  return db.signInRequest.findFirst({ where: { tokenHash, purpose: 'sign-in', usedAt: null, expiresAt: { gt: at } } });
}

/** Counts a try and gives the request; null when it is used, too old, unknown, for something or someone else, or has had its tries. */
export async function takeAttempt(id: string, at: Date, personId: string | null = null) {
  const live = { id, purpose: personId ? 'confirm' : 'sign-in', personId, usedAt: null, expiresAt: { gt: at }, attempts: { lt: MOST_ATTEMPTS } };
  const { count } = await db.signInRequest.updateMany({ where: live, data: { attempts: { increment: 1 } } });
  return count === 1 ? db.signInRequest.findUnique({ where: { id } }) : null;
}

/** True for the one who uses it first. */
export async function claimRequest(id: string, at: Date): Promise<boolean> {
  const { count } = await db.signInRequest.updateMany({ where: { id, usedAt: null, expiresAt: { gt: at } }, data: { usedAt: at } });
  return count === 1;
}

/** For the demonstration's outbox alone: elsewhere the link is nowhere but in the message itself. */
export async function keepMessage(key: string, personId: string, { to, subject, text }: Mail, at: Date): Promise<void> {
  await db.outboxMessage.create({ data: { key, personId, email: to, subject, text, createdAt: at, sendAfter: at, sentAt: at } });
}

export async function findAddress(personId: string): Promise<string> {
  return (await db.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } })).email;
}

export function findDemonstrationPerson(id: string) {
  return db.person.findFirst({ where: { id, demoHint: { not: null } }, select: { id: true, name: true } });
}

export async function saveSignedOut(personId: string, at: Date): Promise<void> {
  await db.person.updateMany({ where: { id: personId }, data: { signedOutAt: at } });
}

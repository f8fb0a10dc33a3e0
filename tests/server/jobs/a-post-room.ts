// People, a cycle and a mail server, so that what the jobs do can be read as mail.
import { beforeAll, beforeEach, afterAll } from 'vitest';
import { db } from '@/server/db';
import { deliverEvents } from '@/server/jobs/deliver-events';
import { sendDigests } from '@/server/jobs/send-digests';
import { sendMessages } from '@/server/jobs/send-messages';
import { aCycle, type Cycle } from '../documents/a-signed-cycle';
import { unguarded } from '../../support/unguarded';
import { openPostOffice, type PostOffice } from '../mail/post-office';

export interface PostRoom {
  world: Cycle;
  office: PostOffice;
}

/** Set up before the tests of the file; the outbox and the events are empty before each. */
export function postRoom(): PostRoom {
  const room = {} as PostRoom;
  beforeAll(async () => {
    room.office = await openPostOffice();
    Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for these tests alone', NEXTAUTH_URL: 'https://friend.example', SMTP_URL: room.office.url });
    room.world = await aCycle();
  });
  beforeEach(async () => {
    room.office.reset();
    await db.outboxMessage.deleteMany();
    await unguarded((tx) => tx.event.deleteMany());
  });
  afterAll(() => room.office.close());
  return room;
}

/** What the product does of itself at that moment. */
export async function run(at: Date): Promise<void> {
  await deliverEvents(at);
  await sendMessages(at);
  await sendDigests(at);
}

export const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

export const outbox = () => db.outboxMessage.findMany({ orderBy: [{ createdAt: 'asc' }, { email: 'asc' }] });

/** "wigandcs" → its messages, as subjects. */
export async function subjectsFor(role: string): Promise<string[]> {
  return (await outbox()).filter(({ email }) => email.startsWith(`${role.toLowerCase()}@`)).map(({ subject }) => subject);
}

import { canSee, seesDraft } from '@/domain/visibility';
import type { DocumentFacts } from '@/domain/documents/facts';
import { versionHandedTo } from '@/domain/documents/reading';
import { mayOpen, opensWhat } from '@/domain/notifications/addresses';
import type { Happened } from '@/domain/notifications/happened';
import { messagesFor, receiversOf, salutation, type Message } from '@/domain/notifications/messages';
import { noticeFor, NOTICES } from '@/domain/notifications/notices';
import type { Notice } from '@/domain/notifications/notice';
import { nextDigestAt, tooOldBefore } from '@/domain/notifications/sending';
import type { EventType } from '@/domain/events';
import type { HolderOfPost } from '@/domain/chase';
import type { Actor } from '@/domain/model';
import { loadActor } from '../actor/load';
import { db, type Tx } from '../db';
import { unscopedDocument } from '../documents/find-document';
import { env } from '../env';
import { unscopedInvitationCalendar } from '../forums/invitations/load';
import { queueMessages, unscopedHolders, type QueuedMessage } from '../mail/store';
import { findHappened } from './happened';

/**
 * Reads the events that nobody has been told of, in order, and writes a message for each person whom one concerns. The messages and the
 * mark that they were written go together, so that a restart neither loses nor repeats one. Gives how many messages were written.
 */
export async function deliverEvents(at: Date): Promise<number> {
  await passOver(at);
  const known = new People(at);
  const stuck: bigint[] = [];
  let trouble: unknown;
  let written = 0;
  for (;;) {
    const next = await nextEvent(stuck);
    if (next === null) break;
    try {
      written += await db.$transaction((tx) => deliverOne(tx, next, known, at), { timeout: 30_000, maxWait: 15_000 });
    } catch (error) {
      // One that cannot be told must not keep the others from being told; it is tried again in the next round.
      trouble = error;
      stuck.push(next);
      if (stuck.length === MOST_STUCK) break;
    }
  }
  if (trouble) throw trouble;
  return written;
}

const MOST_STUCK = 5;

async function nextEvent(but: readonly bigint[]): Promise<bigint | null> {
  const next = await db.event.findFirst({ where: { toldAt: null, id: { notIn: [...but] } }, orderBy: { id: 'asc' }, select: { id: true } });
  return next?.id ?? null;
}

/** What tells nobody, and what is too old to be news, is done with in one statement. */
async function passOver(at: Date): Promise<void> {
  const notNews = [{ type: { notIn: Object.keys(NOTICES) } }, { at: { lt: tooOldBefore(at) } }];
  if (await db.event.findFirst({ where: { toldAt: null, OR: notNews }, select: { id: true } })) {
    await db.event.updateMany({ where: { toldAt: null, OR: notNews }, data: { toldAt: at } });
  }
}

async function deliverOne(tx: Tx, id: bigint, known: People, at: Date): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "Event" WHERE id = ${id} FOR UPDATE`;
  const event = await tx.event.findUniqueOrThrow({ where: { id } });
  if (event.toldAt) return 0;
  await tx.event.update({ where: { id }, data: { toldAt: at } });
  const notice = noticeFor(event.type as EventType);
  const happened = notice && (await findHappened(tx, event, notice.needs ?? [], at));
  if (!notice || !happened) return 0;
  return queueMessages(tx, await queuedFor(tx, happened, notice, known, at), at);
}

async function queuedFor(tx: Tx, happened: Happened, notice: Notice, known: People, at: Date): Promise<QueuedMessage[]> {
  const holders = await known.holders(tx, happened.regionId);
  const told = receiversOf({ happened, notice, holders });
  const openable = new Set<string>();
  const documents = new Map<string, Promise<DocumentFacts>>();
  for (const { personId, post } of told) {
    const path = notice.opens(happened, post);
    if (await known.mayOpen(personId, path, (id) => kept(documents, id, () => unscopedDocument(tx, id)))) openable.add(`${personId}|${path}`);
  }
  const messages = messagesFor({ happened, notice, holders, opens: (personId, path) => openable.has(`${personId}|${path}`), address });
  return Promise.all(messages.map((message) => queued(message, happened, at)));
}

function address(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).href;
}

async function queued(message: Message, happened: Happened, at: Date): Promise<QueuedMessage> {
  const { post, calendarOf, ...rest } = message;
  return {
    ...rest,
    regionId: happened.regionId,
    postId: post.id,
    post: salutation(post),
    calendar: calendarOf ? await calendarFor(calendarOf, post.id, message.personId) : null,
    sendAfter: message.urgency === 'now' ? at : nextDigestAt(at),
  };
}

/** The entry of an invited post, as it is now; null for someone who is told without having been invited. */
export async function calendarFor(forumId: string, postId: string, personId: string): Promise<{ text: string; method: string } | null> {
  const { name, email } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true, email: true } });
  return unscopedInvitationCalendar({ forumId, postId, to: { name, email } });
}

/** Who holds what and sees what at one moment, read once in a round. */
class People {
  private readonly byRegion = new Map<string, Promise<HolderOfPost[]>>();
  private readonly actors = new Map<string, Promise<Actor | null>>();
  constructor(private readonly at: Date) {}

  holders(tx: Tx, regionId: string): Promise<HolderOfPost[]> {
    return kept(this.byRegion, regionId, () => unscopedHolders(tx, regionId, this.at));
  }

  async mayOpen(personId: string, path: string, find: (id: string) => Promise<DocumentFacts>): Promise<boolean> {
    const actor = await kept(this.actors, personId, () => loadActor(personId, this.at, null, this.at));
    if (!actor) return false;
    const opens = opensWhat(path);
    if (!('document' in opens)) return mayOpen(actor, path, new Set());
    const document = await find(opens.document);
    return canRead(actor, document, this.at) && mayOpen(actor, path, new Set([document.id]));
  }
}

/** Sees the draft, or a text that has been handed on. */
function canRead(actor: Actor, document: DocumentFacts, at: Date): boolean {
  return canSee(actor, document.shares, at) && (seesDraft(actor, document.shares, at) || versionHandedTo(actor, document, at) !== null);
}

async function kept<Value>(there: Map<string, Promise<Value>>, key: string, load: () => Promise<Value>): Promise<Value> {
  const value = there.get(key) ?? load();
  there.set(key, value);
  return value;
}

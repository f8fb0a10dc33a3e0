import { dayAt } from '@/domain/forums/clock';
import type { Actor, Day } from '@/domain/model';
import { db } from '../db';
import { isDemonstration } from '../is-demonstration';
import type { OutboxMessage, Prisma } from '../prisma-client/client';
import { canSendMail } from './transport';

export type MessageState =
  | { is: 'sent'; at: Date }
  | { is: 'in-digest'; on: Day }
  | { is: 'for-digest'; on: Day }
  | { is: 'waiting' }
  | { is: 'trying'; failures: number; againAt: Date }
  | { is: 'dropped'; because: string };

export interface OutboxLine {
  id: string;
  subject: string;
  /** "DCS, Wigan"; empty when it went to a person and not to a post. */
  post: string;
  /** Null where the words are for the receiver alone. */
  text: string | null;
  calendar: boolean;
  createdAt: Date;
  state: MessageState;
}

export interface OutboxPage {
  lines: OutboxLine[];
  page: number;
  pages: number;
  count: number;
  /** Messages of the region’s people are shown, not the reader’s own alone. */
  ofRegion: boolean;
  demonstration: boolean;
  canSend: boolean;
}

const A_PAGE = 20;

/**
 * Newest first: one’s own messages; for a coordinator those of the region as well, but for what an authority’s own side alone may know
 * and for messages to sign in. Outside the demonstration a coordinator reads what was sent to whom, and not the words.
 */
export async function loadOutbox(actor: Actor, wanted: number): Promise<OutboxPage> {
  const regionIds = actor.posts.filter(({ office }) => office === 'sli-coordinator').map(({ region }) => region.id);
  const where = outboxOf(actor.personId, regionIds);
  const count = await db.outboxMessage.count({ where });
  const pages = Math.max(1, Math.ceil(count / A_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const rows = await db.outboxMessage.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip: (page - 1) * A_PAGE, take: A_PAGE });
  const demonstration = isDemonstration();
  const lines = rows.map((row) => lineOf(row, demonstration || row.personId === actor.personId));
  return { lines, page, pages, count, ofRegion: regionIds.length > 0, demonstration, canSend: canSendMail() };
}

/** What is joined into a digest stands in its digest for the receiver; the region sees the parts and never another’s digest. */
function outboxOf(personId: string, regionIds: readonly string[]): Prisma.OutboxMessageWhereInput {
  const own = { personId, digestId: null };
  const personal = [{ key: { startsWith: 'digest:' } }, { key: { startsWith: 'sign-in:' } }];
  const others = { regionId: { in: [...regionIds] }, NOT: { personId }, ownSide: false, AND: { NOT: { OR: personal } } };
  return regionIds.length > 0 ? { OR: [own, others] } : own;
}

function lineOf(row: OutboxMessage, mayRead: boolean): OutboxLine {
  const { id, subject, post, text, calendar, createdAt } = row;
  return { id, subject, post, text: mayRead ? text : null, calendar: calendar !== null, createdAt, state: stateOf(row) };
}

function stateOf({ sentAt, digestId, droppedAt, droppedWhy, failures, sendAfter, urgency }: OutboxMessage): MessageState {
  if (droppedAt) return { is: 'dropped', because: droppedWhy ?? 'it was no longer wanted' };
  if (sentAt) return digestId ? { is: 'in-digest', on: dayAt(sentAt) } : { is: 'sent', at: sentAt };
  if (failures > 0) return { is: 'trying', failures, againAt: sendAfter };
  return urgency === 'digest' ? { is: 'for-digest', on: dayAt(sendAfter) } : { is: 'waiting' };
}

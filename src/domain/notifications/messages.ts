// One message for each person and event: to whoever holds one of the posts now, acting cover too; never to the one who did it, and
// never with an address that its receiver cannot open.
import { reminderReason, type HolderOfPost } from '../chase';
import { postName, type HeldPost } from '../model';
import type { Happened } from './happened';
import { bodyOf, letter } from './letter';
import type { Notice } from './notice';
import { changedInCalendar } from './receivers';

export interface Message {
  /** `event:<event>:<person>`: the person comes last, so that a successor’s key is known. */
  key: string;
  personId: string;
  email: string;
  post: HeldPost;
  subject: string;
  text: string;
  urgency: 'now' | 'digest';
  reason: string;
  ownSide: boolean;
  /** The forum whose entry of this post goes with it as a calendar file. */
  calendarOf: string | null;
}

interface Telling {
  happened: Happened;
  notice: Notice;
  holders: readonly HolderOfPost[];
  /** May this person open the page? */
  opens: (personId: string, path: string) => boolean;
  /** Makes an address of a path. */
  address: (path: string) => string;
}

/** Who would be told, each person once, before it is asked what they may open. */
export function receiversOf({ happened, notice, holders }: Pick<Telling, 'happened' | 'notice' | 'holders'>): HolderOfPost[] {
  const told = new Map<string, HolderOfPost>();
  for (const holder of holders) {
    if (holder.personId === happened.personId || told.has(holder.personId)) continue;
    if (notice.to(holder.post, happened)) told.set(holder.personId, holder);
  }
  return [...told.values()];
}

export function messagesFor(telling: Telling): Message[] {
  const { happened, notice, opens, address } = telling;
  const step = notice.asks?.(happened) ?? null;
  const asked = step && happened.cycle ? reminderReason(happened.cycle.facts.id, step) : null;
  const told = receiversOf(telling).filter(({ personId, post }) => opens(personId, notice.opens(happened, post)));
  return told.map(({ personId, email, post }): Message => {
    const toldToo = told.filter((other) => other.personId !== personId).map((other) => salutation(other.post));
    const forum = notice.calendar ? (happened.forum ?? changedInCalendar(post, happened)) : null;
    const urgency = happened.forums && forum ? 'now' : notice.urgency;
    const body = bodyOf({ says: notice.says(happened, post), address: address(notice.opens(happened, post)), toldToo });
    return {
      key: `event:${happened.id}:${personId}`,
      personId,
      email,
      post,
      subject: notice.subject(happened, post),
      text: urgency === 'now' ? letter(salutation(post), body) : body,
      urgency,
      reason: asked ?? (forum ? `forum:${forum.id}` : ''),
      ownSide: notice.ownSide ?? false,
      calendarOf: forum?.id ?? null,
    };
  });
}

/** The post without "Acting", so that the message holds for whoever comes after. */
export function salutation(post: HeldPost): string {
  return postName({ ...post, acting: false });
}

/** The key that the same message has for another person. */
export function keyFor(key: string, personId: string): string {
  return `${key.slice(0, key.lastIndexOf(':'))}:${personId}`;
}

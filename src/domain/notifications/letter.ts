// What a message looks like: to a post, what is wanted or new, one address, who else was told. Text alone, readable in any mail program.
import { dayInWords } from '../deadlines';
import type { Day } from '../model';

export const SIGNED = 'Critical Friend';

const MOST_NAMED = 8;

/** The part that says it: alone in a letter, or with others in a digest. */
export function bodyOf({ says, address, toldToo }: { says: string; address: string; toldToo: readonly string[] }): string {
  return `${says}\n\n${address}\n\n${toldWords(toldToo)}`;
}

export function toldWords(posts: readonly string[]): string {
  const different = [...new Set(posts)];
  if (different.length === 0) return 'Nobody else was told.';
  const named = different.slice(0, MOST_NAMED);
  const more = different.length - named.length;
  if (more > 0) return `Also told: ${named.join('; ')}; and ${more} other ${more === 1 ? 'post' : 'posts'}.`;
  return `Also told: ${named.join('; ')}.`;
}

/** A message on its own, to a post. */
export function letter(post: string, body: string): string {
  return `${post},\n\n${body}\n\n${SIGNED}\n`;
}

export interface DigestItem {
  subject: string;
  body: string;
  /** "DCS, Wigan" */
  post: string;
  /** The step that is wanted, the same for every authority; null for news. */
  step: string | null;
}

/** From so many alike, one line names them all. */
const MOST_ALIKE = 3;

/** One message of a day for one person; a single item keeps its own subject. The same thing told several times stands there once. */
export function digest(name: string, items: readonly DigestItem[], today: Day, myWork: string): { subject: string; text: string } {
  const different = [...new Map(items.map((item) => [`${item.post}|${item.subject}`, item])).values()];
  const asks = gathered(different.filter(({ step }) => step !== null), myWork);
  const news = different.filter(({ step }) => step === null);
  const parts = [...section('This waits for you', asks), ...section('New since your last message', news)];
  const text = [`${name},`, ...parts, `This is today’s one message. All that is due from you stands here: ${myWork}`, SIGNED].join('\n\n');
  return { subject: subjectOf([...asks, ...news], asks.length, today), text: `${text}\n` };
}

function subjectOf(items: readonly DigestItem[], asking: number, today: Day): string {
  if (items.length === 1) return items[0]!.subject;
  const day = dayInWords(today).replace(/ \d{4}$/, '');
  if (asking === 0) return `${day}: ${items.length} things are new`;
  return asking === items.length ? `${day}: ${asking} things wait for you` : `${day}: ${asking} ${asking === 1 ? 'thing waits' : 'things wait'} for you, ${items.length - asking} new`;
}

function section(heading: string, items: readonly DigestItem[]): string[] {
  if (items.length === 0) return [];
  return [heading.toUpperCase(), ...items.map(({ subject, body, post }) => `— ${subject}\n${post}\n\n${body}`)];
}

/** One step of many authorities, for one post and by one day, is one line: "12 authorities: accept the self-view, by Friday 27 October". */
function gathered(items: readonly DigestItem[], myWork: string): DigestItem[] {
  const kinds = new Map<string, DigestItem[]>();
  for (const item of items) {
    const kind = [item.post, item.step, afterPlace(item.subject)].join('|');
    kinds.set(kind, [...(kinds.get(kind) ?? []), item]);
  }
  return [...kinds.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first || alike.length <= MOST_ALIKE) return alike;
    const places = alike.map(({ subject }) => subject.split(': ')[0]).join(', ');
    return [{ ...first, subject: `${alike.length} authorities: ${afterPlace(first.subject)}`, body: `${places}.\n\n${myWork}` }];
  });
}

function afterPlace(subject: string): string {
  return subject.slice(subject.indexOf(': ') + 2);
}

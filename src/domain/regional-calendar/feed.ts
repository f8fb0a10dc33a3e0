// What a person's own calendar holds, as their posts stand when it is read: the steps that fall to them, the forums they are invited to,
// and where the region meets. Others read calendars, so an entry says what and when, and leads to the page; nothing of what is written.
import type { CalendarEvent, DayEvent } from '../calendar';
import { decideUnasked, refuse, type Decision } from '../decision';
import { invitationEvent } from '../forums/invitation-event';
import type { Actor, HeldPost } from '../model';
import { postName } from '../model';
import { fallsTo, owes } from '../owing';
import { groupWord, placeName, plural } from '../place-names';
import type { RegionalDay } from '../regional-days';
import { whereDone } from '../step-address';
import { actWords } from '../step-words';
import { isOwed, isSettledState, type StepAt } from '../workflow';
import { datedSteps, seenDays, type CalendarCycle, type CalendarGround } from './entries';
import { isMeeting, regionsFollowed, type CalendarScope } from './scope';

export interface NewFeed {
  name: string;
  tokenHash: string;
}

export interface FeedFacts {
  id: string;
  name: string;
  revokedAt: Date | null;
}

const MOST_FEEDS = 20;

/** An address belongs to a person and not to a post, so it is no matter of the post in which they act. */
export function makeFeed(actor: Actor, own: readonly FeedFacts[], { name, tokenHash }: NewFeed, id: string): Decision<NewFeed & { id: string }> {
  return decideUnasked(() => {
    if (regionsFollowed(actor).length === 0) return refuse('no-calendar', 'None of your posts has a part in the calendar of a region.');
    if (name.trim() === '') return refuse('no-name', 'Name: say where you will use it, such as Outlook at work');
    if (own.filter(({ revokedAt }) => !revokedAt).length >= MOST_FEEDS) return refuse('too-many', `You have ${MOST_FEEDS} addresses. Revoke one that you no longer use.`);
    return { change: { id, name: name.trim(), tokenHash }, events: [{ type: 'calendar-feed.made', subjectId: id }] };
  });
}

/** Whoever made it may always revoke it, whatever posts they hold now. */
export function revokeFeed(feed: FeedFacts): Decision<{ id: string; name: string }> {
  return decideUnasked(() => {
    if (feed.revokedAt) return refuse('revoked-already', 'This address was revoked before: nobody reads anything there.');
    return { change: { id: feed.id, name: feed.name }, events: [{ type: 'calendar-feed.revoked', subjectId: feed.id }] };
  });
}

/** How often the dates of a cycle were changed, and when last. */
export interface CycleChanges {
  count: number;
  lastAt: Date;
}

export interface FeedGround extends CalendarGround {
  changes: ReadonlyMap<string, CycleChanges>;
  /** When each day was entered. */
  enteredAt: ReadonlyMap<string, Date>;
}

/** `base`: the address of the product, without a slash at its end. */
export function feedEvents(ground: FeedGround, scope: CalendarScope, base: string): CalendarEvent[] {
  return [
    ...ground.cycles.flatMap((cycle) => stepEvents(cycle, scope, { base, changes: ground.changes.get(cycle.facts.id) ?? { count: 0, lastAt: new Date(0) } })),
    ...forumEvents(ground, scope, base),
    ...seenDays(ground, scope).filter(({ kind }) => kind === 'event').map((day) => dayEvent(day, ground.enteredAt.get(day.id) ?? new Date(0), base)),
  ];
}

interface Where {
  base: string;
  changes: CycleChanges;
}

/** One entry for a step, post and day, however many authorities it is for; it goes when nothing of it is left to do. */
function stepEvents(cycle: CalendarCycle, scope: CalendarScope, where: Where): CalendarEvent[] {
  const { regionId } = scope;
  const meetings = new Map<string, StepAt[]>();
  const tasks = new Map<string, { post: HeldPost; ats: StepAt[] }>();
  for (const at of datedSteps(cycle, scope)) {
    const key = `${at.step.key}|${at.dates.dueOn}`;
    if (isMeeting(at.step)) {
      meetings.set(key, [...(meetings.get(key) ?? []), at]);
      continue;
    }
    for (const post of scope.posts) {
      if (!fallsTo(post, at, regionId) && !owes(post, at, regionId)) continue;
      const one = tasks.get(`${key}|${post.id}`);
      if (one) one.ats.push(at);
      else tasks.set(`${key}|${post.id}`, { post, ats: [at] });
    }
  }
  return [
    ...[...meetings.values()].map((ats) => meetingEvent(ats, cycle, where)),
    ...[...tasks.values()].flatMap(({ post, ats }) => (ats.some((at) => isLeft(at, post, regionId)) ? [stepEvent(post, ats, cycle, { ...where, regionId })] : [])),
  ];
}

/** Still to be done by this post: not yet open, or open and theirs. */
function isLeft(at: StepAt, post: HeldPost, regionId: string): boolean {
  return isOwed(at.state) ? owes(post, at, regionId) : !isSettledState(at.state);
}

/** The id is that of the first authority by name, done or not, so that it stays while others are done and when the day moves. */
function stepEvent(post: HeldPost, ats: readonly StepAt[], { facts }: CalendarCycle, { base, changes, regionId }: Where & { regionId: string }): DayEvent {
  const [first] = ats as [StepAt];
  const left = ats.filter((at) => isLeft(at, post, regionId));
  const at = left[0]!;
  const isOther = left.length === 1 && at.place !== null && at.place.authorityId !== post.authority?.id;
  const whom = left.length > 1 ? `${left.length} authorities` : isOther ? at.place!.name : null;
  const href = left.length > 1 ? '/my-work' : isOwed(at.state) ? whereDone(at, facts) : '/my-work';
  const words = actWords(at.step, isOwed(at.state) ? at.state.part : 'own', whom, facts.process?.words);
  return {
    uid: `step-${facts.id}-${first.step.key}-${first.scope.replaceAll(/[^a-z0-9-]/gi, '-')}-${post.id}@critical-friend`,
    sequence: changes.count,
    stampedAt: changes.lastAt,
    changedAt: changes.lastAt,
    fromOn: at.dates.dueOn,
    toOn: at.dates.dueOn,
    summary: words,
    location: '',
    description: [`Due from you as ${postName(post)}, ${facts.name}.`, ...(left.length > 1 ? [left.flatMap(({ place }) => place?.name ?? []).join(', ')] : []), '', `${base}${href}`].join('\n'),
    url: `${base}${href}`,
  };
}

function meetingEvent(ats: readonly StepAt[], { facts, definition }: CalendarCycle, { base, changes }: Where): DayEvent {
  const [at] = ats as [StepAt];
  const { step, scope, place, dates } = at;
  const whom = ats.length > 1 ? `${ats.length} ${place ? 'authorities' : plural(groupWord(definition))}` : placeName(at, facts);
  const url = `${base}/cycles/${facts.id}/dates`;
  return {
    uid: `event-${facts.id}-${step.key}-${scope.replaceAll(/[^a-z0-9-]/gi, '-')}@critical-friend`,
    sequence: changes.count,
    stampedAt: changes.lastAt,
    changedAt: changes.lastAt,
    fromOn: dates.dueOn,
    toOn: dates.dueOn,
    summary: whom ? `${step.name}: ${whom}` : step.name,
    location: '',
    description: [`${definition.title}, ${facts.name}.`, '', url].join('\n'),
    url,
  };
}

/** As in the invitation that was mailed, with the same id; nobody is asked to answer by a calendar that they follow. */
function forumEvents({ forums }: FeedGround, scope: CalendarScope, base: string): CalendarEvent[] {
  return forums.flatMap(({ forum, changedAt, invitations }) =>
    invitations.flatMap(({ postId, role }): CalendarEvent[] => {
      const post = scope.posts.find(({ id }) => id === postId);
      if (!post) return [];
      const invited = { postId, office: post.office, authorityId: post.authority?.id ?? null, role, answer: null };
      return [{ ...invitationEvent({ forum, changedAt, invited, attendee: null, url: `${base}/forums/${forum.id}` }), changedAt }];
    }),
  );
}

function dayEvent({ id, name, fromOn, toOn, authority }: RegionalDay, enteredAt: Date, base: string): DayEvent {
  const url = `${base}/calendar?month=${fromOn.slice(0, 7)}`;
  return {
    uid: `day-${id}@critical-friend`,
    sequence: 0,
    stampedAt: enteredAt,
    changedAt: enteredAt,
    fromOn,
    toOn,
    summary: authority ? `${name}: ${authority.name}` : name,
    location: '',
    description: url,
    url,
  };
}

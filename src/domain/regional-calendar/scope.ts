// Who sees which dates: a post of the region sees all of its cycles; an authority's posts see what the region does, what is their own, and
// what they have a part in elsewhere; a partner agency what it is asked for. It is dates that are seen, never how another stands.
import type { CycleFacts } from '../cycle-facts';
import { isOfRegion, OUTSIDE_OFFICES, type Actor, type HeldPost } from '../model';
import { fallsTo } from '../owing';
import { actsAs, type Party } from '../parties';
import { permits } from '../permissions';
import { isForumStep } from '../processes/derive-days';
import type { Grouping, StepDefinition } from '../processes/template';
import type { Reader } from '../readers';
import type { RegionalDay } from '../regional-days';
import type { StepAt } from '../workflow';

export interface CalendarScope {
  regionId: string;
  /** The posts that someone holds in the region, without those of outside bodies. */
  posts: readonly HeldPost[];
  /** Sees the dates of everyone. */
  whole: boolean;
  seesBoard: boolean;
  /** Authorities whose own side they are on. */
  ownIds: readonly string[];
  /** Authorities with which they work for a partner agency. */
  partnerOfIds: readonly string[];
  /** Groups that they lead. */
  groupIds: readonly string[];
  /** Authorities that they challenge. */
  hostIds: readonly string[];
}

export interface SeenCycle {
  facts: CycleFacts;
  grouping: Grouping;
  /** All of its steps for everyone. */
  steps: readonly StepAt[];
}

/** Null for someone who holds no post of the region: an outside body follows no calendar. */
export function calendarScope({ posts, challenges }: Pick<Actor, 'posts' | 'challenges'>, regionId: string): CalendarScope | null {
  const held = posts.filter((post) => post.region.id === regionId && !OUTSIDE_OFFICES.some((office) => office === post.office));
  if (held.length === 0) return null;
  return {
    regionId,
    posts: held,
    whole: held.some(isOfRegion),
    seesBoard: held.some((post) => permits('cycle.see-board', post, { regionId })),
    ownIds: held.flatMap(({ authority }) => authority?.id ?? []),
    partnerOfIds: held.flatMap(({ partnerOf }) => partnerOf?.id ?? []),
    groupIds: held.flatMap(({ group }) => group?.id ?? []),
    hostIds: challenges.filter(({ byAuthorityId }) => held.some(({ authority }) => authority?.id === byAuthorityId)).map(({ hostAuthorityId }) => hostAuthorityId),
  };
}

/** The regions of which someone follows the calendar. */
export function regionsFollowed({ posts }: Pick<Actor, 'posts'>): string[] {
  return [...new Set(posts.filter((post) => !OUTSIDE_OFFICES.some((office) => office === post.office)).map(({ region }) => region.id))];
}

export function seesStep(scope: CalendarScope, at: StepAt, { facts, grouping }: Pick<SeenCycle, 'facts' | 'grouping'>): boolean {
  const { step, place, groupId, set } = at;
  if (scope.whole || scope.posts.some((post) => fallsTo(post, at, scope.regionId))) return true;
  if (isMeeting(step) && (place?.peers ?? []).some((peer) => scope.posts.some((post) => actsAs(post, peer)))) return true;
  const isInside = scope.ownIds.length + scope.groupIds.length > 0;
  const isOwn = (authorityId: string | null | undefined) => Boolean(authorityId) && scope.ownIds.includes(authorityId!);
  switch (step.per) {
    case 'region':
    case 'wave':
      return isInside || step.event;
    case 'group':
      return scope.groupIds.includes(groupId ?? '') || facts.places.some((other) => other.groupId === groupId && isOwn(other.authorityId));
    case 'task-group':
      return isOwn(set?.leadAuthorityId) || (set?.memberIds ?? []).some(isOwn);
    case 'authority':
      return (
        isOwn(place?.authorityId) ||
        scope.groupIds.includes(groupId ?? '') ||
        (isOwn(place?.leadChallengerAuthorityId) && isForThem(step, 'lead-challenger', 'challengers')) ||
        (place?.peers ?? []).some(({ role, authorityId }) => isOwn(authorityId) && isForThem(step, `peer:${role}`, `peers:${role}`)) ||
        (grouping.is === 'made' && (set?.memberIds ?? []).some(isOwn) && (isForThem(step, 'set-members', 'set') || step.who.includes('set-lead')))
      );
  }
}

/** Those who have a part in another authority's place do something at the step, meet there, or read what it hands on. */
function isForThem(step: StepDefinition, part: Party, reader: Reader): boolean {
  return isMeeting(step) || step.who.includes(part) || (step.opensTo ?? []).includes(reader);
}

/** People meet on its day. */
export function isMeeting(step: Pick<StepDefinition, 'event' | 'due'>): boolean {
  return step.event || isForumStep(step);
}

/** Their own authority's days, the region's, and those of authorities whose dates they see. */
export function seesDay(scope: CalendarScope, { authority }: Pick<RegionalDay, 'authority'>, alsoOf: ReadonlySet<string> = new Set()): boolean {
  if (scope.whole || authority === null) return true;
  return [...scope.ownIds, ...scope.partnerOfIds, ...scope.hostIds].includes(authority.id) || alsoOf.has(authority.id);
}

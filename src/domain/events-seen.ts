// Who may read that something happened: whoever may see the document that it happened to, since they may; what happened to no document
// is for the region's own posts and for the authority concerned. Some of it stays on the authority's own side.
import { EVENTS, isOwnSideOnly, type EventType } from './events';
import type { Actor } from './model';

/** Too small and too many to be news. */
const QUIET: readonly EventType[] = ['document.saved', 'preparation.saved', 'session.noted', 'attendance.recorded', 'invitation.answered', 'paper.saved', 'figures.entered', 'pack.issued', 'pack.read', 'document.sign-off-completed'];

const NAMES = Object.keys(EVENTS) as EventType[];
export const OWN_SIDE_EVENTS: readonly EventType[] = NAMES.filter(isOwnSideOnly);
export const NEWSWORTHY: readonly EventType[] = NAMES.filter((type) => !QUIET.includes(type) && !/^(appointment|person|process)\./.test(type));

const INSIDE_REGION: readonly string[] = ['sli-coordinator', 'facilitator', 'data-group-chair', 'data-group-member', 'board-chair', 'board-member', 'regional-chair'];

export interface EventScope {
  audiences: readonly string[];
  /** Authorities whose own side the actor is on. */
  ownAuthorityIds: readonly string[];
  /** Regions of which they read what concerns any authority. */
  insideRegionIds: readonly string[];
  /** Regions whose general news they read. */
  regionIds: readonly string[];
}

export function eventScope({ posts, audiences }: Pick<Actor, 'posts' | 'audiences'>): EventScope {
  const inside = posts.filter((post) => INSIDE_REGION.includes(post.office));
  return {
    audiences,
    ownAuthorityIds: [...new Set(posts.flatMap((post) => post.authority?.id ?? []))],
    insideRegionIds: [...new Set(inside.map((post) => post.region.id))],
    regionIds: [...new Set(posts.filter((post) => post.authority || post.group || INSIDE_REGION.includes(post.office)).map((post) => post.region.id))],
  };
}

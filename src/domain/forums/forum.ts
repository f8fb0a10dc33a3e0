// What is stored about a forum: a day of one sub-region group, with a session for each of its authorities in the wave.
import type { Day, Named } from '../model';

export interface Facilitator {
  postId: string;
  /** "Facilitator, North West" */
  post: string;
  /** Who holds the post now. */
  personIds: readonly string[];
}

export interface Challenger extends Named {
  lead: boolean;
  /** Who holds the post of DCS there now. */
  directorIds: readonly string[];
}

export interface ForumSession {
  id: string;
  cycleAuthorityId: string;
  notesId: string;
  authority: Named;
  directorIds: readonly string[];
  startsAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  challengers: readonly Challenger[];
}

export interface Forum {
  id: string;
  regionId: string;
  cycleId: string;
  group: Named;
  wave: string;
  onDay: Day;
  startsAt: Date;
  endsAt: Date;
  venue: string;
  room: string;
  facilitator: Facilitator | null;
  sequence: number;
  cancelledAt: Date | null;
  cancelledWhy: string | null;
  heldAt: Date | null;
  /** In the order of the day. */
  sessions: readonly ForumSession[];
}

/** Words for sentences: "the Trafford group’s forum". */
export function forumName(forum: Pick<Forum, 'group'>): string {
  return `the ${forum.group.name} group’s forum`;
}

export function isUnderWay(forum: Pick<Forum, 'sessions'>): boolean {
  return forum.sessions.some((session) => session.endedAt !== null);
}

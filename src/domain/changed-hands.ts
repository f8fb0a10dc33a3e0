// Posts that are held by somebody else than when a cycle was opened, or by nobody: what was agreed with their holders then may have to be
// said again. The post is named, never the person.
import { addDays } from './deadlines';
import type { Day } from './model';

export interface PostOverTime {
  id: string;
  /** "DCS, Bury" */
  name: string;
  /** Without cover: whoever stands in for a holder does not take the post over. */
  held: readonly { personId: string; startsOn: Day; endsOn: Day | null }[];
}

export interface ChangedHands {
  postId: string;
  post: string;
  isVacant: boolean;
  /** When its holder of then left. */
  since: Day;
}

export function changedHands(posts: readonly PostOverTime[], { from, to }: { from: Day; to: Day }): ChangedHands[] {
  return posts.flatMap((post): ChangedHands[] => {
    const [before, now] = [holderOn(post, from), holderOn(post, to)];
    if (!before || now?.personId === before.personId) return [];
    const left = before.endsOn ? addDays(before.endsOn, 1) : now!.startsOn;
    return [{ postId: post.id, post: post.name, isVacant: now === null, since: left }];
  });
}

function holderOn({ held }: PostOverTime, on: Day) {
  const there = held.filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on));
  return there.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)).at(-1) ?? null;
}

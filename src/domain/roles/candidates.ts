// Everyone who might be found for a part, the freest first: what bars or warns stands beside each, before anyone is asked.
import { clashesOf, loadOf, type Clash } from './clashes';
import { postsFor, type RolePost, type RolesFacts } from './role-facts';
import type { RoleDefinition } from '../processes/template';
import { clashingDays, daysOfPart, type EventDay } from './busy-days';

export interface Candidate {
  /** What the form sends: the authority, or the authority and the post. */
  value: string;
  authorityId: string;
  name: string;
  post: RolePost | null;
  barred: readonly Clash[];
  warned: readonly Clash[];
  /** What else they have on the days of the part. */
  busy: readonly string[];
  now: number;
  year: number;
}

export function candidatesFor(facts: RolesFacts, role: RoleDefinition, hostId: string, days: readonly EventDay[]): Candidate[] {
  const wanted = daysOfPart(days, role.key, hostId);
  const all = facts.authorities.flatMap(({ id, name }): Candidate[] => {
    const posts = role.named ? postsFor(facts, role, id) : [];
    const choices = posts.length > 0 ? posts : [null];
    return choices.map((post) => ({
      value: post ? `${id}/${post.id}` : id,
      authorityId: id,
      name,
      post,
      ...clashesOf(facts, { role, hostId, peerId: id, postId: post?.id ?? null }),
      busy: clashingDays(days, wanted, id),
      ...loadOf(facts, id, post?.id ?? null),
    }));
  });
  const rank = ({ barred, warned, busy }: Candidate) => (barred.length > 0 ? 3 : warned.length > 0 ? 2 : busy.length > 0 ? 1 : 0);
  return all.filter(({ authorityId }) => authorityId !== hostId).sort((a, b) => rank(a) - rank(b) || a.now - b.now || a.year - b.year || a.name.localeCompare(b.name, 'en-GB'));
}

/** What the form sends, taken apart again. */
export function choiceOf(value: string): { peerId: string; postId: string | null } {
  const [peerId = '', postId] = value.split('/');
  return { peerId, postId: postId || null };
}

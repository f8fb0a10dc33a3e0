// The post in which someone reads boards: those of the region as a whole do; an authority's people have its page (permissions, `cycle.see-board`).
import type { Actor, HeldPost } from './model';
import { permits } from './permissions';

/** The one they act in first; null for someone who has only an authority's page, or nothing. */
export function boardPost({ as, posts }: Pick<Actor, 'as' | 'posts'>): HeldPost | null {
  const inOrder = as ? [as, ...posts] : posts;
  return inOrder.find((post) => permits('cycle.see-board', post, { regionId: post.region.id })) ?? null;
}

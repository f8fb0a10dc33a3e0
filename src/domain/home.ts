// Which page stands for "the cycle" for someone who does not read the board: that of their own authority, or of the one they work with.
import type { Actor, HeldPost } from './model';

export function ownAuthority(actor: Actor): HeldPost['authority'] {
  const inOrder = actor.as ? [actor.as, ...actor.posts] : actor.posts;
  return inOrder.find((post) => post.authority)?.authority ?? inOrder.find((post) => post.partnerOf)?.partnerOf ?? null;
}

export function authorityHome(actor: Actor, cycleId: string | null): string | null {
  const own = ownAuthority(actor);
  return own ? `/authorities/${own.slug}${cycleId ? `?cycle=${cycleId}` : ''}` : null;
}

// Which page stands for "the cycle" for someone who does not read the board: that of their own authority, or of the one they work with.
import type { Actor } from './model';

export function authorityHome(actor: Actor, cycleId: string | null): string | null {
  const inOrder = actor.as ? [actor.as, ...actor.posts] : actor.posts;
  const own = inOrder.find((post) => post.authority)?.authority ?? inOrder.find((post) => post.partnerOf)?.partnerOf ?? null;
  return own ? `/authorities/${own.slug}${cycleId ? `?cycle=${cycleId}` : ''}` : null;
}

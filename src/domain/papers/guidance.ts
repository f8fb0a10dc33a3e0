// What a process says about a paper stands beside it for those who do something there: a moderator is not told what the region issues.
import { isOfRegion, type HeldPost } from '../model';
import { relationsAt } from '../owing';
import { writesFor } from '../parties';
import type { StepAt } from '../workflow';

/** Of the steps of one paper, those whose guidance these posts are to read: their own; everyone's for a post of the region. */
export function guidanceFor(posts: readonly HeldPost[], steps: readonly StepAt[], regionId: string): StepAt[] {
  return steps.filter((at) => at.step.guidance !== '' && at.state.is !== 'not-needed' && posts.some((post) => (isOfRegion(post) && post.region.id === regionId) || at.step.who.some((party) => writesFor(party, post, relationsAt(at, regionId)))));
}

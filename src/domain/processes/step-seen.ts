// Who may look at a step: those whose it is, those who read the board, and those of the place that it stands for. What a partner agency
// or another authority may look at is the steps in which it has a part, and no others (4-documents-teams-confidentiality.md).
import { followsRegion, OUTSIDE_OFFICES, type Actor, type HeldPost } from '../model';
import { fallsTo, owes } from '../owing';
import { permits } from '../permissions';
import type { StepAt } from '../workflow';

export function maySeeStep(actor: Pick<Actor, 'posts'>, regionId: string, at: StepAt): boolean {
  return actor.posts.some((post) => post.region.id === regionId && !isOutside(post) && (isOf(post, at) || hasPart(post, at, regionId) || permits('cycle.see-board', post, { regionId })));
}

const isOutside = ({ office }: HeldPost) => OUTSIDE_OFFICES.some((outside) => outside === office);

const hasPart = (post: HeldPost, at: StepAt, regionId: string) => fallsTo(post, at, regionId) || owes(post, at, regionId);

/** Of the place that the step stands for: the authority itself, a set of which it is one, the lead of the group; what is the whole region's is everyone's. */
function isOf(post: HeldPost, { step, place, groupId, set }: StepAt): boolean {
  switch (step.per) {
    case 'region':
    case 'wave':
      return followsRegion(post);
    case 'authority':
      return isAt(post, place?.authorityId) || (groupId !== null && post.group?.id === groupId);
    case 'group':
    case 'task-group':
      return post.group?.id === groupId || (set?.memberIds ?? []).some((id) => isAt(post, id)) || isAt(post, set?.leadAuthorityId);
  }
}

function isAt({ authority }: HeldPost, authorityId: string | null | undefined): boolean {
  return authority !== null && authority.id === authorityId;
}

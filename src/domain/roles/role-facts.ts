// Parts that authorities have in one another's places, now and before: what a choice is made and judged from.
import type { Day, Named, Office } from '../model';
import { roleName } from '../parties';
import type { TwoAuthorities } from '../processes/in-conflict';
import type { ProcessTemplateDefinition, RoleDefinition } from '../processes/template';

/** What the lead peer challenger is among the roles of a process, whether found in turn or by hand. */
export const LEAD_ROLE = 'lead-challenger';

const LEAD: RoleDefinition = { key: LEAD_ROLE, name: 'lead peer challenger', each: 1, offices: ['dcs'], found: 'by-hand', mutual: true, named: false };

/** The roles of a process, that of the lead peer challenger first where it has them. */
export function rolesOf({ roles, leads }: Pick<ProcessTemplateDefinition, 'roles' | 'leads'>): RoleDefinition[] {
  return leads === 'none' || roles.some(({ key }) => key === LEAD_ROLE) ? [...roles] : [LEAD, ...roles];
}

/** One authority's part in another's place. */
export interface Part {
  /** Of a lead found in turn at opening, that nobody has written a row for: "lead:<place>". */
  id: string;
  cycleId: string;
  /** "2016/17" */
  cycle: string;
  role: string;
  hostId: string;
  peerId: string;
  postId: string | null;
  from: Day;
  /** The day on which it was ended, or the cycle closed; null while it goes on. */
  until: Day | null;
}

export interface RolePlace extends Named {
  cycleAuthorityId: string;
  slug: string;
  groupId: string;
  withdrew: boolean;
}

/** A post that could act in a role, and who holds it today. */
export interface RolePost {
  id: string;
  authorityId: string;
  office: Office;
  /** "Data lead", "Assistant Director (Education)" */
  name: string;
  holderIds: readonly string[];
  holders: readonly string[];
}

export interface RolesFacts {
  cycle: { id: string; regionId: string; name: string; closedOn: Day | null };
  definition: Pick<ProcessTemplateDefinition, 'papers' | 'grouping' | 'roles' | 'leads'>;
  /** By name of the authority, each once: `id` is the authority's. */
  places: readonly RolePlace[];
  /** Of the region, as it is today: whoever could be found. */
  authorities: readonly Named[];
  /** Those of the open cycles, of the last twelve months, and of the two rounds before. */
  parts: readonly Part[];
  /** The last two cycles of the same process. */
  earlierRoundIds: readonly string[];
  /** That stand today. */
  conflicts: readonly TwoAuthorities[];
  /** Of the offices that act in a role, at every authority. */
  posts: readonly RolePost[];
  /** Person → the authorities at which they hold or held a post, of its own side or of an agency beside it, and until when; null while they do. */
  sides: ReadonlyMap<string, readonly { authorityId: string; until: Day | null }[]>;
  today: Day;
}

export function roleCalled({ definition }: Pick<RolesFacts, 'definition'>, key: string): RoleDefinition | null {
  return rolesOf(definition).find((role) => role.key === key) ?? null;
}

/** Who has the role in that place now, in the order of finding. */
export function foundFor({ cycle, parts }: Pick<RolesFacts, 'cycle' | 'parts'>, role: string, hostId: string): Part[] {
  return parts.filter((part) => part.cycleId === cycle.id && part.until === null && part.role === role && part.hostId === hostId);
}

/** How many are still to be found. */
export function missingOf(facts: Pick<RolesFacts, 'cycle' | 'parts'>, role: RoleDefinition, place: Pick<RolePlace, 'id' | 'withdrew'>): number {
  return place.withdrew ? 0 : Math.max(0, role.each - foundFor(facts, role.key, place.id).length);
}

export function nameOf({ authorities, places }: Pick<RolesFacts, 'authorities' | 'places'>, id: string): string {
  return authorities.find((one) => one.id === id)?.name ?? places.find((one) => one.id === id)?.name ?? '';
}

/** "moderator", "lead peer challenger": by its key, as the process calls it. */
export function nameOfRole({ definition }: Pick<RolesFacts, 'definition'>, key: string): string {
  return roleName(key, { roles: [...definition.roles, LEAD] });
}

/** The posts of an authority that act in the role. */
export function postsFor({ posts }: Pick<RolesFacts, 'posts'>, { offices }: Pick<RoleDefinition, 'offices'>, authorityId: string): RolePost[] {
  return posts.filter((post) => post.authorityId === authorityId && offices.includes(post.office));
}

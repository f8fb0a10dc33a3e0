// The cast without a database: the posts that each holds on an ordinary day of the 2017/18 cycle.
import { sideOf, type HeldPost } from '@/domain/model';
import { PARTS, ROLES, type Part, type Role } from './parts';

const NORTH_WEST = { id: 'north-west', name: 'North West' };

export interface Capacity {
  role: Role;
  /** null for someone who holds no post now. */
  as: HeldPost | null;
}

/** Everyone in every post that they hold now; who has left or never had one stands in it once, with none. */
export const CAPACITIES: readonly Capacity[] = ROLES.flatMap((role): Capacity[] => {
  const held = (PARTS[role] as unknown as Part).posts.filter((post) => !post.until);
  return held.length === 0 ? [{ role, as: null }] : held.map((post) => ({ role, as: heldPost(role, post) }));
});

function heldPost(role: Role, { office, authority, group, region, remit = '', acting }: Part['posts'][number]): HeldPost {
  return {
    id: `${role}/${office}`,
    office,
    remit,
    acting: acting ?? false,
    region: region && region !== NORTH_WEST.name ? { id: region, name: region } : NORTH_WEST,
    group: group ? { id: group, name: group } : null,
    ...sideOf(office, authority ? { id: authority, name: authority, slug: authority.toLowerCase() } : null),
  };
}

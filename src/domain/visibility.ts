// Who may see what: a document is seen by the audiences that it has been shared with, since when and why; nobody else.
// The same keys become a predicate here and a `where` in server/visible.ts. No audience means nothing, never everything.
import type { Actor, Challenge, HeldPost, Office } from './model';
import { roleName, type NamesRoles } from './parties';

export type Audience = string;

export const audience = {
  authority: (authorityId: string): Audience => `authority:${authorityId}`,
  /** DCSs and Assistant Directors who challenge this authority in this cycle, and its lead peer challenger. */
  challengers: (cycleAuthorityId: string): Audience => `challengers:${cycleAuthorityId}`,
  /** Those who have this role in the authority's place; and the one of them who writes a paper of their own. */
  peers: (cycleAuthorityId: string, role: string): Audience => `peers:${cycleAuthorityId}:${role}`,
  peer: (peerId: string): Audience => `peer:${peerId}`,
  /** DCSs and their teams of the authorities of a pair, a triad or a task and finish group. */
  set: (groupId: string): Audience => `set:${groupId}`,
  partners: (authorityId: string): Audience => `partners:${authorityId}`,
  groupLead: (groupId: string): Audience => `group-lead:${groupId}`,
  directors: (regionId: string): Audience => `directors:${regionId}`,
  /** Every authority of the region, and every partner agency that works with one. */
  authorities: (regionId: string): Audience => `authorities:${regionId}`,
  allPartners: (regionId: string): Audience => `all-partners:${regionId}`,
  regionTeam: (regionId: string): Audience => `region-team:${regionId}`,
  dataGroup: (regionId: string): Audience => `data-group:${regionId}`,
  board: (regionId: string): Audience => `board:${regionId}`,
  outside: (body: 'ofsted' | 'lga' | 'dfe', regionId: string): Audience => `${body}:${regionId}`,
};

const AUDIENCE_OF: Partial<Record<Office, (regionId: string) => Audience>> = {
  'sli-coordinator': audience.regionTeam,
  facilitator: audience.regionTeam,
  'data-group-chair': audience.dataGroup,
  'data-group-member': audience.dataGroup,
  'board-chair': audience.board,
  'board-member': audience.board,
  'regional-chair': audience.board,
  ofsted: (regionId) => audience.outside('ofsted', regionId),
  lga: (regionId) => audience.outside('lga', regionId),
  dfe: (regionId) => audience.outside('dfe', regionId),
};

/** The audiences that someone belongs to by the posts they hold now; `given` are those of the peers and sets of open cycles. */
export function audiencesOf(posts: readonly HeldPost[], challenges: readonly Challenge[], given: readonly Audience[] = []): Audience[] {
  const keys = new Set<Audience>(given);
  for (const post of posts) {
    if (post.partnerOf) {
      keys.add(audience.partners(post.partnerOf.id));
      keys.add(audience.allPartners(post.region.id));
      continue;
    }
    if (post.authority) {
      keys.add(audience.authority(post.authority.id));
      keys.add(audience.authorities(post.region.id));
    }
    if (post.authority && post.office === 'dcs') keys.add(audience.directors(post.region.id));
    if (post.group && post.office === 'group-lead') keys.add(audience.groupLead(post.group.id));
    if (!post.authority && !post.group) {
      const key = AUDIENCE_OF[post.office]?.(post.region.id);
      if (key) keys.add(key);
    }
  }
  for (const challenge of challenges) keys.add(audience.challengers(challenge.cycleAuthorityId));
  return [...keys];
}

export interface Shared {
  audience: Audience;
  because: string;
  sinceAt: Date;
  frozenOnly: boolean;
  untilAt: Date | null;
  revokedAt: Date | null;
}

export function isLive(share: Shared, now: Date): boolean {
  return !share.revokedAt && share.sinceAt <= now && (!share.untilAt || share.untilAt > now);
}

export function canSee(actor: Pick<Actor, 'audiences'>, shares: readonly Shared[], now: Date): boolean {
  return shares.some((share) => isLive(share, now) && actor.audiences.includes(share.audience));
}

/** The live draft, or only what has been frozen and sent? */
export function seesDraft(actor: Pick<Actor, 'audiences'>, shares: readonly Shared[], now: Date): boolean {
  return shares.some((share) => isLive(share, now) && !share.frozenOnly && actor.audiences.includes(share.audience));
}

/** What the places of a document are called; `peer` is the authority whose paper it is. */
export interface AudienceNames {
  roles: NamesRoles['roles'];
  authority?: string;
  group?: string;
  region: string;
  peer?: string;
}

/** "the authority itself", "the region's data group": the plain words for an audience key. */
export function audienceName(key: Audience, names: AudienceNames): string {
  const [kind, , role = ''] = key.split(':');
  switch (kind) {
    case 'authority':
      return names.authority ?? `those who were in ${names.group ?? 'it'} when this was written`;
    case 'challengers':
      return `the Directors and Assistant Directors who challenge ${names.authority ?? 'it'}`;
    case 'peers':
      return `those found as ${roleName(role, names)} for ${names.authority ?? 'it'}`;
    case 'peer':
      return names.peer ? `those of ${names.peer} who were found for it` : 'the one who writes it';
    case 'set':
      return `the Directors and teams of ${names.group ?? 'its set'}`;
    case 'partners':
      return `the partner agencies of ${names.authority ?? 'the authority'}`;
    case 'group-lead':
      return `the lead of the ${names.group ?? ''} group`.replace('  ', ' ');
    case 'directors':
      return `the Directors of the ${names.region}`;
    case 'authorities':
      return `every authority of the ${names.region}`;
    case 'all-partners':
      return `the partner agencies of every authority of the ${names.region}`;
    case 'region-team':
      return `the ${names.region} team`;
    case 'data-group':
      return 'the data group';
    case 'board':
      return 'the SLI Board';
    case 'ofsted':
      return 'Ofsted';
    case 'lga':
      return 'the LGA';
    case 'dfe':
      return 'the DfE';
    default:
      return key;
  }
}

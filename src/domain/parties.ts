// Who has a part in a step or a paper of a process: a post of the authority that it is about, of another authority that the process has
// brought to it (its lead peer challenger, a moderator, a member of its set), of its partners, of its group, or of the region.
import { isPartner, OFFICE_NAMES, type HeldPost, type Office } from './model';

/** An office where the thing stands; or a part that the process gives to another authority. */
export type Party = Office | 'lead-challenger' | 'set-lead' | 'set-members' | `peer:${string}`;

/** Another authority with a role in this one's place. */
export interface Peer {
  id: string;
  role: string;
  authorityId: string;
  offices: readonly Office[];
  /** The one post that does it; null: any of the offices at that authority. */
  postId: string | null;
}

/** A pair, a triad, a task and finish group: whose DCS leads it, and who is in it. */
export interface PartySet {
  id: string;
  leadAuthorityId: string | null;
  /** Whose Assistant Director leads a task and finish group with that Director. */
  adLeadAuthorityId?: string | null | undefined;
  memberIds: readonly string[];
}

/** Where the thing stands, as far as parties go. */
export interface Relations {
  regionId: string;
  authorityId?: string | null;
  groupId?: string | null;
  leadChallengerAuthorityId?: string | null;
  peers?: readonly Peer[];
  set?: PartySet | null;
}

export type Holder = Pick<HeldPost, 'office' | 'authority' | 'group' | 'region' | 'partnerOf'> & { id?: string };

/** Is this post the party there? The DCS is the post for every part that falls to an authority as a whole. */
export function isParty(party: Party, post: Holder, at: Relations): boolean {
  if (party === 'lead-challenger') return isDirectorOf(post, at.leadChallengerAuthorityId);
  if (party === 'set-lead') return isDirectorOf(post, at.set?.leadAuthorityId);
  if (party === 'set-members') return Boolean(post.authority) && isDirectorOf(post, at.set?.memberIds.find((id) => id === post.authority!.id));
  if (isPeerParty(party)) return (at.peers ?? []).some((peer) => peer.role === roleOf(party) && actsAs(post, peer));
  if (post.office !== party) return false;
  if (isPartner(post.office)) return Boolean(at.authorityId) && post.partnerOf?.id === at.authorityId;
  if (post.authority) return post.authority.id === at.authorityId;
  if (post.group) return post.group.id === at.groupId;
  return post.region.id === at.regionId;
}

/** Does the post act for this peer: one of its offices at that authority, or the one post that was named? */
export function actsAs(post: Holder, peer: Pick<Peer, 'authorityId' | 'offices' | 'postId'>): boolean {
  const at = post.authority?.id ?? post.partnerOf?.id;
  return at === peer.authorityId && (peer.postId ? post.id === peer.postId : peer.offices.includes(post.office));
}

/** May this post write for the party: the party itself, and those who work with it? */
export function writesFor(party: Party, post: Holder, at: Relations): boolean {
  if (isParty(party, post, at)) return true;
  if (party === 'set-lead' && leadsBeside(post, at.set)) return true;
  const [office, ...others] = WITH[isOffice(party) ? party : isPeerParty(party) ? 'peer' : 'director'] ?? [];
  return [office, ...others].some((helper) => helper !== undefined && isBeside(helper, party, post, at));
}

/** The Assistant Director who leads a task and finish group with its Director. */
export function leadsBeside(post: Holder, set: Relations['set']): boolean {
  return post.office === 'assistant-director' && post.authority !== null && post.authority.id === set?.adLeadAuthorityId;
}

/** Those who write beside the one whose part it is. */
const WITH: Partial<Record<Office | 'director' | 'peer', readonly Office[]>> = {
  dcs: ['assistant-director', 'policy-officer', 'data-lead'],
  director: ['assistant-director', 'policy-officer', 'data-lead'],
  'partnership-chair': ['partnership-manager'],
  'sli-coordinator': ['facilitator'],
  'data-group-chair': ['data-group-member'],
  'group-lead': ['sli-coordinator', 'facilitator'],
};

function isBeside(helper: Office, party: Party, post: Holder, at: Relations): boolean {
  if (post.office !== helper) return false;
  if (isOffice(party)) return isParty(helper, post, at);
  const director = { ...post, office: 'dcs' as const };
  return post.authority !== null && isParty(party, director, at);
}

function isDirectorOf(post: Holder, authorityId: string | null | undefined): boolean {
  return Boolean(authorityId) && post.office === 'dcs' && post.authority?.id === authorityId;
}

export const isPeerParty = (party: Party): party is `peer:${string}` => party.startsWith('peer:');

/** "peer:moderator" → "moderator" */
export const roleOf = (party: Party): string => party.slice('peer:'.length);

export function isOffice(party: Party): party is Office {
  return party !== 'lead-challenger' && party !== 'set-lead' && party !== 'set-members' && !isPeerParty(party);
}

/** What a version of a process calls its roles: the template itself, the facts of a cycle or of a document. */
export interface NamesRoles {
  roles?: readonly { key: string; name: string }[] | undefined;
}

/** "moderator", as the process calls it within a sentence; of a role that it has no longer, its key in words. */
export function roleName(role: string, { roles = [] }: NamesRoles): string {
  return roles.find(({ key }) => key === role)?.name ?? role.replaceAll('-', ' ');
}

/** "DCS", "lead peer challenger", "moderator", "DCS of each member", as they stand within a sentence or a list of posts. */
export function partyName(party: Party, process: NamesRoles): string {
  if (isOffice(party)) return OFFICE_NAMES[party];
  return isPeerParty(party) ? roleName(roleOf(party), process) : PART_NAMES[party];
}

/** "Moderator": as it stands alone. */
export function partyTitle(party: Party, process: NamesRoles): string {
  const name = partyName(party, process);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const PART_NAMES = { 'lead-challenger': 'lead peer challenger', 'set-lead': 'leading DCS', 'set-members': 'DCS of each member' } as const;

/** One post, or one authority's, that must act for a party. `key` is what a signature is kept as. */
export interface Required {
  key: string;
  party: Party;
  /** Of a part that several authorities have; null where the party is one post. */
  authorityId: string | null;
}

/** Every one who must act where the parties are named: each peer of a role, each member of a set. A part that nobody has yet stands there too. */
export function requiredOf(parties: readonly Party[], at: Relations): Required[] {
  return parties.flatMap((party): Required[] => {
    if (isOffice(party)) return [{ key: party, party, authorityId: null }];
    const holders = holdersOf(party, at);
    return holders.length === 0 ? [{ key: `${party}@`, party, authorityId: null }] : holders.map((authorityId) => ({ key: `${party}@${authorityId}`, party, authorityId }));
  });
}

/** The authorities that have a part: the peers of a role, the members of a set, the lead. */
export function holdersOf(party: Party, at: Relations): string[] {
  return partsOf(party, at).map(({ authorityId }) => authorityId);
}

/** A part that an authority has in a place, and which of its offices act in it. */
export interface PartThere {
  authorityId: string;
  offices: readonly Office[];
}

export function partsOf(party: Party, at: Relations): PartThere[] {
  if (isPeerParty(party)) return (at.peers ?? []).filter(({ role }) => role === roleOf(party));
  if (party === 'set-members') return (at.set?.memberIds ?? []).map(ofDirector);
  const one = party === 'set-lead' ? at.set?.leadAuthorityId : party === 'lead-challenger' ? at.leadChallengerAuthorityId : null;
  return one ? [ofDirector(one)] : [];
}

const ofDirector = (authorityId: string): PartThere => ({ authorityId, offices: ['dcs'] });

/** What a signature for another authority than the document's is kept as: the part, and for which authority. Null for the document's own posts. */
export function partyKept(party: Party, post: Pick<HeldPost, 'authority' | 'partnerOf'>): string | null {
  return isOffice(party) ? null : `${party}@${post.authority?.id ?? post.partnerOf?.id ?? ''}`;
}

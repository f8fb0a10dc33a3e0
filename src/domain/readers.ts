// To whom the process opens a document at a step; the audience that it stands for where the document is (visibility.ts).
import { isPartner } from './model';
import { isPeerParty, roleOf, type Party } from './parties';
import { audience, type Audience } from './visibility';

/** `authorities` and `all-partners` are those of every authority of the region: for what the region issues to everyone. */
export const READERS = ['authority', 'partners', 'challengers', 'set', 'group-lead', 'directors', 'authorities', 'all-partners', 'region-team', 'data-group', 'board'] as const;
/** "peers:moderator" are those who have that role in the authority's place. */
export type Reader = (typeof READERS)[number] | `peers:${string}`;

interface Standing {
  regionId: string;
  authorityId: string | null;
  cycleAuthorityId: string | null;
  groupId: string | null;
}

/** Null where the document stands at no such place: a paper of the region has no challengers. */
export function audienceFor(reader: Reader, { regionId, authorityId, cycleAuthorityId, groupId }: Standing): Audience | null {
  if (reader.startsWith('peers:')) return cycleAuthorityId && audience.peers(cycleAuthorityId, reader.slice('peers:'.length));
  switch (reader as (typeof READERS)[number]) {
    case 'authority':
      return authorityId && audience.authority(authorityId);
    case 'partners':
      return authorityId && audience.partners(authorityId);
    case 'challengers':
      return cycleAuthorityId && audience.challengers(cycleAuthorityId);
    case 'set':
      return groupId && audience.set(groupId);
    case 'group-lead':
      return groupId && audience.groupLead(groupId);
    case 'directors':
      return audience.directors(regionId);
    case 'authorities':
      return audience.authorities(regionId);
    case 'all-partners':
      return audience.allPartners(regionId);
    case 'region-team':
      return audience.regionTeam(regionId);
    case 'data-group':
      return audience.dataGroup(regionId);
    case 'board':
      return audience.board(regionId);
  }
}

/** Those who act for a party where the document stands; `peerId` is the one peer whose paper it is, else every peer of the role. */
export function audienceOfParty(party: Party, at: Standing & { peerId?: string | null }): Audience | null {
  if (isPeerParty(party)) return at.peerId ? audience.peer(at.peerId) : at.cycleAuthorityId && audience.peers(at.cycleAuthorityId, roleOf(party));
  switch (party) {
    case 'lead-challenger':
      return audienceFor('challengers', at);
    case 'set-lead':
    case 'set-members':
      return audienceFor('set', at);
    case 'group-lead':
      return audienceFor('group-lead', at);
    case 'sli-coordinator':
    case 'facilitator':
      return audienceFor('region-team', at);
    case 'data-group-chair':
    case 'data-group-member':
      return audienceFor('data-group', at);
    case 'board-chair':
    case 'board-member':
    case 'regional-chair':
      return audienceFor('board', at);
    case 'ofsted':
    case 'lga':
    case 'dfe':
      return null;
    default:
      return isPartner(party) ? audienceFor('partners', at) : audienceFor('authority', at);
  }
}

// The policy, literal: every person of the cast, in every post that they hold, against every permission. The subject is always Wigan
// in the Trafford group, challenged by Halton (whose DCS is lead peer challenger), with a section given to its contributor, a paper that
// the lead peer challenger and the police write, and a step that its policy officer owes with its moderator, Stockport.
import { describe, expect, it } from 'vitest';
import { capacityFor, PERMISSION_NAMES, permits, type Subject } from '@/domain/permissions';
import { CAPACITIES } from '../support/cast-in-memory';
import { POLICY } from './policy';

const WIGAN: Subject = {
  regionId: 'north-west',
  authorityId: 'Wigan',
  groupId: 'Trafford',
  leadChallengerAuthorityId: 'Halton',
  challengerAuthorityIds: ['Halton'],
  signatories: ['dcs', 'lead-member', 'chief-executive'],
  givenToPostIds: ['wiganContributor/contributor'],
  writers: ['lead-challenger', 'police-partner'],
  parties: ['policy-officer', 'peer:moderator'],
  peers: [{ id: '1', role: 'moderator', authorityId: 'Stockport', offices: ['dcs'], postId: null }],
};

const nameOf = ({ role, as }: (typeof CAPACITIES)[number]) => (as ? `${role} as ${as.office}` : role);

describe('who may do what', () => {
  it.each(PERMISSION_NAMES)('%s is for those whom the policy names, and for nobody else', (permission) => {
    const may = CAPACITIES.filter(({ as }) => as && permits(permission, as, WIGAN)).map(nameOf);
    expect(may).toEqual(POLICY[permission]);
  });

  it('nobody without a post may anything', () => {
    const without = CAPACITIES.filter(({ as }) => as === null).map(({ role }) => role);
    expect(without).toEqual(['formerWiganDcs', 'nobody']);
  });

  it('a subject without an authority opens nothing to the posts of authorities', () => {
    const regional: Subject = { regionId: 'north-west' };
    const opened = CAPACITIES.filter(({ as }) => as?.authority).flatMap(({ as }) => PERMISSION_NAMES.filter((permission) => permits(permission, as!, regional)));
    expect(opened).toEqual([]);
  });

  it('a post of another region may nothing here', () => {
    const strangers = CAPACITIES.filter(({ as }) => as && as.region.id !== 'north-west');
    expect(strangers.map(nameOf)).toEqual(['otherRegionsCoordinator as sli-coordinator']);
    expect(strangers.flatMap(({ as }) => PERMISSION_NAMES.filter((permission) => permits(permission, as!, WIGAN)))).toEqual([]);
  });

  it('someone with two posts acts in the one that may', () => {
    const posts = CAPACITIES.filter(({ role }) => role === 'traffordDcs').map(({ as }) => as!);
    const actor = { personId: '1', name: 'Trafford Director', posts, as: posts[0]!, challenges: [], audiences: [] };
    expect(capacityFor(actor, 'action.review', WIGAN)?.office).toBe('group-lead');
    expect(capacityFor(actor, 'self-view.submit', WIGAN)).toBeNull();
  });
});

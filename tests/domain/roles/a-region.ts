// Wigan, Halton, Trafford and Stockport in two pairs; nobody has been found for anything unless told.
import type { Actor, HeldPost, Office } from '@/domain/model';
import type { Part, RolePost, RolesFacts } from '@/domain/roles/role-facts';
import type { RoleDefinition } from '@/domain/processes/template';

export const NAMES = ['Halton', 'Stockport', 'Trafford', 'Wigan'];
const PAIR: Record<string, string> = { Wigan: 'one', Halton: 'one', Trafford: 'two', Stockport: 'two' };

const role = (key: string, more: Partial<RoleDefinition> = {}): RoleDefinition => ({ key, name: key, each: 2, offices: ['dcs', 'data-lead'], found: 'rotation', mutual: false, named: false, ...more });
export const MODERATOR = role('moderator');
export const SPECIALIST = role('specialist', { each: 1, offices: ['data-lead'], named: true, mutual: true });
export const PARTNER = role('partner', { each: 1, offices: ['dcs'], found: 'set', mutual: true });

const post = (authorityId: string, office: Office): RolePost => ({ id: `${authorityId}/${office}`, authorityId, office, name: office, holderIds: [`${authorityId}/${office}/person`], holders: [`${office} of ${authorityId}`] });

export function part(roleKey: string, hostId: string, peerId: string, more: Partial<Part> = {}): Part {
  return { id: `${roleKey}:${hostId}:${peerId}`, cycleId: 'this', cycle: '2017/18', role: roleKey, hostId, peerId, postId: null, from: '2017-09-01', until: null, ...more };
}

export function aRegion(more: Partial<RolesFacts> = {}): RolesFacts {
  return {
    cycle: { id: 'this', regionId: 'region', name: '2017/18', closedOn: null },
    definition: { papers: [], grouping: { is: 'made', word: 'pair', sizes: [2] }, roles: [MODERATOR, SPECIALIST, PARTNER], leads: 'by-hand' },
    places: NAMES.map((name) => ({ id: name, name, slug: name.toLowerCase(), cycleAuthorityId: `place/${name}`, groupId: PAIR[name]!, withdrew: false })),
    authorities: [...NAMES, 'Bury'].map((name) => ({ id: name, name })),
    parts: [],
    earlierRoundIds: ['last', 'before'],
    conflicts: [],
    posts: [...NAMES, 'Bury'].flatMap((name) => [post(name, 'dcs'), ...(name === 'Bury' ? [] : [post(name, 'data-lead')])]),
    sides: new Map(),
    today: '2017-10-20',
    ...more,
  };
}

const held = (office: Office): HeldPost => ({ id: office, office, remit: '', acting: false, region: { id: 'region', name: 'North West' }, group: null, authority: null });
const actorAs = (as: HeldPost): Actor => ({ personId: 'me', name: 'Me', posts: [as], as, challenges: [], audiences: [] });
export const coordinator = actorAs(held('sli-coordinator'));
export const facilitator = actorAs(held('facilitator'));

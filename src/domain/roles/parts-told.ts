// Parts as an event names them, so that whoever acts for one is told when it comes to them or ends: an event holds plain values only.
import { OFFICES } from '../model';
import { actsAs, type Holder, type Peer } from '../parties';

type ActedFor = Pick<Peer, 'authorityId' | 'offices' | 'postId'>;

/** "<authority>/<the one post>/" or "<authority>//<office>,<office>", one after the other, each once. */
export function partsInEvent(parts: readonly ActedFor[]): string {
  return [...new Set(parts.map(({ authorityId, postId, offices }) => `${authorityId}/${postId ?? ''}/${postId ? '' : offices.join(',')}`))].join(' ');
}

export function actsForOneOf(post: Holder, parts: unknown): boolean {
  return String(parts ?? '').split(' ').some((part) => {
    const [authorityId = '', postId = '', offices = ''] = part.split('/');
    return postId ? post.id === postId : actsAs(post, { authorityId, postId: null, offices: OFFICES.filter((office) => offices.split(',').includes(office)) });
  });
}

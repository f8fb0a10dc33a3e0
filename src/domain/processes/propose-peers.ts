// Who has a role in whose place, as it is proposed when a cycle opens: a rotation over everyone who takes part, new or with last time's
// pairs kept; and for roles that are found by hand, whoever had them last time and still can (3-processes.md sections 7.4 and 7.5).
import { isRefusal, type Refusal } from '../decision';
import { among, type TwoAuthorities } from './in-conflict';
import { numberWord } from './in-words';
import type { NewPeer, OpeningFacts } from './open-cycle';
import { isPostFor } from './opening-faults';
import { rotationOf } from './rotation';
import type { RoleDefinition } from './template';

interface Asked {
  role: Pick<RoleDefinition, 'key' | 'found' | 'each' | 'mutual' | 'named' | 'offices'>;
  /** Who takes part, by name. */
  authorityIds: readonly string[];
  /** Every authority of the region that is there on day 0: a moderator need not take part. */
  thereIds: readonly string[];
  names: ReadonlyMap<string, string>;
  conflicts: readonly TwoAuthorities[];
  /** Of the cycle before, in this role. */
  earlier: readonly NewPeer[];
  /** Those that were named in the cycle before and still stand. */
  posts?: OpeningFacts['posts'];
  keep: 'same' | 'new';
  turn: number;
}

export function proposePeers(asked: Asked): NewPeer[] | Refusal {
  if (asked.role.found === 'set') return [];
  const still = stillCan(asked);
  if (asked.role.named) return postStands(asked, still);
  if (asked.role.found === 'by-hand') return still;
  const found = rotation(asked, asked.keep === 'same' ? still.filter(({ peerId }) => asked.authorityIds.includes(peerId)) : []);
  if (isRefusal(found)) return found;
  return found.pairs.map((pair) => ({ role: asked.role.key, ...pair, ...postOf(asked, pair) }));
}

/** Last time's pairs stay where an arrangement can hold them all; else all are found anew. */
function rotation(asked: Asked, kept: readonly NewPeer[]): ReturnType<typeof rotationOf> {
  const { role: { each, mutual }, authorityIds, conflicts, names, turn, earlier } = asked;
  const rules = { authorityIds, each, mutual, conflicts, names, turn };
  if (kept.length === 0) return rotationOf({ ...rules, previous: earlier });
  const found = rotationOf({ ...rules, kept });
  return isRefusal(found) ? rotationOf(rules) : found;
}

function stillCan({ earlier, authorityIds, thereIds, conflicts }: Asked): NewPeer[] {
  const apart = among(conflicts);
  return earlier.filter(({ hostId, peerId }) => authorityIds.includes(hostId) && thereIds.includes(peerId) && !apart(hostId, peerId));
}

/** A role of one post comes along with its post, once for each pair; anyone else is found once the cycle is open. */
function postStands({ role, posts }: Asked, still: readonly NewPeer[]): NewPeer[] {
  const standing = still.filter(({ peerId, postId }) => postId && isPostFor({ posts }, postId, peerId, role));
  return standing.filter(({ hostId, peerId }, index) => !standing.slice(0, index).some((other) => other.hostId === hostId && other.peerId === peerId));
}

/** The post that was named comes along with its pair. */
function postOf({ earlier }: Asked, pair: { hostId: string; peerId: string }): Pick<NewPeer, 'postId'> {
  const postId = earlier.find(({ hostId, peerId }) => hostId === pair.hostId && peerId === pair.peerId)?.postId;
  return postId ? { postId } : {};
}

/** Where an arrangement is not even, which the coordinator may decide: who has too few or too many, and who is it for too few or too many. */
export function unevenIn({ key, name, each, found }: Pick<RoleDefinition, 'key' | 'name' | 'each' | 'found'>, peers: readonly NewPeer[], authorityIds: readonly string[], names: ReadonlyMap<string, string>): string[] {
  if (found !== 'rotation') return [];
  const pairs = peers.filter(({ role }) => role === key);
  return authorityIds.flatMap((id) => {
    const has = pairs.filter(({ hostId }) => hostId === id).length;
    const is = pairs.filter(({ peerId }) => peerId === id).length;
    const nameOf = names.get(id) ?? id;
    return [
      ...(has === each ? [] : [`${nameOf} has ${has === 0 ? 'no' : numberWord(has)} ${name}${has === 1 ? '' : 's'}; ${numberWord(each)} ${each === 1 ? 'is' : 'are'} due.`]),
      ...(is === each ? [] : [`${nameOf} is ${name} for ${is === 0 ? 'nobody' : numberWord(is)}; ${numberWord(each)} ${each === 1 ? 'is' : 'are'} due.`]),
    ];
  });
}

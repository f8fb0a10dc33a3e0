// What is wrong with a rotation that was altered by hand: the same rules that it was made by (3-processes.md section 7.4, step 3).
import { among } from './in-conflict';
import { numberWord, othersWord } from './in-words';
import type { ReadingPair, RotationRules } from './rotation';

export type RotationFault =
  /** `outside`: one of the two takes no part. */
  | { code: 'self' | 'outside' | 'twice' | 'mutual' | 'conflict'; hostId: string; peerId: string }
  /** Read by `count` others, where `each` are due. */
  | { code: 'too-few' | 'too-many'; hostId: string; count: number; each: number }
  /** Reads `count` others, where `each` are due. */
  | { code: 'reads-too-few' | 'reads-too-many'; peerId: string; count: number; each: number };

/** Empty when the arrangement may stand. A mutual pair is named once; a pair that stands there twice counts as one. */
export function rotationFaults(pairs: readonly ReadingPair[], rules: RotationRules): RotationFault[] {
  const apart = among(rules.conflicts);
  const wrong = pairs.map((pair, index) => pairFault(pair, pairs.slice(0, index), rules) ?? (apart(pair.hostId, pair.peerId) ? 'conflict' : null));
  const counted = pairs.filter((_, index) => !['self', 'outside', 'twice'].includes(wrong[index] ?? ''));
  return [
    ...pairs.flatMap((pair, index): RotationFault[] => (wrong[index] ? [{ code: wrong[index], ...pair }] : [])),
    ...rules.authorityIds.flatMap((authorityId) => countFaults(authorityId, counted, rules.each)),
  ];
}

export function rotationFaultSentence(fault: RotationFault, names: ReadonlyMap<string, string>): string {
  const name = (id: string) => names.get(id) ?? id;
  switch (fault.code) {
    case 'self':
      return `${name(fault.hostId)} cannot read itself.`;
    case 'outside':
      return `${name(fault.peerId)} cannot read ${name(fault.hostId)}: the two do not both take part.`;
    case 'twice':
      return `${name(fault.peerId)} is named twice to read ${name(fault.hostId)}.`;
    case 'mutual':
      return `${name(fault.hostId)} and ${name(fault.peerId)} read each other.`;
    case 'conflict':
      return `${name(fault.peerId)} cannot read ${name(fault.hostId)}: the two are in conflict.`;
    case 'too-few':
    case 'too-many':
      return `${name(fault.hostId)} is read by ${others(fault.count)} and should be read by ${numberWord(fault.each)}.`;
    case 'reads-too-few':
    case 'reads-too-many':
      return `${name(fault.peerId)} reads ${others(fault.count)} and should read ${numberWord(fault.each)}.`;
  }
}

function pairFault({ hostId, peerId }: ReadingPair, before: readonly ReadingPair[], { authorityIds, mutual }: RotationRules) {
  if (hostId === peerId) return 'self';
  if (!authorityIds.includes(hostId) || !authorityIds.includes(peerId)) return 'outside';
  if (before.some((pair) => pair.hostId === hostId && pair.peerId === peerId)) return 'twice';
  if (!mutual && before.some((pair) => pair.hostId === peerId && pair.peerId === hostId)) return 'mutual';
  return null;
}

function countFaults(authorityId: string, pairs: readonly ReadingPair[], each: number): RotationFault[] {
  const readBy = pairs.filter(({ hostId }) => hostId === authorityId).length;
  const reads = pairs.filter(({ peerId }) => peerId === authorityId).length;
  const faults: RotationFault[] = [];
  if (readBy !== each) faults.push({ code: readBy < each ? 'too-few' : 'too-many', hostId: authorityId, count: readBy, each });
  if (reads !== each) faults.push({ code: reads < each ? 'reads-too-few' : 'reads-too-many', peerId: authorityId, count: reads, each });
  return faults;
}

const others = (count: number) => (count === 0 ? 'nobody' : othersWord(count));

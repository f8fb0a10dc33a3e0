// What is wrong with sets that were altered by hand: the same rules that they were made by.
import { among } from './in-conflict';
import { listed, numberWord } from './in-words';
import type { SetRules } from './sets';

export type SetFault =
  /** `outside`: takes no part, and stands in a set. */
  | { code: 'missing' | 'twice' | 'outside'; authorityId: string }
  /** `set` counts from 0. */
  | { code: 'wrong-size'; set: number; authorityIds: readonly string[]; sizes: readonly number[] }
  | { code: 'conflict'; set: number; authorityId: string; otherId: string };

/** Empty when the sets may stand. */
export function setFaults(sets: readonly (readonly string[])[], { authorityIds, sizes, conflicts }: SetRules): SetFault[] {
  const placed = sets.flat();
  const apart = among(conflicts);
  return [
    ...authorityIds.filter((id) => !placed.includes(id)).map((authorityId): SetFault => ({ code: 'missing', authorityId })),
    ...[...new Set(placed)].flatMap((authorityId): SetFault[] => {
      if (!authorityIds.includes(authorityId)) return [{ code: 'outside', authorityId }];
      return placed.indexOf(authorityId) === placed.lastIndexOf(authorityId) ? [] : [{ code: 'twice', authorityId }];
    }),
    ...sets.flatMap((members, set): SetFault[] => (sizes.includes(members.length) ? [] : [{ code: 'wrong-size', set, authorityIds: members, sizes }])),
    ...sets.flatMap((members, set) =>
      members.flatMap((authorityId, index) =>
        members.slice(index + 1).filter((otherId) => apart(authorityId, otherId)).map((otherId): SetFault => ({ code: 'conflict', set, authorityId, otherId })),
      ),
    ),
  ];
}

export function setFaultSentence(fault: SetFault, names: ReadonlyMap<string, string>): string {
  const name = (id: string) => names.get(id) ?? id;
  switch (fault.code) {
    case 'missing':
      return `${name(fault.authorityId)} is in no set.`;
    case 'twice':
      return `${name(fault.authorityId)} stands in the sets more than once.`;
    case 'outside':
      return `${name(fault.authorityId)} takes no part and cannot be in a set.`;
    case 'wrong-size': {
      const sizes = listed(fault.sizes.map(numberWord), 'or');
      if (fault.authorityIds.length === 0) return `Set ${fault.set + 1} is empty and should be of ${sizes}.`;
      return `Set ${fault.set + 1} (${listed(fault.authorityIds.map(name))}) is of ${numberWord(fault.authorityIds.length)} and should be of ${sizes}.`;
    }
    case 'conflict':
      return `${name(fault.authorityId)} and ${name(fault.otherId)} are in conflict and cannot be in one set.`;
  }
}

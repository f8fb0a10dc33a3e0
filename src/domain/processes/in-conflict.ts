// Two authorities in conflict never meet: neither reads the other, and no set holds both (4-documents-teams-confidentiality.md).

/** Two authorities in no order. */
export interface TwoAuthorities {
  authorityId: string;
  otherId: string;
}

/** Tells, either way round, whether two are among those named. */
export function among(twos: readonly TwoAuthorities[]): (one: string, other: string) => boolean {
  const others = new Map<string, Set<string>>();
  const add = (one: string, other: string) => others.set(one, (others.get(one) ?? new Set()).add(other));
  for (const { authorityId, otherId } of twos) {
    add(authorityId, otherId);
    add(otherId, authorityId);
  }
  return (one, other) => others.get(one)?.has(other) ?? false;
}

interface Region {
  authorityIds: readonly string[];
  conflicts: readonly TwoAuthorities[];
  names: ReadonlyMap<string, string>;
}

/** The authority that may meet the fewest others, and how many those are. */
export function hardestToPlace({ authorityIds, conflicts, names }: Region): { name: string; mayMeet: number } {
  const apart = among(conflicts);
  const all = authorityIds.map((id) => ({ name: names.get(id) ?? id, mayMeet: authorityIds.filter((other) => other !== id && !apart(id, other)).length }));
  return all.reduce((hardest, other) => (other.mayMeet < hardest.mayMeet ? other : hardest));
}

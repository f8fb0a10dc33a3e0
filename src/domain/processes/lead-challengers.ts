// A lead peer challenger is the Director of another authority, one for each; by default the turn goes round within the group, so that
// each leads once and nobody leads their own (1-actors-and-glossary.md, lead peer challenger).

export interface Placed {
  authorityId: string;
  groupId: string;
}

/** Authority → its lead peer challenger, with the turn moved on by `turn` places in the order given; null when there is nobody else. */
export function leadChallengers(places: readonly Placed[], turn = 1): Map<string, string | null> {
  const everyone = places.map((place) => place.authorityId);
  return new Map(
    places.map((place) => {
      const group = places.filter(({ groupId }) => groupId === place.groupId).map(({ authorityId }) => authorityId);
      return [place.authorityId, next(group, place.authorityId, turn) ?? next(everyone, place.authorityId, turn)];
    }),
  );
}

/** Steps over oneself, however far the turn has gone round. */
function next(round: readonly string[], from: string, turn: number): string | null {
  const others = round.length - 1;
  if (others < 1) return null;
  const on = ((((turn - 1) % others) + others) % others) + 1;
  return round[(round.indexOf(from) + on) % round.length]!;
}

import type { Tx } from '../db';

/** The authorities from which one took over when they were reorganised: their years are part of its history. */
export async function findPredecessors(tx: Tx, authorityId: string): Promise<{ id: string; name: string }[]> {
  const places = await tx.cycleAuthority.findMany({ where: { authorityId, predecessorId: { not: null } }, select: { predecessor: { select: { id: true, shortName: true } } } });
  return [...new Map(places.flatMap(({ predecessor }) => (predecessor ? [[predecessor.id, { id: predecessor.id, name: predecessor.shortName }] as const] : []))).values()];
}

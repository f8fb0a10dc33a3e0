import { audience } from '@/domain/visibility';
import type { Tx } from '../../db';

interface WhoseSet {
  groupId: string;
  authorityIds: readonly string[];
}

/** What a set has handed on stays with those who were in it, as it was handed on by now: they leave it, or its cycle closes. */
export async function keepPapers(tx: Tx, sets: readonly WhoseSet[], at: Date): Promise<void> {
  const papers = await tx.document.findMany({ where: { groupId: { in: sets.map(({ groupId }) => groupId) }, versions: { some: {} } }, select: { id: true, groupId: true } });
  const kept = papers.flatMap(({ id, groupId }) =>
    sets.filter((set) => set.groupId === groupId).flatMap(({ authorityIds }) => authorityIds.map((authorityId) => ({ documentId: id, audience: audience.authority(authorityId) }))),
  );
  if (kept.length === 0) return;
  // Whoever was in it, left and came back has it from the second time.
  await tx.share.updateMany({ where: { OR: kept }, data: { sinceAt: at } });
  await tx.share.createMany({ data: kept.map((share) => ({ ...share, because: 'They were in it when this was written.', sinceAt: at, frozenOnly: true })), skipDuplicates: true });
}

/** As keepPapers, for everyone who is in a set of the cycle. */
export async function keepPapersOfCycle(tx: Tx, cycleId: string, at: Date): Promise<void> {
  const sets = await tx.group.findMany({ where: { cycleId }, select: { id: true, leadAuthorityId: true, members: { select: { authorityId: true } } } });
  await keepPapers(tx, sets.map(({ id, ...set }) => ({ groupId: id, authorityIds: whoIsIn(set) })), at);
}

/** As keepPapers, for those who will not be in the set any more. */
export async function keepPapersOfLeavers(tx: Tx, { groupId, staying }: { groupId: string; staying: readonly (string | null)[] }, at: Date): Promise<void> {
  const set = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { leadAuthorityId: true, members: { select: { authorityId: true } } } });
  await keepPapers(tx, [{ groupId, authorityIds: whoIsIn(set).filter((id) => !staying.includes(id)) }], at);
}

function whoIsIn({ leadAuthorityId, members }: { leadAuthorityId: string | null; members: readonly { authorityId: string }[] }): string[] {
  return [...new Set([...members.map(({ authorityId }) => authorityId), ...(leadAuthorityId ? [leadAuthorityId] : [])])];
}

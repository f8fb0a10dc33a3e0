import type { Tx } from '../../db';
import { isUuid, NotFound } from '../../not-found';

export interface KeptText {
  id: string;
  version: number;
  content: Record<string, unknown>;
  savedAt: Date;
  savedBy: string | null;
}

/** A text that was set beside the section because two changed the same words, and not settled yet. */
export function findBeside(tx: Tx, sectionId: string, besideId: string): Promise<KeptText> {
  return findKept(tx, { id: besideId, sectionId, conflict: true });
}

/** Any text that the section ever had. */
export function findSave(tx: Tx, sectionId: string, saveId: string): Promise<KeptText> {
  return findKept(tx, { id: saveId, sectionId });
}

async function findKept(tx: Tx, where: { id: string; sectionId: string; conflict?: boolean }): Promise<KeptText> {
  if (!isUuid(where.id)) throw new NotFound();
  const kept = await tx.sectionRevision.findFirst({ where, select: { id: true, version: true, content: true, savedAt: true, savedBy: true } });
  if (!kept) throw new NotFound();
  return { ...kept, content: kept.content as Record<string, unknown> };
}

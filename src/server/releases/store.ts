import type { Accepted } from '@/domain/decision';
import type { DocumentFacts } from '@/domain/documents/facts';
import type { Actor } from '@/domain/model';
import type { OpeningChange, ReleaseFacts } from '@/domain/releases';
import type { Tx } from '../db';
import { findDocument } from '../documents/find-document';
import { isUuid, NotFound } from '../not-found';

/** A release to a body that the actor speaks for, while the document is shared with that body; else not found. */
export async function findRelease(tx: Tx, actor: Actor, releaseId: string, at: Date): Promise<{ release: ReleaseFacts; pack: DocumentFacts }> {
  const release = isUuid(releaseId) ? await tx.release.findUnique({ where: { id: releaseId } }) : null;
  if (!release || release.revokedAt || (release.untilAt && release.untilAt <= at) || !actor.audiences.includes(release.audience)) throw new NotFound();
  return { release, pack: await findDocument(tx, actor, release.documentId, at) };
}

export async function saveOpening(tx: Tx, actor: Actor, { change }: Accepted<OpeningChange>, at: Date): Promise<void> {
  await tx.releaseOpening.create({ data: { releaseId: change.releaseId, personId: actor.personId, at } });
}

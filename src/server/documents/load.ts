import type { DocumentFacts } from '@/domain/documents/facts';
import { DOCUMENT_NAMES } from '@/domain/documents/facts';
import { isLive, type Shared } from '@/domain/visibility';
import type { Actor } from '@/domain/model';
import { db } from '../db';
import { findDocument } from './find-document';

export interface DocumentPlace {
  cycle: { id: string; name: string };
  region: { id: string; name: string };
  authority: { id: string; name: string; slug: string } | null;
  group: { id: string; name: string } | null;
}

export interface DocumentHead {
  doc: DocumentFacts;
  place: DocumentPlace;
  /** "Wigan’s self-view", "The region’s programme". */
  title: string;
  /** The shares in force, for "who can see this". */
  shares: readonly Shared[];
}

/** A document that the actor may see, with the names of where it stands. */
export async function loadDocumentHead(actor: Actor, documentId: string, at: Date): Promise<DocumentHead> {
  const doc = await findDocument(db, actor, documentId, at);
  return headOf(doc, await placeOf(doc), at);
}

export function headOf(doc: DocumentFacts, place: DocumentPlace, at: Date): DocumentHead {
  return { doc, place, title: titleOf(doc, place), shares: doc.shares.filter((share) => isLive(share, at)) };
}

export async function placeOf(doc: Pick<DocumentFacts, 'cycleId' | 'authorityId' | 'groupId'>): Promise<DocumentPlace> {
  const [cycle, authority, group] = await Promise.all([
    db.cycle.findUniqueOrThrow({ where: { id: doc.cycleId }, select: { id: true, name: true, region: { select: { id: true, name: true } } } }),
    doc.authorityId ? db.authority.findUnique({ where: { id: doc.authorityId }, select: { id: true, shortName: true, slug: true } }) : null,
    doc.groupId ? db.group.findUnique({ where: { id: doc.groupId }, select: { id: true, name: true } }) : null,
  ]);
  return {
    cycle: { id: cycle.id, name: cycle.name },
    region: cycle.region,
    authority: authority && { id: authority.id, name: authority.shortName, slug: authority.slug },
    group,
  };
}

function titleOf(doc: Pick<DocumentFacts, 'kind'>, { authority, region }: DocumentPlace): string {
  const name = authority?.name ?? `The ${region.name}`;
  return `${name}’${name.endsWith('s') ? '' : 's'} ${DOCUMENT_NAMES[doc.kind]}`;
}

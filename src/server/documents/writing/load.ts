import { WRITTEN_BY } from '@/domain/documents/writing';
import type { Actor } from '@/domain/model';
import { sectionSubject } from '@/domain/papers/parts';
import { capacityFor } from '@/domain/permissions';
import { z } from 'zod';
import { DOCUMENT_KINDS } from '@/domain/documents/facts';
import { db } from '../../db';
import { isUuid, NotFound } from '../../not-found';
import { findDocument } from '../find-document';

const row = z.object({ kind: z.enum(DOCUMENT_KINDS), regionId: z.string(), authorityId: z.string().nullable(), sections: z.array(z.object({ key: z.string(), version: z.number(), givenToPostIds: z.array(z.string()) })) });

/** How far the sections of a document are, for those who write any of them; a page asks every few seconds. NotFound for everyone else. */
export async function loadWritingVersions(actor: Actor, documentId: string, at: Date): Promise<Record<string, number>> {
  if (!isUuid(documentId)) throw new NotFound();
  const [found] = await db.$queryRaw<unknown[]>`
    SELECT d.kind, d."regionId", d."authorityId", COALESCE((SELECT json_agg(json_build_object('key', s.key, 'version', s.version,
      'givenToPostIds', COALESCE((SELECT json_agg(g."postId") FROM "SectionAssignment" g WHERE g."sectionId" = s.id), '[]'::json)))
      FROM "Section" s WHERE s."documentId" = d.id), '[]'::json) AS sections
    FROM "Document" d WHERE d.id = ${documentId}::uuid
      AND EXISTS (SELECT 1 FROM "Share" h WHERE h."documentId" = d.id AND h.audience = ANY(${[...actor.audiences]}::text[]) AND NOT h."frozenOnly"
        AND h."sinceAt" <= (${at}::timestamptz AT TIME ZONE 'UTC') AND h."revokedAt" IS NULL AND (h."untilAt" IS NULL OR h."untilAt" > (${at}::timestamptz AT TIME ZONE 'UTC')))`;
  if (!found) throw new NotFound();
  const { kind, regionId, authorityId, sections } = row.parse(found);
  const permission = WRITTEN_BY[kind];
  const paper = kind === 'paper' ? await findDocument(db, actor, documentId, at) : null;
  const mine = permission ? sections.filter(({ key, givenToPostIds }) => capacityFor(actor, permission, paper ? sectionSubject(paper, key) : { regionId, authorityId, givenToPostIds })) : [];
  if (mine.length === 0) throw new NotFound();
  return Object.fromEntries(mine.map(({ key, version }) => [key, version]));
}

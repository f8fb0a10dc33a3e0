import { z } from 'zod';
import type { EditedFacts, EditedSection } from '@/domain/documents/edit';
import { ACT_KINDS, DOCUMENT_KINDS } from '@/domain/documents/facts';
import { sectionDefinition, type FieldDefinition } from '@/domain/documents/template';
import { OFFICES, type Actor } from '@/domain/model';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';

export interface FoundSection {
  doc: EditedFacts;
  section: EditedSection & { id: string; isReady: boolean };
  /** From the document's template; empty for a document without one. */
  fields: FieldDefinition[];
  /** What the writer began from. */
  base: { version: number; content: Record<string, unknown> };
}

/** A column without a zone holds UTC. */
const instant = z.string().transform((text) => new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`));
const content = z.record(z.string(), z.unknown());

const row = z.object({
  id: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  regionId: z.string(),
  cycleId: z.string(),
  authorityId: z.string().nullable(),
  acts: z.array(z.object({ kind: z.enum(ACT_KINDS), versionId: z.string().nullable(), reason: z.string(), at: instant, personId: z.string(), postId: z.string() })),
  versions: z.array(z.object({ id: z.string(), number: z.number(), contentHash: z.string(), createdAt: instant })),
  signatures: z.array(
    z.object({
      versionId: z.string(),
      office: z.enum(OFFICES),
      postId: z.string(),
      personId: z.string(),
      personName: z.string(),
      acting: z.boolean(),
      how: z.enum(['electronic', 'paper']),
      signedAt: instant,
      voidedAt: instant.nullable(),
    }),
  ),
  section: z.object({ id: z.string(), key: z.string(), title: z.string(), version: z.number(), content, isReady: z.boolean(), givenToPostIds: z.array(z.string()) }),
  definition: z.unknown(),
  base: content.nullable(),
});

/**
 * One section with what a save of it must know, in one query, because a writer's device asks for it every few seconds.
 * Only for those who see the draft; for anyone else NotFound.
 */
export async function findSection(tx: Tx, actor: Actor, of: { documentId: string; sectionKey: string; baseVersion?: number }, at: Date): Promise<FoundSection> {
  if (!isUuid(of.documentId)) throw new NotFound();
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT d.id, d.kind, d."regionId", d."cycleId", d."authorityId",
      COALESCE((SELECT json_agg(json_build_object('kind', a.kind, 'versionId', a."versionId", 'reason', a.reason, 'at', a.at, 'personId', a."personId", 'postId', a."postId") ORDER BY a.at, a.id)
        FROM "DocumentAct" a WHERE a."documentId" = d.id), '[]'::json) AS acts,
      COALESCE((SELECT json_agg(json_build_object('id', v.id, 'number', v.number, 'contentHash', v."contentHash", 'createdAt', v."createdAt") ORDER BY v.number)
        FROM "DocumentVersion" v WHERE v."documentId" = d.id), '[]'::json) AS versions,
      COALESCE((SELECT json_agg(s) FROM "Signature" s JOIN "DocumentVersion" v ON v.id = s."versionId" WHERE v."documentId" = d.id), '[]'::json) AS signatures,
      json_build_object('id', s.id, 'key', s.key, 'title', s.title, 'version', s.version, 'content', s.content, 'isReady', s."readyAt" IS NOT NULL,
        'givenToPostIds', COALESCE((SELECT json_agg(g."postId") FROM "SectionAssignment" g WHERE g."sectionId" = s.id), '[]'::json)) AS section,
      (SELECT jsonb_path_query_first(t.definition::jsonb, '$.sections[*] ? (@.key == $key)', jsonb_build_object('key', s.key))
        FROM "DocumentTemplate" t WHERE t.id = d."templateId") AS definition,
      (SELECT r.content FROM "SectionRevision" r WHERE r."sectionId" = s.id AND r.version = ${of.baseVersion ?? null}::int AND NOT r.conflict ORDER BY r."savedAt" LIMIT 1) AS base
    FROM "Document" d JOIN "Section" s ON s."documentId" = d.id
    WHERE d.id = ${of.documentId}::uuid AND s.key = ${of.sectionKey}
      AND EXISTS (SELECT 1 FROM "Share" h WHERE h."documentId" = d.id AND h.audience = ANY(${[...actor.audiences]}::text[]) AND NOT h."frozenOnly"
        AND h."sinceAt" <= (${at}::timestamptz AT TIME ZONE 'UTC') AND h."revokedAt" IS NULL AND (h."untilAt" IS NULL OR h."untilAt" > (${at}::timestamptz AT TIME ZONE 'UTC')))`;
  if (rows.length === 0) throw new NotFound();
  const { section, definition, base, ...doc } = row.parse(rows[0]);
  const version = of.baseVersion ?? section.version;
  // A start that was never kept is no start: then nothing of what others wrote counts as seen, and nothing of it is overwritten.
  const from = version === section.version ? section.content : (base ?? {});
  return { doc, section, fields: definition ? sectionDefinition.parse(definition).fields : [], base: { version, content: from } };
}

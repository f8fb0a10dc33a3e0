import { z } from 'zod';
import type { EditedFacts, EditedSection } from '@/domain/documents/edit';
import { ACT_KINDS, DOCUMENT_KINDS, type DocumentKind } from '@/domain/documents/facts';
import { sectionDefinition, type FieldDefinition } from '@/domain/documents/template';
import { OFFICES, type Actor, type Office } from '@/domain/model';
import { sectionSubject } from '@/domain/papers/parts';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';
import { isOffice } from '@/domain/parties';
import { findDocument } from './find-document';
import { processDefinition } from '../process-definition/load';

export interface FoundSection {
  doc: EditedFacts;
  section: EditedSection & { id: string; isReady: boolean; isKept: boolean };
  /** From the document's template; empty for a document without one. */
  fields: FieldDefinition[];
  /** What the writer began from; `besideId` is their text that was set beside and is still to be joined; `own`: nobody else has saved since. */
  base: { version: number; content: Record<string, unknown>; besideId: string | null; own: boolean };
  /** This very save was made before, and its answer was lost. */
  made: { besideId: string | null } | null;
}

export interface SectionSought {
  documentId: string;
  sectionKey: string;
  /** The version that the writer's page showed; the present one when nothing is said. */
  baseVersion?: number;
  /** The writer's text that was set beside: they type on from it. */
  besideId?: string | null;
  saveId?: string | null;
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
  section: z.object({ id: z.string(), key: z.string(), title: z.string(), version: z.number(), content, isReady: z.boolean(), isKept: z.boolean(), givenToPostIds: z.array(z.string()) }),
  definition: z.unknown(),
  base: content.nullable(),
  own: z.boolean(),
  beside: z.object({ id: z.string(), open: z.boolean(), content }).nullable(),
  made: z.object({ besideId: z.string().nullable() }).nullable(),
  session: z.object({ onDay: z.string(), endedAt: instant.nullable(), cancelledAt: instant.nullable() }).nullable(),
  process: z.string(),
});

/**
 * One section with what a save of it must know, in one query, because a writer's device asks for it every few seconds.
 * Only for those who see the draft; for anyone else NotFound.
 */
export async function findSection(tx: Tx, actor: Actor, of: SectionSought, at: Date): Promise<FoundSection> {
  if (!isUuid(of.documentId)) throw new NotFound();
  const besideId = of.besideId && isUuid(of.besideId) ? of.besideId : null;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT d.id, d.kind, d."regionId", d."cycleId", d."authorityId",
      COALESCE((SELECT json_agg(json_build_object('kind', a.kind, 'versionId', a."versionId", 'reason', a.reason, 'at', a.at, 'personId', a."personId", 'postId', a."postId") ORDER BY a.at, a.id)
        FROM "DocumentAct" a WHERE a."documentId" = d.id), '[]'::json) AS acts,
      COALESCE((SELECT json_agg(json_build_object('id', v.id, 'number', v.number, 'contentHash', v."contentHash", 'createdAt', v."createdAt") ORDER BY v.number)
        FROM "DocumentVersion" v WHERE v."documentId" = d.id), '[]'::json) AS versions,
      COALESCE((SELECT json_agg(s) FROM "Signature" s JOIN "DocumentVersion" v ON v.id = s."versionId" WHERE v."documentId" = d.id), '[]'::json) AS signatures,
      json_build_object('id', s.id, 'key', s.key, 'title', s.title, 'version', s.version, 'content', s.content, 'isReady', s."readyAt" IS NOT NULL,
        'isKept', EXISTS (SELECT 1 FROM "SectionRevision" r WHERE r."sectionId" = s.id AND r.version = s.version AND NOT r.conflict),
        'givenToPostIds', COALESCE((SELECT json_agg(g."postId") FROM "SectionAssignment" g WHERE g."sectionId" = s.id), '[]'::json)) AS section,
      (SELECT jsonb_path_query_first(t.definition::jsonb, '$.sections[*] ? (@.key == $key)', jsonb_build_object('key', s.key))
        FROM "DocumentTemplate" t WHERE t.id = d."templateId") AS definition,
      (SELECT r.content FROM "SectionRevision" r WHERE r."sectionId" = s.id AND r.version = ${of.baseVersion ?? null}::int AND NOT r.conflict ORDER BY r."savedAt" LIMIT 1) AS base,
      NOT EXISTS (SELECT 1 FROM "SectionRevision" r WHERE r."sectionId" = s.id AND r.version > ${of.baseVersion ?? null}::int AND NOT r.conflict AND r."savedBy" IS DISTINCT FROM ${actor.personId}::uuid) AS own,
      (SELECT json_build_object('id', r.id, 'open', r.conflict, 'content', r.content) FROM "SectionRevision" r
        WHERE r.id = ${besideId}::uuid AND r."sectionId" = s.id AND r."savedBy" = ${actor.personId}::uuid) AS beside,
      (SELECT json_build_object('besideId', (array_agg(r.id) FILTER (WHERE r.conflict))[1]) FROM "SectionRevision" r
        WHERE r."sectionId" = s.id AND r."saveId" = ${of.saveId ?? null}::uuid HAVING count(*) > 0) AS made,
      (SELECT json_build_object('onDay', f."onDay", 'endedAt', fs."endedAt", 'cancelledAt', f."cancelledAt") FROM "ForumSession" fs JOIN "Forum" f ON f.id = fs."forumId"
        WHERE d.kind = 'preparation' AND fs.id::text = d.slot) AS session,
      (SELECT cy."templateId" FROM "Cycle" cy WHERE cy.id = d."cycleId") AS process
    FROM "Document" d JOIN "Section" s ON s."documentId" = d.id
    WHERE d.id = ${of.documentId}::uuid AND s.key = ${of.sectionKey}
      AND EXISTS (SELECT 1 FROM "Share" h WHERE h."documentId" = d.id AND h.audience = ANY(${[...actor.audiences]}::text[]) AND NOT h."frozenOnly"
        AND h."sinceAt" <= (${at}::timestamptz AT TIME ZONE 'UTC') AND h."revokedAt" IS NULL AND (h."untilAt" IS NULL OR h."untilAt" > (${at}::timestamptz AT TIME ZONE 'UTC')))`;
  if (rows.length === 0) throw new NotFound();
  const { section, definition, base, own, beside, made, process, ...found } = row.parse(rows[0]);
  const version = of.baseVersion ?? section.version;
  // A start that was never kept is no start: then nothing of what others wrote counts as seen, and nothing of it is overwritten.
  const from = version === section.version ? section.content : (base ?? {});
  if (found.kind === 'paper') return findPaperSection(tx, actor, { found, section, base: { version, content: beside?.content ?? from, besideId: beside?.open ? beside.id : null, own: own && base !== null && beside === null }, made, process }, at);
  const doc = { ...found, signatories: found.kind === 'forum-notes' ? await signatoriesOf(tx, process, found.kind) : [] };
  return {
    doc,
    section,
    fields: definition ? sectionDefinition.parse(definition).fields : [],
    base: { version, content: beside?.content ?? from, besideId: beside?.open ? beside.id : null, own: own && base !== null && beside === null },
    made,
  };
}

interface PaperSection extends Pick<FoundSection, 'section' | 'base' | 'made'> {
  found: Omit<FoundSection['doc'], 'signatories'>;
  process: string;
}

/** A paper's fields stand in its process, and so does who writes this section of it. */
async function findPaperSection(tx: Tx, actor: Actor, { found, process, ...rest }: PaperSection, at: Date): Promise<FoundSection> {
  const facts = await findDocument(tx, actor, found.id, at);
  const { papers } = await processDefinition(tx, process);
  const fields = papers.find(({ key }) => key === facts.paper?.key)?.sections.find(({ key }) => key === rest.section.key)?.fields ?? [];
  const { groupId, leadChallengerAuthorityId, peers, set, writers } = sectionSubject(facts, rest.section.key);
  return { doc: { ...found, signatories: [], name: facts.name, parts: { groupId, leadChallengerAuthorityId, peers, set, writers } }, fields, ...rest };
}

async function signatoriesOf(tx: Tx, templateId: string, kind: DocumentKind): Promise<readonly Office[]> {
  const { steps } = await processDefinition(tx, templateId);
  return (steps.find(({ document, signatories }) => document === kind && signatories.length > 0)?.signatories ?? []).filter(isOffice);
}

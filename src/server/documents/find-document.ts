import { z } from 'zod';
import { ACT_KINDS, DOCUMENT_KINDS, type DocumentFacts, type DocumentKind } from '@/domain/documents/facts';
import { opensAt } from '@/domain/documents/opens-at';
import { OFFICES, type Actor } from '@/domain/model';
import { isOffice } from '@/domain/parties';
import { paperTerms } from '@/domain/processes/paper-terms';
import { selfViewWay } from '@/domain/processes/self-view-way';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { rowsOf, type Tx } from '../db';
import { instant } from '../instant';
import { isUuid, NotFound } from '../not-found';
import { Prisma } from '../prisma-client/client';
import { processDefinition } from '../process-definition/load';

/** The facts of a document that the actor may see; throws NotFound when it is unseen or absent. */
export async function findDocument(tx: Tx, actor: Actor, id: string, at: Date): Promise<DocumentFacts> {
  if (!isUuid(id)) throw new NotFound();
  return factsOf(tx, await rowsOf(tx, factsQuery(Prisma.sql`d.id = ${id}::uuid AND ${seenBy(actor, at)}`)));
}

/** The one document of a kind for an authority in a cycle, if the actor may see it. */
export async function findDocumentOf(
  tx: Tx,
  actor: Actor,
  of: { cycleId: string; kind: DocumentKind; authorityId: string | null; slot?: string },
  at: Date,
): Promise<DocumentFacts> {
  const where = Prisma.sql`d."cycleId" = ${of.cycleId}::uuid AND d.kind = ${of.kind} AND d."authorityId" IS NOT DISTINCT FROM ${of.authorityId}::uuid AND d.slot = ${of.slot ?? ''}`;
  return factsOf(tx, await rowsOf(tx, factsQuery(Prisma.sql`${where} AND ${seenBy(actor, at)}`)));
}

/** For what the product does by itself: no actor, so no scope. */
export async function unscopedDocument(tx: Tx, id: string): Promise<DocumentFacts> {
  return factsOf(tx, await rowsOf(tx, factsQuery(Prisma.sql`d.id = ${id}::uuid`)));
}

/** The same rule as visibleDocuments() in ../visible.ts, for the one query that every page of a document begins with. */
function seenBy(actor: Pick<Actor, 'audiences'>, at: Date): Prisma.Sql {
  const now = Prisma.sql`(${at}::timestamptz AT TIME ZONE 'UTC')`;
  return Prisma.sql`EXISTS (SELECT 1 FROM "Share" h WHERE h."documentId" = d.id AND h.audience = ANY(${[...actor.audiences]}::text[])
    AND h."sinceAt" <= ${now} AND h."revokedAt" IS NULL AND (h."untilAt" IS NULL OR h."untilAt" > ${now}))`;
}

/** Everything but the text, in one query. */
function factsQuery(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT d.id, d.kind, d.slot, d.name, d."peerId", d."regionId", d."cycleId", d."authorityId", cy."templateId", ca.id AS "cycleAuthorityId", COALESCE(d."groupId", ca."groupId") AS "groupId", ca."leadChallengerAuthorityId",
      CASE WHEN d.kind = 'paper' OR ca.id IS NOT NULL THEN (SELECT json_agg(json_build_object('id', p.id, 'role', p.role, 'authorityId', p."authorityId", 'offices', p.offices, 'postId', p."postId") ORDER BY p."assignedAt", p.id)
        FROM "CyclePeer" p WHERE p."cycleAuthorityId" = ca.id AND p."endedAt" IS NULL) END AS peers,
      (SELECT json_build_object('id', g.id, 'leadAuthorityId', g."leadAuthorityId", 'adLeadAuthorityId', g."adLeadAuthorityId", 'memberIds', COALESCE((SELECT json_agg(m."authorityId" ORDER BY m."authorityId") FROM "GroupMember" m WHERE m."groupId" = g.id), '[]'::json))
        FROM "Group" g WHERE g.id = COALESCE(d."groupId", ca."groupId") AND g.kind <> 'standing') AS set,
      COALESCE((SELECT json_agg(sc."authorityId") FROM "ForumSession" fs JOIN "SessionChallenger" sc ON sc."sessionId" = fs.id WHERE fs."cycleAuthorityId" = ca.id), '[]'::json) AS "challengerAuthorityIds",
      COALESCE((SELECT json_agg(a ORDER BY a.at, a.id) FROM "DocumentAct" a WHERE a."documentId" = d.id), '[]'::json) AS acts,
      COALESCE((SELECT json_agg(json_build_object('id', v.id, 'number', v.number, 'contentHash', v."contentHash", 'createdAt', v."createdAt") ORDER BY v.number)
        FROM "DocumentVersion" v WHERE v."documentId" = d.id), '[]'::json) AS versions,
      COALESCE((SELECT json_agg(s ORDER BY v.number, s."signedAt", s.id) FROM "Signature" s JOIN "DocumentVersion" v ON v.id = s."versionId" WHERE v."documentId" = d.id), '[]'::json) AS signatures,
      COALESCE((SELECT json_agg(json_build_object('id', s.id, 'key', s.key, 'ordinal', s.ordinal, 'title', s.title, 'version', s.version, 'savedAt', s."savedAt", 'readyAt', s."readyAt",
        'givenToPostIds', COALESCE((SELECT json_agg(g."postId") FROM "SectionAssignment" g WHERE g."sectionId" = s.id), '[]'::json)) ORDER BY s.ordinal)
        FROM "Section" s WHERE s."documentId" = d.id), '[]'::json) AS sections,
      COALESCE((SELECT json_agg(h ORDER BY h."sinceAt", h.id) FROM "Share" h WHERE h."documentId" = d.id), '[]'::json) AS shares
    FROM "Document" d
    JOIN "Cycle" cy ON cy.id = d."cycleId"
    LEFT JOIN "CycleAuthority" ca ON ca."cycleId" = d."cycleId" AND ca."authorityId" = d."authorityId"
    WHERE ${where}`;
}

const id = z.string();
const row = z.object({
  id,
  kind: z.enum(DOCUMENT_KINDS),
  slot: z.string(),
  name: z.string(),
  peerId: id.nullable(),
  regionId: id,
  cycleId: id,
  templateId: id,
  authorityId: id.nullable(),
  cycleAuthorityId: id.nullable(),
  groupId: id.nullable(),
  leadChallengerAuthorityId: id.nullable(),
  peers: z.array(z.object({ id, role: z.string(), authorityId: id, offices: z.array(z.enum(OFFICES)), postId: id.nullable() })).nullable().transform((peers) => peers ?? []),
  set: z.object({ id, leadAuthorityId: id.nullable(), adLeadAuthorityId: id.nullable(), memberIds: z.array(id) }).nullable(),
  challengerAuthorityIds: z.array(id),
  acts: z.array(z.object({ id, kind: z.enum(ACT_KINDS), versionId: id.nullable(), reason: z.string(), at: instant, personId: id, postId: id })),
  versions: z.array(z.object({ id, number: z.number(), contentHash: z.string(), createdAt: instant })),
  signatures: z.array(
    z.object({
      id,
      versionId: id,
      office: z.enum(OFFICES),
      postId: id,
      personId: id,
      personName: z.string(),
      acting: z.boolean(),
      coverFrom: z.string().nullable(),
      coverUntil: z.string().nullable(),
      coversName: z.string().nullable(),
      provedBy: z.string().nullable(),
      provedAt: instant.nullable(),
      how: z.enum(['electronic', 'paper']),
      party: z.string().nullable().default(null),
      recordedBy: id.nullable(),
      scanId: id.nullable(),
      signedAt: instant,
      voidedAt: instant.nullable(),
      voidedWhy: z.string().nullable(),
    }),
  ),
  sections: z.array(
    z.object({ id, key: z.string(), ordinal: z.number(), title: z.string(), version: z.number(), savedAt: instant, readyAt: instant.nullable(), givenToPostIds: z.array(id) }),
  ),
  shares: z.array(z.object({ id, audience: z.string(), because: z.string(), sinceAt: instant, frozenOnly: z.boolean(), untilAt: instant.nullable(), revokedAt: instant.nullable() })),
});

const readersOf = ({ steps }: ProcessTemplateDefinition, kind: DocumentKind) => steps.filter(({ document, doneWhen }) => document === kind && doneWhen === 'read').flatMap(({ who }) => who);

async function factsOf(tx: Tx, rows: unknown[]): Promise<DocumentFacts> {
  if (rows.length === 0) throw new NotFound();
  const { templateId, ...facts } = row.parse(rows[0]);
  const definition = await processDefinition(tx, templateId);
  const { roles } = definition;
  if (facts.kind === 'paper') return { ...facts, roles, signatories: [], ...paperTerms(definition, facts.slot) };
  const step = definition.steps.find(({ document, signatories }) => document === facts.kind && signatories.length > 0);
  const ofKind = facts.kind === 'self-view' ? { way: selfViewWay(definition) } : {};
  return { ...facts, roles, signatories: step?.signatories.filter(isOffice) ?? [], signInOrder: step?.signInOrder ?? false, readers: readersOf(definition, facts.kind), opensAt: opensAt(definition.steps, facts.kind), ...ofKind };
}

import type { DocumentFacts, DocumentKind, ActKind } from '@/domain/documents/facts';
import type { Actor, Office } from '@/domain/model';
import { processTemplate } from '@/domain/processes/template';
import type { Tx } from '../db';
import { isUuid, NotFound } from '../not-found';
import type { Prisma } from '../prisma-client/client';
import { visibleDocuments } from '../visible';

const FACTS = {
  acts: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  versions: { orderBy: { number: 'asc' }, select: { id: true, number: true, contentHash: true, createdAt: true, signatures: true } },
  sections: {
    orderBy: { ordinal: 'asc' },
    select: { id: true, key: true, ordinal: true, title: true, version: true, savedAt: true, readyAt: true, assignments: { select: { postId: true } } },
  },
  shares: true,
  cycle: { select: { template: { select: { definition: true } } } },
} satisfies Prisma.DocumentInclude;

type Row = Prisma.DocumentGetPayload<{ include: typeof FACTS }>;

/** The facts of a document that the actor may see; throws NotFound when it is unseen or absent. */
export async function findDocument(tx: Tx, actor: Actor, id: string, at: Date): Promise<DocumentFacts> {
  if (!isUuid(id)) throw new NotFound();
  if (!isId(id)) throw new NotFound();
  return factsOf(tx, await tx.document.findFirst({ where: { AND: [{ id }, visibleDocuments(actor, at)] }, include: FACTS }));
}

/** An address that names no document is not found, like one that names an unseen document. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** The one document of a kind for an authority in a cycle, if the actor may see it. */
export async function findDocumentOf(
  tx: Tx,
  actor: Actor,
  of: { cycleId: string; kind: DocumentKind; authorityId: string | null; slot?: string },
  at: Date,
): Promise<DocumentFacts> {
  const where = { cycleId: of.cycleId, kind: of.kind, authorityId: of.authorityId, slot: of.slot ?? '' };
  return factsOf(tx, await tx.document.findFirst({ where: { AND: [where, visibleDocuments(actor, at)] }, include: FACTS }));
}

/** For what the product does by itself: no actor, so no scope. */
export async function unscopedDocument(tx: Tx, id: string): Promise<DocumentFacts> {
  return factsOf(tx, await tx.document.findUnique({ where: { id }, include: FACTS }));
}

async function factsOf(tx: Tx, row: Row | null): Promise<DocumentFacts> {
  if (!row) throw new NotFound();
  const place = row.authorityId
    ? await tx.cycleAuthority.findUnique({
        where: { cycleId_authorityId: { cycleId: row.cycleId, authorityId: row.authorityId } },
        select: { id: true, groupId: true, leadChallengerAuthorityId: true, session: { select: { challengers: { select: { authorityId: true } } } } },
      })
    : null;
  return {
    id: row.id,
    kind: row.kind as DocumentKind,
    slot: row.slot,
    regionId: row.regionId,
    cycleId: row.cycleId,
    authorityId: row.authorityId,
    cycleAuthorityId: place?.id ?? null,
    groupId: place?.groupId ?? null,
    leadChallengerAuthorityId: place?.leadChallengerAuthorityId ?? null,
    challengerAuthorityIds: place?.session?.challengers.map((challenger) => challenger.authorityId) ?? [],
    ...signOffOf(row),
    acts: row.acts.map((act) => ({ ...act, kind: act.kind as ActKind })),
    versions: row.versions.map(({ id, number, contentHash, createdAt }) => ({ id, number, contentHash, createdAt })),
    signatures: row.versions.flatMap((version) =>
      version.signatures.map((signature) => ({ ...signature, office: signature.office as Office, how: signature.how as 'electronic' | 'paper' })),
    ),
    sections: row.sections.map(({ assignments, ...section }) => ({ ...section, givenToPostIds: assignments.map((given) => given.postId) })),
    shares: row.shares,
  };
}

function signOffOf(row: Row): Pick<DocumentFacts, 'signatories' | 'signInOrder'> {
  const { steps } = processTemplate.parse(row.cycle.template.definition);
  const step = steps.find(({ document, signatories }) => document === row.kind && signatories.length > 0);
  return { signatories: step?.signatories ?? [], signInOrder: step?.signInOrder ?? false };
}

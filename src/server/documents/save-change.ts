import type { Accepted } from '@/domain/decision';
import type { DocumentChange } from '@/domain/documents/change';
import type { DocumentFacts, SectionText } from '@/domain/documents/facts';
import { versionForSignature } from '@/domain/documents/state';
import type { Actor } from '@/domain/model';
import type { Tx } from '../db';
import { contentHash } from './content-hash';
import { sectionsWithFigures } from './figures/store';

type ChangedFacts = Pick<DocumentFacts, 'id' | 'acts' | 'versions'> & Partial<Pick<DocumentFacts, 'sections'>>;

/** Writes what was decided about a document; takes nothing but a decision. Gives the id of the version frozen, if one was. */
export async function saveDocumentChange(
  tx: Tx,
  actor: Actor,
  doc: ChangedFacts,
  { change }: Accepted<DocumentChange>,
  at: Date,
): Promise<{ versionId: string | null }> {
  if (change.write) await writeSections(tx, actor, doc, change.write, at);
  const versionId = change.freeze ? await freezeVersion(tx, actor, doc, at) : null;
  if (change.voidSignatures) await voidSignatures(tx, doc, change.voidSignatures.why, at);
  if (change.sign) await saveSignature(tx, actor, change.sign, at);
  if (change.act) {
    await tx.documentAct.create({
      data: {
        documentId: doc.id,
        kind: change.act.kind,
        reason: change.act.reason ?? '',
        versionId: versionId ?? change.act.versionId ?? null,
        at,
        personId: actor.personId,
        postId: actor.as!.id,
      },
    });
  }
  for (const share of change.share ?? []) {
    const given = { because: share.because, frozenOnly: share.frozenOnly ?? false, untilAt: share.untilAt ?? null, revokedAt: null };
    await tx.share.upsert({
      where: { documentId_audience: { documentId: doc.id, audience: share.audience } },
      create: { documentId: doc.id, audience: share.audience, sinceAt: at, ...given },
      update: given,
    });
  }
  if (change.unshare?.length) {
    await tx.share.updateMany({ where: { documentId: doc.id, audience: { in: [...change.unshare] }, revokedAt: null }, data: { revokedAt: at } });
  }
  return { versionId };
}

async function writeSections(tx: Tx, actor: Actor, doc: ChangedFacts, sections: readonly SectionText[], at: Date): Promise<void> {
  let ordinal = doc.sections?.at(-1)?.ordinal ?? 0;
  for (const { key, title, content } of sections) {
    const text = { title, content: JSON.parse(JSON.stringify(content)), savedAt: at, savedBy: actor.personId };
    const existing = doc.sections?.find((section) => section.key === key);
    const saved = existing
      ? await tx.section.update({ where: { id: existing.id }, data: { ...text, version: { increment: 1 } } })
      : await tx.section.create({ data: { documentId: doc.id, key, ordinal: (ordinal += 1), ...text } });
    await tx.sectionRevision.create({ data: { sectionId: saved.id, version: saved.version, content: text.content, savedAt: at, savedBy: actor.personId } });
  }
}

async function freezeVersion(tx: Tx, actor: Actor, doc: ChangedFacts, at: Date): Promise<string> {
  const sections = await tx.section.findMany({ where: { documentId: doc.id }, orderBy: { ordinal: 'asc' } });
  const live = sections.map(({ key, title, content }) => ({ key, title, content })) as unknown as SectionText[];
  // What a reference stands for at this moment is part of what is signed.
  const content = await sectionsWithFigures(tx, doc.id, live);
  const version = await tx.documentVersion.create({
    data: {
      documentId: doc.id,
      number: (doc.versions.at(-1)?.number ?? 0) + 1,
      content: JSON.parse(JSON.stringify(content)),
      contentHash: contentHash(content),
      createdAt: at,
      createdBy: actor.personId,
    },
  });
  return version.id;
}

/** An electronic signature is the actor's own, whatever was handed over; one on paper is somebody's whom the actor names, recorded by the actor. */
async function saveSignature(tx: Tx, actor: Actor, { versionId, office, party, how, by, postId, scanId, proof }: NonNullable<DocumentChange['sign']>, at: Date): Promise<void> {
  const onPaper = how === 'paper';
  await tx.signature.create({
    data: {
      versionId,
      office,
      party: party ?? null,
      how,
      postId: onPaper ? postId! : actor.as!.id,
      personId: onPaper ? by.personId : actor.personId,
      personName: onPaper ? by.personName : actor.name,
      appointmentId: by.appointmentId,
      acting: by.cover !== null,
      coversId: by.cover?.of?.personId ?? null,
      coversName: by.cover?.of?.name ?? null,
      recordedBy: onPaper ? actor.personId : null,
      scanId: scanId ?? null,
      provedBy: proof.by,
      provedAt: proof.at,
      signedAt: at,
    },
  });
}

async function voidSignatures(tx: Tx, doc: ChangedFacts, why: string, at: Date): Promise<void> {
  const version = versionForSignature(doc);
  if (!version) return;
  await tx.signature.updateMany({ where: { versionId: version.id, voidedAt: null }, data: { voidedAt: at, voidedWhy: why } });
}

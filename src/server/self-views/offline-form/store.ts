import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Accepted } from '@/domain/decision';
import type { DocumentFacts, SectionText } from '@/domain/documents/facts';
import type { DocumentTemplateDefinition } from '@/domain/documents/template';
import { keptForm, type KeptForm } from '@/domain/offline-form/bring-back';
import type { Actor } from '@/domain/model';
import type { Content } from '@/domain/self-views/content';
import { seesDraft } from '@/domain/visibility';
import type { Tx } from '../../db';
import { placeOf } from '../../documents/load';
import { findSections, findTemplate } from '../../documents/store';
import { isUuid, NotFound } from '../../not-found';
import { findSelfView } from '../store';

export interface FormGround {
  doc: DocumentFacts & { authorityId: string };
  template: DocumentTemplateDefinition;
  sections: SectionText[];
  authority: string;
  cycle: string;
}

/** A self-view whose draft the actor sees, with all that its form is made of. */
export async function findFormGround(tx: Tx, actor: Actor, documentId: string, at: Date): Promise<FormGround> {
  const doc = await findSelfView(tx, actor, documentId, at);
  if (!seesDraft(actor, doc.shares, at)) throw new NotFound();
  const [template, sections, place] = await Promise.all([findTemplate(tx, documentId), findSections(tx, documentId), placeOf(doc)]);
  if (!template || !place.authority) throw new NotFound();
  return { doc, template, sections, authority: place.authority.name, cycle: place.cycle.name };
}

const kept = z.array(z.object({ key: z.string(), content: z.record(z.string(), z.unknown()) }));

/** Each section as it was in the version that a form was made from; nothing for one that was downloaded empty (version 0). */
export async function findBases(tx: Tx, { doc, sections }: FormGround, versions: Readonly<Record<string, number>>): Promise<Record<string, Content>> {
  const now = new Map(doc.sections.map(({ key, version }) => [key, version]));
  const earlier = doc.sections.filter(({ key }) => (versions[key] ?? 0) > 0 && versions[key] !== now.get(key));
  const rows = await Promise.all(
    earlier.map(async ({ id, key }) => {
      const revision = await tx.sectionRevision.findFirst({ where: { sectionId: id, version: versions[key]!, conflict: false }, orderBy: { savedAt: 'asc' }, select: { content: true } });
      return { key, content: revision?.content ?? {} };
    }),
  );
  const found = new Map(kept.parse(rows).map(({ key, content }) => [key, content]));
  return Object.fromEntries(sections.map(({ key, content }) => [key, (versions[key] ?? 0) === 0 ? {} : (found.get(key) ?? content)]));
}

export async function saveReturnedForm(tx: Tx, actor: Actor, documentId: string, file: { name: string; bytes: Uint8Array }, { change }: Accepted<KeptForm>, at: Date): Promise<string> {
  const { id } = await tx.returnedForm.create({
    data: { documentId, name: file.name, sha256: createHash('sha256').update(file.bytes).digest('hex'), returnedAt: at, returnedBy: actor.personId, postId: actor.as!.id, content: JSON.parse(JSON.stringify(change)), taken: [] },
  });
  return id;
}

export interface ReturnedForm {
  id: string;
  name: string;
  returnedAt: Date;
  returnedBy: string;
  taken: string[];
  form: KeptForm;
}

export async function findReturnedForm(tx: Tx, documentId: string, formId: string): Promise<ReturnedForm> {
  if (!isUuid(formId)) throw new NotFound();
  const row = await tx.returnedForm.findFirst({ where: { id: formId, documentId } });
  if (!row) throw new NotFound();
  const { id, name, returnedAt, returnedBy, taken, content } = row;
  return { id, name, returnedAt, returnedBy, taken, form: keptForm.parse(content) };
}

export async function saveTaken(tx: Tx, formId: string, taken: readonly string[]): Promise<void> {
  await tx.returnedForm.update({ where: { id: formId }, data: { taken: [...new Set(taken)] } });
}

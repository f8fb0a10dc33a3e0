import { createHash } from 'node:crypto';
import type { Accepted } from '@/domain/decision';
import { DOCUMENT_KINDS, type DocumentKind } from '@/domain/documents/facts';
import { documentTemplate } from '@/domain/documents/template';
import type { Actor } from '@/domain/model';
import { permits } from '@/domain/permissions';
import { placeholdersOf, type Placeholder } from '@/domain/word-templates/placeholders';
import type { TemplateFact } from '@/domain/word-templates/keep-template';
import type { Tx } from '../db';
import { NotFound } from '../not-found';

/** The region whose templates the actor looks after; NotFound for everyone else. */
export function regionOf(actor: Actor): { id: string; name: string } {
  const post = [actor.as, ...actor.posts].find((each) => each && permits('word-template.keep', each, { regionId: each.region.id }));
  if (!post) throw new NotFound();
  return post.region;
}

/** Each paper of a process has sections of its own, so no one template fits them: they go out in the look of the product. */
export const TEMPLATED_KINDS: readonly DocumentKind[] = DOCUMENT_KINDS.filter((kind) => kind !== 'paper');

export function kindIn(text: string): DocumentKind {
  const kind = TEMPLATED_KINDS.find((each) => each === text);
  if (!kind) throw new NotFound();
  return kind;
}

export interface KindGround {
  sections: { key: string; title: string }[];
  placeholders: Placeholder[];
}

/** What a template of this kind may hold in this region, by the newest template of its words. */
export async function findKind(tx: Tx, regionId: string, kind: DocumentKind): Promise<KindGround> {
  const row = await tx.documentTemplate.findFirst({ where: { regionId, kind, key: '' }, orderBy: { version: 'desc' }, select: { definition: true } });
  const sections = row ? documentTemplate.parse(row.definition).sections.map(({ key, title }) => ({ key, title })) : [];
  return { sections, placeholders: placeholdersOf(kind, sections) };
}

export async function findLastVersion(tx: Tx, regionId: string, kind: DocumentKind): Promise<number> {
  const last = await tx.wordTemplate.findFirst({ where: { regionId, kind }, orderBy: { version: 'desc' }, select: { version: true } });
  return last?.version ?? 0;
}

export async function findTemplateVersion(tx: Tx, regionId: string, kind: DocumentKind, version: number): Promise<TemplateFact> {
  const found = await tx.wordTemplate.findUnique({ where: { regionId_kind_version: { regionId, kind, version } }, select: { id: true, regionId: true, version: true, withdrawnAt: true } });
  if (!found) throw new NotFound();
  return { ...found, kind };
}

export async function saveTemplate(tx: Tx, actor: Actor, regionId: string, bytes: Uint8Array, { change }: Accepted<{ kind: DocumentKind; name: string; version: number }>, at: Date): Promise<void> {
  await tx.wordTemplate.create({
    data: { regionId, ...change, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: new Uint8Array(bytes), uploadedAt: at, uploadedBy: actor.personId, postId: actor.as!.id },
  });
}

export async function saveWithdrawal(tx: Tx, actor: Actor, { change }: Accepted<{ templateId: string }>, at: Date): Promise<void> {
  await tx.wordTemplate.update({ where: { id: change.templateId }, data: { withdrawnAt: at, withdrawnBy: actor.personId } });
}

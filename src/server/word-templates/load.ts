import type { DocumentKind } from '@/domain/documents/facts';
import type { Actor, HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { illustration } from '@/domain/word-templates/illustration';
import { db } from '../db';
import { NotFound } from '../not-found';
import { fillTemplate } from '../word/fill-template';
import { writeStarter } from '../word/write-starter';
import { findKind, kindIn, regionOf, TEMPLATED_KINDS } from './store';

/** The template in which Word copies of a kind go out in a region now; null for the product's own look. */
export async function findCurrentTemplate(regionId: string, kind: DocumentKind): Promise<Uint8Array | null> {
  const found = await db.wordTemplate.findFirst({ where: { regionId, kind, withdrawnAt: null }, orderBy: { version: 'desc' }, select: { bytes: true } });
  return found?.bytes ?? null;
}

/** Every kind of document with the template that is used for it. */
export async function loadTemplates(actor: Actor) {
  const region = regionOf(actor);
  const rows = await db.wordTemplate.findMany({ where: { regionId: region.id }, orderBy: { version: 'desc' }, select: { kind: true, version: true, name: true, uploadedAt: true, withdrawnAt: true } });
  return { region, kinds: TEMPLATED_KINDS.map((kind) => ({ kind, current: rows.find((row) => row.kind === kind && !row.withdrawnAt) ?? null, kept: rows.filter((row) => row.kind === kind).length })) };
}

/** One kind: its placeholders and every template that was ever put in place. */
export async function loadTemplateKind(actor: Actor, kindName: string) {
  const region = regionOf(actor);
  const kind = kindIn(kindName);
  const [{ placeholders, sections }, rows] = await Promise.all([
    findKind(db, region.id, kind),
    db.wordTemplate.findMany({ where: { regionId: region.id, kind }, orderBy: { version: 'desc' }, select: { version: true, name: true, size: true, uploadedAt: true, uploadedBy: true, withdrawnAt: true } }),
  ]);
  const people = await db.person.findMany({ where: { id: { in: rows.map(({ uploadedBy }) => uploadedBy) } }, select: { id: true, name: true } });
  const current = rows.find(({ withdrawnAt }) => !withdrawnAt)?.version ?? null;
  return {
    region,
    kind,
    sections,
    placeholders,
    versions: rows.map((row) => ({ ...row, by: people.find(({ id }) => id === row.uploadedBy)?.name ?? '', isCurrent: row.version === current })),
    may: capacityFor(actor, 'word-template.keep', { regionId: region.id }) as HeldPost,
  };
}

export async function loadStarter(actor: Actor, kindName: string): Promise<Uint8Array> {
  const region = regionOf(actor);
  const { placeholders } = await findKind(db, region.id, kindIn(kindName));
  return writeStarter({ signed: placeholders.some(({ name, required }) => name === 'signatures' && required) });
}

export async function loadTemplateFile(actor: Actor, kindName: string, version: number): Promise<{ name: string; bytes: Uint8Array }> {
  const found = await db.wordTemplate.findUnique({ where: { regionId_kind_version: { regionId: regionOf(actor).id, kind: kindIn(kindName), version } }, select: { name: true, bytes: true } });
  if (!found) throw new NotFound();
  return found;
}

/** A template filled with a made-up document. */
export async function loadTemplatePreview(actor: Actor, kindName: string, version: number): Promise<Uint8Array> {
  const { bytes } = await loadTemplateFile(actor, kindName, version);
  const { sections } = await findKind(db, regionOf(actor).id, kindIn(kindName));
  return fillTemplate(bytes, illustration(kindIn(kindName), sections));
}

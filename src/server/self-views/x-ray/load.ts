import { z } from 'zod';
import { CHILD_DATA, type ChildDataKind } from '@/domain/child-data/find';
import { masked } from '@/domain/child-data/masked';
import { holdsFile } from '@/domain/evidence';
import { closedToEditing } from '@/domain/documents/edit';
import type { DocumentKind, SectionText } from '@/domain/documents/facts';
import { versionForSignature } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import { fileReading } from '@/domain/file-reading';
import type { Actor, HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { childDataInSections } from '@/domain/self-views/child-data';
import { standingAmong } from '@/domain/self-views/standing';
import { xRay, type XRayFinding } from '@/domain/self-views/x-ray';
import type { FigureFacts } from '@/domain/self-views/x-ray-figures';
import type { XRayRule } from '@/domain/self-views/x-ray-rules';
import { audience } from '@/domain/visibility';
import { today } from '../../days';
import { db } from '../../db';
import { hashOfWords } from '../../office-files/hash-of-words';
import { findRulesInForce } from '../advice/store';
import { findEarlierViews, findOpenActions, findSelfView, findTemplateById } from '../store';

export interface AskedWords {
  kind: ChildDataKind;
  what: string;
  where: string;
  masked: string;
  hash: string;
  sectionKey: string;
  fieldKey: string | null;
  /** Of a finding in a file. */
  fileId: string | null;
  /** The post in which this person may say that it is no child's; null for those who only read. */
  as: HeldPost | null;
}

export interface SeenThrough {
  documentId: string;
  kind: DocumentKind;
  /** What its process calls it; empty for what the product does. */
  name: string;
  authority: string;
  cycle: string;
  /** Of the version that is out for signature; null while the text is written. */
  version: number | null;
  rules: XRayRule[];
  findings: (XRayFinding & { section: string })[];
  /** What looks like data about a child and nobody has said that it is not. */
  childData: AskedWords[];
  confirmed: number;
  /** Files whose words could not be read. */
  unread: { id: string; name: string }[];
}

/**
 * The self-view looked through: what is out for signature, else as it stands. For the authority's own side alone; null for everyone
 * else, whatever else they may see of it, and for any other kind of document.
 */
export async function loadXRay(actor: Actor, documentId: string, at: Date): Promise<SeenThrough | null> {
  const about = await db.document.findUnique({ where: { id: documentId }, select: { kind: true, authorityId: true, regionId: true, templateId: true, cycle: { select: { name: true } }, authority: { select: { shortName: true } } } });
  if (about?.kind !== 'self-view' || !about.authorityId || !about.templateId || !actor.audiences.includes(audience.authority(about.authorityId))) return null;
  const doc = await findSelfView(db, actor, documentId, at);
  const template = await findTemplateById(db, about.templateId);
  const version = versionForSignature(doc);
  const [sections, rules, earlier, openActions, figures, confirmations, files] = await Promise.all([
    version ? frozen(version.id) : live(documentId),
    findRulesInForce(db, about.regionId, template),
    findEarlierViews(db, doc),
    findOpenActions(db, doc),
    figuresOf(doc),
    db.childDataConfirmation.findMany({ where: { documentId }, select: { hash: true } }),
    db.evidenceFile.findMany({ where: { documentId, removedAt: null }, orderBy: { uploadedAt: 'asc' }, select: { id: true, name: true, sectionKey: true, reading: true } }),
  ]);
  const on = today(at);
  const isConfirmed = (hash: string) => confirmations.some((one) => one.hash === hash);
  const writes = (sectionKey: string) => (closedToEditing(doc) ? null : capacityFor(actor, 'self-view.write', { ...subjectOf(doc), givenToPostIds: doc.sections.find(({ key }) => key === sectionKey)?.givenToPostIds ?? [] }));
  const held = files.filter(({ id }) => holdsFile(sections, id));
  const asked = [
    ...childDataInSections(sections, template, on).map(({ kind, words, where, sectionKey, fieldKey }): AskedWords => ({ kind, what: CHILD_DATA[kind], where, masked: masked(words), hash: hashOfWords(documentId, { kind, words }), sectionKey, fieldKey, fileId: null, as: writes(sectionKey) })),
    ...held.flatMap(({ id, name, sectionKey, reading }) => (readingOf(reading)?.found ?? []).map(({ kind, where, masked: words, hash }): AskedWords => ({ kind, what: CHILD_DATA[kind], where: `${name}, ${where}`, masked: words, hash, sectionKey, fieldKey: null, fileId: id, as: writes(sectionKey) }))),
  ].filter((one, index, all) => all.findIndex(({ hash, where }) => hash === one.hash && where === one.where) === index);
  return {
    documentId,
    kind: doc.kind,
    name: doc.name ?? '',
    authority: about.authority?.shortName ?? '',
    cycle: about.cycle.name,
    version: version?.number ?? null,
    rules,
    findings: xRay({ template, sections, rules, figures, carried: { earlier, openActions, exceptions: [] }, on }).map((finding) => ({ ...finding, section: sections.find(({ key }) => key === finding.sectionKey)?.title ?? '' })),
    childData: asked.filter(({ hash }) => !isConfirmed(hash)),
    confirmed: asked.filter(({ hash }) => isConfirmed(hash)).length,
    unread: held.filter(({ reading }) => (readingOf(reading)?.outcome ?? 'not-in-time') !== 'read').map(({ id, name }) => ({ id, name })),
  };
}

const readingOf = (stored: unknown) => fileReading.nullable().catch(null).parse(stored ?? null);

async function live(documentId: string): Promise<SectionText[]> {
  const rows = await db.section.findMany({ where: { documentId }, orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true } });
  return rows as unknown as SectionText[];
}

async function frozen(versionId: string): Promise<SectionText[]> {
  const { content } = await db.documentVersion.findUniqueOrThrow({ where: { id: versionId }, select: { content: true } });
  return content as unknown as SectionText[];
}

/** The authority's own figures that are good or bad by their polarity, with where they stand in the region. */
async function figuresOf({ cycleId, authorityId }: { cycleId: string; authorityId: string }): Promise<FigureFacts[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT i.key, i.name, i.topic, i.unit, i.polarity, f.value::float8 AS value, f.previous::float8 AS previous,
      count(o.id)::int AS "of", (count(o.id) FILTER (WHERE o.value > f.value))::int AS above, (count(o.id) FILTER (WHERE o.value < f.value))::int AS below
    FROM "Figure" f JOIN "Indicator" i ON i.id = f."indicatorId"
    JOIN "Figure" o ON o."cycleId" = f."cycleId" AND o."indicatorId" = f."indicatorId" AND o.value IS NOT NULL
    WHERE f."cycleId" = ${cycleId}::uuid AND f."authorityId" = ${authorityId}::uuid AND f.value IS NOT NULL AND i.polarity IN ('higher', 'lower')
    GROUP BY f.id, i.id ORDER BY i.topic, i.name`;
  return figureRows.parse(rows).map(({ of, above, below, ...figure }) => ({ ...figure, standing: standingAmong({ of, above, below }, figure.polarity) }));
}

const figureRows = z.array(z.object({ key: z.string(), name: z.string(), topic: z.string(), unit: z.string(), polarity: z.enum(['higher', 'lower']), value: z.number(), previous: z.number().nullable(), of: z.number(), above: z.number(), below: z.number() }));

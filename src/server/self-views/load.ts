import { z } from 'zod';
import { editWarning, closedToEditing } from '@/domain/documents/edit';
import { sharedVersion, stillToSign, versionForSignature } from '@/domain/documents/state';
import { withFigures } from '@/domain/documents/figure-references';
import { sectionInWords } from '@/domain/documents/in-words';
import { subjectOf } from '@/domain/documents/subject';
import type { DocumentTemplateDefinition, SectionDefinition } from '@/domain/documents/template';
import type { DocumentFacts, SectionText } from '@/domain/documents/facts';
import { fileReading, unseenSentence } from '@/domain/file-reading';
import { placeOf, type Place } from '@/domain/journey-grid';
import type { Actor, Day, HeldPost } from '@/domain/model';
import { earlierPoints } from '@/domain/self-views/threads';
import { capacityFor } from '@/domain/permissions';
import { earlierPlaces, pointsOf, takesFromBefore, yearsNamed, type EarlierView } from '@/domain/self-views/carry-forward';
import { valueOf, type Journey } from '@/domain/self-views/content';
import { isInReview } from '@/domain/self-views/review';
import { audience, isLive, seesDraft } from '@/domain/visibility';
import { db, rowsOf } from '../db';
import { findQuotableFigures, sectionsWithFigures, type FigureBeside } from '../documents/figures/store';
import { NotFound } from '../not-found';
import { namesOfPosts } from '../post-names/load';
import { Prisma } from '../prisma-client/client';
import { visibleDocuments } from '../visible';
import { unscopedStepFacts } from '../step-facts/load';
import { loadSectionLines } from './lines/load';
import { findEarlierViews, findSelfView, findTemplateById, sectionOf } from './store';

/**
 * The overview: every section with who writes it, by when, what it lacks; the journey; who can see it; what comes next. For the own
 * side; null for those who see only what was handed on.
 */
export async function loadSelfView(actor: Actor, documentId: string, at: Date) {
  const doc = await findSelfView(db, actor, documentId, at);
  if (!seesDraft(actor, doc.shares, at)) return null;
  const about = await aboutOf(doc);
  const [lines, due] = await Promise.all([loadSectionLines(actor, doc, about.template, at), dueOf(doc, at)]);
  const subject = subjectOf(doc);
  const grid = journeyOf(about.template, lines.sections);
  return {
    doc,
    ...about,
    template: about.template,
    sections: lines.lines,
    texts: lines.sections,
    grid,
    due,
    posts: lines.colleagues,
    inReview: isInReview(doc),
    closed: closedToEditing(doc),
    warning: editWarning(doc),
    outForSignature: versionForSignature(doc),
    stillToSign: stillToSign(doc),
    shares: doc.shares.filter((share) => isLive(share, at)),
    may: {
      write: capacityFor(actor, 'self-view.write', subject),
      assign: capacityFor(actor, 'self-view.assign', subject),
      putForReview: capacityFor(actor, 'self-view.put-for-review', subject),
      putForSignature: capacityFor(actor, 'self-view.put-for-signature', subject),
    },
  };
}

/** One section as its writers see it, with what stands beside it: figures, last year, comments, texts that two changed. */
export async function loadSection(actor: Actor, documentId: string, sectionKey: string, at: Date) {
  const doc = await findSelfView(db, actor, documentId, at);
  if (!seesDraft(actor, doc.shares, at)) throw new NotFound();
  const section = sectionOf(doc, sectionKey);
  const about = await aboutOf(doc);
  const [lines, earlier, comments, files, revisions, due, quotable] = await Promise.all([
    loadSectionLines(actor, doc, about.template, at),
    findEarlierViews(db, doc),
    commentsOf(doc),
    filesOf(documentId, sectionKey),
    db.sectionRevision.findMany({ where: { sectionId: section.id }, orderBy: { savedAt: 'desc' }, select: { id: true, conflict: true, savedAt: true, savedBy: true }, take: 200 }),
    dueOf(doc, at),
    findQuotableFigures(db, doc),
  ]);
  const definition = about.template.sections.find(({ key }) => key === sectionKey);
  if (!definition) throw new NotFound();
  const { content, ...stands } = lines.stands.get(sectionKey)!;
  const subject = { ...subjectOf(doc), givenToPostIds: section.givenToPostIds };
  const last = earlier[0];
  return {
    doc,
    ...about,
    section: { ...section, ...stands },
    definition,
    content,
    lines: lines.lines,
    line: lines.lines.find(({ key }) => key === sectionKey)!,
    figures: figuresFor(definition, quotable),
    /** Every figure that its words may quote. */
    quotable,
    /** As readers and their comments have it: with the figures that it quotes. */
    inWords: comments.length === 0 ? '' : sectionInWords(withFigures([{ key: sectionKey, title: section.title, content }], quotable)[0]!, about.template),
    challenge: definition.fields.some(({ kind }) => kind === 'progress' || kind === 'points') ? await lastChallenge(actor, doc, at) : null,
    comments: comments.filter((comment) => comment.sectionKey === sectionKey),
    files: new Map(files.map((file) => [file.id, file])),
    beside: revisions.filter(({ conflict }) => conflict),
    saves: revisions.filter(({ conflict }) => !conflict).length,
    writtenBy: await namesOf(revisions.map(({ savedBy }) => savedBy)),
    due,
    lastYear: last ? { cycle: last.cycle, points: lastNamed(last, section, about.template), places: earlierPlaces(last) } : null,
    /** Every strength and area of the years before, whatever section named it. */
    earlierPoints: earlierPoints(earlier),
    yearsNamed: (thread: string) => yearsNamed(thread, earlier),
    /** Threads that this year's self-view names anywhere. */
    namedThreads: new Set(pointsOf(lines.sections, about.template).map(({ thread }) => thread)),
    closed: closedToEditing(doc),
    warning: editWarning(doc),
    shares: doc.shares.filter((share) => isLive(share, at)),
    may: { write: capacityFor(actor, 'self-view.write', subject), comment: capacityFor(actor, 'self-view.comment', subject), assign: capacityFor(actor, 'self-view.assign', subject) },
  };
}

/** Files of a section, each with how many places in it look like data about a child, and whether it names those who made it. */
async function filesOf(documentId: string, sectionKey: string) {
  const [rows, confirmed] = await Promise.all([
    db.evidenceFile.findMany({ where: { documentId, sectionKey, removedAt: null }, select: { id: true, name: true, size: true, reading: true } }),
    db.childDataConfirmation.findMany({ where: { documentId }, select: { hash: true } }),
  ]);
  return rows.map(({ reading: stored, ...file }) => {
    const reading = fileReading.nullable().catch(null).parse(stored ?? null);
    const asked = reading?.found.filter(({ hash }) => !confirmed.some((one) => one.hash === hash)).length ?? 0;
    const unlisted = reading?.more ?? 0;
    return { ...file, asked: asked + unlisted, unseen: reading && unseenSentence(reading), namesMakers: (reading?.authorship.length ?? 0) > 0 };
  });
}

/** What last year's section named; in every section, too, what stood in sections that the template no longer has. */
function lastNamed(last: EarlierView, section: { key: string; title: string }, template: DocumentTemplateDefinition) {
  const titles = new Map(last.sections.map(({ key, title }) => [key, title]));
  const isGone = (key: string) => !template.sections.some((one) => one.key === key || one.title === titles.get(key));
  return pointsOf(last.sections, last.template).filter(({ sectionKey }) => sectionKey === section.key || titles.get(sectionKey) === section.title || isGone(sectionKey));
}

/** Does a writer's opening of this section lay out anything from earlier cycles or the figures? */
export function isToBeOpened(definition: SectionDefinition): boolean {
  return takesFromBefore(definition.fields);
}

/** The whole text: the live draft with its comments for the own side, for everyone else the version that was handed on. */
export async function loadReading(actor: Actor, documentId: string, at: Date) {
  const doc = await findSelfView(db, actor, documentId, at);
  const live = seesDraft(actor, doc.shares, at);
  const version = live ? null : sharedVersion(doc);
  if (!live && !version) throw new NotFound();
  const [about, sections, comments, files] = await Promise.all([
    aboutOf(doc),
    version ? db.documentVersion.findUniqueOrThrow({ where: { id: version.id }, select: { content: true } }).then(({ content }) => content as unknown as SectionText[]) : liveSections(documentId),
    live ? commentsOf(doc) : [],
    db.evidenceFile.findMany({ where: { documentId }, select: { id: true, name: true, size: true } }),
  ]);
  const subject = subjectOf(doc);
  return {
    doc,
    ...about,
    live,
    version,
    sections,
    comments,
    files: new Map(files.map((file) => [file.id, file])),
    grid: journeyOf(about.template, sections),
    inReview: isInReview(doc),
    closed: closedToEditing(doc),
    shares: doc.shares.filter((share) => isLive(share, at)),
    may: {
      comment: live ? capacityFor(actor, 'self-view.comment', subject) : null,
      /** Those who write a section settle its comments. */
      settle: (sectionKey: string) => (live ? capacityFor(actor, 'self-view.write', { ...subject, givenToPostIds: doc.sections.find(({ key }) => key === sectionKey)?.givenToPostIds ?? [] }) : null),
    },
  };
}

export interface SectionComment {
  id: string;
  sectionKey: string;
  paragraph: number;
  quoted: string;
  body: string;
  at: Date;
  post: string;
  settledAs: string | null;
  answer: string;
}

async function commentsOf(doc: DocumentFacts & { authorityId: string }): Promise<SectionComment[]> {
  const rows = await db.comment.findMany({ where: { documentId: doc.id, audience: audience.authority(doc.authorityId) }, orderBy: { at: 'asc' } });
  const names = await namesOfPosts(db, rows.map(({ postId }) => postId));
  return rows.map(({ id, sectionKey, paragraph, quoted, body, at, postId, settledAs, answer }) => ({ id, sectionKey, paragraph, quoted, body, at, post: names.get(postId) ?? '', settledAs, answer }));
}

async function aboutOf(doc: DocumentFacts & { authorityId: string }) {
  const [found] = await rowsOf(db, Prisma.sql`
    SELECT d."templateId", cy.name AS cycle, a."shortName" AS authority, a.slug, r.name AS region, g.name AS "group"
    FROM "Document" d JOIN "Cycle" cy ON cy.id = d."cycleId" JOIN "Region" r ON r.id = d."regionId" JOIN "Authority" a ON a.id = d."authorityId"
    LEFT JOIN "Group" g ON g.id = ${doc.groupId}::uuid
    WHERE d.id = ${doc.id}::uuid`);
  const { templateId, cycle, authority, slug, region, group } = aboutRow.parse(found);
  return { template: await findTemplateById(db, templateId), cycle, authority, slug, names: { roles: doc.roles, authority, region, ...(group !== null && { group }) } };
}

const aboutRow = z.object({ templateId: z.string(), cycle: z.string(), authority: z.string(), slug: z.string(), region: z.string(), group: z.string().nullable() });

async function liveSections(documentId: string): Promise<SectionText[]> {
  const rows = await db.section.findMany({ where: { documentId }, orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true } });
  return sectionsWithFigures(db, documentId, rows as unknown as SectionText[]);
}

/** By when the self-view goes to those who sign it, as the cycle's dates stand. */
async function dueOf(doc: DocumentFacts & { authorityId: string }, at: Date): Promise<{ act: string; dueOn: Day } | null> {
  const { definition, schedule } = await unscopedStepFacts(db, { cycle: { id: doc.cycleId }, of: { authorityIds: [doc.authorityId] }, audiences: [] }, at);
  const step = definition.steps.find((one) => one.document === 'self-view' && one.doneWhen === 'put-for-signature');
  return step ? { act: step.act, dueOn: schedule.at(step.key, { authorityId: doc.authorityId, groupId: doc.groupId }).dueOn } : null;
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({ where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** The headline with which the region challenged the authority in the cycle before. */
async function lastChallenge(actor: Actor, doc: DocumentFacts & { authorityId: string }, at: Date): Promise<{ cycle: string; headline: string } | null> {
  const { anchorOn } = await db.cycle.findUniqueOrThrow({ where: { id: doc.cycleId }, select: { anchorOn: true } });
  const before = await db.document.findFirst({
    where: { AND: [visibleDocuments(actor, at), { kind: 'questions', authorityId: doc.authorityId, cycle: { anchorOn: { lt: anchorOn } } }] },
    orderBy: { cycle: { anchorOn: 'desc' } },
    select: { cycle: { select: { name: true } }, questionSet: { select: { headline: true } } },
  });
  return before?.questionSet?.headline ? { cycle: before.cycle.name, headline: before.questionSet.headline } : null;
}

/** The figures of the section's topics, in their order. */
function figuresFor(definition: SectionDefinition, figures: readonly FigureBeside[]): FigureBeside[] {
  const topics = definition.fields.flatMap((field) => field.topics ?? []);
  return figures.filter(({ topic }) => topics.includes(topic)).sort((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic));
}

function journeyOf(template: DocumentTemplateDefinition, sections: readonly SectionText[]) {
  for (const section of template.sections) {
    const field = section.fields.find(({ kind }) => kind === 'journey');
    if (!field) continue;
    const content = sections.find(({ key }) => key === section.key)?.content ?? {};
    const { placements } = valueOf({ ...field, kind: 'journey' }, content) as Journey;
    const places: Record<string, Place | null> = Object.fromEntries(Object.entries(placements).map(([enabler, placed]) => [enabler, placeOf(placed)]));
    return { sectionKey: section.key, field, placements, places, enablers: template.journey?.enablers ?? [], stages: template.journey?.stages };
  }
  return null;
}

export type LoadedSection = Awaited<ReturnType<typeof loadSection>>;
export type LoadedSelfView = NonNullable<Awaited<ReturnType<typeof loadSelfView>>>;
export type LoadedReading = Awaited<ReturnType<typeof loadReading>>;
export type MayWrite = HeldPost | null;

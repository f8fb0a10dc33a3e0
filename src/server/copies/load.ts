import type { Rating } from '@/domain/action-plans';
import { copyName, orNothing, type Copy, type CopySection } from '@/domain/copies/copy';
import { dayOfInWords, momentInWords, whoMaySee } from '@/domain/copies/in-words';
import type { JourneyView } from '@/domain/copies/journey-table';
import { packSections, planSections, readingSections, textSections, type CopiedFigure } from '@/domain/copies/sections';
import { signaturePage } from '@/domain/copies/signature-page';
import { whichText } from '@/domain/copies/which-text';
import { documentAddress } from '@/domain/documents/address';
import { nameOf, type DocumentFacts, type SectionText, type VersionFact } from '@/domain/documents/facts';
import { isWritten } from '@/domain/action-plans';
import { sharedVersion } from '@/domain/documents/state';
import type { Marker } from '@/domain/figures';
import { placeOf, type Place } from '@/domain/journey-grid';
import type { Actor } from '@/domain/model';
import { isAgreed, isIssued, type Focus, type Source } from '@/domain/questions';
import { journey } from '@/domain/self-views/content';
import { dayOf } from '../days';
import { db } from '../db';
import { contentHash } from '../documents/content-hash';
import { loadDocumentHead, type DocumentHead } from '../documents/load';
import { findLiveText, findTemplate, findVersionText } from '../documents/store';
import { isDemonstration } from '../is-demonstration';
import { NotFound } from '../not-found';
import { visibleDocuments } from '../visible';

export interface LoadedCopy {
  copy: Copy;
  /** Without its ending. */
  fileName: string;
  regionId: string;
  /** Whether it is written on the first format of its kind, for which a region's own Word template is made. */
  isFirstFormat: boolean;
}

/** A document as it may leave the product for this reader: one version, or (number null) the text as it stands now. NotFound for others. */
export async function loadCopy(actor: Actor, { documentId, number, origin }: { documentId: string; number: number | null; origin: string }, at: Date): Promise<LoadedCopy> {
  const head = await loadDocumentHead(actor, documentId, at);
  const which = whichText(actor, head.doc, number, at);
  if (!which) throw new NotFound();
  const { doc, place, names } = head;
  const own = place.authority?.name ?? (doc.kind === 'paper' && place.group ? place.group.name : place.region.name);
  const content = which.live ? await findLiveText(db, documentId) : await findVersionText(db, which.version.id);
  const version = which.live ? versionOf(doc, content) : which.version;
  const isDraft = !version && !isLivingPlan(doc);
  const standing = version ? `version ${version.number}` : isDraft ? 'draft' : 'as it stands';
  const format = await db.documentTemplate.findFirst({ where: { documents: { some: { id: doc.id } } }, select: { key: true } });
  return {
    regionId: doc.regionId,
    isFirstFormat: !format?.key,
    fileName: copyName({ place: own, name: `${nameOf(doc)}${place.peer ? ` by ${place.peer.name}` : ''}`, cycle: place.cycle.name, version: version ? standing : `${standing} ${dayOfInWords(at)}` }),
    copy: {
      kind: doc.kind,
      title: head.title,
      place: own,
      cycle: place.cycle.name,
      version: standing.charAt(0).toUpperCase() + standing.slice(1),
      about: `${place.cycle.name} cycle. ${place.leads ? `Led by ${place.leads}. ` : ''}${version ? `Version ${version.number}, frozen on ${momentInWords(version.createdAt)}` : `${isDraft ? 'The draft as it stood' : 'As it stood'} on ${momentInWords(at)}`}.`,
      isDraft,
      marks: [...(isDraft ? ['DRAFT'] : []), ...(isDemonstration() ? ['Demonstration: people and figures are invented'] : [])],
      whoMaySee: whoMaySee(head.shares, names),
      address: `${origin}${which.live ? documentAddress(doc) : `/documents/${doc.id}/versions/${which.version.number}`}`,
      sections: await sectionsOf(actor, head, content, which.live && !version, own, at),
      signatures: signaturePage(doc, version?.id ?? null, place.authority?.name ?? place.region.name, place.parties),
    },
  };
}

/** A living text that says what its last version says is that version. */
function versionOf(doc: DocumentFacts, content: readonly SectionText[]): VersionFact | null {
  const last = doc.versions.at(-1);
  return last && content.length > 0 && doc.kind !== 'action-plan' && last.contentHash === contentHash(content) && isStillQuestions(doc) ? last : null;
}

/** Questions that were opened again are kept elsewhere while they are drafted. */
const isStillQuestions = (doc: DocumentFacts) => doc.kind !== 'questions' || isAgreed(doc) || isIssued(doc);

/** A plan that was put forward lives on: what stands in it is no draft. */
const isLivingPlan = (doc: DocumentFacts) => doc.kind === 'action-plan' && isWritten(doc);

async function sectionsOf(actor: Actor, { doc, place }: DocumentHead, content: readonly SectionText[], living: boolean, own: string, at: Date): Promise<CopySection[]> {
  if (doc.kind === 'action-plan' && living) return planSections(await actionsOf(doc.id), own);
  const pack = doc.kind === 'questions' ? await packOf(actor, doc, own, place.region.name, at) : [];
  if (doc.kind === 'questions' && living) return [...readingSections(await readingOf(doc.id)), ...pack];
  if (content.length === 0) return [{ key: 'text', title: 'Text', blocks: orNothing([]) }];
  const [template, files] = await Promise.all([findTemplate(db, doc.id), db.evidenceFile.findMany({ where: { documentId: doc.id }, select: { id: true, name: true } })]);
  return [...textSections(content, template, { authority: own, files: new Map(files.map(({ id, name }) => [id, name])) }), ...pack];
}

async function actionsOf(documentId: string) {
  const rows = await db.action.findMany({
    where: { documentId },
    orderBy: { ordinal: 'asc' },
    include: { reports: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 }, reviews: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
  });
  return rows.map(({ ordinal, finding, action, impact, measure, owner, dueOn, reports: [report], reviews: [review], closedAt, stoppedAt, stoppedWhy }) => ({
    number: ordinal,
    finding,
    action,
    impact,
    measure,
    owner,
    dueOn: dayOf(dueOn),
    own: (report?.rating as Rating | undefined) ?? null,
    ownWords: [report?.text, report?.evidence && `Evidence: ${report.evidence}`].filter(Boolean).join(' '),
    friend: (review?.rating as Rating | undefined) ?? null,
    friendWords: review?.comment ?? '',
    ended: stoppedAt ? `Stopped: ${stoppedWhy ?? ''}` : closedAt ? 'Closed' : '',
  }));
}

async function readingOf(documentId: string) {
  const set = await db.questionSet.findUniqueOrThrow({ where: { documentId }, include: { questions: { where: { removedAt: null }, orderBy: { ordinal: 'asc' } } } });
  const focus: Focus[] = [...(set.focusEducation ? (['education'] as const) : []), ...(set.focusSocialCare ? (['social-care'] as const) : [])];
  return { headline: set.headline, summary: set.summary, focus, questions: set.questions.map(({ text, focus: of, source }) => ({ text, focus: of as Focus, source: source as Source })) };
}

/** Both views of the journey and the figures: the authority's own view as it was sent, for those who may see it. */
async function packOf(actor: Actor, doc: DocumentFacts, authority: string, region: string, at: Date): Promise<CopySection[]> {
  const [figures, placements, selfView, source] = await Promise.all([
    db.figure.findMany({ where: { cycleId: doc.cycleId, authorityId: doc.authorityId! }, include: { indicator: true }, orderBy: [{ indicator: { topic: 'asc' } }, { indicator: { name: 'asc' } }] }),
    db.placement.findMany({ where: { assessor: 'region', questionSet: { documentId: doc.id } } }),
    db.document.findFirst({
      where: { AND: [visibleDocuments(actor, at), { cycleId: doc.cycleId, authorityId: doc.authorityId, kind: 'self-view' }] },
      select: { acts: { orderBy: [{ at: 'asc' }, { id: 'asc' }] }, versions: { select: { id: true, number: true, contentHash: true, createdAt: true } } },
    }),
    db.document.findFirst({ where: { cycleId: doc.cycleId, authorityId: doc.authorityId, kind: 'self-view' }, select: { id: true } }),
  ]);
  const sent = selfView && sharedVersion({ acts: selfView.acts as never, versions: selfView.versions });
  const template = source && (await findTemplate(db, source.id));
  const views: JourneyView[] = [
    ...(sent ? [{ name: `${authority}’s own view`, places: placesIn(await findVersionText(db, sent.id)) }] : []),
    { name: 'The data group’s view', places: Object.fromEntries(placements.map(({ enabler, stage, half }) => [enabler, { stage, half } as Place])) },
  ];
  const amount = (value: { toNumber(): number } | null) => value?.toNumber() ?? null;
  const rows = figures.map(({ indicator, period, marker, value, regional, neighbours, england }): CopiedFigure => ({
    topic: indicator.topic,
    name: indicator.name,
    unit: indicator.unit,
    period,
    marker: marker as Marker | null,
    value: amount(value),
    regional: amount(regional),
    neighbours: amount(neighbours),
    england: amount(england),
  }));
  return packSections({ authority, region, figures: rows, grid: template?.journey ?? null, views });
}

function placesIn(sections: readonly SectionText[]): Record<string, Place | null> {
  const grids = sections.flatMap(({ content }) => Object.values(content)).filter((value) => typeof value === 'object' && value !== null && 'placements' in value);
  return Object.fromEntries(grids.flatMap((grid) => Object.entries(journey.parse(grid).placements).map(([enabler, placed]) => [enabler, placeOf(placed)])));
}

import { documentTemplate } from '@/domain/documents/template';
import { sharedVersion } from '@/domain/documents/state';
import { placeOf } from '@/domain/journey-grid';
import { journey } from '@/domain/self-views/content';
import type { SectionText } from '@/domain/documents/facts';
import type { Marker } from '@/domain/figures';
import { capacityFor } from '@/domain/permissions';
import type { Actor } from '@/domain/model';
import { isAgreed, isIssued, missingFrom, notToAgreePlaces, readingSubject, readsAtDesk } from '@/domain/questions';
import { isLive } from '@/domain/visibility';
import { dayOf } from '../days';
import { db } from '../db';
import { isUuid, NotFound } from '../not-found';
import { liveShares, visibleDocuments } from '../visible';
import { findForumOf, findPacks, findReading } from './store';

/** A place on the journey: stage 1 to 3, and which half of it. */
export interface PlaceOnJourney {
  stage: 1 | 2 | 3;
  half: 'early' | 'established';
}

/** The data group's list: each authority whose questions the actor may see, with how far they are. */
export async function listReadings(actor: Actor, cycleId: string | null, at: Date) {
  const cycle = await currentCycle(actor, cycleId);
  if (!cycle) return null;
  const rows = await db.document.findMany({
    where: { AND: [visibleDocuments(actor, at), { cycleId: cycle.id, kind: 'questions' }] },
    select: {
      id: true,
      authorityId: true,
      authority: { select: { shortName: true } },
      acts: { where: { kind: { in: ['agreed', 'reopened', 'issued'] } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      questionSet: { select: { headline: true, focusEducation: true, focusSocialCare: true, _count: { select: { questions: { where: { removedAt: null } } } }, placements: { where: { assessor: 'region' }, select: { enabler: true } } } },
    },
  });
  const selfViews = await db.document.findMany({
    where: { AND: [visibleDocuments(actor, at), { cycleId: cycle.id, kind: 'self-view' }] },
    select: { authorityId: true, acts: { where: { kind: { in: ['submitted', 'accepted', 'returned'] } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
  });
  const accepted = new Set(selfViews.filter((doc) => doc.acts[0]?.kind === 'accepted').map((doc) => doc.authorityId));
  const places = await db.cycleAuthority.findMany({ where: { cycleId: cycle.id }, select: { authorityId: true, wave: true, group: { select: { name: true, ordinal: true } }, _count: { select: { enquiries: true } } } });
  const others = await db.cycle.findMany({
    where: { regionId: cycle.regionId, closedAt: null, id: { not: cycle.id }, documents: { some: { kind: 'questions' } } },
    orderBy: { anchorOn: 'desc' },
    select: { id: true, name: true },
  });
  return {
    cycle,
    /** Other cycles under way that have questions. */
    others,
    atDesk: readsAtDesk(actor, cycle.regionId),
    readings: rows
      .map((row) => {
        const place = places.find((other) => other.authorityId === row.authorityId);
        const last = row.acts.at(-1)?.kind;
        return {
          id: row.id,
          authority: row.authority?.shortName ?? '',
          group: place?.group.name ?? '',
          groupOrdinal: place?.group.ordinal ?? 0,
          wave: place?.wave ?? '',
          selfViewAccepted: accepted.has(row.authorityId),
          headline: row.questionSet?.headline ?? '',
          focus: [row.questionSet?.focusEducation ? 'Education' : '', row.questionSet?.focusSocialCare ? 'Social care' : ''].filter(Boolean).join(' and '),
          questions: row.questionSet?._count.questions ?? 0,
          enquiries: place?._count.enquiries ?? 0,
          placed: row.questionSet?.placements.length ?? 0,
          state: last === 'issued' ? ('issued' as const) : last === 'agreed' ? ('agreed' as const) : row.questionSet?.headline || row.questionSet?._count.questions ? ('drafting' as const) : ('not-started' as const),
        };
      })
      .sort((a, b) => a.groupOrdinal - b.groupOrdinal || a.authority.localeCompare(b.authority)),
  };
}

/** The page of the desk; NotFound for those who read the pack. */
export async function loadDesk(actor: Actor, documentId: string, at: Date) {
  const page = await loadReading(actor, documentId, at);
  if (!readsAtDesk(actor, page.reading.regionId)) throw new NotFound();
  const recorder = capacityFor(actor, 'forum-notes.draft', readingSubject(page.reading));
  const canRecord = recorder !== null && notToAgreePlaces(await findForumOf(db, actor, page.reading, at)) === null;
  return { ...page, may: { ...page.may, agreePlaces: canRecord ? recorder : null } };
}

/** How far the headline and focus are, for those who draft them; NotFound for everyone else. */
export async function loadReadingVersion(actor: Actor, documentId: string, at: Date): Promise<{ version: number }> {
  const reading = await findReading(db, actor, documentId, at);
  if (!capacityFor(actor, 'questions.draft', readingSubject(reading))) throw new NotFound();
  return { version: reading.version };
}

/** The desk: the self-view beside its figures and last year's actions, both placements, and the drafts. */
export async function loadReading(actor: Actor, documentId: string, at: Date) {
  const reading = await findReading(db, actor, documentId, at);
  const subject = readingSubject(reading);
  const [place, placements, enquiries, figures, selfView, lastYear, grid] = await Promise.all([
    whereabouts(reading.cycleAuthorityId!),
    db.placement.findMany({ where: { questionSetId: reading.setId } }),
    db.ofstedEnquiry.findMany({ where: { cycleAuthorityId: reading.cycleAuthorityId! }, orderBy: { receivedOn: 'asc' } }),
    listFigures(reading.cycleId, reading.authorityId!),
    ownSelfView(actor, reading.cycleId, reading.authorityId!, at),
    lastYearsActions(reading.authorityId!, reading.cycleId),
    journeyOf(reading.cycleId, reading.authorityId!),
  ]);
  const placedBy = (assessor: 'region' | 'agreed') =>
    Object.fromEntries(placements.filter((placed) => placed.assessor === assessor).map((placed) => [placed.enabler, { stage: placed.stage as 1 | 2 | 3, half: placed.half as 'early' | 'established', rationale: placed.rationale }]));
  return {
    reading,
    place,
    enquiries: enquiries.map((enquiry) => ({ id: enquiry.id, text: enquiry.text, receivedOn: dayOf(enquiry.receivedOn) })),
    figures,
    selfView,
    enablers: grid?.enablers ?? [],
    stages: grid?.stages ?? null,
    lastYear,
    placements: placedBy('region'),
    /** As they were agreed at the forum. */
    agreedPlaces: placedBy('agreed'),
    agreed: isAgreed(reading),
    issued: isIssued(reading),
    missing: missingFrom(reading),
    roles: reading.roles,
    shares: reading.shares.filter((share) => isLive(share, at)),
    may: { draft: capacityFor(actor, 'questions.draft', subject), agree: capacityFor(actor, 'questions.agree', subject) },
  };
}

/** What the authority and its challengers read once the packs are out; before that nobody but the region finds it. */
export async function loadPack(actor: Actor, documentId: string, at: Date) {
  const page = await loadReading(actor, documentId, at);
  if (!page.issued) throw new NotFound();
  const [receipts, session] = await Promise.all([
    db.packReading.findMany({ where: { documentId }, orderBy: { readAt: 'asc' } }),
    db.forumSession.findUnique({
      where: { cycleAuthorityId: page.reading.cycleAuthorityId! },
      select: { id: true, startsAt: true, notesDocument: { select: { shares: { where: liveShares(actor.audiences, at), select: { id: true }, take: 1 } } }, forum: { select: { id: true, onDay: true, venue: true } }, challengers: { select: { lead: true, authority: { select: { shortName: true } } }, orderBy: { lead: 'desc' } } },
    }),
  ]);
  const unread = actor.posts.filter(({ id }) => !receipts.some(({ personId, postId }) => personId === actor.personId && postId === id));
  return {
    ...page,
    // They go with the notes: whoever may not read those yet does not find them here.
    agreedPlaces: session && session.notesDocument.shares.length > 0 ? page.agreedPlaces : {},
    receipts,
    session: session ? { id: session.id, forumId: session.forum.id, on: dayOf(session.forum.onDay), startsAt: session.startsAt, venue: session.forum.venue, challengers: session.challengers.map((challenger) => challenger.authority.shortName) } : null,
    may: { ...page.may, read: capacityFor({ ...actor, posts: unread, as: unread.find(({ id }) => id === actor.as?.id) ?? null }, 'questions.read', readingSubject(page.reading)) },
  };
}

/** What the coordinator sees before pressing: which packs are ready, which are not. */
export async function loadIssue(actor: Actor, cycleId: string) {
  const packs = await findPacks(db, actor, cycleId);
  const cycle = await db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { name: true, anchorOn: true } });
  const figures = await db.figure.groupBy({ by: ['authorityId'], where: { cycleId }, _count: true });
  const counted = new Map(figures.map((row) => [row.authorityId, row._count]));
  return {
    ...packs,
    name: cycle.name,
    anchorOn: dayOf(cycle.anchorOn),
    packs: packs.packs.map((pack) => ({ ...pack, figures: counted.get(pack.authorityId) ?? 0 })).sort((a, b) => a.authority.localeCompare(b.authority)),
    may: capacityFor(actor, 'questions.issue', { regionId: packs.regionId }),
  };
}

/** The coordinator's page of Ofsted's lines of enquiry. */
export async function loadEnquiries(actor: Actor, cycleId: string) {
  const { regionId } = await findPacks(db, actor, cycleId);
  const may = capacityFor(actor, 'enquiry.record', { regionId });
  if (!may && !capacityFor(actor, 'questions.draft', { regionId })) throw new NotFound();
  const cycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { name: true, packsIssuedAt: true, authorities: { select: { authorityId: true, authority: { select: { shortName: true } }, enquiries: { orderBy: { receivedOn: 'asc' } } } } },
  });
  return {
    name: cycle.name,
    issued: Boolean(cycle.packsIssuedAt),
    may,
    authorities: cycle.authorities
      .map((place) => ({ id: place.authorityId, name: place.authority.shortName, enquiries: place.enquiries.map(({ id, text, receivedOn }) => ({ id, text, receivedOn: dayOf(receivedOn) })) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** The one asked for, else the latest open one that has questions. */
async function currentCycle(actor: Actor, cycleId: string | null) {
  const regions = actor.posts.map((post) => post.region.id);
  if (cycleId && !isUuid(cycleId)) return null;
  return db.cycle.findFirst({
    where: { regionId: { in: regions }, documents: { some: { kind: 'questions' } }, ...(cycleId ? { id: cycleId } : { closedAt: null }) },
    orderBy: { anchorOn: 'desc' },
    select: { id: true, regionId: true, name: true, packsIssuedAt: true },
  });
}

async function whereabouts(cycleAuthorityId: string) {
  const place = await db.cycleAuthority.findUniqueOrThrow({
    where: { id: cycleAuthorityId },
    select: { authority: { select: { shortName: true, slug: true } }, cycle: { select: { id: true, name: true, region: { select: { name: true } } } }, group: { select: { name: true } } },
  });
  return { authority: place.authority.shortName, slug: place.authority.slug, cycleId: place.cycle.id, cycle: place.cycle.name, region: place.cycle.region.name, group: place.group.name };
}

async function listFigures(cycleId: string, authorityId: string) {
  const figures = await db.figure.findMany({ where: { cycleId, authorityId }, include: { indicator: true }, orderBy: [{ indicator: { topic: 'asc' } }, { indicator: { name: 'asc' } }] });
  const number = (value: { toNumber(): number } | null) => value?.toNumber() ?? null;
  return figures.map((figure) => ({
    id: figure.id,
    topic: figure.indicator.topic,
    name: figure.indicator.name,
    unit: figure.indicator.unit,
    polarity: figure.indicator.polarity,
    period: figure.period,
    value: number(figure.value),
    marker: figure.marker as Marker | null,
    england: number(figure.england),
    regional: number(figure.regional),
    neighbours: number(figure.neighbours),
    previous: number(figure.previous),
    source: figure.source,
    enteredAt: figure.enteredAt,
  }));
}

/** The version of the self-view that was sent, with the authority's own placements; null while the actor may not see one. */
async function ownSelfView(actor: Actor, cycleId: string, authorityId: string, at: Date) {
  const document = await db.document.findFirst({
    where: { AND: [visibleDocuments(actor, at), { cycleId, authorityId, kind: 'self-view' }] },
    select: { id: true, acts: { orderBy: [{ at: 'asc' }, { id: 'asc' }] }, versions: { select: { id: true, number: true, contentHash: true, createdAt: true } } },
  });
  if (!document) return null;
  const sent = sharedVersion({ acts: document.acts as never, versions: document.versions });
  if (!sent) return null;
  const version = await db.documentVersion.findUniqueOrThrow({ where: { id: sent.id }, select: { content: true } });
  return { id: document.id, version: sent.number, places: placesIn(version.content as unknown as SectionText[]) };
}

/** The journey grid of the template that the authority's self-view is written on. */
async function journeyOf(cycleId: string, authorityId: string) {
  const document = await db.document.findFirst({ where: { cycleId, authorityId, kind: 'self-view' }, select: { template: { select: { definition: true } } } });
  return document?.template ? (documentTemplate.parse(document.template.definition).journey ?? null) : null;
}

/** Enabler (and `overall`) → where the authority places itself, out of whatever section holds the journey. */
function placesIn(sections: readonly SectionText[]): Record<string, PlaceOnJourney> {
  const found: Record<string, PlaceOnJourney> = {};
  for (const value of sections.flatMap(({ content }) => Object.values(content))) {
    if (!value || typeof value !== 'object' || !('placements' in value)) continue;
    for (const [enabler, placed] of Object.entries(journey.parse(value).placements)) {
      const place = placeOf(placed);
      if (place) found[enabler] = place as PlaceOnJourney;
    }
  }
  return found;
}

async function lastYearsActions(authorityId: string, cycleId: string) {
  const { anchorOn } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { anchorOn: true } });
  const actions = await db.action.findMany({
    where: { cycleAuthority: { authorityId, cycle: { is: { anchorOn: { lt: anchorOn } } } }, document: { acts: { some: { kind: 'submitted' } } } },
    orderBy: [{ cycleAuthority: { cycle: { anchorOn: 'desc' } } }, { ordinal: 'asc' }],
    take: 12,
    include: { reviews: { orderBy: { at: 'desc' }, take: 1 }, reports: { orderBy: { at: 'desc' }, take: 1 }, cycleAuthority: { select: { cycle: { select: { name: true } } } } },
  });
  return actions.map((action) => ({
    id: action.id,
    action: action.action,
    cycle: action.cycleAuthority.cycle.name,
    open: !action.closedAt && !action.stoppedAt,
    own: action.reports[0]?.rating ?? null,
    friend: action.reviews[0]?.rating ?? null,
  }));
}

export type ReadingPage = Awaited<ReturnType<typeof loadReading>>;
export type PackPage = Awaited<ReturnType<typeof loadPack>>;
export type FigureLine = ReadingPage['figures'][number];

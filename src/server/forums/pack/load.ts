import { nameOf, type SectionText } from '@/domain/documents/facts';
import { sharedVersion } from '@/domain/documents/state';
import { documentTemplate } from '@/domain/documents/template';
import type { Marker } from '@/domain/figures';
import { OVERALL, placeOf, type Place } from '@/domain/journey-grid';
import type { Actor } from '@/domain/model';
import type { Focus, Source } from '@/domain/questions';
import { journey } from '@/domain/self-views/content';
import { db } from '../../db';
import { visibleDocuments } from '../../visible';

/** What a session is about, as far as the actor may see it. */
export interface Pack {
  /** The issued questions; null while the actor may not see them. */
  questions: {
    documentId: string;
    headline: string;
    focus: Focus[];
    items: { id: string; text: string; source: Source; focus: Focus }[];
  } | null;
  /** The self-view as it was sent; null while the actor may not see one. */
  selfView: { documentId: string; name: string; version: number } | null;
  enablers: { key: string; name: string }[];
  stages: readonly string[] | null;
  /** By enabler: the authority's place, the data group's, and the one agreed last year. */
  places: Record<string, { own: Place | null; friend: Place | null; agreed: Place | null }>;
}

interface Of {
  cycleId: string;
  authorityId: string;
}

/** The questions, the journey and the self-view of one authority, in the same number of queries however much they hold. */
export async function loadPack(actor: Actor, of: Of, at: Date): Promise<Pack> {
  const [documents, template, before] = await Promise.all([
    db.document.findMany({
      where: { AND: [visibleDocuments(actor, at), { ...of, kind: { in: ['questions', 'self-view'] } }] },
      select: {
        id: true,
        kind: true,
        name: true,
        acts: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
        versions: { select: { id: true, number: true, contentHash: true, createdAt: true } },
        questionSet: { include: { questions: { where: { removedAt: null }, orderBy: { ordinal: 'asc' } }, placements: { where: { assessor: 'region' } } } },
      },
    }),
    db.document.findFirst({ where: { ...of, kind: 'self-view' }, select: { template: { select: { definition: true } } } }),
    db.placement.findMany({
      where: { assessor: 'agreed', questionSet: { document: { AND: [visibleDocuments(actor, at), { authorityId: of.authorityId, cycleId: { not: of.cycleId }, kind: 'questions' }] } } },
      orderBy: { placedAt: 'asc' },
    }),
  ]);
  const issued = documents.find(({ kind, acts }) => kind === 'questions' && acts.some((act) => act.kind === 'issued'));
  const written = documents.find(({ kind }) => kind === 'self-view');
  const sent = written ? sharedVersion({ acts: written.acts as never, versions: written.versions }) : null;
  const own = sent ? placesIn((await db.documentVersion.findUniqueOrThrow({ where: { id: sent.id }, select: { content: true } })).content as unknown as SectionText[]) : {};
  const grid = template?.template ? documentTemplate.parse(template.template.definition).journey : undefined;
  const enablers = grid ? [...grid.enablers.map(({ key, name }) => ({ key, name })), { key: OVERALL, name: 'Overall judgement' }] : [];
  const friend = new Map(issued?.questionSet?.placements.map((placed) => [placed.enabler, placed as { stage: number; half: string }]));
  const agreed = new Map(before.map((placed) => [placed.enabler, placed as { stage: number; half: string }]));
  return {
    questions: issued?.questionSet
      ? {
          documentId: issued.id,
          headline: issued.questionSet.headline,
          focus: [...(issued.questionSet.focusEducation ? ['education' as const] : []), ...(issued.questionSet.focusSocialCare ? ['social-care' as const] : [])],
          items: issued.questionSet.questions.map(({ id, text, source, focus }) => ({ id, text, source: source as Source, focus: focus as Focus })),
        }
      : null,
    selfView: written && sent ? { documentId: written.id, name: nameOf({ kind: 'self-view', name: written.name }), version: sent.number } : null,
    enablers,
    stages: grid?.stages ?? null,
    places: Object.fromEntries(enablers.map(({ key }) => [key, { own: own[key] ?? null, friend: asPlace(friend.get(key)), agreed: asPlace(agreed.get(key)) }])),
  };
}

export interface PackFigure {
  id: string;
  topic: string;
  name: string;
  unit: string;
  polarity: string;
  period: string;
  value: number | null;
  marker: Marker | null;
  england: number | null;
  regional: number | null;
  neighbours: number | null;
}

/** The figures of a pack that the actor may see: ask only with an issued pack in hand. */
export async function loadPackFigures({ cycleId, authorityId }: Of): Promise<PackFigure[]> {
  const figures = await db.figure.findMany({ where: { cycleId, authorityId }, include: { indicator: true }, orderBy: [{ indicator: { topic: 'asc' } }, { indicator: { name: 'asc' } }] });
  return figures.map(({ id, indicator, period, value, marker, england, regional, neighbours }) => ({
    id,
    topic: indicator.topic,
    name: indicator.name,
    unit: indicator.unit,
    polarity: indicator.polarity,
    period,
    value: value?.toNumber() ?? null,
    marker: marker as Marker | null,
    england: england?.toNumber() ?? null,
    regional: regional?.toNumber() ?? null,
    neighbours: neighbours?.toNumber() ?? null,
  }));
}

/** Enabler (and the whole) → where the authority places itself, out of whatever section holds the journey. */
function placesIn(sections: readonly SectionText[]): Record<string, Place> {
  const found: Record<string, Place> = {};
  for (const value of sections.flatMap(({ content }) => Object.values(content))) {
    if (!value || typeof value !== 'object' || !('placements' in value)) continue;
    const read = journey.safeParse(value);
    for (const [enabler, placed] of Object.entries(read.success ? read.data.placements : {})) {
      const place = placeOf(placed);
      if (place) found[enabler] = place;
    }
  }
  return found;
}

function asPlace(placed: { stage: number; half: string } | undefined): Place | null {
  return placed ? { stage: placed.stage, half: placed.half as Place['half'] } : null;
}

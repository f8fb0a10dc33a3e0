// Last year's priorities, recommendations and open actions stand in this year's self-view before anyone writes, so that none is
// forgotten; strengths and areas for development are followed by their threads over three years (North West process 2017/18:
// "progress on key priorities"; Yorkshire & Humber 2017: three-year tracking).
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import { closedToEditing, type EditedFacts, type EditedSection, type SectionChange } from '../documents/edit';
import { nameOf, type SectionText } from '../documents/facts';
import { versionForSignature } from '../documents/state';
import type { DocumentTemplateDefinition, FieldDefinition } from '../documents/template';
import { placeOf, type Place } from '../journey-grid';
import type { Actor } from '../model';
import { valueOf, type Content, type ExceptionRow, type Point, type ProgressRow, type TrackerRow } from './content';

/** An earlier self-view of the same authority, as it was submitted. */
export interface EarlierView {
  cycle: string;
  template: Pick<DocumentTemplateDefinition, 'sections'> | null;
  sections: readonly SectionText[];
}

export interface Carried {
  /** Newest first; at most the two years before this one are followed. */
  earlier: readonly EarlierView[];
  /** Actions of the cycle before that are still open. */
  openActions: readonly { id: string; cycle: string; text: string }[];
  /** Figures in the best or weakest fifth of the region. */
  exceptions: readonly Pick<ExceptionRow, 'id' | 'name' | 'figure' | 'standing'>[];
}

export interface NamedPoint extends Point {
  of: 'strength' | 'area';
  sectionKey: string;
}

/** Every strength and area that a self-view names, each thread once. */
export function pointsOf(sections: readonly SectionText[], template: Pick<DocumentTemplateDefinition, 'sections'> | null): NamedPoint[] {
  const points = new Map<string, NamedPoint>();
  for (const { key, content } of sections) {
    for (const field of template?.sections.find((section) => section.key === key)?.fields ?? []) {
      if (field.kind !== 'points') continue;
      for (const point of valueOf({ ...field, kind: 'points' }, content)) {
        if (!points.has(point.thread)) points.set(point.thread, { ...point, of: field.of ?? 'strength', sectionKey: key });
      }
    }
  }
  return [...points.values()];
}

/** The content with the rows that are carried to it; what was written already stays as it is. */
export function carryForward(fields: readonly FieldDefinition[], content: Content, carried: Carried): { content: Content; added: number } {
  const filled = { ...content };
  let added = 0;
  for (const field of fields) {
    const rows = carriedTo(field, carried);
    if (!rows) continue;
    const held = valueOf(field, content) as { id: string }[];
    const fresh = rows.filter((row) => !held.some(({ id }) => id === row.id));
    if (fresh.length === 0) continue;
    filled[field.key] = [...held, ...fresh];
    added += fresh.length;
  }
  return { content: filled, added };
}

function carriedTo(field: FieldDefinition, carried: Carried): { id: string }[] | null {
  switch (field.kind) {
    case 'progress':
      return priorities(carried);
    case 'tracker':
      return tracked(carried.earlier);
    case 'exceptions':
      return carried.exceptions.map((row): ExceptionRow => ({ ...row, agree: '', why: '', doing: '' }));
    default:
      return null;
  }
}

function priorities({ openActions, earlier }: Carried): ProgressRow[] {
  const blank = { status: '' as const, impact: '', evidence: '', next: '' };
  const last = earlier[0];
  const areas = last ? pointsOf(last.sections, last.template).filter((point) => point.of === 'area') : [];
  return [
    ...openActions.map(({ id, cycle, text }): ProgressRow => ({ id, from: 'action', cycle, title: text, ...blank })),
    ...areas.map(({ thread, text }): ProgressRow => ({ id: thread, from: 'area', cycle: last!.cycle, title: text, ...blank })),
  ];
}

function tracked(earlier: readonly EarlierView[]): TrackerRow[] {
  const rows = new Map<string, TrackerRow>();
  for (const { cycle, sections, template } of earlier.slice(0, 2)) {
    for (const { thread, of, text } of pointsOf(sections, template)) {
      const row = rows.get(thread);
      rows.set(thread, row ? { ...row, cycles: [cycle, ...row.cycles] } : { id: thread, of, text, cycles: [cycle], state: '', words: '' });
    }
  }
  return [...rows.values()];
}

/** "New this year", "Second year", "Third year": how long a strength or area has been named. */
export function yearsNamed(thread: string, earlier: readonly EarlierView[]): string {
  const before = earlier.slice(0, 2).filter(({ sections, template }) => pointsOf(sections, template).some((point) => point.thread === thread)).length;
  return ['New this year', 'Second year', 'Third year'][before]!;
}

/** Where last year's self-view placed itself, by enabler. */
export function earlierPlaces(earlier: EarlierView | undefined): Record<string, { place: Place; rationale: string }> {
  const places: Record<string, { place: Place; rationale: string }> = {};
  for (const { key, content } of earlier?.sections ?? []) {
    for (const field of earlier?.template?.sections.find((section) => section.key === key)?.fields ?? []) {
      if (field.kind !== 'journey') continue;
      for (const [enabler, placed] of Object.entries(valueOf({ ...field, kind: 'journey' }, content).placements)) {
        const place = placeOf(placed);
        if (place) places[enabler] = { place, rationale: placed.rationale };
      }
    }
  }
  return places;
}

/** Opening a section for writing lays out what is carried to it. A text that is out for signature is left as it is. */
export function openSection({ doc, section, fields, actor, carried }: {
  doc: EditedFacts;
  section: EditedSection;
  fields: readonly FieldDefinition[];
  actor: Actor;
  carried: Carried;
}): Decision<SectionChange> {
  const { regionId, authorityId } = doc;
  return decide<SectionChange>(actor, 'self-view.write', { regionId, authorityId, givenToPostIds: section.givenToPostIds }, () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (versionForSignature(doc)) return refuse('out-for-signature', `The ${nameOf(doc)} is out for signature.`);
    const { content, added } = carryForward(fields, section.content, carried);
    if (added === 0) return refuse('nothing-to-carry', 'Everything is carried forward already.');
    return {
      change: { section: { content, beside: null } },
      events: [eventOf(doc, 'section.carried-forward', { section: section.title, sectionKey: section.key, count: added })],
    };
  });
}

/** Does the section take anything from earlier cycles or from the figures? */
export function takesFromBefore(fields: readonly FieldDefinition[]): boolean {
  return fields.some((field) => ['progress', 'tracker', 'exceptions'].includes(field.kind));
}

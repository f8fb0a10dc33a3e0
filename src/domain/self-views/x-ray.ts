// A second look at a self-view before it is signed: each rule that is on gives one sentence that says where. It bars nobody, and only
// the authority itself reads it.
import { addMonths, format, parseISO } from 'date-fns';
import type { SectionText } from '../documents/facts';
import { sectionInWords } from '../documents/in-words';
import type { DocumentTemplateDefinition, FieldDefinition, SectionDefinition } from '../documents/template';
import { gapWords, halfStagesBetween, OVERALL, placeOf, type Place } from '../journey-grid';
import type { Day } from '../model';
import { countWords } from '../words';
import { carryForward, type Carried, type EarlierView } from './carry-forward';
import { hasBegun } from './completeness';
import { PRESENCE, valueOf, type Content } from './content';
import { figureFindings, type FigureFacts } from './x-ray-figures';
import { inTheseWords, type XRayKind, type XRayRule } from './x-ray-rules';

export interface XRayFinding {
  kind: XRayKind;
  sentence: string;
  sectionKey: string;
  /** The field to go to; null for the whole section. */
  fieldKey: string | null;
}

export interface LookedAt {
  template: Pick<DocumentTemplateDefinition, 'sections' | 'journey'>;
  sections: readonly SectionText[];
  rules: readonly XRayRule[];
  figures: readonly FigureFacts[];
  carried: Carried;
  on: Day;
}

/** In the order of the rules, then of the sections. */
export function xRay(of: LookedAt): XRayFinding[] {
  const written = of.template.sections.flatMap((definition): Written[] => {
    const text = of.sections.find(({ key }) => key === definition.key);
    return text ? [{ definition, content: text.content, title: text.title }] : [];
  });
  return of.rules.filter(({ on }) => on).flatMap((rule) => LOOKS[rule.kind](rule, written, of));
}

/** A section with its template. */
export interface Written {
  definition: SectionDefinition;
  content: Content;
  title: string;
}

type Look = (rule: XRayRule, written: readonly Written[], of: LookedAt) => XRayFinding[];

const say = (rule: XRayRule, { definition }: Written, field: FieldDefinition | null, names: Record<string, string>): XRayFinding => ({
  kind: rule.kind,
  sentence: inTheseWords(rule.words, names),
  sectionKey: definition.key,
  fieldKey: field?.key ?? null,
});

const LOOKS: Record<XRayKind, Look> = {
  'judgement-without-evidence': (rule, written) =>
    written.flatMap((section) => {
      const field = section.definition.fields.find(({ kind }) => kind === 'evidence');
      return field && judges(section) && evidenceOf(section).length === 0 ? [say(rule, section, field, { section: section.title, what: field.label })] : [];
    }),
  'place-without-evidence': (rule, written, { template }) =>
    places(written).flatMap(({ section, field, placements }) =>
      (template.journey?.enablers ?? []).flatMap(({ key, name }) => {
        const placed = placements[key];
        return placeOf(placed) && placed!.evidence.trim() === '' ? [say(rule, section, field, { enabler: name })] : [];
      }),
    ),
  'old-evidence': (rule, written, { on }) => {
    const months = rule.threshold ?? 12;
    const oldest = format(addMonths(parseISO(on), -months), 'yyyy-MM-dd');
    return written.flatMap((section) =>
      evidenceOf(section).flatMap((item) =>
        item.on !== '' && item.on < oldest
          ? [say(rule, section, section.definition.fields.find(({ kind }) => kind === 'evidence')!, { section: section.title, evidence: short(item.words || 'a file'), day: format(parseISO(item.on), 'd MMMM yyyy'), months: String(months) })]
          : [],
      ),
    );
  },
  'no-voice': (rule, written) =>
    written.flatMap((section) => {
      const field = section.definition.fields.find(({ kind }) => kind === 'evidence');
      const items = evidenceOf(section);
      // Without any evidence the first rule speaks.
      return field && judges(section) && items.length > 0 && items.every(({ kind }) => kind !== 'voice') ? [say(rule, section, field, { section: section.title })] : [];
    }),
  'priority-not-mentioned': (rule, written, { carried }) =>
    written.flatMap((section) =>
      section.definition.fields.filter(({ kind }) => kind === 'progress').flatMap((field) => {
        // A section that nobody has opened yet holds none of its rows.
        const { content } = carryForward([field], section.content, carried);
        const rows = valueOf({ ...field, kind: 'progress' }, content);
        return rows.filter((row) => row.from !== 'own' && [row.status, row.impact, row.next].every((words) => words.trim() === '')).map((row) => say(rule, section, field, { priority: short(row.title), cycle: row.cycle || 'the last cycle' }));
      }),
    ),
  'figure-in-weakest-fifth': (rule, written, { figures }) => figureFindings(rule, written, figures),
  'figure-worse-than-before': (rule, written, { figures }) => figureFindings(rule, written, figures),
  'placed-above-figures': (rule, written, { figures, template }) => {
    const weakest = figures.filter(({ standing }) => standing === 'weakest').length;
    return places(written).flatMap(({ section, field, placements }) => {
      const place = placeOf(placements[OVERALL]);
      if (place?.stage !== 3 || weakest < (rule.threshold ?? 3)) return [];
      return [say(rule, section, field, { stage: template.journey?.stages[2] ?? 'good to great', count: String(weakest) })];
    });
  },
  'rosier-than-last-year': (rule, written, { template, carried }) => {
    const [last] = carried.earlier;
    if (!last) return [];
    const before = placesIn(last);
    return places(written).flatMap(({ section, field, placements }) =>
      [...(template.journey?.enablers ?? []), { key: OVERALL, name: 'The whole' }].flatMap(({ key, name }) => {
        const [now, then] = [placeOf(placements[key]), before[key]];
        return now && then && halfStagesBetween(then, now) >= (rule.threshold ?? 2) ? [say(rule, section, field, { enabler: name, gap: gapWords(then, now), cycle: last.cycle })] : [];
      }),
    );
  },
  'only-strengths': (rule, written) =>
    written.flatMap((section) => {
      const points = (of: 'strength' | 'area') => section.definition.fields.filter((field) => field.kind === 'points' && (field.of ?? 'strength') === of);
      const count = (fields: readonly FieldDefinition[]) => fields.flatMap((field) => valueOf({ ...field, kind: 'points' }, section.content)).length;
      const [areas] = points('area');
      return areas && count(points('strength')) > 0 && count(points('area')) === 0 ? [say(rule, section, areas, { section: section.title })] : [];
    }),
  'signature-of-risk': (rule, written) =>
    written.flatMap((section) =>
      section.definition.fields.filter(({ kind, key }) => kind === 'checklist' && key === 'risk').flatMap((field) => {
        const ticks = valueOf({ ...field, kind: 'checklist' }, section.content);
        return (field.options ?? []).flatMap(({ value, label }) => {
          const state = ticks[value]?.state;
          return state === 'present' || state === 'partly' ? [say(rule, section, field, { signature: label, presence: state === 'partly' ? 'partly present' : PRESENCE[state].toLowerCase() })] : [];
        });
      }),
    ),
  'section-empty': (rule, written) => written.flatMap((section) => (hasBegun(section.definition.fields, section.content) || !expectsWords(section) ? [] : [say(rule, section, null, { section: section.title })])),
  'over-limit': (rule, written) =>
    written.flatMap((section) =>
      section.definition.fields.flatMap((field) => {
        if (field.kind !== 'text' || !field.limit) return [];
        const words = countWords(valueOf({ ...field, kind: 'text' }, section.content));
        return words > field.limit ? [say(rule, section, field, { section: section.title, what: field.label, words: String(words), limit: String(field.limit) })] : [];
      }),
    ),
  placeholder: (rule, written) =>
    written.flatMap((section) =>
      section.definition.fields.flatMap((field) => {
        const text = fieldInWords(section, field);
        const sign = (rule.signs ?? []).find((one) => standsIn(text, one));
        return sign ? [say(rule, section, field, { section: section.title, what: field.label, sign })] : [];
      }),
    ),
};

/** A section judges when words stand in one of its text fields beside which evidence is asked for. */
export function judges({ definition, content }: Written): boolean {
  return definition.fields.some((field) => field.kind === 'evidence') && definition.fields.some((field) => field.kind === 'text' && countWords(valueOf({ ...field, kind: 'text' }, content)) > 0);
}

const evidenceOf = ({ definition, content }: Written) => definition.fields.filter(({ kind }) => kind === 'evidence').flatMap((field) => valueOf({ ...field, kind: 'evidence' }, content));

/** Rows that only the product lays out (figures, a tracker) need not be there. */
const expectsWords = ({ definition }: Written) => definition.fields.some(({ kind }) => !['exceptions', 'tracker', 'asks', 'offers', 'progress'].includes(kind));

function places(written: readonly Written[]) {
  return written.flatMap((section) => section.definition.fields.filter(({ kind }) => kind === 'journey').map((field) => ({ section, field, placements: valueOf({ ...field, kind: 'journey' }, section.content).placements })));
}

function placesIn({ sections, template }: EarlierView): Record<string, Place | null> {
  const written = (template?.sections ?? []).flatMap((definition): Written[] => {
    const text = sections.find(({ key }) => key === definition.key);
    return text ? [{ definition, content: text.content, title: text.title }] : [];
  });
  return Object.fromEntries(places(written).flatMap(({ placements }) => Object.entries(placements).map(([key, placed]) => [key, placeOf(placed)])));
}

/** Everything that stands in one field, as one text. */
export function fieldInWords({ definition, content, title }: Written, field: FieldDefinition, grid?: DocumentTemplateDefinition['journey']): string {
  return sectionInWords({ key: definition.key, title, content }, { sections: [{ ...definition, fields: [field] }], ...(grid && { journey: grid }) });
}

/** Signs in capitals stand as they are; others in any case. "TBC" is no part of "TBCD". */
function standsIn(text: string, sign: string): boolean {
  const escaped = sign.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, sign === sign.toUpperCase() ? 'u' : 'iu').test(text);
}

const short = (words: string) => (words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words);

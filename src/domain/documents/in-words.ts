// A document as one continuous text, section by section, in Markdown: what is read before signing, compared between versions and
// put into a pack. Every word that anyone typed stands in it, so that a signature covers it and a comparison finds it.
import { dayInWords } from '../deadlines';
import { OVERALL, placeOf } from '../journey-grid';
import { AGREES, EVIDENCE_NAMES, PRESENCE, PROGRESS, SUPPORT, URGENCY, valueOf, type EvidenceItem, type Journey } from '../self-views/content';
import type { SectionText } from './facts';
import { sourcesInWords } from './figure-references';
import type { TextSection } from './compare';
import type { DocumentTemplateDefinition, FieldDefinition } from './template';

type Template = Pick<DocumentTemplateDefinition, 'sections' | 'journey'>;

/** Sections in their own order. Without a template (or for a section that it does not know) each text stands as it is. */
export function documentInWords(sections: readonly SectionText[], template: Template | null): TextSection[] {
  return sections.map((section) => ({ key: section.key, title: section.title, text: sectionInWords(section, template) }));
}

/** The words of a section, then where the figures that it quotes come from. Live text goes through withFigures() first; frozen text has. */
export function sectionInWords({ figures, ...section }: SectionText, template: Template | null): string {
  return paragraphs([answersInWords(section, template), sourcesInWords(figures)]);
}

/** A question that asks what its section is called stands first and needs no heading of its own. */
function answersInWords({ key, title, content }: SectionText, template: Template | null): string {
  const fields = template?.sections.find((section) => section.key === key)?.fields;
  if (!fields) return typeof content.text === 'string' ? content.text.trim() : paragraphs(Object.values(content).filter((value) => typeof value === 'string'));
  const only = fields.length === 1;
  return paragraphs(
    fields.map((field, index) => {
      const words = fieldInWords(field, content, template?.journey);
      const isNamedAbove = only || (index === 0 && field.label === title);
      return words === '' || isNamedAbove ? words : `### ${field.label}\n\n${under(words)}`;
    }),
  );
}

const HEADINGS = /^( {0,3})(#{1,6})(?=\s|$)/gm;

/** Headings that a writer set stand below the question that they answer. */
function under(words: string): string {
  const depths = [...words.matchAll(HEADINGS)].map(([, , marks]) => marks!.length);
  const deeper = 4 - Math.min(4, ...depths);
  return deeper === 0 ? words : words.replaceAll(HEADINGS, (_line, indent: string, marks: string) => `${indent}${'#'.repeat(Math.min(6, marks.length + deeper))}`);
}

function fieldInWords(field: FieldDefinition, content: SectionText['content'], grid: DocumentTemplateDefinition['journey']): string {
  const value = valueOf as (of: FieldDefinition, from: SectionText['content']) => never;
  return IN_WORDS[field.kind](value(field, content), field, grid);
}

type InWords = (value: never, field: FieldDefinition, grid: DocumentTemplateDefinition['journey']) => string;
type Values = { [Kind in FieldDefinition['kind']]: ReturnType<typeof valueOf<Kind>> };

const IN_WORDS: { [Kind in FieldDefinition['kind']]: InWords } = {
  text: (text: Values['text']) => text.trim(),
  choice: (choice: Values['choice'], { options }) => options?.find(({ value }) => value === choice)?.label ?? choice,
  points: (points: Values['points']) => list(points.map(({ text, tag }) => sentence(text, tag && `(${tag})`))),
  evidence: (items: Values['evidence']) => list(items.map(evidenceInWords)),
  progress: (rows: Values['progress']) =>
    paragraphs(
      rows.map((row) =>
        paragraphs([
          `**${line(row.title) || 'A priority'}**${row.cycle ? ` (${row.cycle})` : ''}${row.status ? `: ${PROGRESS[row.status]}` : ''}`,
          labelled('Impact', row.impact),
          labelled('Evidence', row.evidence),
          labelled('Next', row.next),
        ]),
      ),
    ),
  journey: (journey: Values['journey'], _field, grid) => journeyInWords(journey, grid),
  checklist: (ticks: Values['checklist'], { options }) =>
    list(
      (options ?? []).flatMap(({ value, label }) => {
        const tick = ticks[value];
        return tick?.state || tick?.evidence ? [sentence(`${label}: ${tick.state ? PRESENCE[tick.state].toLowerCase() : 'not answered'}`, tick.evidence && `– ${tick.evidence}`)] : [];
      }),
    ),
  exceptions: (rows: Values['exceptions']) =>
    paragraphs(
      rows.map((row) =>
        paragraphs([
          `**${line(row.name)}**${row.figure ? `: ${row.figure}` : ''} (${row.standing === 'best' ? 'best' : 'weakest'} fifth)${row.agree ? `. Agreed: ${AGREES[row.agree].toLowerCase()}` : ''}`,
          labelled('Why', row.why),
          labelled('What is done', row.doing),
        ]),
      ),
    ),
  tracker: (rows: Values['tracker']) =>
    list(rows.map(({ of, text, cycles, state, words }) => sentence(`${of === 'strength' ? 'Strength' : 'Area'}: ${text}`, cycles.length > 0 && `(${cycles.join(', ')})`, state && `– ${state}`, words))),
  asks: (asks: Values['asks']) => list(asks.map((ask) => sentence(ask.topic, ask.kind && `– ${SUPPORT[ask.kind].toLowerCase()}`, ask.urgency && `(${URGENCY[ask.urgency].toLowerCase()})`, ask.words))),
  offers: (offers: Values['offers']) => list(offers.map((offer) => sentence(offer.topic, offer.contact && `– ${offer.contact}`, offer.evidence))),
  'own-area': (areas: Values['own-area']) => paragraphs(areas.map(({ text, cycle }) => sentence(text, cycle && `(an area for development in ${cycle})`))),
};

function journeyInWords({ placements }: Journey, grid: DocumentTemplateDefinition['journey']): string {
  const names = [...(grid?.enablers ?? []), { key: OVERALL, name: 'The whole, as one judgement' }];
  const unknown = Object.keys(placements).filter((key) => !names.some((name) => name.key === key));
  return paragraphs(
    [...names, ...unknown.map((key) => ({ key, name: key }))].flatMap(({ key, name }) => {
      const placed = placements[key];
      if (!placed) return [];
      const place = placeOf(placed);
      const at = place ? `${(grid?.stages[place.stage - 1] ?? `Stage ${place.stage}`).toLowerCase()}, ${place.half}` : 'not placed';
      if (!place && !placed.rationale && !placed.evidence) return [];
      return [paragraphs([`**${name}**: ${at}. ${placed.rationale.trim()}`.trim(), labelled('Evidence', placed.evidence)])];
    }),
  );
}

function evidenceInWords({ kind, words, on }: EvidenceItem): string {
  return sentence(`${EVIDENCE_NAMES[kind]}: ${words}`, on && `(${dayInWords(on)})`);
}

const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const sentence = (...parts: (string | false)[]) => line(parts.filter(Boolean).join(' '));
const list = (items: readonly string[]) => items.filter((item) => item !== '').map((item) => `- ${item}`).join('\n');
const labelled = (label: string, text: string) => (text.trim() ? `${label}: ${text.trim()}` : '');
const paragraphs = (parts: readonly string[]) => parts.filter((part) => part.trim() !== '').join('\n\n');

// The sections of a copy, by what a document is made of: frozen or live text, the data group's questions, the actions of a plan.
import { RATING_NAMES, type Rating } from '../action-plans';
import { dayInWords } from '../deadlines';
import { documentInWords } from '../documents/in-words';
import type { SectionText } from '../documents/facts';
import type { DocumentTemplateDefinition } from '../documents/template';
import { MARKER_NAMES, type Marker } from '../figures';
import { placeOf } from '../journey-grid';
import { runsOf, textBlocks, type Block } from '../markdown/blocks';
import type { Day } from '../model';
import { FOCUS_NAMES, SOURCE_NAMES, type Focus, type Source } from '../questions';
import { valueOf, type EvidenceItem } from '../self-views/content';
import { belowTitle, orNothing, type CopyBlock, type CopySection } from './copy';
import { journeyTable, type JourneyView } from './journey-table';

type Template = Pick<DocumentTemplateDefinition, 'sections' | 'journey'>;

/** `files`: names of evidence files by id, which a section lists below its words. */
export function textSections(sections: readonly SectionText[], template: Template | null, { authority, files }: { authority: string; files: ReadonlyMap<string, string> }): CopySection[] {
  const words = documentInWords(sections, template);
  return sections.map((section, index) => {
    const { key, title, text } = words[index]!;
    const fields = template?.sections.find((each) => each.key === key)?.fields ?? [];
    const journey = fields.find(({ kind }) => kind === 'journey');
    const places = journey && valueOf({ ...journey, kind: 'journey' }, section.content).placements;
    const grid = places && template?.journey ? journeyTable(template.journey, [{ name: '', places: Object.fromEntries(Object.entries(places).map(([enabler, placed]) => [enabler, placeOf(placed)])) }], `${authority} on the improvement journey, by its own view`) : null;
    const evidence = fields.flatMap((field) => (field.kind === 'evidence' ? (valueOf(field, section.content) as EvidenceItem[]) : []));
    return { key, title, blocks: orNothing([...(grid ? [grid] : []), ...belowTitle(textBlocks(text)), ...filesOf(evidence, files)]) };
  });
}

function filesOf(items: readonly EvidenceItem[], files: ReadonlyMap<string, string>): Block[] {
  const named = items.flatMap(({ fileId, words }) => (fileId && files.has(fileId) ? [[files.get(fileId)!, words].filter(Boolean).join(': ')] : []));
  if (named.length === 0) return [];
  return [
    { kind: 'paragraph', runs: [{ text: 'Files given as evidence', bold: true }] },
    { kind: 'list', ordered: false, start: 1, items: named.map((text) => [{ kind: 'words', runs: [{ text }] }]) },
  ];
}

export interface CopiedReading {
  headline: string;
  summary: string;
  focus: readonly Focus[];
  questions: readonly { text: string; focus: Focus; source: Source }[];
}

/** The data group's questions as they stand now, before they are agreed. */
export function readingSections({ headline, summary, focus, questions }: CopiedReading): CopySection[] {
  const suggested = focus.map((each) => FOCUS_NAMES[each]).join(' and ').toLowerCase();
  return [
    { key: 'headline', title: 'Headline', blocks: orNothing([...belowTitle(textBlocks(headline)), ...(suggested ? paragraph(`Suggested focus: ${suggested}.`) : [])]) },
    {
      key: 'questions',
      title: 'Questions',
      blocks: orNothing(questions.length === 0 ? [] : [{ kind: 'list', ordered: true, start: 1, items: questions.map(({ text, focus: of, source }) => [{ kind: 'words', runs: [...runsOf(text), { text: ` (${FOCUS_NAMES[of]}; ${SOURCE_NAMES[source]})` }] }]) }]),
    },
    { key: 'summary', title: 'What the data group saw', blocks: orNothing(belowTitle(textBlocks(summary))) },
  ];
}

export interface CopiedFigure {
  topic: string;
  name: string;
  unit: string;
  period: string;
  marker: Marker | null;
  value: number | null;
  regional: number | null;
  neighbours: number | null;
  england: number | null;
}

/** The figures of a pack by topic, and both views of the journey where the reader may see them. */
export function packSections({ authority, region, figures, grid, views }: { authority: string; region: string; figures: readonly CopiedFigure[]; grid: Template['journey'] | null; views: readonly JourneyView[] }): CopySection[] {
  const journey = grid ? journeyTable(grid, views, `${authority} on the improvement journey`) : null;
  const topics = [...new Set(figures.map(({ topic }) => topic))];
  const tables = topics.flatMap((topic): CopyBlock[] => [
    { kind: 'heading', depth: 1, runs: [{ text: topic }] },
    { kind: 'facts', caption: `${topic}: figures of ${authority}`, header: ['Measure', authority, region, 'Neighbours', 'England', 'Period'], rows: figures.filter((figure) => figure.topic === topic).map(figureCells) },
  ]);
  return [
    ...(journey ? [{ key: 'places', title: 'On the improvement journey', blocks: [journey] }] : []),
    ...(tables.length > 0 ? [{ key: 'figures', title: 'Figures', blocks: [...tables, ...paragraph('Small numbers move much from year to year; some are held back. Most rates have no better or worse.')] }] : []),
  ];
}

function figureCells({ name, unit, period, marker, value, regional, neighbours, england }: CopiedFigure): string[] {
  const words = (amount: number | null) => (amount === null ? '' : amount.toLocaleString('en-GB', { maximumFractionDigits: 2 }));
  const own = marker && value === null ? `${marker}: ${MARKER_NAMES[marker]}` : words(value);
  return [`${name} (${unit})`, own, words(regional), words(neighbours), words(england), period];
}

export interface CopiedAction {
  number: number;
  finding: string;
  action: string;
  impact: string;
  measure: string;
  owner: string;
  dueOn: Day;
  own: Rating | null;
  ownWords: string;
  friend: Rating | null;
  friendWords: string;
  ended: string;
}

export function planSections(actions: readonly CopiedAction[], authority: string): CopySection[] {
  if (actions.length === 0) return [{ key: 'actions', title: 'Actions', blocks: orNothing([]) }];
  return actions.map((action) => ({
    key: `action-${action.number}`,
    title: `Action ${action.number}`,
    blocks: [
      ...belowTitle(textBlocks(action.action)),
      ...labelled('Finding', action.finding),
      ...labelled('Intended impact', action.impact),
      ...labelled('Success measure', action.measure),
      ...labelled('Owner', `${action.owner}, by ${dayInWords(action.dueOn)}`),
      ...labelled(`${authority} says`, said(action.own, action.ownWords)),
      ...labelled('Its challenger says', said(action.friend, action.friendWords)),
      ...labelled('Ended', action.ended),
    ],
  }));
}

const said = (rating: Rating | null, words: string) => (rating ? [RATING_NAMES[rating], words].filter(Boolean).join('. ') : '');

/** The label stands in bold before the first words. */
function labelled(label: string, text: string): Block[] {
  const [first, ...rest] = belowTitle(textBlocks(text));
  if (!first) return [];
  const name = { text: `${label}: `, bold: true as const };
  return first.kind === 'paragraph' ? [{ ...first, runs: [name, ...first.runs] }, ...rest] : [{ kind: 'paragraph', runs: [{ text: `${label}:`, bold: true }] }, first, ...rest];
}

const paragraph = (text: string): Block[] => [{ kind: 'paragraph', runs: [{ text }] }];

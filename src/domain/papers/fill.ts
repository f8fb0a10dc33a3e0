// What the first section of a paper can be filled in with from what is there: counts over many texts, in which no authority is named
// (3-processes.md sections 7.2 and 7.5: regional analysis, thematic analysis; Eastern moderation: well, partly, not evidenced).
import type { SectionText } from '../documents/facts';
import type { FieldDefinition, SectionDefinition } from '../documents/template';
import { plural } from '../place-names';
import type { PaperDefinition } from '../processes/template';
import { SUPPORT, URGENCY, valueOf } from '../self-views/content';

export type FillKind = NonNullable<PaperDefinition['fills']>;

/** What the button says. */
export const FILL_WORDS: Record<FillKind, string> = {
  'strengths-and-areas': 'Fill in strengths and areas from what was accepted',
  ratings: 'Fill in ratings from the moderation comments',
  'asks-and-offers': 'Fill in asks and offers',
  'critical-indicators': 'Fill in the figures of the cycle',
};

/** One text with the questions that it answers. `of` is whose it is. */
export interface FilledFrom {
  of: string;
  sections: readonly SectionText[];
  definitions: readonly SectionDefinition[];
}

interface Answer {
  section: SectionDefinition;
  field: FieldDefinition;
  content: SectionText['content'];
}

function answersOf({ sections, definitions }: FilledFrom, kind: FieldDefinition['kind']): Answer[] {
  return definitions.flatMap((section) => {
    const content = sections.find(({ key }) => key === section.key)?.content ?? {};
    return section.fields.filter((field) => field.kind === kind).map((field) => ({ section, field, content }));
  });
}

/** In how many texts each section, and each theme that more than one names, has strengths and areas for development. `called`: "self-view". */
export function strengthsAndAreas(texts: readonly FilledFrom[], called: string): string | null {
  if (texts.length === 0) return null;
  const named = texts.map((text) => answersOf(text, 'points').flatMap(({ section, field, content }) => valueOf({ ...field, kind: 'points' }, content).map((point) => ({ section: section.title, theme: point.tag.trim(), of: field.of ?? 'strength' }))));
  const titles = unique(texts.flatMap((text) => answersOf(text, 'points').map(({ section }) => section.title)));
  const count = (is: (point: { section: string; theme: string; of: string }) => boolean) => named.filter((points) => points.some(is)).length;
  const bySection = titles.map((title) => [title, count((point) => point.section === title && point.of === 'strength'), count((point) => point.section === title && point.of === 'area')]);
  const themes = unique(named.flat().map(({ theme }) => theme.toLowerCase())).filter((theme) => theme !== '' && count((point) => point.theme.toLowerCase() === theme) > 1);
  const byTheme = themes
    .map((theme): [string, number, number] => [capital(theme), count((point) => point.theme.toLowerCase() === theme && point.of === 'strength'), count((point) => point.theme.toLowerCase() === theme && point.of === 'area')])
    .sort((a, b) => b[1] + b[2] - a[1] - a[2] || a[0].localeCompare(b[0]));
  return paragraphs([
    `From ${texts.length === 1 ? `one accepted ${called}` : `${texts.length} accepted ${plural(called)}`}: how many name strengths, and how many areas for development.`,
    table(['Section', 'Strengths', 'Areas for development'], bySection),
    byTheme.length > 0 ? table(['Theme named by more than one', 'Strengths', 'Areas for development'], byTheme) : '',
  ]);
}

/** How often each rating was given by section, and for how many of those rated by several all of them agree. */
export function ratings(texts: readonly FilledFrom[]): string | null {
  const rated = texts.flatMap((text) => answersOf(text, 'choice').flatMap(({ section, field, content }) => {
    const value = valueOf({ ...field, kind: 'choice' }, content);
    return value === '' ? [] : [{ of: text.of, title: section.title, value, options: field.options ?? [] }];
  }));
  if (rated.length === 0) return null;
  const options = uniqueBy(rated.flatMap((one) => one.options), ({ value }) => value);
  const rows = [...unique(rated.map(({ title }) => title)), null].map((title) => {
    const these = rated.filter((one) => title === null || one.title === title);
    const several = grouped(these, (one) => `${one.of} ${one.title}`).map(([, group]) => group).filter((group) => group.length > 1);
    const agree = several.filter((group) => group.every(({ value }) => value === group[0]!.value)).length;
    return [title ?? 'All sections', ...options.map(({ value }) => these.filter((one) => one.value === value).length), several.length === 0 ? 'not rated twice' : `${agree} of ${several.length}`];
  });
  const authorities = unique(rated.map(({ of }) => of)).length;
  return paragraphs([`From ${texts.length} ${texts.length === 1 ? 'text' : 'texts'} about ${authorities} ${authorities === 1 ? 'authority' : 'authorities'}.`, table(['Section', ...options.map(({ label }) => label), 'They agree'], rows)]);
}

/** Topics that are asked for and offered. Where the texts are those of one set, who asks and who offers is said. */
export function asksAndOffers(texts: readonly FilledFrom[], { named }: { named: boolean }): string | null {
  const asks = texts.flatMap((text) => answersOf(text, 'asks').flatMap(({ field, content }) => valueOf({ ...field, kind: 'asks' }, content).map((ask) => ({ ...ask, by: text.of }))));
  const offers = texts.flatMap((text) => answersOf(text, 'offers').flatMap(({ field, content }) => valueOf({ ...field, kind: 'offers' }, content).map((offer) => ({ ...offer, by: text.of }))));
  if (asks.length + offers.length === 0) return null;
  if (named) {
    return paragraphs([
      ...asks.map(({ by, topic, kind, urgency, words }) => `- **${by}** asks: ${[line(topic), kind && `(${SUPPORT[kind].toLowerCase()})`, urgency && `– ${URGENCY[urgency].toLowerCase()}`, words && `– ${line(words)}`].filter(Boolean).join(' ')}`),
      ...offers.map(({ by, topic, contact, evidence }) => `- **${by}** offers: ${[line(topic), contact && `– ask ${contact}`, evidence && `– ${line(evidence)}`].filter(Boolean).join(' ')}`),
    ], '\n');
  }
  const topics = unique([...asks, ...offers].map(({ topic }) => line(topic).toLowerCase()).filter(Boolean));
  const by = (list: readonly { topic: string; by: string }[], topic: string) => unique(list.filter((one) => line(one.topic).toLowerCase() === topic).map((one) => one.by)).length;
  const rows = topics.map((topic): [string, number, number] => [capital(topic), by(asks, topic), by(offers, topic)]).sort((a, b) => b[1] - a[1] || b[2] - a[2] || a[0].localeCompare(b[0]));
  return paragraphs([`${counted(asks.length, 'ask')} and ${counted(offers.length, 'offer')} of ${texts.length} ${texts.length === 1 ? 'authority' : 'authorities'}.`, table(['Topic', 'Ask for it', 'Offer it'], rows)]);
}

export interface FilledFigure {
  authority: string;
  indicator: string;
  unit: string;
  polarity: string;
  period: string;
  value: number | null;
  /** The one before, as it was entered with this one. */
  previous: number | null;
  /** Of earlier cycles, oldest first. */
  earlier?: readonly { period: string; value: number | null }[];
  regional: number | null;
  england: number | null;
}

/** Of one authority each figure with its trend, the region and England; of several how they lie, without a name. Only what has a better and a worse. */
export function criticalIndicators(figures: readonly FilledFigure[]): string | null {
  const ranked = figures.filter(({ polarity }) => polarity === 'higher' || polarity === 'lower');
  if (ranked.length === 0) return null;
  const authorities = unique(ranked.map(({ authority }) => authority));
  if (authorities.length === 1) {
    return table(['Indicator', 'Before', 'Now', 'Trend', 'Region', 'England'], ranked.map((figure) => {
      const { indicator, unit, regional, england } = figure;
      const years = yearsOf(figure);
      const said = years.map(({ period, value }) => `${amount(value, unit)}${period === '' || value === null ? '' : ` (${period})`}`);
      return [indicator, said.slice(0, -1).join(', ') || '–', said.at(-1)!, trendWords(years, figure.polarity), amount(regional, unit), amount(england, unit)];
    }));
  }
  const rows = grouped(ranked, ({ indicator }) => indicator).map(([indicator, all]) => {
    const values = all.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
    const [{ unit, polarity }] = all as [FilledFigure];
    const england = all.find((one) => one.england !== null)?.england ?? null;
    const worse = england === null ? null : values.filter((value) => (polarity === 'higher' ? value < england : value > england)).length;
    return [indicator, values.length === 0 ? '–' : `${amount(values[0]!, unit)} to ${amount(values.at(-1)!, unit)}`, amount(all.find((one) => one.regional !== null)?.regional ?? null, unit), amount(england, unit), worse === null ? '–' : `${worse} of ${values.length}`];
  });
  return table(['Indicator', 'From lowest to highest', 'Region', 'England', 'Do less well than England'], rows);
}

/** How many years a trend is told over. */
const YEARS = 3;

/** The last of the years that there are, oldest first and the present one at the end. What was entered as the one before stands in where no earlier cycle has it. */
function yearsOf({ period, value, previous, earlier = [] }: FilledFigure): { period: string; value: number | null }[] {
  const known = earlier.filter((one) => one.value !== null && one.period !== period);
  const before = known.length > 0 || previous === null ? known : [{ period: '', value: previous }];
  return [...before.slice(1 - YEARS), { period, value }];
}

/** "Rose each year, better than in 2015", "Fell, then rose, less well than in 2015", "No earlier figure" */
export function trendWords(years: readonly { period: string; value: number | null }[], polarity: string): string {
  const there = years.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
  const [first, last] = [there[0], there.at(-1)];
  if (years.at(-1)?.value === null) return 'No figure this year';
  if (!first || !last || there.length < 2) return 'No earlier figure';
  const ways = there.slice(1).map(({ value }, index) => wayOf(value - there[index]!.value));
  const way = unique(ways).length > 1 ? ways.join(', then ') : `${ways[0]}${ways.length > 1 && ways[0] !== 'unchanged' ? ' each year' : ''}`;
  if (unique(ways).length === 1 && ways[0] === 'unchanged') return 'Unchanged';
  const net = Math.sign(last.value - first.value) * (polarity === 'lower' ? -1 : 1);
  return `${capital(way)}, ${net === 0 ? 'as' : net > 0 ? 'better than' : 'less well than'} ${first.period === '' ? 'before' : `in ${first.period}`}`;
}

const wayOf = (difference: number) => (difference === 0 ? 'unchanged' : difference > 0 ? 'rose' : 'fell');

const amount = (value: number | null, unit: string) => (value === null ? '–' : `${Number(value.toFixed(1))}${unit === '%' ? ' %' : ''}`);

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const line = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
const grouped = <Item>(items: readonly Item[], key: (item: Item) => string): [string, Item[]][] => unique(items.map(key)).map((each) => [each, items.filter((item) => key(item) === each)]);
const uniqueBy = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] => [...new Map(items.map((item) => [key(item), item])).values()];
const paragraphs = (parts: readonly string[], between = '\n\n') => parts.filter((part) => part !== '').join(between);
const cell = (words: string | number) => line(String(words)).replaceAll('|', '\\|');
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

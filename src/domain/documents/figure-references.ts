// A figure stands in a text by reference and is never retyped: `{{figure:key}}`, the key being the indicator's. Whoever reads the text
// meets the figure of the cycle with its period and England's; a version is frozen with the words that the figure had at that moment,
// so that a signature covers them (domain: "DATA pulled from the data pack, never retyped").
import { MARKER_NAMES, type Marker } from '../figure-markers';
import type { Day } from '../model';
import type { QuotedFigure, SectionText } from './facts';

export interface FigureAmounts {
  period: string;
  value: number | null;
  marker: Marker | null;
  england: number | null;
}

/** A figure of the authority in the cycle, as a text may quote it. */
export interface QuotableFigure extends FigureAmounts {
  /** The indicator's. */
  key: string;
  name: string;
  topic: string;
  /** "%", "per 10,000" */
  unit: string;
  source: string;
  enteredOn: Day;
  /** What it was before it was last changed, and until when; null when it never was. */
  before: (FigureAmounts & { until: Day }) | null;
}

const REFERENCE = /\{\{\s*figure\s*:\s*([^{}\n]*?)\s*\}\}/gi;

export const referenceTo = (key: string) => `{{figure:${key}}}`;

/** "7.4 % (2017, England 8.1 %)"; "held back: small numbers (2017)". */
export function figureInWords({ period, value, marker, england, unit }: FigureAmounts & { unit: string }): string {
  const own = value === null ? (marker ? MARKER_NAMES[marker] : 'no figure') : amountInWords(value, unit);
  const beside = [quiet(period), england === null ? '' : `England ${amountInWords(england, unit)}`].filter(Boolean).join(', ');
  return quiet(beside ? `${own} (${beside})` : own);
}

export function amountInWords(amount: number, unit: string): string {
  const number = amount.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  if (unit === '') return number;
  return unit === '%' ? `${number}\u00a0%` : `${number} ${unit}`;
}

/** The keys that a text refers to, in order, each once. */
export function figuresIn(text: string): string[] {
  return [...new Set([...text.matchAll(REFERENCE)].map(([, key]) => keyOf(key!)))];
}

export function quotesFigures(content: SectionText['content']): boolean {
  return figuresIn(textsIn(content)).length > 0;
}

/** The text with each reference as the words of its figure; a reference that leads nowhere says so where it stands. */
export function textWithFigures(text: string, figures: readonly QuotableFigure[]): string {
  return text.replaceAll(REFERENCE, (_reference, key: string) => {
    const figure = figureOf(key, figures);
    return figure ? figureInWords(figure) : unknownFigure(keyOf(key));
  });
}

/** What stands where no figure can: nobody reads past it. */
export const unknownFigure = (key: string) => `**[There is no figure “${quiet(key) || '?'}” here]**`;

/** Sections as they are read and frozen: every reference resolved, and what was quoted listed with its source and day. */
export function withFigures(sections: readonly SectionText[], figures: readonly QuotableFigure[]): SectionText[] {
  return sections.map((section) => {
    const keys = figuresIn(textsIn(section.content));
    if (keys.length === 0) return section;
    const quoted = keys.flatMap((key) => figureOf(key, figures) ?? []).filter((figure, index, all) => all.indexOf(figure) === index);
    return { ...section, content: inside(section.content, figures) as SectionText['content'], ...(quoted.length > 0 && { figures: quoted.map(asQuoted) }) };
  });
}

/** Under a section that quotes figures: what each is, from where, and of which day. One paragraph of Markdown; empty when none is quoted. */
export function sourcesInWords(quoted: readonly QuotedFigure[] | undefined): string {
  if (!quoted || quoted.length === 0) return '';
  return ['Figures quoted here:', ...quoted.map(({ name, words, source, enteredOn }) => `- ${quiet(name)}: ${words}. ${source ? `${quiet(source)}; entered` : 'Entered'} on ${dayInWords(enteredOn)}.`)].join('\n');
}

export interface FigureNotes {
  /** References of the text that lead nowhere. */
  unknown: string[];
  quoted: QuotableFigure[];
}

/** What a writer is told about the figures in a section. */
export function figureNotes(content: SectionText['content'], figures: readonly QuotableFigure[]): FigureNotes {
  const keys = figuresIn(textsIn(content));
  const quoted = keys.flatMap((key) => figureOf(key, figures) ?? []);
  return { unknown: keys.filter((key) => !figureOf(key, figures)), quoted: [...new Set(quoted)] };
}

/** "It was 7.1 % (2016) until 6 November 2017."; empty when it never changed. */
export function changeInWords({ before, unit }: QuotableFigure): string {
  return before ? `It was ${figureInWords({ ...before, unit })} until ${dayInWords(before.until)}.` : '';
}

/** By key, or by the indicator's name as a person may type it. */
function figureOf(key: string, figures: readonly QuotableFigure[]): QuotableFigure | undefined {
  const wanted = keyOf(key);
  return figures.find((figure) => figure.key.toLowerCase() === wanted) ?? figures.find((figure) => isNamed(figure, wanted));
}

/** Is this the figure that a key (as figuresIn gives it) means? */
export const isNamed = ({ key, name }: Pick<QuotedFigure, 'key' | 'name'>, wanted: string) => key.toLowerCase() === wanted || name.toLowerCase() === wanted;

const asQuoted = (figure: QuotableFigure): QuotedFigure => ({ key: figure.key, name: figure.name, words: figureInWords(figure), source: figure.source, enteredOn: figure.enteredOn });

function textsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return value && typeof value === 'object' ? Object.values(value).map(textsIn).join('\n') : '';
}

function inside(value: unknown, figures: readonly QuotableFigure[]): unknown {
  if (typeof value === 'string') return textWithFigures(value, figures);
  if (Array.isArray(value)) return value.map((item) => inside(item, figures));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item, figures)]));
  return value;
}

/** A paste may have put a backslash before a low line. */
const keyOf = (key: string) => key.replaceAll('\\', '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
/** Without the signs that mean something in Markdown: it came from a table of figures, not from a writer. */
const quiet = (words: string) => words.replaceAll(/[*_`[\]<>|\\{}#~]+/g, ' ').replaceAll(/ {2,}/g, ' ').trim();
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayInWords = (day: Day) => DAY.format(new Date(`${day}T00:00:00Z`));

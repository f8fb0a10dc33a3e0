// What a second look at a self-view asks before it is signed, as data of the region: which questions, from which threshold, in which
// words. It is advice and bars nobody (North West process 2017/18: evidence, voice of the child, last priorities; Yorkshire & Humber
// 2015: does the self-assessment take account of the signatures of risk?).
import { z } from 'zod';

interface Kind {
  /** The question, as the coordinator and the authority read it; {n} is the threshold. */
  asks: string;
  /** What the threshold counts; absent where there is none. */
  unit?: string;
  /** What the sentence may name, in curly brackets. */
  names: readonly string[];
  /** In the sentence's first words, as the region gets it. */
  threshold?: number;
  words: string;
  /** Signs of what is not yet written. */
  signs?: readonly string[];
}

export const X_RAY = {
  'judgement-without-evidence': {
    asks: 'Does a judgement stand without any evidence?',
    names: ['section', 'what'],
    words: '{section} judges, and nothing stands under “{what}”.',
  },
  'place-without-evidence': {
    asks: 'Is the authority placed on the journey without saying on what evidence?',
    names: ['enabler'],
    words: '{enabler} is placed on the journey, and no evidence is given for it.',
  },
  'old-evidence': {
    asks: 'Is evidence older than {n} months?',
    unit: 'months',
    threshold: 12,
    names: ['section', 'evidence', 'day', 'months'],
    words: 'In {section}, “{evidence}” is of {day}, more than {months} months ago.',
  },
  'no-voice': {
    asks: 'Does a judgement stand without the voice of children?',
    names: ['section'],
    words: '{section} judges without anything that children or families said.',
  },
  'priority-not-mentioned': {
    asks: 'Is a priority of last year left without a word?',
    names: ['priority', 'cycle'],
    words: '“{priority}” was a priority in {cycle}, and nothing is said about it.',
  },
  'figure-in-weakest-fifth': {
    asks: 'Is a section confident while one of its figures is in the weakest fifth of the region?',
    names: ['section', 'figure', 'value'],
    words: '{section} is sure of itself, and {figure} ({value}) is in the weakest fifth of the region.',
  },
  'figure-worse-than-before': {
    asks: 'Is a section confident while one of its figures moved the wrong way by more than {n} per cent?',
    unit: '%',
    threshold: 5,
    names: ['section', 'figure', 'value', 'before'],
    words: '{section} is sure of itself, and {figure} moved the wrong way, from {before} to {value}.',
  },
  'placed-above-figures': {
    asks: 'Is the whole placed at the last stage while {n} figures or more are in the weakest fifth?',
    unit: 'figures',
    threshold: 3,
    names: ['stage', 'count'],
    words: 'The whole is placed at “{stage}”, and {count} figures are in the weakest fifth of the region.',
  },
  'rosier-than-last-year': {
    asks: 'Is an enabler placed {n} half stages or more further on than last year?',
    unit: 'half stages',
    threshold: 2,
    names: ['enabler', 'gap', 'cycle'],
    words: '{enabler} is placed {gap} than in {cycle}: say what made the difference.',
  },
  'only-strengths': {
    asks: 'Does a section name strengths and no area for development?',
    names: ['section'],
    words: '{section} names strengths and no area for development.',
  },
  'signature-of-risk': {
    asks: 'Is a signature of risk present?',
    names: ['signature', 'presence'],
    words: '“{signature}” is {presence}: say what is being done about it.',
  },
  'section-empty': {
    asks: 'Is a section empty?',
    names: ['section'],
    words: 'Nothing is written in {section}.',
  },
  'over-limit': {
    asks: 'Is an answer longer than its limit?',
    names: ['section', 'what', 'words', 'limit'],
    words: 'In {section}, “{what}” has {words} words; the limit is {limit}.',
  },
  placeholder: {
    asks: 'Do words stand that are to be replaced?',
    names: ['section', 'what', 'sign'],
    words: 'In {section}, “{what}” still says “{sign}”.',
    signs: ['TBC', 'TBA', 'TODO', 'XXX', 'to be confirmed', 'to be added', 'to follow', 'insert here', 'lorem ipsum', '???'],
  },
} as const satisfies Record<string, Kind>;

export type XRayKind = keyof typeof X_RAY;
export const X_RAY_KINDS = Object.keys(X_RAY) as XRayKind[];

export const xRayRule = z.object({
  kind: z.enum(X_RAY_KINDS as [XRayKind, ...XRayKind[]]),
  on: z.boolean(),
  threshold: z.number().min(0).max(1000).optional(),
  words: z.string().min(1).max(300),
  signs: z.array(z.string().min(2).max(60)).max(40).optional(),
});
export type XRayRule = z.infer<typeof xRayRule>;

/** Rules as the product begins with them. */
export const FIRST_RULES: readonly XRayRule[] = X_RAY_KINDS.map((kind) => {
  const { words, threshold, signs }: Kind = X_RAY[kind];
  return { kind, on: true, words, ...(threshold !== undefined && { threshold }), ...(signs && { signs: [...signs] }) };
});

/** One rule of each kind: those that a region has none for are as the product begins. */
export const xRayRules = z.array(xRayRule).transform((rules) => FIRST_RULES.map((first) => rules.find(({ kind }) => kind === first.kind) ?? first));

/** "{section} judges" → "Help and protection judges". */
export function inTheseWords(words: string, names: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
}

/** Names in curly brackets that mean nothing in a rule of this kind. */
export function unknownNames(kind: XRayKind, words: string): string[] {
  const known: readonly string[] = X_RAY[kind].names;
  return [...words.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!).filter((name) => !known.includes(name));
}

/** "Is evidence older than 12 months?" */
export const asksOf = ({ kind, threshold }: Pick<XRayRule, 'kind' | 'threshold'>) => X_RAY[kind].asks.replace('{n}', String(threshold ?? ''));

/** Findings under the question that asked, in the order in which the rules stand. */
export function groupedByRule<Finding extends { kind: XRayKind }>(findings: readonly Finding[], rules: readonly XRayRule[]): { kind: XRayKind; asks: string; found: Finding[] }[] {
  return rules.flatMap((rule) => {
    const found = findings.filter(({ kind }) => kind === rule.kind);
    return found.length > 0 ? [{ kind: rule.kind, asks: asksOf(rule), found }] : [];
  });
}

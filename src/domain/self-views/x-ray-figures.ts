// Figures contradict a judgement when a section is sure of itself and does not speak of them. Sure of itself: it says that it is highly
// confident, or names strengths and no area for development. A figure without a polarity is never good or bad and is left out.
import type { FieldDefinition } from '../documents/template';
import { valueOf } from './content';
import type { Written, XRayFinding } from './x-ray';
import { inTheseWords, type XRayRule } from './x-ray-rules';

export interface FigureFacts {
  key: string;
  name: string;
  topic: string;
  unit: string;
  polarity: 'higher' | 'lower';
  value: number;
  /** Of the year before. */
  previous: number | null;
  /** Among all of the region. */
  standing: 'best' | 'weakest' | null;
}

export function figureFindings(rule: XRayRule, written: readonly Written[], figures: readonly FigureFacts[]): XRayFinding[] {
  const answered = answeredFigures(written);
  return written.filter(isSureOfItself).flatMap(({ definition, title }) =>
    definition.fields.filter(({ topics }) => topics).flatMap((field: FieldDefinition) =>
      figures
        .filter((figure) => field.topics!.includes(figure.topic) && !answered.has(figure.key) && (rule.kind === 'figure-in-weakest-fifth' ? figure.standing === 'weakest' : worsenedBy(figure) > (rule.threshold ?? 5)))
        .map((figure) => ({
          kind: rule.kind,
          sentence: inTheseWords(rule.words, { section: title, figure: figure.name, value: withUnit(figure.value, figure.unit), before: withUnit(figure.previous ?? 0, figure.unit) }),
          sectionKey: definition.key,
          fieldKey: field.key,
        })),
    ),
  );
}

export function isSureOfItself({ definition, content }: Written): boolean {
  const confidence = definition.fields.find(({ kind, key }) => kind === 'choice' && key === 'confidence');
  if (confidence && valueOf(confidence, content) === 'high') return true;
  const points = (of: 'strength' | 'area') => definition.fields.filter((field) => field.kind === 'points' && (field.of ?? 'strength') === of).flatMap((field) => valueOf({ ...field, kind: 'points' }, content));
  return points('strength').length > 0 && points('area').length === 0;
}

/** Figures of which the data exceptions say something of the authority's own. */
function answeredFigures(written: readonly Written[]): Set<string> {
  const rows = written.flatMap(({ definition, content }) => definition.fields.filter(({ kind }) => kind === 'exceptions').flatMap((field) => valueOf({ ...field, kind: 'exceptions' }, content)));
  return new Set(rows.filter(({ why, doing }) => why.trim() !== '' || doing.trim() !== '').map(({ id }) => id));
}

/** By how many per cent of last year's figure it moved the wrong way; 0 when it did not, or from nought. */
export function worsenedBy({ value, previous, polarity }: Pick<FigureFacts, 'value' | 'previous' | 'polarity'>): number {
  if (previous === null || previous === 0) return 0;
  const change = ((value - previous) / Math.abs(previous)) * 100;
  return Math.max(0, polarity === 'higher' ? -change : change);
}

const withUnit = (value: number, unit: string) => (unit === '%' ? `${value}%` : `${value} ${unit}`.trim());

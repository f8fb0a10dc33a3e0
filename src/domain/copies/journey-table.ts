// The journey grid as a table of words: a row for each enabler, a column for each stage.
import type { DocumentTemplateDefinition } from '../documents/template';
import { OVERALL, type Place } from '../journey-grid';
import type { CopyBlock } from './copy';

type Grid = NonNullable<DocumentTemplateDefinition['journey']>;

export interface JourneyView {
  /** "Wigan’s own view" */
  name: string;
  places: Readonly<Record<string, Place | null | undefined>>;
}

/** Null when nobody has placed anything. With two views each cell says whose it is. */
export function journeyTable({ enablers, stages }: Grid, views: readonly JourneyView[], caption: string): CopyBlock | null {
  const rows = [...enablers, { key: OVERALL, name: 'The whole, as one judgement' }];
  if (!rows.some(({ key }) => views.some(({ places }) => places[key]))) return null;
  const cell = (key: string, stage: number) =>
    views
      .filter(({ places }) => places[key]?.stage === stage)
      .map(({ name, places }) => (views.length === 1 ? places[key]!.half : `${name}: ${places[key]!.half}`))
      .join('; ');
  return { kind: 'facts', caption, header: ['Enabler', ...stages], rows: rows.map(({ key, name }) => [name, ...stages.map((_, index) => cell(key, index + 1))]) };
}

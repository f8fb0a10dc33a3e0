import { MARKER_NAMES } from '@/domain/figures';
import type { FigureLine } from '@/server/questions/load';
import type { FigureRow } from '@/ui/figures';

const POLARITY: Record<string, string> = { higher: 'higher is better', lower: 'lower is better' };

/** A figure as the pack shows it: the number as published, or the words for why there is none. */
export function figureRow(figure: FigureLine): FigureRow {
  const words = (value: number | null) => (value === null ? null : value.toLocaleString('en-GB', { maximumFractionDigits: 2 }));
  return {
    id: figure.id,
    name: figure.name,
    unit: figure.unit,
    polarity: POLARITY[figure.polarity] ?? 'neither way is better',
    period: figure.period,
    own: figure.marker && figure.value === null ? `${figure.marker}: ${MARKER_NAMES[figure.marker]}` : words(figure.value),
    region: words(figure.regional),
    neighbours: words(figure.neighbours),
    england: words(figure.england),
  };
}

import { MARKER_NAMES } from '@/domain/figures';
import type { PackFigure } from '@/server/forums/pack/load';
import { Figures } from '@/ui/figures';
import { Section } from '@/ui/section';

const POLARITY: Record<string, string> = { higher: 'higher is better', lower: 'lower is better' };
const words = (value: number | null) => (value === null ? null : value.toLocaleString('en-GB', { maximumFractionDigits: 2 }));

/** The figures of the pack, topic by topic. */
export function PackFigures({ authority, figures }: { authority: string; figures: readonly PackFigure[] }) {
  const topics = [...new Set(figures.map(({ topic }) => topic))];
  return (
    <Section id="h-figures" heading="Figures" count={figures.length}>
      {topics.map((topic) => (
        <details className="more" key={topic}>
          <summary>{topic}</summary>
          <Figures caption={`${topic}: figures of ${authority}`} own={authority} rows={figures.filter((figure) => figure.topic === topic).map(rowOf)} />
        </details>
      ))}
    </Section>
  );
}

function rowOf({ id, name, unit, polarity, period, value, marker, regional, neighbours, england }: PackFigure) {
  return {
    id,
    name,
    unit,
    polarity: POLARITY[polarity] ?? 'neither way is better',
    period,
    own: marker && value === null ? `${marker}: ${MARKER_NAMES[marker]}` : words(value),
    region: words(regional),
    neighbours: words(neighbours),
    england: words(england),
  };
}

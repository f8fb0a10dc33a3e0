import { figureInWords, referenceTo } from '@/domain/documents/figure-references';
import { MARKER_NAMES } from '@/domain/figures';
import type { LoadedSection } from '@/server/self-views/load';
import { Figures } from '@/ui/figures';

const POLARITY: Record<string, string> = { higher: 'higher is better', lower: 'lower is better', none: 'neither' };

/** The figures for the section's topics, each with the reference by which the words quote it. They are pulled, never typed. */
export function SectionFigures({ page }: { page: LoadedSection }) {
  const { figures, authority, names } = page;
  if (figures.length === 0) {
    return (
      <div className="wrow">
        <p className="s soft">No figures have been entered for these topics yet. Your data lead or the regional team enters them; nobody types them here.</p>
        <div />
      </div>
    );
  }
  return (
    <div className="wrow">
      <div className="stack-s">
        <h2>The figures</h2>
        <p className="hint">Pulled from the cycle’s figures, never typed. To quote one, put its reference into your words: it is read as “{figureInWords(figures[0]!)}”.</p>
        <Figures
          caption={`${figures.length} indicators for ${authority} and its comparators`}
          own={authority}
          region={names.region}
          rows={figures.map((figure) => ({
            id: figure.key,
            name: figure.name,
            unit: figure.unit,
            polarity: POLARITY[figure.polarity] ?? '',
            period: figure.period,
            own: figure.value === null ? (figure.marker ? `${figure.marker} (${MARKER_NAMES[figure.marker] ?? 'held back'})` : null) : String(figure.value),
            region: shown(figure.regional),
            neighbours: shown(figure.neighbours),
            england: shown(figure.england),
            act: <code className="xs">{referenceTo(figure.key)}</code>,
          }))}
        />
      </div>
      <div />
    </div>
  );
}

const shown = (amount: number | null) => (amount === null ? null : String(amount));

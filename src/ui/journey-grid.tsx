import { JourneyKey, JourneyMarks, type JourneyNames } from './journey-marks';
import { JourneyTable } from './journey-table';
import type { Enabler, Placements } from './place';

interface JourneyGridProps {
  caption: string;
  enablers: readonly Enabler[];
  /** By the enabler's key. */
  placements: Record<string, Placements>;
  /** Whose view each mark is: "Wigan's own view". A voice without a name is left out of the key. */
  names: JourneyNames;
  stages?: readonly string[];
}

/** Where an authority stands on the improvement journey, by its own view, its friends' and what they agree. */
export function JourneyGrid({ caption, enablers, placements, names, stages }: JourneyGridProps) {
  return (
    <div className="stack-s">
      <JourneyKey names={names} />
      <JourneyTable
        caption={caption}
        enablers={enablers}
        stages={stages}
        cell={(enabler, place) => <JourneyMarks placements={placements[enabler.key] ?? {}} place={place} names={names} stages={stages} />}
      />
    </div>
  );
}

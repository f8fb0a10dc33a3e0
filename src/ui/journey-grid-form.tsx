import type { FormReturn } from '@/domain/form';
import { FieldError } from './field-error';
import { JourneyKey, JourneyMarks, type JourneyNames } from './journey-marks';
import { JourneyTable } from './journey-table';
import type { Voice } from './mark';
import { placeValue, placeWords, type Enabler, type Place, type Placements } from './place';
import { errorAt, typed } from './returned';

interface JourneyGridFormProps {
  caption: string;
  enablers: readonly Enabler[];
  /** Marks of the others, shown in the cells. */
  placements: Record<string, Placements>;
  names: JourneyNames;
  /** The places held now in the voice that is placing, by the enabler's key. */
  values: Record<string, Place | null | undefined>;
  voice: Voice;
  /** Radios are named `name-key`; a place is sent as "2.early". */
  name?: string;
  returned?: FormReturn;
  stages?: readonly string[];
}

/** The same grid with a radio in each place. */
export function JourneyGridForm({ caption, enablers, placements, names, values, voice, name = 'place', returned, stages }: JourneyGridFormProps) {
  const field = (enabler: Enabler) => `${name}-${enabler.key}`;
  const chosen = (enabler: Enabler) => {
    const held = values[enabler.key];
    return typed(returned, field(enabler), held ? placeValue(held) : undefined);
  };
  return (
    <div className="stack-s">
      <JourneyKey names={names} />
      <JourneyTable
        caption={caption}
        enablers={enablers}
        stages={stages}
        voice={voice}
        bad={(enabler) => errorAt(returned, field(enabler)) !== undefined}
        under={(enabler) => {
          const error = errorAt(returned, field(enabler));
          return error && <FieldError id={`${field(enabler)}-error`}>{error}</FieldError>;
        }}
        cell={(enabler, place) => {
          const value = placeValue(place);
          const first = value === '1.early';
          return (
            <label>
              <input
                type="radio"
                id={first ? field(enabler) : undefined}
                name={field(enabler)}
                value={value}
                defaultChecked={chosen(enabler) === value}
                aria-label={`${enabler.name}: ${placeWords(place, stages)}`}
              />
              <JourneyMarks placements={placements[enabler.key] ?? {}} place={place} names={names} stages={stages} skip={voice} />
            </label>
          );
        }}
      />
    </div>
  );
}

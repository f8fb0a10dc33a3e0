import { Fragment } from 'react';
import { Key, KeyItem } from './key';
import { Mark, type Voice } from './mark';
import { placeValue, placeWords, type Place, type Placements } from './place';

export interface JourneyNames {
  own: string;
  friend?: string;
  agreed?: string;
}

const VOICES: readonly Voice[] = ['own', 'friend', 'agreed'];

/** The marks that stand in one place, each said in words. */
export function JourneyMarks({ placements, place, names, stages, skip }: { placements: Placements; place: Place; names: JourneyNames; stages?: readonly string[]; skip?: Voice }) {
  return VOICES.map((voice) => {
    const held = placements[voice];
    if (voice === skip || !held || placeValue(held) !== placeValue(place)) return null;
    return (
      <Fragment key={voice}>
        <Mark voice={voice} />
        <span className="vh">
          {names[voice] ?? voice}: {placeWords(held, stages)}.{' '}
        </span>
      </Fragment>
    );
  });
}

/** Which mark is whose; only the voices that have a name here. */
export function JourneyKey({ names }: { names: JourneyNames }) {
  return (
    <Key>
      {VOICES.map((voice) =>
        names[voice] ? (
          <KeyItem key={voice}>
            <Mark voice={voice} />
            {names[voice]}
          </KeyItem>
        ) : null,
      )}
    </Key>
  );
}

/** A place on the improvement journey: one of three stages, and within it early or established. */
export interface Place {
  /** 1 to 3 */
  stage: number;
  half: 'early' | 'established';
}

export interface Enabler {
  key: string;
  name: string;
}

export interface Placements {
  own?: Place | null;
  friend?: Place | null;
  agreed?: Place | null;
}

export const HALVES = ['early', 'established'] as const;
export const STAGES: readonly string[] = ['Poor to fair', 'Fair to good', 'Good to great'];

/** "fair to good, early" */
export function placeWords({ stage, half }: Place, stages: readonly string[] = STAGES): string {
  return `${(stages[stage - 1] ?? `stage ${stage}`).toLowerCase()}, ${half}`;
}

/** "2.early", as the form sends it. */
export const placeValue = ({ stage, half }: Place): string => `${stage}.${half}`;

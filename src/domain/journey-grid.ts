// An authority is placed on the improvement journey by enabler: one of three stages, early or established within it, with reasons.
// The whole is one considered judgement; there is never an average (Isos Partnership for the LGA, 2016; North West process 2017/18).
import { z } from 'zod';

export const HALVES = ['early', 'established'] as const;
export type Half = (typeof HALVES)[number];

export interface Place {
  /** 1 to 3: poor to fair, fair to good, good to great. */
  stage: number;
  half: Half;
}

/** The considered judgement of the whole is kept beside the enablers, under this key. */
export const OVERALL = 'overall';

/** One placement as it stands in a self-view: its place, and why. */
export const placement = z.object({
  stage: z.number().int().min(1).max(3).nullable().default(null),
  half: z.enum(HALVES).nullable().default(null),
  rationale: z.string().max(20_000).default(''),
  evidence: z.string().max(20_000).default(''),
});
export type SelfPlacement = z.infer<typeof placement>;

export function placeOf(placed: Pick<SelfPlacement, 'stage' | 'half'> | null | undefined): Place | null {
  return placed?.stage && placed.half ? { stage: placed.stage, half: placed.half } : null;
}

/** "2.early", as a form sends it; null for anything else. */
export function readPlace(value: unknown): Place | null {
  const parts = typeof value === 'string' ? /^([123])\.(early|established)$/.exec(value) : null;
  return parts ? { stage: Number(parts[1]), half: parts[2] as Half } : null;
}

export function placeValue({ stage, half }: Place): string {
  return `${stage}.${half}`;
}

/** Half stages from one place to another: 1 from early to established, 2 for a whole stage; minus is back. */
export function halfStagesBetween(from: Place, to: Place): number {
  return step(to) - step(from);
}

const step = ({ stage, half }: Place) => (stage - 1) * 2 + (half === 'established' ? 1 : 0);

/** "the same place", "half a stage further on", "a stage and a half further back". */
export function gapWords(from: Place, to: Place): string {
  const half = halfStagesBetween(from, to);
  if (half === 0) return 'the same place';
  const size = ['', 'half a stage', 'a stage', 'a stage and a half', 'two stages', 'two stages and a half'][Math.abs(half)];
  return `${size} further ${half > 0 ? 'on' : 'back'}`;
}

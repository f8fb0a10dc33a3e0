// What came between is kept in the words in which it was told. Everyone of the region reads that it happened and why; what it changed is
// read by whoever reads the board and by those whom it is about, and by others as far as it names them: where an authority's steps stand
// is not shared with other authorities.
import { z } from 'zod';
import type { Day } from '../model';
import type { DisruptionKind, MovedDay, Said } from './plan';

export const effectSchema = z.object({
  days: z.array(z.object({ step: z.string(), whom: z.string().nullable(), from: z.string().nullable(), to: z.string() })),
  said: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
  authorityIds: z.array(z.string()),
});
export type Effect = z.infer<typeof effectSchema>;

export interface CameBetween {
  id: string;
  on: Day;
  headline: string;
  reason: string;
  /** "SLI coordinator, North West" */
  by: string;
  days: readonly MovedDay[];
  said: readonly Said[];
}

export const HEADLINES: Record<DisruptionKind, (names: { authority: string; other: string }) => string> = {
  inspected: ({ authority }) => `${authority} is inspected`,
  swapped: ({ authority, other }) => `${authority} and ${other} change places`,
  withdrew: ({ authority }) => `${authority} leaves the cycle`,
  joined: ({ authority }) => `${authority} joins the cycle`,
  reorganised: ({ authority }) => `${authority} is reorganised`,
};

/** The whole of it, or what names one of these authorities. */
export function effectSeen({ days, said }: Pick<CameBetween, 'days' | 'said'>, whole: boolean, names: readonly string[]): Pick<CameBetween, 'days' | 'said'> {
  if (whole) return { days, said };
  const isNamed = (line: string) => names.some((name) => new RegExp(`(^|[^\\p{L}])${escaped(name)}([^\\p{L}]|$)`, 'u').test(line));
  return {
    days: days.filter(({ whom }) => whom !== null && names.includes(whom)),
    said: said.map(({ heading, lines }) => ({ heading, lines: lines.filter(isNamed) })).filter(({ lines }) => lines.length > 0),
  };
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

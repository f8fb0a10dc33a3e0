// The hours of a forum day: equal sessions with a short pause between them and a midday break, at most an hour and a half each
// (the product's proposal; the coordinator may change every time).
import { addMinutes, minutesBetween } from './clock';

export const DAY_STARTS = '09:30';
export const DAY_ENDS = '16:45';

const PAUSE = 15;
const MIDDAY = 45;
const LONGEST = 90;
const SHORTEST = 20;

export interface Slot {
  startsAt: Date;
  endsAt: Date;
}

/** Times for so many sessions, in order; null when the day is too short for them. */
export function sessionTimes(count: number, day: Slot): Slot[] | null {
  if (count === 0) return [];
  const forenoon = Math.ceil(count / 2);
  const midday = count > 1 ? MIDDAY : 0;
  const pauses = count > 1 ? (count - 2) * PAUSE : 0;
  const share = (minutesBetween(day.startsAt, day.endsAt) - midday - pauses) / count;
  const length = Math.min(LONGEST, Math.floor(share / 5) * 5);
  if (length < SHORTEST) return null;
  return Array.from({ length: count }, (_, index) => {
    const broken = index >= forenoon ? midday - PAUSE : 0;
    const startsAt = addMinutes(day.startsAt, index * (length + PAUSE) + broken);
    return { startsAt, endsAt: addMinutes(startsAt, length) };
  });
}

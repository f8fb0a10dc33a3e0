// When a message goes: some kinds at once, all others in at most one digest a day, at 07:30 on working days [proposal]. What could not
// be handed over is tried again after growing pauses; nobody is told as news what is two weeks old [proposal].
import { addWorkingDays, isWorkingDay } from '../deadlines';
import { addMinutes, atClock, dayAt } from '../forums/clock';
import type { Day } from '../model';

export const DIGEST_AT = '07:30';
export const NIGHTLY_AT = '06:00';
const TOO_OLD_DAYS = 14;

/** The next digest: this morning’s while it is before half past seven on a working day, else that of the next working day. */
export function nextDigestAt(at: Date): Date {
  const today = dayAt(at);
  if (isWorkingDay(today) && at <= atClock(today, DIGEST_AT)) return atClock(today, DIGEST_AT);
  return atClock(addWorkingDays(today, 1), DIGEST_AT);
}

/** Digests go out on working days from half past seven on; one that was missed goes later that day, never at night. */
export function isDigestTime(at: Date): boolean {
  const today = dayAt(at);
  return isWorkingDay(today) && at >= atClock(today, DIGEST_AT);
}

const PAUSES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720];

/** When to try again after so many failures; null when it is given up. */
export function nextTryAt(failures: number, at: Date): Date | null {
  const pause = PAUSES[failures - 1];
  return pause === undefined ? null : addMinutes(at, pause);
}

export function tooOldBefore(at: Date): Date {
  return addMinutes(at, -TOO_OLD_DAYS * 24 * 60);
}

/** The day whose nightly work is due: today once it is six in the morning in London, until it has been done. */
export function nightlyDue(at: Date, doneOn: Day | null): Day | null {
  const today = dayAt(at);
  return at >= atClock(today, NIGHTLY_AT) && doneOn !== today ? today : null;
}

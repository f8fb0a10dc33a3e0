// Where a session stands on the day: from the clock and from whether it has been ended.
import { dayAt, minutesBetween } from './clock';

export type SessionState = 'ended' | 'now' | 'over-time' | 'next' | 'later';

interface Timed {
  id: string;
  startsAt: Date;
  endsAt: Date;
  endedAt: Date | null;
}

export function sessionState(session: Timed, day: readonly Timed[], now: Date): SessionState {
  if (session.endedAt) return 'ended';
  if (now >= session.startsAt) return now < session.endsAt ? 'now' : 'over-time';
  const next = day.find((other) => !other.endedAt && now < other.startsAt);
  return next?.id === session.id && dayAt(now) === dayAt(session.startsAt) ? 'next' : 'later';
}

/** The figure and the word beside it: "32 min" "left", "5 min" "over time", "1 h 10 min" "until it starts". */
export function timeLeft(session: Timed, now: Date): { figure: string; words: string } | null {
  if (session.endedAt) return null;
  if (now < session.startsAt) {
    return dayAt(now) === dayAt(session.startsAt) ? { figure: span(minutesBetween(now, session.startsAt)), words: 'until it starts' } : null;
  }
  if (dayAt(now) !== dayAt(session.startsAt)) return null;
  const left = Math.ceil((session.endsAt.getTime() - now.getTime()) / 60_000);
  return left > 0 ? { figure: span(left), words: 'left' } : { figure: span(-left), words: 'over time' };
}

function span(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

import type { Day } from '@/domain/model';

/** A `DATE` column as a day. Prisma gives it as midnight UTC. */
export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

export function dayOrNull(date: Date | null | undefined): Day | null {
  return date ? dayOf(date) : null;
}

/** A day as Prisma wants it for a `DATE` column. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in Europe/London at an instant. */
export function today(at: Date): Day {
  return LONDON.format(at);
}

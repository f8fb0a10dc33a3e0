import { parse } from 'csv-parse/sync';
import type { Actor, Day, Named } from '@/domain/model';
import { readDayRows, type DayFault } from '@/domain/read-regional-days';
import { proposedDays, type NewRegionalDay, type ProposedDay, type RegionalDay } from '@/domain/regional-days';
import { seesDay } from '@/domain/regional-calendar/scope';
import { today } from '../../days';
import { db } from '../../db';
import { findDayGround, type DayGround } from './store';

export interface DaysPage {
  region: string;
  today: Day;
  /** Earliest first; `mayChange` by the post in which the actor acts. */
  days: readonly (RegionalDay & { mayChange: boolean })[];
  /** Whom the actor may enter days for; null stands for the whole region. Empty: for nobody. */
  enterFor: readonly (Named | null)[];
  proposed: readonly ProposedDay[];
}

/** The days that the actor sees, and what they may do with them; NotFound for who follows no calendar. */
export async function loadDays(actor: Actor, at: Date): Promise<DaysPage> {
  const { scope, standing, authorities, mayEnterFor } = await findDayGround(db, actor);
  const day = today(at);
  return {
    region: actor.as!.region.name,
    today: day,
    days: standing.filter((one) => seesDay(scope, one)).map((one) => ({ ...one, mayChange: mayEnterFor(one.authority?.id ?? null) })),
    enterFor: [...(mayEnterFor(null) ? [null] : []), ...authorities.filter(({ id }) => mayEnterFor(id))],
    proposed: mayEnterFor(null) ? proposedDays(day, standing) : [],
  };
}

export interface FileRead {
  days: readonly NewRegionalDay[];
  faults: readonly DayFault[];
  /** For the words of a day's place. */
  authorities: readonly Named[];
}

/** What a file holds, or every fault of it; nothing is changed. */
export async function readDayFile(actor: Actor, text: string): Promise<FileRead> {
  const ground = await findDayGround(db, actor);
  return { ...readDayText(text, ground), authorities: ground.authorities };
}

function readDayText(text: string, ground: DayGround): Pick<FileRead, 'days' | 'faults'> {
  try {
    return readDayRows(parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false }), ground);
  } catch {
    return { days: [], faults: [{ row: 1, column: 'kind', sentence: 'This file cannot be read as a table. Save it as CSV (comma separated) and send it again.' }] };
  }
}

import { conflictsOn } from '@/domain/authority-conflicts';
import type { Actor, Day, Named } from '@/domain/model';
import { permits } from '@/domain/permissions';
import { today } from '../days';
import { db } from '../db';
import { findNames, findRegister, type RecordedConflict } from './store';

export interface ConflictLine {
  id: string;
  one: string;
  other: string;
  reason: string;
  recordedOn: Day;
  untilOn: Day | null;
  endedOn: Day | null;
}

export interface RegisterPage {
  authorities: readonly Named[];
  /** Those that stand today, then those that are over, newest first. */
  standing: readonly ConflictLine[];
  over: readonly ConflictLine[];
  mayRecord: boolean;
}

export async function loadRegister(actor: Actor, at: Date): Promise<RegisterPage> {
  const { regionId, authorities, conflicts } = await findRegister(db, actor, at);
  const names = await findNames(db, regionId);
  const standing = new Set(conflictsOn(conflicts, today(at)));
  const lines = (of: readonly RecordedConflict[]) => of.map(({ authorityId, otherId, ...conflict }): ConflictLine => {
    const [one, other] = [authorityId, otherId].map((id) => names.get(id) ?? '').sort((a, b) => a.localeCompare(b, 'en-GB'));
    return { ...conflict, one: one!, other: other! };
  });
  return {
    authorities,
    standing: lines(conflicts.filter((conflict) => standing.has(conflict))),
    over: lines(conflicts.filter((conflict) => !standing.has(conflict))),
    mayRecord: permits('conflict.record', actor.as!, { regionId }),
  };
}

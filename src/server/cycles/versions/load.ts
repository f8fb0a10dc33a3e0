import type { Refusal } from '@/domain/decision';
import type { Actor, HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { whatChanged, type Changed } from '@/domain/processes/compose/what-changed';
import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import { notToMoveTo, planVersionMove, type VersionMove } from '@/domain/processes/move-to-version';
import { today } from '../../days';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { findCycleOfVersion, findNewerVersions, findVersion } from './store';

export interface VersionPage {
  cycle: CycleSchedule;
  process: { id: string; title: string; version: number };
  as: HeldPost;
  /** Newest first; empty when the cycle runs by the newest. */
  newer: readonly { id: string; version: number }[];
  /** The one that was asked for, else the newest. */
  to: ({ id: string; version: number; changes: readonly Changed[]; refusal: Refusal | null } & VersionMove) | null;
  /** Earlier moves of this cycle, newest first. */
  moves: readonly { at: Date; from: number; to: number; reason: string }[];
}

/** What would be different if a running cycle went on by a newer version of its process; throws NotFound for all but those who may move it. */
export async function loadVersionMove(actor: Actor, { cycleId, toId }: { cycleId: string; toId?: string }, at: Date): Promise<VersionPage> {
  const cycle = await findCycleOfVersion(db, actor, cycleId, at);
  const { schedule, from } = cycle;
  const as = capacityFor(actor, 'process.move-cycle', { regionId: schedule.regionId });
  if (!as) throw new NotFound();
  const newer = await findNewerVersions(db, schedule.regionId, from);
  const id = newer.find((one) => one.id === toId)?.id ?? newer[0]?.id;
  const to = id ? await findVersion(db, schedule.regionId, id) : null;
  const moves = await db.cycleTemplateMove.findMany({ where: { cycleId }, orderBy: { movedAt: 'desc' }, include: { from: { select: { version: true } }, to: { select: { version: true } } } });
  const day = today(at);
  return {
    cycle: schedule,
    process: { id: from.id, title: schedule.template.title, version: from.version },
    as,
    newer,
    to: to && { id: to.id, version: to.version, changes: whatChanged(schedule.template, to.definition), refusal: notToMoveTo(cycle, to, day), ...planVersionMove(cycle, to.definition, day) },
    moves: moves.map(({ movedAt, from: { version }, to: { version: next }, reason }) => ({ at: movedAt, from: version, to: next, reason })),
  };
}

import { eventSays } from '@/domain/events';
import type { Actor, Day } from '@/domain/model';
import type { NamesRoles } from '@/domain/parties';
import { permits } from '@/domain/permissions';
import { notToClose, unsettled } from '@/domain/processes/close-cycle';
import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import { notToRecord, notToReopen, notToWaive, subjectOf, type StepInCycle } from '@/domain/processes/record-step';
import { whoseStep } from '@/domain/processes/scope-words';
import { refuse, type Refusal } from '@/domain/decision';
import type { StepAt } from '@/domain/workflow';
import { today } from '../days';
import { db } from '../db';
import { NotFound } from '../not-found';
import { findStep, findSteps } from './find-step';
import { findCycleSchedule, regionsOf } from './store';

export interface TimetablePage {
  cycle: CycleSchedule;
  mayMove: boolean;
  /** Person id → name. */
  people: ReadonlyMap<string, string>;
}

/** Every date of a cycle of the actor's region with what was moved, by whom and why. */
export async function loadTimetable(actor: Actor, cycleId: string): Promise<TimetablePage> {
  const cycle = await findCycleSchedule(db, actor, cycleId);
  const people = await db.person.findMany({ where: { id: { in: cycle.moves.map((move) => move.movedBy) } }, select: { id: true, name: true } });
  return {
    cycle,
    mayMove: actor.as !== null && permits('cycle.move-date', actor.as, { regionId: cycle.regionId }),
    people: new Map(people.map(({ id, name }) => [id, name])),
  };
}

export interface StepPage {
  cycle: StepInCycle['cycle'];
  at: StepAt;
  /** What the process calls its roles. */
  roles: NamesRoles['roles'];
  /** "Wigan", "the Trafford group", "the region": for what it is done once. */
  whose: string;
  /** Whether one of the actor's posts follows the region's cycles, or has this step alone. */
  follows: boolean;
  /** Null: it can be recorded as done, by this actor, now. */
  notToRecord: Refusal | null;
  notToWaive: Refusal | null;
  notToReopen: Refusal | null;
  note: string;
  /** When it was recorded, and taken back, newest first. */
  recorded: readonly { id: string; at: Date; says: string }[];
}

export interface AskedStep {
  cycleId: string;
  stepKey: string;
  /** Slug, key or id of that for which it is done; none of them: the region. */
  authority?: string | undefined;
  wave?: string | undefined;
  group?: string | undefined;
}

/** One step for an authority, a group, a wave or the region, for those who may look at it. */
export async function loadStep(actor: Actor, asked: AskedStep, at: Date): Promise<StepPage> {
  const { cycleId, stepKey } = asked;
  const scope = await scopeAsked(asked);
  const { definition, ...found } = await findStep(db, actor, { cycleId, stepKey, scope }, at);
  const { regionId } = found.cycle;
  const completion = await db.stepCompletion.findUnique({ where: { cycleId_stepKey_scope: { cycleId, stepKey, scope } }, select: { note: true } });
  const group = found.at.place || !found.at.groupId ? null : await db.group.findUnique({ where: { id: found.at.groupId }, select: { name: true, kind: true } });
  const may = (permission: 'cycle.complete-step' | 'cycle.waive-step' | 'cycle.reopen-step') => actor.as !== null && permits(permission, actor.as, subjectOf(found));
  const notYours = refuse('not-permitted', 'This is not for the post in which you act.');
  return {
    cycle: found.cycle,
    at: found.at,
    roles: definition.roles,
    whose: whoseStep(found.at, definition, group),
    follows: regionsOf(actor).includes(regionId),
    notToRecord: may('cycle.complete-step') ? notToRecord(found) : notYours,
    notToWaive: may('cycle.waive-step') ? notToWaive(found) : notYours,
    notToReopen: may('cycle.reopen-step') ? notToReopen(found) : notYours,
    note: completion?.note ?? '',
    recorded: await whatWasRecorded({ cycleId, stepKey, scope }),
  };
}

async function whatWasRecorded({ cycleId, stepKey, scope }: { cycleId: string; stepKey: string; scope: string }): Promise<StepPage['recorded']> {
  const rows = await db.event.findMany({
    where: { cycleId, type: { in: ['step.completed', 'step.waived', 'step.reopened'] }, AND: [{ data: { path: ['stepKey'], equals: stepKey } }, { data: { path: ['scope'], equals: scope } }] },
    orderBy: { id: 'desc' },
    select: { id: true, type: true, at: true, data: true },
  });
  return rows.map(({ id, type, at, data }) => ({ id: String(id), at, says: eventSays(type, data as Record<string, unknown>) }));
}

async function scopeAsked({ authority, wave, group }: AskedStep): Promise<string> {
  if (group) return `group:${group}`;
  if (wave) return `wave:${wave}`;
  if (!authority) return 'region';
  const row = await db.authority.findUnique({ where: { slug: authority }, select: { id: true } });
  if (!row) throw new NotFound();
  return `authority:${row.id}`;
}

export interface ClosingPage {
  cycle: { id: string; name: string };
  notToClose: Refusal | null;
  left: readonly StepAt[];
  endsOn: Day;
}

/** What is still open in a cycle that the coordinator wants to close; throws NotFound for anyone else. */
export async function loadClosing(actor: Actor, cycleId: string, at: Date): Promise<ClosingPage> {
  const { facts, schedule, steps } = await findSteps(db, actor, cycleId, at);
  if (!actor.as || !permits('cycle.close', actor.as, { regionId: facts.regionId })) throw new NotFound();
  const closing = { ...facts, endsOn: schedule.endsOn, steps: steps.all };
  return { cycle: facts, notToClose: notToClose(closing, today(at)), left: unsettled(closing), endsOn: schedule.endsOn };
}

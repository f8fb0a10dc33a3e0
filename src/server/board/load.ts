import { z } from 'zod';
import { boardPost } from '@/domain/board-post';
import { boardOf, SHOWN, type Board, type BoardFilters } from '@/domain/board';
import { owedList, type OwedItem } from '@/domain/chase';
import type { CycleFacts } from '@/domain/cycle-facts';
import { ownAuthority } from '@/domain/home';
import type { Actor, Day, HeldPost } from '@/domain/model';
import { capacityFor, permits } from '@/domain/permissions';
import { roundOf, type Round } from '@/domain/processes/rounds';
import type { Schedule } from '@/domain/processes/schedule';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { today } from '../days';
import { db, rowsOf } from '../db';
import { NotFound } from '../not-found';
import { Prisma } from '../prisma-client/client';
import { unscopedRounds } from '../rounds/load';
import { findChase, type Chase } from './store';
import { unscopedStepFacts, type LoadedSteps } from '../step-facts/load';

const id = z.uuid();

/** What a filter form sends; whatever is not known counts as not chosen. */
export const boardFilters = z.object({
  group: z.uuid().nullable().catch(null),
  wave: z.string().min(1).nullable().catch(null),
  show: z.enum(SHOWN).catch('all'),
  step: z.string().min(1).nullable().catch(null),
}).transform(({ group, wave, show, step }): BoardFilters => ({ groupId: group, wave, show, steps: step }));

export interface BoardPage {
  board: Board;
  facts: CycleFacts;
  definition: ProcessTemplateDefinition;
  /** The version of the process by which the cycle runs. */
  processId: string;
  schedule: Schedule;
  today: Day;
  /** How many of the authorities that are there on day 0 take part. */
  coverage: Coverage;
  /** Of a process that goes in rounds: who was challenged in the round of this cycle, and who was not yet. */
  round: Round | null;
  /** Other cycles of the region that are under way, newest first. */
  others: readonly { id: string; name: string }[];
  mayChase: boolean;
}

export interface Coverage {
  taking: number;
  of: number;
}

/** Two queries, three in a round, however many authorities and cycles. Throws NotFound for those who do not read boards, and for a cycle of another region. */
export async function loadBoard(actor: Actor, cycleId: string, filters: BoardFilters, at: Date): Promise<BoardPage> {
  const { viewer, loaded } = await stepsForBoard(actor, cycleId, at);
  const day = today(at);
  const [around] = await rowsOf(db, aroundQuery(loaded.facts));
  const { others, there, processId } = aroundRow.parse(around);
  return {
    board: boardOnce(loaded, viewer, day, filters),
    facts: loaded.facts,
    definition: loaded.definition,
    processId,
    schedule: loaded.schedule,
    today: day,
    round: loaded.definition.rounds ? roundOf(await unscopedRounds(db, { regionId: loaded.facts.regionId, templateId: processId }), cycleId, day) : null,
    coverage: { taking: loaded.facts.places.filter(({ withdrawn }) => !withdrawn).length, of: there },
    others,
    mayChase: permits('cycle.chase', viewer, { regionId: viewer.region.id }),
  };
}

/** What stands round a cycle: its process, the others that are open, and how many authorities the region has on its day 0. */
const aroundQuery = ({ id: cycleId, regionId }: CycleFacts) => Prisma.sql`
  SELECT (SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o."startsOn" DESC, o.name) FROM "Cycle" o
      WHERE o."regionId" = ${regionId}::uuid AND o."closedAt" IS NULL AND o.id <> cy.id) AS others,
    (SELECT count(*)::int FROM "Authority" au WHERE au."regionId" = ${regionId}::uuid
      AND (au."startedOn" IS NULL OR au."startedOn" <= cy."anchorOn") AND (au."endedOn" IS NULL OR au."endedOn" >= cy."anchorOn")) AS there, cy."templateId" AS "processId"
  FROM "Cycle" cy WHERE cy.id = ${cycleId}::uuid`;

const aroundRow = z.object({ others: z.array(z.object({ id: z.string(), name: z.string() })).nullable().transform((others) => others ?? []), there: z.number(), processId: z.string() });

const boards = new WeakMap<LoadedSteps, Map<string, Board>>();
const MOST_BOARDS = 20;

/** The same steps look the same to everyone in the same office, so a board is put together once for as long as they stand. */
function boardOnce(loaded: LoadedSteps, viewer: HeldPost, on: Day, filters: BoardFilters): Board {
  const kept = boards.get(loaded) ?? new Map<string, Board>();
  boards.set(loaded, kept);
  const key = JSON.stringify([viewer.office, viewer.region.id, viewer.group?.id, viewer.authority?.id, on, filters]);
  const board = kept.get(key) ?? boardOf({ ...loaded, viewer, today: on }, filters);
  if (kept.size >= MOST_BOARDS) kept.clear();
  kept.set(key, board);
  return board;
}

export interface OwedPage {
  cycle: { id: string; name: string };
  facts: CycleFacts;
  owed: readonly OwedItem[];
  today: Day;
  mayChase: boolean;
}

/** Who owes what, oldest first. One query. */
export async function loadOwed(actor: Actor, cycleId: string, at: Date): Promise<OwedPage> {
  const { viewer, loaded } = await stepsForBoard(actor, cycleId, at);
  return {
    cycle: { id: loaded.facts.id, name: loaded.facts.name },
    facts: loaded.facts,
    owed: owedList(loaded),
    today: today(at),
    mayChase: permits('cycle.chase', viewer, { regionId: viewer.region.id }),
  };
}

/** The messages about the chosen things as they stand, for the coordinator to read and change. */
export async function loadChase(actor: Actor, cycleId: string, keys: readonly string[], at: Date): Promise<Chase & { as: HeldPost }> {
  const viewer = actor.as && capacityFor(actor, 'cycle.chase', { regionId: actor.as.region.id });
  if (!viewer) throw new NotFound();
  const chase = await findChase(db, { ...actor, as: viewer }, cycleId, keys, at);
  return { ...chase, as: viewer };
}

/** Whether the authority whose page stands for “the cycle” to someone who reads no board has, or had, a place in it. */
export async function loadHasPlace(actor: Actor, cycleId: string): Promise<boolean> {
  const own = ownAuthority(actor);
  if (!own || !id.safeParse(cycleId).success) return false;
  return (await db.cycleAuthority.count({ where: { cycleId, authorityId: own.id } })) > 0;
}

/** Where /cycle leads someone who reads boards: the one cycle that is open, else the latest; null where several are open, or none has ever been. */
export async function loadTheCycleId(actor: Actor, at: Date): Promise<string | null> {
  const viewer = boardPost(actor);
  if (!viewer) return null;
  const rows = await rowsOf(db, Prisma.sql`SELECT id, "closedAt" IS NULL AND "endsOn" >= ${today(at)}::date AS open FROM "Cycle" WHERE "regionId" = ${viewer.region.id}::uuid ORDER BY open DESC, ("closedAt" IS NULL) DESC, "startsOn" DESC, name LIMIT 2`);
  const [first, second] = z.array(z.object({ id: z.string(), open: z.boolean() })).parse(rows);
  return first && !(first.open && second?.open) ? first.id : null;
}

async function stepsForBoard(actor: Actor, cycleId: string, at: Date): Promise<{ viewer: HeldPost; loaded: LoadedSteps }> {
  const viewer = boardPost(actor);
  if (!viewer || !id.safeParse(cycleId).success) throw new NotFound();
  const loaded = await unscopedStepFacts(db, { cycle: { id: cycleId }, of: 'all', audiences: actor.audiences }, at);
  if (loaded.facts.regionId !== viewer.region.id) throw new NotFound();
  return { viewer, loaded };
}

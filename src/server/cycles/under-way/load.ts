import { z } from 'zod';
import { boardPost } from '@/domain/board-post';
import { permits } from '@/domain/permissions';
import type { Actor, Day } from '@/domain/model';
import { howFar } from '@/domain/processes/how-far';
import { today } from '../../days';
import { db, rowsOf } from '../../db';
import { Prisma } from '../../prisma-client/client';
import { unscopedStepsOfCycles, type LoadedSteps } from '../../step-facts/load';
import { regionsOf } from '../store';

export interface OpenCycle {
  id: string;
  name: string;
  /** What its process calls itself. */
  process: string;
  anchorOn: Day;
  startsOn: Day;
  endsOn: Day;
  taking: number;
  /** Authorities that the region has on its day 0. */
  there: number;
  next: { name: string; on: Day } | null;
  /** The actor's own authorities that take part. */
  own: readonly string[];
  /** For those who read boards. */
  steps: { done: number; of: number; late: number } | null;
}

export interface PastCycle {
  id: string;
  name: string;
  process: string;
  anchorOn: Day;
  closedOn: Day;
  authorities: number;
}

export interface CyclesPage {
  today: Day;
  open: readonly OpenCycle[];
  past: { cycles: readonly PastCycle[]; page: number; pages: number };
  readsBoard: boolean;
  mayOpen: boolean;
  mayClose: boolean;
}

const ON_A_PAGE = 12;

/** Every cycle under way in the region in which the actor acts, with how far it is, and the past ones a page at a time. Two queries, however many cycles. */
export async function loadCycles(actor: Actor, page: number, at: Date): Promise<CyclesPage> {
  const regionId = actor.as && regionsOf(actor).includes(actor.as.region.id) ? actor.as.region.id : regionsOf(actor)[0];
  const may = (permission: 'cycle.open' | 'cycle.close') => actor.as !== null && permits(permission, actor.as, { regionId: actor.as.region.id });
  const [mayOpen, mayClose] = [may('cycle.open'), may('cycle.close')];
  const readsBoard = boardPost(actor) !== null;
  const day = today(at);
  if (!regionId) return { today: day, open: [], past: { cycles: [], page: 1, pages: 1 }, readsBoard, mayOpen, mayClose };
  const [loaded, [around]] = await Promise.all([
    unscopedStepsOfCycles(db, { cycle: { openOf: regionId }, of: 'all', audiences: actor.audiences }, at),
    rowsOf(db, aroundQuery(regionId, page)),
  ]);
  const { open, past, count } = aroundRow.parse(around);
  const pages = Math.max(1, Math.ceil(count / ON_A_PAGE));
  return {
    today: day,
    open: open.flatMap((row) => {
      const cycle = loaded.find(({ facts }) => facts.id === row.id);
      return cycle ? [lineOf(actor, row, cycle, { readsBoard, day })] : [];
    }),
    past: { cycles: past, page: Math.min(page, pages), pages },
    readsBoard,
    mayOpen,
    mayClose,
  };
}

function lineOf(actor: Actor, row: z.infer<typeof openRow>, cycle: LoadedSteps, { readsBoard, day }: { readsBoard: boolean; day: Day }): OpenCycle {
  const { done, of, late, next, taking } = howFar(cycle, day);
  const own = cycle.facts.places.filter(({ authorityId, withdrawn }) => !withdrawn && actor.posts.some((post) => post.authority?.id === authorityId));
  return {
    ...row,
    process: cycle.definition.title,
    taking,
    next: next && { name: next.step.name, on: next.dueOn },
    own: own.map(({ name }) => name),
    steps: readsBoard ? { done, of, late } : null,
  };
}

const aroundQuery = (regionId: string, page: number) => Prisma.sql`
  SELECT (SELECT json_agg(json_build_object('id', cy.id, 'name', cy.name, 'anchorOn', cy."anchorOn"::text, 'startsOn', cy."startsOn"::text, 'endsOn', cy."endsOn"::text,
        'there', (SELECT count(*) FROM "Authority" au WHERE au."regionId" = cy."regionId"
          AND (au."startedOn" IS NULL OR au."startedOn" <= cy."anchorOn") AND (au."endedOn" IS NULL OR au."endedOn" >= cy."anchorOn"))) ORDER BY cy."anchorOn" DESC, cy.name)
      FROM "Cycle" cy WHERE cy."regionId" = ${regionId}::uuid AND cy."closedAt" IS NULL) AS open,
    (SELECT json_agg(p) FROM (
      SELECT cy.id, cy.name, t.definition ->> 'title' AS process, cy."anchorOn"::text AS "anchorOn", ((cy."closedAt" AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/London')::date::text AS "closedOn",
        (SELECT count(*) FROM "CycleAuthority" ca WHERE ca."cycleId" = cy.id AND ca."withdrawnAt" IS NULL) AS authorities
      FROM "Cycle" cy JOIN "ProcessTemplate" t ON t.id = cy."templateId" WHERE cy."regionId" = ${regionId}::uuid AND cy."closedAt" IS NOT NULL
      ORDER BY cy."anchorOn" DESC, cy.name LIMIT ${ON_A_PAGE} OFFSET ${(page - 1) * ON_A_PAGE}) p) AS past,
    (SELECT count(*)::int FROM "Cycle" cy WHERE cy."regionId" = ${regionId}::uuid AND cy."closedAt" IS NOT NULL) AS count`;

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).nullable().transform((list) => list ?? []);
const openRow = z.object({ id: z.string(), name: z.string(), anchorOn: z.string(), startsOn: z.string(), endsOn: z.string(), there: z.number() });
const aroundRow = z.object({
  open: listOf(openRow),
  past: listOf(z.object({ id: z.string(), name: z.string(), process: z.string(), anchorOn: z.string(), closedOn: z.string(), authorities: z.number() })),
  count: z.number(),
});

import { z } from 'zod';
import type { CalendarCycle, CalendarForum, CalendarGround } from '@/domain/regional-calendar/entries';
import type { CycleChanges } from '@/domain/regional-calendar/feed';
import { INVITED_AS } from '@/domain/forums/invitations';
import type { Day } from '@/domain/model';
import { REGIONAL_DAY_KINDS } from '@/domain/regional-days';
import { rowsOf, type Tx } from '../db';
import { instant } from '../instant';
import { Prisma } from '../prisma-client/client';
import { unscopedStepsOfCycles } from '../step-facts/load';

export interface Ground extends CalendarGround {
  /** First and last day of each cycle. */
  spans: readonly { startsOn: Day; endsOn: Day }[];
  changes: ReadonlyMap<string, CycleChanges>;
  enteredAt: ReadonlyMap<string, Date>;
}

interface Asked {
  regionId: string;
  /** Whose invitations to forums are wanted. */
  postIds: readonly string[];
  fromOn: Day;
  toOn: Day;
}

/**
 * Every open cycle of a region with its steps and forums, and the days that were entered between two days: two queries, however many
 * cycles and authorities. The first is the same for everyone, so that its steps are worked out once. Unscoped: domain/regional-calendar
 * says who may be shown what.
 */
export async function unscopedGround(client: Tx, asked: Asked, at: Date): Promise<Ground> {
  const loaded = await unscopedStepsOfCycles(client, { cycle: { openOf: asked.regionId }, of: 'all', audiences: [] }, at);
  const cycles = loaded.map(({ facts, definition, steps }): CalendarCycle => ({ facts, definition, grouping: definition.grouping, steps: steps.all }));
  const [found] = await rowsOf(client, besideQuery(asked, cycles.map(({ facts }) => facts.id)));
  const { forums, days, changes } = besideRow.parse(found);
  return {
    cycles,
    spans: loaded.map(({ schedule: { startsOn, endsOn } }) => ({ startsOn, endsOn })),
    forums: forums.map((row) => forumOf(row, asked.regionId)),
    days: days.map(({ authorityId, authority, enteredAt: _enteredAt, ...day }) => ({ ...day, authority: authorityId ? { id: authorityId, name: authority ?? '' } : null })),
    changes: new Map(changes.map(({ cycleId, count, lastAt }) => [cycleId, { count, lastAt }])),
    enteredAt: new Map(days.map(({ id, enteredAt }) => [id, enteredAt])),
  };
}

function besideQuery({ regionId, postIds, fromOn, toOn }: Asked, cycleIds: readonly string[]): Prisma.Sql {
  const open = Prisma.sql`${[...cycleIds]}::uuid[]`;
  return Prisma.sql`
    SELECT
      (SELECT json_agg(json_build_object(
          'id', f.id, 'cycleId', f."cycleId", 'groupId', g.id, 'group', g.name, 'wave', f.wave, 'onDay', f."onDay"::text, 'startsAt', f."startsAt", 'endsAt', f."endsAt",
          'venue', f.venue, 'room', f.room, 'sequence', f.sequence, 'changedAt', f."changedAt",
          'sessions', (SELECT json_agg(json_build_object('id', s.id, 'cycleAuthorityId', s."cycleAuthorityId", 'notesId', s."notesId", 'authorityId', au.id, 'authority', au."shortName",
              'startsAt', s."startsAt", 'endsAt', s."endsAt", 'endedAt', s."endedAt",
              'challengers', (SELECT json_agg(json_build_object('id', c."authorityId", 'name', ch."shortName", 'lead', c.lead)) FROM "SessionChallenger" c JOIN "Authority" ch ON ch.id = c."authorityId" WHERE c."sessionId" = s.id)
            ) ORDER BY s."startsAt", s.id)
            FROM "ForumSession" s JOIN "CycleAuthority" ca ON ca.id = s."cycleAuthorityId" JOIN "Authority" au ON au.id = ca."authorityId" WHERE s."forumId" = f.id),
          'invitations', (SELECT json_agg(json_build_object('postId', i."postId", 'role', i.role)) FROM "Invitation" i
            WHERE i."forumId" = f.id AND i."postId" = ANY(${[...postIds]}::uuid[]) AND i."sentAt" IS NOT NULL AND i."removedAt" IS NULL)
        ) ORDER BY f."startsAt", f.id)
        FROM "Forum" f JOIN "Group" g ON g.id = f."groupId" WHERE f."cycleId" = ANY(${open}) AND f."cancelledAt" IS NULL) AS forums,
      (SELECT json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name, 'fromOn', d."fromOn"::text, 'toOn', d."toOn"::text, 'authorityId', d."authorityId", 'authority', au."shortName", 'enteredAt', d."enteredAt")
          ORDER BY d."fromOn", d.name, au."shortName")
        FROM "RegionalDay" d LEFT JOIN "Authority" au ON au.id = d."authorityId"
        WHERE d."regionId" = ${regionId}::uuid AND d."removedAt" IS NULL AND d."toOn" >= ${fromOn}::date AND d."fromOn" <= ${toOn}::date) AS days,
      (SELECT json_agg(json_build_object('cycleId', cy.id,
          'count', (SELECT count(*) FROM "DateMove" m WHERE m."cycleId" = cy.id) + (SELECT count(*) FROM "CycleTemplateMove" t WHERE t."cycleId" = cy.id)
            + (SELECT count(*) + COALESCE(sum(f.sequence), 0) FROM "Forum" f WHERE f."cycleId" = cy.id) + (SELECT count(*) FROM "Disruption" x WHERE x."cycleId" = cy.id),
          'lastAt', GREATEST(cy."openedAt", (SELECT max(m."movedAt") FROM "DateMove" m WHERE m."cycleId" = cy.id), (SELECT max(t."movedAt") FROM "CycleTemplateMove" t WHERE t."cycleId" = cy.id),
            (SELECT max(f."changedAt") FROM "Forum" f WHERE f."cycleId" = cy.id), (SELECT max(x.at) FROM "Disruption" x WHERE x."cycleId" = cy.id))))
        FROM "Cycle" cy WHERE cy.id = ANY(${open})) AS changes`;
}

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).nullable().transform((list) => list ?? []);

const forumRow = z.object({
  id: z.string(),
  cycleId: z.string(),
  groupId: z.string(),
  group: z.string(),
  wave: z.string(),
  onDay: z.string(),
  startsAt: instant,
  endsAt: instant,
  venue: z.string(),
  room: z.string(),
  sequence: z.number(),
  changedAt: instant,
  sessions: listOf(
    z.object({
      id: z.string(),
      cycleAuthorityId: z.string(),
      notesId: z.string(),
      authorityId: z.string(),
      authority: z.string(),
      startsAt: instant,
      endsAt: instant,
      endedAt: instant.nullable(),
      challengers: listOf(z.object({ id: z.string(), name: z.string(), lead: z.boolean() })),
    }),
  ),
  invitations: listOf(z.object({ postId: z.string(), role: z.enum(INVITED_AS) })),
});

const besideRow = z.object({
  forums: listOf(forumRow),
  days: listOf(z.object({ id: z.string(), kind: z.enum(REGIONAL_DAY_KINDS), name: z.string(), fromOn: z.string(), toOn: z.string(), authorityId: z.string().nullable(), authority: z.string().nullable(), enteredAt: instant })),
  changes: listOf(z.object({ cycleId: z.string(), count: z.number(), lastAt: instant })),
});

/** Who holds which post is no matter here. */
function forumOf({ groupId, group, changedAt, invitations, sessions, ...row }: z.infer<typeof forumRow>, regionId: string): CalendarForum {
  return {
    changedAt,
    invitations,
    forum: {
      ...row,
      regionId,
      group: { id: groupId, name: group },
      facilitator: null,
      cancelledAt: null,
      cancelledWhy: null,
      heldAt: null,
      sessions: sessions.map(({ authorityId, authority, challengers, ...session }) => ({
        ...session,
        authority: { id: authorityId, name: authority },
        directorIds: [],
        challengers: challengers.map((challenger) => ({ ...challenger, directorIds: [] })),
      })),
    },
  };
}

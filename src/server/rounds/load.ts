import { z } from 'zod';
import type { Day } from '@/domain/model';
import { deriveDays, isForumStep } from '@/domain/processes/derive-days';
import type { CycleOfRound, RoundFacts } from '@/domain/processes/rounds';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { rowsOf, type Tx } from '../db';
import { processDefinition } from '../process-definition/load';
import { Prisma } from '../prisma-client/client';

/** Every cycle of the process that has this version, with who was taken when: one query, beside the versions that were not read yet. */
export async function unscopedRounds(client: Tx, { regionId, templateId }: { regionId: string; templateId: string }): Promise<RoundFacts> {
  const [found] = await rowsOf(client, roundsQuery(regionId, templateId));
  const { cycles, authorities, successions } = row.parse(found);
  const { suffix } = await processDefinition(client, templateId);
  const taken: CycleOfRound[] = [];
  for (const cycle of cycles) taken.push(cycleOf(cycle, await processDefinition(client, cycle.templateId)));
  return { suffix, cycles: taken, authorities, successions };
}

function cycleOf({ id, name, anchorOn, openedOn, previousId, places, moves, forumDays, waivers }: CycleRow, template: ProcessTemplateDefinition): CycleOfRound {
  const { ownDayOf } = deriveDays({ template, anchorOn, places, moves, forumDays });
  const own = template.steps.find(isForumStep)?.key;
  const waivedOn = new Map(waivers.flatMap(({ stepKey, scope, on }): [string, Day][] => (stepKey === own ? [[scope, on]] : [])));
  return {
    id,
    name,
    anchorOn,
    openedOn,
    previousId,
    hosts: places.map(({ authorityId, joinedOn, leftOn, ...place }) => ({ authorityId, on: ownDayOf({ authorityId, ...place }), joinedOn, leftOn, waivedOn: waivedOn.get(`authority:${authorityId}`) ?? null })),
  };
}

/** The London day of a column that holds an instant. */
const dayIn = (column: string) => Prisma.raw(`((${column} AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/London')::date::text`);

const roundsQuery = (regionId: string, templateId: string) => Prisma.sql`
  SELECT (SELECT json_agg(json_build_object('id', cy.id, 'name', cy.name, 'templateId', cy."templateId", 'anchorOn', cy."anchorOn"::text, 'openedOn', ${dayIn('cy."openedAt"')}, 'previousId', cy."previousId",
        'places', (SELECT json_agg(json_build_object('authorityId', p."authorityId", 'groupId', p."groupId", 'groupOrdinal', g.ordinal, 'wave', p.wave, 'joinedOn', ${dayIn('p."joinedAt"')}, 'leftOn', ${dayIn('p."withdrawnAt"')}))
          FROM "CycleAuthority" p JOIN "Group" g ON g.id = p."groupId" WHERE p."cycleId" = cy.id),
        'moves', (SELECT json_agg(json_build_object('stepKey', m."stepKey", 'scope', m.scope, 'toOn', m."toOn"::text) ORDER BY m."movedAt", m.id) FROM "DateMove" m WHERE m."cycleId" = cy.id),
        'forumDays', (SELECT json_agg(json_build_object('groupId', f."groupId", 'wave', f.wave, 'onDay', f."onDay"::text)) FROM "Forum" f WHERE f."cycleId" = cy.id AND f."cancelledAt" IS NULL),
        'waivers', (SELECT json_agg(json_build_object('stepKey', w."stepKey", 'scope', w.scope, 'on', ${dayIn('w."waivedAt"')})) FROM "StepWaiver" w WHERE w."cycleId" = cy.id)))
      FROM "Cycle" cy JOIN "ProcessTemplate" t ON t.id = cy."templateId"
      WHERE cy."regionId" = ${regionId}::uuid AND t.key = (SELECT own.key FROM "ProcessTemplate" own WHERE own.id = ${templateId}::uuid)) AS cycles,
    (SELECT json_agg(json_build_object('id', au.id, 'name', au."shortName", 'startedOn', au."startedOn"::text, 'endedOn', au."endedOn"::text)) FROM "Authority" au WHERE au."regionId" = ${regionId}::uuid) AS authorities,
    (SELECT json_agg(DISTINCT jsonb_build_object('authorityId', s."authorityId", 'predecessorId', s."predecessorId"))
      FROM "CycleAuthority" s JOIN "Authority" au ON au.id = s."authorityId" WHERE au."regionId" = ${regionId}::uuid AND s."predecessorId" IS NOT NULL) AS successions`;

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).nullable().transform((list) => list ?? []);
const day = z.string();

const cycleRow = z.object({
  id: z.string(),
  name: z.string(),
  templateId: z.string(),
  anchorOn: day,
  openedOn: day,
  previousId: z.string().nullable(),
  places: listOf(z.object({ authorityId: z.string(), groupId: z.string(), groupOrdinal: z.number(), wave: z.string(), joinedOn: day.nullable(), leftOn: day.nullable() })),
  moves: listOf(z.object({ stepKey: z.string(), scope: z.string(), toOn: day })),
  forumDays: listOf(z.object({ groupId: z.string(), wave: z.string(), onDay: day })),
  waivers: listOf(z.object({ stepKey: z.string(), scope: z.string(), on: day })),
});
type CycleRow = z.infer<typeof cycleRow>;

const row = z.object({
  cycles: listOf(cycleRow),
  authorities: listOf(z.object({ id: z.string(), name: z.string(), startedOn: day.nullable(), endedOn: day.nullable() })),
  successions: listOf(z.object({ authorityId: z.string(), predecessorId: z.string() })),
});

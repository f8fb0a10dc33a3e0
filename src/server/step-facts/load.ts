import { z } from 'zod';
import type { CycleFacts, DocumentProgress, PlaceFacts } from '@/domain/cycle-facts';
import { ACT_KINDS, DOCUMENT_KINDS, type DocumentKind } from '@/domain/documents/facts';
import { OFFICES, type Day } from '@/domain/model';
import { scheduleOf, type Schedule, type ScheduleFacts } from '@/domain/processes/schedule';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { stepsOf, type CycleSteps } from '@/domain/workflow';
import { db, rowsOf, type Tx } from '../db';
import { sideOf, type Office } from '@/domain/model';
import type { Holder } from '@/domain/parties';
import { paperKeyOf } from '@/domain/processes/paper-terms';
import { today } from '../days';
import { NotFound } from '../not-found';
import { Prisma } from '../prisma-client/client';
import { processDefinition } from '../process-definition/load';

type Asked = {
  cycle: { id: string } | { currentOf: string } | { openOf: string };
  /** Whose facts: everyone's in the cycle, or those of some authorities and of whole groups. */
  of: 'all' | { authorityIds: readonly string[]; groupIds?: readonly string[]; withTheirParts?: boolean };
  /** What the viewer may open is marked `visible`; without audiences nothing is. */
  audiences: readonly string[];
};

/** A cycle with every step in its state on the day of the reading. */
export interface LoadedSteps {
  facts: CycleFacts;
  definition: ProcessTemplateDefinition;
  /** What the dates follow from. */
  given: ScheduleFacts;
  schedule: Schedule;
  steps: CycleSteps;
}

/**
 * The facts of a cycle's steps, for many authorities or one, in one query; a second one fetches a process template that this process
 * has not met. Only the asked cycle is read, so the cost does not grow with past ones. Unscoped: the caller says who may be shown what.
 */
export async function unscopedStepFacts(client: Tx, asked: Asked, at: Date): Promise<LoadedSteps> {
  const [found] = await unscopedStepsOfCycles(client, asked, at);
  if (!found) throw new NotFound();
  return found;
}

/** The same of several cycles at once (every one of a region that is open), still in one query; newest first. */
export async function unscopedStepsOfCycles(client: Tx, asked: Asked, at: Date): Promise<LoadedSteps[]> {
  const rows = await rowsOf(client, Prisma.sql`SELECT row_to_json(facts)::text AS text FROM (${factsQuery(asked, at)}) facts`);
  const found: LoadedSteps[] = [];
  for (const row of rows) found.push(await stepsOnce(client, textRow.parse(row).text, today(at)));
  return found;
}

const textRow = z.object({ text: z.string() });
const worked = new Map<string, LoadedSteps>();
const MOST_WORKED = 40;

/** The same facts on the same day give the same steps, whoever asks: they are worked out once for as long as nothing happens. */
async function stepsOnce(client: Tx, text: string, on: Day): Promise<LoadedSteps> {
  const key = `${on} ${text}`;
  const known = worked.get(key);
  if (known) return known;
  const loaded = await workedOut(client, factsRow.parse(JSON.parse(text)), on);
  if (worked.size >= MOST_WORKED) worked.delete(worked.keys().next().value!);
  worked.set(key, loaded);
  return loaded;
}

async function workedOut(client: Tx, row: FactsRow, on: Day): Promise<LoadedSteps> {
  const definition = await processDefinition(client, row.templateId);
  const facts = factsOf(row, definition);
  const ordinals = new Map(facts.groups.map((group) => [group.id, group.ordinal]));
  const places = facts.places.map(({ authorityId, groupId, wave }) => ({ authorityId, groupId, wave, groupOrdinal: ordinals.get(groupId) ?? 1 }));
  const given = { template: definition, anchorOn: row.anchorOn, places, moves: row.moves, forumDays: row.forums, taskGroupIds: row.taskGroups.map(({ id }) => id) };
  const schedule = scheduleOnce(row.templateId, given);
  return { facts, definition, given, schedule, steps: stepsOf(facts, definition.steps, schedule.at, on) };
}

const schedules = new Map<string, Schedule>();
const MOST_SCHEDULES = 200;

/** The same facts give the same dates, so they are worked out once for as long as nothing is moved. */
function scheduleOnce(templateId: string, facts: ScheduleFacts): Schedule {
  const key = JSON.stringify([templateId, facts.anchorOn, facts.places, facts.moves, facts.forumDays, facts.taskGroupIds]);
  const known = schedules.get(key);
  if (known) return known;
  const schedule = scheduleOf(facts);
  if (schedules.size >= MOST_SCHEDULES) schedules.clear();
  schedules.set(key, schedule);
  return schedule;
}

/** The id of a region's cycle that is under way: the latest still open, else the latest. */
export async function unscopedCurrentCycleId(regionId: string): Promise<string | null> {
  const rows = await rowsOf(db, Prisma.sql`SELECT id FROM "Cycle" cy WHERE ${isCurrentOf(regionId)}`);
  return z.array(z.object({ id: z.string() })).parse(rows)[0]?.id ?? null;
}

const isCurrentOf = (regionId: string) => Prisma.sql`cy.id = (
  SELECT id FROM "Cycle" WHERE "regionId" = ${regionId}::uuid ORDER BY ("closedAt" IS NULL) DESC, "startsOn" DESC LIMIT 1)`;

/** Every cycle that is open and has not come to its last day, and where none is, the latest. */
const isFollowedIn = (regionId: string, on: Day) => Prisma.sql`cy."regionId" = ${regionId}::uuid AND ((cy."closedAt" IS NULL AND cy."endsOn" >= ${on}::date) OR ${isCurrentOf(regionId)})`;

/** The London day of a column that holds an instant. */
const dayIn = (column: string) => Prisma.raw(`((${column} AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/London')::date::text`);

function factsQuery({ cycle, of, audiences }: Asked, at: Date): Prisma.Sql {
  const isAsked = 'id' in cycle ? Prisma.sql`cy.id = ${cycle.id}::uuid` : 'openOf' in cycle ? isFollowedIn(cycle.openOf, today(at)) : isCurrentOf(cycle.currentOf);
  const isOf = of === 'all' ? Prisma.sql`true` : isOfThese(of);
  const now = Prisma.sql`(${at}::timestamptz AT TIME ZONE 'UTC')`;
  return Prisma.sql`
    WITH cycle AS (SELECT * FROM "Cycle" cy WHERE ${isAsked}),
    place AS (
      SELECT ca.*, au."shortName" AS name, au.slug FROM "CycleAuthority" ca
      JOIN cycle ON cycle.id = ca."cycleId" JOIN "Authority" au ON au.id = ca."authorityId" WHERE ${isOf}
    ), doc AS (
      SELECT d.* FROM "Document" d JOIN cycle ON cycle.id = d."cycleId"
      WHERE d."authorityId" IS NULL OR (d."cycleId", d."authorityId") IN (SELECT "cycleId", "authorityId" FROM place)
    )
    SELECT cycle.id, cycle."regionId", cycle.name, cycle."templateId",
      cycle."anchorOn"::text,
      ${dayIn('cycle."openedAt"')} AS "openedOn", ${dayIn('cycle."closedAt"')} AS "closedOn", ${dayIn('cycle."packsIssuedAt"')} AS "packsIssuedOn",
      (SELECT json_agg(json_build_object('id', g.id, 'name', g.name, 'ordinal', g.ordinal, 'leadAuthorityId', g."leadAuthorityId",
          'memberIds', CASE WHEN g.kind <> 'standing' THEN (SELECT json_agg(m."authorityId" ORDER BY m."authorityId") FROM "GroupMember" m WHERE m."groupId" = g.id) END) ORDER BY g.ordinal)
        FROM "Group" g WHERE g.id IN (SELECT "groupId" FROM place p WHERE p."cycleId" = cycle.id)) AS groups,
      (SELECT json_agg(json_build_object('id', g.id, 'name', g.name, 'ordinal', g.ordinal, 'leadAuthorityId', g."leadAuthorityId", 'adLeadAuthorityId', g."adLeadAuthorityId",
          'memberIds', (SELECT json_agg(m."authorityId") FROM "GroupMember" m WHERE m."groupId" = g.id)) ORDER BY g.ordinal)
        FROM "Group" g WHERE g."cycleId" = cycle.id AND g.kind = 'task' AND g."endedAt" IS NULL) AS "taskGroups",
      (SELECT json_agg(json_build_array(c."stepKey" || '|' || c.scope, ${dayIn('c."doneAt"')})) FROM "StepCompletion" c WHERE c."cycleId" = cycle.id) AS completions,
      (SELECT json_agg(json_build_array(w."stepKey" || '|' || w.scope, w.reason)) FROM "StepWaiver" w WHERE w."cycleId" = cycle.id) AS waivers,
      (SELECT json_agg(json_build_object('stepKey', m."stepKey", 'scope', m.scope, 'toOn', m."toOn"::text) ORDER BY m."movedAt", m.id)
        FROM "DateMove" m WHERE m."cycleId" = cycle.id) AS moves,
      (SELECT json_agg(json_build_object('groupId', f."groupId", 'wave', f.wave, 'onDay', f."onDay"::text))
        FROM "Forum" f WHERE f."cycleId" = cycle.id AND f."cancelledAt" IS NULL) AS forums,
      (SELECT json_agg(json_build_object(
          'id', d.id, 'kind', d.kind, 'authorityId', d."authorityId", 'slot', d.slot, 'groupId', d."groupId", 'peerId', d."peerId",
          'visible', EXISTS (SELECT 1 FROM "Share" s WHERE s."documentId" = d.id AND s.audience = ANY(${[...audiences]}::text[])
            AND s."sinceAt" <= ${now} AND s."revokedAt" IS NULL AND (s."untilAt" IS NULL OR s."untilAt" > ${now})),
          'begun', CASE d.kind
            WHEN 'mou' THEN false
            WHEN 'questions' THEN EXISTS (SELECT 1 FROM "QuestionSet" q WHERE q."documentId" = d.id AND q.version > 1)
            WHEN 'action-plan' THEN EXISTS (SELECT 1 FROM "Action" o WHERE o."documentId" = d.id)
            ELSE EXISTS (SELECT 1 FROM "DocumentAct" a WHERE a."documentId" = d.id) OR EXISTS (SELECT 1 FROM "Section" x WHERE x."documentId" = d.id AND x.version > 1) END,
          'acts', (SELECT json_agg(json_build_array(a.kind, a."versionId", ${dayIn('a.at')},
              CASE WHEN a.kind IN ('returned', 'declined') THEN a.reason ELSE '' END) ORDER BY a.at, a.id)
            FROM "DocumentAct" a WHERE a."documentId" = d.id),
          'signatures', (SELECT json_agg(json_build_array(si.office, si."versionId", ${dayIn('si."signedAt"')}, si.party))
            FROM "DocumentVersion" v JOIN "Signature" si ON si."versionId" = v.id AND si."voidedAt" IS NULL WHERE v."documentId" = d.id),
          'comments', CASE WHEN d.kind NOT IN ('self-view', 'forum-notes') THEN json_build_array(0, 0) ELSE (SELECT json_build_array(count(*) FILTER (WHERE k."settledAt" IS NULL), count(*) FILTER (WHERE k."settledAs" IN ('accepted', 'answered'))) FROM "Comment" k
            WHERE k."documentId" = d.id AND (d.kind = 'forum-notes' OR k.audience NOT LIKE 'authority:%' OR k.audience = ANY(${[...audiences]}::text[]))) END
          , 'readings', CASE WHEN d.kind NOT IN ('paper', 'self-view') THEN NULL ELSE (SELECT json_agg(json_build_array(po.id, po.office, po."authorityId", po."groupId", ${dayIn('rd."readAt"')}) ORDER BY rd."readAt")
            FROM "PackReading" rd JOIN "Post" po ON po.id = rd."postId" WHERE rd."documentId" = d.id) END
        )) FROM doc d WHERE d.kind <> 'preparation' AND d."cycleId" = cycle.id) AS documents,
      (SELECT json_agg(json_build_object(
          'cycleAuthorityId', p.id, 'authorityId', p."authorityId", 'name', p.name, 'slug', p.slug, 'groupId', p."groupId", 'wave', p.wave,
          'leadChallengerAuthorityId', p."leadChallengerAuthorityId",
          'withdrawn', CASE WHEN p."withdrawnAt" IS NOT NULL THEN json_build_object('on', ${dayIn('p."withdrawnAt"')}, 'why', p."withdrawnWhy") END,
          'joinedOn', ${dayIn('p."joinedAt"')},
          'peers', (SELECT json_agg(json_build_object('id', cp.id, 'role', cp.role, 'authorityId', cp."authorityId", 'offices', COALESCE((SELECT ARRAY[po.office] FROM "Post" po WHERE po.id = cp."postId"), cp.offices), 'postId', cp."postId", 'name', pa."shortName", 'assignedOn', ${dayIn('cp."assignedAt"')}) ORDER BY cp."assignedAt", cp.id)
            FROM "CyclePeer" cp JOIN "Authority" pa ON pa.id = cp."authorityId" WHERE cp."cycleAuthorityId" = p.id AND cp."endedAt" IS NULL),
          'session', (SELECT json_build_object('id', s.id, 'forumId', s."forumId", 'onDay', f."onDay"::text, 'endedOn', ${dayIn('s."endedAt"')})
            FROM "ForumSession" s JOIN "Forum" f ON f.id = s."forumId" WHERE s."cycleAuthorityId" = p.id AND f."cancelledAt" IS NULL),
          'packReadOn', (SELECT ${dayIn('min(r."readAt")')} FROM doc d JOIN "PackReading" r ON r."documentId" = d.id JOIN "Post" po ON po.id = r."postId"
            WHERE d.kind = 'questions' AND d."cycleId" = p."cycleId" AND d."authorityId" = p."authorityId" AND po."authorityId" = p."authorityId"),
          'preparedOn', (SELECT ${dayIn('min(d."createdAt")')} FROM "ForumSession" s JOIN doc d ON d.slot = s.id::text AND d.kind = 'preparation'
            WHERE s."cycleAuthorityId" = p.id AND d."authorityId" = p."authorityId" AND EXISTS (SELECT 1 FROM "Section" x
              WHERE x."documentId" = d.id AND jsonb_path_exists(x.content, '$.** ? (@.type() == "string" && @ like_regex "[^[:space:]]")'))),
          'releasedOn', (SELECT ${dayIn('min(r."releasedAt")')} FROM doc d JOIN "Release" r ON r."documentId" = d.id AND r."revokedAt" IS NULL
            WHERE d.kind = 'annual-conversation' AND d."cycleId" = p."cycleId" AND d."authorityId" = p."authorityId"),
          'reviewedOn', (SELECT json_agg(DISTINCT ${dayIn('v.at')} ORDER BY ${dayIn('v.at')}) FROM "Action" o JOIN "ActionReview" v ON v."actionId" = o.id
            WHERE o."cycleAuthorityId" = p.id)
        ) ORDER BY p.name) FROM place p WHERE p."cycleId" = cycle.id) AS places
    FROM cycle ORDER BY cycle."startsOn" DESC, cycle.name`;
}

/** Places of these authorities and groups; with their parts, also places in which they are peers and whole sets to which they belong. */
function isOfThese({ authorityIds, groupIds = [], withTheirParts }: Exclude<Asked['of'], 'all'>): Prisma.Sql {
  const own = Prisma.sql`${[...authorityIds]}::uuid[]`;
  const named = Prisma.sql`ca."authorityId" = ANY(${own}) OR ca."groupId" = ANY(${[...groupIds]}::uuid[])`;
  if (!withTheirParts) return Prisma.sql`(${named})`;
  return Prisma.sql`(${named}
    OR EXISTS (SELECT 1 FROM "CyclePeer" cp WHERE cp."cycleAuthorityId" = ca.id AND cp."authorityId" = ANY(${own}) AND cp."endedAt" IS NULL)
    OR ca."groupId" IN (SELECT g.id FROM "Group" g JOIN "GroupMember" m ON m."groupId" = g.id WHERE g.kind = 'set' AND m."authorityId" = ANY(${own})))`;
}

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).nullable().transform((list) => list ?? []);
const day = z.string();

const documentRow = z.object({
  id: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  authorityId: z.string().nullable(),
  slot: z.string(),
  groupId: z.string().nullable(),
  peerId: z.string().nullable(),
  visible: z.boolean(),
  begun: z.boolean(),
  acts: listOf(z.tuple([z.enum(ACT_KINDS), z.string().nullable(), day, z.string()])),
  signatures: listOf(z.tuple([z.enum(OFFICES), z.string(), day, z.string().nullable()])),
  comments: z.tuple([z.number(), z.number()]),
  readings: listOf(z.tuple([z.string(), z.enum(OFFICES), z.string().nullable(), z.string().nullable(), day])),
});

const placeRow = z.object({
  cycleAuthorityId: z.string(),
  authorityId: z.string(),
  name: z.string(),
  slug: z.string(),
  groupId: z.string(),
  wave: z.string(),
  leadChallengerAuthorityId: z.string().nullable(),
  withdrawn: z.object({ on: day, why: z.string() }).nullable(),
  joinedOn: day.nullable(),
  peers: listOf(z.object({ id: z.string(), role: z.string(), authorityId: z.string(), offices: z.array(z.enum(OFFICES)), postId: z.string().nullable(), name: z.string(), assignedOn: day })),
  session: z.object({ id: z.string(), forumId: z.string(), onDay: day, endedOn: day.nullable() }).nullable(),
  packReadOn: day.nullable(),
  preparedOn: day.nullable(),
  releasedOn: day.nullable(),
  reviewedOn: listOf(day),
});

const factsRow = z.object({
  id: z.string(),
  regionId: z.string(),
  name: z.string(),
  templateId: z.string(),
  anchorOn: day,
  openedOn: day,
  closedOn: day.nullable(),
  packsIssuedOn: day.nullable(),
  groups: listOf(z.object({ id: z.string(), name: z.string(), ordinal: z.number(), leadAuthorityId: z.string().nullable(), memberIds: z.array(z.string()).nullable().transform((ids) => ids ?? undefined) })),
  taskGroups: listOf(z.object({ id: z.string(), name: z.string(), ordinal: z.number(), leadAuthorityId: z.string().nullable(), adLeadAuthorityId: z.string().nullable(), memberIds: listOf(z.string()) })),
  completions: listOf(z.tuple([z.string(), day])),
  waivers: listOf(z.tuple([z.string(), z.string()])),
  moves: listOf(z.object({ stepKey: z.string(), scope: z.string(), toOn: day })),
  forums: listOf(z.object({ groupId: z.string(), wave: z.string(), onDay: day })),
  documents: listOf(documentRow),
  places: listOf(placeRow),
});
type FactsRow = z.infer<typeof factsRow>;

type Papers = Partial<Record<DocumentKind, DocumentProgress>>;

function factsOf(row: FactsRow, { roles, title, words, grouping, waves }: ProcessTemplateDefinition): CycleFacts {
  const papers: Papers = {};
  const byAuthority = new Map<string, Papers>();
  const processPapers = new Map<string, DocumentProgress[]>();
  for (const document of row.documents) {
    if (document.kind === 'paper') {
      const key = `${paperKeyOf(document.slot)}|${scopeOfPaper(document)}`;
      processPapers.set(key, [...(processPapers.get(key) ?? []), progressRow(document, row.regionId)]);
      continue;
    }
    const kept = document.authorityId ? (byAuthority.get(document.authorityId) ?? {}) : papers;
    if (document.authorityId) byAuthority.set(document.authorityId, kept);
    kept[document.kind] = progressRow(document, row.regionId);
  }
  const { id, regionId, name, openedOn, closedOn, packsIssuedOn, groups, taskGroups } = row;
  return {
    id,
    regionId,
    name,
    openedOn,
    closedOn,
    packsIssuedOn,
    groups,
    taskGroups,
    roles,
    process: { title, words, grouping, waves },
    papers,
    processPapers,
    places: row.places.map((place): PlaceFacts => ({ ...place, documents: byAuthority.get(place.authorityId) ?? {} })),
    completions: new Map(row.completions),
    waivers: new Map(row.waivers),
  };
}

const scopeOfPaper = ({ authorityId, groupId }: { authorityId: string | null; groupId: string | null }) => (authorityId ? `authority:${authorityId}` : groupId ? `group:${groupId}` : 'region');

function progressRow({ id, visible, begun, acts, signatures, comments, readings, peerId }: z.infer<typeof documentRow>, regionId: string): DocumentProgress {
  return {
    id,
    visible,
    begun,
    acts: acts.map(([kind, versionId, on, reason]) => ({ kind, versionId, on, reason })),
    versions: acts.flatMap(([, versionId]) => (versionId ? [{ id: versionId }] : [])),
    signatures: signatures.map(([office, versionId, on, party]) => ({ office, versionId, on, voidedAt: null, party })),
    peerId,
    readings: readings.map(([id, office, authorityId, groupId, on]) => ({ post: readerPost({ id, office, authorityId, groupId, regionId }), on })),
    comments: { open: comments[0], settled: comments[1] },
  };
}

/** A post as far as parties go: where it stands matters, not what the place is called. */
function readerPost({ id, office, authorityId, groupId, regionId }: { id: string; office: Office; authorityId: string | null; groupId: string | null; regionId: string }): Holder {
  const named = (of: string | null) => of && { id: of, name: '', slug: '' };
  return { id, office, group: named(groupId) || null, region: { id: regionId, name: '' }, ...sideOf(office, named(authorityId) || null) };
}

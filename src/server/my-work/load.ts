import { z } from 'zod';
import { DOCUMENT_KINDS } from '@/domain/documents/facts';
import { addDays } from '@/domain/deadlines';
import { ASK_ABOUT_ACTION, actionTask, closingTask, escalatedTasks, invitationTask, releasedTask, sectionTask, type GivenSection, type OpenAction, type OpenInvitation, type ReleasedToMe } from '@/domain/given-tasks';
import { postName, type Actor, type Day, type HeldPost } from '@/domain/model';
import { bandsOf, stepTasks, type MyWork, type Task } from '@/domain/tasks';
import { journeyOf, type Milestone } from '@/domain/journey-of-steps';
import { today } from '../days';
import { db, rowsOf } from '../db';
import { Prisma } from '../prisma-client/client';
import { loadListsOfEvents, type Happening } from '../recent-events/load';
import { unscopedCurrentCycleId, unscopedStepsOfCycles, type LoadedSteps } from '../step-facts/load';

export interface MyWorkPage {
  today: Day;
  work: MyWork;
  /** The cycles under way in which one of the posts has a part, newest first. */
  cycles: readonly { id: string; name: string; journey: { heading: string; href: string; milestones: readonly Milestone[] } | null }[];
  news: readonly Happening[];
  lately: readonly Happening[];
}

/** Everything that waits for one of the actor's posts, in three queries whatever they hold. */
export async function loadMyWork(actor: Actor, at: Date): Promise<MyWorkPage> {
  const day = today(at);
  if (actor.posts.length === 0) return { today: day, work: bandsOf([], [], day), cycles: [], news: [], lately: [] };
  const [loaded, given] = await Promise.all([loadSteps(actor, at), loadGiven(actor, at)]);
  const cycleId = loaded.length > 0 ? loaded.map(({ facts }) => facts.id) : await unscopedCurrentCycleId((actor.as ?? actor.posts[0]!).region.id);
  const [news = [], lately = []] = cycleId
    ? await loadListsOfEvents(actor, [{ cycleId, by: { notPersonId: actor.personId }, most: 6 }, { cycleId, by: { personId: actor.personId }, most: 5 }], at)
    : [];
  const steps = loaded.map(({ facts, steps }) => stepTasks({ actor, facts, steps, today: day }));
  return {
    today: day,
    work: bandsOf([...steps.flatMap(({ mine }) => mine), ...givenTasks(given, day)], steps.flatMap(({ waiting }) => waiting), day),
    cycles: loaded.map((cycle) => ({ id: cycle.facts.id, name: cycle.facts.name, journey: journeyFor(actor, cycle) })),
    news,
    lately,
  };
}

const REGION_WIDE = ['sli-coordinator', 'facilitator', 'data-group-chair', 'data-group-member', 'board-chair', 'board-member', 'regional-chair'];

/** Every open cycle of the region: the whole of it for posts of the region, else what the posts have to do with, their parts elsewhere too. */
async function loadSteps(actor: Actor, at: Date): Promise<LoadedSteps[]> {
  const post = actor.as ?? actor.posts[0]!;
  const ofCycle = actor.posts.some(({ office }) => REGION_WIDE.includes(office))
    ? 'all'
    : {
        authorityIds: [...actor.posts.flatMap(({ authority, partnerOf }) => authority?.id ?? partnerOf?.id ?? []), ...actor.challenges.filter(({ lead }) => lead).map(({ hostAuthorityId }) => hostAuthorityId)],
        groupIds: actor.posts.flatMap(({ group }) => group?.id ?? []),
        withTheirParts: true,
      };
  if (ofCycle !== 'all' && ofCycle.authorityIds.length + ofCycle.groupIds.length === 0) return [];
  const loaded = await unscopedStepsOfCycles(db, { cycle: { openOf: post.region.id }, of: ofCycle, audiences: actor.audiences }, at);
  return ofCycle === 'all' ? loaded : loaded.filter(({ facts }) => facts.places.length > 0);
}

function givenTasks(given: Given, day: Day): Task[] {
  return [
    ...given.sections.map((section) => sectionTask(section, day)),
    ...given.invitations.map((invitation) => invitationTask(invitation, day)),
    ...given.actions.map((action) => actionTask(action, day)),
    ...given.closings.map((closing) => closingTask(closing, day)),
    ...escalatedTasks(given.escalated, day),
    ...given.released.map(releasedTask),
  ];
}

/** The margin: one's authority in the cycle; the region's own steps for posts of the region. */
function journeyFor(actor: Actor, { facts, steps, definition }: LoadedSteps): MyWorkPage['cycles'][number]['journey'] {
  const inOrder: HeldPost[] = actor.as ? [actor.as, ...actor.posts] : [...actor.posts];
  const place = facts.places.find(({ authorityId }) => inOrder.find(({ authority }) => authority)?.authority?.id === authorityId);
  if (place) return { heading: `${place.name} in the ${facts.name} cycle`, href: `/authorities/${place.slug}?cycle=${facts.id}`, milestones: journeyOf(definition.steps.filter(({ per }) => per !== 'task-group').map((step) => steps.of(place, step.key)), facts) };
  if (!inOrder.some(({ office }) => REGION_WIDE.includes(office))) return null;
  return { heading: `The ${facts.name} cycle`, href: `/cycles/${facts.id}`, milestones: journeyOf(steps.all.filter((at) => at.step.per === 'region'), facts) };
}

/** The smaller things given to posts, in one query. */
async function loadGiven(actor: Actor, at: Date): Promise<Given> {
  const postIds = actor.posts.map(({ id }) => id);
  const ownAuthorities = actor.posts.filter(({ office }) => office === 'dcs').flatMap(({ authority }) => authority?.id ?? []);
  const groups = actor.posts.filter(({ office }) => office === 'group-lead').flatMap(({ group }) => group?.id ?? []);
  const ledPlaces = actor.challenges.filter(({ lead }) => lead).map(({ cycleAuthorityId }) => cycleAuthorityId);
  const day = today(at);
  const [found] = await rowsOf(db, Prisma.sql`
    WITH open_action AS (
      SELECT o.id AS "actionId", o."documentId", o.ordinal, o.action, o."dueOn"::text, o."dueOn" AS due, o."ownerPostId", o."doneAt",
        ca.id AS "placeId", ca."leadChallengerAuthorityId" IS NOT NULL AS led, ca."groupId", ca."authorityId", au."shortName" AS authority, report."asksToClose", report.at AS "reportedAt",
        EXISTS (SELECT 1 FROM "ActionReview" v WHERE v."actionId" = o.id AND v.at > report.at) AS answered,
        o."escalatedAt" IS NOT NULL AND o."doneAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "ActionReview" v WHERE v."actionId" = o.id AND v.at > o."escalatedAt") AS raised
      FROM "Action" o
      JOIN "CycleAuthority" ca ON ca.id = o."cycleAuthorityId"
      JOIN "Authority" au ON au.id = ca."authorityId"
      LEFT JOIN LATERAL (SELECT r."asksToClose", r.at FROM "ActionReport" r WHERE r."actionId" = o.id ORDER BY r.at DESC LIMIT 1) report ON true
      WHERE o."closedAt" IS NULL AND o."stoppedAt" IS NULL AND ca."planClosedAt" IS NULL
        AND (o."ownerPostId" = ANY(${postIds}::uuid[]) OR ca."authorityId" = ANY(${ownAuthorities}::uuid[]) OR ca."groupId" = ANY(${groups}::uuid[]) OR ca.id = ANY(${ledPlaces}::uuid[]))
        AND EXISTS (SELECT 1 FROM "DocumentAct" a WHERE a."documentId" = o."documentId" AND a.kind = 'submitted')
    )
    SELECT
      (SELECT json_agg(json_build_object('postId', sa."postId", 'documentId', d.id, 'kind', d.kind, 'name', d.name, 'sectionKey', x.key, 'title', x.title, 'dueOn', sa."dueOn"::text, 'begun', x.version > 1))
        FROM "SectionAssignment" sa JOIN "Section" x ON x.id = sa."sectionId" JOIN "Document" d ON d.id = x."documentId" JOIN "Cycle" cy ON cy.id = d."cycleId"
        WHERE sa."postId" = ANY(${postIds}::uuid[]) AND x."readyAt" IS NULL AND cy."closedAt" IS NULL
          AND COALESCE((SELECT a.kind FROM "DocumentAct" a WHERE a."documentId" = d.id ORDER BY a.at DESC, a.id DESC LIMIT 1), '') NOT IN ('put-for-signature', 'submitted', 'accepted')) AS sections,
      (SELECT json_agg(json_build_object('postId', i."postId", 'forumId', f.id, 'group', g.name, 'onDay', f."onDay"::text, 'role', i.role))
        FROM "Invitation" i JOIN "Forum" f ON f.id = i."forumId" JOIN "Group" g ON g.id = f."groupId"
        WHERE i."postId" = ANY(${postIds}::uuid[]) AND i."sentAt" IS NOT NULL AND i.answer IS NULL AND i."removedAt" IS NULL
          AND f."cancelledAt" IS NULL AND f."onDay" >= ${day}::date) AS invitations,
      (SELECT json_agg(json_build_object('ownerPostId', o."ownerPostId", 'authorityId', o."authorityId", 'actionId', o."actionId", 'documentId', o."documentId", 'ordinal', o.ordinal,
          'action', o.action, 'authority', o.authority, 'dueOn', o."dueOn", 'reported', o."reportedAt" IS NOT NULL))
        FROM open_action o WHERE o."doneAt" IS NULL AND o.due <= ${addDays(day, ASK_ABOUT_ACTION)}::date
          AND (o.due < ${day}::date OR o."reportedAt" IS NULL OR o."reportedAt" < ${addDays(day, -ASK_ABOUT_ACTION)}::date)
          AND (o."ownerPostId" = ANY(${postIds}::uuid[]) OR (o."ownerPostId" IS NULL AND o."authorityId" = ANY(${ownAuthorities}::uuid[])))) AS actions,
      (SELECT json_agg(json_build_object('placeId', o."placeId", 'led', o.led, 'groupId', o."groupId", 'actionId', o."actionId", 'documentId', o."documentId", 'ordinal', o.ordinal,
          'action', o.action, 'authority', o.authority, 'dueOn', o."dueOn", 'reported', true, 'asksToClose', o."asksToClose" IS TRUE AND NOT o.answered,
          'askedOn', to_char((o."reportedAt" AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/London', 'YYYY-MM-DD'), 'escalated', o.raised))
        FROM open_action o WHERE (o."placeId" = ANY(${ledPlaces}::uuid[]) OR o."groupId" = ANY(${groups}::uuid[])) AND ((o."asksToClose" AND NOT o.answered) OR o.raised)) AS reviewed,
      (SELECT json_agg(json_build_object('audience', r.audience, 'releaseId', r.id, 'kind', d.kind, 'name', d.name, 'authority', au."shortName", 'why', r.why,
          'releasedOn', to_char((r."releasedAt" AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')))
        FROM "Release" r JOIN "Document" d ON d.id = r."documentId" JOIN "Authority" au ON au.id = d."authorityId"
        WHERE r.audience = ANY(${[...actor.audiences]}::text[]) AND r."revokedAt" IS NULL AND (r."untilAt" IS NULL OR r."untilAt" > (${at}::timestamptz AT TIME ZONE 'UTC'))
          AND NOT EXISTS (SELECT 1 FROM "ReleaseOpening" op WHERE op."releaseId" = r.id AND op."personId" = ${actor.personId}::uuid)) AS released`);
  return givenOf(actor, givenRow.parse(found));
}

interface Given {
  sections: GivenSection[];
  invitations: OpenInvitation[];
  actions: OpenAction[];
  closings: (OpenAction & { askedOn: Day })[];
  escalated: OpenAction[];
  released: ReleasedToMe[];
}

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).nullable().transform((list) => list ?? []);
const kind = z.enum(DOCUMENT_KINDS);
const action = z.object({ actionId: z.string(), documentId: z.string(), ordinal: z.number(), action: z.string(), authority: z.string(), dueOn: z.string(), reported: z.boolean() });

const givenRow = z.object({
  sections: listOf(z.object({ postId: z.string(), documentId: z.string(), kind, name: z.string(), sectionKey: z.string(), title: z.string(), dueOn: z.string().nullable(), begun: z.boolean() })),
  invitations: listOf(z.object({ postId: z.string(), forumId: z.string(), group: z.string(), onDay: z.string(), role: z.string() })),
  actions: listOf(action.extend({ ownerPostId: z.string().nullable(), authorityId: z.string() })),
  reviewed: listOf(action.extend({ placeId: z.string(), led: z.boolean(), groupId: z.string(), asksToClose: z.boolean(), askedOn: z.string().nullable(), escalated: z.boolean() })),
  released: listOf(z.object({ audience: z.string(), releaseId: z.string(), kind, name: z.string(), authority: z.string(), why: z.string(), releasedOn: z.string() })),
});

/** The same with the name of the post to which each is given. */
function givenOf(actor: Actor, { sections, invitations, actions, reviewed, released }: z.infer<typeof givenRow>): Given {
  const named = (is: (post: HeldPost) => boolean) => postName(actor.posts.find(is) ?? actor.posts[0]!);
  const isLead = (placeId: string) => actor.challenges.some((challenge) => challenge.lead && challenge.cycleAuthorityId === placeId);
  /** The lead peer challenger answers a request to close; the group lead where there is none. */
  const reviewer = (placeId: string, groupId: string) => {
    const led = actor.challenges.find((challenge) => challenge.lead && challenge.cycleAuthorityId === placeId);
    return named((post) => (led ? post.office === 'dcs' && post.authority?.id === led.byAuthorityId : post.group?.id === groupId));
  };
  return {
    sections: sections.map(({ postId, ...section }) => ({ ...section, as: named(({ id }) => id === postId) })),
    invitations: invitations.map(({ postId, ...invitation }) => ({ ...invitation, as: named(({ id }) => id === postId) })),
    actions: actions.map(({ ownerPostId, authorityId, ...open }) => ({ ...open, as: named((post) => (ownerPostId ? post.id === ownerPostId : post.authority?.id === authorityId)) })),
    closings: reviewed.flatMap(({ placeId, led, groupId, asksToClose, askedOn, escalated: _escalated, ...open }) =>
      asksToClose && askedOn && (!led || isLead(placeId)) ? [{ ...open, askedOn, as: reviewer(placeId, groupId) }] : [],
    ),
    escalated: reviewed.flatMap(({ placeId: _placeId, led: _led, groupId, asksToClose: _asks, askedOn: _askedOn, escalated, ...open }) =>
      escalated && actor.posts.some(({ group }) => group?.id === groupId) ? [{ ...open, as: named(({ group }) => group?.id === groupId) }] : [],
    ),
    released: released.map(({ audience, ...release }) => ({ ...release, as: named(({ region }) => audience.endsWith(region.id)) })),
  };
}

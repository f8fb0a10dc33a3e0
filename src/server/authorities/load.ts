import { z } from 'zod';
import { documentsSeen, seesSteps, type SeenDocument } from '@/domain/authority-page';
import { boardPost } from '@/domain/board-post';
import { journeyOf, type Milestone } from '@/domain/journey-of-steps';
import { followsRegion, isPartner, OFFICES, postName, regionsFollowed, type Actor, type Day, type Office } from '@/domain/model';
import { fallsTo, owes } from '@/domain/owing';
import { roleName } from '@/domain/parties';
import { groupTitle } from '@/domain/place-names';
import { hasForums } from '@/domain/processes/asks-for';
import type { StepAt } from '@/domain/workflow';
import { today } from '../days';
import { db, rowsOf } from '../db';
import { Prisma } from '../prisma-client/client';
import { NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';
import { loadRecentEvents, type Happening } from '../recent-events/load';
import { unscopedStepFacts } from '../step-facts/load';

export interface AuthoritiesPage {
  region: string;
  groupWord: string;
  authorities: readonly { slug: string; name: string; group: string | null; mine: boolean }[];
}

const regionOf = (actor: Actor) => (actor.as ?? actor.posts[0])?.region.id ?? null;

/**
 * Which authorities (`au`) have a page for the actor: those of a region in which they hold a post; for a partner agency only the one
 * that it works with, and those for which it was found.
 */
function isOpenTo({ posts, audiences }: Pick<Actor, 'posts' | 'audiences'>): Prisma.Sql {
  const regionIds = posts.flatMap((post) => (post.partnerOf ? [] : [post.region.id]));
  const besideIds = posts.flatMap((post) => post.partnerOf?.id ?? []);
  const peerIds = audiences.flatMap((key) => (key.startsWith('peer:') ? [key.slice('peer:'.length)] : []));
  return Prisma.sql`(au."regionId" = ANY(${regionIds}::uuid[]) OR au.id = ANY(${besideIds}::uuid[])
    OR au.id IN (SELECT pl."authorityId" FROM "CyclePeer" cp JOIN "CycleAuthority" pl ON pl.id = cp."cycleAuthorityId" WHERE cp.id = ANY(${peerIds}::uuid[])))`;
}

/** The authorities of the region in which the actor acts that are open to them, with the group of each; `search` is part of a name. One query. */
export async function listAuthorities(actor: Actor, search: string, at: Date): Promise<AuthoritiesPage> {
  const regionId = regionOf(actor);
  if (!regionId) throw new NotFound();
  const rows = await rowsOf(db, Prisma.sql`
    SELECT r.name AS region, r."groupWord", au.slug, au."shortName" AS name, au.id, g.name AS group
    FROM "Region" r
    LEFT JOIN "Authority" au ON au."regionId" = r.id AND (au."endedOn" IS NULL OR au."endedOn" >= ${today(at)}::date) AND (au."startedOn" IS NULL OR au."startedOn" <= ${today(at)}::date)
      AND (position(lower(${search.trim()}) in lower(au.name)) > 0 OR position(lower(${search.trim()}) in lower(au."shortName")) > 0)
      AND ${isOpenTo(actor)}
    LEFT JOIN ("GroupMember" m JOIN "Group" g ON g.id = m."groupId" AND g.kind = 'standing') ON m."authorityId" = au.id
    WHERE r.id = ${regionId}::uuid
    ORDER BY au."shortName"`);
  const listed = z.array(z.object({
    region: z.string(), groupWord: z.string(), slug: z.string().nullable(), name: z.string().nullable(), id: z.string().nullable(), group: z.string().nullable(),
  })).parse(rows);
  return {
    region: listed[0]?.region ?? '',
    groupWord: listed[0]?.groupWord ?? 'group',
    authorities: listed.flatMap(({ slug, name, id, group }) => (slug && name ? [{ slug, name, group, mine: actor.posts.some((post) => post.authority?.id === id) }] : [])),
  };
}

export interface AuthorityPage {
  authority: { id: string; name: string; wholeName: string; slug: string; kind: string };
  region: string;
  isOwn: boolean;
  /** Seen by an agency that works with it, and holds no other post. */
  isBeside: boolean;
  posts: readonly { id: string; office: Office; post: string; holders: readonly { name: string; acting: boolean }[] }[];
  /** Cycles in which it takes part: those under way, and the latest of the past ones. */
  cycles: readonly { id: string; name: string; isOpen: boolean }[];
  /** Parts that it has in cycles under way beside its own place: a role in another's, a task and finish group. For its own side and those who read boards. */
  parts: readonly PartElsewhere[];
  /** Its place in the chosen cycle; null when it takes part in none. */
  place: {
    cycle: { id: string; name: string };
    /** Null where the process has all authorities in one. */
    group: string | null;
    /** Where everyone’s set of the cycle stands, for those who follow it; null where the process makes none. */
    setsPage: string | null;
    /** Null where there is but one. */
    wave: string | null;
    forumWord: string;
    lead: { name: string; slug: string } | null;
    session: { href: string; startsAt: Date; venue: string; challengers: readonly { name: string; slug: string; lead: boolean }[] } | null;
    /** False for outside bodies, since forums are the region's own, and where the process has none. */
    knowsForums: boolean;
    /** Null for those who do not see where its steps stand. */
    journey: readonly Milestone[] | null;
    /** For them: the steps in which one of their posts has a part. */
    ownPart: readonly Milestone[];
    withdrawn: { on: Day; why: string } | null;
    documents: readonly SeenDocument[];
  } | null;
  activity: readonly Happening[];
}

export interface PartElsewhere {
  key: string;
  /** "moderator", "lead peer challenger"; of a task and finish group whether it leads it. */
  as: string;
  /** Whose place, or which group. */
  of: { name: string; href: string };
  cycle: { id: string; name: string };
}

/** Three queries, however many cycles. Throws NotFound for an authority that is not open to the actor. */
export async function loadAuthority(actor: Actor, slug: string, cycleId: string | null, at: Date): Promise<AuthorityPage> {
  const found = await findAuthority(actor, slug, cycleId, at);
  const { authority, place } = found;
  const isOwn = actor.posts.some((post) => post.authority?.id === authority.id);
  const isInside = actor.posts.some(followsRegion);
  const isBeside = actor.posts.length > 0 && actor.posts.every((post) => post.partnerOf);
  const page = { authority, region: found.region, isOwn, isBeside, posts: postsOf(found.posts).filter(({ office }) => !isBeside || office === 'dcs' || isPartner(office)), cycles: found.cycles, parts: isOwn || boardPost(actor) ? await Promise.all(found.parts.map(partElsewhere)) : [] };
  if (!place) return { ...page, place: null, activity: [] };
  const [loaded, activity] = await Promise.all([
    unscopedStepFacts(db, { cycle: { id: place.cycleId }, of: { authorityIds: [authority.id] }, audiences: actor.audiences }, at),
    loadRecentEvents(actor, { cycleId: place.cycleId, authorityId: authority.id, most: 12 }, at),
  ]);
  const { facts, definition, steps } = loaded;
  const own = facts.places[0]!;
  const ofPlace = definition.steps.filter(({ per }) => per !== 'task-group').map((step) => steps.of(own, step.key));
  const journey = seesSteps(actor, own, facts.regionId) ? journeyOf(ofPlace, facts) : null;
  const isTheirs = (at: StepAt) => at.step.per === 'authority' && actor.posts.some((post) => fallsTo(post, at, facts.regionId) || owes(post, at, facts.regionId));
  return {
    ...page,
    activity,
    place: {
      cycle: { id: facts.id, name: facts.name },
      group: definition.grouping.is === 'one' ? null : groupTitle(place.group, definition),
      setsPage: definition.grouping.is === 'made' && regionsFollowed(actor).includes(facts.regionId) ? `/cycles/${facts.id}/sets` : null,
      wave: definition.waves.length > 1 ? (definition.waves.find(({ key }) => key === own.wave)?.name ?? own.wave) : null,
      forumWord: definition.words.forum,
      lead: place.lead,
      session: isInside ? place.session && { ...place.session, href: `/forums/${place.session.forumId}` } : null,
      knowsForums: isInside && hasForums(definition),
      journey,
      ownPart: journey ? [] : journeyOf(ofPlace.filter(isTheirs), facts),
      withdrawn: own.withdrawn ?? null,
      documents: documentsSeen(own, definition, facts.processPapers),
    },
  };
}

const named = z.object({ name: z.string(), slug: z.string() });
const partRow = z.object({ is: z.enum(['peer', 'lead', 'task']), role: z.string(), leads: z.boolean(), id: z.string(), name: z.string(), slug: z.string().nullable(), cycleId: z.string(), cycle: z.string(), templateId: z.string() });

async function partElsewhere({ is, role, leads, id, name, slug, cycleId, cycle, templateId }: z.infer<typeof partRow>): Promise<PartElsewhere> {
  const as = is === 'peer' ? roleName(role, await processDefinition(db, templateId)) : is === 'lead' ? 'lead peer challenger' : leads ? 'designated DCS link' : 'member';
  const href = is === 'task' ? `/cycles/${cycleId}/task-groups/${id}` : `/authorities/${slug ?? ''}?cycle=${cycleId}`;
  return { key: `${is}|${role}|${id}`, as, of: { name, href }, cycle: { id: cycleId, name: cycle } };
}

const authorityRow = z.object({
  authority: z.object({ id: z.string(), name: z.string(), wholeName: z.string(), slug: z.string(), kind: z.string() }),
  region: z.string(),
  posts: z.array(z.object({ id: z.string(), office: z.enum(OFFICES), remit: z.string(), holders: z.array(z.object({ name: z.string(), acting: z.boolean() })).nullable() })).nullable(),
  cycles: z.array(z.object({ id: z.string(), name: z.string(), isOpen: z.boolean() })).nullable().transform((cycles) => cycles ?? []),
  parts: z.array(partRow).nullable().transform((parts) => parts ?? []),
  place: z.object({
    cycleId: z.string(),
    group: z.string(),
    lead: named.nullable(),
    session: z.object({
      id: z.string(),
      forumId: z.string(),
      startsAt: z.string().transform((instant) => new Date(`${instant}Z`)),
      venue: z.string(),
      challengers: z.array(named.extend({ lead: z.boolean() })).nullable().transform((list) => list ?? []),
    }).nullable(),
  }).nullable(),
});
type AuthorityRow = z.infer<typeof authorityRow>;

const MOST_PAST = 6;

/** Unless one is asked for: of those under way one that has begun, and of these the one in which most take part. */
async function findAuthority(actor: Actor, slug: string, cycleId: string | null, at: Date): Promise<AuthorityRow> {
  const asked = z.uuid().safeParse(cycleId).success ? cycleId : null;
  const rows = await rowsOf(db, Prisma.sql`
    WITH au AS (
      SELECT au.*, r.name AS region FROM "Authority" au JOIN "Region" r ON r.id = au."regionId" WHERE au.slug = ${slug} AND ${isOpenTo(actor)}
    ), taken AS (
      SELECT ca.*, cy.name AS cycle, cy."templateId", cy."startsOn", cy."endsOn", cy."closedAt", (SELECT count(*) FROM "CycleAuthority" o WHERE o."cycleId" = cy.id) AS taking FROM "CycleAuthority" ca JOIN au ON au.id = ca."authorityId" JOIN "Cycle" cy ON cy.id = ca."cycleId"
    ), chosen AS (
      SELECT * FROM taken ORDER BY ("cycleId" = ${asked}::uuid) IS TRUE DESC, ("closedAt" IS NULL) DESC, ("endsOn" >= ${today(at)}::date) DESC, ("startsOn" <= ${today(at)}::date) DESC, taking DESC, "startsOn" DESC LIMIT 1
    )
    SELECT json_build_object('id', au.id, 'name', au."shortName", 'wholeName', au.name, 'slug', au.slug, 'kind', au.kind) AS authority, au.region,
      (SELECT json_agg(json_build_object('id', p.id, 'office', p.office, 'remit', p.remit,
          'holders', (SELECT json_agg(json_build_object('name', person.name, 'acting', a.acting) ORDER BY a.acting, person.name)
            FROM "Appointment" a JOIN "Person" person ON person.id = a."personId"
            WHERE a."postId" = p.id AND a."startsOn" <= ${today(at)}::date AND (a."endsOn" IS NULL OR a."endsOn" >= ${today(at)}::date)))
          ORDER BY p.office, p.remit)
        FROM "Post" p WHERE p."authorityId" = au.id) AS posts,
      (SELECT json_agg(json_build_object('id', t."cycleId", 'name', t.cycle, 'isOpen', t."closedAt" IS NULL) ORDER BY t."startsOn" DESC, t.cycle) FROM (
          SELECT *, row_number() OVER (PARTITION BY "closedAt" IS NULL ORDER BY "startsOn" DESC) AS nth FROM taken) t
        WHERE t."closedAt" IS NULL OR t.nth <= ${MOST_PAST} OR t."cycleId" = ${asked}::uuid) AS cycles,
      (SELECT json_agg(p ORDER BY p."startsOn" DESC, p.is, p.name) FROM (
          SELECT 'peer' AS is, cp.role, false AS leads, cp.id, host."shortName" AS name, host.slug, cy.id AS "cycleId", cy.name AS cycle, cy."templateId", cy."startsOn"
          FROM "CyclePeer" cp JOIN "CycleAuthority" ca ON ca.id = cp."cycleAuthorityId" JOIN "Authority" host ON host.id = ca."authorityId" JOIN "Cycle" cy ON cy.id = ca."cycleId" AND cy."closedAt" IS NULL
          WHERE cp."authorityId" = au.id AND cp."endedAt" IS NULL
          UNION ALL
          SELECT 'lead', '', false, ca.id, host."shortName", host.slug, cy.id, cy.name, cy."templateId", cy."startsOn"
          FROM "CycleAuthority" ca JOIN "Authority" host ON host.id = ca."authorityId" JOIN "Cycle" cy ON cy.id = ca."cycleId" AND cy."closedAt" IS NULL
          WHERE ca."leadChallengerAuthorityId" = au.id AND ca."withdrawnAt" IS NULL
          UNION ALL
          SELECT g.kind, '', COALESCE(g."leadAuthorityId" = au.id, false), g.id, g.name, au.slug, cy.id, cy.name, cy."templateId", cy."startsOn"
          FROM "Group" g JOIN "Cycle" cy ON cy.id = g."cycleId" AND cy."closedAt" IS NULL
          WHERE g.kind = 'task' AND g."endedAt" IS NULL AND (g."leadAuthorityId" = au.id OR EXISTS (SELECT 1 FROM "GroupMember" m WHERE m."groupId" = g.id AND m."authorityId" = au.id))
        ) p) AS parts,
      (SELECT json_build_object('cycleId', c."cycleId", 'group', g.name,
          'lead', (SELECT json_build_object('name', l."shortName", 'slug', l.slug) FROM "Authority" l WHERE l.id = c."leadChallengerAuthorityId"),
          'session', (SELECT json_build_object('id', s.id, 'forumId', s."forumId", 'startsAt', s."startsAt", 'venue', f.venue,
              'challengers', (SELECT json_agg(json_build_object('name', x."shortName", 'slug', x.slug, 'lead', sc.lead) ORDER BY sc.lead DESC, x."shortName")
                FROM "SessionChallenger" sc JOIN "Authority" x ON x.id = sc."authorityId" WHERE sc."sessionId" = s.id))
            FROM "ForumSession" s JOIN "Forum" f ON f.id = s."forumId" WHERE s."cycleAuthorityId" = c.id AND f."cancelledAt" IS NULL))
        FROM chosen c JOIN "Group" g ON g.id = c."groupId") AS place
    FROM au`);
  if (!rows[0]) throw new NotFound();
  return authorityRow.parse(rows[0]);
}

/** In the order of the offices, each with who holds it today. */
function postsOf(posts: AuthorityRow['posts']): AuthorityPage['posts'] {
  return [...(posts ?? [])]
    .sort((a, b) => OFFICES.indexOf(a.office) - OFFICES.indexOf(b.office) || a.remit.localeCompare(b.remit))
    .map(({ id, office, remit, holders }) => ({
      id,
      office,
      post: postName({ office, remit, acting: false, region: { id: '', name: '' }, group: null, authority: { id: '', name: '', slug: '' } }).replace(/, $/, ''),
      holders: holders ?? [],
    }));
}

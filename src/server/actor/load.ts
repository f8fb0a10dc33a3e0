import { z } from 'zod';
import { sideOf, type Actor, type Challenge, type HeldPost, type Office, type Proof } from '@/domain/model';
import { underWay } from '@/domain/processes/asks-for';
import { audiencesOf } from '@/domain/visibility';
import { db, rowsOf } from '../db';
import { Prisma } from '../prisma-client/client';
import { processDefinition } from '../process-definition/load';

const heldPosts = z.array(
  z.object({
    id: z.string(),
    office: z.string(),
    remit: z.string(),
    acting: z.boolean(),
    region_id: z.string(),
    region_name: z.string(),
    group_id: z.string().nullable(),
    group_name: z.string().nullable(),
    authority_id: z.string().nullable(),
    authority_name: z.string().nullable(),
    authority_slug: z.string().nullable(),
  }),
);
const row = z.object({ name: z.string(), signed_out_at: z.date().nullable(), posts: heldPosts, given: z.array(z.string()), open: z.array(z.string()), challenges: z.array(
  z.object({ cycleAuthorityId: z.string(), hostAuthorityId: z.string(), byAuthorityId: z.string(), lead: z.boolean() }),
) });

/**
 * The person with the posts held on the day of `at` and the authorities they challenge in cycles still open and places that were not left, in one query.
 * `actingPostId` is the post they chose to act in; without a choice it is the first. Null when unknown or signed out since `begunAt`.
 * A process that this server has not met is fetched by a second query.
 */
export async function loadActor(personId: string, begunAt: Date, actingPostId: string | null, at: Date, proof: Proof | null = null): Promise<Actor | null> {
  const rows = await rowsOf(db, Prisma.sql`
    WITH held AS (
      SELECT p.id, p.office, p.remit, bool_and(a.acting) AS acting, min(a."startsOn") AS since,
             r.id AS region_id, r.name AS region_name, g.id AS group_id, g.name AS group_name,
             la.id AS authority_id, la."shortName" AS authority_name, la.slug AS authority_slug
      FROM "Appointment" a
      JOIN "Post" p ON p.id = a."postId"
      JOIN "Region" r ON r.id = p."regionId"
      LEFT JOIN "Group" g ON g.id = p."groupId"
      LEFT JOIN "Authority" la ON la.id = p."authorityId"
      WHERE a."personId" = ${personId}::uuid
        AND a."startsOn" <= (${at}::timestamptz AT TIME ZONE 'Europe/London')::date
        AND (a."endsOn" IS NULL OR a."endsOn" >= (${at}::timestamptz AT TIME ZONE 'Europe/London')::date)
      GROUP BY p.id, r.id, g.id, la.id
    ), challenging AS (
      SELECT ca.id AS "cycleAuthorityId", ca."authorityId" AS "hostAuthorityId", sc."authorityId" AS "byAuthorityId",
             bool_or(ca."leadChallengerAuthorityId" = sc."authorityId") AS lead
      FROM (
        SELECT s."cycleAuthorityId", c."authorityId" FROM "SessionChallenger" c JOIN "ForumSession" s ON s.id = c."sessionId"
        WHERE c."authorityId" IN (SELECT authority_id FROM held WHERE office IN ('dcs', 'assistant-director'))
        UNION
        SELECT l.id, l."leadChallengerAuthorityId" FROM "CycleAuthority" l
        WHERE l."leadChallengerAuthorityId" IN (SELECT authority_id FROM held WHERE office = 'dcs')
      ) sc
      JOIN "CycleAuthority" ca ON ca.id = sc."cycleAuthorityId"
      JOIN "Cycle" cy ON cy.id = ca."cycleId"
      WHERE ca."withdrawnAt" IS NULL AND (cy."closedAt" IS NULL OR (ca."planClosedAt" IS NULL AND ca."leadChallengerAuthorityId" = sc."authorityId"))
      GROUP BY ca.id, ca."authorityId", sc."authorityId"
    ), given AS (
      SELECT unnest(ARRAY['peers:' || cp."cycleAuthorityId" || ':' || cp.role, 'peer:' || cp.id]) AS audience
      FROM "CyclePeer" cp
      JOIN held ON held.authority_id = cp."authorityId" AND CASE WHEN cp."postId" IS NULL THEN held.office = ANY(cp.offices) ELSE held.id = cp."postId" END
      JOIN "CycleAuthority" ca ON ca.id = cp."cycleAuthorityId" JOIN "Cycle" cy ON cy.id = ca."cycleId"
      WHERE cp."endedAt" IS NULL AND cy."closedAt" IS NULL
      UNION
      SELECT 'set:' || g.id FROM "Group" g
      JOIN "Cycle" cy ON cy.id = g."cycleId" AND cy."closedAt" IS NULL
      JOIN held ON held.office IN ('dcs', 'assistant-director', 'policy-officer', 'data-lead')
        AND (held.authority_id = g."leadAuthorityId" OR EXISTS (SELECT 1 FROM "GroupMember" m WHERE m."groupId" = g.id AND m."authorityId" = held.authority_id))
      WHERE g.kind <> 'standing'
    )
    SELECT person.name, person."signedOutAt" AS signed_out_at,
      COALESCE((SELECT json_agg(held ORDER BY since, id) FROM held), '[]'::json) AS posts,
      COALESCE((SELECT json_agg(challenging) FROM challenging), '[]'::json) AS challenges,
      COALESCE((SELECT json_agg(audience) FROM given), '[]'::json) AS given,
      COALESCE((SELECT json_agg(cy."templateId") FROM "Cycle" cy WHERE cy."closedAt" IS NULL AND cy."regionId" IN (SELECT region_id FROM held)), '[]'::json) AS open
    FROM "Person" person WHERE person.id = ${personId}::uuid`);
  if (rows.length === 0) return null;
  const person = row.parse(rows[0]);
  if (person.signed_out_at && person.signed_out_at > begunAt) return null;
  const posts = person.posts.map(heldPost);
  const challenges: Challenge[] = person.challenges;
  return {
    personId,
    name: person.name,
    posts,
    as: posts.find((post) => post.id === actingPostId) ?? posts[0] ?? null,
    challenges,
    audiences: audiencesOf(posts, challenges, person.given),
    underWay: underWay(await Promise.all(person.open.map((templateId) => processDefinition(db, templateId)))),
    proof,
  };
}

function heldPost(post: z.infer<typeof heldPosts>[number]): HeldPost {
  return {
    id: post.id,
    office: post.office as Office,
    remit: post.remit,
    acting: post.acting,
    region: { id: post.region_id, name: post.region_name },
    group: post.group_id ? { id: post.group_id, name: post.group_name ?? '' } : null,
    ...sideOf(post.office as Office, post.authority_id ? { id: post.authority_id, name: post.authority_name ?? '', slug: post.authority_slug ?? '' } : null),
  };
}

import { z } from 'zod';
import type { Accepted } from '@/domain/decision';
import { addDays } from '@/domain/deadlines';
import { AUTHORITY_OFFICES, OFFICE_NAMES, OFFICES, PARTNER_OFFICES, regionsFollowed, type Actor } from '@/domain/model';
import type { PeersChanged } from '@/domain/roles/assign-peer';
import { LEAD_ROLE, rolesOf, type Part, type RolePost, type RolesFacts } from '@/domain/roles/role-facts';
import { audience } from '@/domain/visibility';
import { dateOf, dayOrNull, today } from '../days';
import { rowsOf, type Tx } from '../db';
import { createDocuments } from '../documents/create-documents';
import { papersOfPeer } from '../documents/process-papers';
import { isUuid, NotFound } from '../not-found';
import { Prisma } from '../prisma-client/client';
import { processDefinition } from '../process-definition/load';

/** Everything that a choice is made and judged from; throws NotFound for a cycle that is none of the actor's. */
export async function findRoles(tx: Tx, actor: Actor, cycleId: string, at: Date): Promise<RolesFacts> {
  const cycle = isUuid(cycleId) ? await tx.cycle.findFirst({ where: { id: cycleId, regionId: { in: regionsFollowed(actor) } }, include: { template: { select: { key: true } } } }) : null;
  if (!cycle) throw new NotFound();
  const { regionId } = cycle;
  const day = today(at);
  const definition = await processDefinition(tx, cycle.templateId);
  const offices = [...new Set(rolesOf(definition).flatMap((role) => role.offices))];
  const places = await tx.cycleAuthority.findMany({ where: { cycleId }, select: { id: true, authorityId: true, groupId: true, withdrawnAt: true, authority: { select: { shortName: true, slug: true } } }, orderBy: { authority: { shortName: 'asc' } } });
  const isThere = { AND: [{ OR: [{ endedOn: null }, { endedOn: { gte: dateOf(day) } }] }, { OR: [{ startedOn: null }, { startedOn: { lte: dateOf(day) } }] }] };
  const authorities = await tx.authority.findMany({ where: { regionId, ...isThere }, select: { id: true, shortName: true }, orderBy: { shortName: 'asc' } });
  const conflicts = await tx.authorityConflict.findMany({ where: { regionId, endedAt: null, OR: [{ untilOn: null }, { untilOn: { gte: dateOf(day) } }] }, select: { authorityId: true, otherId: true } });
  const earlier = await tx.cycle.findMany({ where: { regionId, anchorOn: { lt: cycle.anchorOn }, template: { key: cycle.template.key } }, orderBy: { anchorOn: 'desc' }, take: 2, select: { id: true } });
  const earlierRoundIds = earlier.map(({ id }) => id);
  const posts = await findPosts(tx, regionId, offices, at);
  return {
    cycle: { id: cycle.id, regionId, name: cycle.name, closedOn: cycle.closedAt ? today(cycle.closedAt) : null },
    definition,
    places: places.map(({ id, authorityId, groupId, withdrawnAt, authority }) => ({ id: authorityId, name: authority.shortName, slug: authority.slug, cycleAuthorityId: id, groupId, withdrew: withdrawnAt !== null })),
    authorities: authorities.map(({ id, shortName }) => ({ id, name: shortName })),
    parts: await findParts(tx, { regionId, cycleIds: [cycleId, ...earlierRoundIds], since: addDays(day, -366) }),
    earlierRoundIds,
    conflicts,
    posts,
    sides: await findSides(tx, posts.flatMap(({ holderIds }) => holderIds), addDays(day, -5 * 366)),
    today: day,
  };
}

const partRow = z.object({ id: z.string(), cycleId: z.string(), cycle: z.string(), role: z.string(), hostId: z.string(), peerId: z.string(), postId: z.string().nullable(), from: z.string(), until: z.string().nullable() });

/** Parts of these cycles, of those still open, and of whatever ended lately; a lead that was found in turn at opening has no row of its own. */
async function findParts(tx: Tx, { regionId, cycleIds, since }: { regionId: string; cycleIds: readonly string[]; since: string }): Promise<Part[]> {
  const dayIn = (column: string) => Prisma.raw(`((${column} AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/London')::date::text`);
  const isAsked = Prisma.sql`cy."regionId" = ${regionId}::uuid AND (cy."closedAt" IS NULL OR cy."closedAt" >= ${dateOf(since)} OR cy.id = ANY(${[...cycleIds]}::uuid[]))`;
  const rows = await rowsOf(tx, Prisma.sql`
    SELECT cp.id::text, cy.id AS "cycleId", cy.name AS cycle, cp.role, ca."authorityId" AS "hostId", cp."authorityId" AS "peerId", cp."postId",
      ${dayIn('cp."assignedAt"')} AS "from", ${dayIn('LEAST(cp."endedAt", cy."closedAt")')} AS until
    FROM "CyclePeer" cp JOIN "CycleAuthority" ca ON ca.id = cp."cycleAuthorityId" JOIN "Cycle" cy ON cy.id = ca."cycleId" WHERE ${isAsked}
    UNION ALL
    SELECT 'lead:' || ca.id, cy.id, cy.name, ${LEAD_ROLE}, ca."authorityId", ca."leadChallengerAuthorityId", NULL, ${dayIn('cy."openedAt"')}, ${dayIn('cy."closedAt"')}
    FROM "CycleAuthority" ca JOIN "Cycle" cy ON cy.id = ca."cycleId" WHERE ${isAsked} AND ca."leadChallengerAuthorityId" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "CyclePeer" x WHERE x."cycleAuthorityId" = ca.id AND x.role = ${LEAD_ROLE} AND x."authorityId" = ca."leadChallengerAuthorityId" AND x."endedAt" IS NULL)
    ORDER BY "from", id`);
  return z.array(partRow).parse(rows);
}

async function findPosts(tx: Tx, regionId: string, offices: readonly string[], at: Date): Promise<RolePost[]> {
  const day = dateOf(today(at));
  const held = { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] };
  const rows = await tx.post.findMany({
    where: { regionId, authorityId: { not: null }, office: { in: [...offices] } },
    select: { id: true, office: true, remit: true, authorityId: true, appointments: { where: held, orderBy: [{ acting: 'asc' }, { startsOn: 'asc' }], select: { personId: true, person: { select: { name: true } } } } },
    orderBy: [{ office: 'asc' }, { remit: 'asc' }],
  });
  return rows.map(({ id, office, remit, authorityId, appointments }) => {
    const known = z.enum(OFFICES).parse(office);
    return { id, authorityId: authorityId!, office: known, name: remit ? `${OFFICE_NAMES[known]} (${remit})` : OFFICE_NAMES[known], holderIds: appointments.map(({ personId }) => personId), holders: appointments.map(({ person }) => person.name) };
  });
}

/** At which authorities somebody holds or held a post, of its own side or of an agency beside it. */
async function findSides(tx: Tx, personIds: readonly string[], since: string): Promise<RolesFacts['sides']> {
  const rows = await tx.appointment.findMany({
    where: { personId: { in: [...personIds] }, OR: [{ endsOn: null }, { endsOn: { gte: dateOf(since) } }], post: { authorityId: { not: null }, office: { in: [...AUTHORITY_OFFICES, ...PARTNER_OFFICES] } } },
    select: { personId: true, endsOn: true, post: { select: { authorityId: true } } },
  });
  const sides = new Map<string, { authorityId: string; until: string | null }[]>();
  for (const { personId, endsOn, post } of rows) sides.set(personId, [...(sides.get(personId) ?? []), { authorityId: post.authorityId!, until: dayOrNull(endsOn) }]);
  return sides;
}

/** Whoever loses a part loses sight of its papers; what was handed over stays with those to whom it was opened. */
export async function savePeers(tx: Tx, actor: Actor, facts: RolesFacts, { change }: Accepted<PeersChanged>, at: Date): Promise<void> {
  const { assigned, ended } = change;
  const placeOf = (hostId: string) => facts.places.find(({ id }) => id === hostId)!;
  for (const { id, role, hostId, why } of ended) {
    if (!id.startsWith('lead:')) await tx.cyclePeer.update({ where: { id, endedAt: null }, data: { endedAt: at, endedWhy: why } });
    if (role === LEAD_ROLE) await tx.cycleAuthority.update({ where: { id: placeOf(hostId).cycleAuthorityId }, data: { leadChallengerAuthorityId: null } });
  }
  await tx.share.updateMany({ where: { audience: { in: ended.map(({ id }) => audience.peer(id)) }, revokedAt: null }, data: { revokedAt: at } });
  await tx.cyclePeer.createMany({
    data: assigned.map(({ id, role, hostId, peerId, offices, postId }) => ({ id, cycleAuthorityId: placeOf(hostId).cycleAuthorityId, role, authorityId: peerId, offices: [...offices], postId, assignedAt: at, assignedBy: actor.personId })),
  });
  for (const { role, hostId, peerId } of assigned) {
    if (role === LEAD_ROLE) await tx.cycleAuthority.update({ where: { id: placeOf(hostId).cycleAuthorityId }, data: { leadChallengerAuthorityId: peerId } });
  }
  const whole = { regionId: facts.cycle.regionId, cycleId: facts.cycle.id, definition: facts.definition };
  const papers = assigned.flatMap(({ id, role, hostId }) => {
    const { cycleAuthorityId, groupId } = placeOf(hostId);
    return papersOfPeer(whole, { cycleAuthorityId, authorityId: hostId, groupId }, { id, role });
  });
  if (papers.length > 0) await createDocuments(tx, papers, at);
}

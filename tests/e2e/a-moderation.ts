import { randomUUID } from 'node:crypto';
import { ask, one } from './region';

interface Moderation {
  host: string;
  moderators: readonly string[];
}

/**
 * A year of the shipped process for moderated self-assessment, with one authority and two moderators, as it stands when its moderators are
 * to write: put straight into the database, because how a cycle is opened is another journey. Begun before every other, so that it is
 * nobody's current one. Gives the id of the cycle.
 */
export async function openModeration({ host, moderators }: Moderation): Promise<string> {
  const { id: templateId, regionId, definition } = (await one('select p.id, p."regionId", p.definition from "ProcessTemplate" p join "Region" r on r.id = p."regionId" where r.slug = \'north-west\' and p.key = \'moderated-self-assessment\' order by p.version desc limit 1')) as unknown as { id: string; regionId: string; definition: Definition };
  const [cycleId, groupId, placeId] = [randomUUID(), randomUUID(), randomUUID()] as const;
  const authorityId = async (slug: string) => (await one('select id from "Authority" where slug = $1', [slug])).id!;
  const hostId = await authorityId(host);
  await ask(`insert into "Cycle" (id, "regionId", "templateId", name, "anchorOn", "startsOn", "endsOn", "openedAt") values ($1, $2, $3, $4, current_date + 30, (select min("startsOn") - 1 from "Cycle"), current_date + 300, (now() at time zone 'UTC'))`, [cycleId, regionId, templateId, `Moderation of ${host}`]);
  await ask(`insert into "Group" (id, "regionId", "cycleId", kind, name, ordinal) values ($1, $2, $3, 'set', 'Everyone', 1)`, [groupId, regionId, cycleId]);
  await ask('insert into "GroupMember" ("groupId", "authorityId") values ($1, $2)', [groupId, hostId]);
  await ask('insert into "CycleAuthority" (id, "cycleId", "authorityId", "groupId", wave) values ($1, $2, $3, $4, $5)', [placeId, cycleId, hostId, groupId, definition.waves[0]!.key]);
  // What the moderators wait for.
  await waive(cycleId, 'submit-self-assessment', `authority:${hostId}`);
  await waive(cycleId, 'calibration-summary', 'region');
  const role = definition.roles.find(({ key }) => key === 'moderator')!;
  const paper = definition.papers.find(({ key }) => key === 'moderation')!;
  for (const moderator of moderators) {
    const [peerId, documentId] = [randomUUID(), randomUUID()] as const;
    await ask(`insert into "CyclePeer" (id, "cycleAuthorityId", role, "authorityId", offices, "assignedAt", "assignedBy") values ($1, $2, $3, $4, $5, (now() at time zone 'UTC'), (select id from "Person" limit 1))`, [peerId, placeId, role.key, await authorityId(moderator), role.offices]);
    await ask(`insert into "Document" (id, kind, "regionId", "cycleId", "authorityId", slot, name, "peerId", "createdAt") values ($1, 'paper', $2, $3, $4, $5, $6, $7, (now() at time zone 'UTC'))`, [documentId, regionId, cycleId, hostId, `${paper.key}:${peerId}`, paper.name, peerId]);
    for (const [index, { key, title }] of paper.sections.entries()) {
      await ask(`insert into "Section" (id, "documentId", key, ordinal, title, content, "savedAt") values ($1, $2, $3, $4, $5, '{}', (now() at time zone 'UTC'))`, [randomUUID(), documentId, key, index + 1, title]);
    }
    await ask(`insert into "Share" (id, "documentId", audience, because, "sinceAt") values ($1, $2, $3, 'They write it.', (now() at time zone 'UTC'))`, [randomUUID(), documentId, `peer:${peerId}`]);
  }
  return cycleId;
}

interface Definition {
  waves: { key: string }[];
  roles: { key: string; offices: string[] }[];
  papers: { key: string; name: string; sections: { key: string; title: string }[] }[];
}

async function waive(cycleId: string, stepKey: string, scope: string): Promise<void> {
  await ask(`insert into "StepWaiver" (id, "cycleId", "stepKey", scope, reason, "waivedAt", "personId") values ($1, $2, $3, $4, 'Not in this journey', (now() at time zone 'UTC'), (select id from "Person" limit 1))`, [randomUUID(), cycleId, stepKey, scope]);
}

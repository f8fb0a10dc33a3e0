// Everybody whom any process of a region asks for, appointed in a few statements: one person for each post.
import { randomUUID } from 'node:crypto';
import type { Office } from '@/domain/model';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';

const AT_EACH: readonly Office[] = [
  'dcs',
  'assistant-director',
  'lead-member',
  'chief-executive',
  'data-lead',
  'policy-officer',
  'partnership-chair',
  'partnership-manager',
  'police-partner',
  'health-partner',
];
const OF_THE_REGION: readonly Office[] = ['sli-coordinator', 'facilitator', 'data-group-chair', 'data-group-member', 'board-chair', 'regional-chair'];

/** Does nothing for a region that has its people already. */
export async function appointRegion(regionId: string, authorities: readonly { id: string }[]): Promise<void> {
  if ((await db.post.count({ where: { regionId } })) > 0) return;
  const posts = [
    ...authorities.flatMap(({ id }) => AT_EACH.map((office) => ({ office, authorityId: id }))),
    ...OF_THE_REGION.map((office) => ({ office, authorityId: null })),
  ].map((post) => ({ ...post, id: randomUUID() as string, personId: randomUUID() as string, regionId }));
  await db.person.createMany({ data: posts.map(({ personId, office }, index) => ({ id: personId, name: `${office} ${index}`, email: `${personId}@simulated.example` })) });
  await db.post.createMany({ data: posts.map(({ id, office, authorityId }) => ({ id, office, regionId, authorityId })) });
  await db.appointment.createMany({ data: posts.map(({ id, personId }) => ({ personId, postId: id, startsOn: dateOf('2010-01-01') })) });
}

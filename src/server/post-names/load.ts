import { z } from 'zod';
import { OFFICES, postName } from '@/domain/model';
import { rowsOf, type Tx } from '../db';
import { Prisma } from '../prisma-client/client';

/** What a query must find of a post for it to be named. */
export const namedPost = z.object({ id: z.string(), office: z.enum(OFFICES), remit: z.string(), authority: z.string().nullable(), group: z.string().nullable(), region: z.string() });

/** "DCS, Wigan" for each of these posts, in one query; no cover is said, because a post is named and not its holder. */
export async function namesOfPosts(client: Tx, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const found = z.array(namedPost).parse(
    await rowsOf(client, Prisma.sql`
      SELECT p.id, p.office, p.remit, a."shortName" AS authority, g.name AS "group", r.name AS region
      FROM "Post" p JOIN "Region" r ON r.id = p."regionId" LEFT JOIN "Authority" a ON a.id = p."authorityId" LEFT JOIN "Group" g ON g.id = p."groupId"
      WHERE p.id = ANY(${wanted}::uuid[])`),
  );
  return new Map(found.map((post) => [post.id, nameOfPost(post)]));
}

export function nameOfPost({ office, remit, authority, group, region }: z.infer<typeof namedPost>): string {
  return postName({ office, remit, acting: false, region: { id: '', name: region }, group: group === null ? null : { id: '', name: group }, authority: authority === null ? null : { id: '', name: authority, slug: '' } });
}

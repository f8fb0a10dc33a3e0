// The same posts in every test: the right post in the wrong authority, someone with two posts, someone who has left,
// an acting cover, another region's coordinator, and nobody. People are named by their posts.
import type { Actor, Office } from '@/domain/model';
import { PARTS, ROLES, type Part, type Role } from './parts';
import { loadActor } from '@/server/actor/load';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';

export { PARTS, ROLES, type Role };

/** Puts the cast into the database (reference data must be there); gives each person's id. Appointed from 2015. */
export async function castPeople(): Promise<Record<Role, string>> {
  const ids = {} as Record<Role, string>;
  for (const role of ROLES) {
    const part: Part = PARTS[role];
    const email = `${role.toLowerCase()}@cast.example`;
    const person = await db.person.create({ data: { name: part.name, email } });
    ids[role] = person.id;
    for (const post of part.posts) {
      await db.appointment.create({
        data: {
          personId: person.id,
          postId: await findOrCreatePost(post),
          startsOn: dateOf(post.from ?? '2015-01-01'),
          endsOn: post.until ? dateOf(post.until) : null,
          acting: post.acting ?? false,
        },
      });
    }
  }
  return ids;
}

export async function findOrCreatePost(post: Part['posts'][number]): Promise<string> {
  const authority = post.authority ? await db.authority.findFirstOrThrow({ where: { shortName: post.authority } }) : null;
  const group = post.group ? await db.group.findFirstOrThrow({ where: { name: post.group } }) : null;
  const region = post.region ? await db.region.findFirstOrThrow({ where: { name: post.region } }) : null;
  const place = {
    office: post.office,
    remit: post.remit ?? '',
    regionId: authority?.regionId ?? group?.regionId ?? region!.id,
    groupId: group?.id ?? null,
    authorityId: authority?.id ?? null,
  };
  const existing = await db.post.findFirst({ where: place });
  return (existing ?? (await db.post.create({ data: place }))).id;
}

/** The person as an actor who has just signed in on that day, in their first post unless told which office. */
export async function actorFor(personId: string, at: Date, office?: Office): Promise<Actor> {
  const actor = await loadActor(personId, at, null, at, { by: 'link', at, freshUntil: new Date(at.getTime() + 600_000) });
  if (!actor) throw new Error(`No such person: ${personId}`);
  const as = office ? (actor.posts.find((post) => post.office === office) ?? null) : actor.as;
  return { ...actor, as };
}

// The same posts in every test: the right post in the wrong authority, someone with two posts, someone who has left,
// an acting cover, another region's coordinator, and nobody. People are named by their posts.
import type { Actor, Office } from '@/domain/model';
import { loadActor } from '@/server/actor/load';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';

interface Part {
  name: string;
  posts: readonly { office: Office; authority?: string; group?: string; region?: string; remit?: string; from?: string; until?: string; acting?: true }[];
}

const NORTH_WEST = 'North West';

export const PARTS = {
  wiganDcs: { name: 'Wigan Director', posts: [{ office: 'dcs', authority: 'Wigan' }] },
  wiganAd: { name: 'Wigan Assistant Director', posts: [{ office: 'assistant-director', authority: 'Wigan' }] },
  wiganDataLead: { name: 'Wigan Data Lead', posts: [{ office: 'data-lead', authority: 'Wigan' }] },
  wiganPolicyOfficer: { name: 'Wigan Policy Officer', posts: [{ office: 'policy-officer', authority: 'Wigan' }] },
  wiganContributor: { name: 'Wigan Contributor', posts: [{ office: 'contributor', authority: 'Wigan', remit: 'Care leavers' }] },
  wiganLeadMember: { name: 'Wigan Lead Member', posts: [{ office: 'lead-member', authority: 'Wigan' }] },
  wiganChiefExecutive: { name: 'Wigan Chief Executive', posts: [{ office: 'chief-executive', authority: 'Wigan' }] },
  /** Two posts. */
  traffordDcs: { name: 'Trafford Director', posts: [{ office: 'dcs', authority: 'Trafford' }, { office: 'group-lead', group: 'Trafford' }] },
  /** The right posts in the wrong authority; in tests of forums Halton challenges Wigan. */
  haltonDcs: { name: 'Halton Director', posts: [{ office: 'dcs', authority: 'Halton' }] },
  haltonAd: { name: 'Halton Assistant Director', posts: [{ office: 'assistant-director', authority: 'Halton' }] },
  haltonLeadMember: { name: 'Halton Lead Member', posts: [{ office: 'lead-member', authority: 'Halton' }] },
  /** Acting cover. */
  haltonActingChiefExecutive: { name: 'Halton Acting Chief Executive', posts: [{ office: 'chief-executive', authority: 'Halton', acting: true }] },
  rochdaleDcs: { name: 'Rochdale Director', posts: [{ office: 'dcs', authority: 'Rochdale' }, { office: 'group-lead', group: 'Rochdale' }] },
  blackburnDcs: { name: 'Blackburn Director', posts: [{ office: 'dcs', authority: 'Blackburn with Darwen' }, { office: 'group-lead', group: 'Blackburn with Darwen' }] },
  coordinator: { name: 'North West Coordinator', posts: [{ office: 'sli-coordinator', region: NORTH_WEST }] },
  facilitator: { name: 'North West Facilitator', posts: [{ office: 'facilitator', region: NORTH_WEST }] },
  dataGroupChair: { name: 'North West Data Chair', posts: [{ office: 'data-group-chair', region: NORTH_WEST }] },
  dataGroupMember: { name: 'North West Data Member', posts: [{ office: 'data-group-member', region: NORTH_WEST }] },
  boardChair: { name: 'North West Board Chair', posts: [{ office: 'board-chair', region: NORTH_WEST }] },
  boardMember: { name: 'North West Board Member', posts: [{ office: 'board-member', region: NORTH_WEST }] },
  regionalChair: { name: 'North West Regional Chair', posts: [{ office: 'regional-chair', region: NORTH_WEST }] },
  ofsted: { name: 'Ofsted North West', posts: [{ office: 'ofsted', region: NORTH_WEST }] },
  formerWiganDcs: { name: 'Former Wigan Director', posts: [{ office: 'dcs', authority: 'Wigan', until: '2017-06-30' }] },
  otherRegionsCoordinator: { name: 'Yorkshire Coordinator', posts: [{ office: 'sli-coordinator', region: 'Yorkshire and The Humber' }] },
  nobody: { name: 'Nobody', posts: [] },
} as const satisfies Record<string, Part>;

export type Role = keyof typeof PARTS;
export const ROLES = Object.keys(PARTS) as Role[];

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

/** The person as an actor on that day, in their first post unless told which office. */
export async function actorFor(personId: string, at: Date, office?: Office): Promise<Actor> {
  const actor = await loadActor(personId, at, null, at);
  if (!actor) throw new Error(`No such person: ${personId}`);
  const as = office ? (actor.posts.find((post) => post.office === office) ?? null) : actor.as;
  return { ...actor, as };
}

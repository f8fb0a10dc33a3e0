import { randomUUID } from 'node:crypto';
import { issueToken } from '../../../src/server/session-token';
import { ask, one } from './database';

// Everyone who might look. Those of the demonstration are found by their posts; those of a kind that it lacks are added.

const POSTS = {
  tamesideDcs: ['dcs', 'tameside'],
  tamesideAd: ['assistant-director', 'tameside'],
  /** A member of the Board, too. */
  tamesideLeadMember: ['lead-member', 'tameside'],
  tamesideChiefExecutive: ['chief-executive', 'tameside'],
  tamesideDataLead: ['data-lead', 'tameside'],
  tamesidePolicyOfficer: ['policy-officer', 'tameside'],
  /** Liverpool challenges Tameside; its Lead Member does not. */
  liverpoolDcs: ['dcs', 'liverpool'],
  liverpoolAd: ['assistant-director', 'liverpool'],
  liverpoolLeadMember: ['lead-member', 'liverpool'],
  /** Leads Tameside’s group. */
  rochdaleDcs: ['dcs', 'rochdale'],
  /** In Tameside’s group, without a part in its forum. */
  seftonDcs: ['dcs', 'sefton'],
  manchesterDcs: ['dcs', 'manchester'],
  manchesterLeadMember: ['lead-member', 'manchester'],
  /** Challenges Manchester with Warrington. */
  cheshireEastDcs: ['dcs', 'cheshire-east'],
  cheshireEastPolicyOfficer: ['policy-officer', 'cheshire-east'],
  /** Led the challenge of Cheshire East last year. */
  haltonDcs: ['dcs', 'halton'],
  warringtonDcs: ['dcs', 'warrington'],
  /** Leads the group of Manchester and Cheshire East, and sits in the data group. */
  traffordDcs: ['dcs', 'trafford'],
  /** In another group. */
  blackpoolDcs: ['dcs', 'blackpool'],
  /** Chairs the data group. */
  buryDcs: ['dcs', 'bury'],
  coordinator: ['sli-coordinator', null],
  facilitator: ['facilitator', null],
  boardChair: ['board-chair', null],
  regionalChair: ['regional-chair', null],
  ofsted: ['ofsted', null],
} as const;

export type Person = keyof typeof POSTS | 'tamesideContributor' | 'tamesidePolice' | 'tamesidePartnershipChair' | 'formerDcs' | 'otherRegion' | 'noPost' | 'nobody';

export interface Looker {
  name: Person;
  personId: string;
  /** What their browser sends; empty for whoever is not signed in. */
  cookie: string;
}

export async function everyone(): Promise<Looker[]> {
  const held = Object.entries(POSTS).map(async ([name, [office, slug]]) => {
    const { id } = await one(
      `select p.id from "Person" p join "Appointment" x on x."personId" = p.id join "Post" t on t.id = x."postId" join "Region" r on r.id = t."regionId" left join "Authority" a on a.id = t."authorityId"
       where t.office = $1 and a.slug is not distinct from $2 and t."groupId" is null and r.slug = 'north-west' and x."startsOn" <= current_date and (x."endsOn" is null or x."endsOn" >= current_date)
       order by t.remit limit 1`,
      [office, slug],
    );
    return looker(name as Person, id!);
  });
  const { id: former } = await one(
    `select x."personId" as id from "Appointment" x join "Post" t on t.id = x."postId" join "Authority" a on a.id = t."authorityId" where t.office = 'dcs' and a.slug = 'bolton' and x."endsOn" < current_date limit 1`,
  );
  return [
    ...(await Promise.all(held)),
    await looker('formerDcs', former!),
    await looker('tamesideContributor', await newcomer(`select "regionId", id as "authorityId" from "Authority" where slug = 'tameside'`, 'contributor')),
    // Of agencies beside Tameside: nothing of its own is theirs, though their posts stand at it.
    await looker('tamesidePolice', await newcomer(`select "regionId", id as "authorityId" from "Authority" where slug = 'tameside'`, 'police-partner')),
    await looker('tamesidePartnershipChair', await newcomer(`select "regionId", id as "authorityId" from "Authority" where slug = 'tameside'`, 'partnership-chair')),
    await looker('otherRegion', await newcomer(`select id as "regionId", null as "authorityId" from "Region" where slug <> 'north-west' order by slug limit 1`, 'sli-coordinator')),
    await looker('noPost', await newcomer(null, '')),
    { name: 'nobody', personId: '', cookie: '' },
  ];
}

async function newcomer(place: string | null, office: string): Promise<string> {
  const personId = randomUUID();
  await ask('insert into "Person" (id, name, email) values ($1, $2, $3)', [personId, `Looker ${office || 'without a post'}`, `${personId}@e2e.example`]);
  if (!place) return personId;
  const { regionId, authorityId } = await one(place);
  const postId = randomUUID();
  await ask('insert into "Post" (id, office, "regionId", "authorityId", remit) values ($1, $2, $3, $4, $5)', [postId, office, regionId, authorityId, 'Looking']);
  await ask('insert into "Appointment" (id, "personId", "postId", "startsOn") values ($1, $2, $3, current_date - 30)', [randomUUID(), personId, postId]);
  return personId;
}

/** Signed in as by the server itself: with the secret of tests/support/production-server.ts. */
async function looker(name: Person, personId: string): Promise<Looker> {
  process.env.NEXTAUTH_SECRET ??= 'only-for-the-browser-tests-of-one-run';
  process.env.DATABASE_URL ??= process.env.E2E_DATABASE_URL!;
  const token = await issueToken({ personId, begunAt: new Date(), proved: { by: 'link', at: new Date() } });
  return { name, personId, cookie: `critical-friend.session=${token}` };
}

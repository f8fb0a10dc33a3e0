// Who acts, in which post, and where. Duties belong to posts, not persons (docs/architecture.md, "Posts, not persons").

/** A calendar day in Europe/London, `yyyy-MM-dd`. */
export type Day = string;

export const AUTHORITY_OFFICES = [
  'dcs',
  'assistant-director',
  'lead-member',
  'chief-executive',
  'data-lead',
  'policy-officer',
  'contributor',
] as const;
/** Those of an authority that work under its DCS. */
export const TEAM_OFFICES = ['assistant-director', 'data-lead', 'policy-officer', 'contributor'] as const satisfies readonly Office[];
/** Those whom its DCS appoints: its own team, and who comes from the agencies beside it. The partnership's chair is nobody's but the region's to appoint. */
export const APPOINTED_BY_DCS = [...TEAM_OFFICES, 'partnership-manager', 'police-partner', 'health-partner'] as const satisfies readonly Office[];
export const GROUP_OFFICES = ['group-lead'] as const;
/**
 * Of agencies that work with an authority: its safeguarding partnership, police, health. They stand at an authority and are none of its
 * own side: nothing of the authority's is theirs but what a process gives them (4-documents-teams-confidentiality.md).
 */
export const PARTNER_OFFICES = ['partnership-chair', 'partnership-manager', 'police-partner', 'health-partner'] as const;
export const REGION_OFFICES = [
  'sli-coordinator',
  'facilitator',
  'data-group-chair',
  'data-group-member',
  'board-chair',
  'board-member',
  'regional-chair',
] as const;
export const OUTSIDE_OFFICES = ['ofsted', 'lga', 'dfe'] as const;
export const OFFICES = [...AUTHORITY_OFFICES, ...PARTNER_OFFICES, ...GROUP_OFFICES, ...REGION_OFFICES, ...OUTSIDE_OFFICES] as const;
export type Office = (typeof OFFICES)[number];

export const OFFICE_NAMES: Record<Office, string> = {
  dcs: 'DCS',
  'assistant-director': 'Assistant Director',
  'lead-member': 'Lead Member',
  'chief-executive': 'Chief Executive',
  'data-lead': 'Data lead',
  'policy-officer': 'Policy officer',
  contributor: 'Contributor',
  'partnership-chair': 'Partnership chair',
  'partnership-manager': 'Partnership business manager',
  'police-partner': 'Police lead',
  'health-partner': 'Health lead',
  'group-lead': 'Group lead',
  'sli-coordinator': 'SLI coordinator',
  facilitator: 'Facilitator',
  'data-group-chair': 'Data group chair',
  'data-group-member': 'Data group member',
  'board-chair': 'Board chair',
  'board-member': 'Board member',
  'regional-chair': 'Regional chair',
  ofsted: 'Ofsted',
  lga: 'LGA',
  dfe: 'DfE',
};

export interface Named {
  id: string;
  name: string;
}

/** A post that a person holds now. `acting` when it is held as cover. */
export interface HeldPost {
  id: string;
  office: Office;
  remit: string;
  acting: boolean;
  region: Named;
  group: Named | null;
  authority: (Named & { slug: string }) | null;
  /** Of a partner office: the authority that it works with. `authority` is null then, so that nothing of the authority's own is theirs. */
  partnerOf?: (Named & { slug: string }) | null;
}

/**
 * Posts that follow the whole life of a region: its cycles, its dates, its forum days. Partner agencies and outside bodies have what is
 * given to them and nothing besides.
 */
export function followsRegion({ office }: Pick<HeldPost, 'office'>): boolean {
  return ![...PARTNER_OFFICES, ...OUTSIDE_OFFICES].some((guest) => guest === office);
}

/** The regions whose cycles someone follows, each once. */
export function regionsFollowed({ posts }: Pick<Actor, 'posts'>): string[] {
  return [...new Set(posts.filter(followsRegion).map(({ region }) => region.id))];
}

/** A post of the region itself: of no authority, no agency, no group, and no outside body. */
export function isOfRegion({ office }: Pick<HeldPost, 'office'>): boolean {
  return REGION_OFFICES.some((regional) => regional === office);
}

export const isPartner = (office: Office): boolean => PARTNER_OFFICES.some((partner) => partner === office);

/** Whose side a post is on: the authority's own, or that of a partner agency which works with it. */
export function sideOf(office: Office, at: HeldPost['authority']): Pick<HeldPost, 'authority' | 'partnerOf'> {
  return isPartner(office) ? { authority: null, partnerOf: at } : { authority: at };
}

/** An authority that one of the actor's posts challenges in a cycle that is still open. */
export interface Challenge {
  cycleAuthorityId: string;
  hostAuthorityId: string;
  byAuthorityId: string;
  lead: boolean;
}

/** What the cycles under way in a person's regions ask for between them (processes/asks-for.ts). */
export interface UnderWay {
  cycles: number;
  /** The region's word for a day of its own, "forum"; null where no process has such days. */
  forums: string | null;
  questions: boolean;
}

/**
 * A person with the posts held at this moment, read from the database at each request.
 * `as` is the post in which they act now; null for someone who holds none and so may do nothing.
 */
export interface Actor {
  personId: string;
  name: string;
  posts: readonly HeldPost[];
  as: HeldPost | null;
  challenges: readonly Challenge[];
  /** Keys of domain/visibility.ts. */
  audiences: readonly string[];
  /** What the cycles under way in their regions ask for; absent where nothing depends on it. */
  underWay?: UnderWay;
  /** When and how they last showed who they are; absent when it is not known (proof.ts). */
  proof?: Proof | null;
}

/** By the mailed link, by a mailed code, or by the demonstration's press on a name. */
export const PROVED_BY = ['link', 'code', 'demonstration'] as const;

export interface Proof {
  by: (typeof PROVED_BY)[number];
  at: Date;
  /** Until when it is fresh enough to sign with. */
  freshUntil: Date;
}

/** "DCS, Wigan", "Group lead, Trafford group", "SLI coordinator, North West". */
export function postName(post: Pick<HeldPost, 'office' | 'remit' | 'acting' | 'region' | 'group' | 'authority' | 'partnerOf'>): string {
  const place = post.authority?.name ?? post.partnerOf?.name ?? (post.group ? `${post.group.name} group` : post.region.name);
  const office = post.remit ? `${OFFICE_NAMES[post.office]} (${post.remit})` : OFFICE_NAMES[post.office];
  return `${post.acting ? 'Acting ' : ''}${office}, ${place}`;
}

/** The same actor acting in one of their own posts; null when the post is not theirs. */
export function actingAs(actor: Actor, postId: string): Actor | null {
  const post = actor.posts.find((held) => held.id === postId);
  return post ? { ...actor, as: post } : null;
}

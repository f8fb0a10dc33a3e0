// Who is in the cast and which posts they hold. cast.ts puts them into the database; cast-in-memory.ts needs none.
import type { Office } from '@/domain/model';

export interface Part {
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
  /** Found as moderator for Wigan in tests of roles. */
  stockportDcs: { name: 'Stockport Director', posts: [{ office: 'dcs', authority: 'Stockport' }] },
  stockportDataLead: { name: 'Stockport Data Lead', posts: [{ office: 'data-lead', authority: 'Stockport' }] },
  /** Of agencies that work with Wigan, and none of its own side. */
  wiganPolice: { name: 'Wigan Police Lead', posts: [{ office: 'police-partner', authority: 'Wigan' }] },
  wiganPartnershipChair: { name: 'Wigan Partnership Chair', posts: [{ office: 'partnership-chair', authority: 'Wigan' }] },
  formerWiganDcs: { name: 'Former Wigan Director', posts: [{ office: 'dcs', authority: 'Wigan', until: '2017-06-30' }] },
  otherRegionsCoordinator: { name: 'Yorkshire Coordinator', posts: [{ office: 'sli-coordinator', region: 'Yorkshire and The Humber' }] },
  nobody: { name: 'Nobody', posts: [] },
} as const satisfies Record<string, Part>;

export type Role = keyof typeof PARTS;
export const ROLES = Object.keys(PARTS) as Role[];

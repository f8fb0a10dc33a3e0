// Duties belong to posts: who owes a step is an office at the authority, group or region that the step is about (architecture,
// "Posts, not persons"). Others of the same authority may help with what is not a signature.
import { AUTHORITY_OFFICES, PARTNER_OFFICES, type Office } from './model';
import { isOffice, isParty, partyName, partyTitle, writesFor, type Holder, type NamesRoles, type Relations } from './parties';
import type { DoneWhen } from './processes/template';
import type { Owing } from './step-progress';
import { isOwed, type StepAt } from './workflow';

export type { Holder };

/** Is this the post that must act now? */
export function owes(post: Holder, at: StepAt, regionId: string): boolean {
  if (!isOwed(at.state)) return false;
  const { owedBy, left } = at.state;
  const there = relationsAt(at, regionId);
  return owedBy.some((owing) => isParty(owing, post, there) && (!left || isOffice(owing) || left.includes(post.authority?.id ?? post.partnerOf?.id ?? '')));
}

/** Is this a post that the step falls to, whether it is open yet or not? */
export function fallsTo(post: Holder, at: StepAt, regionId: string): boolean {
  const there = relationsAt(at, regionId);
  return at.step.who.some((owing) => isParty(owing, post, there));
}

/** May this post do it for the one that owes it? An Assistant Director for the DCS, a policy officer who writes. */
export function helps(post: Holder, at: StepAt): boolean {
  if (at.step.paper) return helpsWrite(post, at);
  return isOwed(at.state) && (at.state.part === 'own' || at.state.part === 'mend') && at.state.owedBy.includes('dcs') && isHelper(post, at);
}

/** The same of a step that is not open yet, by those to whom it falls. */
export function wouldHelp(post: Holder, at: StepAt): boolean {
  return at.step.who.includes('dcs') && isHelper(post, at);
}

function isHelper(post: Holder, { step, place }: StepAt): boolean {
  return post.authority !== null && post.authority.id === place?.authorityId && (HELPERS[step.doneWhen] ?? []).includes(post.office);
}

/** Of a paper of the process: those who write it beside the one who hands it over. */
function helpsWrite(post: Holder, at: StepAt): boolean {
  const { state, step } = at;
  if (!isOwed(state) || state.part === 'assign') return false;
  const isWritten = step.doneWhen === 'handed-over' || step.doneWhen === 'issued' || state.part === 'put-for-signature';
  return isWritten && state.owedBy.some((owing) => writesFor(owing, post, relationsAt(at, post.region.id)));
}

const HELPERS: Partial<Record<DoneWhen, readonly Office[]>> = {
  'put-for-signature': ['assistant-director', 'data-lead', 'policy-officer'],
  'pack-read': ['assistant-director'],
  prepared: ['assistant-director', 'data-lead', 'policy-officer'],
  'made-final': ['assistant-director', 'policy-officer'],
  released: ['assistant-director', 'policy-officer'],
  'plan-written': ['assistant-director', 'policy-officer'],
};

/** Members of the data group draft what its chair agrees. */
export function drafts(post: Holder, at: StepAt, regionId: string): boolean {
  return isOwed(at.state) && at.step.doneWhen === 'agreed' && post.office === 'data-group-member' && post.region.id === regionId;
}

/** Where parties to a step are looked for. */
export function relationsAt({ place, groupId, set }: StepAt, regionId: string): Relations {
  return { regionId, authorityId: place?.authorityId ?? null, groupId, leadChallengerAuthorityId: place?.leadChallengerAuthorityId ?? null, peers: place?.peers, set };
}

const REGION: readonly Owing[] = ['sli-coordinator', 'facilitator'];
const DATA_GROUP: readonly Owing[] = ['data-group-chair', 'data-group-member'];

/** "DCS", "Lead Member, Chief Executive", "Moderator", "Region": short, for a row that already says which authority. */
export function owingInShort(owedBy: readonly Owing[], process: NamesRoles): string {
  return [...new Set(owedBy.map((owing) => (REGION.includes(owing) ? 'Region' : DATA_GROUP.includes(owing) ? 'Data group' : partyTitle(owing, process))))].join(', ');
}

/** "the DCS, Wigan", "the SLI coordinator", "the lead peer challenger". */
export function owingInFull(owedBy: readonly Owing[], placeName: string | null, process: NamesRoles): string {
  const names = owedBy.map((owing) => `the ${inSentence(partyName(owing, process))}`);
  const together = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? 'nobody');
  const own = owedBy.length > 0 && owedBy.every(isOfAuthority);
  return own && placeName ? `${together}, ${placeName}` : together;
}

/** An office that stands at the authority, of its own side or of an agency that works with it. */
export const isOfAuthority = (owing: Owing): boolean => AT_AUTHORITY.includes(owing);

const AT_AUTHORITY: readonly Owing[] = [...AUTHORITY_OFFICES, ...PARTNER_OFFICES];

/** "DCS" and titles of office keep their capitals; "group lead" and the like do not. */
function inSentence(name: string): string {
  return /^(Group|Data|Board|Regional|Facilitator|Policy|Partnership|Police|Health)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

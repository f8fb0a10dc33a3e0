// Who signs a document, one by one: the posts of its authority or of the region that its template names, and, of a paper of a process,
// each other authority that has a part in it. One list for the page, the copy, the record and the rule.
import { isPartner, OFFICE_NAMES, type HeldPost } from '../model';
import { isOffice, isParty, isPeerParty, partyTitle, requiredOf, roleName, type Holder, type NamesRoles, type Required } from '../parties';
import type { DocumentFacts, SignatureFact } from './facts';
import { signaturesThatCount } from './state';

type Signed = Pick<DocumentFacts, 'signatories' | 'signatures' | 'acts' | 'versions'> & Partial<Pick<DocumentFacts, 'regionId' | 'authorityId' | 'groupId' | 'leadChallengerAuthorityId' | 'peers' | 'set' | 'paper'>>;

/** Every one who must sign, whether or not they have. A part that nobody has yet stands there too. */
export function signersOf(doc: Omit<Signed, 'signatures' | 'acts' | 'versions'>): Required[] {
  if (!doc.paper) return doc.signatories.map((office) => ({ key: office, party: office, authorityId: null }));
  return requiredOf(doc.paper.signatories, { ...doc, regionId: doc.regionId ?? '' });
}

/** As what a signature counts: the office where the document stands, or the part of another authority. */
export function keyOf(signature: Pick<SignatureFact, 'office' | 'party'>): string {
  return signature.party ?? signature.office;
}

export function signersLeft(doc: Signed): Required[] {
  const signed = signaturesThatCount(doc).map(keyOf);
  return signersOf(doc).filter(({ key }) => !signed.includes(key));
}

/** As what this post may sign, whether or not it has. */
export function signerFor(doc: DocumentFacts, post: Holder, among: readonly Required[] = signersOf(doc)): Required | null {
  const at = post.authority?.id ?? post.partnerOf?.id;
  return among.find(({ party, authorityId }) => isParty(party, post, doc) && (authorityId === null || authorityId === at)) ?? null;
}

/** What those who have a part are called: their authorities by id, their roles by the process. */
export interface PartNames {
  roles: NamesRoles['roles'];
  authorities: ReadonlyMap<string, string>;
}

const NO_NAMES: PartNames = { authorities: new Map(), roles: [] };

/** "DCS, Wigan"; "DCS, Halton, as lead peer challenger"; "Moderator, not found yet". `at` is where the document stands. */
export function signerName({ party, authorityId }: Required, at: string, names: PartNames = NO_NAMES): string {
  if (isOffice(party)) return `${OFFICE_NAMES[party]}, ${at}`;
  if (authorityId === null) return `${partyTitle(party, names)}, not found yet`;
  const authority = names.authorities.get(authorityId) ?? 'another authority';
  if (isPeerParty(party)) return `${partyTitle(party, names)}, ${authority}`;
  return `${OFFICE_NAMES.dcs}, ${authority}${party === 'lead-challenger' ? ', as lead peer challenger' : ''}`;
}

/** The post in which it was given: "Acting DCS, Halton, as lead peer challenger". */
export function signedAs({ acting, office, party }: Pick<SignatureFact, 'acting' | 'office' | 'party'>, at: string, names: PartNames = NO_NAMES): string {
  const [part = '', authorityId = ''] = party?.split('@') ?? [];
  const place = party ? (names.authorities.get(authorityId) ?? 'another authority') : at;
  const as = part === 'lead-challenger' ? ', as lead peer challenger' : part.startsWith('peer:') ? `, as ${roleName(part.slice('peer:'.length), names)}` : '';
  return `${acting ? 'Acting ' : ''}${OFFICE_NAMES[office]}, ${place}${as}`;
}

/** Does the post sign for an authority, its own or its partners'? Then nobody of the regional team does it for them. */
export function signsForAnAuthority(post: Pick<HeldPost, 'authority' | 'partnerOf' | 'office'>): boolean {
  return post.authority !== null || Boolean(post.partnerOf) || isPartner(post.office);
}

// A document that lives through acts in memory: what is decided about it is applied as the database would, so that a test can play
// any order of events against the rules.
import type { DocumentChange } from '@/domain/documents/change';
import type { DocumentFacts, DocumentKind } from '@/domain/documents/facts';
import { versionForSignature } from '@/domain/documents/state';
import { isRefusal } from '@/domain/decision';
import type { Holding } from '@/domain/holding';
import type { Actor, HeldPost, Office } from '@/domain/model';

const northWest = { id: 'nw', name: 'North West' };
const wigan = { id: 'wigan', name: 'Wigan', slug: 'wigan' };
const REGIONAL: readonly Office[] = ['sli-coordinator', 'facilitator', 'board-chair', 'board-member', 'ofsted'];

const LONG_AGO = new Date(0);
const FOR_EVER = new Date('9999-01-01T00:00:00Z');

export interface Who {
  at?: 'wigan' | 'halton';
  acting?: boolean;
}

/** A person in a post: at Wigan unless told, or of the region. */
export function holder(office: Office, { at = 'wigan', acting = false }: Who = {}): Actor {
  const authority = REGIONAL.includes(office) ? null : at === 'wigan' ? wigan : { id: 'halton', name: 'Halton', slug: 'halton' };
  const as: HeldPost = { id: `${office}-${at}${acting ? '-cover' : ''}`, office, remit: '', acting, region: northWest, group: null, authority };
  return { personId: `person-${as.id}`, name: `The ${office}`, posts: [as], as, challenges: [], audiences: [], proof: { by: 'link', at: LONG_AGO, freshUntil: FOR_EVER } };
}

/** How that person holds the post they act in: as its holder, or from Monday to Friday as cover for somebody. */
export function heldBy({ personId, name, as }: Actor): Holding {
  const cover = as!.acting ? { from: '2017-10-23', until: '2017-10-27', of: { personId: 'person-away', name: 'Someone away' } } : null;
  return { appointmentId: `appointment-${as!.id}`, personId, personName: name, cover };
}

/** At whatever moment: those of the tests have always just signed in. */
export const NOW = new Date('2017-10-24T09:00:00Z');

export function aDocument(kind: DocumentKind, signatories: readonly Office[], more: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    id: `${kind}-1`,
    kind,
    slot: '',
    regionId: 'nw',
    cycleId: 'cycle-1',
    authorityId: 'wigan',
    cycleAuthorityId: 'place-1',
    groupId: null,
    leadChallengerAuthorityId: null,
    challengerAuthorityIds: [],
    signatories,
    acts: [],
    versions: [],
    signatures: [],
    sections: [],
    shares: [],
    ...more,
  };
}

/** The document after a change; `text` is the live text that a freeze keeps (its own hash here). */
export function after(doc: DocumentFacts, actor: Actor, change: DocumentChange, text = 'text', minute = doc.acts.length + doc.signatures.length): DocumentFacts {
  const at = new Date(Date.UTC(2017, 9, 24, 9, minute));
  const out = versionForSignature(doc);
  const versions = change.freeze ? [...doc.versions, { id: `v${doc.versions.length + 1}`, number: doc.versions.length + 1, contentHash: text, createdAt: at }] : doc.versions;
  const versionId = change.freeze ? versions.at(-1)!.id : (change.act?.versionId ?? null);
  const kept = change.voidSignatures ? doc.signatures.map((signature) => (signature.versionId === out?.id && !signature.voidedAt ? { ...signature, voidedAt: at, voidedWhy: change.voidSignatures!.why } : signature)) : doc.signatures;
  const { sign, act } = change;
  const signatures = sign
    ? [...kept, { versionId: sign.versionId, office: sign.office, postId: sign.postId ?? actor.as!.id, personId: sign.by.personId, personName: sign.by.personName, acting: sign.by.cover !== null, how: sign.how, party: sign.party ?? null, signedAt: at, voidedAt: null }]
    : kept;
  const acts = act ? [...doc.acts, { kind: act.kind, versionId, reason: act.reason ?? '', at, personId: actor.personId, postId: actor.as!.id }] : doc.acts;
  const given = (change.share ?? []).map(({ audience, because, frozenOnly = false }) => ({ audience, because, frozenOnly, sinceAt: at, untilAt: null, revokedAt: null }));
  const shares = [...doc.shares.filter((share) => !given.some(({ audience }) => audience === share.audience)), ...given];
  return { ...doc, versions, signatures, acts, shares };
}

/** The refusal's code, or "accepted". */
export function codeOf(decision: object): string {
  return isRefusal(decision) ? decision.refused : 'accepted';
}

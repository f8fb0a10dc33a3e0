// Papers of a process in memory: what two moderators write about Wigan, a scope that host and lead sign, what a pair found together.
import type { DocumentFacts, PaperTerms } from '@/domain/documents/facts';
import { versionForSignature } from '@/domain/documents/state';
import { sideOf, type Actor, type HeldPost, type Office } from '@/domain/model';
import type { Peer } from '@/domain/parties';
import { audience } from '@/domain/visibility';
import { aDocument } from '../documents/a-document';

const region = { id: 'nw', name: 'North West' };
const FOR_EVER = new Date('9999-01-01T00:00:00Z');

/** Someone in a post at an authority, or of the region. */
export function person(office: Office, at: string | null = null, audiences: readonly string[] = []): Actor {
  const authority = at && { id: at, name: at, slug: at };
  const as: HeldPost = { id: `${office} of ${at ?? 'nw'}`, office, remit: '', acting: false, region, group: null, ...sideOf(office, authority || null) };
  return { personId: `person ${as.id}`, name: `The ${as.id}`, posts: [as], as, challenges: [], audiences, proof: { by: 'link', at: new Date(0), freshUntil: FOR_EVER } };
}

export const PEERS: readonly Peer[] = [
  { id: 'peer-stockport', role: 'moderator', authorityId: 'stockport', offices: ['dcs', 'data-lead'], postId: null },
  { id: 'peer-trafford', role: 'moderator', authorityId: 'trafford', offices: ['dcs', 'data-lead'], postId: null },
];

const NOTHING: PaperTerms = { key: 'paper', by: 'dcs', sectionsBy: {}, signatories: [], readers: [], asks: [], opensTo: {} };

const standing = { groupId: 'pair', leadChallengerAuthorityId: 'halton', peers: PEERS, set: { id: 'pair', leadAuthorityId: 'wigan', memberIds: ['halton', 'wigan'] } };
const seen = (to: string) => [{ audience: to, because: 'They write it.', sinceAt: new Date(0), frozenOnly: false, untilAt: null, revokedAt: null }];

export const moderation = (terms: Partial<PaperTerms> = {}): DocumentFacts =>
  aDocument('paper', [], {
    ...standing,
    name: 'moderation comments',
    slot: 'moderation:peer-stockport',
    peerId: 'peer-stockport',
    paper: { ...NOTHING, key: 'moderation', by: 'peer:moderator', readers: ['dcs'], asks: ['handed-over', 'issued', 'read'], opensTo: { 'handed-over': [], issued: ['peers:moderator'] }, ...terms },
    shares: seen(audience.peer('peer-stockport')),
  });

export const scope = (terms: Partial<PaperTerms> = {}): DocumentFacts =>
  aDocument('paper', [], {
    ...standing,
    name: 'scope',
    slot: 'scope',
    paper: { ...NOTHING, key: 'scope', by: 'dcs', signatories: ['dcs', 'lead-challenger'], asks: ['signed'], opensTo: { signed: ['region-team'] }, ...terms },
    shares: seen(audience.authority('wigan')),
  });

export const findings = (): DocumentFacts =>
  aDocument('paper', [], {
    ...standing,
    authorityId: null,
    cycleAuthorityId: null,
    leadChallengerAuthorityId: null,
    peers: [],
    name: 'joint findings',
    slot: 'findings:pair',
    paper: { ...NOTHING, key: 'findings', by: 'set-members', signatories: ['set-members'], asks: ['signed'], opensTo: { signed: ['region-team'] } },
    shares: seen(audience.set('pair')),
  });

export const onPage = (doc: DocumentFacts) => ({ versionId: versionForSignature(doc)?.id ?? '', contentHash: versionForSignature(doc)?.contentHash ?? '' });

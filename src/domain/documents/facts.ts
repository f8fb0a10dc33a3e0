// What is stored about a document. Its state is derived from these facts (state.ts) and never stored.
import type { Day, Office } from '../model';
import type { Shared } from '../visibility';

export const DOCUMENT_KINDS = [
  'self-view',
  'mou',
  'questions',
  'preparation',
  'forum-notes',
  'annual-conversation',
  'action-plan',
  'regional-profile',
  'programme',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_NAMES: Record<DocumentKind, string> = {
  'self-view': 'self-view',
  mou: 'memorandum of understanding',
  questions: 'questions and pack',
  preparation: 'preparation',
  'forum-notes': 'forum notes',
  'annual-conversation': 'annual conversation pack',
  'action-plan': 'action plan',
  'regional-profile': 'regional profile',
  programme: 'programme',
};

export const ACT_KINDS = [
  'put-for-review',
  'put-for-signature',
  'reopened',
  'declined',
  'recalled',
  'submitted',
  'accepted',
  'returned',
  'agreed',
  'issued',
  'sent-for-comment',
  'draft-agreed',
  'made-final',
  'compiled',
  'released',
  'signed-off',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export interface Act {
  kind: ActKind;
  versionId: string | null;
  reason: string;
  at: Date;
  personId: string;
  postId: string;
}

export interface SignatureFact {
  versionId: string;
  office: Office;
  postId: string;
  personId: string;
  personName: string;
  acting: boolean;
  /** Of a signature as cover: its days, and whom it was for; null while the post was vacant. */
  coverFrom?: Day | null;
  coverUntil?: Day | null;
  coversName?: string | null;
  how: 'electronic' | 'paper';
  /** How and when the person at the keyboard had shown who they were. */
  provedBy?: string | null;
  provedAt?: Date | null;
  signedAt: Date;
  voidedAt: Date | null;
  voidedWhy?: string | null;
  /** Of a signature on paper: the scan, and who recorded it. */
  scanId?: string | null;
  recordedBy?: string | null;
}

export interface VersionFact {
  id: string;
  number: number;
  contentHash: string;
  createdAt: Date;
}

export interface SectionFact {
  id: string;
  key: string;
  ordinal: number;
  title: string;
  version: number;
  savedAt: Date;
  readyAt: Date | null;
  givenToPostIds: readonly string[];
}

/** Everything about a document but its text. Acts and versions oldest first. */
export interface DocumentFacts {
  id: string;
  kind: DocumentKind;
  slot: string;
  regionId: string;
  cycleId: string;
  authorityId: string | null;
  /** Of the authority's place in the cycle; null for the region's own papers. */
  cycleAuthorityId: string | null;
  groupId: string | null;
  leadChallengerAuthorityId: string | null;
  /** Authorities that challenge this one at its forum session. */
  challengerAuthorityIds: readonly string[];
  /** From the process template. */
  signatories: readonly Office[];
  /** True when the template says that they sign in its order; else any order. */
  signInOrder?: boolean;
  acts: readonly Act[];
  versions: readonly VersionFact[];
  signatures: readonly SignatureFact[];
  sections: readonly SectionFact[];
  shares: readonly Shared[];
}

/** One section's text as it is frozen in a version. Content: field key → value (see template.ts). */
export interface SectionText {
  key: string;
  title: string;
  content: Record<string, unknown>;
  /** The figures that the words of the content quote, as they stood at that moment; absent when there are none. */
  figures?: readonly QuotedFigure[];
}

/** A figure as a text quotes it (figure-references.ts). */
export interface QuotedFigure {
  /** The indicator's. */
  key: string;
  name: string;
  /** "7.4 % (2017, England 8.1 %)" */
  words: string;
  source: string;
  enteredOn: Day;
}

// What is stored about a document. Its state is derived from these facts (state.ts) and never stored.
import type { Day, Office } from '../model';
import type { NamesRoles, Party, PartySet, Peer } from '../parties';
import type { Reader } from '../readers';
import type { Shared } from '../visibility';
import type { OpensAt } from './opens-at';

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
  'paper',
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
  /** Each paper of a process has a name of its own: nameOf(). */
  paper: 'paper',
};

/** "self-view", or the name that the process gives a paper of its own. */
export function nameOf({ kind, name }: { kind: DocumentKind; name?: string }): string {
  return name || DOCUMENT_NAMES[kind];
}

/** "Self-view", where a line begins with it. */
export function nameAtStart(doc: { kind: DocumentKind; name?: string }): string {
  const name = nameOf(doc);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a process calls the documents of a kind, before there is one. */
export function nameOfKind(kind: DocumentKind, words?: { selfView: string }): string {
  return kind === 'self-view' && words ? words.selfView : DOCUMENT_NAMES[kind];
}

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
  /** As what it was given, for another authority than the document's (parties.ts). */
  party?: string | null;
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
  /** Of a paper, and of a self-view that its process calls otherwise; else empty. */
  name?: string;
  regionId: string;
  cycleId: string;
  authorityId: string | null;
  /** Of the authority's place in the cycle; null for the region's own papers. */
  cycleAuthorityId: string | null;
  groupId: string | null;
  leadChallengerAuthorityId: string | null;
  /** Authorities that challenge this one at its forum session. */
  challengerAuthorityIds: readonly string[];
  /** Of the authority's place in the cycle, and of the set that it is about. */
  peers?: readonly Peer[];
  set?: PartySet | null;
  /** What its process calls its roles. */
  roles?: NamesRoles['roles'];
  /** Of a paper of the process: what the template says about it; absent for every other kind. */
  paper?: PaperTerms;
  /** To whom the process opens it, by the fact that makes a step done (opens-at.ts). */
  opensAt?: OpensAt;
  /** Of a self-view: what its process does with it once it is signed. */
  way?: SelfViewWay;
  /** Of a paper that each peer writes: whose it is. */
  peerId?: string | null;
  /** Of every other kind: who is to read it, by a step of their own. */
  readers?: readonly Party[];
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

/** What a process does with the self-view after it is signed (processes/self-view-way.ts). */
export interface SelfViewWay {
  /** With the region's answer; where nobody answers with the submission; where it stays with the authority, with the last signature. */
  ends: 'accepted' | 'submitted' | 'signed';
  withMemorandum: boolean;
  /** Who reads it once the region has accepted it, or has it where nobody answers. */
  opensTo: readonly Reader[];
  /** It is opened to its challengers when the packs are issued. */
  withPacks: boolean;
}

export const PAPER_ASKS = ['handed-over', 'signed', 'issued', 'read'] as const;
export type PaperAsk = (typeof PAPER_ASKS)[number];
/** At which a paper is opened to others. */
export type PaperStage = Exclude<PaperAsk, 'read'>;

/** What the process says about one of its papers. */
export interface PaperTerms {
  key: string;
  by: Party;
  /** Parties that write sections of their own, by section key. */
  sectionsBy: Readonly<Record<string, Party>>;
  /** Who signs it; nobody where it is handed over. */
  signatories: readonly Party[];
  /** Who is to read it, by a step of their own. */
  readers: readonly Party[];
  /** What the steps of the process ask for, each once. */
  asks: readonly PaperAsk[];
  /** To whom it is opened when it is handed over, signed by all, issued. */
  opensTo: Readonly<Partial<Record<PaperStage, readonly Reader[]>>>;
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

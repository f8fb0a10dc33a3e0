// What has happened in a cycle, as far as its steps go: its places, groups, documents and records. A rule is given these facts and nothing
// else; `server/step-facts` reads them.
import type { ActKind, DocumentKind } from './documents/facts';
import type { Signed } from './documents/state';
import type { Day, Office } from './model';
import type { Holder, Peer } from './parties';
import type { ProcessTemplateDefinition, RoleDefinition } from './processes/template';

/** A document as far as steps go. Days are of Europe/London; acts oldest first. */
export interface DocumentProgress extends Omit<Signed, 'signatories' | 'acts' | 'signatures'> {
  id: string;
  acts: readonly { kind: ActKind; versionId: string | null; on: Day; reason: string }[];
  signatures: readonly { office: Office; versionId: string; voidedAt: null; on: Day; party?: string | null }[];
  /** Who has opened it, where a process asks for that. */
  readings?: readonly Reading[];
  /** Of a paper that each peer writes: which. */
  peerId?: string | null;
  comments: { open: number; settled: number };
  /** Someone has written in it. */
  begun: boolean;
  /** The viewer may open it. */
  visible: boolean;
}

/** A post that has opened a document. */
export interface Reading {
  post: Holder;
  on: Day;
}

export interface PeerFacts extends Peer {
  name: string;
  assignedOn: Day;
}

/** One authority's place in a cycle, with what has happened there. */
export interface PlaceFacts {
  cycleAuthorityId: string;
  authorityId: string;
  name: string;
  slug: string;
  groupId: string;
  wave: string;
  leadChallengerAuthorityId: string | null;
  documents: Partial<Record<DocumentKind, DocumentProgress>>;
  session: { id: string; forumId: string; onDay: Day; endedOn: Day | null } | null;
  packReadOn: Day | null;
  preparedOn: Day | null;
  releasedOn: Day | null;
  /** Days on which the lead challenger or the group lead reviewed actions, earliest first. */
  reviewedOn: readonly Day[];
  /** Other authorities that have a part in this place. */
  peers?: readonly PeerFacts[];
  /** It has left the cycle, and why. */
  withdrawn?: { on: Day; why: string } | null;
  joinedOn?: Day | null;
}

/** A group of places, standing or made for the cycle; or a task and finish group. */
export interface GroupFacts {
  id: string;
  name: string;
  ordinal: number;
  leadAuthorityId: string | null;
  /** Of a task and finish group: whose Assistant Director leads it with that Director. */
  adLeadAuthorityId?: string | null;
  /** Of a task and finish group, those named; else whoever has a place in it. */
  memberIds?: readonly string[];
}

export type ProcessWords = Pick<ProcessTemplateDefinition, 'title' | 'words' | 'grouping' | 'waves'>;

export interface CycleFacts {
  id: string;
  regionId: string;
  name: string;
  openedOn: Day;
  closedOn: Day | null;
  packsIssuedOn: Day | null;
  groups: readonly GroupFacts[];
  taskGroups?: readonly GroupFacts[];
  /** Roles of the process. */
  roles?: readonly RoleDefinition[];
  /** What the process calls itself, its groups, waves and forums. */
  process?: ProcessWords;
  places: readonly PlaceFacts[];
  /** The region's own papers. */
  papers: Partial<Record<DocumentKind, DocumentProgress>>;
  /** Papers of the process, by `key|scope`; one, or one for each peer. */
  processPapers?: ReadonlyMap<string, readonly DocumentProgress[]>;
  /** Keyed `step|scope`. */
  completions: ReadonlyMap<string, Day>;
  waivers: ReadonlyMap<string, string>;
}

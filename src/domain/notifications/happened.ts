import type { CycleFacts } from '../cycle-facts';
import type { DocumentFacts, DocumentKind } from '../documents/facts';
import type { EventType } from '../events';
import type { CycleSteps } from '../workflow';

/** An event with what there is to know about it when people are told. What does not concern it is null. */
export interface Happened {
  id: string;
  type: EventType;
  at: Date;
  data: Readonly<Record<string, unknown>>;
  /** Who did it; null when the product did it by itself. */
  personId: string | null;
  /** "DCS, Wigan" */
  by: string | null;
  regionId: string;
  subjectId: string | null;
  authority: { id: string; name: string } | null;
  document: DocumentFacts | null;
  /** Kinds of the documents that the same act was about, in its order: one message tells of all. */
  together: readonly DocumentKind[];
  cycle: { facts: CycleFacts; steps: CycleSteps } | null;
  forum: ForumTold | null;
  /** Forum days that the act changed along with everything else. */
  forums?: readonly ForumTold[];
  /** The action of a plan that it is about. */
  action: { id: string; number: number; ownerPostId: string | null } | null;
}

/** A forum as far as its invitations go. */
export interface ForumTold {
  id: string;
  groupId: string;
  group: string;
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  facilitatorPostId: string | null;
  sessions: readonly { authorityId: string; challengerIds: readonly string[] }[];
  invitations: readonly { postId: string; sentAt: Date | null; removedAt: Date | null }[];
}

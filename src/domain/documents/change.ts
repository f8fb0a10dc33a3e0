// What a decision about a document may change; server/documents/save-change.ts writes it and nothing else does.
import type { Holding } from '../holding';
import type { Office, Proof } from '../model';
import type { Audience } from '../visibility';
import type { ActKind, SectionText } from './facts';

export interface DocumentChange {
  /** Sections to write before anything is frozen: those of these keys are replaced, new ones are added after the last. */
  write?: readonly SectionText[];
  /** Freeze the live text as a new version; the act names it. Without it the act names `versionId`. */
  freeze?: true;
  act?: { kind: ActKind; reason?: string; versionId?: string };
  sign?: {
    versionId: string;
    office: Office;
    /** As what it is given, for another authority than the document's (parties.ts). */
    party?: string | null;
    how: 'electronic' | 'paper';
    /** Who gives it, and by which appointment. */
    by: Holding;
    /** The post that a signature on paper is given in; an electronic one is given in the post of the actor. */
    postId?: string;
    scanId?: string;
    proof: Proof;
  };
  voidSignatures?: { why: string };
  share?: readonly { audience: Audience; because: string; frozenOnly?: boolean; untilAt?: Date }[];
  unshare?: readonly Audience[];
}

// What a decision about a document may change; server/documents/save-change.ts writes it and nothing else does.
import type { Office } from '../model';
import type { Audience } from '../visibility';
import type { ActKind } from './facts';

export interface DocumentChange {
  /** Freeze the live text as a new version; the act names it. Without it the act names `versionId`. */
  freeze?: true;
  act?: { kind: ActKind; reason?: string; versionId?: string };
  sign?: { versionId: string; office: Office; acting: boolean; how: 'electronic' | 'paper'; scanId?: string; signatoryPostId?: string; signatoryName?: string };
  voidSignatures?: { why: string };
  share?: readonly { audience: Audience; because: string; frozenOnly?: boolean; untilAt?: Date }[];
  unshare?: readonly Audience[];
}

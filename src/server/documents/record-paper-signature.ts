import { isRefusal } from '@/domain/decision';
import { signersOf } from '@/domain/documents/signers';
import type { Actor, Office } from '@/domain/model';
import { recordSignatureOnPaper } from '@/domain/papers/sign-paper';
import type { Required } from '@/domain/parties';
import { recordPaperSignature as decidePaperSignature } from '@/domain/sign-off';
import { sealAfter } from '../ledger/seal';
import { NotFound } from '../not-found';
import { transact } from '../transact';
import { saveDocumentChange } from './save-change';
import type { SignDocument } from './sign-document';
import { findDocumentOfRegion, findHoldings, saveScan, type Scan } from './store';

export interface RecordPaperSignature extends SignDocument {
  /** The office that signs; or, of a paper of a process, the part that another authority has ("lead-challenger@<id>"). */
  office: Office | Required['key'];
  /** Who signed, where both the holder and a cover could have; else whoever holds the post. */
  personId?: string | undefined;
  scan: Scan | null;
}

/** Records a signature given on paper: in the name of whoever holds the post, with the scan, and with who recorded it. */
export const recordPaperSignature = (actor: Actor, { documentId, office: key, personId, scan, versionId, contentHash }: RecordPaperSignature, at: Date) =>
  sealAfter(
    transact(actor, at, async (tx) => {
      const doc = await findDocumentOfRegion(tx, actor, documentId, at);
      const signer = signersOf(doc).find((one) => one.key === key) ?? { key, party: key as Office, authorityId: null };
      const holdings = await findHoldings(tx, doc, signer, at);
      const by = personId ? holdings.find((holding) => holding.personId === personId) : holdings[0];
      if (!by) throw new NotFound();
      const scanId = scan ? await saveScan(tx, actor, doc, by.office, scan, at) : null;
      const paper = { versionId, contentHash, office: by.office, scanId, by, postId: by.postId };
      const decision = doc.kind === 'paper' ? recordSignatureOnPaper({ doc, actor, paper, signer, now: at }) : decidePaperSignature({ doc, actor, paper, now: at });
      if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
      return decision;
    }),
  );

import { isRefusal } from '@/domain/decision';
import type { Actor, Office } from '@/domain/model';
import { recordPaperSignature as decidePaperSignature } from '@/domain/sign-off';
import { sealAfter } from '../ledger/seal';
import { NotFound } from '../not-found';
import { transact } from '../transact';
import { saveDocumentChange } from './save-change';
import type { SignDocument } from './sign-document';
import { findDocumentOfRegion, findHoldings, saveScan, type Scan } from './store';

export interface RecordPaperSignature extends SignDocument {
  office: Office;
  /** Who signed, where both the holder and a cover could have; else whoever holds the post. */
  personId?: string | undefined;
  scan: Scan | null;
}

/** Records a signature given on paper: in the name of whoever holds the post, with the scan, and with who recorded it. */
export const recordPaperSignature = (actor: Actor, { documentId, office, personId, scan, versionId, contentHash }: RecordPaperSignature, at: Date) =>
  sealAfter(
    transact(actor, at, async (tx) => {
      const doc = await findDocumentOfRegion(tx, actor, documentId, at);
      const holdings = await findHoldings(tx, doc, office, at);
      const by = personId ? holdings.find((holding) => holding.personId === personId) : holdings[0];
      if (!by) throw new NotFound();
      const scanId = scan ? await saveScan(tx, actor, doc, office, scan, at) : null;
      const decision = decidePaperSignature({ doc, actor, paper: { versionId, contentHash, office, scanId, by, postId: by.postId }, now: at });
      if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
      return decision;
    }),
  );

import { isRefusal } from '@/domain/decision';
import type { Actor, Office } from '@/domain/model';
import { recordPaperSignature as decidePaperSignature } from '@/domain/sign-off';
import { transact } from '../transact';
import { saveDocumentChange } from './save-change';
import type { SignDocument } from './sign-document';
import { findDocumentOfRegion, findHolder, saveScan, type Scan } from './store';

export interface RecordPaperSignature extends SignDocument {
  office: Office;
  scan: Scan | null;
}

/** Records a signature given on paper: in the name of whoever held the post, with the scan, and with who recorded it. */
export const recordPaperSignature = (actor: Actor, { documentId, office, scan, versionId, contentHash }: RecordPaperSignature, at: Date) =>
  transact(actor, at, async (tx) => {
    const doc = await findDocumentOfRegion(tx, actor, documentId, at);
    const holder = await findHolder(tx, doc, office, at);
    const scanId = scan ? await saveScan(tx, actor, doc, office, scan, at) : null;
    const decision = decidePaperSignature({ doc, actor, paper: { versionId, contentHash, office, scanId, ...holder } });
    if (!isRefusal(decision)) await saveDocumentChange(tx, actor, doc, decision, at);
    return decision;
  });

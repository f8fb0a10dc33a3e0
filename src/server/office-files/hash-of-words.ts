import { createHash } from 'node:crypto';
import type { ChildData } from '@/domain/child-data/find';
import { wordsKey } from '@/domain/child-data/masked';

/** What a confirmation is kept for: these words, in this document. */
export function hashOfWords(documentId: string, found: Pick<ChildData, 'kind' | 'words'>): string {
  return createHash('sha256').update(`${documentId}\n${wordsKey(found)}`).digest('hex');
}

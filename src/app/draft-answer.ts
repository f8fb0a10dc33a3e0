import { isRefusal, type Refusal } from '@/domain/decision';
import { besideAddress } from '@/domain/documents/address';
import { takenOver } from '@/domain/documents/typed-sections';
import type { WrittenSections } from '@/server/documents/write-section';
import type { DraftAnswer } from './draft-request';

/** How the sections of a document stand after a save, for the page that sent it; the refusal when it was refused. */
export function draftAnswer(outcome: { change: WrittenSections } | (Refusal & Partial<WrittenSections>), documentId: string, typed: Readonly<Record<string, string>>): DraftAnswer | Refusal {
  const sections = isRefusal(outcome) ? outcome.sections : outcome.change.sections;
  if (!sections) return outcome as Refusal;
  const each = Object.entries(sections);
  return {
    ...takenOver(sections, typed),
    versions: Object.fromEntries(each.map(([key, { version }]) => [key, version])),
    beside: Object.fromEntries(each.map(([key, { besideId }]) => [key, besideId ? { id: besideId, href: besideAddress(documentId, key, besideId) } : null])),
  };
}

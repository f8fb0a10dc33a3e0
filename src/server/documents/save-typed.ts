import type { Accepted, Refusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { writeSections, type TypedSection, type WrittenSections } from './write-section';

/** Saves what was typed into sections of a document: by itself while someone writes, or by the button. */
export async function saveTyped(actor: Actor, sections: readonly TypedSection[], at: Date): Promise<Accepted<WrittenSections> | (Refusal & Partial<WrittenSections>)> {
  return transact<WrittenSections>(actor, at, (tx) => writeSections(tx, actor, sections, at));
}

import type { Accepted, Refusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { writeSection, type Stands, type TypedSection, type WrittenSection } from '../documents/write-section';
import { transact } from '../transact';

/** Saves what was typed into one section: by itself while someone writes, or by the button. What was saved already says how the section stands. */
export async function saveDraft(actor: Actor, command: TypedSection, at: Date): Promise<Accepted<WrittenSection> | (Refusal & Partial<Stands>)> {
  return transact<WrittenSection>(actor, at, (tx) => writeSection(tx, actor, command, at));
}

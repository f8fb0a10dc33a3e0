import type { Actor } from '@/domain/model';
import { writeSections } from '../documents/write-section';
import { transact } from '../transact';
import { SECTION } from './store';

interface Command {
  documentId: string;
  text: string;
  /** The section's version that the writer began from. */
  typedOver: number;
}

/** The regional team goes on writing the draft; two at once lose nothing, and a change after the notes were final takes the signatures off. */
export const editDraft = (actor: Actor, { documentId, text, typedOver }: Command, at: Date) =>
  transact(actor, at, (tx) => writeSections(tx, actor, [{ documentId, sectionKey: SECTION, baseVersion: typedOver, typed: { text } }], at));

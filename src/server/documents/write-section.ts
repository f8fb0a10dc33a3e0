import { isRefusal, refuse, type Accepted, type Refusal } from '@/domain/decision';
import { editSection, type SectionChange } from '@/domain/documents/edit';
import type { FieldDefinition } from '@/domain/documents/template';
import { WRITTEN_BY } from '@/domain/documents/writing';
import type { DomainEvent } from '@/domain/events';
import type { Actor } from '@/domain/model';
import { asTyped, readSectionForm, type Typed } from '@/domain/self-views/read-form';
import type { Tx } from '../db';
import { findSection, type SectionSought } from './find-section';
import { saveSection } from './save-section';

/** What a writer's page sends of one section. */
export interface TypedSection extends SectionSought {
  typed: Typed;
  /** Files kept a moment ago for rows of evidence. */
  files?: Readonly<Record<string, string>>;
}

/** One section after a save, or after one that changed nothing. */
export interface Stands {
  version: number;
  /** The section as it stands now, with what others wrote meanwhile. */
  stands: Record<string, unknown>;
  /** The writer's text that stands beside, because two changed the same words. */
  besideId: string | null;
  fields: readonly FieldDefinition[];
  /** Inputs that could not be read and so were not saved. */
  errors: Record<string, string>;
}

export type WrittenSection = SectionChange & Stands;

/** Saves what was typed into one section, in the transaction of the use case. What was saved already says how the section stands. */
export async function writeSection(tx: Tx, actor: Actor, { typed, files = {}, ...sought }: TypedSection, at: Date): Promise<Accepted<WrittenSection> | (Refusal & Partial<Stands>)> {
  const found = await findSection(tx, actor, sought, at);
  const permission = WRITTEN_BY[found.doc.kind];
  if (!permission) return refuse('not-written', 'This is not written here.');
  const fields = found.fields.length > 0 ? found.fields : ONE_TEXT;
  const section = { ...found.section, content: asTyped(fields, found.section.content) };
  const base = { ...found.base, content: asTyped(fields, found.base.content) };
  const { content: mine, errors } = readSectionForm(fields, found.base.content, typed, files);
  const now: Stands = { version: section.version, stands: section.content, besideId: found.made?.besideId ?? found.base.besideId, fields, errors };
  const decision = editSection({ doc: found.doc, section, actor, permission, base, mine });
  if (isRefusal(decision)) return decision.refused === 'unchanged' ? { ...decision, ...now } : decision;
  if (found.made) return { ...refuse('unchanged', 'These words are saved already.'), ...now };
  const { version, besideId } = await saveSection(tx, actor, found, decision, at, { saveId: sought.saveId ?? null });
  return { ...decision, change: { ...decision.change, ...now, version, besideId, stands: decision.change.section.content ?? section.content } };
}

/** Several sections of one document, in one save. */
export async function writeSections(tx: Tx, actor: Actor, sections: readonly TypedSection[], at: Date): Promise<Accepted<WrittenSections> | (Refusal & Partial<WrittenSections>)> {
  const written: Record<string, Stands> = {};
  const accepted: Accepted<WrittenSection>[] = [];
  for (const section of sections) {
    const outcome = await writeSection(tx, actor, section, at);
    if (!isRefusal(outcome)) accepted.push(outcome);
    else if (outcome.refused !== 'unchanged') return outcome;
    written[section.sectionKey] = isRefusal(outcome) ? (outcome as Refusal & Stands) : outcome.change;
  }
  const [first, ...others] = accepted;
  if (!first) return { ...refuse('unchanged', 'These words are saved already.'), sections: written };
  return { ...first, change: { sections: written }, events: [...first.events, ...others.flatMap(({ events }) => events).filter((event) => !isOneOf(first.events, event))] };
}

export interface WrittenSections {
  sections: Record<string, Stands>;
}

const isOneOf = (events: readonly DomainEvent[], { type, data }: DomainEvent) => events.some((other) => other.type === type && other.data?.sectionKey === data?.sectionKey);

/** A document without a template is one text in each section. */
const ONE_TEXT: readonly FieldDefinition[] = [{ key: 'text', kind: 'text', label: 'Text', hint: '' }];

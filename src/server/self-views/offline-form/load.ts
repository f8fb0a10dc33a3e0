import { closedToEditing } from '@/domain/documents/writing';
import { compareVersions, type SectionChange } from '@/domain/documents/compare';
import { copyName } from '@/domain/copies/copy';
import { momentInWords } from '@/domain/copies/in-words';
import { nameOf } from '@/domain/documents/facts';
import { sectionInWords } from '@/domain/documents/in-words';
import { mergeContent, same } from '@/domain/documents/merge';
import { formSubject, type KeptForm } from '@/domain/offline-form/bring-back';
import { offlineForm } from '@/domain/offline-form/form';
import type { Actor } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import type { Content } from '@/domain/self-views/content';
import { asTyped, readSectionForm } from '@/domain/self-views/read-form';
import { db } from '../../db';
import { findBases, findFormGround, findReturnedForm, type FormGround } from './store';
import { writeOfflineForm } from './write-form';

/** The form as a Word file: with what is written so far, or empty. */
export async function loadFormFile(actor: Actor, documentId: string, { empty, origin }: { empty: boolean; origin: string }, at: Date): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { doc, template, sections, authority, cycle } = await findFormGround(db, actor, documentId, at);
  const versions = template.sections.map(({ key }) => (empty ? 0 : (doc.sections.find((section) => section.key === key)?.version ?? 0)));
  const form = offlineForm(template, (key) => (empty ? {} : (sections.find((section) => section.key === key)?.content ?? {})));
  const bytes = await writeOfflineForm({ form, reference: { documentId, authority, cycle, versions }, name: nameOf(doc), at: empty ? 'nobody yet' : momentInWords(at), origin });
  return { fileName: `${copyName({ place: authority, name: nameOf(doc), cycle, version: empty ? 'form, empty' : 'form' })}.docx`, bytes };
}

/** The page from which the form goes out and to which it comes back. */
export async function loadOfflineForm(actor: Actor, documentId: string, at: Date) {
  const { doc, authority, cycle } = await findFormGround(db, actor, documentId, at);
  const forms = await db.returnedForm.findMany({ where: { documentId }, orderBy: { returnedAt: 'desc' }, select: { id: true, name: true, returnedAt: true, returnedBy: true, taken: true } });
  const people = await db.person.findMany({ where: { id: { in: forms.map(({ returnedBy }) => returnedBy) } }, select: { id: true, name: true } });
  return { doc, authority, cycle, closed: closedToEditing(doc), may: capacityFor(actor, 'self-view.write', formSubject(doc)), forms: forms.map((form) => ({ ...form, by: people.find(({ id }) => id === form.returnedBy)?.name ?? '' })) };
}

export interface Proposal {
  key: string;
  title: string;
  /** What the section says now beside what it would say. */
  change: SectionChange;
  /** Places where others changed the same words since: both are kept, side by side. */
  clashes: number;
  /** Answers that cannot be saved as they are, and why. */
  errors: string[];
  taken: boolean;
  may: boolean;
}

/** A form that came back: by section what would change, and what could not be placed. */
export async function loadReturnedForm(actor: Actor, documentId: string, formId: string, at: Date) {
  const ground = await findFormGround(db, actor, documentId, at);
  const { doc, authority, cycle } = ground;
  const returned = await findReturnedForm(db, documentId, formId);
  const bases = await findBases(db, ground, Object.fromEntries(returned.form.sections.map(({ key, baseVersion }) => [key, baseVersion])));
  const by = await db.person.findUnique({ where: { id: returned.returnedBy }, select: { name: true } });
  const proposals = returned.form.sections.flatMap((section): Proposal[] => {
    const proposal = proposalOf(ground, section, bases[section.key] ?? {});
    const subject = { regionId: doc.regionId, authorityId: doc.authorityId, givenToPostIds: doc.sections.find(({ key }) => key === section.key)?.givenToPostIds ?? [] };
    return proposal ? [{ ...proposal, taken: returned.taken.includes(section.key), may: capacityFor(actor, 'self-view.write', subject) !== null }] : [];
  });
  return { doc, authority, cycle, returned: { ...returned, by: by?.name ?? '' }, proposals, closed: closedToEditing(doc), may: capacityFor(actor, 'self-view.write', formSubject(doc)) };
}

/** Null when accepting it would change nothing. */
function proposalOf({ template, sections }: FormGround, { key, typed }: KeptForm['sections'][number], base: Content): Omit<Proposal, 'taken' | 'may'> | null {
  const definition = template.sections.find((each) => each.key === key);
  const now = sections.find((each) => each.key === key);
  if (!definition || !now) return null;
  const current = asTyped(definition.fields, now.content);
  const { content: mine, errors } = readSectionForm(definition.fields, base, typed);
  const { value, conflicts } = mergeContent(asTyped(definition.fields, base), current, mine);
  const faults = Object.entries(errors).map(([name, sentence]) => `${definition.fields.find((field) => name === field.key || name.startsWith(`${field.key}.`))?.label ?? definition.title}: ${sentence}`);
  if (same(value, current) && conflicts.length === 0 && faults.length === 0) return null;
  // Where words clash, the proposal is shown as the form has it.
  const proposed = conflicts.length > 0 ? mine : (value as Content);
  const text = (content: Content) => [{ key, title: definition.title, text: sectionInWords({ key, title: definition.title, content }, template) }];
  return { key, title: definition.title, change: compareVersions(text(current), text(proposed))[0]!, clashes: conflicts.length, errors: faults };
}

import { notFound, redirect } from 'next/navigation';
import { isRefusal, type Accepted, type Refusal } from '@/domain/decision';
import { besideAddress } from '@/domain/documents/address';
import { bySection, shownBeside, shownVersions } from '@/domain/documents/typed-sections';
import type { FormReturn } from '@/domain/form';
import type { Actor } from '@/domain/model';
import { actorOf, valuesOf, withReturn } from '@/server/action';
import { saveTyped } from '@/server/documents/save-typed';
import type { TypedSection, WrittenSections } from '@/server/documents/write-section';
import { keepFormReturn } from '@/server/form-return';
import { NotFound } from '@/server/not-found';
import { clockTime } from '@/ui/day';

/** What was typed into one section of a page, as its use case takes it. */
export type SentSection = Omit<TypedSection, 'documentId'>;

interface Writing {
  /** The page; it is also where it goes on. */
  back: string;
  save?: (actor: Actor, sections: SentSection[], at: Date) => Promise<Accepted<WrittenSections & { documentId?: string }> | (Refusal & Partial<WrittenSections>)>;
  documentId: string;
  /** A sentence for each input that this page does not take. */
  wrong?: (typed: Readonly<Record<string, string>>) => Record<string, string>;
}

/** The button of a page that is written: saves over the versions that it showed; leads to the two texts where words clash. */
export async function saveWritten(form: FormData, { back, documentId, save = sectionsOf(documentId), wrong = () => ({}) }: Writing): Promise<never> {
  const actor = await actorOf(form, back);
  const values = Object.fromEntries(Object.entries(valuesOf(form)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const goBack = async (what: Partial<FormReturn>): Promise<never> => redirect(withReturn(back, await keepFormReturn(actor.personId, what)));
  const errors = wrong(values);
  if (Object.keys(errors).length > 0) return goBack({ values, errors });
  const [base, beside] = [shownVersions(values), shownBeside(values)];
  const sent = Object.entries(bySection(values, Object.keys(base))).map(([sectionKey, typed]): SentSection => ({ sectionKey, baseVersion: base[sectionKey]!, besideId: beside[sectionKey] ?? null, typed }));
  const saved = await save(actor, sent, new Date()).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  if (isRefusal(saved) && saved.refused !== 'unchanged') return goBack({ values, refusal: saved.because });
  const sections = Object.entries((isRefusal(saved) ? saved.sections : saved.change.sections) ?? {});
  const unread = Object.fromEntries(sections.flatMap(([key, section]) => Object.entries(section.errors).map(([name, sentence]) => [sections.length > 1 ? `${key}/${name}` : name, sentence])));
  if (Object.keys(unread).length > 0) return goBack({ values, errors: unread });
  const clash = sections.find(([, { besideId }]) => besideId);
  const of = isRefusal(saved) ? documentId : (saved.change.documentId ?? documentId);
  if (clash) return redirect(besideAddress(of, clash[0], clash[1].besideId!));
  return goBack({ notice: `Saved at ${clockTime(new Date())}.` });
}

const sectionsOf = (documentId: string) => (actor: Actor, sections: SentSection[], at: Date) => saveTyped(actor, sections.map((section) => ({ ...section, documentId })), at);

'use server';

import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { isRefusal } from '@/domain/decision';
import { besideAddress } from '@/domain/documents/address';
import { shownBeside, shownVersions } from '@/domain/documents/typed-sections';
import { dayFault, readDay } from '@/domain/day-fields';
import type { Actor } from '@/domain/model';
import { act, actorOf, valuesOf, withReturn } from '@/server/action';
import { sentencesOnFile } from '@/domain/file-reading';
import { confirmNotAChild } from '@/server/child-data/confirm-not-a-child';
import { addEvidenceFile } from '@/server/evidence/add-evidence-file';
import { removeAuthorship } from '@/server/evidence/remove-authorship';
import { removeEvidenceFile } from '@/server/evidence/remove-evidence-file';
import { keepFormReturn } from '@/server/form-return';
import { NotFound } from '@/server/not-found';
import { commentOnSection } from '@/server/self-views/comment-on-section';
import { giveSection } from '@/server/self-views/give-section';
import { markSection } from '@/server/self-views/mark-section';
import { putForReview } from '@/server/self-views/put-for-review';
import { saveDraft } from '@/server/self-views/save-draft';
import { settleComment } from '@/server/self-views/settle-comment';
import { takeBackSection } from '@/server/self-views/take-back-section';
import { clockTime } from '@/ui/day';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const selfViewPath = (form: FormData) => `/self-views/${encodeURIComponent(text(form, 'documentId'))}`;
const sectionPath = (form: FormData) => `${selfViewPath(form)}/sections/${encodeURIComponent(text(form, 'sectionKey'))}`;
const aSection = z.object({ documentId: z.string(), sectionKey: z.string() });

/** The writing form: keeps files, saves the words over the version that was shown, then does what the button said. */
export async function saveSection(form: FormData) {
  const back = sectionPath(form);
  const actor = await actorOf(form, back);
  const of = { documentId: text(form, 'documentId'), sectionKey: text(form, 'sectionKey') };
  const typed = Object.fromEntries(Object.entries(valuesOf(form)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const then = text(form, 'then');
  Object.assign(typed, joined(then));
  let inFiles: string[] = [];
  try {
    const { files, errors, seen } = await keepFiles(actor, of, form);
    inFiles = seen;
    const saved = await saveDraft(actor, { ...of, baseVersion: shownVersions(typed)[of.sectionKey] ?? 1, besideId: shownBeside(typed)[of.sectionKey] ?? null, typed, files }, new Date());
    if (isRefusal(saved) && saved.refused !== 'unchanged') return goBack(actor, back, { values: typed, refusal: saved.because });
    if (!isRefusal(saved)) {
      if (saved.change.besideId) redirect(besideAddress(of.documentId, of.sectionKey, saved.change.besideId));
      Object.assign(errors, saved.change.errors);
    }
    if (Object.keys(errors).length > 0) return goBack(actor, back, { values: typed, errors });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  const removedFile = typed.remove ? typed[`file:${typed.remove}`] : undefined;
  if (removedFile) await removeEvidenceFile(actor, { ...of, fileId: removedFile }, new Date()).catch(ignoreMissing);
  return goOn(actor, of, back, then, typed.remove, inFiles);
}

/** "join:areas.<row>:<thread>": the row goes on from that thread of an earlier year. */
function joined(then: string): Record<string, string> {
  const [what, row, thread] = then.split(':');
  return what === 'join' && row && thread ? { [`${row}.thread`]: thread } : {};
}

/** An input in which nothing was chosen comes as an empty file without a name, or, sent by script, named "undefined". */
const isNoFile = ({ name, size }: File) => size === 0 && (name === '' || name === 'undefined');

/** A row whose file is gone already is taken out all the same. */
function ignoreMissing(error: unknown) {
  if (!(error instanceof NotFound)) throw error;
}

async function keepFiles(actor: Actor, of: { documentId: string; sectionKey: string }, form: FormData) {
  const files: Record<string, string> = {};
  const errors: Record<string, string> = {};
  const seen: string[] = [];
  for (const [name, file] of form) {
    const row = /^[a-z][a-z0-9-]*\.([0-9a-zA-Z-]+)\.file$/.exec(name)?.[1];
    if (!row || typeof file === 'string' || isNoFile(file)) continue;
    const kept = await addEvidenceFile(actor, { ...of, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, new Date());
    if (isRefusal(kept)) errors[name] = kept.because;
    else if (kept.change.fileId) {
      files[row] = kept.change.fileId;
      if (kept.change.reading) seen.push(...sentencesOnFile(kept.change.name, kept.change.reading));
    }
  }
  return { files, errors, seen };
}

/** What the button said: another row, a point that goes on from last year, the next section, ready or not. */
async function goOn(actor: Actor, of: { documentId: string; sectionKey: string }, back: string, then: string, removed: string | undefined, inFiles: readonly string[]) {
  const notice = [`Saved at ${clockTime(new Date())}.`, ...inFiles].join(' ');
  const [what, field = '', thread = ''] = then.split(':');
  if (what === 'add') return redirect(`${back}?add=${encodeURIComponent(field)}#${encodeURIComponent(field)}-new`);
  if (what === 'carry') return redirect(`${back}?carry=${encodeURIComponent(`${field}:${thread}`)}#${encodeURIComponent(field)}-new`);
  if (what === 'join') return goBack(actor, `${back}#${encodeURIComponent(field.split('.')[0] ?? '')}`, { notice: `${notice} It goes on from the year before.` });
  if (what === 'next') return redirect(`/self-views/${encodeURIComponent(of.documentId)}/sections/${encodeURIComponent(field)}`);
  if (what === 'ready' || what === 'not-ready') {
    const marked = await markSection(actor, { ...of, ready: what === 'ready' }, new Date());
    if (isRefusal(marked)) return goBack(actor, back, { refusal: marked.because });
    return goBack(actor, back, { notice: what === 'ready' ? `${notice} This section is ready for review.` : `${notice} This section is being written again.` });
  }
  return goBack(actor, removed ? `${back}#${encodeURIComponent(removed.split('.')[0] ?? '')}` : back, { notice });
}

async function goBack(actor: Actor, path: string, what: Parameters<typeof keepFormReturn>[1]) {
  return redirect(withReturn(path, await keepFormReturn(actor.personId, what)));
}

export async function give(form: FormData) {
  const [day, month, year] = ['dueOn-day', 'dueOn-month', 'dueOn-year'].map((name) => text(form, name).trim());
  const dueOn = readDay(day!, month!, year!);
  const days = z.string().default('').refine(() => !(day || month || year) || dueOn !== null, dayFault('Due', [day!, month!, year!]));
  return act(form, {
    back: selfViewPath(form),
    input: aSection.extend({ sectionKey: z.string().min(1, 'Section: choose one'), postId: z.string().min(1, 'Writer: choose a post'), dueOn: days }),
    use: (actor, { documentId, sectionKey, postId }, at) => giveSection(actor, { documentId, sectionKey, postId, dueOn }, at),
    done: ({ events }) => ({ to: `${selfViewPath(form)}#h-sections`, notice: `${String(events[0].data?.section)} is given to ${String(events[0].data?.to)}.` }),
  });
}

export async function takeBack(form: FormData) {
  return act(form, {
    back: selfViewPath(form),
    input: aSection.extend({ postId: z.string() }),
    use: takeBackSection,
    done: ({ events }) => ({ to: `${selfViewPath(form)}#h-sections`, notice: `${String(events[0].data?.section)} is taken back.` }),
  });
}

export async function review(form: FormData) {
  return act(form, {
    back: selfViewPath(form),
    input: z.object({ documentId: z.string() }),
    use: putForReview,
    done: ({ events }) => ({ to: selfViewPath(form), notice: `The ${String(events[0].data?.document)} is out for internal review. Your colleagues can read it and comment.` }),
  });
}

export async function comment(form: FormData) {
  const from = text(form, 'from') === 'section' ? sectionPath(form) : `${selfViewPath(form)}/read`;
  return act(form, {
    back: from === sectionPath(form) ? from : `${from}?comment=${encodeURIComponent(`${text(form, 'sectionKey')}:${text(form, 'paragraph')}`)}`,
    input: aSection.extend({
      paragraph: z.coerce.number().int().min(0).max(10_000).default(0),
      quoted: z.string().max(60_000).default(''),
      body: z.string().trim().min(1, 'Comment: write what you would say').max(4000, 'At most 4,000 characters'),
    }),
    use: (actor, { documentId, sectionKey, paragraph, quoted, body }, at) => commentOnSection(actor, { documentId, sectionKey, paragraph, quoted: quoted.replace(/\r\n?/g, '\n'), body }, at),
    done: () => ({ to: `${from}#comments-${text(form, 'sectionKey')}`, notice: 'Your comment stands beside the text. Your own authority reads it; the region does not.' }),
  });
}

export async function settle(form: FormData) {
  const from = text(form, 'from') === 'section' ? sectionPath(form) : `${selfViewPath(form)}/read`;
  return act(form, {
    back: from,
    input: z.object({ documentId: z.string(), commentId: z.string(), as: z.unknown(), how: z.enum(['accepted', 'answered']), answer: z.string().max(4000, 'At most 4,000 characters').default('') }),
    use: (actor, { documentId, commentId, how, answer }, at) => settleComment(actor, { documentId, commentId, as: how, answer }, at),
    done: ({ change }) => ({ to: from, notice: change.as === 'accepted' ? 'The comment is accepted.' : 'The comment is answered.' }),
  });
}

/** Somebody who writes the section says that words are not about a child. */
export async function sayNotAChild(form: FormData) {
  const to = `${selfViewPath(form)}/${text(form, 'from') === 'files' ? 'files' : 'x-ray'}`;
  return act(form, {
    back: to,
    input: aSection.extend({ fileId: z.string().transform((id) => id || undefined), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    use: confirmNotAChild,
    done: () => ({ to, notice: 'Kept, with your name. You are not asked again for these words.' }),
  });
}

export async function takeNamesOut(form: FormData) {
  const to = `${selfViewPath(form)}/files`;
  return act(form, {
    back: to,
    input: aSection.extend({ fileId: z.string() }),
    use: removeAuthorship,
    done: ({ change }) => ({ to: `${to}#file-${change.fileId}`, notice: 'Done. A copy without the names has taken the place of the file; its words are the same.' }),
  });
}

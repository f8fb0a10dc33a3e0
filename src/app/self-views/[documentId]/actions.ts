'use server';

import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { isRefusal } from '@/domain/decision';
import { readDay } from '@/domain/day-fields';
import type { Actor } from '@/domain/model';
import { act, actorOf, valuesOf, withReturn } from '@/server/action';
import { addEvidenceFile } from '@/server/evidence/add-evidence-file';
import { removeEvidenceFile } from '@/server/evidence/remove-evidence-file';
import { keepFormReturn } from '@/server/form-return';
import { NotFound } from '@/server/not-found';
import { commentOnSection } from '@/server/self-views/comment-on-section';
import { giveSection } from '@/server/self-views/give-section';
import { joinSectionTexts } from '@/server/self-views/join-texts';
import { markSection } from '@/server/self-views/mark-section';
import { putForReview } from '@/server/self-views/put-for-review';
import { saveDraft } from '@/server/self-views/save-draft';
import { settleComment } from '@/server/self-views/settle-comment';
import { takeBackSection } from '@/server/self-views/take-back-section';
import { clockTime } from '@/ui/day';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const selfViewPath = (form: FormData) => `/self-views/${encodeURIComponent(text(form, 'documentId'))}`;
const sectionPath = (form: FormData) => `${selfViewPath(form)}/sections/${encodeURIComponent(text(form, 'sectionKey'))}`;
/** The version that the page showed; what is none counts as the first. */
const shownVersion = z.coerce.number().pipe(z.int32().min(1)).catch(1);
const aSection = z.object({ documentId: z.string(), sectionKey: z.string() });

/** The writing form: keeps files, saves the words over the version that was shown, then does what the button said. */
export async function saveSection(form: FormData) {
  const back = sectionPath(form);
  const actor = await actorOf(form, back);
  const of = { documentId: text(form, 'documentId'), sectionKey: text(form, 'sectionKey') };
  const typed = Object.fromEntries(Object.entries(valuesOf(form)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const then = text(form, 'then');
  try {
    const { files, errors } = await keepFiles(actor, of, form);
    const saved = await saveDraft(actor, { ...of, baseVersion: shownVersion.parse(text(form, 'baseVersion')), typed, files }, new Date());
    if (isRefusal(saved) && saved.refused !== 'unchanged') return goBack(actor, back, { values: typed, refusal: saved.because });
    if (!isRefusal(saved)) {
      if (saved.change.besideId) redirect(`${back}/beside/${saved.change.besideId}`);
      Object.assign(errors, saved.change.errors);
    }
    if (Object.keys(errors).length > 0) return goBack(actor, back, { values: typed, errors });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  const removedFile = typed.remove ? typed[`file:${typed.remove}`] : undefined;
  if (removedFile) await removeEvidenceFile(actor, { ...of, fileId: removedFile }, new Date()).catch(ignoreMissing);
  return goOn(actor, of, back, then, typed.remove);
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
  for (const [name, file] of form) {
    const row = /^[a-z][a-z0-9-]*\.([0-9a-zA-Z-]+)\.file$/.exec(name)?.[1];
    if (!row || typeof file === 'string' || isNoFile(file)) continue;
    const kept = await addEvidenceFile(actor, { ...of, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, new Date());
    if (isRefusal(kept)) errors[name] = kept.because;
    else if (kept.change.fileId) files[row] = kept.change.fileId;
  }
  return { files, errors };
}

/** What the button said: another row, a point that goes on from last year, the next section, ready or not. */
async function goOn(actor: Actor, of: { documentId: string; sectionKey: string }, back: string, then: string, removed: string | undefined) {
  const notice = `Saved at ${clockTime(new Date())}.`;
  const [what, field = '', thread = ''] = then.split(':');
  if (what === 'add') return redirect(`${back}?add=${encodeURIComponent(field)}#${encodeURIComponent(field)}-new`);
  if (what === 'carry') return redirect(`${back}?carry=${encodeURIComponent(`${field}:${thread}`)}#${encodeURIComponent(field)}-new`);
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
  const days = z.any().refine(() => !(day || month || year) || dueOn !== null, 'Due: there is no such day. Write it like 27 10 2017');
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
    done: () => ({ to: selfViewPath(form), notice: 'The self-view is out for internal review. Your colleagues can read it and comment.' }),
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

/** Whose words stand at each place where two changed the same. */
export async function join(form: FormData) {
  const back = `${sectionPath(form)}/beside/${encodeURIComponent(text(form, 'besideId'))}`;
  const places = [...form.keys()].filter((name) => name.startsWith('whose:')).map((name) => name.slice('whose:'.length));
  const choices = Object.fromEntries(
    places.map((path) => {
      const whose = text(form, `whose:${path}`);
      return [path, whose === 'words' ? { words: text(form, `words:${path}`).replace(/\r\n?/g, '\n') } : { whose: whose === 'mine' ? ('mine' as const) : ('theirs' as const) }];
    }),
  );
  return act(form, {
    back,
    input: aSection.extend({ besideId: z.string(), againstVersion: z.coerce.number().int() }),
    use: (actor, input, at) => joinSectionTexts(actor, { ...input, choices }, at),
    done: () => ({ to: sectionPath(form), notice: 'The two texts are one again. The other words stay among the earlier saves.' }),
  });
}

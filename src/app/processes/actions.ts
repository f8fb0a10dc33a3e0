'use server';

import { z, type ZodType } from 'zod';
import { newProcessForm, moveForm, moveSectionForm, newPaperForm, newRoleForm, newSectionForm, newStepForm, paperForm, phasesForm, removeForm, roleForm, sectionForm, shapeForm, stepForm, wavesForm } from '@/domain/processes/compose/read-forms';
import type { ProcessEdit } from '@/domain/processes/compose/edit';
import { act, actorOf } from '@/server/action';
import { changeProcess } from '@/server/processes/change-process';
import { discardDraft } from '@/server/processes/discard-draft';
import { loadDraft } from '@/server/processes/load';
import { publishProcess } from '@/server/processes/publish-process';
import { startDraft } from '@/server/processes/start-draft';
import { withdrawProcess } from '@/server/processes/withdraw-process';
import { orNotFound } from '../or-not-found';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const processPath = (form: FormData) => `/processes/${encodeURIComponent(text(form, 'processId'))}`;

export async function startFromNothing(form: FormData) {
  return act(form, {
    back: '/processes/new',
    input: newProcessForm,
    use: startDraft,
    done: ({ change }) => ({ to: `/processes/${change.id}/edit`, notice: `“${change.definition.title}” is begun. Nobody else sees it until you publish it. Add its steps, one by one.` }),
  });
}

const fromVersion = z.object({ processId: z.uuid() });
const fromPage = fromVersion.extend({ saves: z.coerce.number().int() });

export async function startVersion(form: FormData) {
  return act(form, {
    back: processPath(form),
    input: fromVersion,
    use: (actor, { processId }, at) => startDraft(actor, { fromId: processId }, at),
    done: ({ change }) => ({ to: `/processes/${change.id}/edit`, notice: `Version ${change.version} is begun as a draft. The version that is in use stays as it is until you publish this one, and so do the cycles that run by it.` }),
  });
}

export async function startOwn(form: FormData) {
  return act(form, {
    back: processPath(form),
    input: fromVersion.extend({ title: z.string().trim().min(1, 'Title: give the process a name').max(160, 'Title: at most 160 characters') }),
    use: (actor, { processId, title }, at) => startDraft(actor, { fromId: processId, title }, at),
    done: ({ change }) => ({ to: `/processes/${change.id}/edit`, notice: `“${change.definition.title}” is begun, as a process of its own.` }),
  });
}

export async function publish(form: FormData) {
  const path = processPath(form);
  return act(form, {
    back: `${path}/edit`,
    input: fromPage,
    use: publishProcess,
    done: () => ({ to: path, notice: 'Published. Cycles can be opened from it, and it never changes again.' }),
  });
}

export async function discard(form: FormData) {
  return act(form, {
    back: `${processPath(form)}/edit`,
    input: fromPage,
    use: discardDraft,
    done: () => ({ to: '/processes', notice: 'The draft is discarded.' }),
  });
}

export async function withdraw(form: FormData) {
  const path = processPath(form);
  return act(form, {
    back: path,
    input: fromVersion,
    use: withdrawProcess,
    done: () => ({ to: path, notice: 'Withdrawn. No cycle is opened from it any more; those that run by it go on.' }),
  });
}

const command = z.object({ processId: z.uuid(), saves: z.coerce.number().int(), over: z.string().default('null') });

interface Edit {
  input: ZodType<ProcessEdit>;
  back: string;
  /** Where to go then; `made` is the key of what was added. */
  to: (made: string | null) => string;
  notice: string;
}

async function edit(form: FormData, { input, back, to, notice }: Edit): Promise<never> {
  return act(form, {
    back,
    input: command.and(input.transform((read) => ({ edit: read }))),
    use: changeProcess,
    done: ({ change }) => ({ to: to(change.made), notice }),
  });
}

const editPath = (form: FormData) => `${processPath(form)}/edit`;

export async function addStep(form: FormData) {
  const path = processPath(form);
  return edit(form, { input: newStepForm, back: `${path}/edit`, to: (made) => `${path}/steps/${made}`, notice: 'Added. It is due on day 0 until you say when; look through the rest too.' });
}

export async function changeStep(form: FormData) {
  const path = `${processPath(form)}/steps/${encodeURIComponent(text(form, 'key'))}`;
  const goesOn = text(form, 'then') === 'list';
  return edit(form, { input: stepForm, back: path, to: () => (goesOn ? editPath(form) : path), notice: 'The step is saved.' });
}

export async function move(form: FormData) {
  const path = processPath(form);
  const back = text(form, 'move').startsWith('step:') ? `${path}/edit` : `${path}/phases`;
  return edit(form, { input: moveForm, back, to: () => back, notice: 'Moved.' });
}

export async function remove(form: FormData) {
  const path = processPath(form);
  const key = encodeURIComponent(text(form, 'key'));
  const paper = `${path}/papers/${encodeURIComponent(text(form, 'paper'))}`;
  const pages: Record<string, [back: string, to: string]> = {
    step: [`${path}/steps/${key}`, `${path}/edit`],
    paper: [`${path}/papers/${key}`, `${path}/edit`],
    role: [`${path}/roles/${key}`, `${path}/edit`],
    section: [`${paper}/sections/${key}`, paper],
  };
  const [back, to] = pages[text(form, 'what')] ?? [`${path}/phases`, `${path}/phases`];
  return edit(form, { input: removeForm, back, to: () => to, notice: 'Removed.' });
}

export async function changeShape(form: FormData) {
  return edit(form, { input: shapeForm, back: `${processPath(form)}/shape`, to: () => editPath(form), notice: 'Saved.' });
}

export async function changePhases(form: FormData) {
  const back = `${processPath(form)}/phases`;
  return edit(form, { input: phasesForm, back, to: () => back, notice: 'The phases are saved.' });
}

export async function changeWaves(form: FormData) {
  const back = `${processPath(form)}/phases`;
  return edit(form, { input: wavesForm, back, to: () => back, notice: 'The waves are saved.' });
}

export async function addPaper(form: FormData) {
  const path = processPath(form);
  return edit(form, { input: newPaperForm, back: `${path}/papers/new`, to: (made) => `${path}/papers/${made}`, notice: 'Added. Say what it asks, and let a step ask for it.' });
}

export async function changePaper(form: FormData) {
  const path = `${processPath(form)}/papers/${encodeURIComponent(text(form, 'key'))}`;
  return edit(form, { input: paperForm, back: path, to: () => path, notice: 'The paper is saved.' });
}

export async function addSection(form: FormData) {
  const path = `${processPath(form)}/papers/${encodeURIComponent(text(form, 'paper'))}`;
  return edit(form, { input: newSectionForm, back: path, to: (made) => `${path}/sections/${made}`, notice: 'Added. Say what it asks.' });
}

export async function moveSection(form: FormData) {
  const path = `${processPath(form)}/papers/${encodeURIComponent(text(form, 'paper'))}`;
  return edit(form, { input: moveSectionForm, back: path, to: () => path, notice: 'Moved.' });
}

/** What the form does not show of a question is taken from the draft. */
export async function changeSection(form: FormData) {
  const paper = `${processPath(form)}/papers/${encodeURIComponent(text(form, 'paper'))}`;
  const path = `${paper}/sections/${encodeURIComponent(text(form, 'key'))}`;
  const actor = await actorOf(form, path);
  const { process } = await orNotFound(() => loadDraft(actor, text(form, 'processId')));
  const section = process.definition.papers.find(({ key }) => key === text(form, 'paper'))?.sections.find(({ key }) => key === text(form, 'key'));
  const goesOn = text(form, 'then') === 'paper';
  return edit(form, { input: sectionForm(section?.fields ?? []), back: path, to: () => (goesOn ? paper : path), notice: 'The section is saved.' });
}

export async function addRole(form: FormData) {
  const path = processPath(form);
  return edit(form, { input: newRoleForm, back: `${path}/edit`, to: (made) => `${path}/roles/${made}`, notice: 'Added. Say who acts in it, and let a step find somebody for it.' });
}

export async function changeRole(form: FormData) {
  const path = `${processPath(form)}/roles/${encodeURIComponent(text(form, 'key'))}`;
  return edit(form, { input: roleForm, back: path, to: () => path, notice: 'The role is saved.' });
}

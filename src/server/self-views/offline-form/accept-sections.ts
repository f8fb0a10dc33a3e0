import { isRefusal, refuse, type Accepted, type Refusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { writeSections, type WrittenSections } from '../../documents/write-section';
import { transact } from '../../transact';
import { findFormGround, findReturnedForm, saveTaken } from './store';

interface Command {
  documentId: string;
  formId: string;
  sections: readonly string[];
}

/** Takes the words of a form that came back into these sections: the same save as what is typed here, put together with what others wrote. */
export const acceptSections = (actor: Actor, { documentId, formId, sections }: Command, at: Date): Promise<Accepted<WrittenSections> | Refusal> =>
  transact<WrittenSections>(actor, at, async (tx) => {
    await findFormGround(tx, actor, documentId, at);
    const { form, taken } = await findReturnedForm(tx, documentId, formId);
    const wanted = form.sections.filter(({ key }) => sections.includes(key));
    if (wanted.length === 0) return refuse('none-chosen', 'Choose at least one section to accept.');
    const written = await writeSections(tx, actor, wanted.map(({ key, baseVersion, typed }) => ({ documentId, sectionKey: key, baseVersion, typed })), at);
    if (!isRefusal(written)) await saveTaken(tx, formId, [...taken, ...wanted.map(({ key }) => key)]);
    return written;
  });

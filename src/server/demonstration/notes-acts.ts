import { db } from '../db';
import { declineDocument } from '../documents/decline-document';
import { findDocument } from '../documents/find-document';
import { agreeDraft } from '../forum-notes/agree-draft';
import { commentOnNotes } from '../forum-notes/comment-on-notes';
import { draftNotes } from '../forum-notes/draft-notes';
import { editDraft } from '../forum-notes/edit-draft';
import { makeNotesFinal } from '../forum-notes/make-notes-final';
import { sendNotes } from '../forum-notes/send-notes';
import { settleComment } from '../forum-notes/settle-comment';
import { versionForSignature } from '@/domain/documents/state';
import { notesOf, signAs } from './self-view-acts';
import { done, type Act, type StagePlace } from './stage';

/** How far the notes get. */
export type NotesEnd = 'none' | 'drafted' | 'sent' | 'commented' | 'draft-agreed' | 'final' | 'one-signature' | 'two-signatures' | 'declined' | 'agreed';

const ORDER: NotesEnd[] = ['none', 'drafted', 'sent', 'commented', 'draft-agreed', 'final', 'one-signature', 'two-signatures', 'agreed'];

/** From the draft to the last signature; `held` is the day of the forum and `wave` the first day of its wave, both from day 0. */
export function notesActs(place: StagePlace, { held, wave, end }: { held: number; wave: number; end: NotesEnd }): Act[] {
  const reaches = (stage: NotesEnd) => ORDER.indexOf(end === 'declined' ? 'final' : end) >= ORDER.indexOf(stage);
  const own = { authority: place.name };
  const acts: Act[] = [];
  const add = (stage: NotesEnd, on: number, time: string, does: Act['does']) => {
    if (reaches(stage)) acts.push({ on, time, does });
  };
  add('drafted', held + 2, '10:00', async (stage, at) => {
    const facilitator = await stage.actor('facilitator', at);
    await done('draft notes', draftNotes(facilitator, { documentId: await notesOf(place) }, at));
  });
  add('sent', held + 5, '12:00', async (stage, at) => {
    const facilitator = await stage.actor('facilitator', at);
    const documentId = await notesOf(place);
    await done('edit', editDraft(facilitator, { documentId, typedOver: 1, text: `${await textOf(documentId)}\n\n## Good practice\n\nOthers asked to see how this is done. ${place.name} offers a visit in the spring.` }, at));
    await done('send', sendNotes(facilitator, { documentId }, at));
  });
  add('commented', held + 9, '14:30', async (stage, at) => {
    const documentId = await notesOf(place);
    const versionId = await lastVersion(documentId);
    const officer = await stage.actor('assistant-director', at, own);
    await done('comment', commentOnNotes(officer, { documentId, versionId, paragraph: 4, body: 'Could the notes say since when? The Cabinet agreed it in September.' }, at));
    await done('comment', commentOnNotes(await stage.actor('lead-member', at, own), { documentId, versionId, paragraph: 6, body: 'Not quite fair as written: scrutiny looked at this in June.' }, at));
  });
  add('draft-agreed', held + 13, '09:15', async (stage, at) => {
    const documentId = await notesOf(place);
    const facilitator = await stage.actor('facilitator', at);
    const comments = await db.comment.findMany({ where: { documentId, settledAt: null }, select: { id: true }, orderBy: { at: 'asc' } });
    for (const [nth, { id }] of comments.entries()) {
      await done('settle', settleComment(facilitator, { documentId, commentId: id, as: nth === 0 ? 'accepted' : 'answered', answer: nth === 0 ? 'Thank you. Changed.' : 'The notes say what was said on the day; the date of the scrutiny meeting is added.' }, at));
    }
    await done('agree draft', agreeDraft(await stage.actor('dcs', at, own), { documentId, versionId: await lastVersion(documentId) }, at));
  });
  add('final', wave + 19, '11:30', async (stage, at) => {
    const facilitator = await stage.actor('facilitator', at);
    const documentId = await notesOf(place);
    const version = (await db.section.findFirstOrThrow({ where: { documentId }, select: { version: true } })).version;
    await done('edit', editDraft(facilitator, { documentId, typedOver: version, text: `${await textOf(documentId)}\n\n${place.name} adds that the Cabinet agreed this in September and that scrutiny had looked at it in June.` }, at));
    await done('final', makeNotesFinal(facilitator, { documentId }, at));
  });
  add('one-signature', wave + 20, '17:40', (stage, at) => signAs(stage, 'dcs', 'forum-notes', place, at));
  add('two-signatures', wave + 21, '19:20', (stage, at) => signAs(stage, 'lead-member', 'forum-notes', place, at));
  add('agreed', wave + 22, '08:30', (stage, at) => signAs(stage, 'chief-executive', 'forum-notes', place, at));
  if (end === 'declined') {
    acts.push({
      on: wave + 21,
      time: '20:00',
      does: async (stage, at) => {
        const member = await stage.actor('lead-member', at, own);
        const documentId = await notesOf(place);
        const version = versionForSignature(await findDocument(db, member, documentId, at))!;
        await done('decline', declineDocument(member, { documentId, versionId: version.id, contentHash: version.contentHash, reason: 'The paragraph on schools names a school by its street. Could that be taken out?' }, at));
      },
    });
  }
  return acts;
}

async function textOf(documentId: string): Promise<string> {
  const section = await db.section.findFirstOrThrow({ where: { documentId }, select: { content: true } });
  return (section.content as { text: string }).text;
}

async function lastVersion(documentId: string): Promise<string> {
  return (await db.documentVersion.findFirstOrThrow({ where: { documentId }, orderBy: { number: 'desc' }, select: { id: true } })).id;
}

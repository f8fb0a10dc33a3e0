import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { versionForSignature } from '@/domain/documents/state';
import { db } from '@/server/db';
import { findDocument } from '@/server/documents/find-document';
import { signDocument } from '@/server/documents/sign-document';
import { agreeDraft } from '@/server/forum-notes/agree-draft';
import { commentOnNotes } from '@/server/forum-notes/comment-on-notes';
import { draftNotes } from '@/server/forum-notes/draft-notes';
import { editDraft } from '@/server/forum-notes/edit-draft';
import { loadNotes } from '@/server/forum-notes/load';
import { makeNotesFinal } from '@/server/forum-notes/make-notes-final';
import { sendNotes } from '@/server/forum-notes/send-notes';
import { settleComment } from '@/server/forum-notes/settle-comment';
import { withdrawComment } from '@/server/forum-notes/withdraw-comment';
import { endSession } from '@/server/forums/sessions/end-session';
import { takeNote } from '@/server/forums/sessions/take-note';
import { NotFound } from '@/server/not-found';
import type { Role } from '../../support/cast';
import { forumWorld, ON_THE_DAY, type ForumWorld } from '../forums/a-forum';

const AFTER = new Date('2017-12-18T10:00:00Z');
const JANUARY = new Date('2018-01-08T10:00:00Z');

let world: ForumWorld;
let documentId: string;
let sessionId: string;
const as = (role: Role, at = AFTER) => world.as(role, at);
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');
const page = async (role: Role, at = AFTER) => loadNotes(await as(role, at), documentId, at);

beforeAll(async () => {
  world = await forumWorld();
  ({ notesId: documentId, id: sessionId } = await world.session('Wigan'));
  const note = { sessionId, id: randomUUID(), questionId: null, kind: 'said' as const, text: 'Forty families were helped.', notedAt: ON_THE_DAY, over: 0 };
  await takeNote(await as('facilitator', ON_THE_DAY), note, ON_THE_DAY);
});

describe('the notes of a forum', () => {
  it('are drafted when the session has ended, from everything that was noted, once', async () => {
    expect(codeOf(await draftNotes(await as('facilitator'), { documentId }, AFTER))).toBe('session-not-ended');
    await endSession(await as('facilitator', ON_THE_DAY), { sessionId }, ON_THE_DAY);
    const two = await Promise.all([draftNotes(await as('facilitator'), { documentId }, AFTER), draftNotes(await as('coordinator'), { documentId }, AFTER)]);
    expect(two.map(codeOf).sort()).toEqual(['accepted', 'drafted']);
    expect((await page('facilitator')).live?.text).toContain('Forty families were helped.');
  });

  it('are nobody’s in the authority before they are sent, and then only as they were sent', async () => {
    await expect(page('wiganDcs')).rejects.toThrow(NotFound);
    expect(codeOf(await sendNotes(await as('wiganDcs'), { documentId }, AFTER).catch(() => ({ refused: 'unseen', because: '' })))).toBe('unseen');
    expect(codeOf(await sendNotes(await as('facilitator'), { documentId }, AFTER))).toBe('accepted');
    expect(codeOf(await sendNotes(await as('facilitator'), { documentId }, AFTER))).toBe('unchanged');
    const text = (await page('wiganDcs')).shown!.text;
    expect(codeOf(await editDraft(await as('facilitator', JANUARY), { documentId, typedOver: 1, text: `${text}\n\nSomething only the team may read yet.` }, JANUARY))).toBe('accepted');
    const { shown, live } = await page('wiganDcs', JANUARY);
    expect([shown!.text, live]).toEqual([text, null]);
  });

  it('keep both texts when two of the team write at once', async () => {
    const { live } = await page('facilitator', JANUARY);
    const write = async (role: Role, words: string) => editDraft(await as(role, JANUARY), { documentId, typedOver: live!.version, text: words }, JANUARY);
    await Promise.all([write('facilitator', `${live!.text}\n\nFirst.`), write('coordinator', `Second.\n\n${live!.text}`)]);
    const merged = (await page('facilitator', JANUARY)).live!.text;
    const beside = await db.sectionRevision.findMany({ where: { section: { documentId }, conflict: true } });
    const everywhere = merged + JSON.stringify(beside.map(({ content }) => content));
    expect(everywhere).toContain('First.');
    expect(everywhere).toContain('Second.');
  });

  it('are commented on by paragraph, between the authority and the team alone', async () => {
    const { outForComment } = await page('wiganAd');
    const comment = { documentId, versionId: outForComment!.id, paragraph: 2, body: 'Half-termly, not termly.' };
    expect(codeOf(await commentOnNotes(await as('wiganAd'), comment, AFTER))).toBe('accepted');
    expect(codeOf(await commentOnNotes(await as('wiganLeadMember'), { ...comment, body: 'Not quite fair.' }, AFTER))).toBe('accepted');
    expect(codeOf(await commentOnNotes(await as('wiganDataLead'), comment, AFTER))).toBe('not-permitted');
    expect((await page('wiganDcs')).comments.map(({ body, post }) => [body, post])).toEqual([
      ['Half-termly, not termly.', 'Assistant Director, Wigan'],
      ['Not quite fair.', 'Lead Member, Wigan'],
    ]);
    expect((await page('facilitator')).comments).toHaveLength(2);
    expect((await page('traffordDcs')).comments).toEqual([]);
    await expect(page('rochdaleDcs')).rejects.toThrow(NotFound);
  });

  it('become final only when each comment is settled', async () => {
    const [first, second] = await db.comment.findMany({ where: { documentId }, orderBy: { at: 'asc' } });
    expect(codeOf(await makeNotesFinal(await as('facilitator', JANUARY), { documentId }, JANUARY))).toBe('open-comments');
    expect(codeOf(await withdrawComment(await as('wiganAd', JANUARY), { documentId, commentId: second!.id }, JANUARY))).toBe('not-yours');
    expect(codeOf(await withdrawComment(await as('wiganLeadMember', JANUARY), { documentId, commentId: second!.id }, JANUARY))).toBe('accepted');
    const settle = { documentId, commentId: first!.id, as: 'answered' as const };
    expect(codeOf(await settleComment(await as('facilitator', JANUARY), { ...settle, answer: '' }, JANUARY))).toBe('no-answer');
    expect(codeOf(await settleComment(await as('wiganDcs', JANUARY), { ...settle, answer: 'No' }, JANUARY))).toBe('not-permitted');
    expect(codeOf(await settleComment(await as('facilitator', JANUARY), { ...settle, answer: 'As noted on the day.' }, JANUARY))).toBe('accepted');
    expect(codeOf(await agreeDraft(await as('wiganDcs', JANUARY), { documentId, versionId: (await page('wiganDcs', JANUARY)).outForComment!.id }, JANUARY))).toBe('accepted');
    const early = await page('wiganDcs', JANUARY);
    expect([early.stage, early.may.sign]).toEqual(['out-for-comment', null]);
    expect(codeOf(await makeNotesFinal(await as('facilitator', JANUARY), { documentId }, JANUARY))).toBe('accepted');
  });

  it('are agreed when all three have signed, in any order, two of them at the same moment', async () => {
    const version = versionForSignature(await findDocument(db, await as('wiganDcs', JANUARY), documentId, JANUARY))!;
    const sign = async (role: Role) => signDocument(await as(role, JANUARY), { documentId, versionId: version.id, contentHash: version.contentHash }, JANUARY);
    expect(codeOf(await sign('wiganChiefExecutive'))).toBe('accepted');
    expect((await Promise.all([sign('wiganLeadMember'), sign('wiganDcs')])).map(codeOf)).toEqual(['accepted', 'accepted']);
    expect(await db.event.count({ where: { documentId, type: 'forum-notes.agreed' } })).toBe(1);
    expect((await page('wiganDcs', JANUARY)).stage).toBe('agreed');
    const { live } = await page('facilitator', JANUARY);
    expect(codeOf(await editDraft(await as('facilitator', JANUARY), { documentId, typedOver: live!.version, text: 'Other words' }, JANUARY))).toBe('agreed');
  });
});

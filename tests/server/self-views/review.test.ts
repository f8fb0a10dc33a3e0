import { beforeEach, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { commentOnSection } from '@/server/self-views/comment-on-section';
import { loadReading, loadSelfView } from '@/server/self-views/load';
import { putForReview } from '@/server/self-views/put-for-review';
import { settleComment } from '@/server/self-views/settle-comment';
import { freshDatabase } from '../../support/database';
import { aSelfView, eventsOf, SUMMER, write } from './a-self-view';

const KEY = 'help-and-protection';
let wigan: Awaited<ReturnType<typeof aSelfView>>;
const code = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');

beforeEach(async () => {
  await freshDatabase();
  wigan = await aSelfView();
});

test('the leadership puts the self-view out for internal review, once', async () => {
  const { documentId, as } = wigan;
  expect(code(await putForReview(await as('wiganPolicyOfficer'), { documentId }, SUMMER))).toBe('not-permitted');
  expect(code(await putForReview(await as('wiganAd'), { documentId }, SUMMER))).toBe('accepted');
  expect(code(await putForReview(await as('wiganDcs'), { documentId }, SUMMER))).toBe('in-review');
  expect((await loadSelfView(await as('wiganLeadMember'), documentId, SUMMER))!.inReview).toBe(true);
  expect((await eventsOf(documentId)).at(-1)).toBe('document.put-for-review');
});

test('colleagues comment on a paragraph, writers settle, and the region sees none of it', async () => {
  const { documentId, as, cycle } = wigan;
  const lead = await as('wiganLeadMember');
  await write(await as('wiganAd'), documentId, KEY, { judgement: 'Thresholds are well understood.' }, 1);
  const comment = { documentId, sectionKey: KEY, paragraph: 1, quoted: 'Thresholds are well understood.', body: ' How do we know? ' };
  expect(code(await commentOnSection(lead, comment, SUMMER))).toBe('accepted');
  expect(code(await commentOnSection(lead, { ...comment, body: '  ' }, SUMMER))).toBe('no-words');
  expect(code(await commentOnSection(lead, { ...comment, sectionKey: 'nothing' }, SUMMER))).toBe('no-section');
  await expect(commentOnSection(await as('haltonDcs'), comment, SUMMER)).rejects.toThrow(NotFound);

  const { comments } = await loadReading(await as('wiganContributor'), documentId, SUMMER);
  expect(comments.map(({ body, post, quoted, settledAs }) => ({ body, post, quoted, settledAs }))).toEqual([{ body: 'How do we know?', post: 'Lead Member, Wigan', quoted: comment.quoted, settledAs: null }]);
  const { id: commentId } = comments[0]!;
  expect(code(await settleComment(lead, { documentId, commentId, as: 'accepted', answer: '' }, SUMMER))).toBe('not-permitted');
  expect(code(await settleComment(await as('wiganAd'), { documentId, commentId, as: 'answered', answer: ' ' }, SUMMER))).toBe('no-answer');
  expect(code(await settleComment(await as('wiganAd'), { documentId, commentId, as: 'answered', answer: 'The audit of May says so.' }, SUMMER))).toBe('accepted');
  expect(code(await settleComment(await as('wiganDcs'), { documentId, commentId, as: 'accepted', answer: '' }, SUMMER))).toBe('settled');
  expect((await db.comment.findUniqueOrThrow({ where: { id: commentId } }))).toMatchObject({ settledAs: 'answered', answer: 'The audit of May says so.', audience: `authority:${cycle.places.Wigan!.authorityId}` });
});

test('those who see only what was handed on read that version: no later word, no comment, no overview', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  await write(ad, documentId, KEY, { judgement: 'What was submitted.' }, 1);
  const doc = await db.document.findUniqueOrThrow({ where: { id: documentId }, include: { sections: { orderBy: { ordinal: 'asc' } } } });
  const version = await db.documentVersion.create({
    data: { documentId, number: 1, content: doc.sections.map(({ key, title, content }) => ({ key, title, content })) as object[], contentHash: 'x', createdAt: SUMMER },
  });
  const dcs = await as('wiganDcs');
  await commentOnSection(dcs, { documentId, sectionKey: KEY, paragraph: 0, quoted: '', body: 'Kept among ourselves' }, SUMMER);
  await write(ad, documentId, KEY, { judgement: 'Written after that.' }, 2);
  await db.documentAct.create({ data: { documentId, kind: 'submitted', versionId: version.id, at: SUMMER, personId: dcs.personId, postId: dcs.as!.id } });
  await db.share.create({ data: { documentId, audience: `region-team:${doc.regionId}`, because: 'Submitted', sinceAt: SUMMER, frozenOnly: true } });

  const coordinator = await as('coordinator');
  expect(await loadSelfView(coordinator, documentId, SUMMER)).toBeNull();
  const reading = await loadReading(coordinator, documentId, SUMMER);
  const text = JSON.stringify([reading.sections, reading.comments]);
  expect(text).toContain('What was submitted.');
  expect(text).not.toContain('Written after that.');
  expect(text).not.toContain('Kept among ourselves');
  expect(reading.live).toBe(false);
  await expect(loadReading(await as('dataGroupChair'), documentId, SUMMER)).rejects.toThrow(NotFound);
  await expect(loadReading(await as('haltonDcs'), documentId, SUMMER)).rejects.toThrow(NotFound);
});

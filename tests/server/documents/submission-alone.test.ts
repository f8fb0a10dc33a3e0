// A process without a memorandum, in which the other Directors read what was accepted: the annual self-assessment.
import { beforeAll, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { regionWords } from '@/domain/processes/template';
import { openCycle } from '@/server/cycles/open-cycle';
import { db } from '@/server/db';
import { loadDocumentHead } from '@/server/documents/load';
import { firstDocuments } from '@/server/documents/first-documents';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { acceptSubmission } from '@/server/documents/submissions/accept-submission';
import { loadSubmission, loadSubmissions } from '@/server/documents/submissions/load';
import { returnSubmission } from '@/server/documents/submissions/return-submission';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';
import { NotFound } from '@/server/not-found';
import { unscopedStepFacts } from '@/server/step-facts/load';
import { SHORT_FORM_TEMPLATE } from '../../../prisma/reference/short-form-template';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { codeOf, OCTOBER, ok, OPENED, signAs } from './a-signed-cycle';

let ids: Record<Role, string>;
let cycleId: string;
let selfViewId: string;
const as = (role: Role, at = OCTOBER) => actorFor(ids[role], at);
const seenBy = async (roles: readonly Role[]) => {
  const seen = await Promise.all(roles.map(async (role) => loadDocumentHead(await as(role), selfViewId, OCTOBER).then(() => true, (error: unknown) => (error instanceof NotFound ? false : Promise.reject(error)))));
  return roles.filter((_, index) => seen[index]);
};
const EVERYONE = ['wiganDcs', 'wiganLeadMember', 'haltonDcs', 'haltonAd', 'traffordDcs', 'coordinator', 'dataGroupChair', 'boardChair', 'otherRegionsCoordinator', 'ofsted'] as const;

beforeAll(async () => {
  ids = await castPeople();
  const coordinator = await as('coordinator', OPENED);
  const { regionId } = await db.post.findUniqueOrThrow({ where: { id: coordinator.as!.id } });
  const { id: templateId } = await db.processTemplate.findFirstOrThrow({ where: { regionId, key: 'annual-self-assessment' } });
  const authorities = await db.authority.findMany({ where: { shortName: { in: ['Wigan', 'Halton', 'Trafford'] } } });
  const places = authorities.map(({ id }) => ({ authorityId: id, groupId: 'everyone', wave: 'everyone', leadChallengerAuthorityId: null }));
  const opened = await openCycle(coordinator, { name: '2017/18 self-assessment', anchorOn: '2017-11-30', places, sets: [{ key: 'everyone', name: 'Everyone', leadAuthorityId: null }], templateId }, OPENED);
  if (isRefusal(opened)) throw new Error(opened.because);
  cycleId = opened.change.id;
  selfViewId = (await db.document.findFirstOrThrow({ where: { cycleId, kind: 'self-view', authority: { shortName: 'Wigan' } } })).id;
});

test('is called what its process calls it, else what a form beside the first is called', () => {
  const nameWith = (selfView: string, key: string) =>
    firstDocuments({ regionId: '', cycleId: '', authorityIds: ['wigan'], kinds: new Set(['self-view']), words: regionWords.parse({ selfView }), formats: new Map([['self-view', { id: 'form', key, definition: SHORT_FORM_TEMPLATE }]]), openedBy: { personId: '', postId: '' } })[0]!.name;
  expect([nameWith('yearly account', 'short-form'), nameWith('yearly account', ''), nameWith('self-view', 'short-form'), nameWith('self-view', '')]).toEqual(['yearly account', 'yearly account', 'self-assessment', '']);
});

test('begins with the short form, and with no memorandum, plan or questions', async () => {
  const documents = await db.document.findMany({ where: { cycleId }, include: { template: true } });
  expect([...new Set(documents.map(({ kind }) => kind))].sort()).toEqual(['paper', 'self-view']);
  expect(documents.filter(({ kind }) => kind === 'self-view').map(({ template }) => template?.key)).toEqual(['short-form', 'short-form', 'short-form']);
  expect(documents.filter(({ kind }) => kind === 'self-view').map(({ name }) => name)).toEqual(['self-assessment', 'self-assessment', 'self-assessment']);
  expect((await loadDocumentHead(await as('wiganDcs', OPENED), selfViewId, OPENED)).title).toBe('Wigan’s self-assessment');
  expect((await loadSubmissions(await as('coordinator', OPENED), cycleId)).called).toBe('self-assessment');
});

test('is signed by the DCS, submitted alone, and once accepted read by the other Directors', async () => {
  await db.section.update({ where: { documentId_key: { documentId: selfViewId, key: 'context' } }, data: { content: { changes: 'Little.', judgement: 'Children are safe.' }, version: { increment: 1 } } });
  ok(await putDocumentForSignature(await as('wiganDcs'), { documentId: selfViewId }, OCTOBER));
  expect(codeOf(await submitSelfView(await as('wiganDcs'), { documentId: selfViewId }, OCTOBER))).toBe('not-signed');
  await signAs(await as('wiganDcs'), selfViewId);
  expect(await loadSubmission(await as('wiganDcs'), selfViewId, OCTOBER)).toMatchObject({ mou: null, missing: [], way: { withMemorandum: false } });
  ok(await submitSelfView(await as('wiganDcs'), { documentId: selfViewId }, OCTOBER));
  expect(await seenBy(EVERYONE)).toEqual(['wiganDcs', 'wiganLeadMember', 'coordinator']);

  const { lines } = await loadSubmissions(await as('coordinator'), cycleId);
  expect(lines.map(({ authority, state, memorandum }) => [authority.name, state, memorandum])).toEqual([['Wigan', 'waiting', null], ['Halton', 'not-submitted', null], ['Trafford', 'not-submitted', null]]);
  expect(codeOf(await returnSubmission(await as('coordinator'), { documentId: selfViewId, which: 'both', reason: 'Too thin.' }, OCTOBER))).toBe('memorandum-missing');

  ok(await acceptSubmission(await as('coordinator'), { documentId: selfViewId }, OCTOBER));
  expect(await seenBy(EVERYONE)).toEqual(['wiganDcs', 'wiganLeadMember', 'haltonDcs', 'traffordDcs', 'coordinator', 'dataGroupChair']);
  const { steps } = await unscopedStepFacts(db, { cycle: { id: cycleId }, of: 'all', audiences: [] }, OCTOBER);
  const ofWigan = steps.all.filter(({ place }) => place?.name === 'Wigan').map(({ step, state }) => [step.key, state.is]);
  expect(ofWigan.slice(1, 4)).toEqual([['write-self-assessment', 'done'], ['sign-self-assessment', 'done'], ['submit-self-assessment', 'done']]);
});

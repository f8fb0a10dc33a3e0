// A self-view on the short form, in a process without a memorandum: everything that stands round a self-view works on it too, and what
// other years said on another form is not lost.
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadCopy } from '@/server/copies/load';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { loadSignPage } from '@/server/documents/sign-page/load';
import { acceptSubmission } from '@/server/documents/submissions/accept-submission';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';
import { loadReading, loadSection, loadSelfView } from '@/server/self-views/load';
import { loadFormFile } from '@/server/self-views/offline-form/load';
import { loadThreads } from '@/server/self-views/threads/load';
import { loadXRay } from '@/server/self-views/x-ray/load';
import { ANNUAL_SELF_ASSESSMENT } from '../../../prisma/reference/processes/annual-self-assessment';
import { openProcess, type TestProcess } from '../../support/process';
import { aCycle, ok, signAs, signEverything, type Cycle } from '../documents/a-signed-cycle';

const OPENED = new Date('2017-11-20T09:00:00Z');
const FEBRUARY = new Date('2018-02-10T09:00:00Z');
let before: Cycle;
let process: TestProcess;
let selfViewId: string;
const as = (role: Parameters<Cycle['as']>[0]) => before.as(role, FEBRUARY);
const write = (documentId: string, key: string, content: object) => db.section.update({ where: { documentId_key: { documentId, key } }, data: { content: JSON.parse(JSON.stringify(content)), version: { increment: 1 } } });
const point = (id: string, text: string) => ({ id, thread: id, text, tag: '' });

beforeAll(async () => {
  before = await aCycle();
  const [section] = (await db.document.findUniqueOrThrow({ where: { id: before.selfViewId }, include: { template: true } }).then(({ template }) => (template!.definition as { sections: { key: string; fields: { key: string; kind: string; of?: string }[] }[] }).sections)).filter(({ key, fields }) => key !== 'context' && fields.some(({ kind, of }) => kind === 'points' && of === 'area'));
  const field = section!.fields.find(({ kind, of }) => kind === 'points' && of === 'area')!;
  await write(before.selfViewId, section!.key, { [field.key]: [point('care-leavers', 'Care leavers wait too long for a home')] });
  await signEverything(before);
  ok(await submitSelfView(await before.as('wiganDcs'), { documentId: before.selfViewId }, new Date('2017-10-20T09:00:00Z')));
  process = await openProcess(await before.as('coordinator', OPENED), { ...ANNUAL_SELF_ASSESSMENT, title: 'Short form', suffix: '' }, { name: '2018 self-assessment', anchorOn: '2018-03-01', authorities: ['Wigan', 'Halton', 'Trafford'], at: OPENED });
  selfViewId = process.document('self-view', 'Wigan');
});

test('bears the name of its form, and has no journey where the form has none', async () => {
  const page = (await loadSelfView(await as('wiganDcs'), selfViewId, FEBRUARY))!;
  expect([page.grid, page.doc.signatories, page.doc.way?.withMemorandum]).toEqual([null, ['dcs'], false]);
  expect(page.sections.map(({ key }) => key)).toEqual(['context', 'strengths', 'areas', 'tracker', 'signatures', 'critical-indicators', 'asks-and-offers']);
  expect((await loadSignPage(await as('wiganDcs'), selfViewId, FEBRUARY)).title).toBe('Wigan’s self-assessment');
});

test('has beside it what the years before named on another form', async () => {
  const section = await loadSection(await as('wiganDcs'), selfViewId, 'areas', FEBRUARY);
  expect(section.earlierPoints.map(({ text, cycle }) => [text, cycle])).toEqual([['Care leavers wait too long for a home', '2017/18']]);
  await write(selfViewId, 'areas', { areas: [point('care-leavers', 'Care leavers still wait for a home')] });
  const { threads, views } = await loadThreads(await as('wiganDcs'), 'wigan', FEBRUARY);
  expect(views.map(({ cycle }) => cycle)).toEqual(['2017/18', '2018 self-assessment']);
  expect(threads.find(({ thread }) => thread === 'care-leavers')).toMatchObject({ state: 'persisting', named: 2 });
});

test('is looked through, printed and sent out to be written offline', async () => {
  expect((await loadXRay(await as('wiganDcs'), selfViewId, FEBRUARY))!.rules.length).toBeGreaterThan(0);
  expect((await loadFormFile(await as('wiganDcs'), selfViewId, { empty: false, origin: 'https://friend.example' }, FEBRUARY)).bytes.byteLength).toBeGreaterThan(1000);
  const { copy, isFirstFormat } = await loadCopy(await as('wiganDcs'), { documentId: selfViewId, number: null, origin: 'https://friend.example' }, FEBRUARY);
  expect([copy.title, isFirstFormat]).toEqual(['Wigan’s self-assessment', false]);
});

test('is read by those whom the process names, as it was accepted', async () => {
  ok(await putDocumentForSignature(await as('wiganDcs'), { documentId: selfViewId }, FEBRUARY));
  await signAs(await as('wiganDcs'), selfViewId, FEBRUARY);
  ok(await submitSelfView(await as('wiganDcs'), { documentId: selfViewId }, FEBRUARY));
  ok(await acceptSubmission(await as('coordinator'), { documentId: selfViewId }, FEBRUARY));
  const reading = await loadReading(await as('haltonDcs'), selfViewId, FEBRUARY);
  expect([reading.live, reading.version?.number, reading.grid]).toEqual([false, 1, null]);
});

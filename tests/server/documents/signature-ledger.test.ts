import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { declineDocument } from '@/server/documents/decline-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { recordPaperSignature } from '@/server/documents/record-paper-signature';
import { loadSignatureLedger } from '@/server/documents/signature-ledger/load';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';
import { NotFound } from '@/server/not-found';
import { findOrCreatePost, ROLES } from '../../support/cast';
import { queriesOf } from '../../support/queries';
import { aCycle, OCTOBER, ok, onPage, signAs, writeSelfView, type Cycle } from './a-signed-cycle';

const SCAN = { name: 'signed.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 signed') };
const later = (minutes: number) => new Date(OCTOBER.getTime() + minutes * 60_000);
let wigan: Cycle;

beforeAll(async () => {
  wigan = await aCycle();
  const { as, mouId, selfViewId } = wigan;
  await signAs(await as('wiganDcs'), mouId, later(1));
  ok(await declineDocument(await as('wiganLeadMember'), { ...(await onPage(mouId)), reason: 'SECRET-REASON' }, later(2)));
  ok(await putDocumentForSignature(await as('wiganDcs'), { documentId: mouId }, later(3)));
  const postId = await findOrCreatePost({ office: 'chief-executive', authority: 'Wigan' });
  await db.appointment.create({ data: { personId: wigan.ids.nobody, postId, startsOn: new Date('2017-10-20'), endsOn: new Date('2017-10-21'), acting: true } });
  await signAs(await as('nobody'), mouId, later(4));
  ok(await recordPaperSignature(await as('coordinator'), { ...(await onPage(mouId)), office: 'lead-member', scan: SCAN }, later(5)));
  await signAs(await as('wiganDcs'), mouId, later(6));
  await writeSelfView(selfViewId);
  ok(await putDocumentForSignature(await as('wiganDcs'), { documentId: selfViewId }, later(7)));
  await signAs(await as('wiganLeadMember'), selfViewId, later(8));
  ok(await submitSelfView(await as('wiganDcs'), { documentId: selfViewId }, later(9)));
});

const shown = async (role: (typeof ROLES)[number]) =>
  (await loadSignatureLedger(await wigan.as(role), wigan.mouId, later(30))).lines.map((line) => [line.is === 'act' ? line.kind : line.how, line.version?.number, line.post, line.is === 'act' ? line.reason : (line.voided?.why ?? '')]);

test('the authority reads all of it: who signed what, in which post, and why it no longer counts', async () => {
  expect(await shown('wiganLeadMember')).toEqual([
    ['put-for-signature', 1, 'SLI coordinator, North West', ''],
    ['electronic', 1, 'DCS, Wigan', 'Lead Member declined to sign'],
    ['declined', 1, 'Lead Member, Wigan', 'SECRET-REASON'],
    ['put-for-signature', 2, 'DCS, Wigan', ''],
    ['electronic', 2, 'Acting Chief Executive, Wigan', ''],
    ['paper', 2, 'Lead Member, Wigan', ''],
    ['electronic', 2, 'DCS, Wigan', ''],
  ]);
});

test('the regional team reads the signatures on what was submitted to it, and no reason of the authority’s own', async () => {
  expect(await shown('coordinator')).toEqual([
    ['electronic', 2, 'Acting Chief Executive, Wigan', ''],
    ['paper', 2, 'Lead Member, Wigan', ''],
    ['electronic', 2, 'DCS, Wigan', ''],
  ]);
});

test('nobody else finds anything there', async () => {
  const found = await Promise.all(ROLES.map(async (role) => [role, await shown(role).then(() => true, (error: unknown) => (error instanceof NotFound ? false : Promise.reject(error)))] as const));
  const may = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive', 'nobody', 'coordinator', 'facilitator'];
  expect(found.filter(([, sees]) => sees).map(([role]) => role).sort()).toEqual([...may].sort());
});

test('a line says for whom, how the signatory had shown who they are, and where it is sealed', async () => {
  const { lines } = await loadSignatureLedger(await wigan.as('wiganDcs'), wigan.mouId, later(30));
  expect(lines[4]).toMatchObject({
    person: 'Nobody',
    cover: { of: 'Wigan Chief Executive', from: '2017-10-20', until: '2017-10-21' },
    contentHash: (await onPage(wigan.mouId)).contentHash,
    proof: { by: 'link', at: OCTOBER },
    paper: null,
    seal: { number: expect.any(BigInt), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(lines[5]).toMatchObject({ how: 'paper', person: 'Wigan Lead Member', paper: { recordedBy: 'North West Coordinator', scanId: expect.any(String) } });
});

test('a document that nobody signs has none', async () => {
  await expect(loadSignatureLedger(await wigan.as('wiganDcs'), wigan.cycle.document('action-plan', 'Wigan'), later(30))).rejects.toThrow(NotFound);
});

test('takes as many queries for seven lines as for two', async () => {
  const dcs = await wigan.as('wiganDcs');
  const counts = [await queriesOf(() => loadSignatureLedger(dcs, wigan.mouId, later(30))), await queriesOf(() => loadSignatureLedger(dcs, wigan.selfViewId, later(30)))];
  expect(counts[0]).toBe(counts[1]);
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/server/db';
import { declineDocument } from '@/server/documents/decline-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { recordPaperSignature } from '@/server/documents/record-paper-signature';
import { signDocument } from '@/server/documents/sign-document';
import { NotFound } from '@/server/not-found';
import { keepDatabase } from '../../support/database';
import { ROLES } from '../../support/cast';
import { aCycle, codeOf, eventTypes, finalNotes, JANUARY, OCTOBER, ok, onPage, signAs, writeSelfView, type Cycle } from './a-signed-cycle';

let wigan: Cycle;
let begin: () => Promise<void>;
beforeAll(async () => {
  wigan = await aCycle();
  begin = await keepDatabase();
});
beforeEach(() => begin());

const signatures = (documentId: string) => db.signature.findMany({ where: { version: { documentId } }, orderBy: { signedAt: 'asc' } });

describe('the memorandum', () => {
  test('is out for signature from the start', async () => {
    expect(await onPage(wigan.mouId)).toMatchObject({ contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: wigan.mouId } });
    expect(version.number).toBe(1);
  });

  test('a signature is a row that names the version, the post and the person, and an event', async () => {
    const dcs = await wigan.as('wiganDcs');
    const page = await onPage(wigan.mouId);
    ok(await signDocument(dcs, page, OCTOBER));
    expect(await signatures(wigan.mouId)).toMatchObject([
      { versionId: page.versionId, office: 'dcs', postId: dcs.as!.id, personId: dcs.personId, personName: 'Wigan Director', acting: false, how: 'electronic', recordedBy: null, signedAt: OCTOBER, voidedAt: null },
    ]);
    expect(await eventTypes(wigan.mouId)).toContain('document.signed');
  });

  test('a stale page is refused and writes nothing', async () => {
    const before = await eventTypes(wigan.mouId);
    const refused = await signDocument(await wigan.as('wiganDcs'), { ...(await onPage(wigan.mouId)), contentHash: 'as it was' }, OCTOBER);
    expect(codeOf(refused)).toBe('text-changed');
    expect([await signatures(wigan.mouId), await eventTypes(wigan.mouId)]).toEqual([[], before]);
  });

  test('all three at the same moment: all succeed, and it is completed once', async () => {
    const page = await onPage(wigan.mouId);
    const actors = await Promise.all((['wiganDcs', 'wiganChiefExecutive', 'wiganLeadMember'] as const).map((role) => wigan.as(role)));
    const outcomes = await Promise.all(actors.map((actor) => signDocument(actor, page, OCTOBER)));
    expect(outcomes.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted']);
    const events = await eventTypes(wigan.mouId);
    expect(events.filter((type) => type === 'document.signed')).toHaveLength(3);
    expect(events.filter((type) => type === 'document.sign-off-completed')).toHaveLength(1);
  });

  test('the same person pressing four times at once signs once', async () => {
    const page = await onPage(wigan.mouId);
    const dcs = await wigan.as('wiganDcs');
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => signDocument(dcs, page, OCTOBER)));
    expect(outcomes.map(codeOf).sort()).toEqual(['accepted', 'already-signed', 'already-signed', 'already-signed']);
    expect(await signatures(wigan.mouId)).toHaveLength(1);
  });

  test('signed and declined at the same moment: never signed afterwards', async () => {
    await signAs(await wigan.as('wiganDcs'), wigan.mouId);
    const page = await onPage(wigan.mouId);
    const [leadMember, chiefExecutive] = await Promise.all([wigan.as('wiganLeadMember'), wigan.as('wiganChiefExecutive')]);
    await Promise.all([signDocument(leadMember, page, OCTOBER), declineDocument(chiefExecutive, { ...page, reason: 'No' }, OCTOBER)]);
    expect((await signatures(wigan.mouId)).every(({ voidedAt }) => voidedAt !== null)).toBe(true);
    expect((await onPage(wigan.mouId)).contentHash).toBe('');
  });

  test('cover signs as acting', async () => {
    const id = wigan.cycle.document('mou', 'Halton');
    await signAs(await wigan.as('haltonActingChiefExecutive'), id);
    expect(await signatures(id)).toMatchObject([{ office: 'chief-executive', acting: true, personName: 'Halton Acting Chief Executive' }]);
  });

  test('everyone else is refused or finds nothing there', async () => {
    const page = await onPage(wigan.mouId);
    const outcomes = await Promise.all(
      ROLES.map(async (role) => {
        const outcome = await signDocument(await wigan.as(role), page, OCTOBER).catch((error: unknown) => (error instanceof NotFound ? { refused: 'unseen', because: '' } : Promise.reject(error)));
        return [role, codeOf(outcome)];
      }),
    );
    const may = ['wiganDcs', 'wiganLeadMember', 'wiganChiefExecutive'];
    const sees = ['wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor'];
    expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(ROLES.map((role) => [role, may.includes(role) ? 'accepted' : sees.includes(role) ? 'not-permitted' : 'unseen'])));
  });
});

describe('the self-view', () => {
  test('is not put out while something required is missing', async () => {
    const dcs = await wigan.as('wiganDcs');
    expect(codeOf(await putDocumentForSignature(dcs, { documentId: wigan.selfViewId }, OCTOBER))).toBe('incomplete');
    await db.section.update({ where: { documentId_key: { documentId: wigan.selfViewId, key: 'context' } }, data: { content: { changes: 'Written' } } });
    expect(await putDocumentForSignature(dcs, { documentId: wigan.selfViewId }, OCTOBER)).toEqual({
      refused: 'incomplete',
      because: 'It cannot be signed yet: 0 of 7 enablers are placed; no judgement of the whole yet.',
    });
    await writeSelfView(wigan.selfViewId);
    expect(codeOf(await putDocumentForSignature(dcs, { documentId: wigan.selfViewId }, OCTOBER))).toBe('accepted');
  });

  test('declining voids what was signed and keeps the reason with the act', async () => {
    await signAs(await wigan.as('wiganDcs'), wigan.mouId);
    ok(await declineDocument(await wigan.as('wiganLeadMember'), { ...(await onPage(wigan.mouId)), reason: 'Clause four' }, OCTOBER));
    expect(await signatures(wigan.mouId)).toMatchObject([{ office: 'dcs', voidedAt: OCTOBER, voidedWhy: 'Lead Member declined to sign' }]);
    expect(await db.documentAct.findMany({ where: { documentId: wigan.mouId }, orderBy: { at: 'asc' } })).toMatchObject([{ kind: 'put-for-signature' }, { kind: 'declined', reason: 'Clause four' }]);
    expect(JSON.stringify(await db.event.findMany({ where: { documentId: wigan.mouId } }), (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('Clause four');
    ok(await putDocumentForSignature(await wigan.as('wiganDcs'), { documentId: wigan.mouId }, OCTOBER));
    expect((await db.documentVersion.findMany({ where: { documentId: wigan.mouId } })).map(({ number }) => number)).toEqual([1, 2]);
  });
});

test('the notes are agreed once, whoever presses last', async () => {
  const notesId = await finalNotes(wigan);
  const page = await onPage(notesId);
  const actors = await Promise.all((['wiganDcs', 'wiganChiefExecutive', 'wiganLeadMember'] as const).map((role) => wigan.as(role, JANUARY)));
  expect((await Promise.all(actors.map((actor) => signDocument(actor, page, JANUARY)))).map(codeOf)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(await db.documentAct.findMany({ where: { documentId: notesId, kind: 'agreed' } })).toMatchObject([{ versionId: page.versionId }]);
  expect((await eventTypes(notesId)).filter((type) => type === 'forum-notes.agreed')).toHaveLength(1);
});

describe('a signature on paper', () => {
  const scan = { name: 'signed.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 signed') };

  test('is kept as that, with the scan and who recorded it, in the name of the holder', async () => {
    const coordinator = await wigan.as('coordinator');
    ok(await recordPaperSignature(coordinator, { ...(await onPage(wigan.mouId)), office: 'lead-member', scan }, OCTOBER));
    const [signature] = await signatures(wigan.mouId);
    expect(signature).toMatchObject({ office: 'lead-member', personName: 'Wigan Lead Member', personId: wigan.ids.wiganLeadMember, how: 'paper', recordedBy: coordinator.personId });
    expect(await db.evidenceFile.findUniqueOrThrow({ where: { id: signature!.scanId! } })).toMatchObject({ documentId: wigan.mouId, name: 'signed.pdf', size: 15 });
  });

  test('without its scan is refused and keeps no file', async () => {
    expect(codeOf(await recordPaperSignature(await wigan.as('coordinator'), { ...(await onPage(wigan.mouId)), office: 'lead-member', scan: null }, OCTOBER))).toBe('no-scan');
    expect(codeOf(await recordPaperSignature(await wigan.as('wiganDcs'), { ...(await onPage(wigan.mouId)), office: 'lead-member', scan }, OCTOBER))).toBe('not-permitted');
    await expect(recordPaperSignature(await wigan.as('otherRegionsCoordinator'), { ...(await onPage(wigan.mouId)), office: 'lead-member', scan }, OCTOBER)).rejects.toThrow(NotFound);
    expect([await signatures(wigan.mouId), await db.evidenceFile.count()]).toEqual([[], 0]);
  });
});

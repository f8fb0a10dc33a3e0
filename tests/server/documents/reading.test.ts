import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadActivity } from '@/server/documents/activity/load';
import { loadPaperSignature } from '@/server/documents/paper-signature/load';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { loadSignPage } from '@/server/documents/sign-page/load';
import { loadVersion } from '@/server/documents/versions/load';
import { saveDraft } from '@/server/self-views/save-draft';
import { loadMemorandum } from '@/server/memoranda/load';
import { NotFound } from '@/server/not-found';
import { ROLES, type Role } from '../../support/cast';
import { aCycle, OCTOBER, ok, signAs, writeSelfView, type Cycle } from './a-signed-cycle';

let wigan: Cycle;
beforeAll(async () => {
  wigan = await aCycle();
  await writeSelfView(wigan.selfViewId, 'Children are safe. SECRET-one');
  ok(await putDocumentForSignature(await wigan.as('wiganDcs'), { documentId: wigan.selfViewId }, OCTOBER));
});

const own: readonly Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
const found = (load: Promise<unknown>) => load.then(() => true, (error: unknown) => (error instanceof NotFound ? false : Promise.reject(error)));

test('an unsubmitted self-view is seen by nobody but its own side, by any door', async () => {
  for (const role of ROLES) {
    const actor = await wigan.as(role);
    const documentId = wigan.selfViewId;
    const doors = [loadSignPage(actor, documentId, OCTOBER), loadVersion(actor, { documentId, number: 1, beside: null }, OCTOBER), loadActivity(actor, documentId, 1, OCTOBER)];
    expect([role, ...(await Promise.all(doors.map(found)))]).toEqual([role, ...doors.map(() => own.includes(role))]);
  }
});

test('an address that names nothing is not found', async () => {
  const dcs = await wigan.as('wiganDcs');
  for (const documentId of ['nothing', '00000000-0000-7000-8000-000000000000']) expect(await found(loadSignPage(dcs, documentId, OCTOBER))).toBe(false);
  expect(await found(loadVersion(dcs, { documentId: wigan.selfViewId, number: 9, beside: null }, OCTOBER))).toBe(false);
  expect(await found(loadMemorandum(dcs, wigan.selfViewId, OCTOBER))).toBe(false);
  expect(await found(loadSignPage(dcs, wigan.cycle.document('action-plan', 'Wigan'), OCTOBER))).toBe(false);
});

test('the coordinator sees who has yet to sign on paper, and not a word of the text', async () => {
  const page = await loadPaperSignature(await wigan.as('coordinator'), wigan.selfViewId, OCTOBER);
  expect(page.signatories).toMatchObject([{ signer: { key: 'lead-member', party: 'lead-member', authorityId: null }, holdings: [{ personName: 'Wigan Lead Member', cover: null }] }]);
  expect(JSON.stringify(page)).not.toContain('SECRET-one');
  for (const role of ['wiganDcs', 'facilitator', 'otherRegionsCoordinator', 'ofsted'] as const) expect(await found(wigan.as(role).then((actor) => loadPaperSignature(actor, wigan.selfViewId, OCTOBER)))).toBe(false);
});

describe('the page on which one signs', () => {
  test('holds the whole text, the journey and the post in which one signs', async () => {
    const page = await loadSignPage(await wigan.as('wiganLeadMember'), wigan.selfViewId, OCTOBER);
    expect(page.title).toBe('Wigan’s self-view');
    expect([page.capacity?.office, page.refusal, page.version?.number, page.dueOn]).toEqual(['lead-member', null, 1, '2017-10-27']);
    expect(page.text.find(({ key }) => key === 'context')?.text).toContain('SECRET-one');
    expect(page.journey?.own['strategic-approach'] ?? Object.values(page.journey?.own ?? {})[0]).toEqual({ stage: 2, half: 'early' });
    expect(page.changes).toBeNull();
  });

  test('an edit voids the signature and the page then shows the signatory the difference', async () => {
    const leadMember = await wigan.as('wiganLeadMember');
    await signAs(leadMember, wigan.selfViewId);
    const { version } = await db.section.findUniqueOrThrow({ where: { documentId_key: { documentId: wigan.selfViewId, key: 'context' } } });
    ok(await saveDraft(await wigan.as('wiganDcs'), { documentId: wigan.selfViewId, sectionKey: 'context', baseVersion: version, typed: { changes: 'Children are very safe. SECRET-two' } }, OCTOBER));
    const between = await loadSignPage(leadMember, wigan.selfViewId, OCTOBER);
    expect([between.version, between.refusal?.refused]).toEqual([null, 'not-out-for-signature']);
    expect(between.doc.signatures).toMatchObject([{ office: 'lead-member', voidedAt: OCTOBER }]);
    ok(await putDocumentForSignature(await wigan.as('wiganDcs'), { documentId: wigan.selfViewId }, OCTOBER));
    const page = await loadSignPage(leadMember, wigan.selfViewId, OCTOBER);
    expect(page.changes?.since).toMatchObject({ is: 'signature', number: 1, own: true });
    const changed = page.changes?.sections.filter(({ state }) => state !== 'same');
    expect(changed?.map(({ key, paragraphs }) => [key, paragraphs.filter(({ before, after }) => before !== after)])).toEqual([
      ['context', [{ before: 'Children are safe. SECRET-one', after: 'Children are very safe. SECRET-two' }]],
    ]);
    expect(page.refusal).toBeNull();
  });

  test('old versions stay readable and can be set beside one another', async () => {
    const actor = await wigan.as('wiganDcs');
    const first = await loadVersion(actor, { documentId: wigan.selfViewId, number: 1, beside: 2 }, OCTOBER);
    expect(first.text.find(({ key }) => key === 'context')?.text).toContain('SECRET-one');
    expect([first.compared?.earlier.number, first.compared?.later.number]).toEqual([1, 2]);
    expect((await loadVersion(actor, { documentId: wigan.selfViewId, number: 2, beside: 1 }, OCTOBER)).compared).toMatchObject({ earlier: { number: 1 }, later: { number: 2 } });
  });
});

describe('the memorandum', () => {
  test('is read clause by clause with who has signed', async () => {
    const page = await loadMemorandum(await wigan.as('wiganChiefExecutive'), wigan.mouId, OCTOBER);
    expect([page.text.length, page.state, page.signAs?.office, page.dueOn]).toEqual([12, 'issued', 'chief-executive', '2017-10-27']);
    await signAs(await wigan.as('wiganChiefExecutive'), wigan.mouId);
    const after = await loadMemorandum(await wigan.as('wiganChiefExecutive'), wigan.mouId, OCTOBER);
    expect([after.state, after.signed, after.signAs]).toEqual(['part-signed', 1, null]);
  });

  test('its own side reads all that happened; the region, once submitted, what is not kept inside', async () => {
    const activity = await loadActivity(await wigan.as('wiganDcs'), wigan.selfViewId, 1, OCTOBER);
    expect(activity.own).toBe(true);
    expect(activity.happenings.map(({ says }) => says)).toContain('The self-view was signed by the Lead Member');
    const inside = activity.happenings.filter(({ says }) => says.includes('was saved'));
    expect(inside.length).toBeGreaterThan(0);
    const { regionId } = await db.document.findUniqueOrThrow({ where: { id: wigan.selfViewId } });
    await db.share.create({ data: { documentId: wigan.selfViewId, audience: `region-team:${regionId}`, because: 'test', sinceAt: OCTOBER, frozenOnly: true } });
    const outside = await loadActivity(await wigan.as('coordinator'), wigan.selfViewId, 1, OCTOBER);
    expect(outside.own).toBe(false);
    expect(outside.happenings.filter(({ says }) => says.includes('was saved'))).toEqual([]);
    expect(outside.happenings.length).toBeGreaterThan(0);
  });
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadDocumentHead } from '@/server/documents/load';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { acceptSubmission } from '@/server/documents/submissions/accept-submission';
import { loadSubmission, loadSubmissions } from '@/server/documents/submissions/load';
import { returnSubmission } from '@/server/documents/submissions/return-submission';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';
import { loadVersion } from '@/server/documents/versions/load';
import { NotFound } from '@/server/not-found';
import { keepDatabase } from '../../support/database';
import type { Role } from '../../support/cast';
import { acceptEverything, aCycle, codeOf, eventTypes, OCTOBER, ok, signAs, signEverything, writeSelfView, type Cycle } from './a-signed-cycle';

let wigan: Cycle;
let begin: () => Promise<void>;
beforeAll(async () => {
  wigan = await aCycle();
  begin = await keepDatabase();
});
beforeEach(() => begin());

const submitAs = async (role: Role) => submitSelfView(await wigan.as(role), { documentId: wigan.selfViewId }, OCTOBER);
const sees = async (role: Role, documentId: string) => loadDocumentHead(await wigan.as(role), documentId, OCTOBER).then(() => true, (error: unknown) => (error instanceof NotFound ? false : Promise.reject(error)));

describe('submitting', () => {
  test('names the posts that have not signed, and writes nothing', async () => {
    await writeSelfView(wigan.selfViewId);
    ok(await putDocumentForSignature(await wigan.as('wiganDcs'), { documentId: wigan.selfViewId }, OCTOBER));
    await signAs(await wigan.as('wiganDcs'), wigan.mouId);
    expect(await submitAs('wiganDcs')).toEqual({
      refused: 'not-signed',
      because: 'The self-view and the memorandum are submitted together. The self-view is not signed by the Lead Member. The memorandum of understanding is not signed by the Chief Executive and Lead Member.',
    });
    expect(await db.documentAct.count({ where: { kind: 'submitted' } })).toBe(0);
  });

  test('opens both to the regional team and to nobody else', async () => {
    await signEverything(wigan);
    expect(await sees('coordinator', wigan.selfViewId)).toBe(false);
    ok(await submitAs('wiganDcs'));
    const others = ['dataGroupChair', 'dataGroupMember', 'haltonDcs', 'traffordDcs', 'boardChair', 'ofsted', 'otherRegionsCoordinator', 'formerWiganDcs', 'nobody'] as const;
    for (const id of [wigan.selfViewId, wigan.mouId]) {
      expect([await sees('coordinator', id), await sees('facilitator', id)]).toEqual([true, true]);
      expect(await Promise.all(others.map((role) => sees(role, id)))).toEqual(others.map(() => false));
    }
    expect(await eventTypes(wigan.mouId)).toContain('document.submitted');
  });

  test('twice at once submits once', async () => {
    await signEverything(wigan);
    expect((await Promise.all([submitAs('wiganDcs'), submitAs('wiganDcs')])).map(codeOf).sort()).toEqual(['accepted', 'already-submitted']);
    expect(await db.documentAct.count({ where: { documentId: wigan.selfViewId, kind: 'submitted' } })).toBe(1);
  });

  test('an unseen self-view is not found', async () => {
    await expect(submitAs('haltonDcs')).rejects.toThrow(NotFound);
    expect(codeOf(await submitAs('wiganAd'))).toBe('not-permitted');
  });
});

describe('accepting and returning', () => {
  test('acceptance opens the frozen self-view to the data group; not the memorandum', async () => {
    await acceptEverything(wigan);
    expect([await sees('dataGroupChair', wigan.selfViewId), await sees('dataGroupMember', wigan.mouId)]).toEqual([true, false]);
  });

  test('the region reads the version it was sent and no other', async () => {
    await acceptEverything(wigan);
    ok(await returnSubmission(await wigan.as('coordinator'), { documentId: wigan.selfViewId, which: 'self-view', reason: 'The grid is from last year.' }, OCTOBER));
    await writeSelfView(wigan.selfViewId, 'UNSENT words');
    ok(await putDocumentForSignature(await wigan.as('wiganDcs'), { documentId: wigan.selfViewId }, OCTOBER));
    const read = (role: Role, number: number) => wigan.as(role).then((actor) => loadVersion(actor, { documentId: wigan.selfViewId, number, beside: null }, OCTOBER));
    for (const role of ['coordinator', 'dataGroupChair'] as const) {
      expect(JSON.stringify(await read(role, 1))).not.toContain('UNSENT');
      await expect(read(role, 2)).rejects.toThrow(NotFound);
    }
    expect(JSON.stringify(await read('wiganPolicyOfficer', 2))).toContain('UNSENT');
  });

  test('what was returned is signed and submitted again, and the reason is there to read', async () => {
    await acceptEverything(wigan);
    const coordinator = await wigan.as('coordinator');
    ok(await returnSubmission(coordinator, { documentId: wigan.selfViewId, which: 'self-view', reason: 'The grid is from last year.' }, OCTOBER));
    const page = await loadSubmission(await wigan.as('wiganDcs'), wigan.selfViewId, OCTOBER);
    expect(page.returned).toEqual([{ which: 'self-view', reason: 'The grid is from last year.', at: OCTOBER }]);
    expect(page.missing).toEqual(['The self-view is not out for signature.']);
    await writeSelfView(wigan.selfViewId, 'This year’s');
    ok(await putDocumentForSignature(await wigan.as('wiganDcs'), { documentId: wigan.selfViewId }, OCTOBER));
    await signAs(await wigan.as('wiganLeadMember'), wigan.selfViewId);
    ok(await submitAs('wiganDcs'));
    expect(codeOf(await acceptSubmission(coordinator, { documentId: wigan.selfViewId }, OCTOBER))).toBe('accepted');
  });

  test('only the coordinator answers', async () => {
    await signEverything(wigan);
    ok(await submitAs('wiganDcs'));
    expect(codeOf(await acceptSubmission(await wigan.as('facilitator'), { documentId: wigan.selfViewId }, OCTOBER))).toBe('not-permitted');
    expect(codeOf(await returnSubmission(await wigan.as('wiganDcs'), { documentId: wigan.selfViewId, which: 'both', reason: 'No' }, OCTOBER))).toBe('not-permitted');
    await expect(acceptSubmission(await wigan.as('otherRegionsCoordinator'), { documentId: wigan.selfViewId }, OCTOBER)).rejects.toThrow(NotFound);
  });
});

test('the list of submissions is the coordinator’s: those that wait come first', async () => {
  await signEverything(wigan);
  ok(await submitAs('wiganDcs'));
  const { lines } = await loadSubmissions(await wigan.as('coordinator'), wigan.cycle.cycleId);
  expect(lines.map(({ authority, state, memorandum }) => [authority.name, state, memorandum])).toEqual([
    ['Wigan', 'waiting', 'submitted'],
    ['Halton', 'not-submitted', 'none'],
    ['Trafford', 'not-submitted', 'none'],
  ]);
  for (const role of ['facilitator', 'wiganDcs', 'dataGroupChair', 'boardChair', 'otherRegionsCoordinator'] as const) {
    await expect(loadSubmissions(await wigan.as(role), wigan.cycle.cycleId)).rejects.toThrow(NotFound);
  }
  await expect(loadSubmissions(await wigan.as('coordinator'), 'no-such-cycle')).rejects.toThrow(NotFound);
});

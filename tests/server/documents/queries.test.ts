import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadActivity } from '@/server/documents/activity/load';
import { loadSignPage } from '@/server/documents/sign-page/load';
import { loadVersion } from '@/server/documents/versions/load';
import { loadReleased } from '@/server/releases/load';
import { queriesOf } from '../../support/queries';
import { aCycle, OCTOBER, ok, signEverything, type Cycle } from './a-signed-cycle';

let wigan: Cycle;
beforeAll(async () => {
  wigan = await aCycle();
  await signEverything(wigan);
});

const THIRTY = Array.from({ length: 30 }, (_, index) => index);

/** The number of queries before and after there are thirty times as many rows. */
async function atOneAndAtThirty(load: () => Promise<unknown>, grow: () => Promise<unknown>) {
  await load();
  const one = await queriesOf(load);
  await grow();
  expect(await queriesOf(load)).toBe(one);
  return one;
}

test('a version costs the same with thirty versions before it, and so does the page that signs', async () => {
  const dcs = await wigan.as('wiganDcs');
  const grow = () => db.documentVersion.createMany({ data: THIRTY.map((index) => ({ documentId: wigan.mouId, number: index + 2, content: [], contentHash: String(index), createdAt: OCTOBER })) });
  const signing = () => loadSignPage(dcs, wigan.mouId, OCTOBER);
  await signing();
  const sign = await queriesOf(signing);
  expect(await atOneAndAtThirty(() => loadVersion(dcs, { documentId: wigan.mouId, number: 1, beside: null }, OCTOBER), grow)).toBeLessThanOrEqual(20);
  expect(await queriesOf(signing)).toBe(sign);
});

test('what happened costs the same for one event and for thirty', async () => {
  const dcs = await wigan.as('wiganDcs');
  const count = await atOneAndAtThirty(
    () => loadActivity(dcs, wigan.selfViewId, 1, OCTOBER),
    () => db.event.createMany({ data: THIRTY.map(() => ({ type: 'document.saved', at: OCTOBER, documentId: wigan.selfViewId, personId: dcs.personId, postId: dcs.as!.id, data: { section: 'Context' } })) }),
  );
  expect(count).toBeGreaterThan(0);
});

test('what is released to Ofsted costs the same for one release and for thirty', async () => {
  const ofsted = await wigan.as('ofsted');
  const dcs = await wigan.as('wiganDcs');
  const [audience] = ofsted.audiences;
  const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: wigan.selfViewId } });
  await db.share.create({ data: { documentId: wigan.selfViewId, audience: audience!, because: 'test', sinceAt: OCTOBER, frozenOnly: true } });
  const release = { documentId: wigan.selfViewId, versionId: version.id, audience: audience!, why: 'test', releasedAt: OCTOBER, releasedBy: dcs.personId, postId: dcs.as!.id };
  await db.release.create({ data: release });
  const count = await atOneAndAtThirty(() => loadReleased(ofsted, OCTOBER), () => db.release.createMany({ data: THIRTY.map(() => release) }));
  expect([count <= 5, ok(await loadReleased(ofsted, OCTOBER)).length]).toEqual([true, 31]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { FIRST_RULES, type XRayRule } from '@/domain/self-views/x-ray-rules';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { loadAdvice } from '@/server/self-views/advice/load';
import { changeAdvice } from '@/server/self-views/change-advice';
import { loadXRay } from '@/server/self-views/x-ray/load';
import { freshDatabase } from '../../support/database';
import { aSelfView, SUMMER, write } from './a-self-view';

let wigan: Awaited<ReturnType<typeof aSelfView>>;
beforeEach(async () => {
  await freshDatabase();
  wigan = await aSelfView();
});

const first = (kind: XRayRule['kind']) => FIRST_RULES.find((rule) => rule.kind === kind)!;
const seen = async (role: Parameters<typeof wigan.as>[0] = 'wiganAd') => loadXRay(await wigan.as(role), wigan.documentId, SUMMER);
const said = async () => (await seen())!.findings.filter(({ kind }) => kind !== 'section-empty').map(({ sentence }) => sentence);

describe('the advice before signature', () => {
  test('is made of what stands in the self-view and of the figures', async () => {
    const indicator = await db.indicator.findFirstOrThrow({ where: { topic: 'Front door', polarity: 'lower' } });
    const { Wigan } = wigan.cycle.places;
    const ad = await wigan.as('wiganAd');
    await db.figure.create({ data: { cycleId: wigan.cycle.cycleId, authorityId: Wigan!.authorityId, indicatorId: indicator.id, period: '2016/17', value: 30, previous: 20, enteredAt: SUMMER, enteredBy: ad.personId } });
    await write(ad, wigan.documentId, 'help-and-protection', { judgement: 'It is good, TBC.', confidence: 'high' }, 1);
    expect(await said()).toEqual([
      'Help and protection judges, and nothing stands under “How do you know?”.',
      expect.stringMatching(/^Help and protection is sure of itself, and .* moved the wrong way, from 20.* to 30.*\.$/),
      'In Help and protection, “What is it like to be a child who needs help here?” still says “TBC”.',
    ]);
  });

  test('knows where a figure stands among those of the region', async () => {
    const indicator = await db.indicator.findFirstOrThrow({ where: { topic: 'Front door', polarity: 'lower' } });
    const ad = await wigan.as('wiganAd');
    const own = wigan.cycle.places.Wigan!.authorityId;
    const others = await db.authority.findMany({ where: { region: { slug: 'north-west' }, id: { not: own } }, take: 9 });
    const figure = (authorityId: string, value: number) => ({ cycleId: wigan.cycle.cycleId, authorityId, indicatorId: indicator.id, period: '2016/17', value, enteredAt: SUMMER, enteredBy: ad.personId });
    await db.figure.createMany({ data: [figure(own, 90), ...others.map(({ id }, index) => figure(id, index * 10))] });
    await write(ad, wigan.documentId, 'help-and-protection', { judgement: 'It is good.', confidence: 'high' }, 1);
    expect((await said()).filter((sentence) => sentence.includes('weakest fifth'))).toEqual([`Help and protection is sure of itself, and ${indicator.name} (90${indicator.unit === '%' ? '%' : ` ${indicator.unit}`}) is in the weakest fifth of the region.`]);
    await db.figure.updateMany({ where: { authorityId: own }, data: { value: 45 } });
    expect((await said()).filter((sentence) => sentence.includes('weakest fifth'))).toEqual([]);
  });

  test('is read by the authority’s own people, who sign among them, and by nobody else', async () => {
    const readers: Record<string, boolean> = {};
    for (const role of ['wiganAd', 'wiganLeadMember', 'wiganContributor', 'haltonDcs', 'coordinator', 'dataGroupChair', 'boardChair', 'nobody'] as const) readers[role] = (await seen(role)) !== null;
    expect(readers).toEqual({ wiganAd: true, wiganLeadMember: true, wiganContributor: true, haltonDcs: false, coordinator: false, dataGroupChair: false, boardChair: false, nobody: false });
    await db.share.create({ data: { documentId: wigan.documentId, audience: `region-team:${(await wigan.as('coordinator')).as!.region.id}`, because: 'Submitted', sinceAt: SUMMER, frozenOnly: true } });
    expect(await seen('coordinator')).toBeNull();
  });

  test('is nothing for another kind of document', async () => {
    expect(await loadXRay(await wigan.as('wiganAd'), wigan.cycle.document('mou', 'Wigan'), SUMMER)).toBeNull();
  });
});

describe('its rules', () => {
  test('are changed by the coordinator, and hold at once', async () => {
    await write(await wigan.as('wiganAd'), wigan.documentId, 'help-and-protection', { judgement: 'It is good.' }, 1);
    const coordinator = await wigan.as('coordinator');
    const change = (rule: XRayRule, at = SUMMER) => changeAdvice(coordinator, rule, at);
    expect(isRefusal(await change({ ...first('judgement-without-evidence'), words: 'How is {section} known?' }))).toBe(false);
    expect(await said()).toEqual(['How is Help and protection known?']);
    expect(isRefusal(await change({ ...first('judgement-without-evidence'), on: false }, new Date(SUMMER.getTime() + 1000)))).toBe(false);
    expect(await said()).toEqual([]);
    expect((await loadAdvice(coordinator)).changed).toMatchObject({ version: 2, by: coordinator.name });
    expect((await db.event.findMany({ where: { type: 'advice.changed' }, orderBy: { at: 'asc' } })).map(({ data }) => (data as { what: string }).what)).toEqual(['changed', 'switched off']);
  });

  test('are changed by nobody else, and not into words that mean nothing', async () => {
    const rule = { ...first('no-voice'), on: false };
    for (const role of ['wiganDcs', 'facilitator', 'dataGroupChair'] as const) {
      expect(await changeAdvice(await wigan.as(role), rule, SUMMER)).toMatchObject({ refused: 'not-permitted' });
      await expect(loadAdvice(await wigan.as(role))).rejects.toThrow(NotFound);
    }
    const coordinator = await wigan.as('coordinator');
    expect(await changeAdvice(coordinator, { ...first('no-voice'), words: '{child} was not heard.' }, SUMMER)).toEqual({ refused: 'unknown-name', because: '{child} means nothing here. This sentence may name {section}.' });
    expect(await changeAdvice(coordinator, first('no-voice'), SUMMER)).toMatchObject({ refused: 'unchanged' });
    expect(await db.adviceRules.count()).toBe(0);
  });
});

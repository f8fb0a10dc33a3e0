import { beforeAll, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { contentHash } from '@/server/documents/content-hash';
import { findQuotableFigures } from '@/server/documents/figures/store';
import { findLiveText, findVersionText, missingIn } from '@/server/documents/store';
import { findDocument } from '@/server/documents/find-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { db } from '@/server/db';
import { enterFigure } from '@/server/figures/enter-figure';
import { loadReading, loadSection } from '@/server/self-views/load';
import { aSelfView, SUMMER, write } from '../self-views/a-self-view';

const PLACE = 'care-leavers';

let scene: Awaited<ReturnType<typeof aSelfView>>;
beforeAll(async () => {
  scene = await aSelfView();
  await placeEverywhere(await scene.as('wiganDcs'), scene.documentId);
});

test('a reference that leads nowhere is said where it stands, and keeps the text from being put out for signature', async () => {
  const { as, documentId } = scene;
  const director = await as('wiganDcs');
  await write(director, documentId, PLACE, { judgement: 'It is {{figure:nothing}}.' }, 1);
  expect((await findLiveText(db, documentId)).find(({ key }) => key === PLACE)!.content.judgement).toBe('It is **[There is no figure “nothing” here]**.');
  const doc = await findDocument(db, director, documentId, SUMMER);
  expect(await missingIn(db, doc)).toEqual(['there is no figure “nothing”, to which “Care leavers” refers']);
  expect(await putDocumentForSignature(director, { documentId }, SUMMER)).toEqual({ refused: 'incomplete', because: 'It cannot be signed yet: there is no figure “nothing”, to which “Care leavers” refers.' });
});

test('a text quotes a figure by reference, is frozen with its words, and stays as it was signed when the figure changes', async () => {
  const { as, cycle, documentId } = scene;
  const director = await as('wiganDcs');
  const enter = await figureEntry(cycle.cycleId, await as('coordinator'));
  await enter(7.4);
  await write(director, documentId, PLACE, { judgement: 'Fewer come back: {{figure:re-referrals}}.' }, 2);

  const live = await findLiveText(db, documentId);
  expect(live.find(({ key }) => key === PLACE)!.content.judgement).toBe('Fewer come back: 7.4\u00a0% (2017, England 8.1\u00a0%).');
  const put = await putDocumentForSignature(director, { documentId }, SUMMER);
  expect(isRefusal(put) && put.because).toBe(false);

  const later = new Date('2017-09-06T10:00:00Z');
  await enter(7.9, later);
  await enter(7.9, later);
  const version = await db.documentVersion.findFirstOrThrow({ where: { documentId }, orderBy: { number: 'desc' } });
  const frozen = await findVersionText(db, version.id);
  const section = frozen.find(({ key }) => key === PLACE)!;
  expect(section.content.judgement).toBe('Fewer come back: 7.4\u00a0% (2017, England 8.1\u00a0%).');
  expect(section.figures).toEqual([{ key: 're-referrals', name: 'Re-referrals within 12 months', words: '7.4\u00a0% (2017, England 8.1\u00a0%)', source: 'Census', enteredOn: '2017-09-04' }]);
  expect(version.contentHash).toBe(contentHash(frozen));
  // The words are part of what was hashed: another figure is another text.
  expect(contentHash(frozen.map((each) => (each === section ? { ...each, content: { ...each.content, judgement: 'Fewer come back: 7.5\u00a0% (2017, England 8.1\u00a0%).' } } : each)))).not.toBe(version.contentHash);

  // The draft goes on with the figure as it stands now, and says that it changed; a figure entered again unchanged does not.
  expect((await loadReading(director, documentId, later)).sections.find(({ key }) => key === PLACE)!.content.judgement).toBe('Fewer come back: 7.9\u00a0% (2017, England 8.1\u00a0%).');
  const { quotable, content } = await loadSection(director, documentId, PLACE, later);
  expect(content.judgement).toBe('Fewer come back: {{figure:re-referrals}}.');
  expect(quotable.find(({ key }) => key === 're-referrals')!.before).toEqual({ period: '2017', value: 7.4, marker: null, england: 8.1, until: '2017-09-06' });
});

test('a text quotes the figures of its own authority and cycle, and of no other', async () => {
  const { cycle } = scene;
  const [wigan, halton] = [await db.authority.findFirstOrThrow({ where: { shortName: 'Wigan' } }), await db.authority.findFirstOrThrow({ where: { shortName: 'Halton' } })];
  expect((await findQuotableFigures(db, { cycleId: cycle.cycleId, authorityId: wigan.id })).map(({ key, value }) => [key, value])).toEqual([['re-referrals', 7.9]]);
  expect(await findQuotableFigures(db, { cycleId: cycle.cycleId, authorityId: halton.id })).toEqual([]);
  expect(await findQuotableFigures(db, { cycleId: cycle.cycleId, authorityId: null })).toEqual([]);
});

/** The journey, so that the text can be put out for signature. */
async function placeEverywhere(actor: Actor, documentId: string) {
  const grid = await loadSection(actor, documentId, 'journey', SUMMER);
  const keys = [...grid.template.journey!.enablers.map(({ key }) => key), 'overall'];
  await write(actor, documentId, 'journey', Object.fromEntries(keys.flatMap((key) => [[`grid-${key}`, '2.early'], [`grid.${key}.rationale`, 'Because.']])), 1);
}

async function figureEntry(cycleId: string, coordinator: Actor) {
  const { regionId } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId } });
  const indicator = await db.indicator.findUniqueOrThrow({ where: { regionId_key: { regionId, key: 're-referrals' } } });
  const { id: authorityId } = await db.authority.findFirstOrThrow({ where: { shortName: 'Wigan' } });
  return async (value: number, at = SUMMER) => {
    const entered = await enterFigure(coordinator, { cycleId, authorityId, indicatorId: indicator.id, period: '2017', value, marker: null, england: 8.1, regional: null, neighbours: null, previous: null, source: 'Census' }, at);
    if (isRefusal(entered)) throw new Error(entered.because);
  };
}

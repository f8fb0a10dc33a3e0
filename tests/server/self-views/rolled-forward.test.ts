// A region runs several processes side by side: what an authority left open, and what it named, follows its own process.
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/server/db';
import { dateOf } from '@/server/days';
import { findEarlierViews, findOpenActions } from '@/server/self-views/store';

const ACTION = { finding: 'Help ends too soon', impact: 'Children are safe', measure: 'Under 20%', owner: 'DCS', dueOn: dateOf('2018-04-30'), createdAt: dateOf('2018-01-30') };
let regionId: string;
let authorityId: string;
const cycles: Record<string, string> = {};

async function aCycle(name: string, { of, anchorOn, previous, action, view = false }: { of: string; anchorOn: string; previous?: string; action?: string; view?: boolean }): Promise<void> {
  const template = await db.processTemplate.findFirstOrThrow({ where: { regionId, key: of } });
  const group = await db.group.findFirstOrThrow({ where: { regionId } });
  const { id } = await db.cycle.create({ data: { regionId, templateId: template.id, name, anchorOn: dateOf(anchorOn), startsOn: dateOf(anchorOn), endsOn: dateOf(anchorOn), openedAt: dateOf(anchorOn), previousId: previous ? cycles[previous]! : null } });
  cycles[name] = id;
  const place = await db.cycleAuthority.create({ data: { cycleId: id, authorityId, groupId: group.id, wave: 'all' } });
  const document = { regionId, cycleId: id, authorityId, createdAt: dateOf(anchorOn) };
  if (action) {
    const plan = await db.document.create({ data: { ...document, kind: 'action-plan' } });
    await db.action.create({ data: { ...ACTION, action, documentId: plan.id, cycleAuthorityId: place.id, ordinal: 1 } });
  }
  if (view) await db.document.create({ data: { ...document, kind: 'self-view', sections: { create: { key: 'context', ordinal: 1, title: 'Context', content: { changes: name }, savedAt: dateOf(anchorOn) } } } });
}

beforeAll(async () => {
  const wigan = await db.authority.findFirstOrThrow({ where: { shortName: 'Wigan' } });
  [regionId, authorityId] = [wigan.regionId, wigan.id];
  await aCycle('2016/17', { of: 'annual-cycle', anchorOn: '2016-11-24', action: 'of 2016', view: true });
  await aCycle('2017/18', { of: 'annual-cycle', anchorOn: '2017-11-23', previous: '2016/17', action: 'of 2017', view: true });
  await aCycle('triads', { of: 'triads-and-quartets', anchorOn: '2018-02-01', action: 'of the triad' });
  await aCycle('health check', { of: 'paired-health-check', anchorOn: '2018-04-25' });
  await aCycle('2018/19', { of: 'annual-cycle', anchorOn: '2018-11-22', previous: '2017/18' });
  await aCycle('short form', { of: 'annual-self-assessment', anchorOn: '2018-11-30', previous: '2017/18' });
});

const at = (name: string) => ({ authorityId, cycleId: cycles[name]! });

it('open actions come from the last cycle of the same process, or from the one that was rolled forward', async () => {
  const textsOf = async (name: string) => (await findOpenActions(db, at(name))).map(({ cycle, text }) => [cycle, text]);
  expect(await textsOf('2018/19')).toEqual([['2017/18', 'of 2017']]);
  expect(await textsOf('short form')).toEqual([['2017/18', 'of 2017']]);
  expect(await textsOf('health check')).toEqual([['triads', 'of the triad']]);
  expect(await textsOf('2016/17')).toEqual([]);
});

it('what was named is followed through the years of the process, and into another that goes on from it', async () => {
  const cyclesOf = async (name: string) => (await findEarlierViews(db, at(name))).map(({ cycle, sections }) => [cycle, sections[0]!.content.changes]);
  expect(await cyclesOf('2018/19')).toEqual([['2017/18', '2017/18'], ['2016/17', '2016/17']]);
  expect(await cyclesOf('short form')).toEqual([['2017/18', '2017/18'], ['2016/17', '2016/17']]);
  expect(await cyclesOf('2016/17')).toEqual([]);
});

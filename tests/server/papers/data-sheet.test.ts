// A data sheet that is filled in from figures stands ready as soon as they are entered, with the years before, and is left alone once
// somebody has written in it.
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { enterFigure } from '@/server/figures/enter-figure';
import { uploadFigures } from '@/server/figures/upload-figures';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openProcess, type DraftProcess, type TestProcess } from '../../support/process';
import { ok } from '../documents/a-signed-cycle';

const OPENED = new Date('2017-07-26T09:00:00Z');
const LATER = new Date('2017-10-20T09:00:00Z');
const SHEETS: DraftProcess = {
  title: 'A process with data sheets',
  grouping: { is: 'one' },
  leads: 'none',
  papers: [{ key: 'sheet', name: 'data sheet', per: 'authority', by: 'data-group-chair', fills: 'critical-indicators', sections: [{ key: 'figures', title: 'Figures', fields: [{ key: 'text', kind: 'text', label: 'Figures' }] }] }],
  anchorName: 'Day 0',
  spans: { from: -120, to: 120 },
  phases: [{ key: 'all', name: 'All' }],
  waves: [{ key: 'all', name: 'All', forumOffsets: [0] }],
  steps: [
    { key: 'open', name: 'Opened', act: 'Open it', heading: ['Opened'], phase: 'all', per: 'region', who: ['sli-coordinator'], due: { from: 'anchor', offset: -120 }, doneWhen: 'cycle-opened' },
    { key: 'sheet', name: 'Sheet issued', act: 'Issue the sheet', heading: ['Sheet'], phase: 'all', per: 'authority', who: ['data-group-chair'], paper: 'sheet', due: { from: 'anchor', offset: -80 }, doneWhen: 'handed-over', opensTo: ['authority'] },
  ],
};

let people: Record<Role, string>;
let before: TestProcess;
let now: TestProcess;
const as = (role: Role, at = LATER) => actorFor(people[role], at);
const sheet = async (authority: string) => {
  const section = await db.section.findFirstOrThrow({ where: { documentId: now.paper('sheet', authority), key: 'figures' } });
  return { text: (section.content as { text?: string }).text ?? '', version: section.version };
};

beforeAll(async () => {
  people = await castPeople();
  const coordinator = await as('coordinator', OPENED);
  const opened = (name: string, anchorOn: string) => openProcess(coordinator, SHEETS, { at: OPENED, authorities: ['Wigan', 'Halton'], name, anchorOn });
  before = await opened('An earlier one', '2017-11-01');
  now = await opened('2017/18', '2017-11-23');
  const { id: indicatorId } = await db.indicator.findFirstOrThrow({ where: { region: { slug: 'north-west' }, polarity: 'higher' }, orderBy: { key: 'asc' } });
  const { id: authorityId } = await db.authority.findFirstOrThrow({ where: { shortName: 'Wigan' } });
  await db.figure.create({ data: { cycleId: before.cycleId, authorityId, indicatorId, period: '2015', value: 50, enteredAt: OPENED, enteredBy: people.coordinator } });
});

test('figures that are entered stand in the sheets of their authorities, with the years before and in words', async () => {
  const { key, name } = await db.indicator.findFirstOrThrow({ where: { region: { slug: 'north-west' }, polarity: 'higher' }, orderBy: { key: 'asc' } });
  ok(await uploadFigures(await as('coordinator'), { cycleId: now.cycleId, file: `authority,indicator,period,value\nWigan,${key},2017,61.5` }, LATER));
  const { text } = await sheet('Wigan');
  expect(text).toContain(`| ${name} | 50`);
  expect(text).toContain('(2017) | Rose, better than in 2015 |');
  expect([(await sheet('Halton')).text, await db.event.count({ where: { type: 'paper.saved' } })]).toEqual(['', 1]);
});

test('a figure of an earlier cycle is followed by the sheets of later ones, which go on following their own', async () => {
  const { id: indicatorId } = await db.indicator.findFirstOrThrow({ where: { region: { slug: 'north-west' }, polarity: 'higher' }, orderBy: { key: 'asc' } });
  const { id: authorityId } = await db.authority.findFirstOrThrow({ where: { shortName: 'Wigan' } });
  const enter = async (cycleId: string, period: string, value: number) => ok(await enterFigure(await as('coordinator'), { cycleId, authorityId, indicatorId, period, value, marker: null, england: null, regional: null, neighbours: null, previous: null, source: '' }, LATER));
  await enter(before.cycleId, '2015', 70);
  expect((await sheet('Wigan')).text).toContain('| Fell, less well than in 2015 |');
  await enter(now.cycleId, '2017', 71);
  expect((await sheet('Wigan')).text).toContain('| Rose, better than in 2015 |');
  await enter(before.cycleId, '2015', 50);
});

test('later figures are followed until somebody writes in the sheet', async () => {
  const { id: indicatorId } = await db.indicator.findFirstOrThrow({ where: { region: { slug: 'north-west' }, polarity: 'higher' }, orderBy: { key: 'asc' } });
  const { id: authorityId } = await db.authority.findFirstOrThrow({ where: { shortName: 'Wigan' } });
  const enter = async (value: number) => ok(await enterFigure(await as('coordinator'), { cycleId: now.cycleId, authorityId, indicatorId, period: '2017', value, marker: null, england: null, regional: null, neighbours: null, previous: null, source: '' }, LATER));
  await enter(48);
  expect((await sheet('Wigan')).text).toContain('| Fell, less well than in 2015 |');
  const documentId = now.paper('sheet', 'Wigan');
  await db.section.updateMany({ where: { documentId }, data: { content: { text: 'By hand.' } } });
  await enter(70);
  expect((await sheet('Wigan')).text).toBe('By hand.');
});

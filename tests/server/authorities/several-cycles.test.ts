// An authority that takes part in two processes, moderates in the second for another, and has moderators and partner agencies of its own.
import { beforeAll, expect, test } from 'vitest';
import { loadAuthority } from '@/server/authorities/load';
import { loadHasPlace } from '@/server/board/load';
import { db } from '@/server/db';
import { loadMyWork } from '@/server/my-work/load';
import { NORTH_WEST_PROCESS } from '../../../prisma/reference/processes/north-west-annual-cycle';
import { openProcess, type TestProcess } from '../../support/process';
import { queriesOf } from '../../support/queries';
import { aProcessOfRoles, AUTHORITIES, OCTOBER, OPENED, type ProcessOfRoles } from '../roles/a-process-of-roles';

let region: ProcessOfRoles;
let annual: TestProcess;
const page = async (role: Parameters<ProcessOfRoles['as']>[0], slug: string, cycleId: string | null = null) => loadAuthority(await region.as(role), slug, cycleId, OCTOBER);

beforeAll(async () => {
  region = await aProcessOfRoles({ name: '2017/18 moderation', peers: [['moderator', 'Wigan', 'Stockport'], ['moderator', 'Wigan', 'Trafford']] });
  annual = await openProcess(await region.as('coordinator', OPENED), NORTH_WEST_PROCESS, { name: '2017/18', authorities: [...AUTHORITIES, 'Bury', 'Blackpool'], at: OPENED });
});

test('opens on the cycle in which most take part, and names the others under way', async () => {
  const { place, cycles } = await page('wiganDcs', 'wigan');
  expect([place!.cycle.name, cycles.map(({ name, isOpen }) => [name, isOpen])]).toEqual(['2017/18', [['2017/18', true], ['2017/18 moderation', true]]]);
  const other = (await page('wiganDcs', 'wigan', region.process.cycleId)).place!;
  expect([other.cycle.name, other.group, other.wave, other.knowsForums]).toEqual(['2017/18 moderation', 'Wigan and Halton', null, false]);
});

test('says what it does elsewhere to its own side and to readers of the board', async () => {
  const parts = async (role: Parameters<ProcessOfRoles['as']>[0]) => (await page(role, 'stockport')).parts.filter(({ cycle }) => cycle.id === region.process.cycleId).map(({ as, of }) => [as, of.name]);
  expect([await parts('stockportDataLead'), await parts('boardMember'), await parts('wiganDcs')]).toEqual([[['moderator', 'Wigan']], [['moderator', 'Wigan']], []]);
});

test('shows whoever has a part in its place that part of its steps, and no more', async () => {
  const seen = async (role: Parameters<ProcessOfRoles['as']>[0]) => {
    const { place } = await page(role, 'wigan', region.process.cycleId);
    return [place!.journey === null, place!.ownPart.map(({ name }) => name).sort()];
  };
  expect(await seen('stockportDcs')).toEqual([true, ['Moderated', 'Moderators thanked']]);
  expect(await seen('wiganPartnershipChair')).toEqual([true, ['Partners briefed', 'Partnership statement']]);
  expect(await seen('rochdaleDcs')).toEqual([true, []]);
  expect((await seen('wiganLeadMember'))[0]).toBe(false);
});

test('costs three queries, and My work names the cycle of each task', async () => {
  const dcs = await region.as('wiganDcs');
  expect(await queriesOf(() => loadAuthority(dcs, 'wigan', annual.cycleId, OCTOBER))).toBe(3);
  const { work, cycles } = await loadMyWork(dcs, OCTOBER);
  expect(cycles.map(({ name }) => name).sort()).toEqual(['2017/18', '2017/18 moderation']);
  const named = [...work.late, ...work.week, ...work.later].map(({ cycle }) => cycle);
  expect([...new Set(named)].sort()).toEqual(['2017/18', '2017/18 moderation']);
  const moderator = await loadMyWork(await region.as('stockportDcs'), OCTOBER);
  expect([...moderator.work.late, ...moderator.work.week, ...moderator.work.later].filter(({ cycle }) => cycle === '2017/18 moderation').map(({ act }) => act)).toEqual(['Write moderation comments: Wigan', 'Say what you learnt: Wigan', 'Write what was found']);
});

test('names the set by where all sets stand, to those who follow the cycle alone', async () => {
  const sets = async (role: Parameters<ProcessOfRoles['as']>[0], cycleId: string) => (await page(role, 'wigan', cycleId)).place!.setsPage;
  const { cycleId } = region.process;
  expect([await sets('rochdaleDcs', cycleId), await sets('wiganDcs', annual.cycleId), await sets('wiganPartnershipChair', cycleId)]).toEqual([`/cycles/${cycleId}/sets`, null, null]);
});

test('opens on a cycle that has begun before one that has not, however many take part; a cycle without a place leads elsewhere', async () => {
  await db.cycle.update({ where: { id: annual.cycleId }, data: { startsOn: new Date('2017-12-01') } });
  await db.cycle.update({ where: { id: region.process.cycleId }, data: { startsOn: new Date('2017-09-01') } });
  expect((await page('wiganDcs', 'wigan')).place!.cycle.name).toBe('2017/18 moderation');
  const dcs = await region.as('wiganDcs');
  expect(await Promise.all([annual.cycleId, region.process.templateId, 'none'].map((cycleId) => loadHasPlace(dcs, cycleId)))).toEqual([true, false, false]);
  expect(await loadHasPlace(await region.as('coordinator'), annual.cycleId)).toBe(false);
});

import { expect, test } from 'vitest';
import { db } from '@/server/db';
import { repeatPastCycles } from '../../scripts/bench/past-cycles.mjs';

test('past cycles are repeated with all that belongs to them, and the present one is left as it is', async () => {
  const template = await db.processTemplate.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const authority = await db.authority.findFirstOrThrow({ where: { regionId: template.regionId } });
  const open = async (name: string, startsOn: string) => {
    const days = { anchorOn: new Date(startsOn), startsOn: new Date(startsOn), endsOn: new Date(startsOn) };
    const cycle = await db.cycle.create({ data: { regionId: template.regionId, templateId: template.id, name, ...days, openedAt: new Date(startsOn) } });
    const of = { regionId: template.regionId, cycleId: cycle.id, authorityId: authority.id };
    const document = await db.document.create({ data: { ...of, kind: 'self-view', createdAt: new Date(startsOn) } });
    await db.event.create({ data: { type: 'cycle.opened', at: new Date(startsOn), cycleId: cycle.id, documentId: document.id } });
    return cycle;
  };
  const past = await open('2024/25', '2024-09-01');
  await db.cycle.update({ where: { id: past.id }, data: { closedAt: new Date('2025-08-31') } });
  const present = await open('2025/26', '2025-09-01');

  await repeatPastCycles(process.env.DATABASE_URL!, { from: 1, to: 5 });

  const cycles = await db.cycle.findMany({ orderBy: { startsOn: 'desc' }, include: { documents: { include: { events: true } } } });
  expect(cycles.map(({ name }) => name)).toEqual(['2025/26', '2024/25', '2024/25 (1)', '2024/25 (2)', '2024/25 (3)', '2024/25 (4)']);
  expect(cycles.map(({ documents }) => documents.map(({ events }) => events.length))).toEqual([[1], [1], [1], [1], [1], [1]]);
  expect(cycles.map(({ id, documents }) => documents[0]?.events[0]?.cycleId === id)).toEqual([true, true, true, true, true, true]);
  expect(cycles.slice(0, 2).map(({ id }) => id)).toEqual([present.id, past.id]);
});

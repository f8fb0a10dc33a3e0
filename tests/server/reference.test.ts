import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { processTemplate } from '@/domain/processes/template';
import { documentTemplate } from '@/domain/documents/template';
import { dayOrNull } from '@/server/days';
import { db } from '@/server/db';
import { loadReference } from '../../prisma/reference/load-reference';

const published = new URL('../../../shared/data/', import.meta.url);

it('knows the nine regions and their 153 authorities of today', async () => {
  const regions = await db.region.findMany({ orderBy: { name: 'asc' }, include: { authorities: { where: { endedOn: null } } } });
  expect(regions.map(({ name, authorities }) => [name, authorities.length])).toEqual([
    ['East Midlands', 10],
    ['East of England', 11],
    ['London', 33],
    ['North East', 12],
    ['North West', 24],
    ['South East', 19],
    ['South West', 15],
    ['West Midlands', 14],
    ['Yorkshire and The Humber', 15],
  ]);
});

it('keeps the abolished ones with their last day', async () => {
  const ended = await db.authority.findMany({ where: { endedOn: { not: null } }, orderBy: { dfeCode: 'asc' } });
  expect(ended.map(({ dfeCode, gssCode, shortName, endedOn }) => [dfeCode, gssCode, shortName, dayOrNull(endedOn)])).toEqual([
    ['835', 'E10000009', 'Dorset County', '2019-03-31'],
    ['836', 'E06000029', 'Poole', '2019-03-31'],
    ['837', 'E06000028', 'Bournemouth', '2019-03-31'],
    ['909', 'E10000006', 'Cumbria', '2023-03-31'],
    ['928', 'E10000021', 'Northamptonshire', '2021-03-31'],
  ]);
});

it('groups the 23 that the North West had in 2017/18 by eight, eight and seven', async () => {
  const began = new Date('2017-09-01');
  const groups = await db.group.findMany({
    orderBy: { ordinal: 'asc' },
    include: {
      leadAuthority: true,
      region: true,
      members: { where: { authority: { AND: [{ OR: [{ startedOn: null }, { startedOn: { lt: began } }] }, { OR: [{ endedOn: null }, { endedOn: { gt: began } }] }] } } },
    },
  });
  expect(groups.map(({ region, name, leadAuthority, members }) => [region.groupWord, name, leadAuthority?.shortName, members.length])).toEqual([
    ['BPN', 'Blackburn with Darwen', 'Blackburn with Darwen', 8],
    ['BPN', 'Trafford', 'Trafford', 8],
    ['BPN', 'Rochdale', 'Rochdale', 7],
  ]);
});

it('holds the templates and indicators in the shape that the domain asks for', async () => {
  const process = await db.processTemplate.findFirstOrThrow();
  expect(processTemplate.parse(process.definition).steps.length).toBeGreaterThan(20);
  const formats = await db.documentTemplate.findMany({ orderBy: { kind: 'asc' } });
  expect(formats.map(({ kind, definition }) => [kind, documentTemplate.parse(definition).sections.length > 0])).toEqual([
    ['mou', true],
    ['programme', true],
    ['regional-profile', true],
    ['self-view', true],
  ]);
  expect(await db.indicator.count()).toBe(9 * 65);
});

it('changes nothing when it is loaded again, and mends what differs', async () => {
  const all = async () => JSON.stringify([await db.authority.findMany({ orderBy: { dfeCode: 'asc' } }), await db.groupMember.count(), await db.indicator.count(), await db.documentTemplate.count()]);
  const before = await all();
  await loadReference();
  expect(await all()).toBe(before);
  await db.authority.update({ where: { dfeCode: '370' }, data: { gssCode: 'E08000016' } });
  await loadReference();
  expect(await all()).toBe(before);
});

it.skipIf(!existsSync(published))('agrees with the published codes (skipped where ../shared/data is not there)', async () => {
  const rows = readFileSync(new URL('local_authorities.csv', published), 'utf8').trim().split('\n').slice(1).map(fields);
  const wanted = rows.map(([gss, dfe, name, , region]) => `${dfe} ${gss} ${name}, ${region}`).sort();
  const stored = await db.authority.findMany({ where: { endedOn: null }, include: { region: true } });
  expect(stored.map((authority) => `${authority.dfeCode} ${authority.gssCode} ${authority.name}, ${authority.region.name}`).sort()).toEqual(wanted);
});

/** The fields of a line of comma-separated values. */
function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

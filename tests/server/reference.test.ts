import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { processTemplate } from '@/domain/processes/template';
import { documentTemplate } from '@/domain/documents/template';
import { dayOrNull } from '@/server/days';
import { db } from '@/server/db';
import { loadReference } from '../../prisma/reference/load-reference';
import { SHIPPED_PROCESSES } from '../../prisma/reference/processes/shipped-processes';
import { SHIPPED_FORMATS } from '../../prisma/reference/shipped-formats';

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

it('holds every shipped process and format in every region, in the shape that the domain asks for', async () => {
  const processes = await db.processTemplate.findMany();
  expect(processes).toHaveLength(9 * SHIPPED_PROCESSES.length);
  expect(processes.every(({ version, origin, publishedAt }) => version === 1 && origin === 'shipped' && publishedAt !== null)).toBe(true);
  const ofOne = processes.filter(({ regionId }) => regionId === processes[0]!.regionId);
  expect(new Map(ofOne.map(({ key, definition }) => [key, processTemplate.parse(definition)]))).toEqual(new Map(SHIPPED_PROCESSES.map(({ key, definition }) => [key, definition])));
  const formats = await db.documentTemplate.findMany();
  expect(formats.map(({ kind, key }) => `${kind} ${key}`.trim()).sort()).toEqual(
    [...Array(9)].flatMap(() => SHIPPED_FORMATS.map(({ kind, key }) => `${kind} ${key}`.trim())).sort(),
  );
  expect(formats.every(({ definition }) => documentTemplate.parse(definition).sections.length > 0)).toBe(true);
  expect(await db.indicator.count()).toBe(9 * 65);
});

const everything = async () =>
  JSON.stringify([
    await db.authority.findMany({ orderBy: { dfeCode: 'asc' } }),
    await db.groupMember.count(),
    await db.indicator.count(),
    await db.documentTemplate.findMany({ orderBy: { id: 'asc' } }),
    await db.processTemplate.findMany({ orderBy: { id: 'asc' } }),
  ]);

it('changes nothing when it is loaded again, and mends what differs', async () => {
  const before = await everything();
  await loadReference();
  expect(await everything()).toBe(before);
  await db.authority.update({ where: { dfeCode: '370' }, data: { gssCode: 'E08000016' } });
  await db.processTemplate.updateMany({ where: { key: 'annual-cycle' }, data: { definition: {} } });
  await db.documentTemplate.updateMany({ where: { kind: 'mou' }, data: { definition: {} } });
  await loadReference();
  expect(await everything()).toBe(before);
});

it('never changes a version that a cycle or a document uses, nor one of the region’s own: the new words come after it', async () => {
  const region = await db.region.findUniqueOrThrow({ where: { slug: 'london' } });
  const of = { regionId: region.id, key: 'annual-cycle' };
  const old = await db.processTemplate.update({ where: { regionId_key_version: { ...of, version: 1 } }, data: { definition: { old: true } } });
  const days = { anchorOn: new Date('2017-11-23'), startsOn: new Date('2017-07-26'), endsOn: new Date('2018-07-24') };
  const cycle = await db.cycle.create({ data: { regionId: region.id, templateId: old.id, name: '2017/18', ...days, openedAt: new Date('2017-07-26') } });
  await db.processTemplate.create({ data: { ...of, version: 2, name: 'Our own way', definition: { own: true }, origin: 'own' } });
  const format = await db.documentTemplate.update({ where: { regionId_kind_key_version: { regionId: region.id, kind: 'self-view', key: '', version: 1 } }, data: { definition: { old: true } } });
  await db.document.create({ data: { kind: 'self-view', regionId: region.id, cycleId: cycle.id, templateId: format.id, createdAt: new Date('2017-07-26') } });

  await loadReference();
  await loadReference();

  const versions = await db.processTemplate.findMany({ where: of, orderBy: { version: 'asc' } });
  expect(versions.map(({ version, name, origin }) => [version, name, origin])).toEqual([
    [1, 'Annual peer challenge in forums', 'shipped'],
    [2, 'Our own way', 'own'],
    [3, 'Annual peer challenge in forums', 'shipped'],
  ]);
  expect([versions[0]!.definition, versions[1]!.definition]).toEqual([{ old: true }, { own: true }]);
  expect(processTemplate.parse(versions[2]!.definition)).toEqual(SHIPPED_PROCESSES[0]!.definition);
  const formats = await db.documentTemplate.findMany({ where: { regionId: region.id, kind: 'self-view', key: '' }, orderBy: { version: 'asc' } });
  expect(formats.map(({ version }) => version)).toEqual([1, 2]);
  expect(formats[0]!.definition).toEqual({ old: true });
});

it('needs no new version for a word that the product has come to have', async () => {
  const region = await db.region.findUniqueOrThrow({ where: { slug: 'london' } });
  const of = { regionId: region.id, key: 'triads-and-quartets' };
  const { id, definition } = await db.processTemplate.findUniqueOrThrow({ where: { regionId_key_version: { ...of, version: 1 } } });
  const words = { ...processTemplate.parse(definition).words, selfView: undefined };
  await db.processTemplate.update({ where: { id }, data: { definition: JSON.parse(JSON.stringify({ ...(definition as object), words })) } });
  const days = { anchorOn: new Date('2017-11-23'), startsOn: new Date('2017-07-26'), endsOn: new Date('2018-07-24') };
  await db.cycle.create({ data: { regionId: region.id, templateId: id, name: 'Triads', ...days, openedAt: new Date('2017-07-26') } });
  await loadReference();
  expect(await db.processTemplate.count({ where: of })).toBe(1);
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

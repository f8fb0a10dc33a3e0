import { slugOf } from '@/domain/register';
import { dateOf, dayOrNull } from '@/server/days';
import { db } from '@/server/db';
import { REGIONS, type AuthorityFacts } from './authorities';
import { INDICATORS } from './indicators';
import { loadTemplates } from './load-templates';
import { NORTH_WEST_GROUPS } from './north-west-groups';

/** Regions, authorities, groups, indicators and templates: brings what is stored up to the data in this folder. Loading twice changes nothing. */
export async function loadReference(): Promise<void> {
  await loadRegions();
  await loadAuthorities();
  await loadNorthWestGroups();
  await loadIndicators();
  await loadTemplates();
}

async function loadRegions(): Promise<void> {
  const wanted = REGIONS.map(({ gss, slug, name, groupWord }) => ({ gssCode: gss, slug, name, groupWord }));
  await db.region.createMany({ data: wanted, skipDuplicates: true });
}

async function loadAuthorities(): Promise<void> {
  const regionIds = new Map((await db.region.findMany()).map((region) => [region.gssCode, region.id]));
  const wanted = REGIONS.flatMap((region) => region.authorities.map((facts) => authorityRow(facts, regionIds.get(region.gss)!)));
  await adoptEntered(wanted);
  await db.authority.createMany({ data: wanted, skipDuplicates: true });
  const stored = new Map((await db.authority.findMany()).map((authority) => [authority.dfeCode, authority]));
  for (const facts of wanted) {
    const { id, ...before } = stored.get(facts.dfeCode)!;
    const row = withItsEnd(facts, before);
    if (isSame(row, before)) continue;
    await db.authority.update({ where: { id }, data: row });
  }
}

/** What a region entered before it was here has no codes: by its name it is found again, and stays the same authority. */
async function adoptEntered(wanted: readonly ReturnType<typeof authorityRow>[]): Promise<void> {
  for (const { id, ...before } of await db.authority.findMany({ where: { dfeCode: null } })) {
    const facts = wanted.find(({ slug }) => slug === before.slug);
    if (facts) await db.authority.update({ where: { id }, data: withItsEnd(facts, before) });
  }
}

/** A last day that a region gave stands until the data here has one. */
function withItsEnd<Row extends { endedOn: Date | null }>(facts: Row, before: { endedOn: Date | null }): Row {
  return { ...facts, endedOn: facts.endedOn ?? before.endedOn };
}

function authorityRow([dfeCode, gssCode, name, kind, more]: AuthorityFacts, regionId: string) {
  const shortName = more?.short ?? name;
  return {
    regionId,
    dfeCode,
    gssCode,
    name,
    shortName,
    slug: slugOf(shortName),
    kind,
    startedOn: more?.from ? dateOf(more.from) : null,
    endedOn: more?.until ? dateOf(more.until) : null,
  };
}

type AuthorityRow = Omit<ReturnType<typeof authorityRow>, 'kind' | 'dfeCode' | 'gssCode'> & { kind: string; dfeCode: string | null; gssCode: string | null };

function isSame(a: AuthorityRow, b: AuthorityRow): boolean {
  const plain = ({ startedOn, endedOn, ...rest }: AuthorityRow) =>
    [rest.regionId, rest.dfeCode, rest.gssCode, rest.name, rest.shortName, rest.slug, rest.kind, dayOrNull(startedOn), dayOrNull(endedOn)].join('|');
  return plain(a) === plain(b);
}

async function loadNorthWestGroups(): Promise<void> {
  const region = await db.region.findUniqueOrThrow({ where: { slug: 'north-west' }, include: { authorities: { select: { id: true, shortName: true } } } });
  const authorityIds = new Map(region.authorities.map((authority) => [authority.shortName, authority.id]));
  await db.group.createMany({
    data: NORTH_WEST_GROUPS.map(({ name }, index) => ({ regionId: region.id, name, ordinal: index + 1, leadAuthorityId: authorityIds.get(name)! })),
    skipDuplicates: true,
  });
  const groupIds = new Map((await db.group.findMany({ where: { regionId: region.id } })).map((group) => [group.name, group.id]));
  await db.groupMember.createMany({
    data: NORTH_WEST_GROUPS.flatMap(({ name, members }) => members.map((member) => ({ groupId: groupIds.get(name)!, authorityId: authorityIds.get(member)! }))),
    skipDuplicates: true,
  });
}

async function loadIndicators(): Promise<void> {
  const regions = await db.region.findMany({ select: { id: true } });
  const wanted = Object.entries(INDICATORS).flatMap(([topic, indicators]) => indicators.map(([key, name, unit, polarity]) => ({ key, name, topic, unit, polarity })));
  await db.indicator.createMany({ data: regions.flatMap(({ id }) => wanted.map((indicator) => ({ regionId: id, ...indicator }))), skipDuplicates: true });
}

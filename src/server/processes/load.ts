import type { Refusal } from '@/domain/decision';
import type { Actor, Day, HeldPost } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import type { ProcessFacts } from '@/domain/processes/compose/change-process';
import { notNextVersion, notToPublish } from '@/domain/processes/compose/drafts';
import { processFile } from '@/domain/processes/compose/process-file';
import { whatChanged, type Changed } from '@/domain/processes/compose/what-changed';
import type { RegionInTheDry } from '@/domain/processes/dry-run';
import { faultsOf, type Fault } from '@/domain/processes/template-faults';
import { dayOf, dayOrNull } from '../days';
import { db } from '../db';
import { NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';
import { findFamilies, findPrevious, findProcess, readableBy, regionsOf } from './store';

export interface ProcessLine {
  key: string;
  title: string;
  about: string;
  origin: string;
  region: string;
  steps: number;
  /** The newest version that a cycle can be opened from. */
  current: { id: string; version: number; publishedAt: Date } | null;
  draft: { id: string; version: number; changedAt: Date } | null;
  /** The last one that was published, where none is in use any more. */
  withdrawn: { id: string; version: number; withdrawnAt: Date } | null;
  /** How many cycles run or ran by each version. */
  cycles: readonly { version: number; open: number; closed: number }[];
}

/** The processes of the actor's regions as far as they may read them; throws NotFound for those who follow none. */
export async function listProcesses(actor: Actor): Promise<{ processes: ProcessLine[]; as: HeldPost | null }> {
  if (regionsOf(actor).length === 0) throw new NotFound();
  const rows = await db.processTemplate.findMany({
    where: readableBy(actor),
    include: { region: { select: { name: true } }, cycles: { select: { closedAt: true } } },
    orderBy: [{ region: { name: 'asc' } }, { key: 'asc' }, { version: 'desc' }],
  });
  const families = new Map<string, typeof rows>();
  for (const row of rows) families.set(`${row.regionId}|${row.key}`, [...(families.get(`${row.regionId}|${row.key}`) ?? []), row]);
  const processes = [...families.values()].map((versions): ProcessLine => {
    const current = versions.find(({ publishedAt, withdrawnAt }) => publishedAt && !withdrawnAt);
    const draft = versions.find(({ publishedAt }) => !publishedAt);
    const withdrawn = current ? undefined : versions.find(({ withdrawnAt }) => withdrawnAt);
    const shown = current ?? draft ?? versions[0]!;
    // Of the definition only what a line says of it: the rest is neither needed nor read.
    const { about, steps } = shown.definition as { about?: string; steps: unknown[] };
    return {
      key: shown.key,
      title: shown.name,
      about: about ?? '',
      origin: versions.at(-1)!.origin,
      region: shown.region.name,
      steps: steps.length,
      current: current ? { id: current.id, version: current.version, publishedAt: current.publishedAt! } : null,
      draft: draft ? { id: draft.id, version: draft.version, changedAt: draft.changedAt } : null,
      withdrawn: withdrawn ? { id: withdrawn.id, version: withdrawn.version, withdrawnAt: withdrawn.withdrawnAt! } : null,
      cycles: versions.filter(({ cycles }) => cycles.length > 0).map(({ version, cycles }) => ({ version, open: cycles.filter(({ closedAt }) => !closedAt).length, closed: cycles.filter(({ closedAt }) => closedAt).length })),
    };
  });
  return { processes, as: composer(actor, actor.as?.region.id ?? '') };
}

const composer = (actor: Actor, regionId: string): HeldPost | null => capacityFor(actor, 'process.compose', { regionId });

export interface VersionLine {
  id: string;
  version: number;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  /** What is different from the version before it; null of the first. */
  changes: readonly Changed[] | null;
  cycles: readonly { id: string; name: string; closed: boolean }[];
}

export interface ProcessPage {
  process: ProcessFacts & { changedAt: Date };
  region: string;
  faults: readonly Fault[];
  /** Newest first. */
  versions: readonly VersionLine[];
  draft: { id: string; version: number } | null;
  /** Set for whoever composes processes in its region. */
  as: HeldPost | null;
  notNext: Refusal | null;
  /** Whether some version of it is open for new cycles. */
  inUse: boolean;
}

/** One version of a process with those before and after it; throws NotFound when the actor may not read it. */
export async function loadProcess(actor: Actor, id: string): Promise<ProcessPage> {
  const process = await findProcess(db, actor, id);
  const { regionId, key } = process;
  const as = composer(actor, regionId);
  const rows = await db.processTemplate.findMany({
    where: { regionId, key, ...(as ? {} : { publishedAt: { not: null } }) },
    orderBy: { version: 'asc' },
    select: { id: true, version: true, publishedAt: true, withdrawnAt: true, cycles: { select: { id: true, name: true, closedAt: true }, orderBy: { anchorOn: 'desc' } } },
  });
  const { name: region } = await db.region.findUniqueOrThrow({ where: { id: regionId }, select: { name: true } });
  const draft = rows.find(({ publishedAt }) => !publishedAt) ?? null;
  return {
    process,
    region,
    faults: process.publishedAt ? [] : faultsOf(process.definition),
    versions: (await withChanges(rows, process)).toReversed(),
    draft: draft && { id: draft.id, version: draft.version },
    as,
    notNext: as ? notNextVersion({ key, title: process.definition.title, versions: rows }) : null,
    inUse: rows.some(({ publishedAt, withdrawnAt }) => publishedAt && !withdrawnAt),
  };
}

type VersionRow = Omit<VersionLine, 'changes' | 'cycles'> & { cycles: readonly { id: string; name: string; closedAt: Date | null }[] };

async function withChanges(rows: readonly VersionRow[], shown: ProcessFacts): Promise<VersionLine[]> {
  const definitions = await Promise.all(rows.map(({ id, publishedAt }) => (id === shown.id ? shown.definition : publishedAt ? processDefinition(db, id) : null)));
  return rows.map(({ id, version, publishedAt, withdrawnAt, cycles }, index) => {
    const [before, after] = [definitions[index - 1], definitions[index]];
    return { id, version, publishedAt, withdrawnAt, changes: before && after ? whatChanged(before, after) : null, cycles: cycles.map(({ id, name, closedAt }) => ({ id, name, closed: closedAt !== null })) };
  });
}

export interface DraftPage {
  process: ProcessFacts & { changedAt: Date };
  faults: readonly Fault[];
  as: HeldPost;
  notToPublish: Refusal | null;
  /** What is different from the version that was published last; null when there is none. */
  changes: { since: number; list: readonly Changed[] } | null;
}

/** A version for whoever composes it, to be altered while it is a draft; throws NotFound for everyone else. */
export async function loadDraft(actor: Actor, id: string): Promise<DraftPage> {
  const process = await findProcess(db, actor, id);
  const as = composer(actor, process.regionId);
  if (!as) throw new NotFound();
  const previous = await findPrevious(db, process);
  return {
    process,
    faults: faultsOf(process.definition),
    as,
    notToPublish: notToPublish(process, { previous, families: await findFamilies(db, process.regionId) }),
    changes: previous && { since: previous.version, list: whatChanged(previous.definition, process.definition) },
  };
}

/** The version as a file; a draft only for whoever composes it. */
export async function loadProcessFile(actor: Actor, id: string): Promise<{ name: string; text: string }> {
  const { definition, version } = await findProcess(db, actor, id);
  return processFile(definition, version);
}

export interface DryRunPage {
  process: ProcessFacts;
  region: RegionInTheDry;
  /** Day 0 of the last cycle of the process, to propose one from. */
  lastAnchorOn: Day | null;
}

/** A version with the region that it would be run in. */
export async function loadDryRun(actor: Actor, id: string): Promise<DryRunPage> {
  const process = await findProcess(db, actor, id);
  const { regionId } = process;
  const groups = await db.group.findMany({ where: { regionId, cycleId: null }, orderBy: { ordinal: 'asc' }, include: { members: { select: { authorityId: true } } } });
  const authorities = await db.authority.findMany({ where: { regionId }, orderBy: { name: 'asc' }, select: { id: true, shortName: true, startedOn: true, endedOn: true } });
  const last = await db.cycle.findFirst({ where: { regionId, template: { key: process.key } }, orderBy: { anchorOn: 'desc' }, select: { anchorOn: true } });
  return {
    process,
    region: {
      groups: groups.map(({ id, name, ordinal, members }) => ({ id, name, ordinal, authorityIds: members.map(({ authorityId }) => authorityId) })),
      authorities: authorities.map(({ id, shortName, startedOn, endedOn }) => ({ id, name: shortName, startedOn: dayOrNull(startedOn), endedOn: dayOrNull(endedOn) })),
    },
    lastAnchorOn: last ? dayOf(last.anchorOn) : null,
  };
}

/** The processes that a file can become the next version of. */
export async function loadNewProcess(actor: Actor): Promise<{ as: HeldPost; processes: readonly { key: string; title: string }[] }> {
  const as = actor.as && composer(actor, actor.as.region.id);
  if (!as) throw new NotFound();
  const families = await findFamilies(db, as.region.id);
  return { as, processes: families.filter((family) => notNextVersion(family) === null).map(({ key, title }) => ({ key, title })) };
}

import { changedHands, type ChangedHands } from '@/domain/changed-hands';
import { postName, sideOf, type Actor, type Day, type Office } from '@/domain/model';
import { permits } from '@/domain/permissions';
import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import type { OpeningFacts } from '@/domain/processes/open-cycle';
import type { EarlierCycle } from '@/domain/processes/propose-cycle';
import type { RoundFacts } from '@/domain/processes/rounds';
import { dayOf, dayOrNull, today } from '../../days';
import { db } from '../../db';
import { isUuid, NotFound } from '../../not-found';
import { processDefinition } from '../../process-definition/load';
import { unscopedRounds } from '../../rounds/load';
import { visibleDocuments } from '../../visible';
import { findCycleSchedule } from '../store';
import { findOpening, opensCycles } from './store';

/** A process from which the region opens cycles, in its newest version. */
export interface ProcessToOpen {
  templateId: string;
  name: string;
  about: string;
  /** The latest cycle that was opened from any version of it; null where none was. */
  latest: { id: string; name: string; anchorOn: Day; closedOn: Day | null; authorities: number } | null;
}

/** Those in use first, by their latest cycle; throws NotFound for anyone but the coordinator. */
export async function loadProcessesToOpen(actor: Actor): Promise<ProcessToOpen[]> {
  const regionId = regionToOpenIn(actor);
  const versions = await db.processTemplate.findMany({ where: opensCycles(regionId), orderBy: { version: 'desc' }, select: { id: true, key: true, name: true } });
  const cycles = await db.cycle.findMany({
    where: { regionId },
    orderBy: [{ anchorOn: 'desc' }, { name: 'desc' }],
    select: { id: true, name: true, anchorOn: true, closedAt: true, template: { select: { key: true } }, _count: { select: { authorities: true } } },
  });
  const newest = versions.filter(({ key }, index) => versions.findIndex((version) => version.key === key) === index);
  const processes: ProcessToOpen[] = [];
  for (const { id, key, name } of newest) {
    const latest = cycles.find(({ template }) => template.key === key);
    processes.push({
      templateId: id,
      name,
      about: (await processDefinition(db, id)).about,
      latest: latest ? { id: latest.id, name: latest.name, anchorOn: dayOf(latest.anchorOn), closedOn: dayOrNull(latest.closedAt), authorities: latest._count.authorities } : null,
    });
  }
  return processes.sort((a, b) => (b.latest?.anchorOn ?? '').localeCompare(a.latest?.anchorOn ?? '') || a.name.localeCompare(b.name, 'en-GB'));
}

export interface OpeningPage {
  facts: OpeningFacts;
  templateId: string;
  process: string;
  /** By id of an authority, what stands for it in the address of the form. */
  codes: ReadonlyMap<string, string>;
  /** Cycles of this process, newest first. */
  previous: readonly { id: string; name: string }[];
  /** 1, 2, 3 …: the how many-eth cycle of this process it is. */
  turn: number;
  /** The cycle that this one is rolled forward from. */
  from: RolledFrom | null;
  /** Of a process that goes in rounds: the cycles that it had. */
  rounds: RoundFacts | null;
}

export interface RolledFrom extends EarlierCycle {
  /** Its process as it was, and its dates as they came to be. */
  schedule: CycleSchedule;
  templateId: string;
  /** "DCS, Bury" by the id of a post that was named for a role. */
  postNames: ReadonlyMap<string, string>;
  changedHands: readonly ChangedHands[];
  /** Of the action plans that the actor may read: what is not closed yet. */
  openActions: { actions: number; authorities: number };
}

/** What the coordinator needs to open a cycle; throws NotFound for anyone else. */
export async function loadOpening(actor: Actor, { fromId, templateId }: { fromId?: string; templateId?: string }, at: Date): Promise<OpeningPage> {
  const regionId = regionToOpenIn(actor);
  const from = fromId ? await findEarlier(actor, { regionId, id: fromId }, at) : null;
  const wanted = templateId ?? (from ? await newestVersionOf(regionId, from.key) : undefined);
  const opening = await findOpening(db, actor, { templateId: wanted, peers: from?.cycle.peers ?? [] });
  const process = await db.processTemplate.findUniqueOrThrow({ where: { id: opening.templateId }, select: { key: true, name: true } });
  const authorities = await db.authority.findMany({ where: { regionId }, select: { id: true, dfeCode: true } });
  const cycles = await db.cycle.findMany({ where: { regionId, template: { key: process.key } }, orderBy: [{ anchorOn: 'desc' }, { name: 'desc' }], select: { id: true, name: true } });
  return {
    ...opening,
    process: process.name,
    codes: new Map(authorities.map(({ id, dfeCode }) => [id, dfeCode ?? id])),
    previous: cycles,
    turn: cycles.length + 1,
    from: from?.cycle ?? null,
    rounds: opening.facts.template.rounds ? await unscopedRounds(db, { regionId, templateId: opening.templateId }) : null,
  };
}

function regionToOpenIn(actor: Actor): string {
  const regionId = actor.as?.region.id;
  if (!regionId || !permits('cycle.open', actor.as!, { regionId })) throw new NotFound();
  return regionId;
}

/** Nothing where it was withdrawn: then the process is to be chosen. */
async function newestVersionOf(regionId: string, key: string): Promise<string | undefined> {
  return (await db.processTemplate.findFirst({ where: { ...opensCycles(regionId), key }, orderBy: { version: 'desc' }, select: { id: true } }))?.id;
}

async function findEarlier(actor: Actor, { regionId, id }: { regionId: string; id: string }, at: Date): Promise<{ key: string; cycle: RolledFrom }> {
  const row = isUuid(id)
    ? await db.cycle.findFirst({
        where: { id, regionId },
        include: {
          template: { select: { key: true } },
          groups: { where: { kind: 'set' }, orderBy: { ordinal: 'asc' }, include: { members: { select: { authorityId: true } } } },
          authorities: { include: { peers: { where: { endedAt: null }, orderBy: [{ assignedAt: 'asc' }, { id: 'asc' }] } } },
        },
      })
    : null;
  if (!row) throw new NotFound();
  const [took, withdrew] = [row.authorities.filter(({ withdrawnAt }) => !withdrawnAt), row.authorities.filter(({ withdrawnAt }) => withdrawnAt)];
  const peers = took.flatMap((place) => place.peers.map(({ role, authorityId, postId }) => ({ role, hostId: place.authorityId, peerId: authorityId, postId })));
  const posts = await findPosts({ authorityIds: took.map(({ authorityId }) => authorityId), postIds: peers.flatMap(({ postId }) => postId ?? []) });
  const actions = await db.action.findMany({
    where: { closedAt: null, stoppedAt: null, cycleAuthority: { cycleId: id }, document: visibleDocuments(actor, at) },
    select: { cycleAuthorityId: true },
  });
  return {
    key: row.template.key,
    cycle: {
      id,
      name: row.name,
      anchorOn: dayOf(row.anchorOn),
      schedule: await findCycleSchedule(db, actor, id),
      templateId: row.templateId,
      places: took.map(({ authorityId, groupId, wave, leadChallengerAuthorityId }) => ({ authorityId, groupId, wave, leadChallengerAuthorityId })),
      withdrewIds: withdrew.map(({ authorityId }) => authorityId),
      sets: row.groups.map(({ name, leadAuthorityId, members }) => ({ name, leadAuthorityId, memberIds: members.map(({ authorityId }) => authorityId) })),
      peers,
      postNames: new Map(posts.map((post) => [post.id, post.name])),
      changedHands: changedHands(posts, { from: today(row.openedAt), to: today(at) }),
      openActions: { actions: actions.length, authorities: new Set(actions.map(({ cycleAuthorityId }) => cycleAuthorityId)).size },
    },
  };
}

/** The Director of each authority, and every post that was named for a role, with who held them when. */
async function findPosts({ authorityIds, postIds }: { authorityIds: readonly string[]; postIds: readonly string[] }) {
  const rows = await db.post.findMany({
    where: { OR: [{ office: 'dcs', authorityId: { in: [...authorityIds] } }, { id: { in: [...postIds] } }] },
    include: { region: true, group: true, authority: true, appointments: { where: { acting: false }, select: { personId: true, startsOn: true, endsOn: true } } },
    orderBy: [{ authority: { name: 'asc' } }, { office: 'asc' }],
  });
  return rows.map(({ id, office, remit, region, group, authority, appointments }) => ({
    id,
    name: postName({ office: office as Office, remit, acting: false, region, group, ...sideOf(office as Office, authority && { ...authority, name: authority.shortName }) }),
    held: appointments.map(({ personId, startsOn, endsOn }) => ({ personId, startsOn: dayOf(startsOn), endsOn: dayOrNull(endsOn) })),
  }));
}

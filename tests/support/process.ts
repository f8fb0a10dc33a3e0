// A process of the test's own: its template published as the composer would, and a cycle opened from it through the use case.
import type { z } from 'zod';
import { isRefusal } from '@/domain/decision';
import type { Actor, Day } from '@/domain/model';
import { paperSlot } from '@/domain/processes/paper-terms';
import { processTemplate } from '@/domain/processes/template';
import { openCycle } from '@/server/cycles/open-cycle';
import { db } from '@/server/db';
import { readTestCycle, type TestCycle } from './cycle';

export type DraftProcess = z.input<typeof processTemplate>;

export interface TestProcess extends TestCycle {
  regionId: string;
  templateId: string;
  /** Id of a set by its name. */
  set: (name: string) => string;
  /** Id of whoever has a role in an authority's place. */
  peer: (role: string, host: string, peer: string) => string;
  /** Id of a paper: of an authority (with whose it is, where each peer writes one), of a set by its name, or of the region. */
  paper: (key: string, of?: string, peer?: string) => string;
}

interface Options {
  name?: string;
  anchorOn?: Day;
  at?: Date;
  /** Short names, in the order in which waves and groups are gone round. */
  authorities: readonly string[];
  /** Name → its members, the first of which leads it. Where everyone is in one, nothing need be said. */
  sets?: Readonly<Record<string, readonly string[]>>;
  /** Authority → its wave; the first one unless told. */
  waves?: Readonly<Record<string, string>>;
  /** Authority → its lead peer challenger; where the process has leads in turn, the next one unless told. */
  leads?: Readonly<Record<string, string>>;
  /** Role, in whose place, who has it. */
  peers?: readonly (readonly [role: string, host: string, peer: string])[];
}

/** Publishes the process and opens a cycle from it as the actor, who must be a coordinator. */
export async function openProcess(actor: Actor, draft: DraftProcess, options: Options): Promise<TestProcess> {
  const { name = '2017/18', anchorOn = '2017-11-23', at = new Date('2017-07-26T09:00:00Z'), authorities, peers = [] } = options;
  const regionId = actor.as!.region.id;
  const definition = processTemplate.parse(draft);
  const templateId = await publishProcess(regionId, draft);
  const rows = await db.authority.findMany({ where: { regionId, shortName: { in: [...authorities] } }, include: { members: { where: { group: { cycleId: null } } } } });
  const idOf = (authority: string) => rows.find(({ shortName }) => shortName === authority)!.id;
  const sets = options.sets ?? (definition.grouping.is === 'one' ? { Everyone: authorities } : {});
  const leadOf = (authority: string, index: number) => options.leads?.[authority] ?? (definition.leads === 'in-turn' ? authorities[(index + 1) % authorities.length] : undefined);
  const places = authorities.map((authority, index) => {
    const set = Object.entries(sets).find(([, members]) => members.includes(authority))?.[0];
    const lead = leadOf(authority, index);
    return {
      authorityId: idOf(authority),
      groupId: set ?? rows.find(({ shortName }) => shortName === authority)!.members[0]!.groupId,
      wave: options.waves?.[authority] ?? definition.waves[0]!.key,
      leadChallengerAuthorityId: lead ? idOf(lead) : null,
    };
  });
  const opened = await openCycle(
    actor,
    {
      templateId,
      name,
      anchorOn,
      places,
      sets: Object.entries(sets).map(([set, [lead]]) => ({ key: set, name: set, leadAuthorityId: lead ? idOf(lead) : null })),
      peers: peers.map(([role, host, peer]) => ({ role, hostId: idOf(host), peerId: idOf(peer) })),
    },
    at,
  );
  if (isRefusal(opened)) throw new Error(opened.because);
  return readTestProcess(opened.change.id, templateId, at);
}

/** A version of a process that cycles can be opened from; gives its id. */
export async function publishProcess(regionId: string, draft: DraftProcess, key = 'of-the-test'): Promise<string> {
  const definition = JSON.parse(JSON.stringify(processTemplate.parse(draft)));
  const version = (await db.processTemplate.count({ where: { regionId, key } })) + 1;
  return (await db.processTemplate.create({ data: { regionId, key, version, name: draft.title, definition, origin: 'own' } })).id;
}

/** What stands in a cycle that is open, read again after anything was added to it. */
export async function readTestProcess(cycleId: string, templateId: string, openedAt: Date): Promise<TestProcess> {
  const cycle = await db.cycle.findUniqueOrThrow({ where: { id: cycleId } });
  const [base, sets, peers, papers] = await Promise.all([
    readTestCycle(cycleId, openedAt),
    db.group.findMany({ where: { cycleId } }),
    db.cyclePeer.findMany({ where: { cycleAuthority: { cycleId } }, include: { authority: true, cycleAuthority: { include: { authority: true } } } }),
    db.document.findMany({ where: { cycleId, kind: 'paper' }, include: { authority: true } }),
  ]);
  const found = <Row extends { id: string }>(row: Row | undefined, what: string) => {
    if (!row) throw new Error(`There is no ${what}`);
    return row.id;
  };
  const set = (name: string) => found(sets.find((group) => group.name === name), `set ${name}`);
  const peer = (role: string, host: string, of: string) =>
    found(peers.find((one) => one.role === role && one.cycleAuthority.authority.shortName === host && one.authority.shortName === of), `${role} ${of} of ${host}`);
  const peerOf = (host: string, of: string) => peers.filter((one) => one.cycleAuthority.authority.shortName === host && one.authority.shortName === of).map(({ id }) => id);
  return {
    ...base,
    regionId: cycle.regionId,
    templateId,
    set,
    peer,
    paper: (key, of, by) => {
      const group = sets.find(({ name }) => name === of)?.id;
      const slots = by ? peerOf(of!, by).map((id) => paperSlot(key, id)) : [paperSlot(key, group)];
      const authority = of && !group ? of : null;
      return found(papers.find((row) => slots.includes(row.slot) && (row.authority?.shortName ?? null) === authority), `paper ${key} of ${of ?? 'the region'} ${by ?? ''}`);
    },
  };
}

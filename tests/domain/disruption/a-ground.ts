// How a cycle stands when something comes between: the North West's eight of two groups, or a small process of the test's own.
import type { CycleFacts, PeerFacts, PlaceFacts } from '@/domain/cycle-facts';
import { isRefusal, type Refusal } from '@/domain/decision';
import type { Ground, Plan } from '@/domain/disruption/plan';
import { atClock } from '@/domain/forums/clock';
import type { Forum } from '@/domain/forums/forum';
import type { Day } from '@/domain/model';
import { scheduleOf, type ScheduleFacts } from '@/domain/processes/schedule';
import { slugOf } from '@/domain/register';
import { processTemplate, type ProcessTemplateDefinition } from '@/domain/processes/template';
import { stepsOf } from '@/domain/workflow';
import type { z } from 'zod';
import { NORTH_WEST_PROCESS } from '../../../prisma/reference/processes/north-west-annual-cycle';

export interface Scene {
  template?: ProcessTemplateDefinition;
  today: Day;
  /** Name → group, wave, and who leads it or has a role there. */
  places: Readonly<Record<string, { group: string; wave: string; lead?: string; peers?: Readonly<Record<string, readonly string[]>>; facts?: Partial<PlaceFacts> }>>;
  groups: readonly { id: string; lead: string | null; members?: readonly string[] }[];
  facts?: Partial<CycleFacts>;
  forums?: readonly Forum[];
  /** Authorities of the region that are not in the cycle. */
  outside?: readonly string[];
  standing?: Ground['standing'];
  conflicts?: readonly (readonly [string, string])[];
  moves?: ScheduleFacts['moves'];
  openActions?: Ground['openActions'];
}

export function groundOf({ template = NORTH_WEST_PROCESS, today, places, groups, facts: more = {}, forums = [], outside = [], standing = [], conflicts = [], moves = [], openActions = [] }: Scene): Ground {
  const ordinal = (id: string) => groups.findIndex((group) => group.id === id) + 1;
  const peerOf = (host: string, role: string, peer: string): PeerFacts => ({ id: `${role} ${peer} of ${host}`, role, authorityId: peer, name: peer, offices: template.roles.find(({ key }) => key === role)!.offices, postId: null, assignedOn: '2017-08-01' });
  const placed = Object.entries(places).map(([name, { group, wave, lead, peers = {}, facts = {} }]): PlaceFacts => {
    const forum = forums.find(({ sessions }) => sessions.some(({ authority }) => authority.id === name));
    const session = forum?.sessions.find(({ authority }) => authority.id === name);
    return {
      cycleAuthorityId: `place of ${name}`, authorityId: name, name, slug: name, groupId: group, wave, leadChallengerAuthorityId: lead ?? null,
      documents: {}, packReadOn: null, preparedOn: null, releasedOn: null, reviewedOn: [],
      session: forum && session ? { id: session.id, forumId: forum.id, onDay: forum.onDay, endedOn: session.endedAt ? forum.onDay : null } : null,
      peers: Object.entries(peers).flatMap(([role, names]) => names.map((peer) => peerOf(name, role, peer))),
      ...facts,
    };
  });
  const facts: CycleFacts = {
    id: 'cycle', regionId: 'region', name: '2017/18', openedOn: '2017-07-26', closedOn: null, packsIssuedOn: null,
    groups: groups.map(({ id, lead, members }) => ({ id, name: id, ordinal: ordinal(id), leadAuthorityId: lead, ...(members ? { memberIds: members } : {}) })),
    roles: template.roles, places: placed, papers: {}, completions: new Map(), waivers: new Map(), ...more,
  };
  const given: ScheduleFacts = {
    template, anchorOn: '2017-11-23', moves, taskGroupIds: (facts.taskGroups ?? []).map(({ id }) => id),
    places: placed.map(({ authorityId, groupId, wave }) => ({ authorityId, groupId, wave, groupOrdinal: ordinal(groupId) })),
    forumDays: forums.map(({ wave, group, onDay }) => ({ wave, groupId: group.id, onDay })),
  };
  let ids = 0;
  return {
    facts, given, steps: stepsOf(facts, template.steps, scheduleOf(given).at, today).all,
    authorities: [...Object.keys(places), ...outside].sort().map((id) => ({ id, name: id, startedOn: null, endedOn: null })),
    register: [...Object.keys(places), ...outside].map((id) => ({ id, slugs: [slugOf(id)], isHere: true })),
    kinds: ['county', 'unitary'],
    standing: standing.length > 0 ? standing : template.grouping.is === 'standing' ? groups.map(({ id }) => ({ id, name: id, ordinal: ordinal(id), memberIds: Object.keys(places).filter((name) => places[name]!.group === id) })) : [],
    conflicts: conflicts.map(([authorityId, otherId]) => ({ authorityId, otherId })),
    forums, otherForums: [], directorIds: new Map(), openActions, documentCounts: new Map(openActions.map(({ authorityId }) => [authorityId, 5])),
    at: new Date(`${today}T09:00:00Z`), today, newId: () => `new-${(ids += 1)}`,
  };
}

/** A forum day with its sessions in order, an hour each from 10:00: [host, lead, others]. */
export function forumDay(group: string, wave: string, onDay: Day, sessions: readonly (readonly [host: string, lead: string, ...others: string[]])[], { held = false } = {}): Forum {
  return {
    id: `${group} ${wave}`, regionId: 'region', cycleId: 'cycle', group: { id: group, name: group }, wave, onDay,
    startsAt: atClock(onDay, '09:30'), endsAt: atClock(onDay, '16:45'), venue: 'Town hall', room: '', facilitator: null, sequence: 3, cancelledAt: null, cancelledWhy: null, heldAt: null,
    sessions: sessions.map(([host, ...challengers], index) => ({
      id: `session of ${host}`, cycleAuthorityId: `place of ${host}`, notesId: `notes of ${host}`, authority: { id: host, name: host }, directorIds: [],
      startsAt: atClock(onDay, `${10 + index}:00`), endsAt: atClock(onDay, `${10 + index}:50`), endedAt: held && index === 0 ? atClock(onDay, '10:50') : null,
      challengers: challengers.map((id, place) => ({ id, name: id, lead: place === 0, directorIds: [] })),
    })),
  };
}

export const NORTH_WEST_PLACES: Scene['places'] = {
  Halton: { group: 'Trafford', wave: 'december', lead: 'Wigan' },
  Wigan: { group: 'Trafford', wave: 'december', lead: 'Halton' },
  Stockport: { group: 'Trafford', wave: 'january', lead: 'Manchester' },
  Manchester: { group: 'Trafford', wave: 'january', lead: 'Stockport' },
  Sefton: { group: 'Rochdale', wave: 'december', lead: 'Wirral' },
  Wirral: { group: 'Rochdale', wave: 'january', lead: 'Sefton' },
};
export const NORTH_WEST_GROUPS: Scene['groups'] = [{ id: 'Trafford', lead: 'Halton' }, { id: 'Rochdale', lead: 'Sefton' }];

export const FORUMS: readonly Forum[] = [
  forumDay('Trafford', 'december', '2017-12-12', [['Halton', 'Wigan', 'Stockport'], ['Wigan', 'Halton']]),
  forumDay('Trafford', 'january', '2018-01-10', [['Manchester', 'Stockport', 'Halton'], ['Stockport', 'Manchester']]),
  forumDay('Rochdale', 'december', '2017-12-13', [['Sefton', 'Wirral']]),
];

export function northWest(today: Day, more: Partial<Scene> = {}): Ground {
  return groundOf({ today, places: NORTH_WEST_PLACES, groups: NORTH_WEST_GROUPS, forums: FORUMS, ...more });
}

export const step = (key: string, name: string, more: object) => ({ key, name, act: name, heading: [name], phase: 'all', per: 'authority' as const, who: ['dcs' as const], doneWhen: 'recorded' as const, due: { from: 'anchor' as const, offset: 0 }, ...more });

export const processOf = (more: Partial<z.input<typeof processTemplate>>): ProcessTemplateDefinition =>
  processTemplate.parse({
    title: 'A process', anchorName: 'Day 0', spans: { from: -120, to: 120 }, leads: 'none', phases: [{ key: 'all', name: 'All' }], waves: [{ key: 'one', name: 'One', forumOffsets: [0] }, { key: 'two', name: 'Two', forumOffsets: [30] }],
    steps: [step('write', 'Written', {})], ...more,
  });

export function planned(plan: Plan | Refusal): Plan {
  if (isRefusal(plan)) throw new Error(`${plan.refused}: ${plan.because}`);
  return plan;
}

export const codeOf = (plan: Plan | Refusal): string => (isRefusal(plan) ? plan.refused : 'planned');

/** Everything that is said under a heading. */
export const said = (plan: Plan | Refusal, heading: string): readonly string[] => planned(plan).said.find((part) => part.heading === heading)?.lines ?? [];

/** "Notes agreed: 2018-01-17 to 2018-02-07" */
export const daysOf = (plan: Plan | Refusal): string[] => planned(plan).days.map(({ step: name, whom, from, to }) => `${whom ? `${whom}, ` : ''}${name}: ${from ?? 'as derived'} to ${to}`);

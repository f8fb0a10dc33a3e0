// The sets of a cycle that is proposed: as they were in the cycle before, with as few changes as who came and who went make needful; or
// new ones, in which nobody meets whom they met last time where that can be had (3-processes.md sections 7.7 and 7.10).
import { isRefusal, type Refusal } from '../decision';
import type { TwoAuthorities } from './in-conflict';
import type { NewSet } from './open-cycle';
import { setsOf, type AskedSets } from './sets';
import type { Grouping, ProcessTemplateDefinition } from './template';

export interface EarlierSet {
  name: string;
  leadAuthorityId: string | null;
  memberIds: readonly string[];
}

export interface ProposedSet extends NewSet {
  authorityIds: readonly string[];
}

interface Asked {
  template: Pick<ProcessTemplateDefinition, 'steps' | 'papers'>;
  grouping: Extract<Grouping, { is: 'made' }>;
  /** Who takes part, by name. */
  authorityIds: readonly string[];
  names: ReadonlyMap<string, string>;
  conflicts: readonly TwoAuthorities[];
  earlier: readonly EarlierSet[];
  keep: 'same' | 'new';
  /** 1, 2, 3 …: each cycle of the process another. */
  turn: number;
}

export function proposeSets(asked: Asked): ProposedSet[] | Refusal {
  const found = asked.keep === 'same' && asked.earlier.length > 0 ? keptSets(asked) : newSets(asked);
  if (isRefusal(found)) return found;
  const lastLeads = new Set(asked.earlier.flatMap(({ leadAuthorityId }) => leadAuthorityId ?? []));
  const leads = hasSetLead(asked.template);
  return found.sets.map((authorityIds, index) => ({ key: String(index + 1), name: numberedSet(asked.grouping.word, index + 1), leadAuthorityId: leads ? leadOf(authorityIds, asked, lastLeads) : null, authorityIds }));
}

/** "Triad 1"; where the process knows sets of two sizes ("triad or quartet"), "Set 1". */
export function numberedSet(word: string, number: number): string {
  return `${/ or /.test(word) ? 'Set' : word.charAt(0).toUpperCase() + word.slice(1)} ${number}`;
}

/** Does anything in the process fall to the one who leads the set? A task and finish group has a lead of its own. */
export function hasSetLead({ steps, papers }: Pick<ProcessTemplateDefinition, 'steps' | 'papers'>): boolean {
  const ofSets = <Item extends { per: string }>(items: readonly Item[]) => items.filter(({ per }) => per !== 'task-group');
  const parties = [...ofSets(steps).flatMap(({ who, signatories }) => [...who, ...signatories]), ...ofSets(papers).flatMap(({ by, sectionsBy }) => [by, ...Object.values(sectionsBy)])];
  return parties.includes('set-lead');
}

const newSets = (asked: Asked) => setsOf({ ...rulesOf(asked), previous: asked.earlier.map(({ memberIds }) => memberIds), turn: asked.turn });

/** All who were together stay so; where that leaves no division, those sets stay that are whole, and at last none. */
function keptSets(asked: Asked): ReturnType<typeof setsOf> {
  const left = asked.earlier.map(({ memberIds }) => memberIds.filter((id) => asked.authorityIds.includes(id)));
  const whole = left.filter((members, index) => members.length === asked.earlier[index]!.memberIds.length && asked.grouping.sizes.includes(members.length));
  for (const together of [left, whole].map((sets) => sets.flatMap(twosOf))) {
    const found = setsOf({ ...rulesOf(asked), together });
    if (!isRefusal(found)) return found;
  }
  return setsOf(rulesOf(asked));
}

function twosOf([first, ...others]: readonly string[]): TwoAuthorities[] {
  return first ? others.map((otherId) => ({ authorityId: first, otherId })) : [];
}

function rulesOf({ authorityIds, grouping: { sizes }, conflicts, names }: Asked): AskedSets {
  return { authorityIds, sizes, conflicts, names };
}

/** The same one where the sets stay; else the turn goes round, and passes over who led last time. */
function leadOf(authorityIds: readonly string[], { keep, earlier, turn }: Asked, lastLeads: ReadonlySet<string>): string | null {
  const same = keep === 'same' ? earlier.find(({ leadAuthorityId }) => leadAuthorityId && authorityIds.includes(leadAuthorityId))?.leadAuthorityId : undefined;
  const from = (turn - 1) % authorityIds.length;
  const inTurn = [...authorityIds.slice(from), ...authorityIds.slice(0, from)];
  return same ?? inTurn.find((id) => !lastLeads.has(id)) ?? inTurn[0] ?? null;
}

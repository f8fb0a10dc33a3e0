// Where each authority stands in a cycle that is proposed: its group, its wave, its lead peer challenger. Waves are as they were in the
// cycle before; whoever is new, and everyone in a first cycle, stands where their place in the group or set puts them.
import { isForumStep } from './derive-days';
import type { TwoAuthorities } from './in-conflict';
import { leadChallengers } from './lead-challengers';
import type { NewPlace } from './open-cycle';
import type { ProcessTemplateDefinition } from './template';

export interface Grouped {
  id: string;
  /** In the order in which the turn goes round. */
  authorityIds: readonly string[];
}

interface Asked {
  template: Pick<ProcessTemplateDefinition, 'waves' | 'leads' | 'grouping' | 'steps'>;
  groups: readonly Grouped[];
  /** Their places in the cycle before; none in a first one. */
  before: readonly NewPlace[];
  /** The lead peer challengers of the cycle before, or the next in turn. */
  leads: 'same' | 'next';
  conflicts: readonly TwoAuthorities[];
}

export function proposePlaces(asked: Asked): NewPlace[] {
  const before = new Map(asked.before.map((place) => [place.authorityId, place]));
  const placed = asked.groups.flatMap((group, index) =>
    group.authorityIds.map((authorityId, number) => ({ authorityId, groupId: group.id, wave: waveOf(asked, before.get(authorityId), { index, number, of: group.authorityIds.length }) })),
  );
  const leads = proposedLeads(asked, placed, before);
  return placed.map((place) => ({ ...place, leadChallengerAuthorityId: leads.get(place.authorityId) ?? null }));
}

/** A set that meets stands in one wave; else a group is parted, and of a pair that visit one another each is visited in its own. */
function waveOf({ template, groups }: Asked, was: NewPlace | undefined, { index, number, of }: { index: number; number: number; of: number }): string {
  const { waves, grouping } = template;
  const meets = grouping.is === 'made' && template.steps.find(isForumStep)?.per === 'group';
  if (meets) return waves[Math.floor(index / Math.ceil(groups.length / waves.length))]!.key;
  if (grouping.is !== 'made' && was && waves.some(({ key }) => key === was.wave)) return was.wave;
  return waves[Math.floor(number / Math.ceil(of / waves.length))]!.key;
}

type Before = ReadonlyMap<string, NewPlace>;

function proposedLeads({ template, leads, conflicts }: Asked, placed: readonly Omit<NewPlace, 'leadChallengerAuthorityId'>[], before: Before): Map<string, string | null> {
  if (template.leads === 'none' || (template.leads === 'by-hand' && leads !== 'same')) return new Map();
  const inTurn = () => leadChallengers(placed, turnOf(placed, before) + 1, conflicts);
  if (leads !== 'same' || before.size === 0) return inTurn();
  const there = new Set(placed.map(({ authorityId }) => authorityId));
  const next = template.leads === 'in-turn' ? leadChallengers(placed, 1, conflicts) : new Map<string, string | null>();
  const apart = new Set(conflicts.flatMap(({ authorityId, otherId }) => [`${authorityId}|${otherId}`, `${otherId}|${authorityId}`]));
  return new Map(placed.map(({ authorityId }) => {
    const lead = before.get(authorityId)?.leadChallengerAuthorityId;
    return [authorityId, lead && there.has(lead) && !apart.has(`${authorityId}|${lead}`) ? lead : (next.get(authorityId) ?? null)];
  }));
}

/** How far the turn stood for most of those who are still there; nought in a first cycle. */
function turnOf(placed: readonly { authorityId: string; groupId: string }[], before: Before): number {
  const counts = new Map<number, number>();
  for (const { authorityId, groupId } of placed) {
    const group = placed.filter((other) => other.groupId === groupId).map((other) => other.authorityId);
    const lead = group.indexOf(before.get(authorityId)?.leadChallengerAuthorityId ?? '');
    if (lead < 0) continue;
    const turn = (lead - group.indexOf(authorityId) + group.length) % group.length;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  return [...counts].reduce((most, some) => (some[1] > most[1] ? some : most), [0, 0])[0];
}

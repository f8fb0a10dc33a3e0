// Who is told that dates moved: the posts that owe the steps, at each authority, group or region that the dates are for.
import { GROUP_OFFICES, OFFICE_NAMES, REGION_OFFICES } from '../model';
import { isOffice, isPeerParty, partyTitle, type NamesRoles, type Party } from '../parties';
import type { CycleSchedule } from './cycle-schedule';
import type { ChangedDay } from './move-date';
import type { StepDay } from './schedule';

export interface Told {
  /** "DCS", "Lead Member", "Group lead" */
  post: string;
  /** Names of the authorities or groups; empty for a post of the region. */
  of: string[];
}

export function whoIsTold(cycle: Pick<CycleSchedule, 'places' | 'groups'> & { template: NamesRoles }, changed: readonly ChangedDay[]): Told[] {
  const told = new Map<string, Set<string>>();
  for (const { day } of changed) {
    for (const owing of day.step.who) {
      const post = postOf(owing, cycle.template);
      const names = told.get(post) ?? new Set();
      const of = placeOf(cycle, owing, day);
      if (of) names.add(of);
      told.set(post, names);
    }
  }
  return [...told].map(([post, of]) => ({ post, of: [...of].sort((a, b) => a.localeCompare(b, 'en-GB')) }));
}

/** The DCS for a part that falls to an authority; a peer is told as what it was found for. */
function postOf(owing: Party, process: NamesRoles): string {
  if (isPeerParty(owing)) return partyTitle(owing, process);
  return isOffice(owing) ? OFFICE_NAMES[owing] : OFFICE_NAMES.dcs;
}

function placeOf({ places, groups }: Pick<CycleSchedule, 'places' | 'groups'>, owing: Party, day: StepDay): string | null {
  if (REGION_OFFICES.some((office) => office === owing)) return null;
  if (GROUP_OFFICES.some((office) => office === owing)) return groups.find(({ id }) => id === day.groupId)?.name ?? null;
  const place = places.find(({ authorityId }) => authorityId === day.place?.authorityId);
  if (owing !== 'lead-challenger') return place?.name ?? null;
  return places.find(({ authorityId }) => authorityId === place?.leadChallengerAuthorityId)?.name ?? null;
}

// What the place of a step is called: an authority, a standing group with the region's word for it, a set made for the cycle by its own
// name, a wave; and by what it is known in addresses, messages and forms.
import type { CycleFacts, ProcessWords } from './cycle-facts';
import type { StepAt } from './workflow';

type Spot = Pick<StepAt, 'place' | 'groupId' | 'wave'>;
type Named = Pick<CycleFacts, 'groups' | 'taskGroups' | 'process'>;

/** "Wigan", "Trafford group", "Triad 2", "December"; null for the whole region, and for a group that holds everyone. */
export function placeName({ place, groupId, wave }: Spot, facts: Named): string | null {
  if (place) return place.name;
  if (groupId) return nameOfGroup(groupId, facts);
  return wave ? (facts.process?.waves.find(({ key }) => key === wave)?.name ?? wave) : null;
}

function nameOfGroup(id: string, { groups, taskGroups, process }: Named): string | null {
  const task = taskGroups?.find((group) => group.id === id);
  if (task) return task.name;
  const group = groups.find((one) => one.id === id);
  return group && process?.grouping.is !== 'one' ? groupTitle(group.name, process) : null;
}

/** A standing group bears the name of its lead authority, which wants the word; a set was given a name of its own. */
export function groupTitle(name: string, process: Pick<ProcessWords, 'words' | 'grouping'> | undefined): string {
  if (process && process.grouping.is !== 'standing') return name;
  return `${name} ${process?.words.group ?? 'group'}`;
}

/** "group", "triad or quartet" */
export function groupWord(process: Pick<ProcessWords, 'words' | 'grouping'> | undefined): string {
  return process?.grouping.is === 'made' ? process.grouping.word : (process?.words.group ?? 'group');
}

/** "triad or quartet" → "triads or quartets" */
export function plural(word: string): string {
  return word.split(' or ').map((one) => `${one}s`).join(' or ');
}

/** One for each place, the same for as long as the cycle stands: an authority's id, a group's, a wave, the region. */
export function placeId({ place, groupId, wave }: Spot): string {
  return place?.authorityId ?? groupId ?? (wave ? `wave-${wave}` : 'region');
}

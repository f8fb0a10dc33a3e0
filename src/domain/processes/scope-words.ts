// For what a step is done once, in the words of the region and of the process.
import type { StepAt } from '../workflow';
import type { ProcessTemplateDefinition } from './template';

type Words = Pick<ProcessTemplateDefinition, 'words' | 'waves'>;

/** "Wigan", "the Trafford group", "Pair 3", "the task and finish group “Placements”", "December", "the region". */
export function whoseStep({ step, place, wave }: StepAt, { words, waves }: Words, group: { name: string; kind: string } | null): string {
  if (place) return place.name;
  if (group) return groupInWords(group, words);
  return step.per === 'wave' ? (waves.find(({ key }) => key === wave)?.name ?? `the ${words.wave}`) : 'the region';
}

/** A standing group bears a name that wants the word; a set is called what it was called when it was made. */
export function groupInWords({ name, kind }: { name: string; kind: string }, { group }: Words['words']): string {
  if (kind === 'task') return `the task and finish group “${name}”`;
  return kind === 'standing' ? `the ${name} ${group}` : name;
}

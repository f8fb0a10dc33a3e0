// What the choices of a process are called on its pages and in what is said about them.
import { roleName, type NamesRoles } from '../../parties';
import type { READERS, Reader } from '../../readers';
import type { DueRule, Grouping, ProcessTemplateDefinition, RoleDefinition, StepDefinition } from '../template';

type Scope = StepDefinition['per'];

/** `said` completes "done once for"; `means` stands beside the choice. */
export const PER: Record<Scope, { name: string; said: string; means: string }> = {
  authority: { name: 'Each authority', said: 'each authority', means: 'Every authority of the cycle has one of its own: a self-view, a visit, a plan.' },
  group: { name: 'Each group or set', said: 'each group', means: 'Once for each pair, triad or standing group: a meeting, joint findings.' },
  wave: { name: 'Each wave', said: 'each wave', means: 'Once for everyone whose own day falls in the same wave.' },
  region: { name: 'The region', said: 'the region', means: 'Once for the whole cycle: a conference, a report to the Board.' },
  'task-group': { name: 'Each task and finish group', said: 'each task and finish group', means: 'Once for each group that the region sets up during the cycle.' },
};

export const LEADS_WORDS: Record<ProcessTemplateDefinition['leads'], string> = {
  'in-turn': 'each authority has one, in turn',
  'by-hand': 'chosen one by one during the cycle',
  none: 'there are none',
};

export const FOUND: Record<RoleDefinition['found'], { name: string; means: string }> = {
  'by-hand': { name: 'One by one', means: 'The coordinator finds somebody for each authority during the cycle.' },
  rotation: { name: 'In a rotation', means: 'Worked out over everyone at once: each gives as often as it receives.' },
  set: { name: 'The others of its set', means: 'In a pair, each is it for the other; in a triad, both others are.' },
};

const READER_NAMES: Record<(typeof READERS)[number], string> = {
  authority: 'the authority itself',
  partners: 'its partner agencies',
  challengers: 'its peer challengers',
  set: 'the others of its pair, triad or set',
  'group-lead': 'the lead of its group',
  directors: 'every Director of the region',
  authorities: 'every authority of the region',
  'all-partners': 'the partner agencies of every authority',
  'region-team': 'the regional team',
  'data-group': 'the data group',
  board: 'the Board',
};

export function readerName(reader: Reader, process: NamesRoles): string {
  if (!reader.startsWith('peers:')) return READER_NAMES[reader as (typeof READERS)[number]];
  return `whoever is ${roleName(reader.slice('peers:'.length), process)} there`;
}

export function groupingWords(grouping: Grouping): string {
  switch (grouping.is) {
    case 'standing':
      return 'in the region’s standing groups';
    case 'one':
      return 'all in one';
    case 'made':
      return `in sets made for the cycle: a ${grouping.word} of ${grouping.sizes.join(' or ')}`;
  }
}

/** Completes "A cycle takes". */
export function roundsWords({ rounds }: Pick<ProcessTemplateDefinition, 'rounds'>): string {
  return rounds ? 'some of the authorities, until in a round of cycles all have had theirs' : 'whoever is to take part, whether they did last time or not';
}

export function spanWords({ from, to }: ProcessTemplateDefinition['spans']): string {
  return `from ${dayWords(from)} to ${dayWords(to)}`;
}

/** "120 days before day 0", "day 0", "30 days after day 0" */
export function dayWords(offset: number): string {
  if (offset === 0) return 'day 0';
  const days = `${Math.abs(offset)} ${Math.abs(offset) === 1 ? 'day' : 'days'}`;
  return `${days} ${offset < 0 ? 'before' : 'after'} day 0`;
}

/** What a date can be counted from, beside other steps. */
export const COUNTED_FROM: Record<Exclude<DueRule['from'], 'step'>, string> = {
  anchor: 'Day 0',
  wave: 'The first day of its wave',
  forum: 'Its own day (forum, visit or meeting)',
  weekday: 'A weekday of a month',
};

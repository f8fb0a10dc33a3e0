// Dates that cannot be met, in words: beside the date in a few, and in whole sentences before a cycle is opened or goes on by another
// version. They bar neither: whoever decides sees them, and chooses another day 0 or moves the date.
import { dayInWords } from '../deadlines';
import type { Conflict } from './conflicts';
import type { Day } from '../model';
import { scopeWords } from './cycle-schedule';
import type { PlaceNames } from './day-rows';

/** Beside the date of a step: each thing that stands in its way once. */
export function conflictsBeside(conflicts: readonly Conflict[], { stepKey, dueOn }: { stepKey: string; dueOn: Day }): string[] {
  return [...new Set(conflicts.filter(({ day }) => day.step.key === stepKey && day.dueOn === dueOn).map(inShort))];
}

function inShort(conflict: Conflict): string {
  switch (conflict.is) {
    case 'too-early':
      return `Before “${conflict.awaited.step.name}”, for which it waits`;
    case 'opens-too-late':
      return 'It opens after it is due';
    case 'outside-the-cycle':
      return 'Outside the cycle';
  }
}

/** A sentence for each step and what stands in its way: for whom first, and for how many more. */
export function conflictSentences(conflicts: readonly Conflict[], names: PlaceNames): string[] {
  const alike = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const key = `${conflict.is}|${conflict.day.step.key}|${conflict.is === 'too-early' ? conflict.awaited.step.key : ''}`;
    alike.set(key, [...(alike.get(key) ?? []), conflict]);
  }
  return [...alike.values()].map(([first, ...others]) => sentence(first!, `${whoseWords(first!, names)}${others.length > 0 ? ` and ${others.length} more` : ''}`));
}

function sentence(conflict: Conflict, whose: string): string {
  const { step, dueOn } = conflict.day;
  const due = `“${step.name}”${whose} would be due on ${dayInWords(dueOn)}`;
  switch (conflict.is) {
    case 'too-early':
      return `${due}, before “${conflict.awaited.step.name}” on ${dayInWords(conflict.awaited.dueOn)}, for which it waits.`;
    case 'opens-too-late':
      return `${due} and open only on ${dayInWords(conflict.opensOn)}.`;
    case 'outside-the-cycle':
      return `${due}, outside the cycle.`;
  }
}

function whoseWords({ day: { scope } }: Conflict, names: PlaceNames): string {
  return scope === 'region' ? '' : ` for ${scopeWords(scope, names)}`;
}

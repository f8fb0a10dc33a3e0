import type { DueRule, ProcessTemplateDefinition } from './template';

type Said = Pick<ProcessTemplateDefinition, 'steps'> & { words?: Pick<ProcessTemplateDefinition['words'], 'forum' | 'wave'> };

/** "27 days before day 0", "the day of the forum", "5 working days after Notes agreed"; in the words of the region where it has its own. */
export function ruleWords(rule: DueRule, template: Said): string {
  const from = countedFrom(rule, template);
  if (rule.from === 'weekday' && rule.offset === 0) return from;
  if (rule.offset === 0) return rule.from === 'step' ? `on the day of ${from}` : from === 'day 0' ? 'day 0' : `the day of ${from}`;
  const count = Math.abs(rule.offset);
  const days = `${count} ${rule.unit === 'working' ? 'working ' : ''}${count === 1 ? 'day' : 'days'}`;
  return `${days} ${rule.offset < 0 ? 'before' : 'after'} ${from}`;
}

const NTH = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const;
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

function countedFrom(rule: DueRule, { steps, words = { forum: 'forum', wave: 'wave' } }: Said): string {
  switch (rule.from) {
    case 'anchor':
      return 'day 0';
    case 'wave':
      return `the first ${words.forum} of the ${words.wave}`;
    case 'forum':
      return `the ${words.forum}`;
    case 'weekday':
      return `the ${NTH[rule.nth]} ${WEEKDAYS[rule.weekday - 1]} of ${MONTHS[rule.month - 1]}`;
    case 'step':
      return `“${steps.find((step) => step.key === rule.step)?.name ?? rule.step}”`;
  }
}

import { processTemplate, type ProcessTemplateDefinition } from '@/domain/processes/template';

const step = (key: string, offset: number) => ({ key, name: key, act: key, heading: [key], phase: 'all', per: 'authority' as const, who: ['dcs' as const], due: { from: 'anchor' as const, offset }, doneWhen: 'recorded' as const });

/** A small process of two waves that does nothing but what a test gives it. */
export function aProcess(change: Partial<ProcessTemplateDefinition> = {}): ProcessTemplateDefinition {
  const base = processTemplate.parse({
    title: 'A small process',
    anchorName: 'Day 0',
    spans: { from: -60, to: 120 },
    phases: [{ key: 'all', name: 'All of it' }],
    waves: [{ key: 'first', name: 'First', forumOffsets: [10, 11, 12] }, { key: 'second', name: 'Second', forumOffsets: [40, 41, 42] }],
    steps: [step('write', -10), step('follow-up', 60)],
  });
  return { ...base, ...change };
}

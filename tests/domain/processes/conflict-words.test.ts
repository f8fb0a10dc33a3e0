import { expect, it } from 'vitest';
import { conflictSentences } from '@/domain/processes/conflict-words';
import { conflictsIn } from '@/domain/processes/conflicts';
import { namesIn } from '@/domain/processes/cycle-schedule';
import { planVersionMove } from '@/domain/processes/move-to-version';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import { SHIPPED_PROCESSES } from '../../../prisma/reference/processes/shipped-processes';
import { aProcess } from './a-process';
import { aWholeRegion } from './a-whole-region';

const MODERATED = SHIPPED_PROCESSES.find(({ key }) => key === 'moderated-self-assessment')!.definition;

function cycleFrom(template: ProcessTemplateDefinition, anchorOn: string) {
  const { places, schedule } = aWholeRegion(template, anchorOn);
  const groups = [...new Set(places.map(({ groupId }) => groupId))].map((id, index) => ({ id, name: id, ordinal: index + 1 }));
  const cycle = { template, anchorOn, groups, places: places.map((place) => ({ ...place, groupOrdinal: groups.findIndex(({ id }) => id === place.groupId) + 1 })) };
  return { cycle, schedule, says: conflictSentences(conflictsIn(schedule), namesIn(cycle)) };
}

it('a day 0 that puts steps before what they wait for is told by each of them, and an ordinary one by none', () => {
  expect(cycleFrom(MODERATED, MODERATED.ordinaryAnchor).says).toEqual([]);
  const { schedule, says } = cycleFrom(MODERATED, '2027-07-20');
  const inTheWay = [...new Set(conflictsIn(schedule).map(({ day }) => day.step.name))];
  expect(inTheWay.length).toBeGreaterThan(0);
  expect(inTheWay.filter((name) => !says.some((sentence) => sentence.startsWith(`“${name}”`)))).toEqual([]);
  expect(new Set(says).size).toBe(says.length);
});

it('a move to a newer version is told what it would bring, and nothing that is so already', () => {
  const from = aProcess();
  const to = (change: Partial<StepDefinition>): ProcessTemplateDefinition => ({ ...from, steps: from.steps.map((step) => (step.key === 'follow-up' ? { ...step, ...change } : step)) });
  const { cycle } = cycleFrom(from, '2017-11-23');
  const schedule = { ...cycle, id: 'cycle', regionId: 'region', name: '2017/18', closedAt: null, packsIssuedAt: null, moves: [], forumDays: [] };
  const brought = (template: ProcessTemplateDefinition, by: ProcessTemplateDefinition) => planVersionMove({ schedule: { ...schedule, template } }, by, '2017-10-01').notMet;
  const early = to({ waitsFor: ['write'], due: { from: 'anchor', offset: -20, unit: 'calendar' } });
  const late = to({ due: { from: 'anchor', offset: 200, unit: 'calendar' } });
  const shut = to({ opens: { from: 'anchor', offset: 61, unit: 'calendar' } });
  expect([brought(from, early), brought(from, late), brought(from, shut)]).toEqual([
    ['“follow-up” for authority-1 and 11 more would be due on Friday 3 November 2017, before “write” on Monday 13 November 2017, for which it waits.'],
    ['“follow-up” for authority-1 and 11 more would be due on Monday 11 June 2018, outside the cycle.'],
    ['“follow-up” for authority-1 and 11 more would be due on Monday 22 January 2018 and open only on Tuesday 23 January 2018.'],
  ]);
  expect([brought(early, { ...early, title: 'Another' }), brought(early, from)]).toEqual([[], []]);
});

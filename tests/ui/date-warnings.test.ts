import { expect, it } from 'vitest';
import { warningsOf, withConflicts } from '@/app/cycles/date-warnings';
import { conflictsIn } from '@/domain/processes/conflicts';
import { aProcess } from '../domain/processes/a-process';
import { aWholeRegion } from '../domain/processes/a-whole-region';

it('beside a date stands what makes that it cannot be met, once, before what else speaks against the day', () => {
  const { steps: [write, followUp], ...rest } = aProcess();
  const { schedule, places } = aWholeRegion({ ...rest, steps: [write!, { ...followUp!, waitsFor: ['write'], due: { from: 'anchor', offset: -19, unit: 'calendar' } }] }, '2017-11-23');
  const warnings = withConflicts(conflictsIn(schedule), warningsOf({ ground: { days: [], meetings: [] }, places: places.map((place) => ({ ...place, groupOrdinal: 1 })), cycleId: null, today: '2017-01-01' }));
  const { step, dueOn } = schedule.all.find((day) => day.step.key === 'follow-up')!;
  expect(warnings(step, { scope: 'cycle', dueOn })).toEqual([
    { is: 'conflict', says: 'Before “write”, for which it waits' },
    { is: 'not-working', says: expect.any(String) },
  ]);
  expect(warnings(schedule.all.find((day) => day.step.key === 'write')!.step, { scope: 'cycle', dueOn: '2017-11-13' })).toEqual([]);
});

import { expect, it } from 'vitest';
import { newProcess } from '@/domain/processes/compose/beginnings';
import { dryRun, type RegionInTheDry } from '@/domain/processes/dry-run';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { timelineOfCycle, timelineOfProcess } from '@/domain/processes/timeline';
import { SHIPPED_PROCESSES } from '../../../prisma/reference/processes/shipped-processes';
import { CYCLE } from './parts';

const processOf = (key: string) => SHIPPED_PROCESSES.find((process) => process.key === key)!.definition;

const region = (count: number): RegionInTheDry => ({
  groups: [{ id: 'north', name: 'North', ordinal: 1, authorityIds: Array.from({ length: count }, (_, index) => `${index}`) }],
  authorities: Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `Authority ${index}`, startedOn: null, endedOn: index === 0 ? '2020-03-31' : null })),
});
const ground = { days: [], meetings: [] };
const dry = (template: ProcessTemplateDefinition, count: number, today = '2026-06-01') => dryRun(template, { region: region(count), anchorOn: '2026-11-23', today, ground });
const TRIADS = newProcess({ title: 'Triads', anchorName: 'They meet', grouping: { is: 'made', word: 'triad', sizes: [3, 4] } });

it('every date of the process stands in order, with what is to be thought of at each', () => {
  const { dates, schedule, authorities, sets, months } = dry(CYCLE.template, 8);
  expect([schedule.startsOn, schedule.endsOn, authorities, sets, months[0], months.at(-1)]).toEqual(['2026-07-26', '2027-07-24', 7, 1, '2026-07', '2027-07']);
  expect(dates.map(({ dueOn }) => dueOn)).toEqual(dates.map(({ dueOn }) => dueOn).toSorted());
  expect(new Set(dates.map(({ step }) => step.key)).size).toBe(CYCLE.template.steps.length);
  expect(dates.find(({ step }) => step.key === 'open-cycle')).toMatchObject({ dueOn: '2026-07-26', warnings: ['A Sunday'] });
  expect(dates.find(({ step }) => step.key === 'share-out')).toMatchObject({ dueOn: '2027-02-01', warnings: [] });
  expect(dry(CYCLE.template, 8, '2026-08-01').dates[0]!.warnings).toContain('This day has passed');
});

it.each([[0, 0], [2, 0], [7, 2], [8, 2], [9, 3], [10, 3]])('of %i authorities, sets are made of those that are there: %i', (count, sets) => {
  const run = dry(TRIADS, count + 1);
  expect([run.authorities, run.authorities === 0 ? 0 : run.sets]).toEqual([count, sets]);
});

it('sets and rotations that cannot be made of so many are refused in words, and not counted', () => {
  const pairs = dry(processOf('paired-health-check'), 12);
  expect([pairs.authorities, pairs.sets, pairs.cannotBeMade]).toEqual([11, 0, ['11 authorities cannot be divided into pairs.']]);
  expect(dry(processOf('paired-health-check'), 13)).toMatchObject({ authorities: 12, sets: 6, cannotBeMade: [] });
  const moderated = (count: number) => dry(processOf('moderated-self-assessment'), count + 1).cannotBeMade;
  expect(moderated(4)).toEqual(['Every authority can be read by two others without a mutual pair only from five authorities on: there are 4.']);
  expect([...moderated(5), ...moderated(0)]).toEqual([]);
});

it('a date that is one for every set is said with what the process calls a set', () => {
  const methods = (template: ProcessTemplateDefinition, step: string) => dry(template, 13).dates.filter((date) => date.step.key === step).map(({ whom }) => whom);
  expect([...methods(processOf('paired-health-check'), 'agree-plan'), ...methods(CYCLE.template, 'group-actions'), ...methods(processOf('annual-self-assessment'), 'draft-plan')]).toEqual(['Every pair', 'Every group', 'Everyone']);
});

it('what is known of a day is said of the dates that it concerns', () => {
  const holiday = { kind: 'school-holiday' as const, name: 'Half term', fromOn: '2027-02-01', toOn: '2027-02-05', authority: null };
  const { dates } = dryRun(CYCLE.template, { region: region(8), anchorOn: '2026-11-23', today: '2026-06-01', ground: { days: [holiday] as never, meetings: [] } });
  expect(dates.find(({ step }) => step.key === 'share-out')!.warnings).toHaveLength(1);
});

it('a date that cannot be met is named beside it', () => {
  const late = { ...CYCLE.template, steps: CYCLE.template.steps.map((step) => (step.key === 'share-out' ? { ...step, due: { from: 'anchor' as const, offset: 400, unit: 'calendar' as const } } : step)) };
  const { dates } = dry(late, 4);
  expect(dates.find(({ step }) => step.key === 'share-out')!.warnings).toContain('Outside the cycle');
  expect(dates.find(({ step }) => step.key === 'board-headlines')!.warnings).toContain('Before “Priorities, support needs and good practice shared”, for which it waits');
});

it('a process is drawn by months from day 0, a cycle by the months of the calendar', () => {
  const drawn = timelineOfProcess(CYCLE.template);
  expect(drawn.ticks.map(({ label }) => label)).toEqual(['−3 mo.', 'Day 0', '+3 mo.', '+6 mo.']);
  expect(drawn.marks.get('write-self-view')).toEqual([{ from: 0, to: 93 }]);
  const { schedule } = dry(CYCLE.template, 8);
  expect(timelineOfCycle(schedule, '2026-11-23').ticks.map(({ label }) => label)).toEqual(['Oct 2026', 'Jan 2027', 'Apr', 'Jul']);
});

import { describe, expect, it } from 'vitest';
import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import { notToMoveTo } from '@/domain/processes/move-to-version';
import { scheduleOf, type Move } from '@/domain/processes/schedule';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import { stepsOf } from '@/domain/workflow';
import { aProcess } from './a-process';
import { aWholeRegion } from './a-whole-region';

const [first] = aProcess().steps;
const talk = { ...first!, key: 'talk', name: 'Talk', per: 'authority' as const, who: ['dcs' as const], doneWhen: 'recorded' as const, due: { from: 'anchor' as const, offset: 0, unit: 'calendar' as const }, waitsFor: [] };
const process = aProcess({ steps: [talk] });
const next = (change: Partial<StepDefinition> | null): ProcessTemplateDefinition => ({ ...process, steps: change ? [{ ...talk, ...change }] : [{ ...talk, key: 'other' }] });

function moved(definition: ProcessTemplateDefinition, { waivers = [], moves = [] }: { waivers?: string[]; moves?: Move[] }) {
  const { facts, regionId, places } = aWholeRegion(process, '2017-11-23');
  const schedule: CycleSchedule = {
    id: 'cycle', regionId, name: '2017/18', closedAt: null, packsIssuedAt: null, template: process, anchorOn: '2017-11-23', groups: [], forumDays: [],
    places: places.map((place) => ({ ...place, groupOrdinal: 1 })),
    moves: moves.map((move) => ({ ...move, reason: 'Asked for', movedAt: new Date(0), movedBy: 'me' })),
  };
  const known = { ...facts(new Map()), taskGroups: [], waivers: new Map(waivers.map((scope) => [`talk|${scope}`, 'Agreed'])) };
  const steps = stepsOf(known, process.steps, scheduleOf(schedule).at, '2017-10-01');
  const version = { id: 'v', key: 'k', publishedAt: new Date(0), withdrawnAt: null };
  return notToMoveTo({ schedule, facts: known, steps, from: { ...version, version: 1 } }, { ...version, version: 2, definition }, '2017-10-01')?.because ?? null;
}

describe('what was decided for somebody is not lost where the step lives on for others', () => {
  const move = (scope: string): Move => ({ stepKey: 'talk', scope, toOn: '2017-12-01' });

  it('a step that was marked as not needed', () => {
    const decided = { waivers: ['authority:authority-1', 'authority:authority-2'] };
    expect(moved(next({ per: 'group' }), decided)).toBe('What was decided would be lost: “Talk” was marked as not needed for authority-1 and 1 more. In the new version the step stands for others: keep that as it was.');
    expect([moved(next({ name: 'Long talk' }), decided), moved(next(null), decided)]).toEqual([null, null]);
  });

  it('a date that was moved by hand', () => {
    const decided = { moves: [move('authority:authority-1')] };
    expect(moved(next({ per: 'region' }), decided)).toBe('What was decided would be lost: the date of “Talk” was moved by hand for authority-1. In the new version the step stands for others: keep that as it was.');
    expect([moved(next({ name: 'Long talk' }), decided), moved(next(null), decided), moved(next({ per: 'region' }), { moves: [move('cycle')] })]).toEqual([null, null, null]);
  });
});

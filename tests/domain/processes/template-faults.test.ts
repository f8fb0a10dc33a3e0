import { describe, expect, it } from 'vitest';
import { templateFaults } from '@/domain/processes/template-faults';
import type { StepDefinition } from '@/domain/processes/template';
import { NORTH_WEST_PROCESS } from '../../../prisma/reference/processes/north-west-annual-cycle';

const changed = (key: string, change: Partial<StepDefinition>) =>
  templateFaults({ ...NORTH_WEST_PROCESS, steps: NORTH_WEST_PROCESS.steps.map((step) => (step.key === key ? { ...step, ...change } : step)) });

describe('what is wrong with a process is named', () => {
  it('the North West’s has nothing wrong', () => {
    expect(templateFaults(NORTH_WEST_PROCESS)).toEqual([]);
  });

  it('a circle', () => {
    expect(changed('sign-self-view', { waitsFor: ['submit-self-view'] })).toEqual([
      'Self-view signed by the Lead Member waits for Self-view submitted and accepted waits for Self-view signed by the Lead Member: that is a circle.',
    ]);
  });

  it('a circle of dates', () => {
    expect(changed('sign-notes', { due: { from: 'step', step: 'action-plan', offset: 1, unit: 'calendar' } })).toEqual(['Notes agreed waits for Action plan written waits for Notes agreed: that is a circle.']);
  });

  it('a step that nobody can do', () => {
    expect(changed('issue-packs', { who: ['dcs'] })).toEqual(['Nobody can do Packs and questions issued: no DCS acts for the region.']);
    expect(changed('sign-mou', { signatories: [] })).toEqual(['Nobody can do Memorandum of understanding signed: it is to be signed and names no signatory.']);
    expect(changed('action-plan', { document: undefined })).toEqual(['Nobody can do Action plan written: it names no document.']);
    expect(changed('sign-mou', { signatories: ['ofsted'] })).toEqual(['Nobody can sign at Memorandum of understanding signed as Ofsted: there is no such post at an authority.']);
  });

  it('a reference to nothing', () => {
    expect(changed('share-out', { waitsFor: ['fora'] })).toEqual(['Priorities, support needs and good practice shared refers to a step fora, which there is not.']);
    expect(changed('share-out', { phase: 'spring' })).toEqual(['Priorities, support needs and good practice shared stands in a phase spring, which there is not.']);
  });

  it('a step that stands there twice', () => {
    expect(templateFaults({ ...NORTH_WEST_PROCESS, steps: [...NORTH_WEST_PROCESS.steps, NORTH_WEST_PROCESS.steps[0]!] })).toEqual(['Step open-cycle stands there twice.']);
  });

  it('a date before that of what it waits for, which the source misprints', () => {
    const january = NORTH_WEST_PROCESS.waves.map((wave) => (wave.key === 'january' ? { ...wave, forumOffsets: [48 - 365, 49 - 365, 50 - 365] } : wave));
    expect(templateFaults({ ...NORTH_WEST_PROCESS, waves: january })).toEqual(
      expect.arrayContaining(['Forum held cannot be met: it is due before Packs and questions issued, for which it waits.', 'Forum held cannot be met: its date is outside the cycle.']),
    );
    expect(changed('prepare-forum', { opens: { from: 'wave', offset: 3, unit: 'calendar' } })).toEqual(['Prepared to challenge and to be challenged cannot be met: it opens after it is due.']);
  });
});

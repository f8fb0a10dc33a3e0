import { describe, expect, it } from 'vitest';
import { templateFaults } from '@/domain/processes/template-faults';
import type { Grouping, PaperDefinition, RoleDefinition, StepDefinition } from '@/domain/processes/template';
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

  it('a part that there is not in the shape of the process: sets and their leads, leads of standing groups, peers of no authority', () => {
    const [first] = NORTH_WEST_PROCESS.steps;
    const says = (grouping: Grouping, change: Partial<StepDefinition>) => {
      const roles: RoleDefinition[] = [{ key: 'peer', name: 'peer', each: 1, offices: ['dcs'], found: 'by-hand', mutual: false, named: false }];
      const papers: PaperDefinition[] = [{ key: 'p', name: 'paper', per: change.per === 'region' ? 'region' : 'group', by: 'sli-coordinator', sectionsBy: {}, sections: [] }];
      const step = { ...first!, key: 's', name: 'Talk', doneWhen: 'recorded' as const, ...change };
      return templateFaults({ ...NORTH_WEST_PROCESS, grouping, roles, papers: change.paper ? papers : [], steps: [...NORTH_WEST_PROCESS.steps.filter(({ who }) => !who.includes('group-lead')), step] }).filter((says) => says.includes('Talk'));
    };
    const standing: Grouping = { is: 'standing' };
    const made: Grouping = { is: 'made', word: 'pair', sizes: [2] };
    const nobody = (party: string, per: string) => [`Nobody can do Talk: no ${party} acts for ${per}.`];
    for (const per of ['group', 'authority'] as const) {
      const where = per === 'group' ? 'a group' : 'an authority';
      expect([says(standing, { per, who: ['set-lead'] }), says(standing, { per, who: ['set-members'] }), says(made, { per, who: ['group-lead'] })]).toEqual([nobody('leading DCS', where), nobody('DCS of each member', where), nobody('Group lead', where)]);
      expect([...says(made, { per, who: ['set-lead'] }), ...says({ is: 'one' }, { per, who: ['set-members'] }), ...says(standing, { per, who: ['group-lead'] })]).toEqual([]);
    }
    expect(says(standing, { per: 'task-group', who: ['set-lead'] })).toEqual([]);
    expect(says(made, { per: 'group', who: ['peer:peer'] })).toEqual(nobody('peer', 'a group'));
    const signed = (grouping: Grouping, per: 'region' | 'group', signatories: StepDefinition['signatories']) => says(grouping, { per, who: ['sli-coordinator'], paper: 'p', doneWhen: 'signed', signatories });
    expect(signed(made, 'group', ['set-members'])).toEqual([]);
    expect([...signed(standing, 'group', ['set-members']), ...signed(made, 'region', ['set-lead']), ...signed(made, 'group', ['peer:peer'])]).toEqual([
      'Nobody can sign at Talk as DCS of each member: there is no such post at a group.',
      'Nobody can sign at Talk as leading DCS: there is no such post at the region.',
      'Nobody can sign at Talk as peer: there is no such post at a group.',
    ]);
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

it.each([
  ['letter', 'the letter stands for an authority.', 'The letter gives a section gone to somebody, which there is not.'],
  ['notes', 'the notes stand for an authority.', 'The notes give a section gone to somebody, which there is not.'],
])('a paper is one or many by its name: the %s', (name, stands, gives) => {
  const paper: PaperDefinition = { key: 'p', name, per: 'authority', by: 'dcs', sectionsBy: { gone: 'dcs' }, sections: [] };
  const step = { ...NORTH_WEST_PROCESS.steps[0]!, key: 's', name: 'Talk', per: 'region' as const, paper: 'p', doneWhen: 'read' as const };
  const said = templateFaults({ ...NORTH_WEST_PROCESS, papers: [paper], steps: [...NORTH_WEST_PROCESS.steps, step] });
  expect(said.map((says) => says.replace(/^Talk is done for .*, and /, ''))).toEqual(expect.arrayContaining([stands, gives]));
});

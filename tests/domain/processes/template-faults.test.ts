import { describe, expect, it } from 'vitest';
import { templateFaults } from '@/domain/processes/template-faults';
import type { Grouping, PaperDefinition, ProcessTemplateDefinition, RoleDefinition, StepDefinition } from '@/domain/processes/template';
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

  const [first] = NORTH_WEST_PROCESS.steps;
  const role = (change: Partial<RoleDefinition>): RoleDefinition => ({ key: 'peer', name: 'peer', each: 1, offices: ['dcs'], found: 'by-hand', mutual: false, named: false, ...change });
  const paper: PaperDefinition = { key: 'p', name: 'comments', per: 'authority', by: 'dcs', sectionsBy: {}, sections: [] };
  const DAY_0 = { from: 'anchor', offset: 0, unit: 'calendar' } as const;
  /** What is said of steps that stand beside those of the North West. */
  const beside = (steps: readonly Partial<StepDefinition>[], change: Partial<ProcessTemplateDefinition> = {}) => {
    const own = steps.map((step, index): StepDefinition => ({ ...first!, key: `s${index}`, name: `Talk ${index}`, due: DAY_0, doneWhen: 'recorded', ...step }));
    return templateFaults({ ...NORTH_WEST_PROCESS, papers: own.some((step) => step.paper) ? [paper] : [], ...change, steps: [...NORTH_WEST_PROCESS.steps, ...own] }).filter((says) => says.includes('Talk') || says.includes('be peer:') || says.includes('as peer'));
  };
  const AT_AN_AUTHORITY = 'it happens at each authority. Let it be done once for each authority.';
  const OF_THE_REGION = 'its document is the region’s own. Let it be done once for the region.';

  it.each([
    [{ per: 'region', document: 'self-view', doneWhen: 'submitted' }, `Talk 0 cannot be done for the region: ${AT_AN_AUTHORITY}`],
    [{ per: 'region', document: 'mou', doneWhen: 'signed', signatories: ['board-chair'] }, `Talk 0 cannot be done for the region: ${AT_AN_AUTHORITY}`],
    [{ per: 'group', document: 'self-view', doneWhen: 'accepted' }, `Talk 0 cannot be done for a group: ${AT_AN_AUTHORITY}`],
    [{ per: 'region', document: 'forum-notes', doneWhen: 'made-final' }, `Talk 0 cannot be done for the region: ${AT_AN_AUTHORITY}`],
    [{ per: 'group', document: 'questions', doneWhen: 'agreed' }, `Talk 0 cannot be done for a group: ${AT_AN_AUTHORITY}`],
    [{ per: 'authority', document: 'regional-profile', doneWhen: 'signed-off' }, `Talk 0 cannot be done for an authority: ${OF_THE_REGION}`],
    [{ per: 'wave', document: 'programme', doneWhen: 'signed-off' }, `Talk 0 cannot be done for a wave: ${OF_THE_REGION}`],
    [{ per: 'authority', document: 'mou', doneWhen: 'agreed' }, 'Nobody can do Talk 0: that is nothing that happens to its document. Choose anew when it is done.'],
  ] as const)('a document that is looked for where it does not stand: %o', (step, says) => {
    expect(beside([step as Partial<StepDefinition>])).toEqual([says]);
  });

  it.each([
    ['self-view', 'submitted', ['data-group-chair'], 'Data group chair may not do it. Let it fall to DCS.'],
    ['questions', 'agreed', ['lead-member'], 'Lead Member may not do it. Let it fall to Data group chair.'],
    ['questions', 'pack-read', ['contributor', 'sli-coordinator'], 'Contributor and SLI coordinator may not do it. Let it fall to DCS, Assistant Director, Lead Member, Chief Executive, Data lead or Policy officer.'],
    ['annual-conversation', 'released', ['sli-coordinator'], 'SLI coordinator may not do it. Let it fall to DCS.'],
    ['action-plan', 'plan-reviewed', ['dcs'], 'DCS may not do it. Let it fall to lead peer challenger or Group lead.'],
  ] as const)('a step that falls to a post which may not do it: %s %s by %o', (document, doneWhen, who, says) => {
    expect(beside([{ per: 'authority', document, doneWhen, who: [...who] }])).toEqual([`Nobody can do Talk 0: ${says}`]);
    expect(beside([{ per: 'authority', document, doneWhen, who: [...who, 'dcs', 'data-group-chair', 'group-lead'] }])).toEqual([]);
  });

  it('a step that rests on what no step brings about', () => {
    const without = (doneWhen: StepDefinition['doneWhen']) => templateFaults({ ...NORTH_WEST_PROCESS, steps: NORTH_WEST_PROCESS.steps.filter((step) => step.doneWhen !== doneWhen).map((step) => ({ ...step, waitsFor: [] })) }).filter((says) => says.startsWith('Nobody'));
    expect(without('made-final')).toEqual(['Nobody can do Notes agreed: no step makes the notes final that are to be signed.']);
    expect(without('agreed')).toEqual(['Nobody can do Packs and questions issued: no step agrees the questions that are to be issued.']);
  });

  it('a paper that is not handed over, put out, issued or read by those whose step it is', () => {
    const handedOver = { per: 'authority', who: ['dcs'], paper: 'p', doneWhen: 'handed-over' } as const satisfies Partial<StepDefinition>;
    const at = (doneWhen: StepDefinition['doneWhen'], who: StepDefinition['who']): Partial<StepDefinition> => ({ per: 'authority', who, paper: 'p', doneWhen, ...(doneWhen === 'signed' ? { signatories: ['lead-member'] } : {}) });
    const nobody = (index: number, says: string) => [`Nobody can do Talk ${index}: ${says}`];
    expect(beside([at('handed-over', ['data-lead'])])).toEqual(nobody(0, 'the comments are written by DCS, who hands over what was written. Let it fall to DCS.'));
    expect(beside([at('signed', ['lead-member'])])).toEqual(nobody(0, 'the comments are put out for signature by DCS, who writes the text. Let it fall to DCS first.'));
    expect([...beside([at('signed', ['dcs', 'lead-member'])]), ...beside([handedOver, at('signed', ['lead-member'])])]).toEqual([]);
    expect(beside([handedOver, at('issued', ['dcs'])])).toEqual(nobody(1, 'the comments are issued by the regional team. Let it fall to SLI coordinator or Facilitator.'));
    expect(beside([at('issued', ['sli-coordinator'])])).toEqual(nobody(0, 'no step asks DCS to hand over the comments that are to be issued.'));
    expect(beside([at('issued', ['sli-coordinator'])], { papers: [{ ...paper, by: 'sli-coordinator' }] })).toEqual([]);
    expect(beside([at('read', ['lead-member'])])).toEqual(nobody(0, 'no step hands over, signs or issues the comments, so there is nothing to read.'));
    expect(beside([handedOver, at('read', ['lead-member'])])).toEqual([]);
  });

  it('a role that nobody can have, or too few in a set, and somebody found by a post that finds nobody', () => {
    const made: Grouping = { is: 'made', word: 'triad', sizes: [2, 3] };
    expect(beside([], { roles: [role({ offices: ['sli-coordinator', 'board-chair'] })] })).toEqual(['Nobody can be peer: the part goes to another authority, and no post named for it stands at one. Choose posts of an authority or of its partners.']);
    expect(beside([], { roles: [role({ found: 'set' })] })).toEqual(['Nobody can be peer: it is to be the others of its set, and this process makes no sets. Choose another way to find them.']);
    expect(beside([], { grouping: made, roles: [role({ found: 'set', each: 3 })] })).toEqual(['Each authority is to have three as peer out of its own set, where it finds two at most. Lower the number, or make the sets larger.']);
    expect(beside([], { grouping: made, roles: [role({ found: 'set', each: 2 })] })).toEqual([]);
    const finds = { per: 'authority', doneWhen: 'assigned', role: 'peer', who: ['dcs'] } as const satisfies Partial<StepDefinition>;
    expect(beside([{ ...finds, who: ['dcs'] }], { roles: [role({})] })).toEqual(['Nobody can do Talk 0: DCS may not do it. Let it fall to SLI coordinator.']);
    expect(beside([{ ...finds, who: ['dcs', 'sli-coordinator'] }], { roles: [role({})] })).toEqual([]);
  });

  it('a part that there is not in the shape of the process: sets and their leads, leads of standing groups, peers of no authority', () => {
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

  it('a date on the calendar is met where some day 0 of a year meets it, on whichever weekday', () => {
    const due = (key: string, rule: StepDefinition['due'], waitsFor: string[] = []): StepDefinition => ({ ...first!, key, name: key, due: rule, waitsFor, doneWhen: 'recorded' });
    const faults = (...steps: StepDefinition[]) => templateFaults({ ...NORTH_WEST_PROCESS, spans: { from: -30, to: 30 }, steps });
    const tuesday = (month: number): StepDefinition['due'] => ({ from: 'weekday', nth: 1, weekday: 2, month, offset: 0, unit: 'calendar' });
    for (const month of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) expect(faults(due('a', tuesday(month)))).toEqual([]);
    const narrow = (month: number, days: number) => templateFaults({ ...NORTH_WEST_PROCESS, spans: { from: -days, to: days }, steps: [due('a', tuesday(month))] });
    expect([...narrow(6, 0), ...narrow(10, 1)]).toEqual([]);
    const days = (offset: number, unit: 'calendar' | 'working' = 'calendar') => ({ from: 'anchor' as const, offset, unit });
    expect(faults(due('four working days', days(4, 'working')), due('five days', days(5), ['four working days']))).toEqual([]);
    expect(faults(due('four working days', days(4, 'working')), due('three days', days(3), ['four working days']))).toEqual(['three days cannot be met: it is due before four working days, for which it waits.']);
    expect(faults(due('before', days(0)), due('a', tuesday(3), ['before']), due('after', days(1), ['a']))).toEqual([]);
    expect(faults(due('a', tuesday(1)), due('b', tuesday(4)))).toHaveLength(1);
    expect(faults(due('a', tuesday(7)), due('late', days(31)))).toEqual(['late cannot be met: its date is outside the cycle.']);
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

import { expect, it } from 'vitest';
import type { FieldDefinition, SectionDefinition } from '@/domain/documents/template';
import { isSame, SAID_OTHERWISE, whatChanged } from '@/domain/processes/compose/what-changed';
import { newPaper, newRole } from '@/domain/processes/compose/beginnings';
import type { PaperDefinition, ProcessTemplateDefinition, RoleDefinition, StepDefinition } from '@/domain/processes/template';
import { SHIPPED_PROCESSES } from '../../../../prisma/reference/processes/shipped-processes';
import { CYCLE } from '../parts';

const FROM = CYCLE.template;
const said = (to: ProcessTemplateDefinition, from = FROM) => whatChanged(from, to).map(({ says }) => says);
const withStep = (key: string, change: Partial<StepDefinition>): ProcessTemplateDefinition => ({ ...FROM, steps: FROM.steps.map((step) => (step.key === key ? { ...step, ...change } : step)) });

it('nothing is different between a process and itself, however its fields are ordered', () => {
  expect(said(FROM)).toEqual([]);
  expect(said({ ...FROM, steps: FROM.steps.map((step) => Object.fromEntries(Object.entries(step).reverse()) as StepDefinition) })).toEqual([]);
});

it.each<[string, Partial<StepDefinition>, string[]]>([
  ['sign-notes', { due: { from: 'wave', offset: 30, unit: 'working' } }, ['“Notes agreed” is due 30 working days after the first forum of the wave; before, 36 days after the first forum of the wave.']],
  ['sign-notes', { signatories: ['dcs', 'lead-member'] }, ['“Notes agreed” is signed by the DCS and the Lead Member; before, by the DCS, the Lead Member and the Chief Executive.']],
  ['sign-notes', { signInOrder: true }, ['“Notes agreed” is signed by the DCS, the Lead Member and the Chief Executive, in that order; before, by the DCS, the Lead Member and the Chief Executive.']],
  ['share-out', { waitsFor: ['sign-notes'] }, ['“Priorities, support needs and good practice shared” now waits for “Notes agreed”.', '“Priorities, support needs and good practice shared” no longer waits for “Forum held”.']],
  ['share-out', { who: ['sli-coordinator', 'facilitator'], event: false }, ['“Priorities, support needs and good practice shared” falls to the SLI coordinator and the Facilitator; before, to the SLI coordinator.', '“Priorities, support needs and good practice shared” is no longer a day on which people meet.']],
  ['action-plan', { doneWhen: 'recorded', document: undefined }, ['“Action plan written” is done when whoever owes it records that it is done; before, when the action plan is written.']],
  ['action-plan', { guidance: 'Keep it short.', opensTo: ['board'], remind: [] }, ['When “Action plan written” is done, it may be read by the Board.', 'Reminders of “Action plan written” go out no more.', 'The words of “Action plan written” were changed.']],
  ['forum', { due: { from: 'weekday', nth: 3, weekday: 4, month: 1, offset: 0, unit: 'calendar' } }, ['“Forum held” is due the third Thursday of January; before, the day of the forum.']],
])('what is different in “%s” is said', (key, change, sentences) => {
  expect(said(withStep(key, change))).toEqual(sentences);
});

it('what came, went and was moved is said once each', () => {
  const [first, second, ...others] = FROM.steps as [StepDefinition, StepDefinition, ...StepDefinition[]];
  expect(said({ ...FROM, steps: [second, first, ...others] })).toEqual(['“Cycle opened” now stands after “Self-view written”.']);
  expect(said({ ...FROM, steps: FROM.steps.slice(0, -1) })).toEqual(['“Action plan reviewed” is gone.']);
  expect(said({ ...FROM, steps: [...FROM.steps, { ...second, key: 'thanked', name: 'Thanked' }] })).toEqual(['“Thanked” is new: for each authority, due 27 days before day 0.']);
  expect(said({ ...FROM, waves: FROM.waves.map((wave) => ({ ...wave, forumOffsets: wave.forumOffsets.map((offset) => offset + 7) })) })[0]).toBe('The days of the wave “December” are 26, 27, 28 days from day 0; before, 19, 20, 21.');
  expect(said({ ...FROM, rounds: true })).toEqual(['A cycle takes some of the authorities, until in a round of cycles all have had theirs; before, whoever is to take part, whether they did last time or not.']);
  expect(said({ ...FROM, words: { ...FROM.words, selfView: 'self-assessment' } })).toEqual(['It says “self-assessment” where it said “self-view”.']);
  const paper = newPaper(FROM, { name: 'asks and offers', per: 'authority', by: 'dcs' });
  const role = newRole(FROM, 'observer');
  const more = { ...FROM, papers: [paper], roles: [role], grouping: { is: 'one' as const }, spans: { from: -120, to: 300 } };
  expect(said(more)).toEqual([
    'A cycle runs from 120 days before day 0 to 300 days after day 0; before, from 120 days before day 0 to 243 days after day 0.',
    'Authorities are put together all in one; before, in the region’s standing groups.',
    'The role “observer” is new.',
    'The paper “asks and offers” is new.',
  ]);
  expect(said({ ...more, papers: [{ ...paper, by: 'lead-member', sections: [{ ...paper.sections[0]!, guidance: 'One page' }] }], roles: [{ ...role, each: 2 }] }, more)).toEqual([
    'Each authority has 2 as “observer”; before, 1.',
    '“asks and offers” is written by the Lead Member; before, by the DCS.',
    'What the section “Asks and offers” of “asks and offers” asks was changed.',
  ]);
});

type Alteration = (process: ProcessTemplateDefinition) => ProcessTemplateDefinition;
const atFirst = <Item>([first, ...others]: readonly Item[], change: (item: Item) => Item): Item[] => (first === undefined ? [] : [change(first), ...others]);
const turned = <Item>([first, second, ...others]: readonly Item[]): Item[] => (first === undefined || second === undefined ? [] : [second, first, ...others]);
const toStep = (change: Partial<StepDefinition>): Alteration => (process) => ({ ...process, steps: atFirst(process.steps, (step) => ({ ...step, ...change })) });
const toPaper = (change: (paper: PaperDefinition) => Partial<PaperDefinition>): Alteration => (process) => ({ ...process, papers: atFirst(process.papers, (paper) => ({ ...paper, ...change(paper) })) });
const toRole = (change: Partial<RoleDefinition>): Alteration => (process) => ({ ...process, roles: atFirst(process.roles, (role) => ({ ...role, ...change })) });
const toSection = (change: Partial<SectionDefinition>) => toPaper(({ sections }) => ({ sections: atFirst(sections, (section) => ({ ...section, ...change })) }));
const toField = (change: Partial<FieldDefinition>) => toPaper(({ sections }) => ({ sections: atFirst(sections, (section) => ({ ...section, fields: atFirst(section.fields, (field) => ({ ...field, ...change })) })) }));

/** Each alters one thing that a process says, whatever the process is. */
const ALTERATIONS: Record<string, Alteration> = {
  title: (process) => ({ ...process, title: 'Another' }),
  suffix: (process) => ({ ...process, suffix: `${process.suffix}more` }),
  about: (process) => ({ ...process, about: `${process.about} More.` }),
  'words.forum': (process) => ({ ...process, words: { ...process.words, forum: 'talk' } }),
  'words.cycle': (process) => ({ ...process, words: { ...process.words, cycle: 'round' } }),
  grouping: (process) => ({ ...process, grouping: { is: 'made', word: 'crowd', sizes: [7, 8] } }),
  leads: (process) => ({ ...process, leads: process.leads === 'none' ? 'by-hand' : 'none' }),
  rounds: (process) => ({ ...process, rounds: !process.rounds }),
  anchorName: (process) => ({ ...process, anchorName: 'The day' }),
  ordinaryAnchor: (process) => ({ ...process, ordinaryAnchor: '2019-01-02' }),
  spans: (process) => ({ ...process, spans: { ...process.spans, to: process.spans.to + 1 } }),
  'formats: another': (process) => ({ ...process, formats: { ...process.formats, 'self-view': 'of-its-own' } }),
  'formats: none': (process) => ({ ...process, formats: {} }),
  'phase: name': (process) => ({ ...process, phases: atFirst(process.phases, (phase) => ({ ...phase, name: 'Another' })) }),
  'phase: one more': (process) => ({ ...process, phases: [...process.phases, { key: 'more', name: 'More' }] }),
  'phases: order': (process) => ({ ...process, phases: turned(process.phases) }),
  'wave: name': (process) => ({ ...process, waves: atFirst(process.waves, (wave) => ({ ...wave, name: 'Another' })) }),
  'wave: days': (process) => ({ ...process, waves: atFirst(process.waves, (wave) => ({ ...wave, forumOffsets: [...wave.forumOffsets, 99] })) }),
  'wave: order of days': (process) => ({ ...process, waves: atFirst(process.waves, (wave) => ({ ...wave, forumOffsets: wave.forumOffsets.toReversed() })) }),
  'waves: order': (process) => ({ ...process, waves: turned(process.waves) }),
  'role: name': toRole({ name: 'another' }),
  'role: each': toRole({ each: 8 }),
  'role: offices': toRole({ offices: ['lead-member'] }),
  'role: found': (process) => ({ ...process, roles: atFirst(process.roles, (role) => ({ ...role, found: role.found === 'set' ? 'by-hand' : 'set' })) }),
  'role: mutual': (process) => ({ ...process, roles: atFirst(process.roles, (role) => ({ ...role, mutual: !role.mutual })) }),
  'role: named': (process) => ({ ...process, roles: atFirst(process.roles, (role) => ({ ...role, named: !role.named })) }),
  'roles: one less': (process) => ({ ...process, roles: process.roles.slice(1) }),
  'roles: order': (process) => ({ ...process, roles: turned(process.roles) }),
  'paper: name': toPaper(() => ({ name: 'another' })),
  'paper: per': toPaper(({ per }) => ({ per: per === 'region' ? 'authority' : 'region' })),
  'paper: by': toPaper(() => ({ by: 'lead-member' })),
  'paper: writers of sections': toPaper(() => ({ sectionsBy: { any: 'data-lead' } })),
  'paper: fills': toPaper(({ fills }) => ({ fills: fills === 'ratings' ? 'asks-and-offers' : 'ratings' })),
  'paper: fills nothing': toPaper(() => ({ fills: undefined })),
  'papers: order': (process) => ({ ...process, papers: turned(process.papers) }),
  'section: title': toSection({ title: 'Another' }),
  'section: guidance': toSection({ guidance: 'Another.' }),
  'section: one more': toPaper(({ sections }) => ({ sections: [...sections, { ...sections[0]!, key: 'one-more' }] })),
  'sections: order': toPaper(({ sections }) => ({ sections: sections.length > 1 ? turned(sections) : sections })),
  'field: label': toField({ label: 'Another' }),
  'field: kind': toField({ kind: 'exceptions' }),
  'field: limit': toField({ limit: 7 }),
  'field: text': toField({ text: 'From the start' }),
  'step: name': toStep({ name: 'Another' }),
  'step: number': toStep({ number: '99' }),
  'step: act': toStep({ act: 'Do another' }),
  'step: heading': toStep({ heading: ['Another'] }),
  'step: phase': (process) => ({ ...process, steps: atFirst(process.steps, (step) => ({ ...step, phase: process.phases.at(-1)!.key })) }),
  'step: per': toStep({ per: 'task-group' }),
  'step: who': toStep({ who: ['lead-member'] }),
  'step: document': toStep({ document: 'programme' }),
  'step: paper': toStep({ paper: 'of-its-own' }),
  'step: role': toStep({ role: 'of-its-own' }),
  'step: signatories': toStep({ signatories: ['lead-member', 'dcs'] }),
  'step: signs in order': toStep({ signInOrder: true }),
  'step: opens': toStep({ opens: { from: 'anchor', offset: -99, unit: 'working' } }),
  'step: due': toStep({ due: { from: 'anchor', offset: 1, unit: 'working' } }),
  'step: waits for': (process) => ({ ...process, steps: atFirst(process.steps, (step) => ({ ...step, waitsFor: [process.steps.at(-1)!.key] })) }),
  'step: done when': toStep({ doneWhen: 'prepared' }),
  'step: reminders': toStep({ remind: [3] }),
  'step: readers': toStep({ opensTo: ['board'] }),
  'step: no readers': toStep({ opensTo: [] }),
  'step: event': (process) => ({ ...process, steps: atFirst(process.steps, (step) => ({ ...step, event: !step.event })) }),
  'step: guidance': toStep({ guidance: 'Another.' }),
  'step: on the board': (process) => ({ ...process, steps: atFirst(process.steps, (step) => ({ ...step, onBoard: !step.onBoard })) }),
  'step: proposed': (process) => ({ ...process, steps: atFirst(process.steps, (step) => ({ ...step, proposed: !step.proposed })) }),
  'steps: one less': (process) => ({ ...process, steps: process.steps.slice(0, -1) }),
  'steps: order': (process) => ({ ...process, steps: turned(process.steps) }),
};

it.each(SHIPPED_PROCESSES.map(({ key, definition }) => [key, definition] as const))('whatever is altered in “%s” is said, and nothing where nothing is', (_, process) => {
  for (const [what, alter] of Object.entries(ALTERATIONS)) {
    const altered = alter(process);
    const back = [said(altered, process), said(process, altered)];
    expect([what, ...back.map((sentences) => sentences.length === 0)]).toEqual([what, isSame(altered, process), isSame(altered, process)]);
    expect(back.flat()).not.toContain(SAID_OTHERWISE);
  }
});

it('each alteration alters something in some process', () => {
  expect(Object.entries(ALTERATIONS).filter(([, alter]) => SHIPPED_PROCESSES.every(({ definition }) => isSame(alter(definition), definition))).map(([what]) => what)).toEqual([]);
});

it('another order is said once, and what the order means nothing to is said to be nothing', () => {
  const paper: PaperDefinition = { ...newPaper(FROM, { name: 'letter', per: 'authority', by: 'dcs' }), sections: ['One', 'Two', 'Three'].map((title) => ({ key: title.toLowerCase(), title, guidance: '', fields: [{ key: 'text', kind: 'text', label: title, hint: '' }] })) };
  const from = { ...FROM, papers: [paper] };
  const [one, two, three] = paper.sections as [SectionDefinition, SectionDefinition, SectionDefinition];
  expect(said({ ...from, papers: [{ ...paper, sections: [two, three, one], fills: 'ratings' }] }, from)).toEqual([
    'The section “One” of “letter” now stands after “Three”.',
    'The first section of “letter” can be filled in with ratings from the moderation comments; before, by hand alone.',
  ]);
  expect(said({ ...from, papers: [{ ...paper, fills: undefined }] }, { ...from, papers: [{ ...paper, fills: 'ratings' }] })).toEqual(['The first section of “letter” is filled in by hand alone; before, with ratings from the moderation comments.']);
  expect(said({ ...FROM, waves: turned(FROM.waves) })).toEqual([`The wave “${FROM.waves[0]!.name}” now stands after “${FROM.waves[1]!.name}”.`]);
  expect(said({ ...FROM, phases: turned(FROM.phases) })).toEqual([`The phase “${FROM.phases[0]!.name}” now stands after “${FROM.phases[1]!.name}”.`]);
  expect(said({ ...FROM, formats: { 'self-view': 'short-form' }, ordinaryAnchor: '2018-11-22' })).toEqual([
    'The self-view is written in the format “short-form”; before, in the first format of the region.',
    'An ordinary day 0, from which its dates are tried, is Thursday 22 November 2018; before, Thursday 23 November 2017.',
  ]);
  expect(said(withStep('share-out', { who: ['sli-coordinator', 'facilitator'] }), withStep('share-out', { who: ['facilitator', 'sli-coordinator'] }))).toEqual([SAID_OTHERWISE]);
});

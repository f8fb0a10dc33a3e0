import { expect, it } from 'vitest';
import { whatChanged } from '@/domain/processes/compose/what-changed';
import { newPaper, newRole } from '@/domain/processes/compose/beginnings';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
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

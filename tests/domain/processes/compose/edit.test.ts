import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { newProcess } from '@/domain/processes/compose/beginnings';
import { changeProcess, type ProcessFacts } from '@/domain/processes/compose/change-process';
import { publishProcess } from '@/domain/processes/compose/drafts';
import { applyEdit, type Edited, type ProcessEdit } from '@/domain/processes/compose/edit';
import { partText } from '@/domain/processes/compose/parts-of';
import { processTemplate, type ProcessTemplateDefinition, type StepDefinition } from '@/domain/processes/template';
import { faultsAt, faultsOf, templateFaults } from '@/domain/processes/template-faults';
import { CAPACITIES } from '../../../support/cast-in-memory';
import { CYCLE } from '../parts';

const NORTH_WEST_PROCESS = CYCLE.template;
const { as } = CAPACITIES.find(({ role }) => role === 'coordinator')!;
const coordinator: Actor = { personId: 'coordinator', name: 'Coordinator', posts: [as!], as, challenges: [], audiences: [] };
const after = (definition: ProcessTemplateDefinition, edit: ProcessEdit): Edited => {
  const edited = applyEdit(definition, edit);
  if (isRefusal(edited)) throw new Error(edited.because);
  return edited;
};
const because = (definition: ProcessTemplateDefinition, edit: ProcessEdit) => {
  const edited = applyEdit(definition, edit);
  return isRefusal(edited) ? edited.because : 'accepted';
};
const step = (definition: ProcessTemplateDefinition, key: string) => definition.steps.find((one) => one.key === key)!;
const signNotes = step(NORTH_WEST_PROCESS, 'sign-notes');
const TRIADS = newProcess({ title: 'Triads', anchorName: 'The day on which the triads meet', grouping: { is: 'made', word: 'triad', sizes: [3, 4] } });
const draft = (definition: ProcessTemplateDefinition): ProcessFacts => ({ id: 'draft', regionId: 'north-west', key: 'process', version: 2, origin: 'own', saves: 4, publishedAt: null, withdrawnAt: null, definition });

describe('a new step', () => {
  it('stands at the end of its phase, due on day 0, with whoever it most likely falls to', () => {
    const { definition, made } = after(NORTH_WEST_PROCESS, { is: 'add-step', step: { name: 'Peers’ talk', phase: 'after', per: 'group' } });
    expect(made).toBe('peers-talk');
    expect(definition.steps.filter(({ phase }) => phase === 'after').map(({ key }) => key)).toEqual(['annual-conversation', 'action-plan', 'review-plan', 'peers-talk']);
    expect(step(definition, 'peers-talk')).toMatchObject({ who: ['group-lead'], due: { from: 'anchor', offset: 0 }, doneWhen: 'recorded', heading: ['Peers’ talk'] });
    expect(step(after(TRIADS, { is: 'add-step', step: { name: 'Triad meets', per: 'group' } }).definition, 'triad-meets')).toMatchObject({ phase: 'after', who: ['set-lead'] });
    expect(after(definition, { is: 'add-step', step: { name: 'Peers’ talk' } }).made).toBe('peers-talk-2');
    expect(faultsOf(definition)).toEqual([]);
  });
});

describe('what others refer to is not removed', () => {
  it('a step, a phase, a paper, a role: those that do are named', () => {
    expect(because(NORTH_WEST_PROCESS, { is: 'remove-step', key: 'sign-notes' })).toBe(
      '“Notes agreed” cannot be removed: “Annual conversation pack released to Ofsted” waits for it, the date of “Annual conversation pack released to Ofsted” is counted from it, “Action plan written” waits for it and the date of “Action plan written” is counted from it.',
    );
    expect(because(NORTH_WEST_PROCESS, { is: 'remove-step', key: 'review-plan' })).toBe('accepted');
    expect(because(NORTH_WEST_PROCESS, { is: 'remove-phase', key: 'after' })).toContain('“Action plan written” stands in it');
    const { definition: withPaper } = after(after(TRIADS, { is: 'add-paper', paper: { name: 'asks and offers', per: 'authority', by: 'dcs' } }).definition, { is: 'add-role', name: 'observer' });
    const { definition } = after(after(withPaper, { is: 'add-step', step: { name: 'Written' } }).definition, { is: 'change-step', key: 'written', to: { ...step(after(withPaper, { is: 'add-step', step: { name: 'Written' } }).definition, 'written'), doneWhen: 'handed-over', paper: 'asks-and-offers', who: ['peer:observer'] } });
    expect(because(definition, { is: 'remove-paper', key: 'asks-and-offers' })).toBe('“asks and offers” cannot be removed: “Written” asks for it.');
    expect(because(definition, { is: 'remove-role', key: 'observer' })).toBe('“observer” cannot be removed: “Written” names it.');
    expect(because(TRIADS, { is: 'remove-step', key: 'open-cycle' })).toBe('“Cycle opened” is the only step. A process has at least one.');
    expect(because(TRIADS, { is: 'remove-step', key: 'elsewhere' })).toContain('removed meanwhile');
  });
});

describe('the order', () => {
  it('changes within a phase alone, and not past its ends', () => {
    const { definition } = after(NORTH_WEST_PROCESS, { is: 'move', what: 'step', key: 'board-headlines', by: -1 });
    expect(definition.steps.filter(({ phase }) => phase === 'region').map(({ key }) => key).slice(0, 2)).toEqual(['board-headlines', 'share-out']);
    expect(definition.steps.filter(({ phase }) => phase !== 'region')).toEqual(NORTH_WEST_PROCESS.steps.filter(({ phase }) => phase !== 'region'));
    expect(because(NORTH_WEST_PROCESS, { is: 'move', what: 'step', key: 'share-out', by: -1 })).toBe('It stands first already.');
    expect(because(NORTH_WEST_PROCESS, { is: 'move', what: 'wave', key: 'january', by: 1 })).toBe('It stands last already.');
  });
});

describe('faults stand beside what is to be mended', () => {
  it('a circle beside each step in it, a paper that nobody asks for beside the paper', () => {
    const { definition } = after(NORTH_WEST_PROCESS, { is: 'change-step', key: 'comment-notes', to: { ...step(NORTH_WEST_PROCESS, 'comment-notes'), waitsFor: ['sign-notes'] } });
    const [circle] = templateFaults(definition);
    expect(circle).toContain('that is a circle');
    const faults = faultsOf(definition);
    expect(['comment-notes', 'sign-notes', 'share-out'].map((key) => faultsAt(faults, 'step', key))).toEqual([[circle], [circle], []]);
    const { definition: withPaper } = after(TRIADS, { is: 'add-paper', paper: { name: 'asks and offers', per: 'region', by: 'dcs' } });
    expect(faultsAt(faultsOf(withPaper), 'paper', 'asks-and-offers')).toEqual(['No step asks for the asks and offers.', 'Nobody writes the asks and offers: no DCS acts for the region.']);
  });

  it('a weekday of a month is a fault only where no day 0 suits it', () => {
    const third = (spans: { from: number; to: number }) => {
      const { definition } = after({ ...TRIADS, spans }, { is: 'add-step', step: { name: 'Summit' } });
      return templateFaults(after(definition, { is: 'change-step', key: 'summit', to: { ...step(definition, 'summit'), due: { from: 'weekday', nth: 3, weekday: 4, month: 1, offset: 0, unit: 'calendar' } } }).definition);
    };
    expect(third({ from: -90, to: 180 })).toEqual([]);
    expect(third({ from: -5, to: 5 })).toEqual(['Cycle opened cannot be met: its date is outside the cycle.']);
  });
});

it('no two processes of a region have one title, by whatever way it came in; a title of its own stays', () => {
  const families = [{ key: 'process', title: 'Triads' }, { key: 'other', title: 'Autumn forums' }];
  const titled = (title: string) => ({ ...TRIADS, title });
  const renamed = (from: string, to: string) => changeProcess({ actor: coordinator, process: draft(titled(from)), families, saves: 4, over: '', edit: { is: 'change-shape', to: { ...titled(to), about: 'Changed.' } } });
  const taken = { refused: 'title-taken', because: 'Title: there is a process called “Autumn forums” already.' };
  expect(renamed('Triads', 'Autumn forums')).toMatchObject(taken);
  expect([renamed('Triads', 'Spring forums'), renamed('Autumn forums', 'Triads'), renamed('Autumn forums', 'Autumn forums')].map((decision) => (isRefusal(decision) ? decision.because : 'accepted'))).toEqual(['accepted', 'accepted', 'accepted']);
  const published = (title: string) => publishProcess({ actor: coordinator, process: draft(titled(title)), previous: null, families, saves: 4, at: new Date(0) });
  expect(published('Autumn forums')).toMatchObject(taken);
  expect(isRefusal(published('Triads'))).toBe(false);
});

describe('two who have one draft open', () => {
  const process = draft(NORTH_WEST_PROCESS);
  const rename: ProcessEdit = { is: 'change-step', key: 'sign-notes', to: { ...signNotes, name: 'Notes settled' } };
  const stale = (edit: ProcessEdit, over: string) => {
    const decision = changeProcess({ actor: coordinator, process, families: [], saves: 3, over, edit });
    return isRefusal(decision) ? decision : 'accepted';
  };

  it('are in each other’s way only where both changed the same part, and then are told what the other changed', () => {
    expect(stale(rename, partText(NORTH_WEST_PROCESS, { is: 'step', key: 'sign-notes' }))).toBe('accepted');
    const asItWas = partText({ ...NORTH_WEST_PROCESS, steps: [{ ...signNotes, due: { from: 'wave', offset: 30, unit: 'working' } }] }, { is: 'step', key: 'sign-notes' });
    expect(stale(rename, asItWas)).toMatchObject({
      refused: 'changed-meanwhile',
      because: 'Somebody has changed this while you had it open. “Notes agreed” is due 36 days after the first forum of the wave; before, 30 working days after the first forum of the wave. What you typed is still here: read it again, and save it if it is right.',
    });
    for (const over of ['', 'null', '{"is":"nonsense"}', '[]']) expect(stale(rename, over)).toMatchObject({ refused: 'changed-meanwhile' });
    expect(stale({ is: 'add-step', step: { name: 'Another' } }, '')).toBe('accepted');
    const built = { ...NORTH_WEST_PROCESS, papers: [{ key: 'p', name: 'p', per: 'region' as const, by: 'sli-coordinator' as const, sectionsBy: {}, sections: [{ key: 'constructor', title: 'Built', guidance: '', fields: [] }] }] };
    expect(JSON.parse(partText(built, { is: 'section', paper: 'p', key: 'constructor' }))).toMatchObject({ by: null });
  });
});

const name = fc.constantFrom('Peers talk', 'Notes', '   x   ', '<b>bold</b>', '§', 'Über', 'a'.repeat(90));
const key = fc.constantFrom(...NORTH_WEST_PROCESS.steps.slice(0, 8).map((one) => one.key), 'peers-talk', 'part', 'open-cycle', 'nothing');
const change: fc.Arbitrary<Partial<StepDefinition>> = fc.record(
  {
    waitsFor: fc.array(key, { maxLength: 2 }),
    due: fc.oneof(
      fc.record({ from: fc.constant('anchor' as const), offset: fc.integer({ min: -200, max: 400 }), unit: fc.constantFrom('calendar' as const, 'working' as const) }),
      fc.record({ from: fc.constant('step' as const), step: key, offset: fc.integer({ min: -20, max: 20 }), unit: fc.constant('calendar' as const) }),
    ),
    per: fc.constantFrom('region' as const, 'authority' as const, 'group' as const),
    who: fc.constantFrom(['dcs' as const], ['sli-coordinator' as const], ['peer:observer' as const]),
    doneWhen: fc.constantFrom('recorded' as const, 'signed' as const, 'handed-over' as const),
  },
  { requiredKeys: [] },
);
const anEdit = fc.oneof(
  fc.record({ is: fc.constant('add-step' as const), step: fc.record({ name }) }),
  fc.record({ is: fc.constant('remove-step' as const), key }),
  fc.record({ is: fc.constant('change' as const), key, change }),
  fc.record({ is: fc.constant('move' as const), what: fc.constantFrom('step' as const, 'phase' as const, 'wave' as const), key: fc.oneof(key, fc.constantFrom('after', 'december')), by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ is: fc.constant('remove-phase' as const), key: fc.constantFrom('after', 'region') }),
  fc.record({ is: fc.constant('remove-wave' as const), key: fc.constantFrom('december', 'january') }),
  fc.record({ is: fc.constant('add-role' as const), name }),
  fc.record({ is: fc.constant('add-paper' as const), paper: fc.record({ name, per: fc.constantFrom('authority' as const, 'region' as const), by: fc.constantFrom('dcs' as const, 'peer:observer' as const) }) }),
  fc.record({ is: fc.constant('add-section' as const), paper: fc.constantFrom('notes', 'part', 'nothing'), title: name }),
  fc.record({ is: fc.constant('change-phases' as const), names: fc.constant({ after: 'Later' }), add: name }),
);

it('any sequence of edits leaves a process that can be read, and it is published exactly when nothing is wrong with it', () => {
  fc.assert(
    fc.property(fc.constantFrom(NORTH_WEST_PROCESS, TRIADS), fc.array(anEdit, { maxLength: 12 }), (begin, edits) => {
      let definition = begin;
      for (const one of edits) {
        const edit: ProcessEdit = one.is === 'change' ? { is: 'change-step', key: one.key, to: { ...(step(definition, one.key) ?? signNotes), ...one.change } } : one;
        const decision = changeProcess({ actor: coordinator, process: draft(definition), families: [], saves: 4, over: '', edit });
        if (isRefusal(decision)) continue;
        ({ definition } = decision.change);
        expect(processTemplate.parse(JSON.parse(JSON.stringify(definition)))).toEqual(JSON.parse(JSON.stringify(definition)));
      }
      const published = publishProcess({ actor: coordinator, process: draft(definition), previous: null, families: [], saves: 4, at: new Date(0) });
      expect(isRefusal(published)).toBe(templateFaults(definition).length > 0);
    }),
    { numRuns: 25 },
  );
});

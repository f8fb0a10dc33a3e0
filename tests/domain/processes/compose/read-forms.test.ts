import { describe, expect, it } from 'vitest';
import { newProcessForm, phasesForm, removeForm, roleForm, sectionForm, shapeForm, stepForm, wavesForm } from '@/domain/processes/compose/read-forms';

const errors = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) => Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
const STEP = { key: 'talk', name: 'Peer talk', act: '', guidance: 'One hour.', phase: 'after', per: 'authority', 'who-1': 'dcs', 'who-2': '', 'who-3': 'peer:observer', way: 'paper:notes/signed', 'sign-1': 'lead-challenger', 'sign-2': 'dcs', signInOrder: 'yes', 'due-count': '14', 'due-unit': 'working', 'due-side': 'before', 'due-from': 'step:sign-notes', 'opens-from': '', waitsFor: ['forum', 'sign-notes'], opensTo: 'board', remind: '1, 14 7', heading: 'Peer\ntalk', number: '', event: 'yes', onBoard: 'yes' };

describe('the form of a step', () => {
  it('is read as it was chosen', () => {
    expect(stepForm.parse(STEP)).toEqual({
      is: 'change-step',
      key: 'talk',
      to: {
        name: 'Peer talk', act: 'Peer talk', guidance: 'One hour.', number: '', heading: ['Peer', 'talk'], phase: 'after', per: 'authority',
        who: ['dcs', 'peer:observer'], doneWhen: 'signed', document: undefined, paper: 'notes', role: undefined, signatories: ['lead-challenger', 'dcs'], signInOrder: true,
        due: { from: 'step', step: 'sign-notes', offset: -14, unit: 'working' }, opens: undefined, waitsFor: ['forum', 'sign-notes'], remind: [14, 7, 1], opensTo: ['board'],
        event: true, onBoard: true, proposed: false,
      },
    });
    expect(stepForm.parse({ ...STEP, 'due-from': 'weekday', 'due-count': '0', 'due-nth': '3', 'due-weekday': '4', 'due-month': '1' })).toMatchObject({ to: { due: { from: 'weekday', nth: 3, weekday: 4, month: 1, offset: 0, unit: 'working' } } });
  });

  it.each<[object, string, string]>([
    [{ name: ' ' }, 'name', 'Name: give the step a name'],
    [{ 'who-1': '', 'who-3': '' }, 'who-1', 'Who does it: choose at least one post'],
    [{ 'who-1': 'king' }, 'who-1', 'Who does it: choose one of those in the list'],
    [{ way: 'mou/released-to-the-moon' }, 'way', 'Done when: choose what makes it done'],
    [{ 'due-count': 'soon' }, 'due-count', 'When it is due: give a whole number of days, at most 1,500'],
    [{ 'due-count': '300' }, 'due-count', 'When it is due: at most 260 working days, which are a year'],
    [{ 'due-from': 'moon' }, 'due-from', 'When it is due: choose what the days are counted from'],
    [{ 'due-from': '' }, 'due-from', 'When it is due: choose what the days are counted from'],
    [{ heading: '' }, 'heading', 'Heading on the board: one to three short lines'],
    [{ remind: '7, x' }, 'remind', 'Reminders: write it like 14, 7, 1, each from 0 to 365'],
    [{ per: 'council' }, 'per', 'Done once for: choose one of those in the list'],
    [{ opensTo: 'everyone' }, 'opensTo', 'Who may read it: choose one of those in the list'],
  ])('%o is mended at its field', (change, field, sentence) => {
    expect(errors(stepForm.safeParse({ ...STEP, ...change }))).toMatchObject({ [field]: sentence });
  });
});

const SHAPE = { title: 'Triads', anchorName: 'They meet', suffix: 'triads', about: '', 'span-from': '90', 'span-to': '120', grouping: 'made', 'grouping-word': 'triad', 'grouping-sizes': '4, 3', leads: 'none', 'words-group': '' };

it('the shape is read with minus before day 0, sizes in order and the product’s own words where none are given', () => {
  expect(shapeForm.parse(SHAPE)).toMatchObject({ to: { spans: { from: -90, to: 120 }, grouping: { is: 'made', word: 'triad', sizes: [3, 4] }, words: { group: 'group', forum: 'forum' } } });
  expect([{}, { 'words-selfView': 'self-assessment' }].map((typed) => shapeForm.parse({ ...SHAPE, ...typed })).map((edit) => edit?.is === 'change-shape' && edit.to.words.selfView)).toEqual(['self-view', 'self-assessment']);
  expect([shapeForm.parse(SHAPE), shapeForm.parse({ ...SHAPE, rounds: 'yes' })].map((edit) => edit?.is === 'change-shape' && edit.to.rounds)).toEqual([undefined, true]);
  expect(errors(shapeForm.safeParse({ ...SHAPE, 'span-from': '-9', 'grouping-sizes': '1', title: '' }))).toEqual({
    title: 'Title: give the process a name',
    'span-from': 'Days before day 0: from 0 to 1,500',
    'grouping-sizes': 'How many in a set: write it like 3, 4, each from 2 to 8',
  });
  expect(errors(newProcessForm.safeParse({}))).toEqual({ title: 'Title: give the process a name', anchorName: 'Day 0: say what happens on it', grouping: 'How authorities are put together: choose one' });
});

it('phases and waves keep their keys when they are renamed', () => {
  expect(phasesForm.parse({ 'phase-after': 'Later', 'new-phase': '' })).toEqual({ is: 'change-phases', names: { after: 'Later' }, add: '' });
  expect(wavesForm.parse({ 'wave-december': 'Winter', 'days-december': '−2, 19', 'new-wave': 'Spring', 'new-days': '80' })).toEqual({ is: 'change-waves', waves: [{ key: 'december', name: 'Winter', forumOffsets: [-2, 19] }], add: { name: 'Spring', forumOffsets: [80] } });
  expect(errors(wavesForm.safeParse({ 'wave-december': 'Winter', 'days-december': '' }))).toEqual({ 'days-december': 'Its days: give at least one' });
});

it('a section keeps what its form does not show of a question', () => {
  const before = [{ key: 'evidence', kind: 'choice' as const, label: 'Evidenced?', hint: '', topics: ['care'], options: [{ value: 'well', label: 'Well' }, { value: 'not', label: 'Not' }] }];
  const typed = { paper: 'notes', key: 'first', title: 'First', guidance: '', by: '', 'question-1-label': 'How well evidenced?', 'question-1-kind': 'choice', 'question-1-options': 'Well\nPartly\nNot', 'question-new-label': 'Why?', 'question-new-kind': 'text', 'question-new-limit': '200' };
  expect(sectionForm(before).parse(typed)).toMatchObject({
    by: null,
    to: { fields: [{ key: 'evidence', label: 'How well evidenced?', topics: ['care'], options: [{ value: 'well', label: 'Well' }, { value: 'partly', label: 'Partly' }, { value: 'not', label: 'Not' }] }, { key: 'why', kind: 'text', limit: 200 }] },
  });
  expect(errors(sectionForm(before).safeParse({ ...typed, 'question-1-options': 'Well' }))).toEqual({ 'question-1-options': 'Answers to choose from: give at least two, one to a line' });
  expect(errors(sectionForm(before).safeParse({ ...typed, 'question-1-gone': 'yes', 'question-new-label': '' }))).toEqual({ 'question-new-label': 'Questions: a section asks at least one' });
});

it('a role is read, and what is no form of the page is refused', () => {
  expect(roleForm.parse({ key: 'observer', name: 'observer', each: '2', offices: ['assistant-director', 'king'], found: 'rotation' })).toMatchObject({ to: { each: 2, offices: ['assistant-director'], found: 'rotation', mutual: false } });
  expect(errors(roleForm.safeParse({ name: 'observer', each: '9', offices: [] }))).toEqual({ offices: 'Who acts in it: choose at least one post', each: 'How many: from 1 to 8' });
  expect(errors(removeForm.safeParse({ what: 'region', key: 'x' }))).toEqual({ form: 'This form is not one that the page sends' });
});

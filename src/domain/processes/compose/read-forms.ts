// What the forms of the composer bring, read as edits of a process: a sentence at the field for what is missing or impossible. Whether the
// parts of the process then go together is not for these, but for template-faults.
import { z } from 'zod';
import { OFFICES } from '../../model';
import type { Party } from '../../parties';
import type { Reader } from '../../readers';
import { party, SCOPES, stepDefinition, type Grouping, type PaperDefinition, type StepDefinition } from '../template';
import type { ProcessEdit, Shape } from './edit';
import { keyFor } from './keys';
import { MOST } from './limits';
import { form, longText, named, numbers, partiesIn, ruleIn, text, texts, ticked, wholeNumber, type Reading } from './read-fields';
import { doneBy } from './ways';

export const stepForm = form((reading): ProcessEdit | null => {
  const { values, wrong } = reading;
  const name = named(reading, 'name', 'Name', 'give the step a name');
  const who = partiesIn(reading, 'who', 'Who does it');
  if (who.length === 0) wrong('who-1', 'Who does it: choose at least one post');
  const done = doneBy(text(values, 'way'));
  if (!done) wrong('way', 'Done when: choose what makes it done');
  const due = ruleIn(reading, 'due', 'When it is due');
  if (!due && text(values, 'due-from') === '') wrong('due-from', 'When it is due: choose what the days are counted from');
  const opens = ruleIn(reading, 'opens', 'When it opens');
  const heading = text(values, 'heading').split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  if (heading.length === 0 || heading.length > 3 || heading.some((line) => line.length > 24)) wrong('heading', 'Heading on the board: one to three short lines');
  const remind = numbers(reading, 'remind', 'Reminders', { least: 0, most: 365, example: '14, 7, 1' });
  const to = {
    name,
    act: text(values, 'act') || name,
    guidance: longText(reading, 'guidance', 'Guidance'),
    number: text(values, 'number'),
    heading,
    phase: text(values, 'phase'),
    per: text(values, 'per') as StepDefinition['per'],
    who,
    document: undefined,
    paper: undefined,
    role: undefined,
    ...done,
    signatories: partiesIn(reading, 'sign', 'Who signs'),
    signInOrder: ticked(values, 'signInOrder'),
    opens: opens ?? undefined,
    due: due ?? { from: 'anchor', offset: 0, unit: 'calendar' },
    waitsFor: texts(values, 'waitsFor'),
    remind: [...new Set(remind)].sort((a, b) => b - a),
    opensTo: texts(values, 'opensTo').length > 0 ? (texts(values, 'opensTo') as Reader[]) : undefined,
    event: ticked(values, 'event'),
    onBoard: ticked(values, 'onBoard'),
    proposed: ticked(values, 'proposed'),
  };
  const whole = stepDefinition.safeParse({ ...to, key: 'step' });
  for (const field of new Set(whole.error?.issues.map(({ path }) => String(path[0])))) if (LABELS[field]) wrong(field, `${LABELS[field]}: choose one of those in the list`);
  return { is: 'change-step', key: text(values, 'key'), to: to as Omit<StepDefinition, 'key'> };
});

/** Of what has no sentence of its own. */
const LABELS: Partial<Record<string, string>> = { phase: 'Phase', per: 'Done once for', opensTo: 'Who may read it', waitsFor: 'What it waits for' };

const scope = z.enum(SCOPES);

export const newStepForm = form((reading): ProcessEdit => {
  const { values } = reading;
  const per = scope.safeParse(text(values, 'new-per'));
  return { is: 'add-step', step: { name: named(reading, 'new-name', 'New step', 'give it a name'), phase: text(values, 'new-phase') || undefined, per: per.success ? per.data : undefined } };
});

export const shapeForm = form((reading): ProcessEdit => {
  const { values } = reading;
  const before = wholeNumber(reading, 'span-from', 'Days before day 0', { least: 0, most: MOST.days });
  const after = wholeNumber(reading, 'span-to', 'Days after day 0', { least: 0, most: MOST.days });
  const word = (name: string, product: string) => text(values, `words-${name}`) || product;
  const to: Shape = {
    title: named(reading, 'title', 'Title', 'give the process a name'),
    suffix: text(values, 'suffix'),
    about: longText(reading, 'about', 'What it is for'),
    anchorName: named(reading, 'anchorName', 'Day 0', 'say what happens on it'),
    spans: { from: before === 0 ? 0 : -before, to: after },
    grouping: groupingIn(reading),
    leads: z.enum(['in-turn', 'by-hand', 'none']).catch('none').parse(text(values, 'leads')),
    rounds: ticked(values, 'rounds') || undefined,
    words: { group: word('group', 'group'), wave: word('wave', 'wave'), forum: word('forum', 'forum'), cycle: word('cycle', 'cycle'), selfView: word('selfView', 'self-view') },
  };
  return { is: 'change-shape', to };
});

/** Of a form that says how authorities are put together: `grouping`, and for sets their word and sizes. */
export function groupingIn(reading: Reading): Grouping {
  const { values, wrong } = reading;
  switch (text(values, 'grouping')) {
    case 'standing':
      return { is: 'standing' };
    case 'one':
      return { is: 'one' };
    case 'made': {
      const word = named(reading, 'grouping-word', 'What a set is called', 'give it a word, such as pair or triad');
      const sizes = numbers(reading, 'grouping-sizes', 'How many in a set', { least: 2, most: 8, example: '3, 4' });
      if (sizes.length === 0) wrong('grouping-sizes', 'How many in a set: give at least one number');
      return { is: 'made', word, sizes: [...new Set(sizes)].sort((a, b) => a - b) };
    }
    default:
      wrong('grouping', 'How authorities are put together: choose one');
      return { is: 'one' };
  }
}

/** A process from nothing. */
export const newProcessForm = z.record(z.string(), z.unknown()).transform((values, context) => {
  const reading: Reading = { values, wrong: (field, message) => void context.addIssue({ code: 'custom', path: [field], message }) };
  return {
    title: named(reading, 'title', 'Title', 'give the process a name'),
    anchorName: named(reading, 'anchorName', 'Day 0', 'say what happens on it'),
    grouping: groupingIn(reading),
  };
});

export const phasesForm = form((reading): ProcessEdit => {
  const names: Record<string, string> = {};
  for (const field of Object.keys(reading.values).filter((name) => name.startsWith('phase-'))) names[field.slice('phase-'.length)] = named(reading, field, 'Phase', 'give it a name');
  return { is: 'change-phases', names, add: text(reading.values, 'new-phase').slice(0, MOST.name) };
});

const OF_A_WAVE = { least: -MOST.days, most: MOST.days, example: '19, 20, 21' };

export const wavesForm = form((reading): ProcessEdit => {
  const { values, wrong } = reading;
  const days = (field: string) => {
    const read = numbers(reading, field, 'Its days', OF_A_WAVE);
    if (read.length === 0) wrong(field, 'Its days: give at least one');
    return read;
  };
  const keys = Object.keys(values).flatMap((name) => (name.startsWith('wave-') ? [name.slice('wave-'.length)] : []));
  const waves = keys.map((key) => ({ key, name: named(reading, `wave-${key}`, 'Wave', 'give it a name'), forumOffsets: days(`days-${key}`) }));
  const isNew = text(values, 'new-wave') !== '';
  return { is: 'change-waves', waves, add: isNew ? { name: named(reading, 'new-wave', 'New wave', 'give it a name'), forumOffsets: days('new-days') } : null };
});

const ofPaper = scope.exclude(['wave']);

function paperHead(reading: Reading): Pick<PaperDefinition, 'name' | 'per' | 'by'> | null {
  const { values, wrong } = reading;
  const per = ofPaper.safeParse(text(values, 'per'));
  const by = party.safeParse(text(values, 'by'));
  if (!per.success) wrong('per', 'One for: choose what there is one for');
  if (!by.success) wrong('by', 'Who writes it: choose one post or part');
  const name = named(reading, 'name', 'Name', 'give the paper a name');
  return per.success && by.success ? { name, per: per.data, by: by.data as Party } : null;
}

export const newPaperForm = form((reading): ProcessEdit | null => {
  const paper = paperHead(reading);
  return paper && { is: 'add-paper', paper };
});

export const paperForm = form((reading): ProcessEdit | null => {
  const to = paperHead(reading);
  return to && { is: 'change-paper', key: text(reading.values, 'key'), to };
});

export const newSectionForm = form((reading): ProcessEdit => ({ is: 'add-section', paper: text(reading.values, 'paper'), title: named(reading, 'new-title', 'New section', 'give it a title') }));

type Field = PaperDefinition['sections'][number]['fields'][number];

/** Kinds of question as the form names them; points are of strengths or of areas. */
export const QUESTION_KINDS: readonly { value: string; label: string }[] = [
  { value: 'text', label: 'Words' },
  { value: 'choice', label: 'One of several answers' },
  { value: 'points:strength', label: 'Strengths, one by one' },
  { value: 'points:area', label: 'Areas for development, one by one' },
  { value: 'asks', label: 'Asks: what is needed from others' },
  { value: 'offers', label: 'Offers: what can be given' },
  { value: 'own-area', label: 'One of its areas for development' },
];

export const kindOf = ({ kind, of }: Pick<Field, 'kind' | 'of'>): string => (of ? `${kind}:${of}` : kind);

/** `before` are the questions as they stand: what the form does not show of them stays. */
export function sectionForm(before: readonly Field[]) {
  return form((reading): ProcessEdit => {
    const { values, wrong } = reading;
    const kept = before.flatMap((field, index): Field[] => (ticked(values, `question-${index + 1}-gone`) ? [] : [questionIn(reading, `question-${index + 1}`, field)]));
    const isNew = text(values, 'question-new-label') !== '';
    const added = isNew ? [questionIn(reading, 'question-new', { key: keyFor(text(values, 'question-new-label'), before.map(({ key }) => key)), kind: 'text', label: '', hint: '' })] : [];
    const fields = [...kept, ...added];
    if (fields.length === 0) wrong('question-new-label', 'Questions: a section asks at least one');
    const by = text(values, 'by') === '' ? null : party.safeParse(text(values, 'by'));
    if (by && !by.success) wrong('by', 'Who writes it: choose one of those in the list');
    const to = { title: named(reading, 'title', 'Title', 'give the section a title'), guidance: longText(reading, 'guidance', 'Guidance'), fields };
    return { is: 'change-section', paper: text(values, 'paper'), key: text(values, 'key'), to, by: by?.success ? (by.data as Party) : null };
  });
}

function questionIn(reading: Reading, name: string, before: Field): Field {
  const { values, wrong } = reading;
  const chosen = text(values, `${name}-kind`) || kindOf(before);
  const isKnown = chosen === kindOf(before) || QUESTION_KINDS.some(({ value }) => value === chosen);
  if (!isKnown) wrong(`${name}-kind`, 'Answered with: choose one of those in the list');
  const [kind, of] = (isKnown ? chosen : kindOf(before)).split(':') as [Field['kind'], Field['of']];
  const labels = text(values, `${name}-options`).split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  if (kind === 'choice' && labels.length < 2) wrong(`${name}-options`, 'Answers to choose from: give at least two, one to a line');
  const taken: string[] = [];
  const options = labels.map((label) => {
    const value = before.options?.find((option) => option.label === label)?.value ?? keyFor(label, taken);
    taken.push(value);
    return { value, label };
  });
  const most = text(values, `${name}-limit`);
  return {
    ...before,
    kind,
    of,
    label: named(reading, `${name}-label`, 'Question', 'write what is asked'),
    hint: text(values, `${name}-hint`),
    options: kind === 'choice' || kind === 'checklist' ? options : undefined,
    limit: most === '' ? undefined : wholeNumber(reading, `${name}-limit`, 'At most so many words', { least: 1, most: 1500 }),
  };
}

export const newRoleForm = form((reading): ProcessEdit => ({ is: 'add-role', name: named(reading, 'new-role', 'New role', 'give it a name') }));

export const roleForm = form((reading): ProcessEdit => {
  const { values, wrong } = reading;
  const offices = OFFICES.filter((office) => texts(values, 'offices').includes(office));
  if (offices.length === 0) wrong('offices', 'Who acts in it: choose at least one post');
  const to = {
    name: named(reading, 'name', 'Name', 'give the role a name'),
    each: wholeNumber(reading, 'each', 'How many', { least: 1, most: 8 }),
    offices,
    found: z.enum(['by-hand', 'rotation', 'set']).catch('by-hand').parse(text(values, 'found')),
    mutual: ticked(values, 'mutual'),
    named: ticked(values, 'named'),
  };
  return { is: 'change-role', key: text(values, 'key'), to };
});

const PLACED = z.enum(['step', 'phase', 'wave']);

/** Pressed beside a step, a phase or a wave: "step:notes-agreed:up". */
export const moveForm = form((reading): ProcessEdit | null => {
  const [what, key = '', way] = text(reading.values, 'move').split(':');
  const placed = PLACED.safeParse(what);
  return placed.success ? { is: 'move', what: placed.data, key, by: way === 'up' ? -1 : 1 } : null;
});

/** The same within a paper. */
export const moveSectionForm = form((reading): ProcessEdit => {
  const [, key = '', way] = text(reading.values, 'move').split(':');
  return { is: 'move-section', paper: text(reading.values, 'paper'), key, by: way === 'up' ? -1 : 1 };
});

const REMOVED = z.enum(['step', 'phase', 'wave', 'paper', 'role']);

export const removeForm = form((reading): ProcessEdit | null => {
  const { values } = reading;
  const key = text(values, 'key');
  if (text(values, 'what') === 'section') return { is: 'remove-section', paper: text(values, 'paper'), key };
  const what = REMOVED.safeParse(text(values, 'what'));
  return what.success ? { is: `remove-${what.data}`, key } : null;
});

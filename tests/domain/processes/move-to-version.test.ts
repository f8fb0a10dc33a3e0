import { describe, expect, it } from 'vitest';
import type { DocumentProgress } from '@/domain/cycle-facts';
import type { FieldDefinition, SectionDefinition } from '@/domain/documents/template';
import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import { notToMoveTo } from '@/domain/processes/move-to-version';
import { scheduleOf, type Move } from '@/domain/processes/schedule';
import type { PaperDefinition, ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import { stepsOf } from '@/domain/workflow';
import { aProcess } from './a-process';
import { aWholeRegion } from './a-whole-region';

const [first] = aProcess().steps;
const talk = { ...first!, key: 'talk', name: 'Talk', per: 'authority' as const, who: ['dcs' as const], doneWhen: 'recorded' as const, due: { from: 'anchor' as const, offset: 0, unit: 'calendar' as const }, waitsFor: [] };
const process = aProcess({ steps: [talk] });
const next = (change: Partial<StepDefinition> | null): ProcessTemplateDefinition => ({ ...process, steps: change ? [{ ...talk, ...change }] : [{ ...talk, key: 'other' }] });

interface Decided {
  waivers?: string[];
  moves?: Move[];
  papers?: [string, DocumentProgress[]][];
  from?: ProcessTemplateDefinition;
}

function moved(definition: ProcessTemplateDefinition, { waivers = [], moves = [], papers = [], from = process }: Decided) {
  const { facts, regionId, places } = aWholeRegion(from, '2017-11-23');
  const schedule: CycleSchedule = {
    id: 'cycle', regionId, name: '2017/18', closedAt: null, packsIssuedAt: null, template: from, anchorOn: '2017-11-23', groups: [], forumDays: [],
    places: places.map((place) => ({ ...place, groupOrdinal: 1 })),
    moves: moves.map((move) => ({ ...move, reason: 'Asked for', movedAt: new Date(0), movedBy: 'me' })),
  };
  const known = { ...facts(new Map()), taskGroups: [], processPapers: new Map(papers), waivers: new Map(waivers.map((scope) => [`talk|${scope}`, 'Agreed'])) };
  const steps = stepsOf(known, from.steps, scheduleOf(schedule).at, '2017-10-01');
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

describe('a paper that was begun can still be read as it was', () => {
  const rating: FieldDefinition = { key: 'rating', kind: 'choice', label: 'Rating', hint: '', options: [{ value: 'a', label: 'Secure' }, { value: 'b', label: 'Not yet' }] };
  const words: FieldDefinition = { key: 'text', kind: 'text', label: 'Why', hint: '' };
  const findings: SectionDefinition = { key: 'findings', title: 'Findings', guidance: '', fields: [rating, words] };
  const letter: PaperDefinition = { key: 'letter', name: 'letter', per: 'authority', by: 'dcs', sectionsBy: {}, sections: [findings, { ...findings, key: 'next', title: 'What is next' }] };
  const from = { ...process, papers: [letter] };
  const paper: DocumentProgress = { id: 'd', acts: [], versions: [], signatures: [], comments: { open: 0, settled: 0 }, begun: false, visible: true };
  const signed = { ...paper, acts: [{ kind: 'submitted' as const, versionId: 'v', on: '2017-12-01', reason: '' }] };
  const to = (change: Partial<PaperDefinition> | null, of: DocumentProgress = { ...paper, begun: true }) => moved({ ...from, papers: change ? [{ ...letter, ...change }] : [] }, { from, papers: [['letter|authority:authority-1', [of]]] });
  const asking = (...fields: FieldDefinition[]) => ({ sections: [{ ...findings, fields }, letter.sections[1]!] });
  const lost = (what: string) => `The letter has been written (authority-1), and version 2 ${what}.`;
  const asked = (label: string) => lost(`does not ask “${label}” in the section “Findings” as it was answered`);

  it.each<[string, Partial<PaperDefinition> | null, string]>([
    ['no paper', null, lost('has no such paper')],
    ['another writer', { by: 'lead-member' }, lost('has it written by somebody else')],
    ['a section less', { sections: [letter.sections[1]!] }, lost('has no section “Findings” in it')],
    ['a field less', asking(words), asked('Rating')],
    ['a field of another key', asking(rating, { ...words, key: 'why' }), asked('Why')],
    ['another kind of field', asking(rating, { ...words, kind: 'points' }), asked('Why')],
    ['other values of the options', asking({ ...rating, options: [{ value: 'x', label: 'Secure' }, rating.options![1]!] }, words), asked('Rating')],
    ['other labels of the options', asking({ ...rating, options: [{ value: 'a', label: 'Weak' }, rating.options![1]!] }, words), asked('Rating')],
    ['the options the other way round', asking({ ...rating, options: rating.options!.toReversed() }, words), asked('Rating')],
  ])('%s bars the move, whether it is being written or was handed over, and nothing where it is not begun', (_, change, because) => {
    expect([to(change), to(change, signed), to(change, paper)]).toEqual([because, because, null]);
  });

  it('questions may be worded anew, and more may be asked', () => {
    const more: FieldDefinition = { ...words, key: 'by-when', label: 'By when' };
    expect(to({ name: 'feedback letter', sections: [{ ...findings, key: 'first' }, { ...findings, title: 'What was found', guidance: 'In short', fields: [{ ...rating, label: 'How it is' }, { ...words, hint: 'A page', limit: 300 }, more] }, letter.sections[1]!] })).toBeNull();
  });

  it('notes are said to be many', () => {
    const notes = { ...letter, name: 'notes' };
    expect(moved(process, { from: { ...from, papers: [notes] }, papers: [['letter|authority:authority-1', [signed]]] })).toBe('The notes have been written (authority-1), and version 2 has no such paper.');
  });
});

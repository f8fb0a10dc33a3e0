// A theme taken from an area for development: which there are to choose, what a form sends, and what is kept and read of it.
import { describe, expect, it } from 'vitest';
import { sectionInWords } from '@/domain/documents/in-words';
import type { FieldDefinition } from '@/domain/documents/template';
import { missingInPaper } from '@/domain/papers/missing';
import { templateFaults } from '@/domain/processes/template-faults';
import { formValues } from '@/domain/self-views/form-values';
import { areasChosen, areasOfLatest, areaTitle, areaValue, asksForArea, readAreaValue } from '@/domain/self-views/own-area';
import { readSectionForm } from '@/domain/self-views/read-form';
import { threadsOf, type ViewOfYear } from '@/domain/self-views/threads';
import { CORE_CHALLENGE } from '../../../prisma/reference/processes/core-challenge';

const fields: FieldDefinition[] = [{ key: 'area', kind: 'own-area', label: 'The area', hint: '' }, { key: 'text', kind: 'text', label: 'In your words', hint: '' }];
const section = { key: 'theme', title: 'The theme', guidance: '', fields };
const template = { sections: [section] };
const HOUSING = { id: 'a1', text: 'Housing for *care leavers*', cycle: '2016/17' };

const points = (key: string, of: 'strength' | 'area'): FieldDefinition => ({ key, kind: 'points', of, label: key, hint: '' });
const view = (cycle: string, content: Record<string, string[]>): ViewOfYear => ({
  documentId: cycle,
  cycle,
  draft: false,
  template: { sections: [{ key: 's', title: 'S', guidance: '', fields: [points('strengths', 'strength'), points('areas', 'area')] }] },
  sections: [{ key: 's', title: 'S', content: Object.fromEntries(Object.entries(content).map(([key, ids]) => [key, ids.map((id) => ({ id, thread: id, text: `Said of\n${id}`, tag: '' }))])) }],
  actions: [],
});

describe('the areas to choose from', () => {
  it.each<[string, ViewOfYear[], string[]]>([
    ['none without a self-view', [], []],
    ['those of the newest, and no strengths', [view('2016/17', { areas: ['a', 'b'] }), view('2017/18', { strengths: ['s'], areas: ['b', 'c'] })], ['2017/18 b', '2017/18 c']],
    ['those of the year before while the newest names none', [view('2016/17', { areas: ['a'] }), view('2017/18', { strengths: ['a'] })], ['2016/17 a']],
  ])('%s', (_, views, expected) => {
    const areas = areasOfLatest(views, threadsOf(views));
    expect(areas.map(({ id, cycle }) => `${cycle} ${id}`)).toEqual(expected);
    expect(areas.every(({ id, text }) => text === `Said of ${id}`)).toBe(true);
  });
});

describe('what a form sends', () => {
  const read = (typed: Record<string, string>, area: unknown = [HOUSING]) => readSectionForm(fields, { area, text: '' }, typed).content.area;

  it('is kept in its words, is none for another theme, and changes nothing where it cannot be read or is not there', () => {
    expect(read({ area: areaValue({ id: 'a2', text: 'Health [and passports]', cycle: '2017/18; part' }) })).toEqual([{ id: 'a2', text: 'Health [and passports]', cycle: '2017/18 part' }]);
    expect(read({ area: '' })).toEqual([]);
    for (const typed of [{ area: 'a1' }, { area: 'Words [2017/18; <script>]' }, { area: ' [2017/18; a1]' }, {}]) expect(read(typed as Record<string, string>)).toEqual([HOUSING]);
    expect(readAreaValue(areaValue(HOUSING))).toEqual([HOUSING]);
    expect(formValues(fields, { area: [HOUSING], text: 'x' })).toEqual({ area: areaValue(HOUSING), text: 'x' });
  });
});

describe('what is read of it', () => {
  const words = (content: Record<string, unknown>) => sectionInWords({ key: 'theme', title: 'The theme', content }, template);

  it('is the words and the cycle of their self-view, then the writer’s own', () => {
    expect(words({ area: [HOUSING], text: 'Who waits longest' })).toBe('### The area\n\nHousing for *care leavers* (an area for development in 2016/17)\n\n### In your words\n\nWho waits longest');
    expect(words({ area: [], text: 'Neglect' })).toBe('### In your words\n\nNeglect');
    expect(areaTitle(HOUSING)).toBe('Housing for care leavers');
  });

  it('is found in a text for the link to its years, and is enough for a paper that says nothing else', () => {
    const text = [{ key: 'theme', title: 'The theme', content: { area: [HOUSING] } }];
    expect([areasChosen(text, template), areasChosen(text, null), asksForArea(template), asksForArea(null)]).toEqual([[HOUSING], [], true, false]);
    expect(missingInPaper(text, [section])).toEqual([]);
  });
});

it('nobody chooses an area in a paper of the region', () => {
  const papers = CORE_CHALLENGE.papers.map((paper) => (paper.key === 'theme-request' ? { ...paper, per: 'region' as const } : paper));
  expect(templateFaults({ ...CORE_CHALLENGE, papers }).filter((says) => says.includes('nothing to choose from'))).toEqual(['“The area for development that it takes up” under The theme has nothing to choose from: areas are an authority’s own, and this paper is for the region.']);
});

import { expect, test } from 'vitest';
import type { SectionDefinition } from '@/domain/documents/template';
import { agreementIn, setBeside } from '@/domain/papers/beside';
import { asksAndOffers, criticalIndicators, ratings, strengthsAndAreas, trendWords, type FilledFrom, type FilledFigure } from '@/domain/papers/fill';

const OPTIONS = [{ value: 'well', label: 'Well evidenced' }, { value: 'partly', label: 'Partly' }, { value: 'not', label: 'Not evidenced' }];
const section = (key: string, title: string, fields: SectionDefinition['fields']): SectionDefinition => ({ key, title, guidance: '', fields });
const points = (of: 'strength' | 'area') => ({ key: of, kind: 'points' as const, label: of, hint: '', of });
const rating = { key: 'rating', kind: 'choice' as const, label: 'How well?', hint: '', options: OPTIONS };
const words = { key: 'text', kind: 'text' as const, label: 'Words', hint: '' };
const point = (id: string, tag = '') => ({ id, thread: id, text: `Point ${id}`, tag });

test('strengths and areas are counted by section and by theme, and nobody is named', () => {
  const definitions = [section('help', 'Early help', [points('strength'), points('area')]), section('care', 'Care', [points('strength'), points('area')])];
  const text = (of: string, help: object, care: object): FilledFrom => ({ of, definitions, sections: [{ key: 'help', title: '', content: help as never }, { key: 'care', title: '', content: care as never }] });
  const said = strengthsAndAreas([
    text('Wigan', { strength: [point('1', 'Front door'), point('2')] }, { area: [point('3', 'Stability')] }),
    text('Halton', { area: [point('4', 'front door')] }, { area: [point('5', 'Only here')] }),
  ], 'self-assessment')!;
  expect(said).toBe(
    [
      'From 2 accepted self-assessments: how many name strengths, and how many areas for development.',
      '| Section | Strengths | Areas for development |\n| --- | --- | --- |\n| Early help | 1 | 1 |\n| Care | 0 | 2 |',
      '| Theme named by more than one | Strengths | Areas for development |\n| --- | --- | --- |\n| Front door | 1 | 1 |',
    ].join('\n\n'),
  );
  expect(/Wigan|Halton/.test(said)).toBe(false);
  expect(strengthsAndAreas([], 'self-view')).toBeNull();
});

test('ratings are counted, and agreement is of what was rated twice', () => {
  const definitions = [section('help', 'Early help', [rating]), section('care', 'Care', [rating])];
  const text = (of: string, help: string, care: string): FilledFrom => ({ of, definitions, sections: [{ key: 'help', title: '', content: { rating: help } }, { key: 'care', title: '', content: { rating: care } }] });
  expect(ratings([text('Wigan', 'well', 'not'), text('Wigan', 'well', 'partly'), text('Halton', 'partly', '')])).toBe(
    [
      'From 3 texts about 2 authorities.',
      '| Section | Well evidenced | Partly | Not evidenced | They agree |\n| --- | --- | --- | --- | --- |\n| Early help | 2 | 1 | 0 | 1 of 1 |\n| Care | 0 | 1 | 1 | 0 of 1 |\n| All sections | 2 | 2 | 1 | 1 of 2 |',
    ].join('\n\n'),
  );
  expect(ratings([text('Wigan', '', '')])).toBeNull();
});

test('asks and offers are counted by topic, and named among those of one set', () => {
  const definitions = [section('support', 'Support', [{ key: 'asks', kind: 'asks', label: 'Asks', hint: '' }, { key: 'offers', kind: 'offers', label: 'Offers', hint: '' }])];
  const text = (of: string, content: object): FilledFrom => ({ of, definitions, sections: [{ key: 'support', title: '', content: content as never }] });
  const texts = [
    text('Wigan', { asks: [{ id: '1', topic: 'Placement stability', urgency: 'now', kind: 'visit', words: '' }] }),
    text('Halton', { asks: [{ id: '2', topic: 'placement  stability', urgency: '', kind: '', words: 'Soon' }], offers: [{ id: '3', topic: 'Front door', contact: 'The DCS', evidence: 'Audit' }] }),
  ];
  expect(asksAndOffers(texts, { named: false })).toBe('2 asks and 1 offer of 2 authorities.\n\n| Topic | Ask for it | Offer it |\n| --- | --- | --- |\n| Placement stability | 2 | 0 |\n| Front door | 0 | 1 |');
  expect(asksAndOffers(texts, { named: true })).toBe('- **Wigan** asks: Placement stability (a visit) – now\n- **Halton** asks: placement stability – Soon\n- **Halton** offers: Front door – ask The DCS – Audit');
  expect(asksAndOffers([text('Wigan', {})], { named: true })).toBeNull();
});

test('figures without a better and a worse are left out; of several authorities only how they lie is said', () => {
  const figure = (authority: string, value: number | null, more: Partial<FilledFigure> = {}): FilledFigure => ({ authority, indicator: 'Rate', unit: '%', polarity: 'higher', period: '2017', value, previous: 40, regional: 50, england: 52, ...more });
  expect(criticalIndicators([figure('Wigan', 45.25)])).toBe('| Indicator | Before | Now | Trend | Region | England |\n| --- | --- | --- | --- | --- | --- |\n| Rate | 40 % | 45.3 % (2017) | Rose, better than before | 50 % | 52 % |');
  expect(criticalIndicators([figure('Wigan', 45, { earlier: [2013, 2014, 2015, 2016, 2017].map((year) => ({ period: String(year), value: year - 1970 })) })])).toContain('| Rate | 45 % (2015), 46 % (2016) | 45 % (2017) | Rose, then fell, as in 2015 | 50 % | 52 % |');
  expect(criticalIndicators([figure('Wigan', 45), figure('Halton', 60), figure('Bury', null)])).toBe('| Indicator | From lowest to highest | Region | England | Do less well than England |\n| --- | --- | --- | --- | --- |\n| Rate | 45 % to 60 % | 50 % | 52 % | 1 of 2 |');
  expect(criticalIndicators([figure('Wigan', 1, { polarity: 'none' })])).toBeNull();
});

test.each([
  [[1, 2, 3], 'higher', 'Rose each year, better than in 2015'],
  [[1, 2, 3], 'lower', 'Rose each year, less well than in 2015'],
  [[3, 1, 2], 'lower', 'Fell, then rose, better than in 2015'],
  [[2, 2, 1], 'higher', 'Unchanged, then fell, less well than in 2015'],
  [[2, 2, 2], 'higher', 'Unchanged'],
  [[3, 2], 'lower', 'Fell, better than in 2015'],
  [[2], 'lower', 'No earlier figure'],
  [[2, null], 'lower', 'No figure this year'],
])('%j, where %s is better: %s', (values, polarity, words) => {
  expect(trendWords(values.map((value, index) => ({ period: String(2015 + index), value })), polarity)).toBe(words);
});

test('two moderators beside one another: where they agree, where they differ, what each said', () => {
  const definitions = [section('help', 'Early help', [rating, words]), section('care', 'Care', [rating])];
  const paper = (by: string, help: object, care: object) => ({ by, sections: [{ key: 'help', title: '', content: help as never }, { key: 'care', title: '', content: care as never }] });
  const [help, care] = setBeside([paper('Stockport', { rating: 'well', text: ' Clear. ' }, { rating: 'not' }), paper('Trafford', { rating: 'partly', text: '' }, { rating: 'not' })], definitions);
  expect(help!.ratings).toEqual([{ label: 'How well?', given: [{ by: 'Stockport', words: 'Well evidenced' }, { by: 'Trafford', words: 'Partly' }], agree: false }]);
  expect(help!.texts).toEqual([{ label: 'Words', said: [{ by: 'Stockport', text: 'Clear.' }, { by: 'Trafford', text: '' }] }]);
  expect([care!.ratings[0]!.agree, agreementIn([help!, care!])]).toEqual([true, { agree: 1, of: 2 }]);
  expect(setBeside([paper('Stockport', { rating: 'well' }, {}), paper('Trafford', {}, {})], definitions)[0]!.ratings[0]!.agree).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentTemplate } from '@/domain/documents/template';
import { xRay, type LookedAt } from '@/domain/self-views/x-ray';
import { worsenedBy, type FigureFacts } from '@/domain/self-views/x-ray-figures';
import { FIRST_RULES, unknownNames, X_RAY_KINDS, xRayRules, type XRayKind } from '@/domain/self-views/x-ray-rules';

const TEMPLATE = documentTemplate.parse({
  title: 'Self-view',
  sections: [
    {
      key: 'protection',
      title: 'Help and protection',
      fields: [
        { key: 'judgement', kind: 'text', label: 'What is it like?', limit: 5, topics: ['Front door'] },
        { key: 'strengths', kind: 'points', of: 'strength', label: 'Strengths' },
        { key: 'areas', kind: 'points', of: 'area', label: 'Areas' },
        { key: 'evidence', kind: 'evidence', label: 'How do you know?' },
        { key: 'confidence', kind: 'choice', label: 'How sure?', options: [{ value: 'high', label: 'High' }] },
      ],
    },
    { key: 'progress', title: 'Progress', fields: [{ key: 'rows', kind: 'progress', label: 'What became of them?' }] },
    { key: 'exceptions', title: 'Data exceptions', fields: [{ key: 'rows', kind: 'exceptions', label: 'Figures' }] },
    { key: 'signatures', title: 'Signatures', fields: [{ key: 'risk', kind: 'checklist', label: 'Signatures of risk', options: [{ value: 'audit', label: 'No audit' }, { value: 'grip', label: 'Weak grip' }] }] },
    { key: 'journey', title: 'Journey', fields: [{ key: 'grid', kind: 'journey', label: 'Your place' }] },
  ],
  journey: { stages: ['Poor to fair', 'Fair to good', 'Good to great'], enablers: [{ key: 'partners', name: 'Engaging partners', cells: ['a', 'b', 'c'] }] },
});

const nothing = { earlier: [], openActions: [], exceptions: [] };
const figure = (more: Partial<FigureFacts> = {}): FigureFacts => ({ key: 'repeat', name: 'Repeat referrals', topic: 'Front door', unit: '%', polarity: 'lower', value: 26, previous: 20, standing: 'weakest', ...more });

/** The sentences of one rule for a self-view with this content by section. */
function said(kind: XRayKind, content: Record<string, Record<string, unknown>>, more: Partial<LookedAt> = {}): string[] {
  const sections = TEMPLATE.sections.map(({ key, title }) => ({ key, title, content: content[key] ?? {} }));
  return xRay({ template: TEMPLATE, sections, rules: FIRST_RULES.filter((rule) => rule.kind === kind), figures: [], carried: nothing, on: '2017-09-04', ...more }).map(({ sentence, sectionKey, fieldKey }) => `${sectionKey}${fieldKey ? `#${fieldKey}` : ''}: ${sentence}`);
}

const evidence = (kind: string, on = '', words = 'Audit of July') => ({ id: `${kind}${on}`, kind, words, on, fileId: null });
const point = (id: string) => ({ id, thread: id, text: 'One thing', tag: '' });
const judged = (more: object = {}) => ({ protection: { judgement: 'It is good.', ...more } });

describe('evidence', () => {
  test('a judgement without any is named with its field', () => {
    expect(said('judgement-without-evidence', judged())).toEqual(['protection#evidence: Help and protection judges, and nothing stands under “How do you know?”.']);
    expect(said('judgement-without-evidence', judged({ evidence: [evidence('data')] }))).toEqual([]);
    expect(said('judgement-without-evidence', {})).toEqual([]);
  });

  test('that is older than the months of the rule, to the day; without a day it has no age', () => {
    const held = judged({ evidence: [evidence('audit', '2016-09-03'), evidence('data', '2016-09-04'), evidence('review')] });
    expect(said('old-evidence', held)).toEqual(['protection#evidence: In Help and protection, “Audit of July” is of 3 September 2016, more than 12 months ago.']);
    expect(said('old-evidence', held, { rules: [{ kind: 'old-evidence', on: true, threshold: 24, words: 'x' }] })).toEqual([]);
  });

  test('without the voice of children is asked about, once there is other evidence', () => {
    expect(said('no-voice', judged({ evidence: [evidence('audit')] }))).toEqual(['protection#evidence: Help and protection judges without anything that children or families said.']);
    expect([said('no-voice', judged()), said('no-voice', judged({ evidence: [evidence('voice'), evidence('audit')] }))]).toEqual([[], []]);
  });
});

test('last year’s priorities without a word are named, also where nobody has opened the section', () => {
  const carried = { ...nothing, openActions: [{ id: 'a1', cycle: '2016/17', text: 'Halve the caseloads' }, { id: 'a2', cycle: '2016/17', text: 'Hear children' }] };
  const sentence = (words: string) => `progress#rows: “${words}” was a priority in 2016/17, and nothing is said about it.`;
  expect(said('priority-not-mentioned', {}, { carried })).toEqual([sentence('Halve the caseloads'), sentence('Hear children')]);
  const row = { id: 'a1', from: 'action', cycle: '2016/17', title: 'Halve the caseloads', status: 'embedded', impact: '', evidence: '', next: '' };
  expect(said('priority-not-mentioned', { progress: { rows: [row] } }, { carried })).toEqual([sentence('Hear children')]);
  expect(said('priority-not-mentioned', { progress: { rows: [{ ...row, from: 'own', status: '' }] } })).toEqual([]);
});

describe('figures that contradict', () => {
  const sure = judged({ confidence: 'high' });

  test('a confident section with a figure in the weakest fifth', () => {
    const expected = ['protection#judgement: Help and protection is sure of itself, and Repeat referrals (26%) is in the weakest fifth of the region.'];
    expect(said('figure-in-weakest-fifth', sure, { figures: [figure()] })).toEqual(expected);
    expect(said('figure-in-weakest-fifth', judged({ strengths: [point('a')] }), { figures: [figure()] })).toEqual(expected);
  });

  test('not one that is unsure, speaks of the figure, or stands elsewhere', () => {
    expect(said('figure-in-weakest-fifth', judged(), { figures: [figure()] })).toEqual([]);
    expect(said('figure-in-weakest-fifth', sure, { figures: [figure({ standing: 'best' }), figure({ topic: 'Workforce' })] })).toEqual([]);
    const spoken = { ...sure, exceptions: { rows: [{ id: 'repeat', name: 'Repeat referrals', figure: '26%', standing: 'weakest', agree: 'yes', why: 'More need', doing: '' }] } };
    expect(said('figure-in-weakest-fifth', spoken, { figures: [figure()] })).toEqual([]);
  });

  test('a figure that moved the wrong way by more than the threshold, by its polarity', () => {
    expect(said('figure-worse-than-before', sure, { figures: [figure({ standing: null })] })).toEqual(['protection#judgement: Help and protection is sure of itself, and Repeat referrals moved the wrong way, from 20% to 26%.']);
    expect(said('figure-worse-than-before', sure, { figures: [figure({ polarity: 'higher' }), figure({ value: 21 }), figure({ previous: null })] })).toEqual([]);
  });

  test('what is worse one way is never worse the other way', () => {
    fc.assert(fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.double({ min: -1000, max: 1000, noNaN: true }), (value, previous) => {
      const [higher, lower] = (['higher', 'lower'] as const).map((polarity) => worsenedBy({ value, previous, polarity }));
      return (higher === 0 || lower === 0) && higher! >= 0 && lower! >= 0;
    }));
  });

  test('the whole at the last stage over three figures in the weakest fifth', () => {
    const journey = { journey: { grid: { placements: { overall: { stage: 3, half: 'early', rationale: 'So', evidence: '' } } } } };
    expect(said('placed-above-figures', journey, { figures: ['a', 'b', 'c'].map((key) => figure({ key })) })).toEqual(['journey#grid: The whole is placed at “Good to great”, and 3 figures are in the weakest fifth of the region.']);
    expect(said('placed-above-figures', journey, { figures: [figure()] })).toEqual([]);
  });
});

describe('the journey', () => {
  const at = (stage: number, half: string, words = '') => ({ journey: { grid: { placements: { partners: { stage, half, rationale: 'So', evidence: words } } } } });

  test('a place without evidence', () => {
    expect([said('place-without-evidence', at(2, 'early')), said('place-without-evidence', at(2, 'early', 'Survey'))]).toEqual([['journey#grid: Engaging partners is placed on the journey, and no evidence is given for it.'], []]);
  });

  test('rosier than last year', () => {
    const carried = { ...nothing, earlier: [{ cycle: '2016/17', template: TEMPLATE, sections: [{ key: 'journey', title: 'Journey', content: at(1, 'early').journey }] }] };
    expect(said('rosier-than-last-year', at(2, 'early'), { carried })).toEqual(['journey#grid: Engaging partners is placed a stage further on than in 2016/17: say what made the difference.']);
    expect([said('rosier-than-last-year', at(1, 'established'), { carried }), said('rosier-than-last-year', at(3, 'early'))]).toEqual([[], []]);
  });
});

test('signatures of risk, empty sections, length, placeholders, strengths alone', () => {
  expect(said('signature-of-risk', { signatures: { risk: { audit: { state: 'present', evidence: '' }, grip: { state: 'not-present', evidence: '' } } } })).toEqual(['signatures#risk: “No audit” is present: say what is being done about it.']);
  expect(said('section-empty', { signatures: { risk: { audit: { state: 'present', evidence: '' } } } })).toEqual(['protection: Nothing is written in Help and protection.', 'journey: Nothing is written in Journey.']);
  expect(said('over-limit', judged({ judgement: 'one two three four five six' }))).toEqual(['protection#judgement: In Help and protection, “What is it like?” has 6 words; the limit is 5.']);
  expect(said('placeholder', judged({ judgement: 'It is good, TBC.' }))).toEqual(['protection#judgement: In Help and protection, “What is it like?” still says “TBC”.']);
  expect(said('placeholder', judged({ judgement: 'The TBCD met, tbc; details to Follow.' }))).toEqual(['protection#judgement: In Help and protection, “What is it like?” still says “to follow”.']);
  expect([said('only-strengths', judged({ strengths: [point('a')] })), said('only-strengths', judged({ strengths: [point('a')], areas: [point('b')] }))]).toEqual([['protection#areas: Help and protection names strengths and no area for development.'], []]);
});

describe('rules are data', () => {
  test('a rule that is off says nothing, and one in other words says those', () => {
    expect(said('judgement-without-evidence', judged(), { rules: [{ kind: 'judgement-without-evidence', on: false, words: 'x' }] })).toEqual([]);
    expect(said('judgement-without-evidence', judged(), { rules: [{ kind: 'judgement-without-evidence', on: true, words: 'Prove {section}.' }] })).toEqual(['protection#evidence: Prove Help and protection.']);
  });

  test('a region that has changed one keeps the others as the product begins', () => {
    const rules = xRayRules.parse([{ kind: 'no-voice', on: false, words: 'x' }]);
    expect([rules.map(({ kind }) => kind), rules.filter(({ on }) => !on).map(({ kind }) => kind)]).toEqual([X_RAY_KINDS, ['no-voice']]);
  });

  test('the first words of every rule name only what it knows', () => {
    expect(FIRST_RULES.flatMap(({ kind, words }) => unknownNames(kind, words))).toEqual([]);
    expect(unknownNames('no-voice', '{section} and {child}')).toEqual(['child']);
  });
});

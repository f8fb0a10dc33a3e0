import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeInWords, figureInWords, figureNotes, figuresIn, referenceTo, sourcesInWords, textWithFigures, withFigures, type QuotableFigure } from '@/domain/documents/figure-references';
import { sectionInWords } from '@/domain/documents/in-words';

const figure = (over: Partial<QuotableFigure> = {}): QuotableFigure => ({
  key: 're-referrals', name: 'Re-referrals within 12 months', topic: 'Front door', unit: '%', period: '2017', value: 7.4, marker: null, england: 8.1,
  source: 'Children in need census', enteredOn: '2017-11-03', before: null, ...over,
});
const FIGURES = [figure(), figure({ key: 'referrals', name: 'Referrals', unit: 'per 10,000', value: 1204.5, england: null })];

describe('a figure in a text', () => {
  it.each([
    [figure(), '7.4\u00a0% (2017, England 8.1\u00a0%)'],
    [figure({ england: null }), '7.4\u00a0% (2017)'],
    [figure({ value: null, marker: 'c' }), 'held back: small numbers (2017, England 8.1\u00a0%)'],
    [figure({ value: null }), 'no figure (2017, England 8.1\u00a0%)'],
    [figure({ value: 0 }), '0\u00a0% (2017, England 8.1\u00a0%)'],
    [figure({ unit: 'per 10,000', value: 1204.55, england: 900 }), '1,204.55 per 10,000 (2017, England 900 per 10,000)'],
    [figure({ unit: '', period: '', england: null, value: 12 }), '12'],
  ])('%# has its period and England’s', (given, words) => expect(figureInWords(given)).toBe(words));

  it('is found however its reference is typed, by key or by name', () => {
    for (const typed of ['{{figure:re-referrals}}', '{{ Figure : RE-referrals }}', '{{figure:Re-referrals within  12 months}}', '{{figure:re\\-referrals}}'])
      expect(textWithFigures(`It is ${typed}.`, FIGURES)).toBe('It is 7.4\u00a0% (2017, England 8.1\u00a0%).');
  });

  it('that nobody knows says so where it stands, and can be nothing else', () => {
    expect(textWithFigures('It is {{figure:nothing}}.', FIGURES)).toBe('It is **[There is no figure “nothing” here]**.');
    expect(textWithFigures('{{figure:}}', FIGURES)).toBe('**[There is no figure “?” here]**');
    expect(textWithFigures('{{figure:x](javascript:alert(1))<b>|}}', FIGURES)).toBe('**[There is no figure “x (javascript:alert(1)) b” here]**');
  });

  it('keeps signs of its table from meaning anything', () => {
    expect(textWithFigures('{{figure:re-referrals}}', [figure({ period: '2016|17 [p](javascript:x) *' })])).toBe('7.4\u00a0% (2016 17 p (javascript:x), England 8.1\u00a0%)');
  });
});

describe('a section that quotes figures', () => {
  const section = { key: 'k', title: 'T', content: { text: 'Now {{figure:re-referrals}}; again {{figure:re-referrals}}.', rows: [{ id: 'a', text: '{{figure:referrals}} and {{figure:gone}}' }] } };

  it('is read with their words, and lists each once with its source and day', () => {
    const [read] = withFigures([section], FIGURES);
    expect(read).toEqual({
      key: 'k',
      title: 'T',
      content: { text: 'Now 7.4\u00a0% (2017, England 8.1\u00a0%); again 7.4\u00a0% (2017, England 8.1\u00a0%).', rows: [{ id: 'a', text: '1,204.5 per 10,000 (2017) and **[There is no figure “gone” here]**' }] },
      figures: [
        { key: 're-referrals', name: 'Re-referrals within 12 months', words: '7.4\u00a0% (2017, England 8.1\u00a0%)', source: 'Children in need census', enteredOn: '2017-11-03' },
        { key: 'referrals', name: 'Referrals', words: '1,204.5 per 10,000 (2017)', source: 'Children in need census', enteredOn: '2017-11-03' },
      ],
    });
    expect(sectionInWords(read!, null).split('\n\n').at(-1)).toBe(
      'Figures quoted here:\n- Re-referrals within 12 months: 7.4\u00a0% (2017, England 8.1\u00a0%). Children in need census; entered on 3 November 2017.\n- Referrals: 1,204.5 per 10,000 (2017). Children in need census; entered on 3 November 2017.',
    );
  });

  it('is untouched when it quotes none, so that its hash stays', () => {
    const plain = { key: 'k', title: 'T', content: { text: 'No figures {{here}}.' } };
    expect(withFigures([plain], FIGURES)[0]).toBe(plain);
    expect(sourcesInWords(undefined)).toBe('');
  });

  it('tells its writer what leads nowhere and what has changed', () => {
    const changed = figure({ before: { period: '2016', value: 7.1, marker: null, england: 8, until: '2017-11-06' } });
    expect(figureNotes(section.content, [changed])).toEqual({ unknown: ['referrals', 'gone'], quoted: [changed] });
    expect(changeInWords(changed)).toBe('It was 7.1\u00a0% (2016, England 8\u00a0%) until 6 November 2017.');
    expect(changeInWords(figure())).toBe('');
  });
});

it('no text keeps a reference once it is resolved, and resolving twice changes nothing', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('{{figure:re-referrals}}', '{{figure:', '}}', '{{', 'figure:', '{{figure:{{figure:x}}}}', '{{FIGURE: y }}'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = textWithFigures(pieces.join(''), FIGURES);
      if (!/\{\{\s*figure\s*:[^{}\n]*\}\}/i.test(once)) expect(textWithFigures(once, FIGURES)).toBe(once);
    }),
  );
  fc.assert(fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/), (key) => {
    expect(figuresIn(`a ${referenceTo(key)} b`)).toEqual([key]);
  }));
});

import { expect, test } from 'vitest';
import { mayIdentify, warningOf } from '@/domain/privacy';

test('text that could tell who a child is is pointed out', () => {
  expect(mayIdentify('A boy born on 3 May 2009 waited.').map(warningOf)).toEqual(['“born on 3 May 2009” looks like a date of birth.']);
  expect(mayIdentify('NHS number 943 476 5919').map(({ what }) => what)).toEqual(['an NHS number']);
  expect(mayIdentify('UPN H801200001001').map(({ what }) => what)).toEqual(['a unique pupil number']);
  expect(mayIdentify('The family at WN1 1YN moved').map(({ what }) => what)).toEqual(['a postcode']);
  expect(mayIdentify('Jamie Smith, aged 14, told us').map(({ what }) => what)).toEqual(['a child by name and age']);
  expect(mayIdentify('Case number 1234567').map(({ what }) => what)).toEqual(['a case number']);
});

test('figures, dates and places of ordinary text are not', () => {
  const ordinary = 'On 31 March 2017, 84 of 120 assessments (70%) were good. Section 47 enquiries rose to 183 per 10,000. Children aged 14 told us at KS4. Version 12, 2016/17. Ring 01942 244991.';
  expect(mayIdentify(ordinary)).toEqual([]);
});

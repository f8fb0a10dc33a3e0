import { expect, test } from 'vitest';
import { mayIdentify, warningOf } from '@/domain/privacy';

test('text that could tell who a child is is pointed out to its writer', () => {
  expect(mayIdentify('A boy born on 3 May 2009 waited.').map(warningOf)).toEqual(['“born on 3 May 2009” looks like a date of birth.']);
  expect(mayIdentify('The family at WN1 1YN moved').map(warningOf)).toEqual(['“family at WN1 1YN” looks like the address of a home.']);
  expect(mayIdentify('Case number 1234567').map(warningOf)).toEqual(['“Case number 1234567” looks like a case number.']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childDataIn } from '@/domain/child-data/find';
import { masked, wordsKey } from '@/domain/child-data/masked';
import { isNhsNumber, isUpn, upnLetter } from '@/domain/child-data/numbers';

const found = (text: string) => childDataIn(text, '2017-09-04').map(({ kind, words }) => `${kind}: ${words}`);

const nine = fc.tuple(fc.constantFrom('3', '4', '6', '7', '9'), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })).map(([first, rest]) => first + rest.join(''));
/** The check digit by the rule of the NHS Data Dictionary, worked out another way than the product does; null when the number is not given out. */
const nhsDigit = (digits: string): number | null => {
  const rest = 11 - ([10, 9, 8, 7, 6, 5, 4, 3, 2].map((weight, index) => weight * Number(digits[index])).reduce((a, b) => a + b) % 11);
  return rest === 10 ? null : rest % 11;
};
const written = (number: string, how: number) => [number, `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`, `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`][how]!;
const how = fc.constantFrom(0, 1, 2);

describe('NHS numbers', () => {
  test('every valid one is found, however it is written', () => {
    fc.assert(fc.property(nine.filter((digits) => nhsDigit(digits) !== null && !/^(\d)\1*$/.test(digits)), how, (digits, form) => {
      const number = written(`${digits}${nhsDigit(digits)}`, form);
      expect(found(`The note says ${number}, and more.`)).toEqual([`nhs-number: ${number}`]);
    }));
  });

  test('none with a wrong check digit is', () => {
    fc.assert(fc.property(nine, fc.integer({ min: 0, max: 9 }), how, (digits, last, form) => {
      fc.pre(last !== nhsDigit(digits));
      expect(found(`The note says ${written(`${digits}${last}`, form)}, and more.`)).toEqual([]);
    }));
  });

  test('a known one is right, and one off is not', () => {
    expect([isNhsNumber('9434765919'), isNhsNumber('9434765918'), isNhsNumber('4010232137'), isNhsNumber('0000000000')]).toEqual([true, false, true, false]);
  });

  test('money, shares, telephone numbers and longer numbers are none', () => {
    expect(found('£4010232137 was spent; 0.4010232137 of it; 4010232137.50; ring 01942 401023 or 0161 943 4765 919; code 9434765919123; 943 476 5919 02.')).toEqual([]);
  });
});

const twelve = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }).map((digits) => digits.join(''));
const temporary = fc.tuple(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 }), fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ')).map(([digits, letter]) => digits.join('') + letter);

describe('unique pupil numbers', () => {
  test('every valid one is found, temporary ones too', () => {
    fc.assert(fc.property(fc.oneof(twelve, temporary), (signs) => {
      const upn = upnLetter(signs) + signs;
      expect(found(`(${upn})`).filter((one) => one.startsWith('upn'))).toEqual([`upn: ${upn}`]);
    }));
  });

  test('none with another letter is', () => {
    fc.assert(fc.property(fc.oneof(twelve, temporary), fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (signs, letter) => {
      fc.pre(letter !== upnLetter(signs));
      expect(found(`UPN ${letter}${signs}.`).filter((one) => one.startsWith('upn'))).toEqual([]);
    }));
  });

  test('the letter is that of the DfE’s guide', () => {
    expect([isUpn('H801200001001'), isUpn('G801200001001'), upnLetter('801200001001')]).toEqual([true, false, 'H']);
  });
});

describe('names', () => {
  test.each([
    ['Jamie Smith (DOB 03/05/2009) said so.', ['name-and-birth: Jamie Smith (DOB 03/05/2009']],
    ['SMITH, Jamie 03/05/2009', ['name-and-birth: SMITH, Jamie 03/05/2009']],
    ['Aisha Begum, born on the 3rd of May 2009, waited.', ['name-and-birth: Aisha Begum, born on the 3rd of May 2009']],
    ['Mohammed O’Neill-Khan – 2009-05-03', ['name-and-birth: Mohammed O’Neill-Khan – 2009-05-03']],
    ['Date of birth: 3.5.09', ['date-of-birth: Date of birth: 3.5.09']],
    ['Jamie Smith, aged 14, told us', ['name-and-age: Jamie Smith, aged 14']],
    ['Chloe, aged 8, wrote to us', ['name-and-age: Chloe, aged 8']],
    ['Chloe Jones (8) wrote to us', ['name-and-age: Chloe Jones (8)']],
    ['Chloe Jones, 14 Mill Lane, Wigan WN1 1AA', ['name-and-address: Chloe Jones, 14 Mill Lane, Wigan WN1 1AA']],
    ['They live at 14 Mill Lane, Wigan WN1 1AA.', ['home-address: 14 Mill Lane, Wigan WN1 1AA']],
    ['NI number AB 12 34 56 C', ['national-insurance: AB 12 34 56 C']],
    ['Mosaic ID 4471023 and case ref: ABC-12345', ['case-number: Mosaic ID 4471023', 'case-number: case ref: ABC-12345']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    'On 31 March 2017, 84 of 120 assessments (70%) were good. Section 47 enquiries rose to 183 per 10,000. Children aged 14 told us at KS4. Version 12, 2016/17. Ring 01942 244991.',
    'Children aged 8 and young people aged 16 or 17 were heard. One boy, aged 8, said so.',
    'Blackburn with Darwen Council, 3 May 2009. Cheshire West and Chester, 12/03/2012. Lincoln, Preston and Kent, 1 April 2011.',
    'Children born on or after 1 September 2010 are entitled; those born before 31 August 2009 are not.',
    'Sarah Jones, DCS, 3 May 2012. Signed: Jane Smith 03/05/2011. Cllr Keith Cunliffe, 12 June 2010. Reviewed by John Brown, 1 May 2012.',
    'David Parr (Director of Children’s Services, Halton) joined on 12 June 2010.',
    'The audit by Emma Clarke, 12 September 2017, found that practice had improved.',
    'Wigan Council, Town Hall, Library Street, Wigan WN1 1YN. Contact: Jane Smith, Civic Centre, Millgate, WN1 1AZ.',
    'Postcodes WN1, WN2 and M1 3AB have more referrals.',
    'Victoria Street, George Street and Charlotte Street; Grace Academy, 1 May 2012; Albert Road Primary School (4); Florence Review (3).',
    'In 2016/17 the rate was 4.5; case numbers 2017; person number 12.',
    'Jordan Peer Review, 3 May 2012; the Laming Report, 28 January 2003; the Munro Review, 10 May 2011.',
    'Ofsted inspected on 3 May 2012 and 12/03/2015. The next visit is on 3 May 2018.',
  ])('is no finding: %s', (text) => expect(found(text)).toEqual([]));

  test('a day of the last two years beside a name is taken for that of a meeting', () => {
    expect([found('Chloe Jones, 12 May 2017'), found('Chloe Jones, 12 May 2012'), found('Chloe Jones, 12 May 1962')]).toEqual([[], ['name-and-birth: Chloe Jones, 12 May 2012'], []]);
  });
});

test('words are shown masked: enough to find the place, not to know the child', () => {
  expect(['Jamie Smith (DOB 03/05/2009', '943 476 5919', 'H801200001001', 'Chloe Jones, 14 Mill Lane, Wigan WN1 1AA'].map(masked)).toEqual([
    'J… S… (DOB ••/••/••09', '••• ••• ••19', 'H••••••••••01', 'C… J…, •• M… Lane, W… W…1 1A…',
  ]);
});

test('the same words, spaced or capitalised otherwise, are the same; one letter more is not', () => {
  const key = (words: string) => wordsKey({ kind: 'name-and-age', words });
  expect(key('Chloe  Jones,\naged 8')).toBe(key('CHLOE JONES, aged 8'));
  expect(key('Chloe Jones, aged 8')).not.toBe(key('Chloe Joness, aged 8'));
});

test('no text holds it up: 200,000 signs made to confuse are read to their end', () => {
  const hard = ['Jamie Smith ', "Aa-Bb'Cc", '1', '123 456 7890 ', '12 Mill ', 'family at home ', 'born on the ', 'A', "O'", 'Jamie-', '943 476 5919 '];
  for (const piece of hard) expect(() => childDataIn(piece.repeat(Math.ceil(200_000 / piece.length)), '2017-09-04'), piece).not.toThrow();
});

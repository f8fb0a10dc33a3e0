import { expect, test } from 'vitest';
import { childDataInTable } from '@/domain/child-data/in-table';

const table = (...rows: string[][]) => rows.map((row, at) => row.map((text, column) => ({ text, where: `cell ${'ABCDEF'[column]}${at + 1}` })));
const found = (...rows: string[][]) => childDataInTable(table(...rows), '2017-09-04').map(({ kind, words, where }) => `${where}: ${kind}: ${words}`);

test('a column of names beside one of births is a list of children, once, at its first row', () => {
  expect(found(['List of July'], ['Surname', 'Ref', 'DOB'], ['Xyqz', '1', '03/05/2016'], ['Abcd', '2', '04/06/2015'], ['Total', '2', ''])).toEqual(['cell A3: name-and-birth: Xyqz, 03/05/2016 and 1 more like it']);
  expect(found(['Child’s name', 'Date of birth'], ['Jamie S', '2012-05-03'])).toEqual(['cell A2: name-and-birth: Jamie S, 2012-05-03']);
});

test('numbers are found in their cells, and a name with a birth across two', () => {
  expect(found(['NHS', 'Note'], ['943 476 5919', 'x'], ['9434765918', 'UPN H801200001001'])).toEqual(['cell A2: nhs-number: 943 476 5919', 'cell B3: upn: H801200001001']);
  expect(found(['Chloe Jones', '12/05/2012'], ['Adam Khan', '1 June 2010'])).toEqual(['cell A1: name-and-birth: Chloe Jones, 12/05/2012', 'cell A2: name-and-birth: Adam Khan, 1 June 2010']);
});

test('lists of staff, of tasks and of figures are none', () => {
  expect(found(['Action', 'Lead officer', 'Due'], ['Audit', 'Chloe Jones', '12/05/2012'])).toEqual([]);
  expect(found(['Name', 'Completed'], ['Chloe Jones', '12/05/2012'])).toEqual([]);
  expect(found(['Chloe Jones', '12/05/2012', 'Head of Service'])).toEqual([]);
  expect(found(['Authority', 'Date', 'Rate'], ['Wigan', '31/03/2012', '45.2'], ['St Helens', '31/03/2012', '51'])).toEqual([]);
  expect(found(['Name', 'DOB'], ['', ''], ['None this month', ''])).toEqual([]);
});

import { expect, test } from 'vitest';
import { csv } from '@/domain/csv';

test('a table is a file that a spreadsheet opens', () => {
  expect(csv([['Authority', 'Late'], ['St Helens', 4], ['Said "no"', null], ['a,b\nc', 'x']])).toBe('\ufeffAuthority,Late\r\nSt Helens,4\r\n"Said ""no""",\r\n"a,b\nc",x\r\n');
});

test('nothing in it runs as a formula', () => {
  for (const start of ['=', '+', '-', '@', '\t=', ' =', '\r=']) {
    const cell = csv([[`${start}HYPERLINK(1)`]]).slice(1).replace(/^"/, '');
    expect(cell.startsWith("'")).toBe(true);
  }
});

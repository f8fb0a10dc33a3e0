import { expect, test } from 'vitest';
import { addressFrom, bold, enter, heading, link, list, pasted, table, words, type Edit, type Selected } from '@/ui/writing/edits';

/** "one [two] three": the selection stands in square brackets, a caret is "[]"; links are written without brackets of their own. */
function at(marked: string): Selected {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace(/[⟦⟧]/g, ''), start, end };
}

function after({ text }: Selected, edit: Edit | null): string | null {
  if (!edit) return null;
  const now = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${now.slice(0, edit.start)}⟦${now.slice(edit.start, edit.end)}⟧${now.slice(edit.end)}`;
}

const doing = (act: (selected: Selected) => Edit | null) => (marked: string) => after(at(marked), act(at(marked)));

test.each([
  ['one ⟦two⟧ three', 'one **⟦two⟧** three'],
  ['one **⟦two⟧** three', 'one ⟦two⟧ three'],
  ['one ⟦**two**⟧ three', 'one ⟦two⟧ three'],
  ['one ⟦two ⟧three', 'one **⟦two⟧** three'],
  ['one ⟦⟧', 'one **⟦⟧**'],
  ['one **⟦⟧**', 'one ⟦⟧'],
  ['one **two⟦⟧** three', 'one **two**⟦⟧ three'],
  ['one ⟦⟧**two**', 'one **⟦⟧****two**'],
])('bold: %s → %s', (before, now) => expect(doing(bold)(before)).toBe(now));

test.each([
  ['What we ⟦⟧did', '## What we did⟦⟧'],
  ['## What we ⟦⟧did', 'What we did⟦⟧'],
  ['### What ⟦⟧we did', '## What we did⟦⟧'],
  ['- an ⟦⟧item', '## an item⟦⟧'],
  ['before\n⟦⟧\nafter', 'before\n## ⟦⟧\nafter'],
])('heading: %s → %s', (before, now) => expect(doing((selected) => heading(selected, 2))(before)).toBe(now));

test.each([
  ['bullets', '⟦one\ntwo⟧', '⟦- one\n- two⟧'],
  ['bullets', '⟦- one\n- two⟧', '⟦one\ntwo⟧'],
  ['bullets', 'on⟦⟧e', '- one⟦⟧'],
  ['numbers', '⟦one\n\n- two\nthree⟧', '⟦1. one\n\n2. two\n3. three⟧'],
  ['numbers', 'a\n⟦one\n⟧two', 'a\n⟦1. one⟧\ntwo'],
  ['numbers', '⟦⟧', '1. ⟦⟧'],
] as const)('%s: %s → %s', (kind, before, now) => expect(doing((selected) => list(selected, kind))(before)).toBe(now));

test.each([
  ['- one⟦⟧', '- one\n- ⟦⟧'],
  ['- one ⟦⟧two', '- one \n- ⟦⟧two'],
  ['  3) one⟦⟧', '  3) one\n  4) ⟦⟧'],
  ['- one\n- ⟦⟧', '- one\n⟦⟧'],
  ['⟦⟧- one', null],
  ['words⟦⟧', null],
  ['-no item⟦⟧', null],
  ['- ⟦one⟧', null],
  ['| a | b |⟦⟧', '| a | b |\n| ⟦⟧ |  |'],
  ['| a | b |\n|  |  |⟦⟧', '| a | b |\n⟦⟧'],
])('Enter: %s → %s', (before, now) => expect(doing(enter)(before)).toBe(now));

test('a link stands where the words stood', () => {
  expect(doing((selected) => link(selected, '', 'https://example.org'))('see ⟦the audit⟧.')).toBe('see [the audit](https://example.org)⟦⟧.');
  expect(doing((selected) => link(selected, 'the [first] audit', 'https://example.org'))('see ⟦⟧')).toBe('see [the \\[first\\] audit](https://example.org)⟦⟧');
  expect(doing((selected) => link(selected, '', 'https://example.org'))('see ⟦⟧')).toBe('see https://example.org⟦⟧');
});

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['www.wigan.gov.uk', 'https://www.wigan.gov.uk'],
  ['wigan.gov.uk/a_(b)', 'https://wigan.gov.uk/a_%28b%29'],
  ['a.writer@wigan.gov.uk', 'mailto:a.writer@wigan.gov.uk'],
  ['mailto:a@b.uk', 'mailto:a@b.uk'],
  [' HTTP://example.org ', 'HTTP://example.org'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///S:/plan.docx', null],
  ['two words', null],
  ['https://', null],
  ['', null],
])('the address %j is %j', (typed, address) => expect(addressFrom(typed)).toBe(address));

test('a table, pasted blocks and a figure stand apart from the words around them', () => {
  expect(doing(table)('one⟦⟧ two')).toBe('one\n\n| ⟦Heading⟧ | Heading |\n| --- | --- |\n|  |  |\n\n two');
  expect(doing((selected) => pasted(selected, 'two'))('one ⟦x⟧ three')).toBe('one two⟦⟧ three');
  expect(doing((selected) => pasted(selected, '- a\n- b'))('one\n⟦⟧\nthree')).toBe('one\n\n- a\n- b⟦⟧\n\nthree');
  expect(doing((selected) => pasted(selected, 'a\n\nb'))('⟦⟧')).toBe('a\n\nb⟦⟧');
  expect(doing((selected) => words(selected, '{{figure:a}}'))('now⟦⟧then')).toBe('now {{figure:a}} ⟦⟧then');
  expect(doing((selected) => words(selected, '{{figure:a}}'))('now (⟦⟧).')).toBe('now ({{figure:a}}⟦⟧).');
});

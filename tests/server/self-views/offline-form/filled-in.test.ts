import { expect, test } from 'vitest';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { FileRefused } from '@/server/office-files/file-refused';
import { readWordFile } from '@/server/word/read-word';
import { A_FULL_FORM, back, laidOver, ORIGIN, written, type Contents } from './a-form';

/** The file with its text changed, as a person's word processor would leave it. */
async function edited(contents: Contents, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await written(contents));
  parts['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml']!)));
  return zipSync(parts);
}

const paragraph = (text: string, properties = '') => `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
/** The whole paragraph in which these words stand. */
const at = (xml: string, words: string) => {
  const found = xml.split(/(?=<w:p>|<w:p )/).find((part) => part.includes(words));
  if (!found) throw new Error(`“${words}” is not in the file`);
  return found.slice(0, found.indexOf('</w:p>') + 6);
};
const rowOf = (xml: string, words: string) => xml.split(/(?=<w:tr>|<w:tr )/).find((part) => part.startsWith('<w:tr') && part.slice(0, part.indexOf('</w:tr>')).includes(words))!.replace(/<\/w:tr>[\s\S]*$/, '</w:tr>');
const changes = (contents: Contents, read: ReturnType<typeof back>) => {
  const [before, after] = [laidOver(contents, {}), laidOver(contents, read.typed)];
  return Object.fromEntries(Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map((key) => [key, after[key]!]));
};

test('what is written in an empty form lands under its questions', async () => {
  const file = await edited({}, (xml) => {
    let filled = xml.replace(at(xml, 'Write here.'), paragraph('Demand “rose” by 2 * 3, see #1.') + paragraph('More.', '<w:pPr><w:pStyle w:val="Heading3"/></w:pPr>'));
    const points = filled.indexOf('Headline strengths');
    const blank = filled.indexOf('<w:tr>', filled.indexOf('</w:tr>', points));
    filled = filled.slice(0, blank) + row('', 'Early help came sooner', 'Early help') + filled.slice(blank);
    return filled;
  });
  const read = back(file, {});
  expect(read.unplaced).toEqual([]);
  expect(changes({}, read)).toEqual({ context: { changes: 'Demand “rose” by 2 \\* 3, see #1.\n\n# More.', strengths: [{ id: 'new-1', thread: 'new-1', text: 'Early help came sooner', tag: 'Early help' }], areas: [] } });
});

test('rows that are changed, taken out, added and moved keep who they are', async () => {
  const file = await edited(A_FULL_FORM, (xml) => {
    const [first, second] = [rowOf(xml, 'Early help is '), rowOf(xml, 'Stable leaders')];
    return xml.replace(second, '').replace(first, row('', 'A new one', '') + second.replace('Stable leaders', 'Very stable leaders') + first).replace(rowOf(xml, 'Timeliness of plans'), '');
  });
  const read = back(file, A_FULL_FORM);
  expect(read.unplaced).toEqual([]);
  const { context, ...others } = changes(A_FULL_FORM, read);
  expect(others).toEqual({});
  expect([context!.strengths, context!.areas]).toEqual([
    [
      { id: 's1', thread: 's1', text: 'Early help is **strong**', tag: 'Early help' },
      { id: 's2', thread: 's2', text: 'Very stable leaders', tag: '' },
      { id: 'new-1', thread: 'new-1', text: 'A new one', tag: '' },
    ],
    [],
  ]);
});

test('sections that were moved are known by their headings, and those that are gone are left as they are', async () => {
  const file = await edited(A_FULL_FORM, (xml) => {
    const from = xml.indexOf(at(xml, '2. Progress since last cycle'));
    const to = xml.indexOf(at(xml, '3. Social work practice'));
    const end = xml.indexOf(at(xml, 'Form reference:'));
    const gone = xml.indexOf(at(xml, '14. Three-year tracker')) > 0 ? xml.indexOf(at(xml, '14. Three-year tracker')) : end;
    return xml.slice(0, from) + xml.slice(to, gone) + xml.slice(from, to) + xml.slice(end);
  });
  const read = back(file, A_FULL_FORM);
  expect(changes(A_FULL_FORM, read)).toEqual({});
  expect(read.unplaced).toEqual([]);
  expect(read.missing.length).toBeGreaterThan(0);
});

test('headings whose hidden marks, quotation marks or style were lost are known all the same', async () => {
  const file = await edited(A_FULL_FORM, (xml) => xml.replace(/<w:bookmark(Start|End)[^>]*\/>/g, '').replaceAll('last year’s priorities', "last year's priorities").replaceAll('<w:pStyle w:val="Heading2"/>', ''));
  const read = back(file, A_FULL_FORM);
  expect([changes(A_FULL_FORM, read), read.unplaced, read.missing]).toEqual([{}, [], []]);
});

test('tracked insertions count, tracked deletions do not', async () => {
  const file = await edited(A_FULL_FORM, (xml) => xml.replace(at(xml, 'Mixed.'), `<w:p><w:r><w:t>Mixed</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>, bad</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t xml:space="preserve">, but better.</w:t></w:r></w:ins></w:p>`));
  expect(changes(A_FULL_FORM, back(file, A_FULL_FORM))).toEqual({ progress: { ...laidOver(A_FULL_FORM, {}).progress, summary: 'Mixed, but better.' } });
});

test('a pasted table becomes one in a text, and is listed where only rows can stand', async () => {
  const table = `<w:tbl><w:tblPr/><w:tblGrid/>${row('Year', 'Number')}${row('2016', '12')}</w:tbl>${paragraph('')}`;
  const inText = back(await edited(A_FULL_FORM, (xml) => xml.replace(at(xml, 'Mixed.'), at(xml, 'Mixed.') + table)), A_FULL_FORM);
  expect(changes(A_FULL_FORM, inText).progress!.summary).toBe('Mixed.\n\n| Year | Number |\n|---|---|\n| 2016 | 12 |');
  const inRows = back(await edited(A_FULL_FORM, (xml) => xml.replace(at(xml, '1.3 Headline worries'), table + paragraph('A loose word') + at(xml, '1.3 Headline worries'))), A_FULL_FORM);
  expect(changes(A_FULL_FORM, inRows)).toEqual({});
  expect(inRows.unplaced).toEqual([
    { where: '1.2 Headline strengths', words: 'Year | Number\n2016 | 12' },
    { where: '1.2 Headline strengths', words: 'A loose word' },
  ]);
});

test('what is none of the choices is listed with its words, and what was chosen before stays', async () => {
  const file = await edited(A_FULL_FORM, (xml) => xml.replace(at(xml, '>Medium<'), paragraph('rather sure')).replace('>30 June 2017<', '>last summer<').replace('Fair to good, early<', 'good to GREAT - Established<'));
  const read = back(file, A_FULL_FORM);
  expect(read.unplaced).toEqual([
    { where: '3.4 How do you know?, of which day', words: 'last summer' },
    { where: '3.5 How sure are you of this judgement?', words: 'rather sure' },
  ]);
  const changed = changes(A_FULL_FORM, read);
  expect(Object.keys(changed)).toEqual(['journey']);
  expect((changed.journey!.grid as { placements: Record<string, object> }).placements.workforce).toEqual({ stage: 3, half: 'established', rationale: 'Agency staff falls', evidence: 'HR' });
});

test('a file that is not to be opened gets one sentence', async () => {
  const whole = await written({});
  const parts = unzipSync(whole);
  const wrong: [string, Uint8Array][] = [
    ['malformed', zipSync({ ...parts, 'word/document.xml': strToU8('<w:document><w:body>') })],
    ['malformed', whole.slice(0, whole.length / 2)],
    ['macros', zipSync({ ...parts, 'word/vbaProject.bin': new Uint8Array(10) })],
    ['password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')])],
    ['too-large', new Uint8Array(50 * 1024 * 1024)],
    ['not-a-kind', strToU8('%PDF-1.4')],
    ['unpacks-too-large', zipSync({ ...parts, 'word/media/bomb.bin': new Uint8Array(60 * 1024 * 1024) })],
    ['malformed', zipSync({ ...parts, 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>') })],
  ];
  for (const [fault, bytes] of wrong) {
    let found = 'opened';
    try {
      readWordFile(bytes, ORIGIN);
    } catch (error) {
      found = error instanceof FileRefused ? error.fault : String(error);
    }
    expect(found).toBe(fault);
  }
});

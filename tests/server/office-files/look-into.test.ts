import { describe, expect, test } from 'vitest';
import { authorshipSentence } from '@/domain/authorship';
import { unseenSentence } from '@/domain/file-reading';
import { FileRefused } from '@/server/office-files/file-refused';
import { lookInto, withoutAuthorship } from '@/server/office-files/look-into';
import { openOfficeFile } from '@/server/office-files/open-office-file';
import { cleanFile, readFile } from '@/server/office-files/read-file';
import { anExcelFile } from './excel-file';
import { anOfficeFile, zipped } from './an-office-file';
import { aLockedPdf, aPdfFile } from './pdf-file';
import { aWordFile } from './word-file';

const look = (bytes: Uint8Array) => lookInto({ bytes, documentId: 'd', on: '2017-09-04' });
const found = async (bytes: Uint8Array) => (await look(bytes)).found.map(({ kind, where, masked }) => `${where}: ${kind}: ${masked}`).sort();
const fault = (work: Promise<unknown>) => work.then(() => 'read', (error: unknown) => (error instanceof FileRefused ? error.fault : String(error)));

describe('what looks like data about a child is found', () => {
  test('in Word: text, tables, headers, footers, notes, comments, and what tracked changes took out', async () => {
    expect(await found(await aWordFile())).toEqual([
      'comments, paragraph 1: upn: H••••••••••01',
      'footnotes, paragraph 1: nhs-number: ••• ••• ••37',
      'page footer, paragraph 1: home-address: •• M… Lane, W… W…1 1A…',
      'page header, paragraph 1: name-and-birth: C… J…, born on •• M… ••12',
      'paragraph 2: nhs-number: ••• ••• ••19',
      'paragraph 3, words that tracked changes took out: name-and-age: A… K…, aged 8',
      'table 1, row 2, column 1: name-and-birth: X…, ••/••/••16',
    ]);
  });

  test('in a text box, once', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>943 476 5919</w:t></w:r></w:p></w:txbxContent>';
    const file = anOfficeFile('docx', { 'word/document.xml': `<w:document xmlns:w="w" xmlns:mc="m"><w:body><w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>` });
    expect(await found(file)).toEqual(['text box, paragraph 1: nhs-number: ••• ••• ••19']);
  });

  test('in Excel: hidden sheets, days, numbers, comments, and what a pivot table keeps', async () => {
    expect(await found(anExcelFile())).toEqual([
      'data kept behind a pivot table: upn: H••••••••••01',
      'sheet “July” (hidden), cell B4: name-and-birth: X…, ••••-••-03',
      'sheet “July” (hidden), cell F4: nhs-number: ••••••••19',
      'sheet “July” (hidden), comment on cell B4: name-and-age: C… J…, aged 8',
    ]);
  });

  test('in a workbook that a Word file brings along for its chart', async () => {
    const file = anOfficeFile('docx', { 'word/embeddings/book.xlsx': anExcelFile() });
    expect((await look(file)).found.map(({ where }) => where)).toContain('file within the file, sheet “July” (hidden), cell F4');
  });

  test('in PowerPoint: slides and the speaker’s notes', async () => {
    const slide = (text: string) => `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
    expect(await found(anOfficeFile('pptx', { 'ppt/slides/slide2.xml': slide('943 476 5919'), 'ppt/notesSlides/notesSlide2.xml': slide('Chloe Jones, aged 8') }))).toEqual([
      'notes of slide 2, paragraph 1: name-and-age: C… J…, aged 8',
      'slide 2, paragraph 1: nhs-number: ••• ••• ••19',
    ]);
  });

  test('in PDF, by page, also across a line; a page that is only a picture is named', async () => {
    const reading = await look(await aPdfFile('The number of Chloe is 943\n476 5919, they said.', '', 'UPN H801200001001'));
    expect(reading.found.map(({ where, masked }) => `${where}: ${masked}`)).toEqual(['page 1: ••• ••• ••19', 'page 1, comment or form: C… J…, aged 8', 'page 3: H••••••••••01']);
    expect(unseenSentence(reading)).toBe('Page 2 has no words that can be read; it is perhaps a picture.');
  });
});

test('a list of children in a PDF is known by its headings', async () => {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([400, 400]);
  [['Surname', 'DOB'], ['Xyqz', '03/05/2016'], ['Abcd', '04/06/2015']].forEach((row, at) => row.forEach((text, column) => page.drawText(text, { x: 20 + column * 150, y: 300 - at * 20, size: 12 })));
  expect(await found(await pdf.save())).toEqual(['page 1: name-and-birth: X…, ••/••/••16 and 1 more like it']);
});

test('a file that is only pictures says so', async () => {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const reading = await look(await pdf.save());
  expect([reading.outcome, unseenSentence(reading)]).toEqual(['only-pictures', 'It holds only pictures, so its words could not be read. Look yourself that no child can be known from it.']);
});

test('the words do not leave the reader: findings hold neither names nor numbers', async () => {
  const said = JSON.stringify([await look(await aWordFile()), await look(anExcelFile())].map(({ found: list }) => list));
  expect(['Chloe', 'Jones', '943 476', '9434765919', 'H801200001001', 'Mill', 'Xyqz', '12 May 2012'].filter((words) => said.includes(words))).toEqual([]);
});

describe('those who made it', () => {
  test('are told of', async () => {
    expect([authorshipSentence((await look(await aWordFile())).authorship), authorshipSentence((await look(anExcelFile())).authorship), authorshipSentence((await look(await aPdfFile('Words'))).authorship)]).toEqual([
      'This file names J. Smith as its author, B. Lowe as who saved it last and A. Khan and C. Ward as who commented in it or changed it. It also holds hidden properties.',
      'This file names J. Smith as its author, Wigan & Co as the organisation and D. Booth and E. Hill as who commented in it or changed it.',
      'This file names J. Smith and K. Marsh as its author and C. Ward as who commented in it or changed it.',
    ]);
  });

  test('are taken out, and every word that a reader sees stays', async () => {
    for (const bytes of [await aWordFile(), anExcelFile(), await aPdfFile('The number is 943 476 5919', 'More')]) {
      const clean = await withoutAuthorship(bytes);
      const [before, after] = [await look(bytes), await look(clean)];
      expect(authorshipSentence(after.authorship)).toBeNull();
      expect(after.found).toEqual(before.found);
      const text = Buffer.from(clean).toString('latin1');
      expect(['J. Smith', 'K. Marsh', 'C. Ward', 'printer'].filter((name) => text.includes(name))).toEqual([]);
    }
  });

  test('leave no name in any part of an Office file', async () => {
    for (const bytes of [await aWordFile(), anExcelFile()]) {
      const file = openOfficeFile(await withoutAuthorship(bytes));
      const all = file.names.map((name) => file.text(name)).join('\n');
      expect(['J. Smith', 'B. Lowe', 'A. Khan', 'C. Ward', 'D. Booth', 'E. Hill', 'Wigan &amp; Co', 'CaseOwner'].filter((name) => all.includes(name))).toEqual([]);
    }
  });

  test('a Word file stays one that says its title', async () => {
    const file = openOfficeFile(await withoutAuthorship(await aWordFile()));
    expect([file.kind, file.text('docProps/core.xml')?.includes('<dc:title>Audit of July</dc:title>')]).toEqual(['docx', true]);
  });

  test('a picture loses what the camera wrote, and stays upright', async () => {
    const exif = Buffer.from('ffe10026457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100060000' + '00000000' + '61616161', 'hex');
    const jpeg = new Uint8Array(Buffer.concat([Buffer.from('ffd8', 'hex'), exif, Buffer.from('fffe0006484d5921', 'hex'), Buffer.from('ffda0002aabbffd9', 'hex')]));
    const clean = await withoutAuthorship(jpeg);
    const text = Buffer.from(clean).toString('hex');
    expect([text.includes('484d5921'), text.includes('61616161'), text.includes('0112000300000001' + '0006'), text.endsWith('ffda0002aabbffd9')]).toEqual([false, false, true, true]);
    expect([(await look(jpeg)).authorship.length, (await look(clean)).authorship.length]).toEqual([1, 0]);
    const png = new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('00000003744558746162630000000000', 'hex').subarray(0, 15), Buffer.from('0000000049454e44ae426082', 'hex')]));
    expect(Buffer.from(await withoutAuthorship(png)).toString('hex')).toBe('89504e470d0a1a0a0000000049454e44ae426082');
  });
});

describe('a file that cannot be read', () => {
  test('is refused for what is wrong with it', async () => {
    expect([
      await fault(look(await aLockedPdf())),
      await fault(look(new TextEncoder().encode('%PDF-1.7\nnothing'))),
      await fault(look(anOfficeFile('docx', { 'word/document.xml': '<w:p><unclosed>' }))),
      await fault(look(anOfficeFile('docx', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }))),
      await fault(look(zipped({ 'a.txt': 'a' }))),
    ]).toEqual(['password', 'malformed', 'malformed', 'malformed', 'not-a-kind']);
  });

  test('by its own process as well', async () => {
    expect(await fault(readFile({ bytes: await aLockedPdf(), documentId: 'd', on: '2017-09-04' }))).toBe('password');
    expect(await fault(cleanFile(await aLockedPdf()))).toBe('password');
  });
});

test('a process of its own sees the same, and gives back the same copy', async () => {
  const bytes = await aWordFile();
  expect(await readFile({ bytes, documentId: 'd', on: '2017-09-04' })).toEqual(await look(bytes));
  expect(await cleanFile(bytes)).toEqual(await withoutAuthorship(bytes));
});

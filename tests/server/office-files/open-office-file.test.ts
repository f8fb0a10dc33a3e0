import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '@/server/office-files/file-refused';
import { openOfficeFile } from '@/server/office-files/open-office-file';
import { aCompoundFile, anOfficeFile, zipped } from './an-office-file';

function faultOf(bytes: Uint8Array): string {
  try {
    return `opened as ${openOfficeFile(bytes).kind}`;
  } catch (error) {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  }
}

describe('an Office file', () => {
  test('is opened as what it is', () => {
    expect((['docx', 'xlsx', 'pptx'] as const).map((kind) => faultOf(anOfficeFile(kind)))).toEqual(['opened as docx', 'opened as xlsx', 'opened as pptx']);
  });

  test('gives the text of its parts, and null for one that it has not', () => {
    const file = openOfficeFile(anOfficeFile('docx', { 'word/document.xml': '<w:t>Größe – “so”</w:t>' }));
    expect([file.text('word/document.xml'), file.text('word/footer1.xml')]).toEqual(['<w:t>Größe – “so”</w:t>', null]);
  });

  test('reads a part in UTF-16', () => {
    const file = openOfficeFile(anOfficeFile('docx', { 'word/document.xml': new Uint8Array(Buffer.from('\ufeff<a>é</a>', 'utf16le')) }));
    expect(file.text('word/document.xml')).toBe('<a>é</a>');
  });

  test('is copied with parts changed, added and left out, and opens again', () => {
    const file = openOfficeFile(anOfficeFile('docx', { 'docProps/core.xml': 'old', 'docProps/custom.xml': 'mine', 'word/media/a.bin': new Uint8Array([1, 2, 3]) }));
    const again = openOfficeFile(file.with({ 'docProps/core.xml': 'new', 'docProps/custom.xml': null, 'word/added.xml': 'more' }));
    expect(['docProps/core.xml', 'docProps/custom.xml', 'word/added.xml'].map(again.text)).toEqual(['new', null, 'more']);
    expect(again.bytes('word/media/a.bin')).toEqual(new Uint8Array([1, 2, 3]));
    expect(again.names[0]).toBe('[Content_Types].xml');
  });
});

describe('is not opened', () => {
  test('an empty one, and one over 15 MB', () => {
    expect([faultOf(new Uint8Array()), faultOf(new Uint8Array(15 * 1024 * 1024 + 1)), faultOf(new Uint8Array(50 * 1024 * 1024))]).toEqual(['empty', 'too-large', 'too-large']);
  });

  test('one locked with a password, and one of an old kind', () => {
    expect([faultOf(aCompoundFile('EncryptedPackage')), faultOf(aCompoundFile('WordDocument'))]).toEqual(['password', 'old-format']);
  });

  test('one with macros, whatever its name and its types say', () => {
    expect([
      faultOf(anOfficeFile('docx', { 'word/vbaProject.bin': 'x' })),
      faultOf(anOfficeFile('xlsx', { 'xl/macrosheets/sheet1.xml': 'x' })),
      faultOf(anOfficeFile('xlsx', { 'odd/place.bin': 'x' }, '<Override PartName="/odd/place.bin" ContentType="application/vnd.ms-office.vbaProject"/>')),
      faultOf(anOfficeFile('xlsx', {}, '<Override PartName="/xl/a.xml" ContentType="application/vnd.ms-excel.intlmacrosheet+xml"/>')),
      faultOf(zipped({ '[Content_Types].xml': '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>' })),
    ]).toEqual(Array(5).fill('macros'));
  });

  test('a zip of something else, text, and a picture', () => {
    expect([faultOf(zipped({ 'a.txt': 'a' })), faultOf(Buffer.from('Hello')), faultOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))]).toEqual(Array(3).fill('not-a-kind'));
  });

  test('one whose parts lead out of it, or that holds a part twice', () => {
    expect(['../evil.xml', '/etc/passwd', 'word\\evil.xml', 'C:evil', 'word/../../x', 'WORD/document.xml'].map((name) => faultOf(anOfficeFile('docx', { [name]: 'x' })))).toEqual(Array(6).fill('malformed'));
  });

  test('a bomb: one huge part, or very many parts', () => {
    expect(faultOf(anOfficeFile('docx', { 'word/huge.xml': new Uint8Array(60 * 1024 * 1024) }))).toBe('unpacks-too-large');
    expect(faultOf(anOfficeFile('docx', Object.fromEntries(Array.from({ length: 4_001 }, (_, index) => [`word/${index}.xml`, ''])))) ).toBe('unpacks-too-large');
  });

  test('one cut off anywhere: always a fault that has a sentence, never anything else', () => {
    const whole = anOfficeFile('docx', { 'word/document.xml': 'words '.repeat(500) });
    fc.assert(fc.property(fc.integer({ min: 2, max: whole.length - 1 }), (length) => ['malformed', 'not-a-kind'].includes(faultOf(whole.slice(0, length)))));
  });

  test('one with any byte changed: it opens, or is refused with a sentence', () => {
    const whole = anOfficeFile('docx', { 'word/document.xml': 'words '.repeat(50) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = whole.slice();
        changed[at] = byte;
        return /^(opened as docx|malformed|not-a-kind|unpacks-too-large)$/.test(faultOf(changed));
      }),
      { numRuns: 500 },
    );
  });

  test('a part never unpacks to more than the list of the file says', () => {
    const whole = anOfficeFile('docx', { 'word/document.xml': 'x'.repeat(100_000) });
    const lying = Buffer.from(whole);
    const entry = lying.lastIndexOf('word/document.xml') - 46;
    lying.writeUInt32LE(10, entry + 24);
    const opened = openOfficeFile(new Uint8Array(lying));
    let length = 0;
    try {
      length = opened.bytes('word/document.xml')!.length;
    } catch (error) {
      expect(error).toBeInstanceOf(FileRefused);
    }
    expect(length).toBeLessThanOrEqual(10);
  });
});

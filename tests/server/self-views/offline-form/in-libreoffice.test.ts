import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { illustration } from '@/domain/word-templates/illustration';
import { writePdfCopy } from '@/server/pdf/write-copy';
import { writeWordCopy } from '@/server/word/write-copy';
import { A_FULL_FORM, back, laidOver, written } from './a-form';

const has = (command: string) => {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
// Where these programs are not installed, the files are still read part by part in the tests beside this one.
const office = has('soffice');
const poppler = has('pdftotext') && has('pdfinfo');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'out-and-back-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = promisify(execFile);
const convert = (to: string, file: string, into = '') => run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', join(folder, into), join(folder, file)], { timeout: 120_000 });

describe.skipIf(!office)('in LibreOffice (skipped where soffice is not installed)', () => {
  test('a form that went through other programs says the same', { timeout: 240_000 }, async () => {
    writeFileSync(join(folder, 'form.docx'), await written(A_FULL_FORM));
    await convert('odt', 'form.docx');
    await convert('docx:MS Word 2007 XML', 'form.odt', 'by-odt');
    await convert('docx:MS Word 2007 XML', 'form.docx', 'by-docx');
    for (const path of ['by-odt/form.docx', 'by-docx/form.docx']) {
      const read = back(readFileSync(join(folder, path)), A_FULL_FORM);
      expect([path, read.unplaced, read.missing]).toEqual([path, [], []]);
      expect(laidOver(A_FULL_FORM, read.typed)).toEqual(laidOver(A_FULL_FORM, {}));
    }
  });

  test.skipIf(!poppler)('a Word copy opens and shows its words, tables and signatures', { timeout: 240_000 }, async () => {
    const copy = illustration('self-view', []);
    writeFileSync(join(folder, 'copy.docx'), await writeWordCopy(copy));
    await convert('pdf', 'copy.docx');
    const { stdout } = await run('pdftotext', [join(folder, 'copy.pdf'), '-']);
    for (const words of [copy.title, 'A first section', 'Two new family hubs', '23.8 %', 'Alex Example', 'As cover for Jo Instance', copy.signatures!.hash]) expect(stdout.replace(/\s+/g, ' ')).toContain(words);
  });
});

test.skipIf(!poppler)('poppler finds the tags and the title of a PDF (skipped where it is not installed)', async () => {
  writeFileSync(join(folder, 'copy.pdf'), await writePdfCopy(illustration('self-view', [])));
  const { stdout: info } = await run('pdfinfo', [join(folder, 'copy.pdf')]);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/Title:\s+Exampleton/);
  const { stdout: tags } = await run('pdfinfo', ['-struct-text', join(folder, 'copy.pdf')]);
  for (const tag of ['H1', 'H2', 'L (block)', 'LBody', 'Table (block)', 'TH', 'TD', 'BlockQuote']) expect(tags).toContain(tag);
});

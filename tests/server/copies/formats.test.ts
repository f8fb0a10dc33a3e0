import { expect, test } from 'vitest';
import type { Copy, CopyBlock } from '@/domain/copies/copy';
import { hashSentence, SIGNATURE_HEADINGS, signatureCells } from '@/domain/copies/signature-page';
import { DOCUMENT_KINDS } from '@/domain/documents/facts';
import { plainText, textBlocks, type Block } from '@/domain/markdown/blocks';
import { illustration } from '@/domain/word-templates/illustration';
import { writePdfCopy } from '@/server/pdf/write-copy';
import { fillTemplate } from '@/server/word/fill-template';
import { readWordFile } from '@/server/word/read-word';
import { writeStarter } from '@/server/word/write-starter';
import { writeWordCopy } from '@/server/word/write-copy';
import type { WordPiece } from '@/domain/word/pieces';
import { structureOfPdf, wordsOfPdf } from '../../support/words-of-pdf';

const EVERYTHING = `# Heading one

Words **in bold**, *slanted*, ~~struck~~, \`code\`, [a link](https://example.org/path) and <b>no markup</b>; “quotes”, ✓ → ≥ ŵ Я £.\\
A second line.

1. First
   - nested
     1. deeper
2. Second

> A quotation.

| Head A | Head B |
|---|---|
| Cell **one** | Cell two |

## Heading two

The last words.`;

const copyOf = (kind: (typeof DOCUMENT_KINDS)[number]): Copy => {
  const copy = illustration(kind, []);
  const facts: CopyBlock = { kind: 'facts', caption: 'A caption of facts', header: ['Measure', 'Wigan'], rows: [['Second plans (%)', '23.8'], ['Held back', 'c: held back: small numbers']] };
  return { ...copy, isDraft: true, marks: ['DRAFT', ...copy.marks], sections: [...copy.sections, { key: 'all', title: 'A section with everything', blocks: [...textBlocks(EVERYTHING), facts] }] };
};

/** Every stretch of words that a copy must carry, in order. */
function saidBy(copy: Copy): string[] {
  const ofBlock = (block: CopyBlock | Block): string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'words':
        return block.runs.filter((run) => !run.break).map(({ text }) => text);
      case 'list':
        return block.items.flatMap((item) => item.flatMap(ofBlock));
      case 'quote':
        return block.blocks.flatMap(ofBlock);
      case 'table':
        return [block.header, ...block.rows].flatMap((row) => row.map(plainText));
      case 'facts':
        return [block.caption, ...block.header, ...block.rows.flat()];
      case 'rule':
        return [];
    }
  };
  const signatures = copy.signatures ? [...SIGNATURE_HEADINGS, ...copy.signatures.lines.flatMap(signatureCells), hashSentence(copy.signatures)] : [];
  return [...copy.marks, copy.title, copy.about, copy.whoMaySee, ...copy.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(ofBlock)]), ...signatures].filter((words) => words !== '');
}

/** Without spaces: a line may end anywhere. */
const bare = (text: string) => text.replace(/\s+/g, '');
const lacking = (copy: Copy, text: string) => {
  let from = 0;
  const whole = bare(text);
  return saidBy(copy).filter((words) => {
    const at = whole.indexOf(bare(words), from);
    if (at < 0) return true;
    from = at;
    return false;
  });
};

const wordsOfWord = (bytes: Uint8Array): string => {
  const ofPiece = (piece: WordPiece): string => (piece.kind === 'paragraph' ? piece.text : piece.rows.map((row) => row.map(({ pieces }) => pieces.map(ofPiece).join('')).join('')).join(''));
  return readWordFile(bytes, 'https://x.example').pieces.map(ofPiece).join('\n');
};

test.each(DOCUMENT_KINDS)('a copy of a %s says everything, in Word and as PDF', async (kind) => {
  const copy = copyOf(kind);
  expect(lacking(copy, wordsOfWord(await writeWordCopy(copy)))).toEqual([]);
  expect(lacking(copy, await wordsOfPdf(await writePdfCopy(copy)))).toEqual([]);
});

test('the Word file holds headings, lists, tables, links and looks as Word’s own', async () => {
  const copy = copyOf('self-view');
  const { pieces } = readWordFile(await writeWordCopy(copy), 'https://x.example');
  const headings = pieces.flatMap((piece) => (piece.kind === 'paragraph' && piece.line.kind === 'heading' ? [[piece.line.depth, piece.text]] : []));
  expect(headings).toContainEqual([1, 'A section with everything']);
  expect(headings).toContainEqual([2, 'Heading one']);
  expect(headings.at(-1)).toEqual([1, 'Signatures']);
  const items = pieces.flatMap((piece) => (piece.kind === 'paragraph' && piece.line.kind === 'item' ? [[piece.line.ordered, piece.line.level, piece.text]] : []));
  expect(items.slice(-4)).toEqual([[true, 0, 'First'], [false, 1, 'nested'], [true, 2, 'deeper'], [true, 0, 'Second']]);
  const runs = pieces.flatMap((piece) => (piece.kind === 'paragraph' ? piece.line.runs : []));
  expect(runs).toContainEqual({ text: 'in bold', bold: true });
  expect(runs).toContainEqual({ text: 'a link', href: 'https://example.org/path' });
  expect(pieces.filter(({ kind }) => kind === 'table')).toHaveLength(5);
});

test('the PDF is tagged, titled, in English and has bookmarks', async () => {
  const copy = copyOf('self-view');
  const { roles, title, language, outline } = await structureOfPdf(await writePdfCopy(copy));
  expect(title).toBe('Exampleton’s self-view, 2017/18');
  expect(language).toBe('en-GB');
  expect(outline).toEqual([...copy.sections.map((section) => section.title), 'Signatures']);
  for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Caption', 'BlockQuote', 'Link']) expect(roles).toContain(role);
});

test('a region’s template carries every word too, whether it names each section or none', async () => {
  const copy = copyOf('self-view');
  const starter = await writeStarter({ signed: true });
  expect(lacking({ ...copy, marks: [], whoMaySee: '' }, wordsOfWord(await fillTemplate(starter, copy)))).toEqual([]);
});

test('while twenty thousand words are written into a PDF, others get their turn again and again', async () => {
  const section = { title: 'A long section', blocks: textBlocks(`${'Children here are seen by the same worker for longer than they were before. '.repeat(9)}\n\n`.repeat(14)) };
  const copy: Copy = { ...illustration('self-view', []), sections: Array.from({ length: 16 }, (_, index) => ({ key: `s${index}`, ...section })) };
  const words = copy.sections.reduce((sum, { blocks }) => sum + blocks.reduce((inner, block) => inner + (block.kind === 'paragraph' ? plainText(block.runs).split(' ').length : 0), 0), 0);
  expect(words).toBeGreaterThan(20_000);
  let turns = 0;
  let over = false;
  const other = (): unknown => !over && setImmediate(() => ((turns += 1), other()));
  other();
  await writePdfCopy(copy);
  over = true;
  expect(turns).toBeGreaterThanOrEqual(copy.sections.length);
});

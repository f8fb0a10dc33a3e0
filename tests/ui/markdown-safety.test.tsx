import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sectionInWords } from '@/domain/documents/in-words';
import { DocumentText } from '@/ui/document-text';
import { Markdown } from '@/ui/markdown';
import { HowItReads } from '@/ui/writing/how-it-reads';
import { markup } from './markup';

const KNOWN = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'strong', 'em', 's', 'code', 'br', 'hr', 'blockquote', 'div', 'span', 'ins', 'del', 'section']);
const ATTRIBUTES = new Set(['href', 'rel', 'start', 'scope', 'class', 'id', 'role', 'aria-label', 'tabindex']);

/** Every element and attribute of the markup, with the addresses of its links. */
function parts(html: string) {
  const tags = [...html.matchAll(/<\/?([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/gi)];
  const names = tags.map(([, name]) => name!.toLowerCase());
  const attributes = tags.flatMap(([, , words]) => [...words!.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => ({ name: name!, value: value ?? '' })));
  // What is no element is text: nothing of it may begin one.
  const rest = html.replaceAll(/<\/?[a-z][\w-]*(?:\s+[\w-]+(?:="[^"]*")?)*\s*\/?>/gi, '');
  return { names, attributes, rest };
}

function isHarmless(html: string) {
  const { names, attributes, rest } = parts(html);
  expect(names.filter((name) => !KNOWN.has(name))).toEqual([]);
  expect(attributes.filter(({ name }) => !ATTRIBUTES.has(name))).toEqual([]);
  expect(attributes.filter(({ name, value }) => name === 'href' && !/^(https?:|mailto:|#|\/(?!\/))/i.test(value))).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
}

const PIECES = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java\tscript:alert(1))', '[x](&#106;avascript:alert(1))',
  '[x](<javascript:alert(1)>)', '[x](data:text/html;base64,PHN2Zz4=)', '[x](vbscript:x)', '[x](//evil.example)', '[x](\\\\evil)', '[x][1]', '[1]: javascript:alert(1)', '[1]: https://example.org "a"onclick="x"', '<javascript:alert(1)>', '<https://example.org/">x',
  '![x](javascript:alert(1))', '![x"onerror="alert(1)](x)', '`', '```', '~~~', '| a | b |\n|---|---|\n| <b> | [y](javascript:1) |', '- ', '1. ', '> ', '# ', '***', '__', '\n', '\n\n', '    ', '&lt;script&gt;', '"', "'", '{{figure:<script>}}', '{{figure:x](javascript:1)}}', '<!--', '-->', '<a href="x" onclick="y">', ']]>', '\u0000', 'https://example.org/"onmouseover="x', 'www.example.org', 'words',
];
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('whatever is typed', () => {
  it('is shown without an element or an address that could do harm', () => {
    fc.assert(fc.property(text, (typed) => isHarmless(markup(<Markdown text={typed} />))), { numRuns: 1500 });
  });

  it('is so in a document, beside its earlier text, and in how it reads', () => {
    fc.assert(
      fc.property(text, text, (typed, before) => {
        isHarmless(markup(<DocumentText text={typed} since={before} prefix="p" />));
        isHarmless(markup(<HowItReads text={typed} prefix="q" figures={[]} />));
      }),
      { numRuns: 120 },
    );
  });
});

test('how it reads is what the reading page shows of the same words', () => {
  const words = '## Front door\n\nIt is **safe**.\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |';
  expect(markup(<HowItReads text={words} prefix="p" figures={[]} />)).toBe(markup(<DocumentText text={words} numbered={false} prefix="p" headings={4} />));
});

test('headings that a writer sets stand below the question that they answer', () => {
  const field = (key: string) => ({ key, kind: 'text' as const, label: `Question ${key}`, hint: '' });
  const template = { sections: [{ key: 's', title: 'S', guidance: '', fields: [field('a'), field('b')] }] };
  const section = { key: 's', title: 'S', content: { a: '# Big\n\nWords\n\n### Small', b: '##### Deep\n\n#hash' } };
  expect(sectionInWords(section, template)).toBe('### Question a\n\n#### Big\n\nWords\n\n###### Small\n\n### Question b\n\n##### Deep\n\n#hash');
  expect(markup(<DocumentText text={sectionInWords(section, template)} headings={4} />).match(/<h\d/g)).toEqual(['<h4', '<h5', '<h6', '<h4', '<h6']);
});

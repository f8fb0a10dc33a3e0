import { expect, test } from 'vitest';
import { Difference } from '@/ui/difference';
import { DocumentText } from '@/ui/document-text';
import { Markdown } from '@/ui/markdown';
import { MarginLink } from '@/ui/margin-link';
import { paragraphsOf } from '@/domain/documents/paragraphs';
import { markup, words } from './markup';

test('paragraphs are the blocks between blank lines, and headings have no number', () => {
  expect(paragraphsOf('# Notes\nFirst\nline\n\n\n- a\n- b\r\n\r\nLast', 4)).toEqual([
    { number: null, text: '# Notes' },
    { number: 4, text: 'First\nline' },
    { number: 5, text: '- a\n- b' },
    { number: 6, text: 'Last' },
  ]);
  expect(paragraphsOf(' \n ')).toEqual([]);
});

test('each paragraph has an address, a number and its margin', () => {
  const html = markup(<DocumentText text={'## Notes\n\nOne\n\nTwo'} margin={(n) => <MarginLink href={`?comment=${n}`} hidden={` on paragraph ${n}`}>Comment</MarginLink>} />);
  expect([...html.matchAll(/id="(p-\d)"/g)].map(([, id]) => id)).toEqual(['p-1', 'p-2']);
  expect(html).toContain('<a class="pn" href="#p-2" aria-label="Paragraph 2">2</a>');
  expect(html).toContain('<a href="?comment=2">Comment<span class="vh"> on paragraph 2</span></a>');
  expect(html).toContain('<h3>Notes</h3>');
});

test('markup that was typed is shown as words', () => {
  expect(markup(<Markdown text={'<script>alert(1)</script> <b>x</b> ![p](http://x/y.png)'} />)).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt; ![p](http://x/y.png)</p>');
  expect(markup(<Markdown text={'<div onclick="x">\n\n</div>'} />)).toBe('<p>&lt;div onclick=&quot;x&quot;&gt;</p><p>&lt;/div&gt;</p>');
});

test('only harmless addresses become links', () => {
  expect(markup(<Markdown text="[a](https://example.org) [b](/my-work)" />)).toBe('<p><a href="https://example.org" rel="noreferrer">a</a> <a href="/my-work" rel="noreferrer">b</a></p>');
  for (const address of ['javascript:alert(1)', 'JaVaScript:x', 'data:text/html,x', '//evil.example', 'vbscript:x'])
    expect(markup(<Markdown text={`[c](${address})`} />)).toBe(`<p>[c](${address})</p>`);
});

test('lists, tables and bold are kept', () => {
  expect(markup(<Markdown text={'3. **Three**\n4. Four'} />)).toBe('<ol start="3"><li><strong>Three</strong></li><li>Four</li></ol>');
  expect(markup(<Markdown text={'| Measure | Wigan |\n|---|---|\n| Second plans | 23.8 |'} />)).toBe(
    '<div class="scrolls" role="region" aria-label="Table: Measure, Wigan" tabindex="0"><table><thead><tr><th scope="col">Measure</th><th scope="col">Wigan</th></tr></thead><tbody><tr><td>Second plans</td><td>23.8</td></tr></tbody></table></div>',
  );
});

test('a difference marks whole stretches, says them aloud, and leaves the rest', () => {
  expect(words(<Difference before="The call is termly and began in September 2017." after="The call is half-termly and began in September 2017." />)).toBe(
    'The call is Removed: termly (end) Added: half-termly (end) and began in September 2017.',
  );
  expect(markup(<Difference before="Forty families were helped and four came back." after="Forty families were helped since April and only four came back." />)).toBe(
    'Forty families were helped <del><span class="vh">Removed: </span>and<span class="vh"> (end)</span></del> ' +
      '<ins><span class="vh">Added: </span>since April and only<span class="vh"> (end)</span></ins> four came back.',
  );
  expect(markup(<Difference before="Same **words**." after="Same **words**." />)).toBe('Same <strong>words</strong>.');
});

test('a document beside its earlier text keeps its numbers, and shows what is new, gone and rewritten', () => {
  const html = markup(<DocumentText since={'One stays.\n\nTwo is struck out.\n\nThree was short and is rewritten here.'} text={'One stays.\n\nThree was long and is rewritten here.\n\nFour is quite new.'} />);
  expect([...html.matchAll(/id="(p-\d)"/g)].map(([, id]) => id)).toEqual(['p-1', 'p-2', 'p-3']);
  expect(html).toContain('<p>One stays.</p>');
  expect(html).toContain('<del class="whole"><span class="vh">Removed: </span><p>Two is struck out.</p>');
  expect(html).toContain('<del><span class="vh">Removed: </span>short<span class="vh"> (end)</span></del> <ins><span class="vh">Added: </span>long<span class="vh"> (end)</span></ins>');
  expect(html).toContain('<ins class="whole"><span class="vh">Added: </span><p>Four is quite new.</p>');
});

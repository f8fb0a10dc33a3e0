import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Markdown } from '@/ui/markdown';
import { pastedAsMarkdown } from '@/ui/writing/pasted';
import { markup } from '../markup';
import { EXCEL, GOOGLE_DOCS, LIBRE_OFFICE, OUTLOOK, WORD, WORD_HIDDEN_MARKERS, WORD_ON_THE_WEB } from './clipboards';

describe('what is pasted comes as plain Markdown', () => {
  it('from Word', () => {
    expect(pastedAsMarkdown(WORD)).toEqual({
      pictures: 1,
      markdown: readFileSync('tests/ui/writing/word.md', 'utf8').trim(),
    });
  });

  it('from Word, its list marks in comments', () => {
    expect(pastedAsMarkdown(WORD_HIDDEN_MARKERS).markdown).toBe('1. Third');
  });

  it('from Word on the web', () => {
    expect(pastedAsMarkdown(WORD_ON_THE_WEB).markdown).toBe('# Care leavers\n\n- Homes\n  - of their own');
  });

  it('from Outlook', () => {
    expect(pastedAsMarkdown(OUTLOOK)).toEqual({
      pictures: 1,
      markdown: 'Dear colleague,\n\nFirst line\n\nsecond line\n\nthird line\n\nRead [the report](https://example.org/report) or write to a@example.org',
    });
  });

  it('from Excel, without the empty edge', () => {
    expect(pastedAsMarkdown(EXCEL).markdown).toBe('| Year | Plans | Rate |\n| - | - | - |\n| 2016 | 1,204 | 61.2% |\n| 2017 | c | |');
  });

  it('from Google Docs', () => {
    expect(pastedAsMarkdown(GOOGLE_DOCS)).toEqual({
      pictures: 1,
      markdown: '## Voice of children\n\nThey said: **“be on time”** and *listen*[here](https://example.org/voice)\n\n- One\n  - One and a half\n- Two',
    });
  });

  it('from LibreOffice', () => {
    expect(pastedAsMarkdown(LIBRE_OFFICE).markdown).toBe('### Permanence\n\nChildren wait **too long** for a home.\n\n1. Match earlier\n   - weekly\n2. Fewer moves\n\n| Year | Weeks |\n| - | - |\n| 2017 | 14 |');
  });
});

test.each([
  ['<p>2017. A good year</p>', '2017\\. A good year'],
  ['<p>- not an item</p>', '\\- not an item'],
  ['<p># 1 in the region</p>', '\\# 1 in the region'],
  ['<p>5 * 3 and R&amp;D, cin_rate, [draft], a &lt; b</p>', '5 * 3 and R&D, cin_rate, [draft], a < b'],
  ['<p>*starred* _lined_ `code`</p>', '\\*starred\\* \\_lined\\_ \\`code\\`'],
  ['<p>Bold<b> </b>space, <b>word </b>next<b>, two</b><b> parts</b></p>', 'Bold space, **word** next, **two parts**'],
  ['<p>{{figure:re-referrals}}</p>', '{{figure:re-referrals}}'],
  ['just words', 'just words'],
  ['', ''],
  ['<img src=x>', ''],
  ['<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n  - b'],
  ['<table><tr><td>one cell</td></tr></table>', 'one cell'],
  ['<table><tr><td>a</td><td><ul><li>b</li><li>c</li></ul></td></tr><tr><td colspan=2>d</td></tr></table>', '| a | b; c; |\n| - | - |\n| d | |'],
  ['<p>kept <s>struck</s></p>', 'kept ~~struck~~'],
  ['<p style="display:none">hidden</p><p>shown</p>', 'shown'],
  ['<h2><b>Bold heading</b></h2>', '## Bold heading'],
  ['<a href="https://example.org/a b(c)">x]y</a>', '[x\\]y](https://example.org/a%20b%28c%29)'],
])('%s is pasted as %s', (html, markdown) => expect(pastedAsMarkdown(html).markdown).toBe(markdown));

describe('whatever is pasted', () => {
  it('is read as the words that were copied, whichever signs they hold', () => {
    const sign = fc.constantFrom('a', 'word', '2017.', '-', '#', '*', '_', '`', '[', ']', '(', ')', '|', '~', '>', '<', '&', '!', '1)', '+', '\\', '“');
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 12 }), (signs) => {
        const said = signs.join(' ');
        const html = `<p>${said.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
        const read = markup(Markdown({ text: pastedAsMarkdown(html).markdown })).replaceAll(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
        expect(read.replaceAll(/\s+/g, ' ').trim()).toBe(said);
      }),
      { numRuns: 300 },
    );
  });

  it('brings no markup and no address that could do harm', () => {
    const piece = fc.constantFrom('<script>alert(1)</script>', '<a href="javascript:alert(1)">x</a>', '<a href=" JaVa\nscript:x">y</a>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<b>', '</b>', '<p', '>', '<!--', '-->', '<![if !x]>', '<table><tr>', '<td>', '<li>', '&lt;script&gt;', 'data:text/html,x', '<iframe src=x>', '<a href="data:text/html,x">z</a>', '<style>', 'words', '<h1>');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = markup(Markdown({ text: pastedAsMarkdown(pieces.join('')).markdown }));
        expect(html).not.toMatch(/<(script|img|svg|iframe|style|object)|\son\w+=|href="(?!https?:|mailto:|\/(?!\/)|#)/i);
      }),
      { numRuns: 500 },
    );
  });

  it('of 20,000 words is read to its end', () => {
    const page = WORD.slice(WORD.indexOf('<!--StartFragment-->'), WORD.indexOf('<!--EndFragment-->'));
    const { markdown } = pastedAsMarkdown(`<html><body>${page.repeat(220)}</body></html>`);
    expect(markdown.split(/\s+/).length).toBeGreaterThan(15_000);
  });
});

import { expect, test } from 'vitest';
import { Matrix, type MatrixRow } from '@/ui/matrix';
import { markup, words } from './markup';

const wigan: MatrixRow = {
  id: 'wigan',
  name: 'Wigan',
  href: '/authorities/wigan',
  cells: {
    written: { state: 'done', words: '14 Oct' },
    agreed: { state: 'late', words: '4 days', href: '/forum-notes/1' },
    signed: { state: 'wait', words: '2 of 3', href: '/forum-notes/2' },
  },
  owes: { words: 'DCS: agree the notes' },
};
const board = (
  <Matrix
    caption="One authority by four steps"
    phases={[
      { name: 'Self-view', columns: [{ id: 'written', name: 'Self-view written', lines: ['Self-view', 'written'], by: '27 Oct' }] },
      { name: 'Forum and notes', columns: [{ id: 'agreed', name: 'Notes agreed' }, { id: 'signed', name: 'Notes signed' }, { id: 'conversation', name: 'Annual conversation' }] },
    ]}
    groups={[{ id: 't', name: 'Trafford group', note: '8 authorities', rows: [wigan] }]}
  />
);

test('the matrix names its caption, phases, steps, groups and authorities as headings', () => {
  const html = markup(board);
  expect(html).toContain('<caption class="vh">One authority by four steps</caption>');
  expect(html).toContain('<th scope="colgroup" class="ph" colSpan="3">Forum and notes</th>');
  expect(html).toContain('<th scope="rowgroup" colSpan="6">Trafford group <span>8 authorities</span></th>');
  expect(html).toContain('<th scope="row"><a href="/authorities/wigan">Wigan</a>');
});

test('a cell says its state before its day or delay, and links to the thing', () => {
  const html = markup(board);
  expect(html).toContain('<td class="c late edge" data-step="Notes agreed"><a href="/forum-notes/1"><svg class=ic role=img aria-label="late"><use href=#i-late /></svg>4 days</a>');
  expect(html).toContain('aria-label="waiting"><use href=#i-wait /></svg>2 of 3');
  expect(html).toContain('<td class="c done edge"><span><span class=vh>done </span>14 Oct</span>');
});

test('a step without a cell is not open, and the row counts what is done', () => {
  expect(words(board)).toContain('Wigan 1 of 4 steps done');
  expect(words(board)).toContain('·not open DCS: agree the notes');
});

test('what comes in is shown as text, wherever it stands', () => {
  const bad = `<img src=x onerror="alert('1')">&`;
  const cell = { state: 'late' as const, words: bad, href: `/x"${bad}`, title: bad };
  const html = markup(
    <Matrix
      caption="x"
      phases={[{ name: 'P', columns: [{ id: 'a', name: bad }] }]}
      groups={[{ id: 'g', name: bad, note: bad, rows: [{ id: 'r', name: bad, href: `/y"${bad}`, cells: { a: cell }, owes: { words: bad, act: { href: `/z"${bad}`, words: bad, hidden: bad } } }] }]}
    />,
  );
  expect(html).not.toContain('<img');
  expect(html).not.toContain('onerror="');
  expect(html.match(/&lt;img src=x onerror=&quot;alert\(&#x27;1&#x27;\)&quot;&gt;&amp;/g)).toHaveLength(13);
});

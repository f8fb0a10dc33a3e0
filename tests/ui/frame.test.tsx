import { expect, test } from 'vitest';
import { Fault } from '@/ui/fault';
import { Crumbs } from '@/ui/crumbs';
import { Masthead } from '@/ui/masthead';
import { Nav } from '@/ui/nav';
import { NothingHere } from '@/ui/nothing-here';
import { Pagination } from '@/ui/pagination';
import { attributes, markup, words } from './markup';

const posts = [
  { id: 'a', label: 'DCS, Wigan', hint: 'Your own post' },
  { id: 'b', label: 'Data group member, North West' },
];

test('the masthead says in which post the person acts and lets them change it without script', () => {
  const html = markup(<Masthead region="North West" posts={posts} current="a" back="/cycle" />);
  expect(html).toContain('<summary><span>Acting as <b>DCS, Wigan</b></span>');
  expect(attributes(html, /<form[^>]*>/)).toEqual({ class: 'panel', action: '/acting', method: 'post' });
  expect(html).toContain('<input type="hidden" name="back" value="/cycle"/>');
  expect([...html.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(([tag]) => [attributes(tag, /<input[^>]*>/)['value'], tag.includes('checked')])).toEqual([
    ['a', true],
    ['b', false],
  ]);
});

test('who holds one post has nothing to change, and who is not signed in acts in none', () => {
  expect(words(<Masthead region="North West" posts={posts.slice(0, 1)} current="a" />)).toBe('Critical FriendNorth WestActing as DCS, Wigan');
  expect(words(<Masthead />)).toBe('Critical Friend');
});

test('the navigation marks where the person is', () => {
  expect(markup(<Nav current="/cycle" items={[{ href: '/my-work', label: 'My work' }, { href: '/cycle', label: 'Cycle' }]} />)).toBe(
    '<nav class="nav" aria-label="Main"><ul class="wrap"><li><a href="/my-work">My work</a></li><li><a href="/cycle" aria-current="page">Cycle</a></li></ul></nav>',
  );
});

test('the last crumb is the page itself', () => {
  expect(markup(<Crumbs items={[{ label: 'Forums', href: '/forums' }, { label: 'Notes' }]} />)).toContain('<li aria-current="page">Notes</li>');
});

test('what is missing and what is unseen read the same; a fault gives its reference', () => {
  expect(words(<NothingHere />)).toMatch(/^There is nothing here that you can open/);
  expect(words(<Fault reference="1234567" />)).toContain('Give them this reference: 1234567');
  expect(words(<Fault />)).not.toContain('reference');
});

test('a long list says which page this is', () => {
  expect(words(<Pagination page={2} pages={3} href={(page) => `?page=${page}`} />)).toBe('Previous pagePage 2 of 3Next page');
  expect(markup(<Pagination page={1} pages={1} href={String} />)).toBe('');
});

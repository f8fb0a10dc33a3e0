import { expect, test } from 'vitest';
import { EventList } from '@/ui/event-list';
import { markup } from './markup';

const items = [{ id: '1', says: 'The notes were sent', at: new Date('2018-01-02T09:00:00Z'), href: '/forum-notes/1', authority: 'Wigan' }, { id: '2', says: 'The cycle was opened', at: new Date('2017-07-26T09:00:00Z'), href: null, authority: null }];

test('what happened names its authority only in a list about several, and links only what can be opened', () => {
  const several = markup(<EventList named items={items} />);
  expect(several).toContain('<b>Wigan: </b><a href="/forum-notes/1">The notes were sent</a>.');
  expect(several.match(/<b>/g)).toHaveLength(1);
  expect(several.match(/<a /g)).toHaveLength(1);
  expect(markup(<EventList items={items} />)).not.toContain('Wigan');
});

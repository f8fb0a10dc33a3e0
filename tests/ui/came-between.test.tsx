import { expect, test } from 'vitest';
import { CameBetweenList, Effect } from '@/ui/came-between';
import { markup, words } from './markup';

const MOVED = { step: 'Notes agreed', whom: null, from: '2018-01-17', to: '2018-01-31' };

test('what came between says what, why, by whom and when; what it changed is folded away, and is not there for those who may not know', () => {
  const item = { id: '1', on: '2017-10-09', headline: 'Wigan is inspected', reason: 'Ofsted has come', by: 'SLI coordinator, North West', days: [MOVED], said: [{ heading: 'Its forum', lines: ['It stays.'] }] };
  expect(words(<CameBetweenList items={[item]} />)).toBe(
    'Wigan is inspectedOfsted has comeSLI coordinator, North West, Monday 9 October 2017What it changedIts forumIt stays.Dates that become othersStepFromToNotes agreedWednesday 17 January 2018Wednesday 31 January 2018',
  );
  expect(markup(<CameBetweenList items={[{ ...item, days: [], said: [] }]} />)).not.toContain('<details');
});

test('dates name whom they are for where they are several’s, and say which stay', () => {
  const days = [{ ...MOVED, whom: 'Wigan' }, { step: 'Forum held', whom: 'Bury', from: null, to: '2018-01-10' }];
  expect(words(<Effect days={days} said={[{ heading: 'Sets', lines: ['One.', 'Two.'] }]} />)).toBe(
    'SetsOne.Two.Dates that become othersStepForFromToNotes agreedWiganWednesday 17 January 2018Wednesday 31 January 2018Forum heldBurystaysWednesday 10 January 2018',
  );
});

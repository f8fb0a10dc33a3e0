import { expect, test } from 'vitest';
import { JourneyGrid } from '@/ui/journey-grid';
import { JourneyGridForm } from '@/ui/journey-grid-form';
import { readPlace } from '@/domain/journey-grid';
import { placeWords } from '@/ui/place';
import { markup, words } from './markup';

const enablers = [{ key: 'strategy', name: 'Strategic approach' }, { key: 'partners', name: 'Engaging partners' }];
const placements = {
  strategy: { own: { stage: 2, half: 'established' }, friend: { stage: 2, half: 'established' }, agreed: { stage: 2, half: 'early' } },
} as const;
const names = { own: 'Wigan’s own view', friend: 'Data group', agreed: 'Agreed last year' };

test('each mark is said in words with whose it is', () => {
  expect(words(<JourneyGrid caption="Wigan on the journey" enablers={enablers} placements={placements} names={names} />)).toBe(
    'Wigan’s own viewData groupAgreed last yearWigan on the journey. Within each stage, left is early and right is established.EnablerPoor to fairFair to goodGood to great' +
      'Strategic approachAgreed last year: fair to good, early. Wigan’s own view: fair to good, established. Data group: fair to good, established. Engaging partners',
  );
});

test('placing offers six named places for each enabler and keeps the one that is held', () => {
  const html = markup(
    <JourneyGridForm
      caption="Place Wigan"
      enablers={enablers}
      placements={placements}
      names={names}
      values={{ strategy: { stage: 3, half: 'early' } }}
      voice="friend"
      returned={{ values: {}, errors: { 'place-partners': 'Choose one of the six places.' } }}
    />,
  );
  const radios = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  expect(radios).toHaveLength(12);
  expect(radios[0]).toBe('<input type="radio" id="place-strategy" aria-label="Strategic approach: poor to fair, early" name="place-strategy" value="1.early"/>');
  expect(radios.filter((radio) => radio.includes('checked'))).toEqual(['<input type="radio" aria-label="Strategic approach: good to great, early" name="place-strategy" checked="" value="3.early"/>']);
  expect(html).toContain('Choose one of the six places.');
  expect(html).toContain('Agreed last year: fair to good, early.');
  expect(html).not.toContain('Data group: fair');
});

test('a place is read from its value and nothing else', () => {
  expect(readPlace('2.early')).toEqual({ stage: 2, half: 'early' });
  for (const value of ['4.early', '2.late', '2', '', null, undefined, 2]) expect(readPlace(value)).toBe(null);
  expect(placeWords({ stage: 2, half: 'early' })).toBe('fair to good, early');
});

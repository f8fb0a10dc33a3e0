import { expect, test } from 'vitest';
import { paragraphsOf } from '@/domain/documents/paragraphs';
import { placeComments } from '@/domain/self-views/comments-by-paragraph';

const about = (paragraph: number, quoted: string) => ({ paragraph, quoted });
const placed = (text: string, ...comments: ReturnType<typeof about>[]) => placeComments(comments, paragraphsOf(text)).map(({ paragraph, words }) => [paragraph, words]);

test('a comment stays with its words when paragraphs come before them', () => {
  expect(placed('New first.\n\n### Heading\n\nNew second.\n\nThe timeliness of assessments fell.', about(1, 'The timeliness of assessments fell.'))).toEqual([[3, 'same']]);
});

test('of two paragraphs that say the same it takes the one nearest to where it was made', () => {
  expect(placed('None.\n\nOther.\n\nNone.', about(1, 'None.'), about(3, 'None.'))).toEqual([[1, 'same'], [3, 'same']]);
});

test('it follows a paragraph that was rewritten, and says that its words have changed', () => {
  expect(placed('First of all.\n\nThe timeliness of assessments fell again in spring.', about(1, 'The timeliness of assessments fell in spring.'))).toEqual([[2, 'changed']]);
});

test('once its words are gone it stands at the section, as one on the whole section does', () => {
  expect(placed('Something else entirely.', about(1, 'The timeliness of assessments fell.'), about(0, ''))).toEqual([[null, 'gone'], [null, 'same']]);
  expect(placed('', about(1, 'The timeliness of assessments fell.'))).toEqual([[null, 'gone']]);
});

// A comment is about words, not about a number: it stays with its paragraph when others come before it, follows the paragraph when its
// words are changed a little, and is shown with the words that it was about once they are gone.
import { sharedWords } from '../documents/compare';
import type { Paragraph } from '../documents/paragraphs';

interface AboutWords {
  /** From 1; 0 is the whole section. */
  paragraph: number;
  quoted: string;
}

export interface PlacedComment<Comment> {
  comment: Comment;
  /** The paragraph beside which it stands; null: the section as a whole. */
  paragraph: number | null;
  /** What became of the words since. */
  words: 'same' | 'changed' | 'gone';
}

/** A paragraph that shares so many of its words is the same one, rewritten. */
const REWRITTEN = 0.5;

export function placeComments<Comment extends AboutWords>(comments: readonly Comment[], paragraphs: readonly Paragraph[]): PlacedComment<Comment>[] {
  const numbered = paragraphs.flatMap(({ number, text }) => (number === null ? [] : [{ number, text }]));
  return comments.map((comment) => {
    if (comment.paragraph === 0 || comment.quoted === '') return { comment, paragraph: null, words: 'same' };
    const byDistance = [...numbered].sort((a, b) => Math.abs(a.number - comment.paragraph) - Math.abs(b.number - comment.paragraph));
    const same = byDistance.find(({ text }) => text === comment.quoted);
    if (same) return { comment, paragraph: same.number, words: 'same' };
    const [likest] = byDistance.map(({ number, text }) => ({ number, like: sharedWords(comment.quoted, text) })).sort((a, b) => b.like - a.like);
    return likest && likest.like >= REWRITTEN ? { comment, paragraph: likest.number, words: 'changed' } : { comment, paragraph: null, words: 'gone' };
  });
}

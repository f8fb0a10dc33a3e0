// Words as a reader counts them, on the page, on the device and on the server alike: what stands between spaces and holds a letter or
// a digit. The marks of Markdown are no words (nor is a lone dash), a link counts by its words and not its address, a cell of a table
// by what stands in it, and a figure's reference counts as one word.

const FIGURE = /\{\{\s*figure\s*:[^{}\n]*\}\}/gi;
const LINK = /!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"\n]*")?\)/g;
/** The mark of a heading, a quotation or an item, as often as they nest: "> - 1. ". */
const LINE_MARKS = /^[ \t]*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+)+/gm;
const TABLE_ROW = /^[ \t]*\|.*$/gm;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

export function countWords(text: string): number {
  const words = text
    .replaceAll(FIGURE, 'figure')
    .replaceAll(LINK, '$1')
    .replaceAll(TABLE_ROW, (row) => row.replaceAll('|', ' '))
    .replaceAll(LINE_MARKS, '');
  return (words.match(/\S+/g) ?? []).filter((word) => SAYS_SOMETHING.test(word)).length;
}

/** "116 of 300 words"; over it, by how many. It stops nobody, and says so. */
export function wordsOf(text: string, most: number): string {
  const words = countWords(text);
  return words > most ? `${words} words, ${words - most} over ${most}. It is saved all the same` : `${words} of ${most} words`;
}

/** What is said aloud when a text comes near its limit, reaches it or goes over; nothing while there is room. Each is said once, as it is met. */
export function wordsLeft(text: string, most: number): string {
  const left = most - countWords(text);
  if (left < 0) return `Over the limit of ${most} words. It is saved all the same.`;
  if (left === 0) return `The limit of ${most} words is reached.`;
  if (left * 10 <= most) return `Nearly at the limit of ${most} words.`;
  return '';
}

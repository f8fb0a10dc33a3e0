import type { ChildData } from './find';

/** The words as others may see them: enough to find the place, not enough to know the child. Names keep their first letters, numbers their last two signs. */
export function masked(given: string): string {
  const [, words = given, more = ''] = /^(.*?)( and \d+ more like it)?$/s.exec(given) ?? [];
  const digits = words.replace(/\D/g, '').length;
  let seen = 0;
  const hidden = words
    .replace(/\p{Lu}\p{L}*(?:['’-]\p{L}+)*/gu, (word) => (KEPT.test(word) || word.length === 1 ? word : `${word[0]}…`))
    .replace(/\d/g, (digit) => ((seen += 1), seen > digits - 2 ? digit : '•'));
  return hidden + more;
}

const KEPT = /^(?:NHS|UPN|DOB|D|O|B|Date|Born|Birth|Case|Client|Person|Child|Pupil|Number|No|Ref|Reference|ID|Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Grove|Court|Crescent|Terrace|Place|Gardens|Walk|Mews|Square|Row)$/i;

/** What a confirmation is for: these very words of this kind, however they are spaced, set off by commas or capitalised. */
export function wordsKey({ kind, words }: Pick<ChildData, 'kind' | 'words'>): string {
  return `${kind}\n${words.normalize('NFKC').toLowerCase().replace(/[\s,;:|()–]+/g, ' ').trim()}`;
}

// No data about a child who could be known, ever: text that looks like it is pointed out to whoever writes it (product bar).

const SIGNS: readonly { what: string; sign: RegExp }[] = [
  { what: 'a date of birth', sign: /\b(?:d\.?o\.?b\.?|date of birth|born)\b[^.\n]{0,20}\d{1,4}[ ./-](?:\d{1,2}|[A-Za-z]{3,9})[ ./-]\d{2,4}/i },
  { what: 'an NHS number', sign: /\bNHS\b[^.\n]{0,20}\d{3}[ -]?\d{3}[ -]?\d{4}\b|\b\d{3} \d{3} \d{4}\b/i },
  { what: 'a unique pupil number', sign: /\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b/ },
  { what: 'a postcode', sign: /\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b/ },
  { what: 'a child by name and age', sign: /\b(?!(?:Children|Those|People|Boys|Girls|Young|Pupils|Leavers|Adults|Everyone|All|Some|Many|Most|Mothers|Parents|Families)\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?,? aged? \d{1,2}\b/ },
  { what: 'a case number', sign: /\b(?:case|client|person|liquidlogic|mosaic)\s*(?:id|no\.?|number|ref(?:erence)?)\b[:#\s]*[A-Z]{0,3}\d{4,}/i },
];

export interface Identifying {
  what: string;
  /** The words as they stand. */
  words: string;
}

/** What in the text could tell a reader who a child is. It warns and stops nobody. */
export function mayIdentify(text: string): Identifying[] {
  return SIGNS.flatMap(({ what, sign }) => {
    const words = sign.exec(text)?.[0];
    return words ? [{ what, words }] : [];
  });
}

/** "“born on 3 May 2009” looks like a date of birth." */
export function warningOf({ what, words }: Identifying): string {
  return `“${words.trim()}” looks like ${what}.`;
}

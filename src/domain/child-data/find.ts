// No data about a child who could be known, ever: text that looks like it is pointed out to whoever gives it, and to those who sign.
// It warns and stops nobody. A warning that cries wolf is not read, so a date, a place, a post or "aged 8" alone is none (product bar).
import type { Day } from '../model';
import { isNhsNumber, isUpn } from './numbers';
import { isGiven, namesIn } from './names';

export const CHILD_DATA = {
  'nhs-number': 'an NHS number',
  upn: 'a unique pupil number',
  'date-of-birth': 'a date of birth',
  'name-and-birth': 'a name with a date of birth',
  'name-and-age': 'a child by name and age',
  'name-and-address': 'a name with a postcode',
  'home-address': 'the address of a home',
  'national-insurance': 'a National Insurance number',
  'case-number': 'a case number',
} as const;
export type ChildDataKind = keyof typeof CHILD_DATA;

export interface ChildData {
  kind: ChildDataKind;
  /** The words as they stand. */
  words: string;
  start: number;
}

/** What in the text could tell a reader who a child is, in the order of the text. `on`: a date of birth is at most 26 years before. */
export function childDataIn(text: string, on?: Day): ChildData[] {
  const found = [...nhsNumbers(text), ...upns(text), ...births(text), ...namesWith(text, on), ...addresses(text), ...otherNumbers(text)].sort((a, b) => a.start - b.start || b.words.length - a.words.length);
  // "Jamie Smith, born 3 May 2009" is one thing, not two: what ends within the one before it is part of that.
  let covered = 0;
  return found.filter(({ start, words }) => {
    const end = start + words.length;
    if (end <= covered) return false;
    covered = end;
    return true;
  });
}

const matches = (text: string, sign: RegExp, kind: ChildDataKind, isIt: (words: string, at: number) => boolean = () => true): ChildData[] =>
  [...text.matchAll(sign)].flatMap(({ 0: words, index }) => (isIt(words, index) ? [{ kind, words: words.trim(), start: index + words.length - words.trimStart().length }] : []));

const nhsNumbers = (text: string) =>
  matches(text, /(?<![\d£$€.,/+-]|\d[ -])\d{3}(?:\d{3}|[ \u00a0-]\d{3}[ \u00a0-])\d{4}(?![\d%/]|[.,]\d|[ -]\d{2})/g, 'nhs-number', (words) => isNhsNumber(words.replace(/\D/g, '')));

const upns = (text: string) => matches(text, /(?<![A-Za-z0-9])[A-Z]\d{11}[0-9A-Z](?![A-Za-z0-9])/g, 'upn', isUpn);

const MONTH = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
/** A whole day: 03/05/2009, 3.5.09, 2009-05-03, 3 May 2009, 3rd of May 2009. */
export const WHOLE_DAY = `(?:(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)?\\d{2}|(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?: of)? ${MONTH},? (?:19|20)?\\d{2})(?!\\d)`;
const BORN = '(?:\\bd\\.?o\\.?b\\b\\.?|\\bdate of birth\\b|\\bborn\\b|\\bbirthday\\b|\\bb\\.)';

const births = (text: string) =>
  matches(text, new RegExp(`${BORN}(?! (?:on or |in or )?(?:after|before|between|from|since|by|until|up to))(?:[:\\s(,–-]|is|was|on|the){0,8}${WHOLE_DAY}`, 'gi'), 'date-of-birth');

/** Posts and acts of grown-ups: beside them a name and a date are a signature, an invitation, a visit. */
const POSTS =
  /\b(?:DCS|Directors?|Assistant|Cllr|Councillor|Chair|Head|Heads|Manager|Lead|Officer|Leader|Member|Minister|MP|Mayor|Commissioner|Executive|Inspector|HMI|Ofsted|Consultant|Adviser|Advisor|Principal|Teacher|Headteacher|Social [Ww]orker|Practitioner|IRO|Auditor|Author|Editor|Professor|Dr|Sir|Dame)\b/;
const ACTS =
  /\b(?:[Ss]igned|[Rr]eviewed|[Aa]pproved|[Aa]uthorised|[Uu]pdated|[Pp]repared|[Pp]resented|[Pp]ublished|[Aa]udited|[Ii]nterviewed|[Ff]acilitated|[Cc]haired|[Aa]ppointed|[Jj]oined|[Rr]etired|[Ll]eft|[Vv]isited|[Mm]et|[Cc]ontact|by)\b/;
const isOfStaff = (text: string) => POSTS.test(text) || ACTS.test(text);

const near = (text: string, start: number, end: number, width = 50) => text.slice(Math.max(0, start - width), end + width);

function namesWith(text: string, on: Day | undefined): ChildData[] {
  const all = namesIn(text);
  const day = new RegExp(`^(?:[\\s,;:|()–-]|${BORN}|is|was|on|the){1,14}(${WHOLE_DAY})`, 'i');
  const age = /^(?:,? (?:is |was |who is |who was |now )?(?:aged? |who is )(\d{1,2})\b|,? \(?(?:aged? )?(\d{1,2})(?: years old| yrs|[ -]year[ -]old)?\)|,? (\d{1,2}) years old)/i;
  const whole = all.flatMap(({ words, start, end }): ChildData[] => {
    const after = text.slice(end, end + 60);
    const birth = day.exec(after);
    const labelled = birth && new RegExp(BORN, 'i').test(birth[0]);
    if (birth && (labelled || (!isOfStaff(near(text, start, end + birth[0].length)) && couldBeBirth(birth[1]!, on)))) return [{ kind: 'name-and-birth', words: words + birth[0], start }];
    const aged = age.exec(after);
    return aged && Number(aged[1] ?? aged[2] ?? aged[3]) <= 25 && !POSTS.test(near(text, start, end + aged[0].length, 30)) ? [{ kind: 'name-and-age', words: words + aged[0], start }] : [];
  });
  const alone = [...text.matchAll(/(?<![\p{L}'’-])(\p{Lu}\p{Ll}+),? \(?aged? (\d{1,2})\b\)?/gu)].flatMap(({ 0: words, 1: name, 2: years, index }): ChildData[] =>
    isGiven(name!) && Number(years) <= 25 && !POSTS.test(near(text, index, index + words.length, 30)) ? [{ kind: 'name-and-age', words, start: index }] : [],
  );
  return [...whole, ...alone];
}

/** Without a word that says so, a day of the last two years is taken for that of a meeting, and one long ago for that of a grown-up. */
function couldBeBirth(day: string, on: Day | undefined): boolean {
  const digits = /(?:19|20)\d{2}/.exec(day)?.[0] ?? `20${/\d{2}$/.exec(day)?.[0]}`;
  const [year, now] = [Number(digits), on ? Number(on.slice(0, 4)) : 2030];
  return year >= (on ? now - 26 : 1995) && (on ? year <= now - 2 : true);
}

const POSTCODE = '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}';
const STREET = '(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Grove|Court|Crescent|Terrace|Place|Gardens|Walk|Mews|Square|Row|Rise|Hill|View|Fold|Brow)';
const HOME = new RegExp(`(?<![\\d/.])\\b\\d{1,3}[a-z]? (?:\\p{Lu}[\\p{L}'’]+ ){1,3}${STREET}\\b[^\\n]{0,60}?\\b${POSTCODE}\\b`, 'gu');
const FAMILY = new RegExp(`\\b(?:family|families|mother|father|parents?|carers?|siblings?|brothers?|sisters?|boy|girl|child|baby|lives?|living|lived|moved|placed|address)\\b(?: [\\p{L}’']+){0,4},? (?:at |in |to |is |from |:|of )?${POSTCODE}\\b`, 'gu');
/** Addresses of bodies are public. */
const BODY = /\b(?:Town Hall|Civic|Council|House|Centre|School|Academy|College|Hospital|Office|Offices|Building|Library|University|Trust|Ltd|Headquarters|HQ|Station|Suite|Floor|Clinic|Surgery|Nursery|Court House)\b/;

function addresses(text: string): ChildData[] {
  const named = [...text.matchAll(new RegExp(`\\b${POSTCODE}\\b`, 'g'))].flatMap(({ 0: code, index }): ChildData[] => {
    const from = Math.max(text.lastIndexOf('\n', index) + 1, index - 90);
    const before = text.slice(from, index);
    const name = namesIn(before).at(-1);
    if (!name || isOfStaff(before) || BODY.test(before)) return [];
    return [{ kind: 'name-and-address', words: text.slice(from + name.start, index + code.length), start: from + name.start }];
  });
  return [...named, ...matches(text, HOME, 'home-address', (words, at) => !BODY.test(near(text, at, at + words.length, 40))), ...matches(text, FAMILY, 'home-address', (words) => !BODY.test(words))];
}

function otherNumbers(text: string): ChildData[] {
  return [
    ...matches(text, /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g, 'national-insurance'),
    ...matches(text, /\b(?:case|client|person|child|pupil|liquidlogic|mosaic|lcs|eclipse|frameworki)\s*(?:id|no\.?|number|ref(?:erence)?\.?)[:#\s]*[A-Z]{0,3}-?\d{4,}\b/gi, 'case-number', (words) => !/\D(?:19|20)\d{2}$/.test(words)),
  ];
}

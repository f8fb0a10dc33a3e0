// Authorities that come in place of one that is reorganised and are not in the register yet: they are entered in the same action, with a
// name that nobody has, a kind and their first day. The one that they replace ends the day before.
import { addDays, dayInWords } from '../deadlines';
import { refuse, type Refusal } from '../decision';
import type { Day } from '../model';
import { listed } from '../processes/in-words';
import { scheduleOf } from '../processes/schedule';
import { slugOf, type NewAuthority } from '../register';
import { nameOf, type Ground } from './plan';

const LONGEST_NAME = 80;
const WRITTEN_LIKE_A_NAME = /^\p{L}[\p{L} ,.'’&-]*$/u;

/** For everything else they are authorities of the region like any other. */
export function withEntered(ground: Ground, entered: readonly NewAuthority[]): Ground {
  if (entered.length === 0) return ground;
  return { ...ground, authorities: [...ground.authorities, ...entered.map(({ id, name, startsOn }) => ({ id, name, startedOn: startsOn, endedOn: null }))] };
}

export function cannotBeEntered(ground: Ground, entered: readonly NewAuthority[]): Refusal | null {
  for (const [index, authority] of entered.entries()) {
    const fault = nameFault(ground, authority, entered.slice(0, index)) ?? dayFault(ground, authority);
    if (fault) return fault;
    if (!ground.kinds.includes(authority.kind)) return refuse('no-kind', `${authority.name}: choose what kind of authority it is.`);
  }
  return null;
}

function nameFault({ register }: Ground, { id, name }: NewAuthority, before: readonly NewAuthority[]): Refusal | null {
  const slug = slugOf(name);
  if (slug === '') return refuse('no-name', 'Name of the new authority: write what people call it.');
  if (!WRITTEN_LIKE_A_NAME.test(name)) return refuse('odd-name', `${name}: write the name of the new authority with letters, spaces, commas, apostrophes and hyphens only.`);
  if (name.length > LONGEST_NAME) return refuse('name-too-long', `Name of the new authority: at most ${LONGEST_NAME} characters.`);
  if (before.some((other) => other.id === id || slugOf(other.name) === slug)) return refuse('entered-twice', `${name} is entered twice. Give each of them a name of its own.`);
  const same = register.find((one) => one.id === id || one.slugs.includes(slug));
  if (!same) return null;
  return refuse('in-register', same.isHere ? `${name} is an authority of the region already. Choose it in the list in place of entering it.` : `An authority of another region is called ${name}. Give the new one a name that tells them apart.`);
}

function dayFault({ given, today, facts }: Ground, { name, startsOn }: NewAuthority): Refusal | null {
  if (startsOn > today) return refuse('begins-later', `${name} begins on ${dayInWords(startsOn)}. Record the reorganisation on that day or after it.`);
  const first = scheduleOf(given).startsOn;
  return startsOn < first ? refuse('began-before', `${name} cannot have begun on ${dayInWords(startsOn)}: the ${facts.name} cycle has had its predecessor in it since ${dayInWords(first)}.`) : null;
}

/** The last day of the one that is replaced; null where the register has it, or nobody new is entered. */
export function lastDayOf({ authorities }: Ground, authorityId: string, entered: readonly NewAuthority[]): Day | null {
  const first = entered.map(({ startsOn }) => startsOn).sort()[0];
  return first && !authorities.find(({ id }) => id === authorityId)?.endedOn ? addDays(first, -1) : null;
}

export function registerLines(ground: Ground, authorityId: string, entered: readonly NewAuthority[]): string[] {
  if (entered.length === 0) return [];
  const last = lastDayOf(ground, authorityId, entered);
  return [
    ...entered.map(({ name, kind, startsOn }) => `${name} becomes a ${kind} authority of the region on ${dayInWords(startsOn)}.`),
    ...(last ? [`${nameOf(ground, authorityId)} is one until ${dayInWords(last)}.`] : []),
    `Nobody holds a post at ${listed(entered.map(({ name }) => name))} yet, so nobody is told there until you appoint someone.`,
  ];
}

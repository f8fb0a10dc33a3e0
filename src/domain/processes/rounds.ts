// A process may take some of the authorities in each cycle until every one has had its challenge: those cycles are a round, and the next
// one begins another (3-processes.md section 7.3, round numbering). A round follows from the cycles of the process and nothing of it is
// stored: a cycle that follows from none of them begins one, and so does a cycle by whose opening everybody had theirs.
import type { Day, Named } from '../model';
import { listed } from './in-words';
import { isThere } from './opening-faults';

/** An authority's place in a cycle. */
export interface Host {
  authorityId: string;
  /** Its own day: of the visit to it. */
  on: Day;
  joinedOn: Day | null;
  /** Withdrawn, or reorganised into others. */
  leftOn: Day | null;
  /** The step of its own day was marked as not needed. */
  waivedOn: Day | null;
}

export interface CycleOfRound extends Named {
  anchorOn: Day;
  openedOn: Day;
  previousId: string | null;
  hosts: readonly Host[];
}

/** The cycles of one process in one region, whatever its version. */
export interface RoundFacts {
  /** Word in the names of the cycles: of "2017/18 challenges" the years alone are said. */
  suffix: string;
  cycles: readonly CycleOfRound[];
  authorities: readonly (Named & { startedOn: Day | null; endedOn: Day | null })[];
  /** Who was reorganised into whom, in a cycle of any process. */
  successions: readonly { authorityId: string; predecessorId: string }[];
}

/** The challenge that an authority had in a round, or has ahead. */
export interface Had {
  authorityId: string;
  authority: string;
  /** "2017/18" */
  cycle: string;
  cycleId: string;
  on: Day;
  /** The authority that had it and was reorganised into this one. */
  as: string | null;
}

export interface Round {
  /** Years of its first cycle; null before the first. */
  since: string | null;
  /** In the order of their names. */
  had: readonly Had[];
  notYet: readonly Named[];
}

export interface RoundToCome extends Round {
  /** Why the cycle to be opened begins a round, if it does: `had` then is empty. */
  begins: 'first' | 'follows-from-none' | 'all-had' | null;
  /** Years in which the round before it began. */
  before: string | null;
}

/** The round to which a cycle belongs, as it stands today; one that is over as it stood in its last cycle. */
export function roundOf(facts: RoundFacts, cycleId: string, today: Day): Round {
  const rounds = roundsIn(facts);
  const round = rounds.find((cycles) => cycles.some(({ id }) => id === cycleId)) ?? [];
  const last = round.at(-1)?.anchorOn ?? today;
  return standing(facts, round, round === rounds.at(-1) && today > last ? today : last);
}

/** The round of a cycle that is to be opened with this day 0, rolled forward from that one. */
export function roundToCome(facts: RoundFacts, { previousId, on }: { previousId: string | null; on: Day }): RoundToCome {
  const round = roundsIn(facts).at(-1) ?? [];
  const now = standing(facts, round, on);
  const follows = facts.cycles.some(({ id }) => id === previousId);
  const begins = round.length === 0 ? 'first' : !follows ? 'follows-from-none' : now.notYet.length === 0 ? 'all-had' : null;
  return begins ? { begins, before: now.since, since: null, had: [], notYet: thereOn(facts, on) } : { ...now, begins, before: null };
}

/** As the cycles came; each is judged by what stood on the day on which it was opened, so that what comes later parts no round. */
function roundsIn(facts: RoundFacts): CycleOfRound[][] {
  const rounds: CycleOfRound[][] = [];
  const known = new Set(facts.cycles.map(({ id }) => id));
  for (const cycle of facts.cycles.toSorted((a, b) => a.anchorOn.localeCompare(b.anchorOn) || a.name.localeCompare(b.name, 'en-GB'))) {
    const round = rounds.at(-1);
    const follows = cycle.previousId !== null && known.has(cycle.previousId);
    if (!round || !follows || allHad(facts, round, cycle)) rounds.push([cycle]);
    else round.push(cycle);
  }
  return rounds;
}

function allHad(facts: RoundFacts, round: readonly CycleOfRound[], { anchorOn, openedOn }: CycleOfRound): boolean {
  const had = hadIn(facts, round, openedOn);
  return thereOn(facts, anchorOn).every(({ id }) => had(id) !== null);
}

function standing(facts: RoundFacts, round: readonly CycleOfRound[], on: Day): Round {
  const had = hadIn(facts, round, null);
  const there = thereOn(facts, on);
  return {
    since: round[0] ? yearsOf(round[0].name, facts.suffix) : null,
    had: there.flatMap(({ id }) => had(id) ?? []),
    notYet: there.filter(({ id }) => had(id) === null),
  };
}

const thereOn = ({ authorities }: RoundFacts, on: Day) => authorities.filter((authority) => isThere(authority, on)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** The latest challenge of an authority in a round, as was known on a day or is now; its own, or that of all from which it came. */
function hadIn(facts: RoundFacts, round: readonly CycleOfRound[], knownOn: Day | null): (authorityId: string) => Had | null {
  const nameOf = (authorityId: string) => facts.authorities.find(({ id }) => id === authorityId)?.name ?? '';
  const own = new Map<string, Had>();
  for (const { id: cycleId, name, hosts } of round) {
    for (const { authorityId, on } of hosts.filter((host) => counts(host, knownOn))) own.set(authorityId, { authorityId, authority: nameOf(authorityId), cycle: yearsOf(name, facts.suffix), cycleId, on, as: null });
  }
  const find = (authorityId: string, seen: readonly string[]): Had | null => {
    const its = own.get(authorityId);
    if (its) return its;
    const from = facts.successions.filter((one) => one.authorityId === authorityId && !seen.includes(one.predecessorId)).map(({ predecessorId }) => predecessorId);
    const theirs = [...new Set(from)].map((id) => find(id, [...seen, authorityId]));
    const last = theirs.at(-1);
    if (!last || theirs.some((one) => one === null)) return null;
    return { ...last, authorityId, authority: nameOf(authorityId), as: last.as ?? last.authority };
  };
  return (authorityId) => find(authorityId, []);
}

/** Whoever left before its day had no challenge; whoever left after it had. */
function counts({ on, joinedOn, leftOn, waivedOn }: Host, knownOn: Day | null): boolean {
  const was = (day: Day | null) => day !== null && (knownOn === null || day <= knownOn);
  if (joinedOn !== null && !was(joinedOn)) return false;
  return !was(waivedOn) && !(was(leftOn) && leftOn! < on);
}

/** "2017/18 challenges" → "2017/18" */
export function yearsOf(name: string, suffix: string): string {
  return suffix ? name.replace(` ${suffix}`, '') : name;
}

/** "challenged in 2026/27", "to be challenged in 2027/28", "challenged in 2026/27 as Northshire" */
export function hadWords({ cycle, on, as }: Had, today: Day): string {
  return `${on <= today ? 'challenged' : 'to be challenged'} in ${cycle}${as ? ` as ${as}` : ''}`;
}

/** As a board says them: "Challenged in 2026/27", each on its day; the cycles in their order, what is ahead after what was. */
export function roundByCycle({ had }: Round, today: Day): { says: string; had: readonly Had[] }[] {
  const inOrder = had.toSorted((a, b) => a.on.localeCompare(b.on));
  const says = (one: Had) => hadWords({ ...one, as: null }, today).replace(/^./, (letter) => letter.toUpperCase());
  return [...new Set(inOrder.map(says))].map((words) => ({ says: words, had: inOrder.filter((one) => says(one) === words) }));
}

/** "18 of 24 authorities have been challenged in the round since 2024/25; 4 have their challenge ahead; 2 have no date yet." */
export function coverageOfRound({ since, had, notYet }: Round, today: Day): string {
  const of = had.length + notYet.length;
  const ahead = had.filter(({ on }) => on > today).length;
  const done = had.length - ahead;
  return [
    `${done === of ? `All ${of}` : `${done} of ${of}`} authorities ${done === 1 && of !== 1 ? 'has' : 'have'} been challenged in the round${since ? ` since ${since}` : ''}`,
    ...(ahead > 0 ? [`${ahead} ${ahead === 1 ? 'has its' : 'have their'} challenge ahead`] : []),
    ...(notYet.length > 0 ? [`${notYet.length} ${notYet.length === 1 ? 'has' : 'have'} no date yet`] : []),
  ].join('; ').concat('.');
}

/** How the round stands once this cycle is open. */
export function afterwardsWords({ begins, since, had, notYet }: RoundToCome, takingPart: readonly string[]): string {
  const left = notYet.filter(({ id }) => !takingPart.includes(id));
  const of = had.length + notYet.length;
  const opening = begins ? 'It begins with this cycle.' : `It began with ${since}.`;
  return left.length === 0
    ? `${opening} Once this cycle is open, every authority has had its challenge or has it ahead: the cycle after it begins a new round.`
    : `${opening} Once this cycle is open, ${of - left.length} of ${of} authorities have had their challenge or have it ahead. Not yet: ${listed(left.map(({ name }) => name))}.`;
}

/** What the round means for the cycle that is to be opened. */
export function toComeWords({ begins, before, since, had, notYet }: RoundToCome): string {
  switch (begins) {
    case 'first':
      return 'A round begins with this cycle: it is over when every authority has been challenged, in this cycle or a later one.';
    case 'follows-from-none':
      return `A new round begins with this cycle, because it follows from none. To go on with the round since ${before}, start from its latest cycle.`;
    case 'all-had':
      return `Every authority has had its challenge in the round since ${before}, or has it ahead. A new round begins with this cycle.`;
    case null:
      return `The round since ${since} goes on: ${had.length} of ${had.length + notYet.length} authorities have had their challenge or have it ahead. Not yet: ${listed(notYet.map(({ name }) => name))}.`;
  }
}

// The next cycle begins where the last one stood: its name and day 0 a year on, its groups and waves as they were, and the lead peer
// challengers the same or with the turn moved on (3-processes.md section 7.1, step 22).
import { addDays, daysFrom } from '../deadlines';
import type { Day } from '../model';
import { leadChallengers } from './lead-challengers';
import { isThere, type NewPlace } from './open-cycle';

/** "2017/18" → "2018/19"; any other name with the year in it a year on, else empty. */
export function nextName(name: string): string {
  return /\d{4}|\d{2}/.test(name) ? name.replace(/\d{4}|\b\d{2}\b/g, (year) => String(Number(year) + 1).padStart(year.length, '0').slice(-year.length)) : '';
}

/** The same weekday nearest to the same date a year later. */
export function nextAnchor(anchorOn: Day): Day {
  const [year, ...rest] = anchorOn.split('-');
  const sameDate = [Number(year) + 1, ...rest].join('-').replace('02-29', '03-01');
  const [early, late] = [addDays(anchorOn, 364), addDays(anchorOn, 371)] as const;
  return Math.abs(daysFrom(early, sameDate)) <= Math.abs(daysFrom(late, sameDate)) ? early : late;
}

interface Region {
  groups: readonly { id: string; authorityIds: readonly string[] }[];
  authorities: readonly { id: string; name: string; startedOn: Day | null; endedOn: Day | null }[];
  waves: readonly { key: string }[];
}

/** Every authority of the region's groups that is there on day 0: the first half of each group in the first wave, and so on. */
export function firstPlaces({ groups, authorities, waves }: Region, anchorOn: Day): NewPlace[] {
  const placed = groups.flatMap((group) => {
    const members = authorities.filter((authority) => group.authorityIds.includes(authority.id) && isThere(authority, anchorOn));
    const each = Math.ceil(members.length / waves.length);
    return members.map((authority, index) => ({ authorityId: authority.id, groupId: group.id, wave: waves[Math.floor(index / each)]!.key }));
  });
  return withLeads(placed, leadChallengers(placed));
}

/** As in the cycle before: who has gone is left out, who is new comes in as in a first cycle. */
export function placesFrom(previous: readonly NewPlace[], region: Region, anchorOn: Day, leads: 'same' | 'rotated'): NewPlace[] {
  const before = new Map(previous.map((place) => [place.authorityId, place]));
  const waveKeys = region.waves.map((wave) => wave.key);
  const placed = firstPlaces(region, anchorOn)
    .filter(({ authorityId }) => before.has(authorityId) || isNew(region, authorityId, anchorOn))
    .map((place) => {
      const was = before.get(place.authorityId);
      return { ...place, wave: was && waveKeys.includes(was.wave) ? was.wave : place.wave };
    });
  const kept = new Map(placed.map(({ authorityId }) => [authorityId, before.get(authorityId)?.leadChallengerAuthorityId ?? null]));
  return withLeads(placed, leads === 'same' ? filled(placed, kept) : leadChallengers(placed, turnOf(placed, kept) + 1));
}

/** New since day 0 of the cycle before, and so to be asked in; one that stayed out of it by choice stays out. */
function isNew({ authorities }: Region, authorityId: string, anchorOn: Day): boolean {
  const startedOn = authorities.find(({ id }) => id === authorityId)?.startedOn;
  return Boolean(startedOn && startedOn > addDays(anchorOn, -371));
}

/** How far the turn stood for most of those who are still there. */
function turnOf(placed: readonly { authorityId: string; groupId: string }[], leads: ReadonlyMap<string, string | null>): number {
  const counts = new Map<number, number>();
  for (const { authorityId, groupId } of placed) {
    const group = placed.filter((other) => other.groupId === groupId).map((other) => other.authorityId);
    const lead = group.indexOf(leads.get(authorityId) ?? '');
    if (lead < 0) continue;
    const turn = (lead - group.indexOf(authorityId) + group.length) % group.length;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  return [...counts].reduce((most, some) => (some[1] > most[1] ? some : most), [0, 0])[0];
}

/** Who lost their lead peer challenger gets the next in turn. */
function filled(placed: readonly { authorityId: string; groupId: string }[], leads: ReadonlyMap<string, string | null>): Map<string, string | null> {
  const there = new Set(placed.map(({ authorityId }) => authorityId));
  const inTurn = leadChallengers(placed);
  return new Map(placed.map(({ authorityId }) => {
    const lead = leads.get(authorityId);
    return [authorityId, lead && there.has(lead) ? lead : (inTurn.get(authorityId) ?? null)];
  }));
}

function withLeads(placed: readonly Omit<NewPlace, 'leadChallengerAuthorityId'>[], leads: ReadonlyMap<string, string | null>): NewPlace[] {
  return placed.map((place) => ({ ...place, leadChallengerAuthorityId: leads.get(place.authorityId) ?? null }));
}

import { readDay } from '@/domain/day-fields';
import type { Day } from '@/domain/model';
import { firstPlaces, nextAnchor, nextName, placesFrom } from '@/domain/processes/next-cycle';
import { isThere, notToOpen, type NewCycle, type NewPlace } from '@/domain/processes/open-cycle';
import type { OpeningPage } from '@/server/cycles/load';

export type Asked = Record<string, string | string[] | undefined>;

export interface ReadCycle {
  /** Null while the name or day 0 cannot be read. */
  cycle: NewCycle | null;
  /** Sentence by field: name, anchorOn, in-slug, wave-slug, lead-slug. */
  errors: Record<string, string>;
}

const one = (asked: Asked, name: string) => {
  const value = asked[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
};

/** The form for a new cycle, as it stands in the address of its preview. */
export function readNewCycle(asked: Asked, page: OpeningPage, today: Day): ReadCycle {
  const { facts, slugs } = page;
  const errors: Record<string, string> = {};
  const anchorOn = readDay(one(asked, 'anchorOn-day'), one(asked, 'anchorOn-month'), one(asked, 'anchorOn-year'));
  if (!anchorOn) errors.anchorOn = 'Day 0: give a day, month and year, such as 23 11 2017';
  if (one(asked, 'name') === '') errors.name = 'Name: give the cycle a name, such as 2017/18';
  const idOf = new Map([...slugs].map(([id, slug]) => [slug, id]));
  const places = facts.groups.flatMap((group) =>
    facts.authorities.flatMap(({ id: authorityId }): NewPlace[] => {
      if (!group.authorityIds.includes(authorityId)) return [];
      const slug = slugs.get(authorityId);
      if (!slug || one(asked, `in-${slug}`) !== 'yes') return [];
      return [{ authorityId, groupId: group.id, wave: one(asked, `wave-${slug}`), leadChallengerAuthorityId: idOf.get(one(asked, `lead-${slug}`)) ?? null }];
    }),
  );
  if (!anchorOn || errors.name) return { cycle: null, errors };
  const cycle: NewCycle = { name: one(asked, 'name'), anchorOn, places };
  for (const place of places) Object.assign(errors, placeErrors(page, cycle, place));
  const fault = Object.keys(errors).length === 0 ? notToOpen(facts, cycle, today) : null;
  if (fault) errors[fieldOf(fault.refused, page, places)] = fault.because;
  return { cycle, errors };
}

/** Every place that must be mended, not only the first. */
function placeErrors({ facts, slugs }: OpeningPage, cycle: NewCycle, place: NewPlace): Record<string, string> {
  const slug = slugs.get(place.authorityId)!;
  const name = facts.authorities.find(({ id }) => id === place.authorityId)!.name;
  const lead = place.leadChallengerAuthorityId;
  const errors: Record<string, string> = {};
  if (!facts.template.waves.some((wave) => wave.key === place.wave)) errors[`wave-${slug}`] = `${name}: choose a wave`;
  if (lead === null) errors[`lead-${slug}`] = `${name}: choose its lead peer challenger`;
  else if (lead === place.authorityId) errors[`lead-${slug}`] = `${name} cannot be its own lead peer challenger`;
  else if (!cycle.places.some((other) => other.authorityId === lead)) errors[`lead-${slug}`] = `${name}: its lead peer challenger does not take part in this cycle`;
  return errors;
}

function fieldOf(refused: string, { slugs }: OpeningPage, places: readonly NewPlace[]): string {
  if (refused === 'no-name' || refused === 'name-taken') return 'name';
  if (refused === 'nobody') return 'places';
  return refused === 'not-there' ? `in-${slugs.get(places[0]!.authorityId)}` : 'anchorOn';
}

/** What the form holds before anyone has typed: from the cycle before, or a first proposal. */
export function proposedCycle({ facts, slugs, from }: OpeningPage, leads: 'same' | 'rotated', today: Day): Record<string, string> {
  const anchorOn = from ? nextAnchor(from.anchorOn) : null;
  const region = { groups: facts.groups, authorities: facts.authorities, waves: facts.template.waves };
  const places = from ? placesFrom(from.places, region, anchorOn!, leads) : firstPlaces(region, today);
  const [year, month, day] = anchorOn?.split('-') ?? [];
  const values: Record<string, string> = {
    name: from ? nextName(from.name) : '',
    ...(anchorOn ? { 'anchorOn-day': String(Number(day)), 'anchorOn-month': String(Number(month)), 'anchorOn-year': year! } : {}),
  };
  for (const place of places) {
    const slug = slugs.get(place.authorityId)!;
    values[`in-${slug}`] = 'yes';
    values[`wave-${slug}`] = place.wave;
    values[`lead-${slug}`] = slugs.get(place.leadChallengerAuthorityId ?? '') ?? '';
  }
  return values;
}

/** Each group's authorities that could take part, in the order of their names. */
export function candidates({ facts, slugs }: OpeningPage, on: Day): { group: { id: string; name: string }; authorities: { slug: string; name: string }[] }[] {
  return facts.groups.map((group) => ({
    group,
    authorities: facts.authorities
      .filter((authority) => group.authorityIds.includes(authority.id) && isThere(authority, on))
      .map(({ id, name }) => ({ slug: slugs.get(id)!, name })),
  }));
}

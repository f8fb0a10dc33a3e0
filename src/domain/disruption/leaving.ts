// What becomes of a cycle when an authority leaves it: nothing more is asked of it, its parts elsewhere pass on or end, and its set and its
// forum day go on without it. What was done, and who has read what, stays as it is.
import type { PlaceFacts } from '../cycle-facts';
import { isRefusal, type Refusal } from '../decision';
import { daysWithout } from './days-without';
import { passOn } from './pass-on';
import { whoHasAPart } from './parts';
import { inOrderOfNames, nameOf, openStepsOf, saying, unique, type Change, type Ground, type Said } from './plan';
import { setsWithout } from './sets-without';

export interface Leave {
  place: PlaceFacts;
  /** By the key of a part: who takes it over; empty for nobody. What is not named goes as it is proposed. */
  handing: Readonly<Record<string, string>>;
  /** The one that comes in its stead and may take anything over, though it has no place yet. */
  heirId?: string;
  /** It comes into the same group and wave: the forum goes on with it, though nobody else has a session there. */
  keepsDay?: boolean;
  /** Authority → the set into which it goes, of those that would be left in one that is too small. */
  seats?: Readonly<Record<string, string>>;
  /** "Wigan left the cycle" */
  because: string;
}

export type Left = Pick<Change, 'leads' | 'endedParts' | 'newParts' | 'sets' | 'seats' | 'forums' | 'waivers'> & { said: Said[]; concerned: string[] };

export function leaving(ground: Ground, leave: Leave): Left | Refusal {
  const { place, because } = leave;
  const passing = passOn(ground, leave);
  if (isRefusal(passing)) return passing;
  const sets = setsWithout(ground, leave, passing.setLeads);
  if (isRefusal(sets)) return sets;
  const day = daysWithout(ground, leave, passing.leads);
  if (isRefusal(day)) return day;
  const own = openStepsOf(ground, place.authorityId).length;
  const peers = (place.peers ?? []).map(({ id }) => id);
  return {
    leads: passing.leads,
    endedParts: [...peers, ...passing.ended, ...sets.endedParts],
    newParts: [...passing.found, ...sets.newParts],
    sets: sets.sets,
    seats: sets.seats,
    forums: day.forums,
    waivers: sets.waivers.map((waiver) => ({ ...waiver, because })),
    said: saying(
      ['What is not asked any more', own === 0 ? [] : [own === 1 ? `One step of ${place.name} that is not done is not needed any more.` : `The ${own} steps of ${place.name} that are not done are not needed any more. What is done stays, and its people keep reading it.`]],
      ['Parts that others had for it', partsForIt(ground, place)],
      ['Parts that it had for others', passing.lines],
      ['Sets', sets.lines],
      [`The ${ground.given.template.words.forum}`, day.lines],
    ),
    concerned: unique([place.authorityId, ...whoHasAPart(ground, place), ...passing.concerned, ...sets.concerned, ...day.concerned]),
  };
}

/** A line for each: none of them learns from its own who the others are (came-between.ts). */
function partsForIt(ground: Ground, place: PlaceFacts): string[] {
  return inOrderOfNames(ground, unique((place.peers ?? []).map(({ authorityId }) => authorityId))).map((peer) => `Nothing more is asked of ${nameOf(ground, peer)} for ${place.name}.`);
}

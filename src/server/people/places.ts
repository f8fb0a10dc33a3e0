import type { Actor, Day, Named } from '@/domain/model';
import { officesAt, type PlaceKind } from '@/domain/people';
import { permits, type Subject } from '@/domain/permissions';
import type { Office } from '@/domain/model';

/** Where a post may stand: "authority:wigan", "group:<id>", "region:north-west". */
export interface Place {
  key: string;
  kind: PlaceKind;
  name: string;
  region: Named;
  group: Named | null;
  authority: (Named & { slug: string; endedOn: Day | null }) | null;
}

/** The offices of the place to which the actor may appoint, in one post or another of theirs. */
export function officesOpenTo(actor: Actor, place: Place): Office[] {
  return officesAt(place.kind).filter((office) => actor.posts.some((as) => permits('people.appoint', as, subjectAt(place, office))));
}

export function subjectAt(place: Place, office: Office): Subject {
  return { regionId: place.region.id, authorityId: place.authority?.id ?? null, office };
}

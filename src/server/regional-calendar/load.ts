import { calendarOf, meetingsOf, seenDays, type CalendarEntry } from '@/domain/regional-calendar/entries';
import { daysOfMonths, monthsFrom, type Month } from '@/domain/regional-calendar/month';
import { calendarScope, regionsFollowed, type CalendarScope } from '@/domain/regional-calendar/scope';
import type { CalendarFilter } from '@/domain/regional-calendar/whose';
import { OFFICE_NAMES, type Actor, type Day, type Named } from '@/domain/model';
import type { Party } from '@/domain/parties';
import type { WarningGround } from '@/domain/processes/day-warnings';
import { today } from '../days';
import { db } from '../db';
import { NotFound } from '../not-found';
import { unscopedGround } from './store';

export interface CalendarPage {
  region: Named;
  today: Day;
  entries: readonly CalendarEntry[];
  cycles: readonly Named[];
  /** Whose dates can be chosen: of those that the actor sees. */
  authorities: readonly Named[];
  offices: readonly { party: Party; name: string }[];
  months: readonly Month[];
  /** Sees everyone's dates. */
  whole: boolean;
}

interface Asked {
  month: Month;
  /** How many months. */
  count: number;
  filter: CalendarFilter;
}

/** What falls in so many months, of all that the actor may know of in the region in which they act; NotFound for who follows none. */
export async function loadCalendar(actor: Actor, { month, count, filter }: Asked, at: Date): Promise<CalendarPage> {
  const { region, scope } = followedBy(actor);
  const { fromOn, toOn } = daysOfMonths(month, count);
  const ground = await unscopedGround(db, { regionId: region.id, postIds: scope.posts.map(({ id }) => id), fromOn, toOn }, at);
  const { entries, offices, authorities } = calendarOf(ground, scope, filter, { fromOn, toOn });
  const day = today(at);
  const [first, last] = [ground.spans.map(({ startsOn }) => startsOn), ground.spans.map(({ endsOn }) => endsOn)];
  return {
    region,
    today: day,
    entries,
    cycles: ground.cycles.map(({ facts: { id, name } }) => ({ id, name })),
    authorities,
    offices: offices.map((office) => ({ party: office, name: OFFICE_NAMES[office] })),
    months: monthsFrom([...first, fromOn].sort()[0]!, [...last, fromOn].sort().at(-1)!, day),
    whole: scope.whole,
  };
}

/** What the actor may know of for the warnings beside dates between two days; of outside bodies, nothing. */
export async function loadWarnings(actor: Actor, { regionId, fromOn, toOn }: { regionId: string; fromOn: Day; toOn: Day }, at: Date): Promise<WarningGround> {
  const scope = calendarScope(actor, regionId);
  if (!scope) return { days: [], meetings: [] };
  const ground = await unscopedGround(db, { regionId, postIds: [], fromOn, toOn }, at);
  return { days: seenDays(ground, scope), meetings: meetingsOf(ground.cycles, ground.forums) };
}

function followedBy(actor: Actor): { region: Named; scope: CalendarScope } {
  const region = (actor.as ?? actor.posts[0])?.region;
  const followed = region && regionsFollowed(actor).includes(region.id) ? region : actor.posts.find((post) => regionsFollowed(actor).includes(post.region.id))?.region;
  const scope = followed ? calendarScope(actor, followed.id) : null;
  if (!followed || !scope) throw new NotFound();
  return { region: followed, scope };
}

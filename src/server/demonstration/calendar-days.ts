import { addDays, nthWeekday, weekdayOf } from '@/domain/deadlines';
import type { Day } from '@/domain/model';
import { BANK_HOLIDAYS } from '@/domain/processes/bank-holidays';
import { proposedDays, type NewRegionalDay } from '@/domain/regional-days';
import { DEMONSTRATION_REGION } from '../../../prisma/reference/demonstration-region';
import { today } from '../days';
import { addProposedDay } from '../regional-calendar/days/add-proposed-day';
import { enterDays } from '../regional-calendar/days/enter-days';
import { actorIn, done } from './stage';

interface Authority {
  id: string;
  shortName: string;
}

const { enteredBy, twoWeeks, weekEarlier } = DEMONSTRATION_REGION.halfTerms;

/** Holidays of schools in three school years, an event of each summer, the season of returns and the period before the local elections. */
export async function enterCalendarDays({ regionId, authorities, at }: { regionId: string; authorities: readonly Authority[]; at: Date }): Promise<void> {
  const coordinator = await actorIn('sli-coordinator', regionId, at, {});
  const on = today(at);
  const first = Number(on.slice(0, 4)) - (on.slice(5) < '07-01' ? 1 : 0);
  const years = [first, first + 1, first + 2];
  const days = years.flatMap((year) => [...forEveryone(year), ...authorities.filter(({ shortName }) => shortName !== enteredBy).flatMap((authority) => halfTerms(year, authority))]);
  await done('calendar days', enterDays(coordinator, { days }, at));
  for (const { key } of proposedDays(on, [])) await done(key, addProposedDay(coordinator, { key }, at));
  const own = authorities.find(({ shortName }) => shortName === enteredBy);
  if (own) await done('own days', enterDays(await actorIn('dcs', regionId, at, { authority: enteredBy }), { days: years.flatMap((year) => halfTerms(year, own)) }, at));
}

/** Of the school year that begins in this year. */
function forEveryone(year: number): NewRegionalDay[] {
  const christmas = monday(`${year}-12-19`);
  const easter = [...BANK_HOLIDAYS].find(([day, name]) => name === 'Good Friday' && day.startsWith(String(year + 1)))?.[0] ?? `${year + 1}-04-02`;
  const spring = nthWeekday({ nth: -1, weekday: 1, month: 5 }, `${year + 1}-01-01`);
  const conference = nthWeekday({ nth: 2, weekday: 3, month: 7 }, `${year + 1}-01-01`);
  const holiday = (name: string, fromOn: Day, toOn: Day): NewRegionalDay => ({ kind: 'school-holiday', name, fromOn, toOn, authorityId: null });
  return [
    holiday('Christmas holidays', christmas, addDays(christmas, 11)),
    holiday('Easter holidays', easter, addDays(easter, 14)),
    holiday('Spring half-term', spring, addDays(spring, 4)),
    holiday('Summer holidays', monday(`${year + 1}-07-21`), `${year + 1}-08-31`),
    { kind: 'event', name: 'ADCS annual conference', fromOn: conference, toOn: addDays(conference, 2), authorityId: null },
  ];
}

function halfTerms(year: number, { id, shortName }: Authority): NewRegionalDay[] {
  const autumn = addDays(monday(`${year}-10-24`), weekEarlier.includes(shortName) ? -7 : 0);
  const february = monday(`${year + 1}-02-13`);
  const halfTerm = (name: string, fromOn: Day, days: number): NewRegionalDay => ({ kind: 'school-holiday', name, fromOn, toOn: addDays(fromOn, days), authorityId: id });
  return [halfTerm('Autumn half-term', twoWeeks.includes(shortName) ? addDays(autumn, -7) : autumn, twoWeeks.includes(shortName) ? 11 : 4), halfTerm('February half-term', february, 4)];
}

/** The first Monday on or after a day. */
function monday(day: Day): Day {
  return addDays(day, (8 - weekdayOf(day)) % 7);
}

import { party } from '@/domain/processes/template';
import type { CalendarFilter } from '@/domain/regional-calendar/whose';
import type { Month } from '@/domain/regional-calendar/month';
import { isUuid } from '@/server/not-found';

export type Asked = Record<string, string | string[] | undefined>;

export interface CalendarAsked {
  isList: boolean;
  filter: CalendarFilter;
}

/** What the address of a calendar asks for; nonsense asks for nothing. */
export function readAsked(asked: Asked): CalendarAsked {
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '');
  const id = (name: string) => (isUuid(one(name)) ? one(name) : null);
  const whose = one('for') === 'me' ? 'me' : (party.safeParse(one('for')).data ?? null);
  return { isList: one('view') === 'list', filter: { whose, authorityId: id('authority'), cycleId: id('cycle') } };
}

/** The address of another month, looked at in the same way. */
export function addressOf({ isList, filter }: CalendarAsked, month: Month): string {
  const query = new URLSearchParams({ month });
  if (isList) query.set('view', 'list');
  if (filter.whose) query.set('for', filter.whose);
  if (filter.authorityId) query.set('authority', filter.authorityId);
  if (filter.cycleId) query.set('cycle', filter.cycleId);
  return `/calendar?${query}`;
}

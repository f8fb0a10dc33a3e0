import type { Place } from '@/domain/processes/schedule';
import { NORTH_WEST_PROCESS } from '../../../prisma/reference/processes/north-west-annual-cycle';

export const DAY_0 = '2017-11-23';

export const GROUPS = ['blackburn', 'trafford', 'rochdale'] as const;

/** Four authorities in December and four in January for each group (three in Rochdale's January), as in 2017/18. */
export const PLACES: Place[] = GROUPS.flatMap((groupId, index) =>
  [0, 1, 2, 3, 4, 5, 6, 7].slice(0, groupId === 'rochdale' ? 7 : 8).map((number) => ({
    authorityId: `${groupId}-${number + 1}`,
    groupId,
    groupOrdinal: index + 1,
    wave: number < 4 ? 'december' : 'january',
  })),
);

export const CYCLE = { template: NORTH_WEST_PROCESS, anchorOn: DAY_0, places: PLACES };

export const host = (authorityId: string) => PLACES.find((place) => place.authorityId === authorityId)!;

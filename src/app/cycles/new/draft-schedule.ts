import type { CycleSchedule } from '@/domain/processes/cycle-schedule';
import type { NewCycle } from '@/domain/processes/open-cycle';
import type { OpeningPage } from '@/server/cycles/opening/load';

/** What the dates of a cycle that is not open yet follow from. */
export function draftOf({ anchorOn, places, sets = [] }: NewCycle, { facts }: OpeningPage): Pick<CycleSchedule, 'template' | 'anchorOn' | 'groups' | 'places'> {
  const { template, authorities } = facts;
  const groups = template.grouping.is === 'standing' ? facts.groups : sets.map(({ key, name }, index) => ({ id: key, name, ordinal: index + 1 }));
  return {
    template,
    anchorOn,
    groups,
    places: places.flatMap((place) => {
      const group = groups.find(({ id }) => id === place.groupId);
      return group ? [{ ...place, groupOrdinal: group.ordinal, name: authorities.find(({ id }) => id === place.authorityId)?.name ?? '', slug: '' }] : [];
    }),
  };
}

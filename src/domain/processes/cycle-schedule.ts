import type { Day, Named } from '../model';
import { groupTitle, groupWord } from '../place-names';
import type { PlaceNames } from './day-rows';
import type { ForumDay, Move, Place } from './schedule';
import type { ProcessTemplateDefinition } from './template';

/** A move with who made it and why. */
export interface RecordedMove extends Move {
  reason: string;
  movedAt: Date;
  movedBy: string;
}

/** A cycle with all that its dates follow from, and the names to say them with. */
export interface CycleSchedule {
  id: string;
  regionId: string;
  name: string;
  closedAt: Date | null;
  packsIssuedAt: Date | null;
  template: ProcessTemplateDefinition;
  anchorOn: Day;
  groups: readonly (Named & { ordinal: number })[];
  taskGroups?: readonly Named[];
  taskGroupIds?: readonly string[];
  places: readonly (Place & { name: string; slug: string; leadChallengerAuthorityId: string | null })[];
  moves: readonly RecordedMove[];
  forumDays: readonly (ForumDay & { forumId: string })[];
}

export function namesIn({ template, groups, taskGroups = [], places }: Pick<CycleSchedule, 'template' | 'groups' | 'taskGroups' | 'places'>): PlaceNames {
  const find = (items: readonly { id: string; name: string }[], id: string) => items.find((item) => item.id === id)?.name ?? id;
  return {
    wave: (key) => template.waves.find((wave) => wave.key === key)?.name ?? key,
    group: (id) => find([...groups, ...taskGroups], id),
    everyGroup: template.grouping.is === 'one' ? 'everyone' : `every ${groupWord(template)}`,
    groupTitle: (id) => taskGroups.find((group) => group.id === id)?.name ?? groupTitle(find(groups, id), template),
    authority: (id) => places.find((place) => place.authorityId === id)?.name ?? id,
  };
}

/** "Everyone", "December, every group", "Trafford group, December", "Wigan": whom a move is for. */
export function scopeWords(scope: string, names: PlaceNames): string {
  const [first = '', second] = scope.split('/');
  const id = first.slice(first.indexOf(':') + 1);
  if (second) return `${names.groupTitle(second.replace('group:', ''))}, ${names.wave(id)}`;
  if (first.startsWith('wave:')) return `${names.wave(id)}, ${names.everyGroup}`;
  if (first.startsWith('group:')) return names.groupTitle(id);
  return first.startsWith('authority:') ? names.authority(id) : 'Everyone';
}

// Every date of a cycle is derived from day 0, the template's offsets, the waves and what has been moved; none is stored. A date that
// hangs on another moves with it, and the most particular move of a date wins (3-processes.md section 7.1).
import { addDays } from '../deadlines';
import type { Day } from '../model';
import { deriveDays } from './derive-days';
import type { ProcessTemplateDefinition, StepDefinition } from './template';

/** An authority's place in the cycle. */
export interface Place {
  authorityId: string;
  groupId: string;
  /** From 1: the group's forum falls on the wave's day of that number. */
  groupOrdinal: number;
  wave: string;
}

/** A date moved by the coordinator; oldest first, the latest for a step and scope counts. */
export interface Move {
  stepKey: string;
  /** "cycle", "group:<id>", "wave:<key>", "wave:<key>/group:<id>" or "authority:<id>" */
  scope: string;
  toOn: Day;
}

/** The day of a forum that has been arranged: it is the truth for its wave and group. */
export interface ForumDay {
  wave: string;
  groupId: string;
  onDay: Day;
}

export interface ScheduleFacts {
  template: ProcessTemplateDefinition;
  /** Day 0. */
  anchorOn: Day;
  places: readonly Place[];
  moves?: readonly Move[];
  forumDays?: readonly ForumDay[];
}

export interface StepDay {
  step: StepDefinition;
  /** Where it happens: "region", "group:<id>" or "authority:<id>". */
  scope: string;
  place: Place | null;
  groupId: string | null;
  dueOn: Day;
  /** Null: as soon as what it waits for is done. */
  opensOn: Day | null;
  /** The move that set this very date; null when it is derived. */
  move: Move | null;
}

/** An authority (with or without its group), a group, or neither: the region. */
export interface Where {
  authorityId: string | null;
  groupId: string | null;
}

export interface Schedule {
  startsOn: Day;
  endsOn: Day;
  all: readonly StepDay[];
  /** The step as it concerns an authority (its own, its group's or the region's), a group, or the region. */
  at: (stepKey: string, where: Where) => StepDay;
  forScope: (stepKey: string, scope: string) => StepDay;
  /** The day on which a group meets in a wave. */
  forumDay: (wave: string, groupId: string) => Day;
}

export function scheduleOf(facts: ScheduleFacts): Schedule {
  const days = deriveDays(facts);
  const dayOf = (step: StepDefinition, place: Place | null, groupId: string | null): StepDay => ({
    step,
    scope: scopeOf(step, { authorityId: place?.authorityId ?? null, groupId }),
    place,
    groupId,
    dueOn: days.dueOn(step, place, groupId),
    opensOn: days.opensOn(step, place, groupId),
    move: days.moveOf(step, place, groupId),
  });
  const groupIds = [...new Set(facts.places.map((place) => place.groupId))];
  const all = facts.template.steps.flatMap((step): StepDay[] => {
    if (step.per === 'region') return [dayOf(step, null, null)];
    if (step.per === 'group') return groupIds.map((groupId) => dayOf(step, null, groupId));
    return facts.places.map((place) => dayOf(step, place, place.groupId));
  });
  const byScope = new Map(all.map((day) => [`${day.step.key}|${day.scope}`, day]));
  const groupOf = new Map(facts.places.map((place) => [place.authorityId, place.groupId]));
  const forScope = (stepKey: string, scope: string): StepDay => {
    const day = byScope.get(`${stepKey}|${scope}`);
    if (!day) throw new Error(`The schedule has no ${stepKey} for ${scope}`);
    return day;
  };
  return {
    startsOn: addDays(facts.anchorOn, facts.template.spans.from),
    endsOn: addDays(facts.anchorOn, facts.template.spans.to),
    all,
    forScope,
    at: (stepKey, { authorityId, groupId }) =>
      forScope(stepKey, scopeOf(days.step(stepKey), { authorityId, groupId: groupId ?? groupOf.get(authorityId ?? '') ?? null })),
    forumDay: days.forumDayOf,
  };
}

export function scopeOf(step: Pick<StepDefinition, 'per'>, where: Where): string {
  if (step.per === 'region') return 'region';
  return step.per === 'group' ? `group:${where.groupId}` : `authority:${where.authorityId}`;
}

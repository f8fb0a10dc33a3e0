// Every date of a cycle is derived from day 0, the template's offsets, the waves and what has been moved; none is stored. A date that
// hangs on another moves with it, and the most particular move of a date wins (3-processes.md section 7.1).
import { addDays } from '../deadlines';
import type { Day } from '../model';
import { deriveDays, type Spot } from './derive-days';
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
  /** Task and finish groups of the cycle. */
  taskGroupIds?: readonly string[];
}

export interface StepDay {
  step: StepDefinition;
  /** Where it happens: "region", "wave:<key>", "group:<id>" or "authority:<id>". */
  scope: string;
  place: Place | null;
  groupId: string | null;
  /** Of a step of a whole wave, and of an authority’s. */
  wave: string | null;
  dueOn: Day;
  /** Null: as soon as what it waits for is done. */
  opensOn: Day | null;
  /** The move that set this very date; null when it is derived. */
  move: Move | null;
}

/** An authority (with or without its group), a group, a wave, or none of them: the region. */
export interface Where {
  authorityId: string | null;
  groupId: string | null;
  wave?: string | null;
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

/** The first date from this day on; null when all have passed. */
export function nextDay({ all }: Pick<Schedule, 'all'>, from: Day): StepDay | null {
  return all.reduce<StepDay | null>((next, day) => (day.dueOn >= from && (!next || day.dueOn < next.dueOn) ? day : next), null);
}

export function scheduleOf(facts: ScheduleFacts): Schedule {
  const days = deriveDays(facts);
  const dayOf = (step: StepDefinition, { place = null, groupId = null, wave = null }: Partial<Spot>): StepDay => {
    const spot = { place, groupId, wave };
    return {
      step,
      scope: scopeOf(step, { authorityId: place?.authorityId ?? null, groupId, wave }),
      ...spot,
      dueOn: days.dueOn(step, spot),
      opensOn: days.opensOn(step, spot),
      move: days.moveOf(step, spot),
    };
  };
  const groupIds = [...new Set(facts.places.map((place) => place.groupId))];
  const all = facts.template.steps.flatMap((step): StepDay[] => {
    switch (step.per) {
      case 'region':
        return [dayOf(step, {})];
      case 'wave':
        return [...new Set(facts.places.map(({ wave }) => wave))].map((wave) => dayOf(step, { wave }));
      case 'group':
        return groupIds.map((groupId) => dayOf(step, { groupId }));
      case 'task-group':
        return (facts.taskGroupIds ?? []).map((groupId) => dayOf(step, { groupId }));
      case 'authority':
        return facts.places.map((place) => dayOf(step, { place, groupId: place.groupId, wave: place.wave }));
    }
  });
  const byScope = new Map(all.map((day) => [`${day.step.key}|${day.scope}`, day]));
  const placeOf = new Map(facts.places.map((place) => [place.authorityId, place]));
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
    at: (stepKey, { authorityId, groupId, wave }) => {
      const place = placeOf.get(authorityId ?? '');
      return forScope(stepKey, scopeOf(days.step(stepKey), { authorityId, groupId: groupId ?? place?.groupId ?? null, wave: wave ?? place?.wave ?? null }));
    },
    forumDay: days.forumDayOf,
  };
}

export function scopeOf(step: Pick<StepDefinition, 'per'>, where: Where): string {
  switch (step.per) {
    case 'region':
      return 'region';
    case 'wave':
      return `wave:${where.wave}`;
    case 'group':
    case 'task-group':
      return `group:${where.groupId}`;
    case 'authority':
      return `authority:${where.authorityId}`;
  }
}

// How one date follows from day 0, the wave, the forum or another step. A move of a date replaces what the rule gives.
import { addDays, addOffset, daysFrom, nthWeekday } from '../deadlines';
import type { Day } from '../model';
import type { Move, Place, ScheduleFacts } from './schedule';
import type { DueRule, StepDefinition } from './template';

/** Where a step stands: at a place (with its group and wave), for a group, for a wave, or for the region. */
export interface Spot {
  place: Place | null;
  groupId: string | null;
  wave: string | null;
}

const REGION: Spot = { place: null, groupId: null, wave: null };

/** The scopes of a move that could concern a spot, the most particular first. */
export function moveScopesFor({ place, groupId, wave }: Spot): string[] {
  if (place) return [`authority:${place.authorityId}`, `wave:${place.wave}/group:${place.groupId}`, `group:${place.groupId}`, `wave:${place.wave}`, 'cycle'];
  if (wave) return [`wave:${wave}`, 'cycle'];
  return groupId ? [`group:${groupId}`, 'cycle'] : ['cycle'];
}

/** The step at which the forum is held: its date is the forum's day. */
export function isForumStep(step: Pick<StepDefinition, 'due'>): boolean {
  return step.due.from === 'forum' && step.due.offset === 0;
}

export interface DerivedDays {
  step: (key: string) => StepDefinition;
  dueOn: (step: StepDefinition, spot: Spot) => Day;
  opensOn: (step: StepDefinition, spot: Spot) => Day | null;
  moveOf: (step: StepDefinition, spot: Spot) => Move | null;
  forumDayOf: (wave: string, groupId: string) => Day;
  /** The authority's own day: that of its group and wave, unless its own was moved. */
  ownDayOf: (place: Place) => Day;
}

/** Works each date out once, when it is asked for. */
export function deriveDays({ template, anchorOn, places, moves = [], forumDays = [], taskGroupIds = [] }: ScheduleFacts): DerivedDays {
  const steps = new Map(template.steps.map((step) => [step.key, step]));
  const moved = new Map(moves.map((move) => [`${move.stepKey}|${move.scope}`, move]));
  const ordinals = new Map(places.map((place) => [place.groupId, place.groupOrdinal]));
  const forumKey = template.steps.find(isForumStep)?.key ?? null;
  const known = new Map<string, Day | 'being worked out'>();

  function step(key: string): StepDefinition {
    const found = steps.get(key);
    if (!found) throw new Error(`The process has no step ${key}`);
    return found;
  }

  function moveOf({ key }: StepDefinition, spot: Spot): Move | null {
    for (const scope of moveScopesFor(spot)) {
      const move = moved.get(`${key}|${scope}`);
      if (move) return move;
    }
    return null;
  }

  function dueOn(of: StepDefinition, spot: Spot): Day {
    const key = `${of.key}|${spot.place?.authorityId ?? ''}|${spot.groupId ?? ''}|${spot.wave ?? ''}`;
    const before = known.get(key);
    if (before === 'being worked out') throw new Error(`The date of ${of.key} hangs on itself`);
    if (before) return before;
    known.set(key, 'being worked out');
    const move = of.key === forumKey && spot.place ? null : moveOf(of, spot);
    const day = move?.toOn ?? ruled(of.due, spot);
    known.set(key, day);
    return day;
  }

  const opensOn = (of: StepDefinition, spot: Spot) => (of.opens ? ruled(of.opens, spot) : null);

  const ruled = (rule: DueRule, spot: Spot) => addOffset(counted(rule, spot), rule.offset, rule.unit);

  /** The day from which the rule counts. A task and finish group is of the whole region: it has no waves and no authorities' days of its own. */
  function counted(rule: DueRule, at: Spot): Day {
    const isOfTaskGroup = at.place === null && at.groupId !== null && taskGroupIds.includes(at.groupId);
    const spot = isOfTaskGroup ? REGION : at;
    switch (rule.from) {
      case 'anchor':
        return anchorOn;
      case 'forum':
        return latestOf(spot, forumDay);
      case 'wave':
        return latestOf(spot, waveDay);
      case 'step': {
        const of = step(rule.step);
        if (of.per === 'region') return dueOn(of, REGION);
        if (of.per === 'group' && spot.groupId) return dueOn(of, { place: null, groupId: spot.groupId, wave: null });
        if (of.per === 'wave' && spot.wave) return dueOn(of, { place: null, groupId: null, wave: spot.wave });
        if (of.per === 'task-group') return isOfTaskGroup ? dueOn(of, at) : latestOfTaskGroups(of);
        return latestOf(spot, (host) => dueOn(of, spotOf(of, host)));
      }
      case 'weekday':
        return nthWeekday(rule, addDays(anchorOn, template.spans.from));
    }
  }

  const spotOf = ({ per }: StepDefinition, host: Place): Spot => ({
    place: per === 'authority' ? host : null,
    groupId: per === 'wave' ? null : host.groupId,
    wave: per === 'group' ? null : host.wave,
  });

  /** Outside a task and finish group what hangs on its step waits for the last of them; while there is none, the rule alone tells. */
  function latestOfTaskGroups(of: StepDefinition): Day {
    const days = taskGroupIds.map((groupId) => dueOn(of, { place: null, groupId, wave: null }));
    return days.reduce((last, day) => (day > last ? day : last), days[0] ?? dueOn(of, REGION));
  }

  /** The place's own day; for a group, a wave or the region the latest of those that belong to it. */
  function latestOf({ place, groupId, wave }: Spot, dayOf: (host: Place) => Day): Day {
    if (place) return dayOf(place);
    const days = places.filter((host) => (!groupId || host.groupId === groupId) && (!wave || host.wave === wave)).map(dayOf);
    return days.reduce((last, day) => (day > last ? day : last), days[0] ?? anchorOn);
  }

  /** The first forum day of the wave; when the authority's own forum stands elsewhere than planned, it goes along with it. */
  function waveDay(place: Place): Day {
    return addDays(plannedDay(place.wave, 1), daysFrom(plannedDay(place.wave, place.groupOrdinal), forumDay(place)));
  }

  function forumDay(place: Place): Day {
    return moved.get(`${forumKey}|authority:${place.authorityId}`)?.toOn ?? forumDayOf(place.wave, place.groupId);
  }

  function forumDayOf(wave: string, groupId: string): Day {
    const arranged = forumDays.find((forum) => forum.wave === wave && forum.groupId === groupId);
    if (arranged) return arranged.onDay;
    const ofGroup = moved.get(`${forumKey}|wave:${wave}/group:${groupId}`) ?? moved.get(`${forumKey}|group:${groupId}`);
    if (ofGroup) return ofGroup.toOn;
    const planned = plannedDay(wave, ordinals.get(groupId) ?? 1);
    const ofWave = moved.get(`${forumKey}|wave:${wave}`);
    if (ofWave) return addDays(planned, daysFrom(plannedDay(wave, 1), ofWave.toOn));
    return moved.get(`${forumKey}|cycle`)?.toOn ?? planned;
  }

  /** The day that the template gives a wave's forum of that ordinal; groups past the last share it. */
  function plannedDay(wave: string, ordinal: number): Day {
    const offsets = template.waves.find(({ key }) => key === wave)?.forumOffsets;
    if (!offsets) throw new Error(`The process has no wave ${wave}`);
    return addDays(anchorOn, offsets[Math.min(ordinal, offsets.length) - 1]!);
  }

  return { step, dueOn, opensOn, moveOf, forumDayOf, ownDayOf: forumDay };
}

// Two authorities change places: their waves, their sessions or their own days. Neither comes to stand before what it waits for, nobody is
// in two places at once or challenges itself, and a day that has been held or has passed stays as it is.
import type { PlaceFacts } from '../cycle-facts';
import { dayInWords } from '../deadlines';
import { isRefusal, refuse, type Refusal } from '../decision';
import { exchanged, forumOf, inSession, sessionOf, sessionsChanged } from '../forums/change-places';
import { conflictAmong } from '../forums/conflicts';
import { isUnderWay, type Forum, type ForumSession } from '../forums/forum';
import { among } from '../processes/in-conflict';
import { scheduleOf, type ScheduleFacts } from '../processes/schedule';
import type { StepDefinition } from '../processes/template';
import { clashingDays, eventDays } from '../roles/busy-days';
import type { StepAt } from '../workflow';
import { fewestMoves, hasForums, movedDays, ownConflict, ownDayScope, ownDayStep, waitsFor, withMoves } from './new-days';
import { NOTHING, nameOf, namesOf, placeIn, saying, unique, type Change, type Ground, type Plan } from './plan';
import { membersOf, whoHasAPart } from './parts';
import { sessionLines } from './session-lines';

export interface Swap {
  authorityId: string;
  otherId: string;
}

export function planSwap(ground: Ground, { authorityId, otherId }: Swap): Plan | Refusal {
  const [place, other] = [placeIn(ground, authorityId), placeIn(ground, otherId)];
  if (isRefusal(place)) return place;
  if (isRefusal(other)) return other;
  if (authorityId === otherId) return refuse('same-authority', 'Choose another authority to change places with.');
  const swapped = hasForums(ground.given.template) ? atForums(ground, place, other) : onOwnDays(ground, place, other);
  if (isRefusal(swapped)) return swapped;
  const { after, change, lines, alsoConcerned } = swapped;
  const early = ownConflict(ground, after, [authorityId, otherId]);
  if (early) return refuse('too-early', `They cannot change places: ${early}`);
  const passed = movedDays(ground, after, [authorityId, otherId]).find(({ to }) => to < ground.today);
  if (passed) return refuse('day-passed', `They cannot change places: “${passed.step}” of ${passed.whom} would fall on ${dayInWords(passed.to)}, which has passed.`);
  const moved = movedDays(ground, after, [authorityId, otherId]);
  return {
    kind: 'swapped',
    authorityId,
    otherId,
    days: moved.map(({ step, whom, from, to }) => ({ step, whom, from, to })),
    said: saying(
      ['Their places', lines],
      ['The order of the day', sessionLines(ground, change.forums)],
      ['Two on one day', twiceOnADay(ground, after)],
      ['What is waited for', [authorityId, otherId].flatMap((id) => waitsFor(ground, after, id)).map(({ says }) => `${says} It waits.`)],
    ),
    concerned: unique([authorityId, otherId, ...alsoConcerned, ...moved.map((day) => day.authorityId)]),
    change,
    data: {},
  };
}

interface Swapped {
  after: ScheduleFacts;
  change: Change;
  lines: string[];
  alsoConcerned: readonly string[];
}

function atForums(ground: Ground, place: PlaceFacts, other: PlaceFacts): Swapped | Refusal {
  const [mine, theirs] = [forumOf(ground.forums, place.authorityId), forumOf(ground.forums, other.authorityId)];
  const fault = cannotMeetElsewhere(ground, place, other) ?? heldAlready(mine, place) ?? heldAlready(theirs, other) ?? notBothArranged(ground, place, other, mine, theirs);
  if (fault) return fault;
  const forums = exchanged(ground.forums, place.authorityId, other.authorityId);
  const inTheWay = twiceAtOnce(ground, forums) ?? keptApart(ground, forums);
  if (inTheWay) return inTheWay;
  const isSameWave = place.wave === other.wave;
  const waves = isSameWave ? [] : [{ authorityId: place.authorityId, wave: other.wave }, { authorityId: other.authorityId, wave: place.wave }];
  const waveOf = (id: string, wave: string) => waves.find(({ authorityId }) => authorityId === id)?.wave ?? wave;
  const after = { ...ground.given, places: ground.given.places.map((one) => ({ ...one, wave: waveOf(one.authorityId, one.wave) })) };
  const waveName = (key: string) => ground.given.template.waves.find((wave) => wave.key === key)?.name ?? key;
  return {
    after,
    change: { ...NOTHING, waves, forums },
    lines: isSameWave ? [`${place.name} and ${other.name} exchange the times of their sessions.`] : [`${place.name} goes from ${waveName(place.wave)} to ${waveName(other.wave)}, and ${other.name} from ${waveName(other.wave)} to ${waveName(place.wave)}.`],
    alsoConcerned: sessionsChanged(ground.forums, forums).flatMap(inSession),
  };
}

/** A forum is a day of one group. */
function cannotMeetElsewhere({ facts, given }: Ground, place: PlaceFacts, other: PlaceFacts): Refusal | null {
  if (place.groupId === other.groupId) return null;
  const group = (id: string) => facts.groups.find((one) => one.id === id)?.name ?? '';
  return refuse('other-group', `${place.name} is in the ${group(place.groupId)} ${given.template.words.group} and ${other.name} in the ${group(other.groupId)} ${given.template.words.group}: each has a forum of its own. Choose two of one ${given.template.words.group}.`);
}

function heldAlready(forum: Forum | null, { name, session }: PlaceFacts): Refusal | null {
  if (session?.endedOn) return refuse('session-held', `The session of ${name} was held on ${dayInWords(session.onDay)}: it has its place.`);
  return forum && isUnderWay(forum) ? refuse('under-way', `A session of the ${forum.group.name} group’s forum on ${dayInWords(forum.onDay)} has been held already: its day stays as it is.`) : null;
}

function notBothArranged({ given }: Ground, place: PlaceFacts, other: PlaceFacts, mine: Forum | null, theirs: Forum | null): Refusal | null {
  if (mine && theirs) return null;
  if (!mine && !theirs) return place.wave === other.wave ? refuse('same-day', `${place.name} and ${other.name} have their ${given.template.words.forum} on the same day, and no times have been arranged yet.`) : null;
  const [arranged, missing] = mine ? [place, other] : [other, place];
  return refuse('not-arranged', `${arranged.name} has a session and ${missing.name} has none yet. Arrange the forum of ${missing.name} first: then they can change places.`);
}

function twiceAtOnce(ground: Ground, forums: readonly Forum[]): Refusal | null {
  const all = [...ground.forums.filter(({ id }) => !forums.some((forum) => forum.id === id)), ...forums, ...ground.otherForums];
  for (const forum of forums) {
    const conflict = conflictAmong(forum, all);
    if (conflict) return refuse('twice-at-once', conflict);
  }
  return null;
}

/** Whom the register keeps apart are not brought together in a session. */
function keptApart(ground: Ground, forums: readonly Forum[]): Refusal | null {
  const apart = among(ground.conflicts);
  const together = (session: ForumSession | null, id: string) => session?.challengers.some((challenger) => challenger.id === id) ?? false;
  for (const { authority, challengers } of sessionsChanged(ground.forums, forums)) {
    const before = sessionOf(forumOf(ground.forums, authority.id), authority.id);
    const other = challengers.find(({ id }) => !together(before, id) && apart(id, authority.id));
    if (other) return refuse('in-conflict', `They cannot change places: ${other.name} would challenge ${authority.name}, and the two do not challenge one another.`);
  }
  return null;
}

function onOwnDays(ground: Ground, place: PlaceFacts, other: PlaceFacts): Swapped | Refusal {
  const step = ownDayStep(ground.given.template);
  const { forum } = ground.given.template.words;
  if (!step) return refuse('no-own-day', 'In this process no authority has a day of its own to exchange.');
  const at = (one: PlaceFacts) => ground.steps.find(({ step: { key }, scope }) => key === step.key && scope === ownDayScope(step, one))!;
  const [mine, theirs] = [at(place), at(other)];
  if (mine === theirs) return refuse('same-day', `${place.name} and ${other.name} have their ${forum} together.`);
  for (const { state, scope } of [mine, theirs]) {
    const { name } = scope === mine.scope ? place : other;
    if (state.is === 'done') return refuse('session-held', `The ${forum} of ${name} was held on ${dayInWords(state.on)}: it has its day.`);
    if (state.is === 'not-needed') return refuse('not-needed', `The ${forum} of ${name} is not needed: ${state.because}`);
  }
  if (mine.dates.dueOn === theirs.dates.dueOn) return refuse('same-day', `${place.name} and ${other.name} have their ${forum} on the same day, ${dayInWords(mine.dates.dueOn)}.`);
  const first = fewestMoves(ground.given, mine.scope, [{ step, on: theirs.dates.dueOn }]);
  const moves = [...first, ...fewestMoves(withMoves(ground.given, first), theirs.scope, [{ step, on: mine.dates.dueOn }])];
  return {
    after: withMoves(ground.given, moves),
    change: { ...NOTHING, moves },
    lines: [`The ${forum} of ${place.name}${ofSet(ground, step, place)} is on ${dayInWords(theirs.dates.dueOn)}, and that of ${other.name}${ofSet(ground, step, other)} on ${dayInWords(mine.dates.dueOn)}.`],
    alsoConcerned: [place, other].flatMap((one) => whoHasAPart(ground, one)),
  };
}

/** Who must be at two places on one day that was not so before: a line for each of the two, for those who may read only of one. */
function twiceOnADay(ground: Ground, after: ScheduleFacts): string[] {
  const schedule = scheduleOf(after);
  const moved = ground.steps.map((at) => ({ ...at, dates: schedule.forScope(at.step.key, at.scope) }));
  const twice = (steps: readonly StepAt[]) => {
    const days = eventDays([{ all: steps }]);
    return days.flatMap((one) => one.authorityIds.filter((id) => clashingDays(days, [one], id).length > 0).map((id) => `${nameOf(ground, id)} is wanted twice on ${dayInWords(one.day)}: for ${one.what}.`));
  };
  const before = twice(ground.steps);
  return unique(twice(moved).filter((line) => !before.includes(line))).toSorted((a, b) => a.localeCompare(b, 'en-GB'));
}

/** A set's day is that of all its members. */
function ofSet(ground: Ground, step: StepDefinition, place: PlaceFacts): string {
  const others = step.per === 'group' ? membersOf(ground, place.groupId).filter((id) => id !== place.authorityId) : [];
  return others.length > 0 ? ` with ${namesOf(ground, others)}` : '';
}

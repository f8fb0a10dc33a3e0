// A reminder goes to whoever owes a step, on the days before it is due that the process names, and once a week after it is late. It
// falls on a working day, and it is taken back when the step is done or owed by somebody else before it has gone out (product asks 2, 3).
import { reminderReason, subjectOf, type HolderOfPost } from './chase';
import type { CycleFacts } from './cycle-facts';
import { addDays, addWorkingDays, dayInWords, daysFrom, isWorkingDay } from './deadlines';
import type { Day, HeldPost } from './model';
import { bodyOf } from './notifications/letter';
import { salutation } from './notifications/messages';
import { drafts, helps, owes } from './owing';
import { placeId, placeName } from './place-names';
import { whereDone } from './step-address';
import { actInSentence } from './step-words';
import { isOwed, type CycleSteps, type OpenState, type StepAt } from './workflow';

/** How far back a missed reminder is made up for, when nothing ran on its day [proposal]. */
const MAKE_UP_DAYS = 6;
const WEEK = 7;

export interface StepReminder {
  /** `reminder:<cycle>:<step>:<scope>:<day>:<person>`: one for each person, step and reminder day. */
  key: string;
  reason: string;
  personId: string;
  email: string;
  post: HeldPost;
  subject: string;
  body: string;
  dueOn: Day;
}

interface Reminding {
  facts: CycleFacts;
  steps: CycleSteps;
  holders: readonly HolderOfPost[];
  today: Day;
  address: (path: string) => string;
}

/** Every reminder whose day has come, whether or not it was written before: its key tells. */
export function remindersDue({ facts, steps, holders, today, address }: Reminding): StepReminder[] {
  if (facts.closedOn) return [];
  return steps.all.flatMap((at): StepReminder[] => {
    const { state } = at;
    if (!isOwed(state)) return [];
    const day = reminderDay(at, today);
    if (!day) return [];
    const owing = uniquePersons(holders.filter(({ post }) => owes(post, at, facts.regionId)));
    const late = daysFrom(at.dates.dueOn, today) > 0;
    return owing.map((holder) => ({
      key: `reminder:${facts.id}:${at.step.key}:${at.scope}:${day}:${holder.personId}`,
      reason: reminderReason(facts.id, at),
      personId: holder.personId,
      email: holder.email,
      post: holder.post,
      subject: subjectOf(placeName(at, facts), actInSentence(at.step, state, facts.process?.words), at.dates.dueOn, late ? daysFrom(at.dates.dueOn, today) : 0),
      body: bodyOf({ says: says(at, state, facts), address: address(whereDone(at, facts)), toldToo: owing.filter((other) => other !== holder).map(({ post }) => salutation(post)) }),
      dueOn: at.dates.dueOn,
    }));
  });
}

/** The latest day on which this step was to be reminded of, if it is today or was missed a few days ago; null when none is. */
export function reminderDay({ step, dates }: { step: Pick<StepAt['step'], 'remind'>; dates: Pick<StepAt['dates'], 'dueOn'> }, today: Day): Day | null {
  const late = daysFrom(dates.dueOn, today);
  if (late > 0) return addDays(dates.dueOn, 1 + WEEK * Math.floor((late - 1) / WEEK));
  const days = step.remind.map((before) => onWorkingDay(addDays(dates.dueOn, -before))).filter((day) => day <= today && daysFrom(day, today) <= MAKE_UP_DAYS);
  return days.sort().at(-1) ?? null;
}

/** A day without a digest is no day for a reminder: it goes on the working day before. */
function onWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, -1);
}

function says(at: StepAt, state: OpenState, facts: CycleFacts): string {
  const where = placeName(at, facts);
  const due = state.is === 'overdue' ? `It was due on ${dayInWords(state.dueOn)}.` : `It is due on ${dayInWords(state.dueOn)}.`;
  return `In the ${facts.name} cycle this waits for you${where ? ` (${where})` : ''}. ${due}`;
}

function uniquePersons(holders: readonly HolderOfPost[]): HolderOfPost[] {
  return [...new Map(holders.map((holder) => [holder.personId, holder])).values()];
}

/** A late step is not spoken of again within a week, whoever spoke of it last: the product, or the coordinator. */
export function isTooSoon({ dueOn }: Pick<StepReminder, 'dueOn'>, lastOn: Day | null, today: Day): boolean {
  return dueOn < today && lastOn !== null && lastOn > dueOn && daysFrom(lastOn, today) < WEEK;
}

/** Which step a message asks for: what reminderReason() wrote; null for messages that ask for none. */
export function readReason(reason: string): { cycleId: string; stepKey: string; place: string } | null {
  const [kind, cycleId, stepKey, ...place] = reason.split(':');
  return kind === 'step' && cycleId && stepKey && place.length > 0 ? { cycleId, stepKey, place: place.join(':') } : null;
}

export const NOT_THEIRS = 'it no longer waits for this person';

/** Why a message that asks for a step is pointless for someone who holds these posts; null when it is not. */
export function pointlessBecause(reason: string, { facts, steps }: Pick<Reminding, 'facts' | 'steps'>, posts: readonly HeldPost[]): string | null {
  const asked = readReason(reason);
  const at = asked && steps.all.find((one) => one.step.key === asked.stepKey && placeId(one) === asked.place);
  if (!at) return 'the step is no longer part of the cycle';
  if (at.state.is === 'done') return 'it has been done meanwhile';
  if (at.state.is === 'not-needed') return 'it is not needed any more';
  if (facts.closedOn) return 'the cycle has been closed';
  const theirs = posts.some((post) => owes(post, at, facts.regionId) || helps(post, at) || drafts(post, at, facts.regionId));
  return theirs ? null : NOT_THEIRS;
}

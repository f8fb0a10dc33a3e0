// An authority is inspected in the middle of a cycle: what it has not done yet is put off for as long as it pauses, and no longer than the
// cycle. A forum that has been arranged is other people's day too, so that stays, and what hangs on it; the way on is to change places.
import { addDays, dayInWords, daysFrom } from '../deadlines';
import { isRefusal, refuse, type Refusal } from '../decision';
import type { Day } from '../model';
import { scheduleOf } from '../processes/schedule';
import type { StepDefinition } from '../processes/template';
import { isSettledState } from '../workflow';
import { fewestMoves, hangsOnOwnDay, hasForums, movedDays, ownDayScope, ownDayStep, waitingAfter, waitsFor, withMoves, type Wait, type WantedDay } from './new-days';
import { NOTHING, nameOf, openStepsOf, placeIn, saying, unique, type Ground, type Plan } from './plan';
import { partsElsewhere, partWords, whoHasAPart } from './parts';

export interface Inspection {
  authorityId: string;
  /** The day on which it begins. */
  from: Day;
  /** The day from which the authority goes on. */
  on: Day;
  /** Keys of its own steps that nobody shall wait for: they are not needed of it. */
  leaveOut: readonly string[];
}

export function planInspection(ground: Ground, inspection: Inspection): Plan | Refusal {
  const place = placeIn(ground, inspection.authorityId);
  if (isRefusal(place)) return place;
  const fault = daysWrong(ground, inspection);
  if (fault) return fault;
  const left = leftOut(ground, inspection);
  const { after, moves } = putOff(ground, inspection);
  const moved = movedDays(ground, after, [inspection.authorityId]);
  if (moved.length === 0 && left.length === 0) return refuse('nothing-to-move', `${place.name} has nothing left to do that could be put off.`);
  const elsewhere = partsElsewhere(ground, inspection.authorityId);
  const concerned = unique([inspection.authorityId, ...whoHasAPart(ground, place), ...elsewhere.map((part) => (part.is === 'set-lead' ? null : part.host.authorityId)), ...moved.map(({ authorityId }) => authorityId)]);
  return {
    kind: 'inspected',
    authorityId: inspection.authorityId,
    otherId: null,
    days: moved.map(({ step, whom, from, to }) => ({ step, whom, from, to })),
    said: saying(
      [`Its ${ground.given.template.words.forum}`, forumWords(ground, inspection)],
      ['What is waited for', waitsFor(ground, after, inspection.authorityId).map(({ says }) => `${says} It waits.`)],
      ['What it does for others', elsewhere.map((part) => `${place.name} stays ${partWords(ground, part)}: what is open there waits for it, and keeps its day.`)],
      ['What is left out', left.map((step) => `“${step.name}” is not needed of ${place.name}: nobody waits for it.`)],
    ),
    concerned,
    change: { ...NOTHING, moves, waivers: left.map((step) => ({ stepKey: step.key, scope: `authority:${inspection.authorityId}`, because: null })) },
    data: { on: dayInWords(inspection.on) },
  };
}

/** What others would wait for, each with the choice to leave it out. */
export function waitsForInspected(ground: Ground, inspection: Inspection): Wait[] {
  if (isRefusal(placeIn(ground, inspection.authorityId)) || daysWrong(ground, inspection)) return [];
  return waitsFor(ground, putOff(ground, { ...inspection, leaveOut: [] }).after, inspection.authorityId);
}

function daysWrong({ given, today }: Ground, { from, on }: Inspection): Refusal | null {
  const { endsOn } = scheduleOf(given);
  if (on <= from) return refuse('ends-first', `Goes on from: ${dayInWords(on)} is not after the inspection begins, on ${dayInWords(from)}.`);
  if (on <= today) return refuse('day-passed', `Goes on from: ${dayInWords(on)} has passed. Give the day on which it will go on.`);
  return on > endsOn ? refuse('outside-the-cycle', `Goes on from: ${dayInWords(on)} is after the cycle ends, on ${dayInWords(endsOn)}. If it does nothing more in this cycle, record that it withdraws.`) : null;
}

/** Of those asked for, the steps that others would wait for. */
function leftOut(ground: Ground, inspection: Inspection): StepDefinition[] {
  const could = waitsForInspected(ground, inspection).map(({ awaited }) => awaited);
  return [...new Map(could.filter(({ key }) => inspection.leaveOut.includes(key)).map((step) => [step.key, step])).values()];
}

function putOff(ground: Ground, inspection: Inspection): { after: Ground['given']; moves: ReturnType<typeof fewestMoves> } {
  const { given } = ground;
  const moves = fewestMoves(given, `authority:${inspection.authorityId}`, laterDays(ground, inspection));
  return { moves, after: withMoves(given, moves) };
}

/** Each of its steps as many days later as it pauses, none before it goes on, none after the cycle, and none past a day that stays and waits for it. */
function laterDays(ground: Ground, { authorityId, from, on, leaveOut }: Inspection): WantedDay[] {
  const { template } = ground.given;
  const { endsOn } = scheduleOf(ground.given);
  const pause = daysFrom(from, on);
  const stays = dayThatStays(ground, authorityId);
  const open = openStepsOf(ground, authorityId).filter(({ step }) => !leaveOut.includes(step.key));
  const staying = stays === null ? [] : open.filter(({ step }) => hangsOnOwnDay(template, step));
  return open.filter((at) => !staying.includes(at)).map(({ step, dates }): WantedDay => {
    const after = waitingAfter(template, step.key);
    const bounds = [endsOn, ...(stays !== null && stays >= on && dates.dueOn <= stays ? [stays] : []), ...staying.filter((other) => after.has(other.step.key) && other.dates.dueOn >= on).map((other) => other.dates.dueOn)];
    const wanted = [addDays(dates.dueOn, pause), on].sort().at(-1)!;
    return { step, on: [[wanted, ...bounds].sort()[0]!, dates.dueOn].sort().at(-1)! };
  });
}

/** The day of a forum, or of a set's meeting, that is still to be held: it belongs to the others too. */
function dayThatStays({ given, steps, facts }: Ground, authorityId: string): Day | null {
  const own = ownDayStep(given.template);
  const place = facts.places.find((one) => one.authorityId === authorityId);
  if (!own || !place || (own.per === 'authority' && !hasForums(given.template))) return null;
  const at = steps.find(({ step, scope }) => step.key === own.key && scope === ownDayScope(own, place));
  return at && !isSettledState(at.state) ? at.dates.dueOn : null;
}

function forumWords(ground: Ground, { authorityId, from, on }: Inspection): string[] {
  const stays = dayThatStays(ground, authorityId);
  if (stays === null) return [];
  const name = nameOf(ground, authorityId);
  const session = ground.forums.find((forum) => forum.sessions.some(({ authority }) => authority.id === authorityId));
  const { words } = ground.given.template;
  const what = session ? `${name}’s session at the ${session.group.name} group’s forum` : `The ${words.forum} that ${name} has with others`;
  const within = stays >= from && stays < on;
  return [`${what} stays on ${dayInWords(stays)}, and what hangs on it.${within ? ' That is while it is inspected: change places with another authority next.' : ''}`];
}

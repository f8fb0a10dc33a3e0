// A step without a document of its own is done when someone who owes it says so; a step that an authority does not need is waived with
// the reason. Neither is possible before its turn, or twice, and a closed cycle stays as it is (product: states follow from facts).
// Either can be taken back, with a reason: the fact goes, and what happened keeps it.
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { EventType } from '../events';
import type { Actor, Day } from '../model';
import type { Subject } from '../permissions';
import { isOwed, type StepAt } from '../workflow';

export interface StepInCycle {
  cycle: { id: string; regionId: string; name: string; closedOn: Day | null; packsIssuedOn: Day | null };
  at: StepAt;
}

export interface StepRecorded {
  stepKey: string;
  scope: string;
  note: string;
}

export interface StepWaived {
  stepKey: string;
  scope: string;
  reason: string;
}

export function completeStep(actor: Actor, step: StepInCycle, note: string): Decision<StepRecorded> {
  return decide(actor, 'cycle.complete-step', subjectOf(step), () => {
    const fault = notToRecord(step);
    if (fault) return fault;
    const { at } = step;
    return { change: { stepKey: at.step.key, scope: at.scope, note: note.trim() }, events: [eventOf(step, 'step.completed', {})] };
  });
}

/** Why it cannot be recorded as done; null when it can. */
export function notToRecord({ cycle, at }: StepInCycle): Refusal | null {
  const { step, state } = at;
  if (cycle.closedOn) return refuse('cycle-closed', `The ${cycle.name} cycle is closed.`);
  if (step.doneWhen !== 'recorded') return refuse('follows-from-facts', `“${step.name}” is done when it has happened here: nobody records it by hand.`);
  if (state.is === 'done') return refuse('already-done', `“${step.name}” has been recorded as done already.`);
  if (state.is === 'not-needed') return refuse('not-needed', `“${step.name}” is not needed: ${state.because}`);
  if (isOwed(state)) return null;
  return state.waitsFor.length > 0
    ? refuse('not-open', `“${step.name}” is not open yet. It waits for ${state.waitsFor.join(' and ')}.`)
    : refuse('not-open', `“${step.name}” is not open yet.`);
}

export function waiveStep(actor: Actor, step: StepInCycle, reason: string): Decision<StepWaived> {
  return decide(actor, 'cycle.waive-step', subjectOf(step), () => {
    const fault = notToWaive(step) ?? (reason.trim() === '' ? refuse('no-reason', 'Reason: say why the step is not needed.') : null);
    if (fault) return fault;
    const { at } = step;
    return { change: { stepKey: at.step.key, scope: at.scope, reason: reason.trim() }, events: [eventOf(step, 'step.waived', { reason: reason.trim() })] };
  });
}

/** Why it cannot be marked as not needed; null when it can. */
export function notToWaive({ cycle, at }: StepInCycle): Refusal | null {
  const { step, state } = at;
  if (cycle.closedOn) return refuse('cycle-closed', `The ${cycle.name} cycle is closed.`);
  if (step.doneWhen === 'cycle-opened' || (step.doneWhen === 'issued' && step.per === 'region' && !step.paper)) return refuse('whole-cycle', `“${step.name}” is for the whole cycle: it cannot be left out.`);
  if (state.is === 'done') return refuse('already-done', `“${step.name}” is done already.`);
  return state.is === 'not-needed' ? refuse('already-waived', `“${step.name}” is marked as not needed already: ${state.because}`) : null;
}

export interface StepReopened {
  stepKey: string;
  scope: string;
}

/** `words` are the note or the reason that was recorded: they stay with what happened. */
export function reopenStep(actor: Actor, step: StepInCycle, { words, reason }: { words: string; reason: string }): Decision<StepReopened> {
  return decide(actor, 'cycle.reopen-step', subjectOf(step), () => {
    const fault = notToReopen(step) ?? (reason.trim() === '' ? refuse('no-reason', 'Reason: say why the step is opened again.') : null);
    if (fault) return fault;
    const { at } = step;
    const recorded = at.state.is === 'done' ? 'done' : 'not needed';
    return { change: { stepKey: at.step.key, scope: at.scope }, events: [eventOf(step, 'step.reopened', { recorded, words, reason: reason.trim() })] };
  });
}

/** Why what was recorded cannot be taken back; null when it can. */
export function notToReopen({ cycle, at }: StepInCycle): Refusal | null {
  const { step, state } = at;
  if (cycle.closedOn) return refuse('cycle-closed', `The ${cycle.name} cycle is closed.`);
  if (state.is === 'done' && step.doneWhen !== 'recorded') return refuse('follows-from-facts', `“${step.name}” has happened here: nobody can take it back by hand.`);
  if (state.is !== 'done' && state.is !== 'not-needed') return refuse('not-recorded', `“${step.name}” has not been recorded as done or as not needed.`);
  if (cycle.packsIssuedOn && step.document === 'questions') return refuse('packs-issued', 'The packs have been issued, all at one moment: one that was left out stays out.');
  return null;
}

/** Whoever the step names may record it, where it stands; the lead of a group only what is the group's, unless the step names them. */
export function subjectOf({ cycle, at }: StepInCycle): Subject {
  const { step, place, groupId, set } = at;
  return {
    regionId: cycle.regionId,
    authorityId: place?.authorityId ?? null,
    groupId: step.per === 'group' || step.who.includes('group-lead') ? groupId : null,
    leadChallengerAuthorityId: place?.leadChallengerAuthorityId ?? null,
    peers: place?.peers ?? [],
    set: set ?? null,
    parties: step.who,
  };
}

function eventOf({ cycle, at }: StepInCycle, type: EventType, data: Record<string, string>) {
  return {
    type,
    regionId: cycle.regionId,
    cycleId: cycle.id,
    authorityId: at.place?.authorityId ?? null,
    data: { cycle: cycle.name, step: at.step.name, stepKey: at.step.key, scope: at.scope, ...data },
  };
}

import type { CycleFacts } from '@/domain/cycle-facts';
import type { Refusal } from '@/domain/decision';
import { journeyOf, type Milestone } from '@/domain/journey-of-steps';
import type { Actor, Named } from '@/domain/model';
import { owes } from '@/domain/owing';
import { permits } from '@/domain/permissions';
import { whereDone, whereRead, whereRecorded } from '@/domain/step-address';
import { hasTaskGroups, notToSetUp, type TaskGroup, type TaskGroupsFacts } from '@/domain/task-groups/task-groups';
import { isSettledState, type StepAt } from '@/domain/workflow';
import { db } from '../db';
import { NotFound } from '../not-found';
import { unscopedStepFacts } from '../step-facts/load';
import { findTaskGroups, groupOf } from './store';

export interface GroupLine {
  group: TaskGroup;
  link: string;
  /** Empty where no Assistant Director leads it. */
  adLead: string;
  members: readonly string[];
  done: number;
  steps: number;
}

export interface TaskGroupsPage {
  cycle: TaskGroupsFacts['cycle'];
  groups: readonly GroupLine[];
  /** Whom a group can be made of. */
  authorities: readonly Named[];
  /** Null: one may be set up, by this actor, now; absent for those who set up none. */
  notToSetUp?: Refusal | null;
  /** Whether all of them are seen, or those in which one's own authority is. */
  readsAll: boolean;
}

/** The task and finish groups that the actor may look at, where the process has any. */
export async function loadTaskGroups(actor: Actor, cycleId: string, at: Date): Promise<TaskGroupsPage> {
  const facts = await findTaskGroups(db, actor, cycleId, at);
  const { regionId } = facts.cycle;
  const readsAll = actor.posts.some((post) => permits('cycle.see-board', post, { regionId }));
  if (!hasTaskGroups(facts.definition) || (!readsAll && facts.groups.length === 0)) throw new NotFound();
  const { steps } = await unscopedStepFacts(db, { cycle: { id: cycleId }, of: 'all', audiences: [] }, at);
  return {
    cycle: facts.cycle,
    groups: facts.groups.map((group) => ({ group, ...namesOf(facts, group), ...countOf(steps.all.filter(({ scope }) => scope === `group:${group.id}`)) })),
    authorities: facts.authorities,
    readsAll,
    ...(maySetUp(actor, facts) ? { notToSetUp: notToSetUp(facts) } : {}),
  };
}

export interface TaskGroupPage {
  cycle: TaskGroupsFacts['cycle'];
  group: TaskGroup;
  link: string;
  /** Empty where no Assistant Director leads it. */
  adLead: string;
  members: readonly string[];
  steps: readonly Milestone[];
  /** Those that the actor may open. */
  papers: readonly { id: string; name: string; begun: boolean }[];
  authorities: readonly Named[];
  mayChange: boolean;
}

/** One group with its steps and its papers, for those who may look at it. */
export async function loadTaskGroup(actor: Actor, { cycleId, groupId }: { cycleId: string; groupId: string }, at: Date): Promise<TaskGroupPage> {
  const found = await findTaskGroups(db, actor, cycleId, at);
  const group = groupOf(found, groupId);
  const { facts, steps, definition } = await unscopedStepFacts(db, { cycle: { id: cycleId }, of: 'all', audiences: actor.audiences }, at);
  const papers = definition.papers.filter(({ per }) => per === 'task-group');
  const ofGroup = steps.all.filter(({ scope }) => scope === `group:${groupId}`);
  const hrefs = new Map(ofGroup.map((at) => [`${at.step.key}-${at.scope}`, whereTo(at, actor, facts)]));
  return {
    cycle: found.cycle,
    group,
    ...namesOf(found, group),
    steps: journeyOf(ofGroup, facts).map((milestone) => ({ ...milestone, href: hrefs.get(milestone.id) ?? null })),
    papers: papers.flatMap((paper) => (facts.processPapers?.get(`${paper.key}|group:${groupId}`) ?? []).flatMap((doc) => (doc.visible ? [{ id: doc.id, name: paper.name, begun: doc.begun }] : []))),
    authorities: found.authorities,
    mayChange: maySetUp(actor, found) && found.cycle.closedOn === null && group.endedOn === null,
  };
}

/** To where one's own post does it, else to what there is to read of it, else to the step. */
function whereTo(at: StepAt, actor: Actor, facts: CycleFacts): string {
  return actor.posts.some((post) => owes(post, at, facts.regionId)) ? whereDone(at, facts) : (whereRead(at, facts) ?? whereRecorded(at, facts));
}

const maySetUp = (actor: Actor, { cycle: { regionId } }: TaskGroupsFacts) => actor.as !== null && permits('task-group.set-up', actor.as, { regionId });

function namesOf({ authorities }: TaskGroupsFacts, { linkId, adLeadId, memberIds }: TaskGroup): { link: string; adLead: string; members: string[] } {
  const nameOf = (id: string | null) => authorities.find((one) => one.id === id)?.name ?? '';
  return { link: nameOf(linkId), adLead: nameOf(adLeadId), members: memberIds.map(nameOf).filter(Boolean).sort((a, b) => a.localeCompare(b, 'en-GB')) };
}

function countOf(steps: readonly StepAt[]): { done: number; steps: number } {
  return { done: steps.filter(({ state }) => isSettledState(state)).length, steps: steps.length };
}

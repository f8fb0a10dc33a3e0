// Task and finish groups: authorities that work on one thing through the year, each group with a designated DCS link
// (3-processes.md section 7.2, step 8). Its steps and papers exist from when it is set up, and are asked for until it has finished.
import { decide, refuse, type Decision, type Refusal } from '../decision';
import type { DomainEvent, EventType } from '../events';
import type { Actor, Day, HeldPost, Named } from '../model';
import { permits } from '../permissions';
import type { ProcessTemplateDefinition } from '../processes/template';

export interface TaskGroup {
  id: string;
  name: string;
  purpose: string;
  linkId: string | null;
  /** Whose Assistant Director leads it with that Director, where one does. */
  adLeadId: string | null;
  memberIds: readonly string[];
  endedOn: Day | null;
}

export interface TaskGroupsFacts {
  cycle: { id: string; regionId: string; name: string; closedOn: Day | null };
  definition: Pick<ProcessTemplateDefinition, 'steps' | 'papers'>;
  /** Of the region, as it is today. */
  authorities: readonly Named[];
  groups: readonly TaskGroup[];
}

export interface WantedGroup {
  name: string;
  purpose: string;
  linkId: string;
  adLeadId: string | null;
  memberIds: readonly string[];
}

export interface SetUpGroup extends WantedGroup {
  id: string;
  ordinal: number;
}

export interface ChangedGroup extends WantedGroup {
  id: string;
}

export const MOST_NAME = 80;
export const MOST_PURPOSE = 1000;

/** Whether the process knows task and finish groups at all. */
export function hasTaskGroups({ steps, papers }: TaskGroupsFacts['definition']): boolean {
  return steps.some(({ per }) => per === 'task-group') || papers.some(({ per }) => per === 'task-group');
}

/** Those of the region who read boards, and the authorities that are in the group or give it its link. */
export function maySeeGroup(actor: Pick<Actor, 'posts'>, regionId: string, { linkId, memberIds }: Pick<TaskGroup, 'linkId' | 'memberIds'>): boolean {
  const isOfGroup = ({ authority }: HeldPost) => authority !== null && (authority.id === linkId || memberIds.includes(authority.id));
  return actor.posts.some((post) => post.region.id === regionId && (permits('cycle.see-board', post, { regionId }) || isOfGroup(post)));
}

export function setUpGroup(actor: Actor, facts: TaskGroupsFacts, wanted: WantedGroup, id: string): Decision<SetUpGroup> {
  return decide(actor, 'task-group.set-up', { regionId: facts.cycle.regionId }, () => {
    const group = trimmed(wanted);
    const fault = notToSetUp(facts) ?? wrong(facts, group, null);
    if (fault) return fault;
    return { change: { ...group, id, ordinal: facts.groups.length + 1 }, events: [eventOf(facts, { ...group, id }, 'task-group.set-up', whoLeads(facts, group))] };
  });
}

/** Why none can be set up in this cycle; null when one can. */
export function notToSetUp({ cycle, definition }: TaskGroupsFacts): Refusal | null {
  if (!hasTaskGroups(definition)) return refuse('no-task-groups', 'This process has no task and finish groups.');
  return cycle.closedOn ? refuse('cycle-closed', `The ${cycle.name} cycle is closed.`) : null;
}

export function changeGroup(actor: Actor, facts: TaskGroupsFacts, group: TaskGroup, wanted: WantedGroup): Decision<ChangedGroup> {
  return decide(actor, 'task-group.set-up', { regionId: facts.cycle.regionId }, () => {
    const changed = trimmed(wanted);
    const fault = notToSetUp(facts) ?? finished(group) ?? wrong(facts, changed, group);
    if (fault) return fault;
    const what = whatChanged(facts, group, changed);
    if (what.length === 0) return refuse('nothing-new', 'Nothing was changed.');
    const told = [...new Set([...group.memberIds, ...changed.memberIds, group.linkId, changed.linkId])].flatMap((id) => id ?? []);
    return { change: { ...changed, id: group.id }, events: [eventOf(facts, { ...changed, id: group.id }, 'sets.changed', { set: `The task and finish group “${changed.name}”`, what: what.join(', '), authorityIds: told.join(' '), ...(changed.adLeadId === group.adLeadId ? {} : whoLeads(facts, changed)) })] };
  });
}

export function endGroup(actor: Actor, facts: TaskGroupsFacts, group: TaskGroup): Decision<{ id: string }> {
  return decide(actor, 'task-group.set-up', { regionId: facts.cycle.regionId }, () => {
    const fault = facts.cycle.closedOn ? refuse('cycle-closed', `The ${facts.cycle.name} cycle is closed.`) : finished(group);
    return fault ?? { change: { id: group.id }, events: [eventOf(facts, { ...group, linkId: group.linkId ?? '' }, 'task-group.ended', {})] };
  });
}

function finished({ name, endedOn }: TaskGroup): Refusal | null {
  return endedOn ? refuse('finished', `The task and finish group “${name}” has finished.`) : null;
}

function wrong({ authorities, groups }: TaskGroupsFacts, { name, purpose, linkId, adLeadId, memberIds }: WantedGroup, own: TaskGroup | null): Refusal | null {
  const isThere = (id: string) => authorities.some((one) => one.id === id);
  if (name === '') return refuse('no-name', 'Name: give the group a name, such as “Placement sufficiency”.');
  if (name.length > MOST_NAME) return refuse('long-name', `Name: at most ${MOST_NAME} characters.`);
  if (groups.some((other) => other.id !== own?.id && other.name.toLowerCase() === name.toLowerCase())) return refuse('name-taken', `Name: there is a group “${name}” in this cycle already.`);
  if (purpose === '') return refuse('no-purpose', 'Purpose: say what the group is for.');
  if (purpose.length > MOST_PURPOSE) return refuse('long-purpose', `Purpose: at most ${MOST_PURPOSE} characters.`);
  if (!isThere(linkId)) return refuse('no-link', 'DCS link: choose the authority whose Director it is.');
  if (memberIds.length === 0) return refuse('no-members', 'Members: choose at least one authority.');
  if (!memberIds.every(isThere)) return refuse('not-of-the-region', 'Members: one of the authorities is not of this region.');
  if (adLeadId !== null && adLeadId !== linkId && !memberIds.includes(adLeadId)) return refuse('ad-lead-elsewhere', 'Leading Assistant Director: choose the authority of the DCS link or a member, so that they read what the group writes.');
  return null;
}

function trimmed({ name, purpose, linkId, adLeadId, memberIds }: WantedGroup): WantedGroup {
  return { name: name.trim().replace(/\s+/g, ' '), purpose: purpose.trim(), linkId, adLeadId, memberIds: [...new Set(memberIds)] };
}

/** "Wigan joins", "Halton leaves", "its DCS link is Bury". */
function whatChanged(facts: TaskGroupsFacts, before: TaskGroup, after: WantedGroup): string[] {
  const nameOf = (id: string) => facts.authorities.find((one) => one.id === id)?.name ?? '';
  return [
    ...after.memberIds.filter((id) => !before.memberIds.includes(id)).map((id) => `${nameOf(id)} joins`),
    ...before.memberIds.filter((id) => !after.memberIds.includes(id)).map((id) => `${nameOf(id)} leaves`),
    ...(after.linkId === before.linkId ? [] : [`its DCS link is ${nameOf(after.linkId)}`]),
    ...(after.adLeadId === before.adLeadId ? [] : [after.adLeadId ? `its leading Assistant Director is of ${nameOf(after.adLeadId)}` : 'no Assistant Director leads it any more']),
    ...(after.name === before.name ? [] : [`it was called “${before.name}”`]),
    ...(after.purpose === before.purpose ? [] : ['its purpose was written again']),
  ];
}

/** The authority whose Assistant Director is told that they lead it. */
function whoLeads({ authorities }: TaskGroupsFacts, { adLeadId }: WantedGroup): Record<string, string> {
  return adLeadId ? { adLeadId, adLead: authorities.find((one) => one.id === adLeadId)?.name ?? '' } : {};
}

function eventOf({ cycle, authorities }: TaskGroupsFacts, { id, name, linkId, memberIds }: WantedGroup & { id: string }, type: EventType, data: Record<string, string>): DomainEvent {
  const link = authorities.find((one) => one.id === linkId)?.name ?? '';
  const concerned = [...new Set([...memberIds, linkId])].filter(Boolean).join(' ');
  return { type, regionId: cycle.regionId, cycleId: cycle.id, subjectId: id, data: { cycle: cycle.name, name, link, authorityIds: concerned, ...data } };
}

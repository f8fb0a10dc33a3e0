// An authority is reorganised into two or more: it leaves, they come in its stead, and its history is theirs to read. Unfinished actions go
// on with those that are named, and its parts elsewhere pass to one of them.
import type { PlaceFacts } from '../cycle-facts';
import { isRefusal, refuse, type Refusal } from '../decision';
import { forumOf, sessionOf } from '../forums/change-places';
import { isUnderWay } from '../forums/forum';
import { hasDocument } from '../processes/asks-for';
import { listed, numberWord } from '../processes/in-words';
import type { NewAuthority } from '../register';
import { entering, type Entry, type Place } from './joining';
import { leaving, type Left } from './leaving';
import { cannotBeEntered, lastDayOf, registerLines, withEntered } from './new-authorities';
import { withParts } from './parts';
import { NOTHING, nameOf, namesOf, placeIn, saying, unique, type Change, type Ground, type OpenAction, type Plan, type Said } from './plan';

export interface Reorganisation {
  authorityId: string;
  successors: readonly Place[];
  /** Which of them takes over its parts elsewhere, its session and its place in a set. */
  heirId: string;
  /** With whom its unfinished actions go on. */
  actionsTo: readonly string[];
  /** Of the successors, those that the register does not have. */
  entered?: readonly NewAuthority[];
}

export function planReorganisation(before: Ground, { authorityId, successors, heirId, actionsTo, entered: typed = [] }: Reorganisation): Plan | Refusal {
  const place = placeIn(before, authorityId);
  if (isRefusal(place)) return place;
  const ids = successors.map((successor) => successor.authorityId);
  const entered = typed.filter(({ id }) => ids.includes(id));
  const fault = cannotBeEntered(before, entered);
  if (fault) return fault;
  const ground = withEntered(before, entered);
  const last = lastDayOf(ground, authorityId, entered);
  if (ids.length < 2) return refuse('too-few', `Choose the authorities that come in place of ${place.name}: at least two.`);
  if (!ids.includes(heirId)) return refuse('no-heir', `Choose which of them takes over the parts of ${place.name} for others.`);
  const actions = actionsToCarry(ground, authorityId);
  if (actions.length > 0 && !actionsTo.some((id) => ids.includes(id))) return refuse('no-actions-to', `Choose with whom the unfinished actions of ${place.name} go on.`);
  const left = leavingTo(ground, place, { successors, heirId });
  if (isRefusal(left)) return left;
  const { entries, refusal } = enterAll(ground, left, { authorityId, successors, heirId });
  if (refusal) return refusal;
  const to = ids.filter((id) => actionsTo.includes(id));
  const names = listed(ids.map((id) => nameOf(ground, id)));
  return {
    kind: 'reorganised',
    authorityId,
    otherId: null,
    days: entries.flatMap(({ days }) => days),
    said: joinedSaid([saying(['The register of authorities', registerLines(ground, authorityId, entered)]), left.said, ...entries.map(({ said }) => said), saying(['Its history', historyLines(ground, place.name, ids)], ['Its unfinished actions', [...actionLines(ground, actions.length, to), ...keptActionLines(place.name, openActionsOf(ground, authorityId).length - actions.length)]])]),
    concerned: unique([...left.concerned, ...entries.flatMap(({ concerned }) => concerned)]),
    change: {
      ...NOTHING,
      leads: left.leads,
      endedParts: left.endedParts,
      newParts: [...left.newParts, ...entries.flatMap(({ newParts }) => newParts)],
      sets: merged([...left.sets, ...entries.flatMap(({ sets }) => sets)]),
      moves: entries.flatMap(({ moves }) => moves),
      waivers: [...left.waivers, ...entries.flatMap(({ waivers }) => waivers)],
      forums: forumsChanged(ground, [...left.forums, ...entries.flatMap(({ forums }) => forums)]),
      members: entries.flatMap(({ members }) => members),
      leaves: authorityId,
      joins: entries.map(({ joined }) => joined),
      heirs: ids,
      entered,
      ends: last ? { authorityId, on: last } : null,
      carried: to.length === 0 ? [] : actions.map(({ id }) => ({ actionId: id, authorityIds: to })),
    },
    data: { successors: names },
  };
}

/** By successor: the cycle into which it comes, with its predecessor gone and those who come before it there. */
export function enteredInto(ground: Ground, happened: Reorganisation): ReadonlyMap<string, Ground> {
  const place = placeIn(ground, happened.authorityId);
  const left = isRefusal(place) || !happened.successors.some(({ authorityId }) => authorityId === happened.heirId) ? null : leavingTo(ground, place, happened);
  return left === null || isRefusal(left) ? new Map() : enterAll(ground, left, happened).into;
}

/** Unfinished actions go on in the action plans of those who come; in a process that has none they stay where they were written. */
export function actionsToCarry(ground: Ground, authorityId: string): OpenAction[] {
  return hasDocument(ground.given.template, 'action-plan') ? openActionsOf(ground, authorityId) : [];
}

function openActionsOf({ openActions }: Ground, authorityId: string): OpenAction[] {
  return openActions.filter((action) => action.authorityId === authorityId);
}

type Succession = Pick<Reorganisation, 'authorityId' | 'successors' | 'heirId'>;

function leavingTo(ground: Ground, place: PlaceFacts, { successors, heirId }: Omit<Succession, 'authorityId'>): Left | Refusal {
  const heir = successors.find((successor) => successor.authorityId === heirId)!;
  return leaving(ground, { place, handing: {}, heirId, keepsDay: heir.groupId === place.groupId && heir.wave === place.wave, because: `${place.name} was reorganised` });
}

/** One after the other, so that each finds those who came before it; the heir first, into the time that was given up. */
function enterAll(before: Ground, left: Left, { authorityId, successors, heirId }: Succession): { entries: Entry[]; into: Map<string, Ground>; refusal: Refusal | null } {
  const forum = forumOf(before.forums, authorityId);
  const session = sessionOf(forum, authorityId);
  const freed = forum && session && !session.endedAt && !isUnderWay(forum) ? { forumId: forum.id, startsAt: session.startsAt, endsAt: session.endsAt } : null;
  const entries: Entry[] = [];
  const into = new Map<string, Ground>();
  let ground: Ground = { ...withoutPlace(before, authorityId, left), forums: forumsAfter(before, left.forums) };
  for (const successor of successors.toSorted((a, b) => Number(b.authorityId === heirId) - Number(a.authorityId === heirId))) {
    into.set(successor.authorityId, ground);
    const entry = entering(ground, successor, { freed: successor.authorityId === heirId ? freed : null, predecessorId: authorityId });
    if (isRefusal(entry)) return { entries, into, refusal: entry };
    entries.push(entry);
    ground = withPlace(entry.ground, entry);
  }
  return { entries, into, refusal: null };
}

function withoutPlace(ground: Ground, authorityId: string, left: Pick<Change, 'sets' | 'leads' | 'endedParts' | 'newParts'>): Ground {
  const leadOf = new Map(left.leads.map(({ hostId, leadId }) => [hostId, leadId]));
  const facts = {
    ...ground.facts,
    places: ground.facts.places.map((place) => {
      if (place.authorityId === authorityId) return { ...place, withdrawn: { on: ground.today, why: '' } };
      return leadOf.has(place.authorityId) ? { ...place, leadChallengerAuthorityId: leadOf.get(place.authorityId)! } : place;
    }),
    groups: withSets(ground.facts.groups, left.sets),
  };
  return withParts({ ...ground, facts }, left);
}

/** For those who come after, the one who came is there. */
function withPlace(ground: Ground, { joined, sets, newParts }: Entry): Ground {
  const { id, authorityId, groupId, wave, leadId } = joined;
  const place = { cycleAuthorityId: id, authorityId, name: nameOf(ground, authorityId), slug: '', groupId, wave, leadChallengerAuthorityId: leadId, documents: {}, session: null, packReadOn: null, preparedOn: null, releasedOn: null, reviewedOn: [] };
  return withParts({ ...ground, facts: { ...ground.facts, places: [...ground.facts.places, place], groups: withSets(ground.facts.groups, sets) } }, { endedParts: [], newParts });
}

function withSets(groups: Ground['facts']['groups'], sets: Change['sets']): Ground['facts']['groups'] {
  return groups.map((group) => {
    const { memberIds, leadAuthorityId } = sets.find(({ groupId }) => groupId === group.id) ?? group;
    return { ...group, leadAuthorityId, ...(memberIds ? { memberIds } : {}) };
  });
}

/** A set is written once, as it is in the end. */
function merged(sets: Change['sets']): Change['sets'] {
  return [...new Map(sets.map((set) => [set.groupId, set])).values()];
}

function forumsAfter(ground: Ground, forums: Change['forums']): Ground['forums'] {
  return [...ground.forums.filter(({ id }) => !forums.some((forum) => forum.id === id)), ...forums.filter(({ cancelledAt }) => !cancelledAt)];
}

/** A day that was changed more than once is written as it is in the end, and counts as changed once. */
function forumsChanged(ground: Ground, forums: Change['forums']): Change['forums'] {
  const last = [...new Map(forums.map((forum) => [forum.id, forum])).values()];
  return last.map((forum) => {
    const before = ground.forums.find(({ id }) => id === forum.id);
    return before ? { ...forum, sequence: before.sequence + 1 } : forum;
  });
}

/** Sentences under one heading stand together. */
function joinedSaid(parts: readonly (readonly Said[])[]): Said[] {
  const lines = new Map<string, string[]>();
  for (const { heading, lines: some } of parts.flat()) lines.set(heading, [...(lines.get(heading) ?? []), ...some.filter((line) => !lines.get(heading)?.includes(line))]);
  return [...lines].map(([heading, some]) => ({ heading, lines: some }));
}

function historyLines(ground: Ground, name: string, ids: readonly string[]): string[] {
  const count = ground.documentCounts.get(ground.authorities.find((authority) => authority.name === name)?.id ?? '') ?? 0;
  if (count === 0) return [];
  return [`${namesOf(ground, ids)} can read ${count === 1 ? 'the one document' : `the ${count} documents`} that ${name} could read of its own, as they were handed on or signed.`];
}

function actionLines(ground: Ground, count: number, to: readonly string[]): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? 'One unfinished action goes' : `${capital(numberWord(count))} unfinished actions go`} on with ${namesOf(ground, to)}${to.length > 1 ? ', with each of them' : ''}.`];
}

function keptActionLines(name: string, count: number): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? 'One unfinished action stays' : `${capital(numberWord(count))} unfinished actions stay`} with ${name}, which wrote ${count === 1 ? 'it' : 'them'}: this process has no action plans.`];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);


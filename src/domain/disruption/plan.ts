// What comes between in a cycle: an inspection, a change of days, a withdrawal, a late joining, a reorganisation. Each is one action with
// its reason; what it changes is worked out first, in the words that those concerned are told, and nothing else is done (the issue on
// disruption; 3-processes.md section 7.1 for the days that everything hangs on).
import type { CycleFacts, PlaceFacts } from '../cycle-facts';
import { decide, isRefusal, refuse, type Decision, type Refusal } from '../decision';
import type { DomainEvent, EventType } from '../events';
import type { Forum } from '../forums/forum';
import type { Actor, Day } from '../model';
import type { Peer } from '../parties';
import { isOfPartnerships } from '../processes/asks-for';
import type { TwoAuthorities } from '../processes/in-conflict';
import { listed } from '../processes/in-words';
import type { Move, ScheduleFacts } from '../processes/schedule';
import type { NewAuthority } from '../register';
import { partsInEvent } from '../roles/parts-told';
import type { StepAt } from '../workflow';

export const DISRUPTIONS = ['inspected', 'swapped', 'withdrew', 'joined', 'reorganised'] as const;
export type DisruptionKind = (typeof DISRUPTIONS)[number];

export interface RegionAuthority {
  id: string;
  name: string;
  startedOn: Day | null;
  endedOn: Day | null;
}

/** An action of an authority's plan that is neither closed nor stopped, nor carried into another. */
export interface OpenAction {
  id: string;
  authorityId: string;
}

/** How things stand when something comes between. */
export interface Ground {
  facts: CycleFacts;
  given: ScheduleFacts;
  steps: readonly StepAt[];
  authorities: readonly RegionAuthority[];
  /** Of authorities that may be reorganised: what every authority of England is called, as addresses have it. */
  register: readonly { id: string; slugs: readonly string[]; isHere: boolean }[];
  /** The kinds of authority that the register has in the region. */
  kinds: readonly string[];
  /** The region's standing groups. */
  standing: readonly { id: string; name: string; ordinal: number; memberIds: readonly string[] }[];
  conflicts: readonly TwoAuthorities[];
  /** Forums of the cycle that were not cancelled. */
  forums: readonly Forum[];
  /** Those of the region's other cycles on the same days. */
  otherForums: readonly Forum[];
  /** Who holds the post of DCS, by authority. */
  directorIds: ReadonlyMap<string, readonly string[]>;
  /** Of authorities that may be reorganised. */
  openActions: readonly OpenAction[];
  /** How many documents an authority may read of its own, over all cycles. */
  documentCounts: ReadonlyMap<string, number>;
  at: Date;
  today: Day;
  newId: () => string;
}

/** A date that becomes another. */
export interface MovedDay {
  step: string;
  /** "Wigan", "Trafford group"; null for the authority that it is about. */
  whom: string | null;
  from: Day | null;
  to: Day;
}

/** What changes, in sentences under a heading. */
export interface Said {
  heading: string;
  lines: readonly string[];
}

export interface NewPart {
  id: string;
  hostId: string;
  role: string;
  authorityId: string;
}

export interface Joined {
  /** Of its place. */
  id: string;
  authorityId: string;
  groupId: string;
  wave: string;
  leadId: string | null;
  predecessorId: string | null;
}

/** What is written. */
export interface Change {
  moves: readonly Move[];
  /** `because` null: the coordinator's reason. */
  waivers: readonly { stepKey: string; scope: string; because: string | null }[];
  waves: readonly { authorityId: string; wave: string }[];
  leads: readonly { hostId: string; leadId: string | null }[];
  endedParts: readonly string[];
  newParts: readonly NewPart[];
  /** Sets and task and finish groups as they shall be. */
  sets: readonly { groupId: string; leadAuthorityId: string | null; adLeadAuthorityId?: string | null | undefined; memberIds: readonly string[] }[];
  /** Places that change their set. */
  seats: readonly { authorityId: string; groupId: string }[];
  leaves: string | null;
  joins: readonly Joined[];
  /** Authorities that become members of a standing group of the region. */
  members: readonly { groupId: string; authorityId: string }[];
  forums: readonly Forum[];
  /** To whom the documents of the one that leaves are opened. */
  heirs: readonly string[];
  /** Authorities that the register did not have, and the last day of the one that they replace. */
  entered: readonly NewAuthority[];
  ends: { authorityId: string; on: Day } | null;
  /** Actions that go on at others. */
  carried: readonly { actionId: string; authorityIds: readonly string[] }[];
}

export const NOTHING: Change = {
  moves: [], waivers: [], waves: [], leads: [], endedParts: [], newParts: [], sets: [], seats: [], leaves: null, joins: [], members: [], forums: [], heirs: [], entered: [], ends: null, carried: [],
};

export interface Plan {
  kind: DisruptionKind;
  authorityId: string;
  otherId: string | null;
  days: readonly MovedDay[];
  said: readonly Said[];
  /** Authorities whose Directors are told. */
  concerned: readonly string[];
  change: Change;
  /** Words of the event beside those that every one has. */
  data: Readonly<Record<string, string>>;
}

export interface Disrupted extends Plan {
  cycleId: string;
  reason: string;
}

interface Disrupting {
  actor: Actor;
  ground: Ground;
  planned: Plan | Refusal;
  reason: string;
  /** The mark of the plan that the coordinator was shown, and of the one that has been worked out now. */
  shown: string;
  mark: string;
}

/** Does what was shown, and nothing when anything has changed since. */
export function disrupt({ actor, ground, planned, reason, shown, mark }: Disrupting): Decision<Disrupted> {
  const { facts } = ground;
  return decide(actor, 'cycle.disrupt', { regionId: facts.regionId }, () => {
    const fault = notToDisrupt(ground);
    if (fault) return fault;
    if (isRefusal(planned)) return planned;
    if (shown !== mark) return refuse('changed-meanwhile', 'Something has changed since this was shown to you. Look at what would change now, and confirm again.');
    if (reason.trim() === '') return refuse('no-reason', 'Reason: say why. Those who are told can read it.');
    const change = { ...planned, cycleId: facts.id, reason: reason.trim() };
    return { change, events: [disruptedEvent(ground, change)] };
  });
}

export function notToDisrupt({ facts }: Pick<Ground, 'facts'>): Refusal | null {
  return facts.closedOn ? refuse('cycle-closed', `The ${facts.name} cycle is closed: it stays as it is.`) : null;
}

/** One event for the whole: everyone concerned is told once. */
function disruptedEvent(ground: Ground, { kind, authorityId, otherId, concerned, change, data, reason }: Disrupted): DomainEvent {
  const { facts } = ground;
  const parts = partsInEvent(partsChanged(ground, change));
  return {
    type: `authority.${kind}` satisfies EventType,
    regionId: facts.regionId,
    cycleId: facts.id,
    authorityId,
    data: {
      cycle: facts.name,
      authority: nameOf(ground, authorityId),
      ...(otherId ? { other: nameOf(ground, otherId) } : {}),
      ...data,
      reason,
      authorityIds: concerned.join(' '),
      ...(isOfPartnerships(ground.given.template) ? { partnersOf: concerned.join(' ') } : {}),
      ...(parts ? { parts } : {}),
      ...(change.joins.length > 0 ? { cameIds: change.joins.map((joined) => joined.authorityId).join(' ') } : {}),
      ...(change.forums.length > 0 ? { forums: change.forums.map(({ id }) => id).join(' ') } : {}),
    },
  };
}

/** Parts that the event gives to somebody or ends. */
function partsChanged({ facts, given: { template } }: Ground, { newParts, endedParts }: Change): Pick<Peer, 'authorityId' | 'offices' | 'postId'>[] {
  const officesOf = (role: string) => template.roles.find(({ key }) => key === role)?.offices ?? [];
  return [
    ...newParts.map(({ authorityId, role }) => ({ authorityId, postId: null, offices: officesOf(role) })),
    ...facts.places.flatMap(({ peers }) => peers ?? []).filter(({ id }) => endedParts.includes(id)),
  ];
}

/** At an authority that has only just been entered nobody holds a post yet. */
export function directorsTold({ concerned, change }: { concerned: readonly string[]; change: Pick<Change, 'entered'> }): string[] {
  return concerned.filter((id) => !change.entered.some((authority) => authority.id === id));
}

/** What tells one plan from another: everything that it does is said in words. */
export function wordsOf({ kind, authorityId, otherId, days, said, concerned }: Plan): string {
  return JSON.stringify([kind, authorityId, otherId, days, said, [...concerned].sort()]);
}

export function nameOf({ authorities, facts }: Pick<Ground, 'authorities' | 'facts'>, id: string): string {
  return authorities.find((authority) => authority.id === id)?.name ?? facts.places.find((place) => place.authorityId === id)?.name ?? id;
}

export function namesOf(ground: Ground, ids: readonly string[]): string {
  return listed(inOrderOfNames(ground, ids).map((id) => nameOf(ground, id)));
}

export function inOrderOfNames(ground: Ground, ids: readonly string[]): string[] {
  return ids.toSorted((a, b) => nameOf(ground, a).localeCompare(nameOf(ground, b), 'en-GB'));
}

/** A place in the cycle that has not been left; else why there is none. */
export function placeIn(ground: Ground, authorityId: string): PlaceFacts | Refusal {
  const place = ground.facts.places.find((one) => one.authorityId === authorityId);
  if (!place) return refuse('not-in-cycle', 'Choose an authority of this cycle.');
  return place.withdrawn ? refuse('has-left', `${place.name} has left the ${ground.facts.name} cycle already.`) : place;
}

/** Those who take part: not those who have left. */
export function takingPart({ facts }: Pick<Ground, 'facts'>): PlaceFacts[] {
  return facts.places.filter(({ withdrawn }) => !withdrawn);
}

/** Sentences under their headings; a heading without sentences is left out. */
export function saying(...parts: readonly (readonly [heading: string, lines: readonly string[]])[]): Said[] {
  return parts.filter(([, lines]) => lines.length > 0).map(([heading, lines]) => ({ heading, lines }));
}

export function unique(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

/** The steps of an authority, still open. */
export function openStepsOf({ steps }: Pick<Ground, 'steps'>, authorityId: string): StepAt[] {
  return steps.filter(({ place, state }) => place?.authorityId === authorityId && state.is !== 'done' && state.is !== 'not-needed');
}

// What becomes of a cycle when an authority leaves it: nothing more is asked of it, its parts elsewhere pass on or end, and its set and its
// forum day go on without it. What was done, and who has read what, stays as it is.
import { dayInWords } from '../deadlines';
import { isRefusal, refuse, type Refusal } from '../decision';
import { forumOf, inSession, sessionOf, sessionsChanged, without } from '../forums/change-places';
import { clockSpan } from '../forums/clock';
import type { Challenger } from '../forums/forum';
import { listed, numberWord } from '../processes/in-words';
import type { PlaceFacts } from '../step-progress';
import { isSettledState } from '../workflow';
import { leadsFor, mayNotMeet, membersOf, takeoversOf, whoHasAPart, type Part, type Takeover } from './parts';
import { nameOf, namesOf, openStepsOf, saying, takingPart, unique, type Change, type Ground, type Said } from './plan';
import { sessionLines } from './swap-days';

export interface Leave {
  place: PlaceFacts;
  /** By the key of a part: who takes it over; empty for nobody. What is not named goes as it is proposed. */
  handing: Readonly<Record<string, string>>;
  /** The one that comes in its stead and may take anything over, though it has no place yet. */
  heirId?: string;
  /** It comes into the same group and wave: the forum goes on with it, though nobody else has a session there. */
  keepsDay?: boolean;
  /** Authority → the set into which it goes, of those that would be left in one that is too small. */
  seats?: Readonly<Record<string, string>>;
  /** "Wigan left the cycle" */
  because: string;
}

export type Left = Pick<Change, 'leads' | 'endedParts' | 'newParts' | 'sets' | 'seats' | 'forums' | 'waivers'> & { said: Said[]; concerned: string[] };

export function leaving(ground: Ground, leave: Leave): Left | Refusal {
  const { place, because } = leave;
  const passing = passOn(ground, leave);
  if (isRefusal(passing)) return passing;
  const sets = setsWithout(ground, leave, passing.setLeads);
  if (isRefusal(sets)) return sets;
  const day = daysWithout(ground, leave, passing.leads);
  if (isRefusal(day)) return day;
  const own = openStepsOf(ground, place.authorityId).length;
  const peers = (place.peers ?? []).map(({ id }) => id);
  return {
    leads: passing.leads,
    endedParts: [...peers, ...passing.ended, ...sets.endedParts],
    newParts: [...passing.found, ...sets.newParts],
    sets: sets.sets,
    seats: sets.seats,
    forums: day.forums,
    waivers: sets.waivers.map((waiver) => ({ ...waiver, because })),
    said: saying(
      ['What is not asked any more', own === 0 ? [] : [own === 1 ? `One step of ${place.name} that is not done is not needed any more.` : `The ${own} steps of ${place.name} that are not done are not needed any more. What is done stays, and its people keep reading it.`]],
      ['Parts that others had for it', partsForIt(ground, place)],
      ['Parts that it had for others', passing.lines],
      ['Sets', sets.lines],
      ['The forum', day.lines],
    ),
    concerned: unique([place.authorityId, ...whoHasAPart(ground, place), ...passing.concerned, ...sets.concerned, ...day.concerned]),
  };
}

function partsForIt(ground: Ground, place: PlaceFacts): string[] {
  const peers = unique((place.peers ?? []).map(({ authorityId }) => authorityId));
  return peers.length === 0 ? [] : [`Nothing more is asked of ${namesOf(ground, peers)} for ${place.name}.`];
}

interface Passing extends Pick<Change, 'leads'> {
  ended: string[];
  found: Change['newParts'][number][];
  setLeads: ReadonlyMap<string, string | null>;
  lines: string[];
  concerned: string[];
}

function passOn(ground: Ground, leave: Leave): Passing | Refusal {
  const passing = { leads: [] as Change['leads'][number][], ended: [] as string[], found: [] as Change['newParts'][number][], setLeads: new Map<string, string | null>(), lines: [] as string[], concerned: [] as string[] };
  for (const takeover of takeoversOf(ground, leave.place.authorityId)) {
    const { part, words } = takeover;
    const taken = heirTo(ground, takeover, leave);
    if (isRefusal(taken)) return taken;
    const { heir } = taken;
    if (part.is === 'lead') passing.leads.push({ hostId: part.host.authorityId, leadId: heir });
    if (part.is === 'set-lead') passing.setLeads.set(part.groupId, heir);
    if (part.is === 'peer') {
      passing.ended.push(part.peer.id);
      if (heir) passing.found.push({ id: ground.newId(), hostId: part.host.authorityId, role: part.peer.role, authorityId: heir });
    }
    passing.lines.push(heir ? `${nameOf(ground, heir)} becomes ${words} in place of ${leave.place.name}.` : `Nobody takes over as ${words} for now.`);
    passing.concerned.push(...unique([heir, part.is === 'set-lead' ? null : part.host.authorityId]));
  }
  return passing;
}

/** As chosen; else as proposed. */
function heirTo(ground: Ground, { part, words, candidates, proposed }: Takeover, { place, handing, heirId }: Leave): { heir: string | null } | Refusal {
  const chosen = handing[part.key] ?? heirId ?? proposed ?? '';
  if (chosen === '') return { heir: null };
  const hostId = part.is === 'set-lead' ? null : part.host.authorityId;
  const inConflict = hostId ? mayNotMeet(ground, chosen, hostId) : null;
  if (chosen === heirId && !inConflict) return { heir: canBeNamed(ground, part) ? chosen : null };
  if (candidates.includes(chosen)) return { heir: chosen };
  return refuse(inConflict ? 'in-conflict' : 'no-candidate', inConflict ?? `${nameOf(ground, chosen)} cannot become ${words} in place of ${place.name}: choose one of those offered.`);
}

/** A role that is given to one post is given by naming the post, and one that the set has follows the set. */
function canBeNamed({ given: { template } }: Ground, part: Part): boolean {
  const role = part.is === 'peer' ? template.roles.find(({ key }) => key === part.peer.role) : null;
  return !role || (!role.named && role.found !== 'set');
}

// Sets

interface Reseated extends Pick<Change, 'sets' | 'seats' | 'endedParts' | 'newParts'> {
  waivers: { stepKey: string; scope: string }[];
  lines: string[];
  concerned: string[];
}

/** Those who would be left in a set that is too small. */
export function leftBehind(ground: Ground, place: PlaceFacts): string[] {
  const { grouping } = ground.given.template;
  if (grouping.is !== 'made') return [];
  const rest = membersOf(ground, place.groupId).filter((id) => id !== place.authorityId);
  return rest.length > 0 && rest.length < Math.min(...grouping.sizes) ? rest : [];
}

/** Sets into which they could go. */
export function setsToJoin(ground: Ground, place: PlaceFacts): { id: string; name: string }[] {
  return ground.facts.groups.filter(({ id }) => id !== place.groupId).map(({ id, name }) => ({ id, name }));
}

function setsWithout(ground: Ground, { place, seats: wanted = {}, heirId }: Leave, setLeads: ReadonlyMap<string, string | null>): Reseated | Refusal {
  const { grouping, words } = ground.given.template;
  const none: Reseated = { sets: [], seats: [], endedParts: [], newParts: [], waivers: [], lines: [], concerned: [] };
  const groups = [...(grouping.is === 'standing' ? [] : ground.facts.groups), ...(ground.facts.taskGroups ?? [])].filter(({ id }) => membersOf(ground, id).includes(place.authorityId) || setLeads.has(id));
  const seats = leftBehind(ground, place).flatMap((authorityId) => (wanted[authorityId] ? [{ authorityId, groupId: wanted[authorityId]! }] : []));
  for (const { authorityId, groupId } of seats) {
    if (!setsToJoin(ground, place).some(({ id }) => id === groupId)) return refuse('no-set', `${nameOf(ground, authorityId)}: choose the set into which it goes.`);
    const inConflict = membersOf(ground, groupId).map((id) => mayNotMeet(ground, authorityId, id)).find(Boolean);
    if (inConflict) return refuse('in-conflict', inConflict);
  }
  const joined = unique(seats.map(({ groupId }) => groupId));
  const without = groups.map((group) => ({ group, members: membersOf(ground, group.id).filter((id) => id !== place.authorityId && !(group.id === place.groupId && seats.some((seat) => seat.authorityId === id))) }));
  const grown = joined.map((id) => ({ group: ground.facts.groups.find((group) => group.id === id)!, members: [...membersOf(ground, id), ...seats.filter(({ groupId }) => groupId === id).map(({ authorityId }) => authorityId)] }));
  const emptied = emptiedScopes(ground, place, seats.map(({ authorityId }) => authorityId), heirId !== undefined);
  const moved = ofTheSet(ground, place, seats);
  return {
    ...none,
    sets: [...without.map(({ group, members }) => ({ groupId: group.id, leadAuthorityId: leadOf(group, members, setLeads), memberIds: members })), ...grown.map(({ group, members }) => ({ groupId: group.id, leadAuthorityId: group.leadAuthorityId, memberIds: members }))],
    seats,
    ...moved,
    waivers: emptied.waivers,
    lines: [
      ...without.filter(({ group }) => !(heirId && group.id === place.groupId)).map(({ group, members }) => (members.length === 0 ? `Nobody is left in ${group.name}.` : `${group.name} goes on with ${namesOf(ground, members)}.`)),
      ...(grouping.is === 'made' && !heirId ? sizeLines(ground, without.filter(({ group }) => group.id === place.groupId && seats.length === 0), grouping) : []),
      ...seats.map(({ authorityId, groupId }) => `${nameOf(ground, authorityId)} goes into ${ground.facts.groups.find(({ id }) => id === groupId)?.name}.`),
      ...(grouping.is === 'made' ? sizeLines(ground, grown, grouping) : []),
      ...emptied.names.map((name) => `“${name}” is not needed any more: nobody is left in the ${grouping.is === 'made' ? grouping.word : words.group} for which it is done.`),
    ],
    concerned: [...without, ...grown].flatMap(({ members }) => members),
  };
}

function leadOf({ id, leadAuthorityId }: { id: string; leadAuthorityId: string | null }, members: readonly string[], setLeads: ReadonlyMap<string, string | null>): string | null {
  const lead = setLeads.has(id) ? setLeads.get(id)! : leadAuthorityId;
  return lead && (members.includes(lead) || setLeads.has(id)) && members.length > 0 ? lead : null;
}

/** A set of a size that the process does not name is possible, and said. */
export function sizeLines(_ground: Ground, sets: readonly { group: { name: string }; members: readonly string[] }[], { word, sizes }: { word: string; sizes: readonly number[] }): string[] {
  return sets
    .filter(({ members }) => members.length > 0 && !sizes.includes(members.length))
    .map(({ group, members }) => `${group.name} then has ${numberWord(members.length)}. A ${word} has ${listed(sizes.map(numberWord), 'or')}.`);
}

/** Steps of a set, a group or a wave in which nobody is left. */
function emptiedScopes(ground: Ground, place: PlaceFacts, gone: readonly string[], isFilled: boolean): { waivers: { stepKey: string; scope: string }[]; names: string[] } {
  if (isFilled) return { waivers: [], names: [] };
  const staying = takingPart(ground).filter(({ authorityId }) => authorityId !== place.authorityId && !gone.includes(authorityId));
  const scopes = [
    ...(staying.some(({ groupId }) => groupId === place.groupId) ? [] : [`group:${place.groupId}`]),
    ...(takingPart(ground).some(({ authorityId, wave }) => authorityId !== place.authorityId && wave === place.wave) ? [] : [`wave:${place.wave}`]),
  ];
  const steps = ground.steps.filter(({ scope, state }) => scopes.includes(scope) && !isSettledState(state));
  return { waivers: steps.map(({ step, scope }) => ({ stepKey: step.key, scope })), names: steps.map(({ step }) => step.name) };
}

/** Where the others of a set have a role for one another, whoever goes into another set has it there. */
function ofTheSet(ground: Ground, place: PlaceFacts, seats: readonly { authorityId: string; groupId: string }[]): Pick<Reseated, 'endedParts' | 'newParts'> {
  const roles = ground.given.template.roles.filter(({ found }) => found === 'set');
  if (roles.length === 0) return { endedParts: [], newParts: [] };
  const gone = [place.authorityId, ...seats.map(({ authorityId }) => authorityId)];
  const ended = takingPart(ground)
    .filter((host) => host.groupId === place.groupId && host.authorityId !== place.authorityId)
    .flatMap((host) => (host.peers ?? []).filter((peer) => roles.some(({ key }) => key === peer.role) && (gone.includes(peer.authorityId) || gone.includes(host.authorityId))).map(({ id }) => id));
  return { endedParts: ended, newParts: seats.flatMap(({ authorityId, groupId }) => partsOfSet(ground, authorityId, membersOf(ground, groupId))) };
}

/** Both ways, for each role that the others of a set have. */
export function partsOfSet(ground: Ground, authorityId: string, members: readonly string[]): Change['newParts'][number][] {
  const roles = ground.given.template.roles.filter(({ found }) => found === 'set');
  return roles.flatMap(({ key: role }) =>
    members.filter((id) => id !== authorityId).flatMap((other) => [
      { id: ground.newId(), hostId: authorityId, role, authorityId: other },
      { id: ground.newId(), hostId: other, role, authorityId },
    ]),
  );
}

// The forum

function daysWithout(ground: Ground, { place, because, heirId, keepsDay = false }: Leave, leads: Change['leads']): { forums: Change['forums']; lines: string[]; concerned: string[] } | Refusal {
  const forum = forumOf(ground.forums, place.authorityId);
  const own = sessionOf(forum, place.authorityId);
  const found = without({ forums: ground.forums, authorityId: place.authorityId, others: ground.otherForums, because, at: ground.at, newId: ground.newId, keepsDay, heir: heirId ? { id: heirId, name: nameOf(ground, heirId), directorIds: ground.directorIds.get(heirId) ?? [] } : null, leadsFor: (hostId) => leadersOf(ground, hostId, place.authorityId, leads, heirId) });
  if (found.leaderless) return refuse('no-lead', `Nobody else can lead the challenge of ${found.leaderless.authority.name}: give its session another lead on the page of its forum first.`);
  const lines = sessionLines(ground, found.forums.filter(({ cancelledAt }) => !cancelledAt));
  if (!forum || !own || own.endedAt) return { forums: found.forums, lines, concerned: sessionsChanged(ground.forums, found.forums).flatMap(inSession) };
  const alone = forum.sessions.length === 1 && !keepsDay;
  return {
    forums: found.forums,
    lines: [
      `Its session on ${dayInWords(forum.onDay)}, ${clockSpan(own.startsAt, own.endsAt)}, is taken off the ${forum.group.name} group’s forum${alone ? ', and with it the day' : '; the others keep their times'}. Invitations of its people are taken back.`,
      ...lines,
    ],
    concerned: [...inSession(own), ...sessionsChanged(ground.forums, found.forums).flatMap(inSession)],
  };
}

/** At a forum leads whoever becomes lead peer challenger, else whoever is there and could. */
function leadersOf(ground: Ground, hostId: string, without: string, leads: Change['leads'], heirId?: string): Challenger[] {
  const host = ground.facts.places.find(({ authorityId }) => authorityId === hostId);
  if (!host) return [];
  const sameDay = forumOf(ground.forums, hostId)?.sessions.map(({ authority }) => authority.id) ?? [];
  const able = leadsFor(ground, host, without).toSorted((a, b) => Number(sameDay.includes(b)) - Number(sameDay.includes(a)));
  return unique([leads.find((lead) => lead.hostId === hostId)?.leadId, heirId, ...able]).map((id) => ({ id, name: nameOf(ground, id), lead: true, directorIds: ground.directorIds.get(id) ?? [] }));
}


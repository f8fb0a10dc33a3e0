// What becomes of a cycle when an authority comes to it late: a place with its documents, parts that others have for it, a session, and days
// in their order, none of which has passed or is too near to be met. What the region has done for all at one moment is not asked of it.
import { dayInWords } from '../deadlines';
import { isRefusal, refuse, type Refusal } from '../decision';
import { inSession, sessionsChanged } from '../forums/change-places';
import type { Day } from '../model';
import { numberWord } from '../processes/in-words';
import { isThere } from '../processes/opening-faults';
import { scheduleOf, type ScheduleFacts } from '../processes/schedule';
import type { StepDefinition } from '../processes/template';
import { firstDays, firstDayWords, groundWith, missedSteps, ownDayOf, ownSteps } from './first-days';
import { dayWith, type FreedTime } from './late-session';
import { movedDays, waitsFor, withMoves, type Wait } from './new-days';
import { leadsFor, mayNotMeet, membersOf, peersFor } from './parts';
import { inOrderOfNames, nameOf, namesOf, saying, unique, type Change, type Ground, type Joined, type MovedDay, type Said } from './plan';
import { sessionLines } from './session-lines';
import { partsOfSet, sizeLines } from './sets-without';

export interface Place {
  authorityId: string;
  /** A standing group or a set of the cycle. */
  groupId: string;
  wave: string;
  /** Empty: as proposed, or nobody where the process has none. */
  leadId: string;
  /** Role → who has it, as chosen; a role that is not named goes as it is proposed. */
  peers: Readonly<Record<string, readonly string[]>>;
  /** Where no forums are arranged: the day that it wants for its own. */
  ownDay: Day | null;
  /** Keys of its own steps that nobody shall wait for. */
  leaveOut: readonly string[];
}

export type Entry = Pick<Change, 'moves' | 'waivers' | 'newParts' | 'sets' | 'forums' | 'members'> & { joined: Joined; days: MovedDay[]; said: Said[]; concerned: string[]; ground: Ground };

interface Entering {
  /** The time of a session that was given up for it. */
  freed?: FreedTime | null;
  predecessorId?: string | null;
}

export function entering(ground: Ground, place: Place, { freed = null, predecessorId = null }: Entering = {}): Entry | Refusal {
  const fault = cannotEnter(ground, place);
  if (fault) return fault;
  const lead = leadChosen(ground, place);
  if (isRefusal(lead)) return lead;
  const { leadId } = lead;
  const parts = partsFor(ground, place, leadId);
  if (isRefusal(parts)) return parts;
  const placed = groundWith(ground, place);
  const joined: Joined = { id: ground.newId(), authorityId: place.authorityId, groupId: place.groupId, wave: place.wave, leadId, predecessorId };
  const day = dayWith(ground, joined, freed);
  if (isRefusal(day)) return day;
  const { forum } = day;
  const missed = missedSteps(placed);
  const left = leftOutOf(ground, place);
  const asked = ownSteps(placed).filter(({ key }) => ![...missed.map(({ step }) => step), ...left].some((step) => step.key === key));
  const moves = firstDays(placed, place, asked);
  const after = withMoves(placed.given, moves);
  const name = nameOf(ground, place.authorityId);
  const group = [...ground.facts.groups, ...ground.standing].find(({ id }) => id === place.groupId)!;
  const { grouping } = ground.given.template;
  const members = [...membersOf(ground, place.groupId), place.authorityId];
  return {
    joined,
    moves,
    waivers: [
      ...missed.map(({ step, because }) => ({ stepKey: step.key, scope: `authority:${place.authorityId}`, because })),
      ...left.map(({ key }) => ({ stepKey: key, scope: `authority:${place.authorityId}`, because: null })),
    ],
    newParts: parts.map((part) => ({ ...part, id: ground.newId() })),
    sets: grouping.is === 'standing' ? [] : [{ groupId: place.groupId, leadAuthorityId: ground.facts.groups.find(({ id }) => id === place.groupId)?.leadAuthorityId ?? null, memberIds: members }],
    members: grouping.is === 'standing' && !ground.standing.some(({ memberIds }) => memberIds.includes(place.authorityId)) ? [{ groupId: place.groupId, authorityId: place.authorityId }] : [],
    forums: forum ? [forum] : [],
    days: [...firstDayWords(placed, after, asked, place.authorityId), ...movedDays(ground, after, []).map(({ step, whom, from, to }) => ({ step, whom, from, to }))],
    said: saying(
      [`The place of ${name}`, placeLines(ground, place, { leadId, group: group.name, after })],
      ['Parts that others have for it', partLines(ground, parts, place.authorityId)],
      ['What is not asked of it', [...missed.map(({ step, because }) => `“${step.name}”: ${because}.`), ...left.map((step) => `“${step.name}”: nobody waits for it.`)]],
      ['What is waited for', waitsFor(placed, after, place.authorityId).map(({ says }) => `${says} It waits.`)],
      ['Sets', grouping.is === 'made' ? [`${group.name} then has ${namesOf(ground, members)}.`, ...sizeLines([{ group, members }], grouping)] : []],
      [`The ${ground.given.template.words.forum}`, forum ? sessionLines(ground, [forum]) : []],
    ),
    concerned: unique([place.authorityId, leadId, ...parts.flatMap(({ hostId, authorityId }) => [hostId, authorityId]), ...(grouping.is === 'made' ? members : []), ...(forum ? sessionsChanged(ground.forums, [forum]).flatMap(inSession) : [])]),
    ground: { ...placed, given: after, forums: [...ground.forums.filter(({ id }) => id !== forum?.id), ...(forum ? [forum] : [])] },
  };
}

/** What others would wait for, each with the choice to leave it out. */
export function waitsForNewcomer(ground: Ground, place: Place): Wait[] {
  if (cannotEnter(ground, place)) return [];
  const placed = groundWith(ground, place);
  const missed = missedSteps(placed);
  const isMissed = ({ key }: StepDefinition) => missed.some(({ step }) => step.key === key);
  const asked = ownSteps(placed).filter((step) => !isMissed(step));
  return waitsFor(placed, withMoves(placed.given, firstDays(placed, place, asked)), place.authorityId).filter(({ awaited }) => !isMissed(awaited));
}

/** Authorities of the region that are there and not in the cycle. */
export function whoMayJoin({ authorities, facts, today }: Ground): Ground['authorities'] {
  return authorities.filter((authority) => isThere(authority, today) && !facts.places.some(({ authorityId }) => authorityId === authority.id));
}

/** Groups or sets into which an authority may come. */
export function groupsToJoin({ given: { template }, facts, standing }: Ground, authorityId: string): { id: string; name: string }[] {
  if (template.grouping.is !== 'standing') return facts.groups.map(({ id, name }) => ({ id, name }));
  const own = standing.filter(({ memberIds }) => memberIds.includes(authorityId));
  return (own.length > 0 ? own : standing).map(({ id, name }) => ({ id, name }));
}

function cannotEnter(ground: Ground, { authorityId, groupId, wave, ownDay }: Place): Refusal | null {
  const { facts, given, authorities, today } = ground;
  const authority = authorities.find(({ id }) => id === authorityId);
  if (!authority) return refuse('not-of-the-region', 'Choose an authority of this region.');
  const before = facts.places.find((place) => place.authorityId === authorityId);
  if (before?.withdrawn) return refuse('has-left', `${authority.name} has left the ${facts.name} cycle. Its place stays as it was left.`);
  if (before) return refuse('in-cycle', `${authority.name} takes part in the ${facts.name} cycle already.`);
  if (!isThere(authority, today)) return refuse('not-there', `${authority.name} is not an authority on ${dayInWords(today)}.`);
  const { grouping, words } = given.template;
  if (!groupsToJoin(ground, authorityId).some(({ id }) => id === groupId)) return refuse('no-group', `${authority.name}: choose its ${grouping.is === 'made' ? grouping.word : words.group}.`);
  const inConflict = grouping.is === 'made' ? membersOf(ground, groupId).map((id) => mayNotMeet(ground, authorityId, id)).find(Boolean) : null;
  if (inConflict) return refuse('in-conflict', inConflict);
  if (!given.template.waves.some(({ key }) => key === wave)) return refuse('no-wave', `${authority.name}: choose a ${words.wave}.`);
  const { endsOn } = scheduleOf(given);
  if (ownDay && (ownDay < today || ownDay > endsOn)) return refuse('own-day', `Its own day: ${dayInWords(ownDay)} ${ownDay < today ? 'has passed' : `is after the cycle ends, on ${dayInWords(endsOn)}`}.`);
  return null;
}

function leadChosen(ground: Ground, { authorityId, groupId, leadId }: Place): { leadId: string | null } | Refusal {
  const { leads } = ground.given.template;
  if (leads === 'none') return { leadId: null };
  const could = leadsFor(ground, { authorityId, groupId });
  if (leadId === '' && leads !== 'in-turn') return { leadId: null };
  if (leadId === '') return could[0] ? { leadId: could[0] } : refuse('no-lead', `Nobody can be lead peer challenger of ${nameOf(ground, authorityId)}.`);
  if (could.includes(leadId)) return { leadId };
  const inConflict = mayNotMeet(ground, authorityId, leadId);
  return refuse(inConflict ? 'in-conflict' : 'no-lead', inConflict ?? `${nameOf(ground, leadId)} cannot be lead peer challenger of ${nameOf(ground, authorityId)}: choose one of those offered.`);
}

type PartFor = Omit<Change['newParts'][number], 'id'>;

function partsFor(ground: Ground, { authorityId, groupId, peers }: Place, leadId: string | null): PartFor[] | Refusal {
  const found: PartFor[] = partsOfSet(ground, authorityId, ground.given.template.grouping.is === 'standing' ? [] : membersOf(ground, groupId));
  for (const role of ground.given.template.roles.filter((one) => one.found !== 'set' && !one.named)) {
    const could = peersFor(ground, { authorityId, leadChallengerAuthorityId: leadId }, role.key);
    const chosen = unique((peers[role.key] ?? could.slice(0, role.each)).filter((id) => id !== ''));
    for (const id of chosen) {
      const inConflict = mayNotMeet(ground, authorityId, id);
      if (inConflict) return refuse('in-conflict', inConflict);
      if (!could.includes(id)) return refuse('no-candidate', `${nameOf(ground, id)} cannot be ${role.name} of ${nameOf(ground, authorityId)}: choose one of those offered.`);
      found.push({ hostId: authorityId, role: role.key, authorityId: id });
    }
  }
  return found;
}

function leftOutOf(ground: Ground, place: Place): StepDefinition[] {
  if (place.leaveOut.length === 0) return [];
  const could = waitsForNewcomer(ground, place).map(({ awaited }) => awaited);
  return [...new Map(could.filter(({ key }) => place.leaveOut.includes(key)).map((step) => [step.key, step])).values()];
}

function placeLines(ground: Ground, { authorityId, wave }: Place, { leadId, group, after }: { leadId: string | null; group: string; after: ScheduleFacts }): string[] {
  const { template } = ground.given;
  const name = nameOf(ground, authorityId);
  const waveName = template.waves.length > 1 ? `, ${template.waves.find(({ key }) => key === wave)?.name}` : '';
  const own = ownDayOf({ ...ground, given: after });
  const where = template.grouping.is === 'standing' ? `in the ${group} ${template.words.group}${waveName}` : template.grouping.is === 'made' ? `in ${group}${waveName}` : `with everyone else${waveName}`;
  return [
    `${name} takes part ${where}${own && own >= ground.today ? `. Its ${template.words.forum} is on ${dayInWords(own)}` : ''}.`,
    ...(leadId ? [`${nameOf(ground, leadId)} becomes its lead peer challenger.`] : []),
    'It gets the documents with which every authority begins, and what it is asked for stands under My work.',
  ];
}

/** A line for each: none of them learns from its own who the others are (came-between.ts). */
function partLines(ground: Ground, parts: readonly PartFor[], authorityId: string): string[] {
  const name = nameOf(ground, authorityId);
  return ground.given.template.roles.flatMap((role) => {
    const ofRole = parts.filter((part) => part.role === role.key);
    const has = inOrderOfNames(ground, ofRole.filter(({ hostId }) => hostId === authorityId).map((part) => part.authorityId));
    const is = inOrderOfNames(ground, ofRole.filter((part) => part.authorityId === authorityId).map(({ hostId }) => hostId));
    return [
      ...(has.length > 0 ? has.map((peer) => `${nameOf(ground, peer)} becomes ${role.name} of ${name}.`) : [`Nobody is ${role.name} of ${name} yet.`]),
      ...(has.length > 0 && has.length < role.each ? [`${name} needs ${numberWord(role.each)}.`] : []),
      ...is.map((host) => `${name} becomes ${role.name} of ${nameOf(ground, host)}.`),
    ];
  });
}

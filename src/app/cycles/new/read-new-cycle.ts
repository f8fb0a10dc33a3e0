import { readDay } from '@/domain/day-fields';
import type { Day } from '@/domain/model';
import { nextAnchor } from '@/domain/processes/next-cycle';
import { peersOf, type NewCycle, type NewPeer, type NewPlace, type NewSet } from '@/domain/processes/open-cycle';
import { openingFaults, type AtField } from '@/domain/processes/opening-faults';
import { EVERYONE, proposeCycle, type Choices } from '@/domain/processes/propose-cycle';
import { numberedSet } from '@/domain/processes/propose-sets';
import { roundToCome, type RoundToCome } from '@/domain/processes/rounds';
import type { OpeningPage } from '@/server/cycles/opening/load';
import { all, fieldAt, fieldOf, LEADS_SET, one, TAKES_PART, type Asked } from './form-fields';

export interface ReadCycle {
  /** Null while the name or day 0 cannot be read. */
  cycle: NewCycle | null;
  /** Sentence by field. */
  errors: Record<string, string>;
}

/** The form for a new cycle, as it stands in the address of its preview. */
export function readNewCycle(asked: Asked, page: OpeningPage, today: Day): ReadCycle {
  const { facts } = page;
  const errors: Record<string, string> = {};
  const anchorOn = readAnchor(asked);
  if (one(asked, 'name') === '') errors.name = 'Name: give the cycle a name, such as 2017/18';
  if (!anchorOn) errors.anchorOn = 'Day 0: give a day, month and year, such as 23 11 2017';
  if (!anchorOn || errors.name) return { cycle: null, errors };
  const places = readPlaces(asked, page);
  const sets = readSets(asked, page, places, errors);
  const cycle: NewCycle = { name: one(asked, 'name'), anchorOn, places, sets, peers: readPeers(asked, page, places), previousId: page.from?.id ?? null };
  const where = whereIn(asked, page, cycle);
  for (const { at, because } of openingFaults(facts, { ...cycle, peers: peersOf(facts.template, cycle) }, today)) errors[fieldAt(at, where)] ??= because;
  return { cycle, errors };
}

export function readAnchor(asked: Asked): Day | null {
  return readDay(one(asked, 'anchorOn-day'), one(asked, 'anchorOn-month'), one(asked, 'anchorOn-year'));
}

export function readTakingPart(asked: Asked, { codes }: OpeningPage): string[] {
  const chosen = new Set(all(asked, TAKES_PART));
  return [...codes].filter(([, code]) => chosen.has(code)).map(([id]) => id);
}

/** Null where the process does not go in rounds. */
export function roundIn({ rounds, from }: OpeningPage, on: Day): RoundToCome | null {
  return rounds && roundToCome(rounds, { previousId: from?.id ?? null, on });
}

const CHOICES: Choices = { leads: 'next', sets: 'new', peers: 'new' };

/** Whether what the cycle before had comes along as it was; new unless that is asked. */
export function readChoices(asked: Asked): Choices {
  return { leads: one(asked, 'leads') === 'same' ? 'same' : CHOICES.leads, sets: one(asked, 'sets') === 'same' ? 'same' : CHOICES.sets, peers: one(asked, 'peers') === 'same' ? 'same' : CHOICES.peers };
}

function readPlaces(asked: Asked, page: OpeningPage): NewPlace[] {
  const { facts: { template, groups, authorities }, codes } = page;
  const takingPart = new Set(readTakingPart(asked, page));
  const idOf = new Map([...codes].map(([id, code]) => [code, id]));
  const place = (authorityId: string, groupId: string): NewPlace => {
    const code = codes.get(authorityId)!;
    return {
      authorityId,
      groupId,
      wave: template.waves.length === 1 ? template.waves[0]!.key : one(asked, fieldOf.wave(code)),
      leadChallengerAuthorityId: template.leads === 'none' ? null : (idOf.get(one(asked, fieldOf.lead(code))) ?? null),
    };
  };
  const taking = authorities.filter(({ id }) => takingPart.has(id));
  if (template.grouping.is === 'standing') return groups.flatMap((group) => taking.filter(({ id }) => group.authorityIds.includes(id)).map(({ id }) => place(id, group.id)));
  return taking.map(({ id }) => place(id, template.grouping.is === 'one' ? EVERYONE : one(asked, fieldOf.set(codes.get(id)!))));
}

/** The sets that somebody was put into, by their numbers. Of two who are said to lead one set the second is named as too many. */
function readSets(asked: Asked, { facts: { template, authorities }, codes }: OpeningPage, places: readonly NewPlace[], errors: Record<string, string>): NewSet[] {
  const { grouping } = template;
  if (grouping.is === 'standing') return [];
  const heads = new Set(all(asked, LEADS_SET));
  const keys = [...new Set(places.map(({ groupId }) => groupId))].filter((key) => /^[1-9]\d?$/.test(key)).sort((a, b) => Number(a) - Number(b));
  return keys.map((key) => {
    const name = grouping.is === 'one' ? 'Everyone' : numberedSet(grouping.word, Number(key));
    const [lead, second] = places.filter(({ authorityId, groupId }) => groupId === key && heads.has(codes.get(authorityId)!));
    if (second) errors[fieldOf.set(codes.get(second.authorityId)!)] = `${name}: ${[lead!, second].map(({ authorityId }) => authorities.find(({ id }) => id === authorityId)!.name).join(' and ')} cannot both lead it.`;
    return { key, name, leadAuthorityId: lead?.authorityId ?? null };
  });
}

/** As far as the form names them; a post that was named for a pair in the cycle before comes along with it. */
function readPeers(asked: Asked, { facts: { template }, codes, from }: OpeningPage, places: readonly NewPlace[]): NewPeer[] {
  const idOf = new Map([...codes].map(([id, code]) => [code, id]));
  return template.roles.flatMap(({ key: role }) =>
    places.flatMap(({ authorityId: hostId }) =>
      peerFields(asked, role, codes.get(hostId)!).flatMap(({ value }): NewPeer[] => {
        const peerId = idOf.get(value);
        if (!peerId) return [];
        const before = from?.peers.find((peer) => peer.role === role && peer.hostId === hostId && peer.peerId === peerId);
        return [{ role, hostId, peerId, ...(before?.postId ? { postId: before.postId } : {}) }];
      }),
    ),
  );
}

const MOST_PEERS = 12;

/** The filled fields of a role at an authority, in order. */
export function peerFields(asked: Asked, role: string, code: string): { number: number; value: string }[] {
  return Array.from({ length: MOST_PEERS }, (_, index) => index + 1).flatMap((number) => {
    const value = one(asked, fieldOf.peer(role, number, code));
    return value === '' ? [] : [{ number, value }];
  });
}

function whereIn(asked: Asked, { facts: { template }, codes }: OpeningPage, { places }: NewCycle) {
  const codeOf = (id: string) => codes.get(id) ?? '';
  return {
    codeOf,
    firstOf: (setKey: string) => places.find(({ groupId }) => groupId === setKey)?.authorityId ?? '',
    numberOf: ({ role, hostId, peerId }: Extract<AtField, { field: 'peer' }>) => peerFields(asked, role, codeOf(hostId)).findLast(({ value }) => value === codeOf(peerId))?.number ?? 1,
    isBySet: (role: string) => template.roles.find(({ key }) => key === role)?.found === 'set',
  };
}

export interface ProposedForm {
  values: Record<string, string | string[]>;
  /** Why something could not be proposed, by role or for the sets. */
  notProposed: ReadonlyMap<string, string>;
}

/** Whether the form is to be filled in again, for whom: who is ticked, everyone, or nobody. */
export function filledFor(asked: Asked): 'ticked' | 'everyone' | 'nobody' | null {
  const fill = one(asked, 'fill');
  return fill === 'ticked' || fill === 'everyone' || fill === 'nobody' ? fill : null;
}

/** What the form holds before anyone has typed; or what is proposed again for those who take part. */
export function proposedForm(page: OpeningPage, asked: Asked, today: Day): ProposedForm {
  const again = filledFor(asked);
  const anchorOn = readAnchor(asked);
  const takingPart = { ticked: () => readTakingPart(asked, page), everyone: () => [...page.codes.keys()], nobody: () => [] };
  const round = roundIn(page, anchorOn ?? (page.from ? nextAnchor(page.from.anchorOn, page.facts.template.ordinaryAnchor) : today));
  const proposal = proposeCycle(page.facts, { earlier: page.from, choices: readChoices(asked), turn: page.turn, today, round, ...(again ? { anchorOn, takingPart: takingPart[again]() } : {}) });
  const code = (id: string) => page.codes.get(id) ?? '';
  const values: Record<string, string | string[]> = {
    ...readChoices(asked),
    name: again ? one(asked, 'name') : proposal.name,
    ...(again ? typedAnchor(asked) : anchorValues(proposal.anchorOn)),
    [TAKES_PART]: proposal.places.map(({ authorityId }) => code(authorityId)),
    [LEADS_SET]: proposal.sets.flatMap(({ leadAuthorityId }) => (leadAuthorityId ? [code(leadAuthorityId)] : [])),
  };
  for (const { authorityId, groupId, wave, leadChallengerAuthorityId } of proposal.places) {
    values[fieldOf.set(code(authorityId))] = groupId;
    values[fieldOf.wave(code(authorityId))] = wave;
    values[fieldOf.lead(code(authorityId))] = leadChallengerAuthorityId ? code(leadChallengerAuthorityId) : '';
  }
  const counts = new Map<string, number>();
  for (const { role, hostId, peerId } of proposal.peers) {
    const number = (counts.get(`${role}|${hostId}`) ?? 0) + 1;
    counts.set(`${role}|${hostId}`, number);
    values[fieldOf.peer(role, number, code(hostId))] = code(peerId);
  }
  return { values, notProposed: proposal.notProposed };
}

const DAY_PARTS = ['anchorOn-day', 'anchorOn-month', 'anchorOn-year'] as const;
const typedAnchor = (asked: Asked) => Object.fromEntries(DAY_PARTS.map((name) => [name, one(asked, name)]));

function anchorValues(anchorOn: Day | null): Record<string, string> {
  if (!anchorOn) return {};
  const [year, month, day] = anchorOn.split('-').map(Number);
  return { 'anchorOn-day': String(day), 'anchorOn-month': String(month), 'anchorOn-year': String(year) };
}

import type { Refusal } from '@/domain/decision';
import { planInspection, type Inspection } from '@/domain/disruption/inspect';
import { planJoining } from '@/domain/disruption/join-late';
import { groupsToJoin, type Place } from '@/domain/disruption/joining';
import { leadsFor, membersOf } from '@/domain/disruption/parts';
import { DISRUPTIONS, type DisruptionKind, type Ground, type Plan } from '@/domain/disruption/plan';
import { planReorganisation, type Reorganisation } from '@/domain/disruption/reorganise';
import { planSwap, type Swap } from '@/domain/disruption/swap-days';
import { planWithdrawal, type Withdrawal } from '@/domain/disruption/withdraw';
import { dayFault, readDay } from '@/domain/day-fields';
import type { Day } from '@/domain/model';
import { scheduleOf } from '@/domain/processes/schedule';

/** What stands in the address. */
export type Asked = Record<string, string | string[] | undefined>;

export type Wanted =
  | { kind: 'inspected'; happened: Inspection }
  | { kind: 'swapped'; happened: Swap }
  | { kind: 'withdrew'; happened: Withdrawal }
  | { kind: 'joined'; happened: Place }
  | { kind: 'reorganised'; happened: Reorganisation };

export interface Read {
  wanted: Wanted | null;
  /** A sentence for each field to mend. */
  errors: Record<string, string>;
}

export const textOf = (asked: Asked, name: string): string => [asked[name]].flat()[0] ?? '';
export const textsOf = (asked: Asked, name: string): string[] => [asked[name]].flat().flatMap((value) => value ?? []);

export function kindAsked(asked: Asked): DisruptionKind | null {
  return DISRUPTIONS.find((kind) => kind === asked.what) ?? null;
}

/** The form has been sent, if only with what is missing in it. */
export const isSent = (asked: Asked): boolean => textOf(asked, 'see') !== '';

export function readAsked(kind: DisruptionKind, asked: Asked, ground: Ground): Read {
  const authorityId = textOf(asked, 'authority');
  const errors: Record<string, string> = authorityId === '' ? { authority: 'Authority: choose which' } : {};
  const happened = READ[kind](asked, ground, errors);
  return { wanted: Object.keys(errors).length === 0 ? ({ kind, happened } as Wanted) : null, errors };
}

export function planWanted(ground: Ground, wanted: Wanted): Plan | Refusal {
  switch (wanted.kind) {
    case 'inspected':
      return planInspection(ground, wanted.happened);
    case 'swapped':
      return planSwap(ground, wanted.happened);
    case 'withdrew':
      return planWithdrawal(ground, wanted.happened);
    case 'joined':
      return planJoining(ground, wanted.happened);
    case 'reorganised':
      return planReorganisation(ground, wanted.happened);
  }
}

type Reader = (asked: Asked, ground: Ground, errors: Record<string, string>) => Wanted['happened'];

const READ: Record<DisruptionKind, Reader> = {
  inspected: (asked, { today }, errors): Inspection => ({
    authorityId: textOf(asked, 'authority'),
    from: dayAsked(asked, 'from', 'First day of the inspection', errors) ?? today,
    on: dayAsked(asked, 'on', 'Goes on from', errors) ?? today,
    leaveOut: textsOf(asked, 'leave'),
  }),
  swapped: (asked, _ground, errors): Swap => {
    if (textOf(asked, 'other') === '') errors.other = 'Changes places with: choose which';
    return { authorityId: textOf(asked, 'authority'), otherId: textOf(asked, 'other') };
  },
  withdrew: (asked): Withdrawal => ({ authorityId: textOf(asked, 'authority'), handing: named(asked, 'take.'), seats: named(asked, 'seat.') }),
  joined: (asked, ground, errors): Place => placeAsked(asked, ground, textOf(asked, 'authority'), '', errors),
  reorganised: (asked, ground, errors): Reorganisation => {
    const successors = textsOf(asked, 'successor');
    if (successors.length < 2) errors.successor = 'In its stead: choose at least two';
    return {
      authorityId: textOf(asked, 'authority'),
      successors: successors.map((id) => placeAsked(asked, ground, id, `.${id}`, errors, textOf(asked, 'authority'))),
      heirId: successors.includes(textOf(asked, 'heir')) ? textOf(asked, 'heir') : (successors[0] ?? ''),
      actionsTo: asked.actions === undefined ? successors.slice(0, 1) : textsOf(asked, 'actions').filter((id) => successors.includes(id)),
    };
  },
};

/** As chosen; until then as its predecessor stood, or where there is room in time. */
function placeAsked(asked: Asked, ground: Ground, authorityId: string, suffix: string, errors: Record<string, string>, predecessorId: string | null = null): Place {
  const before = ground.facts.places.find((place) => place.authorityId === predecessorId);
  const groups = groupsToJoin(ground, authorityId);
  const chosen = (name: string) => textOf(asked, `${name}${suffix}`);
  const groupId = groups.find(({ id }) => id === chosen('group'))?.id ?? groups.find(({ id }) => id === before?.groupId)?.id ?? smallest(ground, groups)?.id ?? '';
  const { waves } = ground.given.template;
  const schedule = scheduleOf(ground.given);
  const wave = waves.find(({ key }) => key === chosen('wave')) ?? waves.find(({ key }) => key === before?.wave) ?? waves.find(({ key }) => schedule.forumDay(key, groupId) >= ground.today) ?? waves[0]!;
  const lead = before?.leadChallengerAuthorityId;
  const keepsLead = lead && leadsFor(ground, { authorityId, groupId }, predecessorId).includes(lead);
  const lookedAt = asked[`lead${suffix}`] !== undefined;
  return {
    authorityId,
    groupId,
    wave: wave.key,
    leadId: lookedAt ? chosen('lead') : keepsLead ? lead : '',
    peers: Object.fromEntries(ground.given.template.roles.flatMap(({ key }) => (asked[`role.${key}${suffix}`] === undefined ? [] : [[key, textsOf(asked, `role.${key}${suffix}`)]]))),
    ownDay: isBlank(asked, `ownDay${suffix}`) ? null : dayAsked(asked, `ownDay${suffix}`, 'Its own day', errors),
    leaveOut: textsOf(asked, `leave${suffix}`),
  };
}

function smallest(ground: Ground, groups: readonly { id: string; name: string }[]): { id: string } | undefined {
  return groups.toSorted((a, b) => membersOf(ground, a.id).length - membersOf(ground, b.id).length)[0];
}

const parts = (asked: Asked, name: string) => ['day', 'month', 'year'].map((part) => textOf(asked, `${name}-${part}`)) as [string, string, string];
const isBlank = (asked: Asked, name: string) => parts(asked, name).join('') === '';

function dayAsked(asked: Asked, name: string, label: string, errors: Record<string, string>): Day | null {
  const day = readDay(...parts(asked, name));
  if (!day) errors[name] = dayFault(label, parts(asked, name));
  return day;
}

/** Fields whose name begins so, by the rest of the name. */
function named(asked: Asked, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.keys(asked).filter((name) => name.startsWith(prefix)).map((name) => [name.slice(prefix.length), textOf(asked, name)]));
}

/** The address again, without what came back to it. */
export function queryOf(asked: Asked): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (name !== 'return') for (const one of [value].flat()) if (one !== undefined) query.append(name, one);
  return query.toString();
}

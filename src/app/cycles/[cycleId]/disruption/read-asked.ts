import type { Refusal } from '@/domain/decision';
import { planInspection, type Inspection } from '@/domain/disruption/inspect';
import { planJoining } from '@/domain/disruption/join-late';
import { groupsToJoin, whoMayJoin, type Place } from '@/domain/disruption/joining';
import { withEntered } from '@/domain/disruption/new-authorities';
import { leadsFor, membersOf } from '@/domain/disruption/parts';
import { DISRUPTIONS, type DisruptionKind, type Ground, type Plan } from '@/domain/disruption/plan';
import { planReorganisation, type Reorganisation } from '@/domain/disruption/reorganise';
import { planSwap, type Swap } from '@/domain/disruption/swap-days';
import { planWithdrawal, type Withdrawal } from '@/domain/disruption/withdraw';
import { dayFault, readDay } from '@/domain/day-fields';
import type { Day } from '@/domain/model';
import { storableText } from '@/domain/form';
import { scheduleOf } from '@/domain/processes/schedule';
import type { NewAuthority } from '@/domain/register';
import { isUuid } from '@/server/not-found';

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
    const entered = enteredAsked(asked, ground, errors);
    const successors = [...new Set([...textsOf(asked, 'successor'), ...entered.map(({ id }) => id)])];
    if (successors.length < 2) errors[whoMayJoin(ground).length > 0 ? 'successor' : fieldsOfNew(entered.length + 1).name] ??= 'In its stead: choose or enter at least two';
    return {
      authorityId: textOf(asked, 'authority'),
      successors: successors.map((id) => placeAsked(asked, ground, id, `.${id}`, errors, textOf(asked, 'authority'))),
      heirId: successors.includes(textOf(asked, 'heir')) ? textOf(asked, 'heir') : (successors[0] ?? ''),
      actionsTo: asked.actions === undefined ? successors.slice(0, 1) : textsOf(asked, 'actions').filter((id) => successors.includes(id)),
      entered,
    };
  },
};

/** The fields of the nth authority that is not in the list: its id is made with the empty form, so that the same one is shown and confirmed. */
export function fieldsOfNew(nth: number): Record<'id' | 'name' | 'kind' | 'startsOn', string> {
  return { id: `new.${nth}.id`, name: `new.${nth}.name`, kind: `new.${nth}.kind`, startsOn: `new.${nth}.startsOn` };
}

const MOST_NEW = 6;

/** Empty forms for those that are not in the list: two, and one more than are filled in. */
export function newAsked(asked: Asked): number[] {
  const filled = Array.from({ length: MOST_NEW }, (_, index) => index + 1).filter((nth) => isFilledIn(asked, nth));
  return Array.from({ length: Math.min(MOST_NEW, Math.max(2, (filled.at(-1) ?? 0) + 1)) }, (_, index) => index + 1);
}

export function isFilledIn(asked: Asked, nth: number): boolean {
  const { name, kind, startsOn } = fieldsOfNew(nth);
  return textOf(asked, name).trim() !== '' || textOf(asked, kind) !== '' || !isBlank(asked, startsOn);
}

function enteredAsked(asked: Asked, ground: Ground, errors: Record<string, string>): NewAuthority[] {
  return newAsked(asked)
    .filter((nth) => isFilledIn(asked, nth))
    .map((nth): NewAuthority => {
      const fields = fieldsOfNew(nth);
      const name = storableText(textOf(asked, fields.name)).trim().replaceAll(/\s+/g, ' ');
      const kind = ground.kinds.find((one) => one === textOf(asked, fields.kind));
      const id = textOf(asked, fields.id);
      if (name === '') errors[fields.name] = 'Name: write what people call the new authority';
      if (!kind) errors[fields.kind] = `Kind: choose what kind of authority ${name || 'it'} is`;
      return { id: isUuid(id) ? id : ground.newId(), name, kind: kind ?? '', startsOn: dayAsked(asked, fields.startsOn, name === '' ? 'First day' : `First day of ${name}`, errors) ?? ground.today };
    });
}

/** With the authorities that have been entered, for what is said of them. */
export function groundOf(ground: Ground, wanted: Wanted | null): Ground {
  return wanted?.kind === 'reorganised' ? withEntered(ground, wanted.happened.entered ?? []) : ground;
}

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

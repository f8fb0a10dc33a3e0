// The fields of the form for a new cycle, which is an address: an authority stands there by its short code, so that the address of a
// cycle with every authority of the largest region keeps well below what servers take.
import type { AtField } from '@/domain/processes/opening-faults';
import type { RoleDefinition } from '@/domain/processes/template';

export type Asked = Record<string, string | string[] | undefined>;

/** Of the authorities that take part, and of those that lead their set: the codes of all. */
export const TAKES_PART = 'in';
export const LEADS_SET = 'head';

export const fieldOf = {
  wave: (code: string) => `wave-${code}`,
  set: (code: string) => `set-${code}`,
  lead: (code: string) => `lead-${code}`,
  /** The nth authority that has a role there, from 1. */
  peer: (role: string, number: number, code: string) => `as-${role}-${number}-${code}`,
};

/** Of one box among several with one name. */
export const boxId = (name: string, code: string) => `${name}-${code}`;

export const one = (asked: Asked, name: string): string => {
  const value = asked[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
};

export const all = (asked: Asked, name: string): string[] => {
  const value = asked[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
};

/** The address of a form as Next gives it to a page. */
export function askedIn(query: URLSearchParams): Asked {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

export function queryOf(asked: Asked): string {
  return new URLSearchParams(Object.keys(asked).flatMap((name) => all(asked, name).map((value) => [name, value]))).toString();
}

/** At most so many peers of a role can be chosen for an authority: as many as are due, and as many as there are. */
export function placesFor({ each }: Pick<RoleDefinition, 'each'>, chosen: number): number {
  return Math.max(each, chosen);
}

interface Where {
  codeOf: (authorityId: string) => string;
  /** A member of the set, at which it can be mended. */
  firstOf: (setKey: string) => string;
  /** The nth of those who have the role there. */
  numberOf: (at: Extract<AtField, { field: 'peer' }>) => number;
  isBySet: (role: string) => boolean;
}

/** The field at which a fault is to be mended. */
export function fieldAt(at: AtField, { codeOf, firstOf, numberOf, isBySet }: Where): string {
  switch (at.field) {
    case 'process':
      return 'template';
    case 'name':
    case 'anchorOn':
      return at.field;
    case 'places':
      return TAKES_PART;
    case 'takes-part':
      return boxId(TAKES_PART, codeOf(at.authorityId));
    case 'group':
      return fieldOf.set(codeOf(at.authorityId));
    case 'wave':
      return fieldOf.wave(codeOf(at.authorityId));
    case 'lead':
      return fieldOf.lead(codeOf(at.authorityId));
    case 'set':
      return fieldOf.set(codeOf(firstOf(at.key)));
    case 'peer':
      return isBySet(at.role) ? fieldOf.set(codeOf(at.hostId)) : fieldOf.peer(at.role, numberOf(at), codeOf(at.hostId));
  }
}

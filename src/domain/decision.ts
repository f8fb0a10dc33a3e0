// A change is decided before it is made, and never silently: decide() alone can make an Accepted, and a save takes nothing else.
import type { DomainEvent } from './events';
import type { Actor } from './model';
import { permits, type Permission, type Subject } from './permissions';

/** A code for tests, a sentence for people. */
export interface Refusal {
  refused: string;
  because: string;
}

export interface Outcome<Change> {
  change: Change;
  events: readonly [DomainEvent, ...DomainEvent[]];
}

declare const permitted: unique symbol;
export type Accepted<Change> = Outcome<Change> & { readonly [permitted]: Permission };
export type Decision<Change> = Accepted<Change> | Refusal;

export function refuse(refused: string, because: string): Refusal {
  return { refused, because };
}

export function isRefusal(decision: object): decision is Refusal {
  return 'refused' in decision;
}

/** May this person ever (the permission)? Then: may they now (the rule)? */
export function decide<Change>(
  actor: Actor,
  permission: Permission,
  subject: Subject,
  rule: () => Outcome<Change> | Refusal,
): Decision<Change> {
  if (!actor.as || !permits(permission, actor.as, subject)) {
    return refuse('not-permitted', 'This is not for the post in which you act.');
  }
  return rule() as Decision<Change>;
}

/** What the product does by itself, for nobody in particular: the rule alone decides. */
export function decideUnasked<Change>(rule: () => Outcome<Change> | Refusal): Decision<Change> {
  return rule() as Decision<Change>;
}

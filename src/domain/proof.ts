// Whoever signs has shown who they are within the last minutes: an open session that somebody else found or took cannot sign
// (docs/decisions/0009). Signing in counts, and so does a code from one's own mail, typed just before.
import { refuse, type Refusal } from './decision';
import type { Actor, Proof } from './model';

/** The sentence why they must confirm who they are first; null when they have just done so. */
export function unproved(actor: Pick<Actor, 'proof'>, now: Date): Refusal | null {
  if (actor.proof && now < actor.proof.freshUntil) return null;
  return refuse('confirm-first', 'Confirm that it is you: it is a while since you signed in. Then send it again.');
}

/** "signed in by the mailed link" */
export const PROOF_WORDS: Record<Proof['by'], string> = {
  link: 'signed in by the link in their mail',
  code: 'typed the code from their mail',
  demonstration: 'pressed their name in the demonstration',
};

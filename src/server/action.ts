import { notFound, redirect } from 'next/navigation';
import type { ZodType } from 'zod';
import { isRefusal, type Accepted, type Refusal } from '@/domain/decision';
import { storableText } from '@/domain/form';
import { actingAs, type Actor } from '@/domain/model';
import { keepFormReturn } from './form-return';
import { isMissing } from './not-found';
import { currentActor, lapsedPersonId } from './session';
import { personOf } from './writer-token';

interface Act<Input, Change> {
  /** The page that holds the form; it reads `?return=`. */
  back: string;
  input: ZodType<Input>;
  use: (actor: Actor, input: Input, at: Date) => Promise<Accepted<Change> | Refusal>;
  /** Where to go when it is done, and the sentence that confirms it. */
  done: (accepted: Accepted<Change>, input: Input) => { to: string; notice: string };
}

/**
 * One form, one use case: reads the actor (acting in the post that the hidden field `as` names), checks the input at its fields,
 * runs the use case, and goes on. Bad input and refusals go back to the page with what was typed. Works without script.
 */
export async function act<Input, Change>(form: FormData, { back, input, use, done }: Act<Input, Change>): Promise<never> {
  const actor = await actorOf(form, back);
  const typed = valuesOf(form);
  const parsed = input.safeParse(typed);
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const issue of parsed.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message;
    return redirect(withReturn(back, await keepFormReturn(actor.personId, { values: textsOf(typed), errors })));
  }
  const outcome = await use(actor, parsed.data, new Date()).catch((error: unknown) => {
    if (isMissing(error)) notFound();
    throw error;
  });
  if (isRefusal(outcome)) {
    return redirect(withReturn(back, await keepFormReturn(actor.personId, { values: textsOf(typed), refusal: outcome.because })));
  }
  const { to, notice } = done(outcome, parsed.data);
  return redirect(withReturn(to, await keepFormReturn(actor.personId, { notice })));
}

/**
 * The signed-in person in the post that the form names; a post that is not theirs falls back to none of its rights.
 * When the session has ended meanwhile, the words come back to the same person once they have signed in again.
 */
export async function actorOf(form: FormData, back: string): Promise<Actor> {
  const actor = await currentActor();
  const writer = personOf(form.get('writer'));
  const isTheirs = actor !== null && (writer === null || writer === actor.personId);
  if (!isTheirs) return redirect(`/sign-in?next=${encodeURIComponent(await keptForLater(form, back, writer ?? (await lapsedPersonId())))}`);
  const as = form.get('as');
  if (typeof as !== 'string' || as === '') return actor;
  return actingAs(actor, as) ?? { ...actor, as: null };
}

/** Kept under an id for the person for whom the page was made, or whose session it was; nobody else is shown it. */
async function keptForLater(form: FormData, back: string, personId: string | null): Promise<string> {
  if (!personId) return back;
  const refusal = 'Your session had ended, so nothing was sent. What you typed is here: send it again.';
  return withReturn(back, await keepFormReturn(personId, { values: textsOf(valuesOf(form)), refusal }));
}

/** Every field of the form: one value, or a list where it stands more than once; files stay files. */
export function valuesOf(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION') || key === 'writer') continue;
    const all = form.getAll(key).map((value) => (typeof value === 'string' ? storableText(value) : value));
    values[key] = all.length > 1 ? all : all[0];
  }
  return values;
}

function textsOf(values: Record<string, unknown>): Record<string, string | string[]> {
  const texts: Record<string, string | string[]> = {};
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'string') texts[key] = value;
    else if (Array.isArray(value)) texts[key] = value.filter((item): item is string => typeof item === 'string');
  }
  return texts;
}

export function withReturn(path: string, id: string): string {
  const [before, hash] = path.split('#');
  return `${before}${before!.includes('?') ? '&' : '?'}return=${id}${hash ? `#${hash}` : ''}`;
}

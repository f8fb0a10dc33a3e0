import { z } from 'zod';
import { isRefusal, type Accepted, type Refusal } from '@/domain/decision';
import { storableText } from '@/domain/form';
import { actingAs, type Actor } from '@/domain/model';
import { mayIdentify, warningOf } from '@/domain/privacy';
import { NotFound } from '@/server/not-found';
import { comeHere, leave } from '@/server/presence/store';
import { isSameOrigin } from '@/server/same-origin';
import { currentActor } from '@/server/session';
import type { AutosaveAnswer, Here } from './pen';

const bySection = <Value extends z.ZodType>(value: Value) => z.record(z.string().max(100), value);
const words = z.record(z.string().max(200), z.string().max(100_000).overwrite(storableText));
const body = z.object({ saveId: z.uuid(), person: z.string(), as: z.string().nullish(), base: bySection(z.int32().min(0)), beside: bySection(z.uuid()).default({}), typed: words, from: words.default({}) });
export type SentDraft = z.infer<typeof body>;

/** What a route makes of a save; `present`, `savedAt` and the warnings are the same for all. */
export type DraftAnswer = Omit<AutosaveAnswer, 'present' | 'savedAt' | 'warnings'>;

const MOST = 2_000_000;

interface Draft {
  /** Where the writers of the same words meet. */
  place: (sent: SentDraft, actor: Actor) => string;
  save: (actor: Actor, sent: SentDraft, at: Date) => Promise<Accepted<DraftAnswer> | DraftAnswer | Refusal>;
}

/** Takes what a writer has typed so far. A page of this product sends it; nothing else may. */
export async function takeDraft(request: Request, { place, save }: Draft): Promise<Response> {
  if (!isSameOrigin(request.headers) || !request.headers.get('content-type')?.startsWith('application/json')) return says(403, 'This did not come from a page of Critical Friend.');
  const signedIn = await currentActor();
  if (!signedIn) return says(401, 'You were signed out.');
  const text = await request.text();
  if (text.length > MOST) return says(413, 'This is too long to be saved.');
  const sent = body.safeParse(parsed(text));
  if (!sent.success) return says(400, 'This could not be read.');
  // Someone else has signed in on this device since the page was opened: the words are not theirs.
  if (sent.data.person !== signedIn.personId) return says(401, `${signedIn.name} has signed in here since. Nothing is saved in their name.`);
  const now = new Date();
  const actor = inPost(signedIn, sent.data.as);
  const found = await orResponse(() => save(actor, sent.data, now));
  if (found instanceof Response) return found;
  if (isRefusal(found)) return says(409, found.because);
  const draft = 'change' in found ? found.change : found;
  const present = await comeHere(place(sent.data, actor), signedIn.personId, { wrote: true }, now);
  return json({ ...draft, savedAt: now.getTime(), warnings: mayIdentify(Object.values(sent.data.typed).join('\n')).map(warningOf), present } satisfies AutosaveAnswer);
}

interface Presence {
  /** Where they write, and the versions of the sections there; NotFound for whoever may not write them. */
  here: (actor: Actor, at: Date) => Promise<{ place: string; versions: Record<string, number> }>;
}

/** Says who else is here, and whether anything was saved meanwhile, to those who write here. */
export async function tellWhoIsHere({ here }: Presence): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return says(401, 'You were signed out.');
  const now = new Date();
  const found = await orResponse(() => here(actor, now));
  if (found instanceof Response) return found;
  return json({ versions: found.versions, present: await comeHere(found.place, actor.personId, { wrote: false }, now) } satisfies Here);
}

/** The page was closed. */
export async function sayGoodbye(request: Request, place: (actor: Actor) => string): Promise<Response> {
  if (!isSameOrigin(request.headers)) return says(403, 'This did not come from a page of Critical Friend.');
  const actor = await currentActor();
  if (actor) await leave(place(actor), actor.personId);
  return new Response(null, { status: 204 });
}

const inPost = (actor: Actor, as: string | null | undefined) => (as ? (actingAs(actor, as) ?? { ...actor, as: null }) : actor);

async function orResponse<Found>(work: () => Promise<Found>): Promise<Found | Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound) return says(404, 'There is nothing here that you can open.');
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const json = (words: object) => Response.json(words, { headers: { 'cache-control': 'no-store' } });
const says = (status: number, because: string) => Response.json({ because }, { status, headers: { 'cache-control': 'no-store' } });

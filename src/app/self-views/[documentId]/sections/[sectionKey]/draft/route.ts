import { z } from 'zod';
import type { AutosaveAnswer } from '@/app/autosave-form';
import { isRefusal } from '@/domain/decision';
import { storableText } from '@/domain/form';
import { actingAs } from '@/domain/model';
import { mayIdentify, warningOf } from '@/domain/privacy';
import { NotFound } from '@/server/not-found';
import { isSameOrigin } from '@/server/same-origin';
import { saveDraft } from '@/server/self-views/save-draft';
import { whatOthersWrote } from '@/domain/self-views/what-others-wrote';
import { currentActor } from '@/server/session';

const body = z.object({ baseVersion: z.int32().min(1), as: z.string().nullish(), typed: z.record(z.string().max(200), z.string().max(100_000).overwrite(storableText)) });
const MOST = 2_000_000;

/** Takes what a writer has typed so far. A page of this product sends it; nothing else may. */
export async function PUT(request: Request, { params }: { params: Promise<{ documentId: string; sectionKey: string }> }): Promise<Response> {
  const { documentId, sectionKey } = await params;
  if (!isSameOrigin(request.headers) || !request.headers.get('content-type')?.startsWith('application/json')) return says(403, 'This did not come from a page of Critical Friend.');
  const signedIn = await currentActor();
  if (!signedIn) return says(401, 'You are signed out: sign in again in another window, and they are saved.');
  const text = await request.text();
  const sent = body.safeParse(text.length > MOST ? null : parsed(text));
  if (!sent.success) return says(400, 'This could not be read.');
  const { baseVersion, as, typed } = sent.data;
  const actor = as ? (actingAs(signedIn, as) ?? { ...signedIn, as: null }) : signedIn;
  try {
    const now = new Date();
    const saved = await saveDraft(actor, { documentId, sectionKey, baseVersion, typed }, now);
    if (isRefusal(saved)) {
      if (saved.refused !== 'unchanged') return says(409, saved.because);
      return answer({ version: baseVersion, savedAt: now.getTime(), values: {}, more: false, beside: null, errors: {}, warnings: warningsIn(typed) });
    }
    const { version, besideId, errors, fields, stands } = saved.change;
    const others = whatOthersWrote(fields, stands, typed, errors);
    return answer({ version, savedAt: now.getTime(), ...others, beside: besideId && `/self-views/${documentId}/sections/${sectionKey}/beside/${besideId}`, errors, warnings: warningsIn(typed) });
  } catch (error) {
    if (error instanceof NotFound) return says(404, 'There is nothing here that you can open.');
    throw error;
  }
}

const warningsIn = (typed: Record<string, string>) => mayIdentify(Object.values(typed).join('\n')).map(warningOf);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const answer = (words: AutosaveAnswer) => Response.json(words, { headers: { 'cache-control': 'no-store' } });
const says = (status: number, because: string) => Response.json({ because }, { status, headers: { 'cache-control': 'no-store' } });

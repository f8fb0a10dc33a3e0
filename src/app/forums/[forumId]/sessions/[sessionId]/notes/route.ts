import { isRefusal } from '@/domain/decision';
import type { ItemResult } from '@/domain/forums/note-lines';
import { sending, sentItem } from '@/domain/forums/sent-items';
import { actingAs, type Actor } from '@/domain/model';
import { loadNotes } from '@/server/forums/sessions/load';
import { NotFound } from '@/server/not-found';
import { currentActor } from '@/server/session';
import { saveItem } from '../save-item';

interface At {
  params: Promise<{ forumId: string; sessionId: string }>;
}

const MOST = 1_000_000;

/** What is new since `?after=` (an instant); 304 when nothing is. */
export async function GET(request: Request, { params }: At): Promise<Response> {
  const { sessionId } = await params;
  return answered(async (actor) => {
    const typed = new URL(request.url).searchParams.get('after');
    const after = typed && !Number.isNaN(Date.parse(typed)) ? new Date(typed) : null;
    const at = new Date();
    const { tag, lines } = await loadNotes(actor, sessionId, after, at);
    const headers = { etag: `"${tag}"`, 'cache-control': 'private, no-cache' };
    if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
    return Response.json({ readAt: at.toISOString(), lines }, { headers });
  });
}

/** Takes what a device has kept, one by one; the same thing sent twice is taken once. */
export async function POST(request: Request, { params }: At): Promise<Response> {
  const { sessionId } = await params;
  if (!isOwn(request)) return new Response(null, { status: 403 });
  return answered(async (actor) => {
    const body = await request.text();
    const sent = body.length > MOST ? null : sending.safeParse(parsed(body));
    if (!sent?.success) return new Response(null, { status: 400 });
    const as = sent.data.as ? (actingAs(actor, sent.data.as) ?? { ...actor, as: null }) : actor;
    const results: ItemResult[] = [];
    for (const item of sent.data.items) results.push(await save(as, sessionId, item));
    return Response.json({ results });
  });
}

async function save(actor: Actor, sessionId: string, sent: { id: string; type: ItemResult['type'] }): Promise<ItemResult> {
  const { id, type } = sent;
  const item = sentItem.safeParse(sent);
  if (!item.success) return { id, type, kept: false, refused: 'unreadable', because: item.error.issues[0]?.message ?? 'This could not be read.' };
  const decision = await saveItem(actor, sessionId, item.data, new Date());
  if (!isRefusal(decision) || decision.refused === 'already-kept') return { id, type, kept: true };
  return { id, type, kept: false, refused: decision.refused, because: decision.because };
}

async function answered(work: (actor: Actor) => Promise<Response>): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  try {
    return await work(actor);
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}

/** JSON from a page of this very address: no form elsewhere can send it. */
function isOwn(request: Request): boolean {
  const origin = request.headers.get('origin');
  const hosts = ['host', 'x-forwarded-host'].map((name) => request.headers.get(name));
  return request.headers.get('content-type')?.startsWith('application/json') === true && (origin === null || hosts.includes(origin.replace(/^https?:\/\//, '')));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

import { readiness } from '@/server/readiness';

export const dynamic = 'force-dynamic';

/** The database is reachable and migrated; 503 until it is. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  const body = state.ready ? { status: 'ready' } : { status: 'not ready', because: state.because };
  return Response.json(body, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}

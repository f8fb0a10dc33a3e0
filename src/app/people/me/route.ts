import { requireActor } from '@/server/session';

/** One's own page, by an address that is the same for everyone. */
export async function GET(): Promise<Response> {
  const actor = await requireActor('/people/me');
  return new Response(null, { status: 303, headers: { location: `/people/${actor.personId}`, 'cache-control': 'no-store' } });
}

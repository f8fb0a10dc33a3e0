import type { NextAuthOptions } from 'next-auth';
import { loadActor } from '../actor/load';
import { env } from '../env';
import { cookieOptions, SESSION_COOKIE } from '../session';
import { claimsFor, sessionOf, SESSION_SECONDS } from '../session-token';
import { endSessions } from './end-sessions';

/** next-auth's own addresses, on the same cookie and by the same rules as our pages: a session that is over for us is over for it. */
export function nextAuthOptions(): NextAuthOptions {
  return {
    providers: [],
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: { sessionToken: { name: SESSION_COOKIE, options: cookieOptions() } },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    callbacks: {
      async jwt({ token }) {
        const session = sessionOf(token, new Date());
        const actor = session && (await loadActor(session.personId, session.begunAt, null, new Date()));
        if (!session || !actor) throw new SessionOver();
        return { ...claimsFor(session), name: actor.name };
      },
      session: ({ session, token }) => ({ ...session, user: { name: token.name } }),
    },
    events: {
      async signOut({ token }) {
        const session = token ? sessionOf(token, new Date()) : null;
        if (session) await endSessions(session.personId, new Date());
      },
    },
    logger: {
      error(code, metadata) {
        if (code !== 'JWT_SESSION_ERROR') console.error(code, metadata);
      },
    },
  };
}

class SessionOver extends Error {}

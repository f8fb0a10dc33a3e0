import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askForMessage, enterCode, enterDemonstration, followLink } from '@/app/sign-in/actions';
import { db } from '@/server/db';
import { readFormReturn } from '@/server/form-return';
import { castPeople, type Role } from '../../support/cast';
import { linkAndCode, openMailbox } from './mailbox';

// What a browser, or anyone who posts to the same address, can reach: the forms' own actions, with the cookies they set.

interface SetCookie {
  value: string;
  options: Record<string, unknown>;
}
const { jar, afterwards } = vi.hoisted(() => ({ jar: new Map<string, SetCookie>(), afterwards: [] as (() => Promise<void>)[] }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) => jar.set(name, { value, options }),
    delete: (name: string) => jar.delete(name),
  }),
}));
vi.mock('next/server', () => ({ after: (work: () => Promise<void>) => afterwards.push(work) }));

const SESSION = 'critical-friend.session';
let people: Record<Role, string>;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;

beforeAll(async () => {
  mailbox = await openMailbox();
  Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for these tests alone', NEXTAUTH_URL: 'https://friend.example', SMTP_URL: mailbox.url });
  people = await castPeople();
  await db.person.update({ where: { id: people.wiganDcs }, data: { demoHint: 'DCS, Wigan' } });
  return mailbox.close;
});

beforeEach(() => {
  delete process.env.DEMO;
  jar.clear();
  afterwards.length = 0;
});

const form = (values: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
};

/** Where the action leads: an address, or "404". */
async function outcome(action: Promise<never>): Promise<string> {
  const error = (await action.catch((thrown: unknown) => thrown)) as { digest?: string };
  const parts = String(error.digest).split(';');
  if (parts[0] === 'NEXT_REDIRECT') return parts.slice(2, -2).join(';');
  if (parts[0] === 'NEXT_HTTP_ERROR_FALLBACK') return parts[1]!;
  throw error;
}

const returnedAt = (path: string) => readFormReturn(null, new URL(path, 'http://x').searchParams.get('return') ?? undefined);

describe('asking for a message', () => {
  it('leads to the same page whether or not the address is known, and nothing is sent before that', async () => {
    const known = await outcome(askForMessage(form({ email: 'wiganad@cast.example', next: '/people/me' })));
    const sentLater = afterwards.length;
    const unknown = await outcome(askForMessage(form({ email: 'wiganzz@cast.example', next: '/people/me' })));
    const shape = async (path: string) => ({ path: path.replace(/return=.*/, ''), values: Object.keys((await returnedAt(path))!.values).sort(), rest: { ...(await returnedAt(path)), values: null } });
    expect(await shape(unknown)).toEqual(await shape(known));
    expect([sentLater, afterwards.length, mailbox.arrived.length]).toEqual([1, 1, 0]);
    await Promise.all(afterwards.map((work) => work()));
    expect(mailbox.arrived.map((mail) => linkAndCode(mail).next)).toEqual(['/people/me']);
  });

  it('comes back to the field when it is no address, keeping what was typed', async () => {
    const back = await outcome(askForMessage(form({ email: 'wigan', next: '/people/me' })));
    expect(back).toMatch(/^\/sign-in\?next=%2Fpeople%2Fme&return=/);
    expect(await returnedAt(back)).toEqual({ values: { email: 'wigan' }, errors: { email: 'Write the whole address, as in name@council.gov.uk.' } });
  });
});

describe('the session cookie', () => {
  it('is set by the code: for the browser alone, not for scripts or other sites, and only over https', async () => {
    const code = await outcome(askForMessage(form({ email: 'haltonad@cast.example', next: '/people/me' })));
    await afterwards.at(-1)!();
    const { values } = (await returnedAt(code))!;
    const typed = { request: String(values.request), email: String(values.email), next: '/people/me', code: linkAndCode(mailbox.arrived.at(-1)!).code };
    expect(await outcome(enterCode(form(typed)))).toBe('/people/me');
    expect(jar.get(SESSION)?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
    jar.clear();
    expect(await outcome(enterCode(form(typed)))).toMatch(/^\/sign-in\/code\?return=/);
    expect(jar.size).toBe(0);
  });

  it('is set by the link’s button, which never leads to another site', async () => {
    await outcome(askForMessage(form({ email: 'haltondcs@cast.example', next: '/' })));
    await afterwards.at(-1)!();
    const { token } = linkAndCode(mailbox.arrived.at(-1)!);
    expect(await outcome(followLink(form({ token, next: 'https://elsewhere.example' })))).toBe('/my-work');
    expect(jar.has(SESSION)).toBe(true);
    jar.clear();
    expect(await outcome(followLink(form({ token, next: '/' })))).toBe('/sign-in/link');
    expect(jar.size).toBe(0);
  });
});

describe('the demonstration’s one press', () => {
  it('signs in there', async () => {
    process.env.DEMO = '1';
    expect(await outcome(enterDemonstration(form({ person: people.wiganDcs, next: '/cycle' })))).toBe('/cycle');
    expect(jar.has(SESSION)).toBe(true);
  });

  it('is nothing anywhere else, however it is posted', async () => {
    for (const person of [people.wiganDcs, people.coordinator, 'nonsense', '']) expect(await outcome(enterDemonstration(form({ person, next: '/cycle' }))), person).toBe('404');
    expect(jar.size).toBe(0);
  });

  it('does not take anyone who is not one of the demonstration’s people', async () => {
    process.env.DEMO = '1';
    expect(await outcome(enterDemonstration(form({ person: people.coordinator, next: '/cycle' })))).toBe('404');
    expect(jar.size).toBe(0);
  });
});

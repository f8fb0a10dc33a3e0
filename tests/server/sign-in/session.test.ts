import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/server/actor/load';
import { localPath } from '@/server/local-path';
import { issueToken, ownerOfToken, readToken } from '@/server/session-token';
import { endSessions } from '@/server/sign-in/end-sessions';
import { castPeople, type Role } from '../../support/cast';

const secret = 'a secret for these tests alone';
let people: Record<Role, string>;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = secret;
  people = await castPeople();
});

describe('a session', () => {
  const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000);

  it('says who and since when, for twelve hours', async () => {
    const begunAt = new Date();
    const token = await issueToken({ personId: people.wiganDcs, begunAt });
    expect(await readToken(token, begunAt)).toEqual({ personId: people.wiganDcs, begunAt });
    expect(await readToken(token, hours(begunAt, 12))).toEqual({ personId: people.wiganDcs, begunAt });
    expect(await readToken(token, hours(begunAt, 12.01))).toBeNull();
  });

  it('that is too old still says whose words came with it, and no more', async () => {
    const token = await issueToken({ personId: people.wiganDcs, begunAt: hours(new Date(), -13) });
    expect(await readToken(token, new Date())).toBeNull();
    expect(await ownerOfToken(token)).toBe(people.wiganDcs);
    expect(await ownerOfToken('nonsense')).toBeNull();
  });

  it('cannot be made up, spoilt or made with another secret', async () => {
    const now = new Date();
    const token = await issueToken({ personId: people.wiganDcs, begunAt: now });
    expect(await readToken(`${token.slice(0, -2)}xx`, now)).toBeNull();
    expect(await readToken('nonsense', now)).toBeNull();
    const forged = await encode({ token: { sub: people.coordinator, begunAt: now.getTime() }, secret: 'another secret altogether' });
    expect(await readToken(forged, now)).toBeNull();
    const foreign = await encode({ token: { sub: people.coordinator }, secret });
    expect(await readToken(foreign, now)).toBeNull();
  });

  it('is over for all that were begun before signing out, and for none begun after', async () => {
    const out = new Date('2017-10-02T12:00:00.500Z');
    await endSessions(people.haltonDcs, out);
    const load = (begunAt: Date) => loadActor(people.haltonDcs, begunAt, null, new Date('2017-10-02T12:00:01Z'));
    expect(await load(new Date('2017-10-02T12:00:00.499Z'))).toBeNull();
    expect((await load(new Date('2017-10-02T12:00:00.501Z')))?.name).toBe('Halton Director');
  });
});

describe('the page to go on to', () => {
  it.each(['/documents/7', '/cycle?group=trafford#late', '/people/a%2Fb'])('may be %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example',
    '/..//elsewhere.example/',
    'javascript:alert(1)',
    'my-work',
    '',
    undefined,
    ['/my-work', '/people'],
    '/sign-in?next=/sign-in',
    '/sign-out',
    '/acting',
    '/api/auth/signout',
    `/${'a'.repeat(3000)}`,
  ])('is My work instead of %j', (path) => {
    expect(localPath(path)).toBe('/my-work');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { deliverMessage } from '@/server/sign-in/deliver-message';
import { loadDemonstrationPeople, loadLink } from '@/server/sign-in/load';
import { requestSignIn } from '@/server/sign-in/request-sign-in';
import { codeTyped } from '@/server/sign-in/secrets';
import { signInByCode } from '@/server/sign-in/sign-in-by-code';
import { signInByLink } from '@/server/sign-in/sign-in-by-link';
import { signInToDemonstration } from '@/server/sign-in/sign-in-to-demonstration';
import { castPeople, type Role } from '../../support/cast';
import { linkAndCode, openMailbox } from './mailbox';

const START = new Date('2017-10-02T09:00:00Z');
const EMAIL = 'wiganleadmember@cast.example';
let people: Record<Role, string>;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;

const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

beforeAll(async () => {
  mailbox = await openMailbox();
  Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for these tests alone', NEXTAUTH_URL: 'https://friend.example', SMTP_URL: mailbox.url });
  people = await castPeople();
});
afterAll(() => mailbox.close());

beforeEach(async () => {
  delete process.env.DEMO;
  mailbox.arrived.length = 0;
  await db.signInRequest.deleteMany();
  await db.outboxMessage.deleteMany();
});

async function messageFor(email: string, { next = '/my-work', at = START } = {}) {
  const { requestId, message } = await requestSignIn({ email, next }, at);
  if (message) await deliverMessage(message, at);
  const mail = mailbox.arrived.at(-1)!;
  return { requestId, mail, ...linkAndCode(mail) };
}

describe('the message', () => {
  it('arrives at the address by SMTP, with one link and one code', async () => {
    const { mail, token, code } = await messageFor(' WiganLeadMember@Cast.example ');
    expect(mailbox.arrived).toHaveLength(1);
    expect(mail.to).toMatchObject({ text: EMAIL });
    expect(mail.subject).toBe('Your link to sign in to Critical Friend');
    expect(mail.text).toContain(`https://friend.example/sign-in/link?token=${token}`);
    expect(token).toHaveLength(43);
    expect(codeTyped(code)).toHaveLength(8);
  });

  it('does not go to an address that nobody has, and the answer does not tell', async () => {
    const known = await requestSignIn({ email: EMAIL, next: '/my-work' }, START);
    const unknown = await requestSignIn({ email: 'nobody@elsewhere.example', next: '/my-work' }, START);
    expect(Object.keys(unknown)).toEqual(Object.keys(known));
    expect(unknown.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(unknown.message).toBeNull();
    const rows = await db.signInRequest.findMany({ orderBy: { email: 'asc' } });
    expect(rows.map((row) => row.email)).toEqual(['nobody@elsewhere.example', EMAIL]);
  });

  it('holds what the database does not: token and code are kept as hashes', async () => {
    const { token, code } = await messageFor(EMAIL);
    const kept = JSON.stringify(await db.signInRequest.findMany());
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(codeTyped(code));
    expect(await db.outboxMessage.count()).toBe(0);
  });

  it('takes the person back to the page they wanted, if it is one of ours', async () => {
    expect((await messageFor(EMAIL, { next: '/documents/7?from=mail' })).next).toBe('/documents/7?from=mail');
    expect((await messageFor(EMAIL, { next: 'https://elsewhere.example/' })).next).toBeNull();
  });

  it('is kept in the demonstration’s outbox, for the person alone', async () => {
    process.env.DEMO = '1';
    const { requestId } = await messageFor(EMAIL);
    const [kept] = await db.outboxMessage.findMany();
    expect(kept).toMatchObject({ key: `sign-in:${requestId}`, personId: people.wiganLeadMember, email: EMAIL, sentAt: START });
  });
});

describe('the link', () => {
  it('signs in once', async () => {
    const { token } = await messageFor(EMAIL);
    expect(await signInByLink({ token }, later(14))).toEqual({ personId: people.wiganLeadMember, begunAt: later(14), proved: { by: 'link', at: later(14) } });
    expect(await signInByLink({ token }, later(14))).toMatchObject({ refused: 'link-over' });
  });

  it('is not used up by looking at it, however often a scanner looks', async () => {
    const { token } = await messageFor(EMAIL);
    for (let look = 0; look < 5; look += 1) expect(await loadLink(token, START)).toMatchObject({ name: 'Wigan Lead Member' });
    expect(isRefusal(await signInByLink({ token }, START))).toBe(false);
    expect(await loadLink(token, START)).toBeNull();
  });

  it('is over after a quarter of an hour', async () => {
    const { token } = await messageFor(EMAIL);
    expect(await loadLink(token, later(15))).toBeNull();
    expect(await signInByLink({ token }, later(15))).toMatchObject({ refused: 'link-over' });
  });

  it('opens nothing when it is made up', async () => {
    expect(await loadLink('made-up', START)).toBeNull();
    expect(await signInByLink({ token: 'made-up' }, START)).toMatchObject({ refused: 'link-over' });
  });

  it('signs in one of two who press at once', async () => {
    const { token } = await messageFor(EMAIL);
    const outcomes = await Promise.all([signInByLink({ token }, START), signInByLink({ token }, START)]);
    expect(outcomes.filter(isRefusal)).toHaveLength(1);
  });
});

describe('the code', () => {
  it('signs in once, on the page where it was asked for', async () => {
    const { requestId, code } = await messageFor(EMAIL);
    expect(await signInByCode({ requestId, code: codeTyped(code.toLowerCase().replace('-', ' '))! }, START)).toEqual({ personId: people.wiganLeadMember, begunAt: START, proved: { by: 'code', at: START } });
    expect(await signInByCode({ requestId, code: codeTyped(code)! }, START)).toMatchObject({ refused: 'code-over' });
  });

  it('does not fit another request', async () => {
    const { code } = await messageFor(EMAIL);
    const { requestId } = await requestSignIn({ email: EMAIL, next: '/' }, START);
    expect(await signInByCode({ requestId, code: codeTyped(code)! }, START)).toMatchObject({ refused: 'wrong-code' });
  });

  it('may be mistyped four times, and after five times no code is accepted', async () => {
    const first = await messageFor(EMAIL);
    for (let tries = 0; tries < 4; tries += 1) expect(await signInByCode({ requestId: first.requestId, code: '22222222' }, START)).toMatchObject({ refused: 'wrong-code' });
    expect(isRefusal(await signInByCode({ requestId: first.requestId, code: codeTyped(first.code)! }, START))).toBe(false);

    const second = await messageFor(EMAIL);
    const tries = Array.from({ length: 12 }, () => signInByCode({ requestId: second.requestId, code: '22222222' }, START));
    const refusals = (await Promise.all(tries)).map((outcome) => isRefusal(outcome) && outcome.refused);
    expect(refusals.filter((refused) => refused === 'wrong-code')).toHaveLength(5);
    expect(await signInByCode({ requestId: second.requestId, code: codeTyped(second.code)! }, START)).toMatchObject({ refused: 'code-over' });
  });

  it('is over after a quarter of an hour, and when the link was used', async () => {
    const slow = await messageFor(EMAIL);
    expect(await signInByCode({ requestId: slow.requestId, code: codeTyped(slow.code)! }, later(15))).toMatchObject({ refused: 'code-over' });
    const both = await messageFor(EMAIL);
    await signInByLink({ token: both.token }, START);
    expect(await signInByCode({ requestId: both.requestId, code: codeTyped(both.code)! }, START)).toMatchObject({ refused: 'code-over' });
  });

  it('answers the same for a request of an address that nobody has', async () => {
    const { requestId } = await requestSignIn({ email: 'nobody@elsewhere.example', next: '/' }, START);
    expect(await signInByCode({ requestId, code: '22222222' }, START)).toMatchObject({ refused: 'wrong-code' });
  });
});

describe('asking again and again', () => {
  it('gives one address five messages in a quarter of an hour, even when all are asked for at once', async () => {
    const asked = await Promise.all(Array.from({ length: 9 }, () => requestSignIn({ email: EMAIL, next: '/' }, START)));
    expect(asked.filter(({ message }) => message)).toHaveLength(5);
    expect((await requestSignIn({ email: EMAIL, next: '/' }, later(14))).message).toBeNull();
    expect((await requestSignIn({ email: EMAIL, next: '/' }, later(15))).message).not.toBeNull();
  });

  it('stops at sixty in a minute for everyone together', async () => {
    const row = (index: number) => ({ email: `${index}@flood.example`, tokenHash: `${index}`, codeHash: '', requestedAt: START, expiresAt: later(15) });
    await db.signInRequest.createMany({ data: Array.from({ length: 60 }, (_, index) => row(index)) });
    expect((await requestSignIn({ email: EMAIL, next: '/' }, START)).message).toBeNull();
    expect((await requestSignIn({ email: EMAIL, next: '/' }, later(1))).message).not.toBeNull();
  });
});

describe('the demonstration', () => {
  beforeEach(() => db.person.update({ where: { id: people.wiganDcs }, data: { demoHint: 'A self-view to submit' } }));

  it('offers its people, with the posts they hold today', async () => {
    process.env.DEMO = '1';
    expect(await loadDemonstrationPeople('2017-10-02')).toEqual([
      { id: people.wiganDcs, name: 'Wigan Director', hint: 'A self-view to submit', posts: [{ office: 'dcs', place: 'Wigan', name: 'DCS, Wigan' }] },
    ]);
    expect(await signInToDemonstration({ personId: people.wiganDcs }, START)).toEqual({ personId: people.wiganDcs, begunAt: START, proved: { by: 'demonstration', at: START } });
  });

  it('does not sign anyone in who is not one of its people', async () => {
    process.env.DEMO = '1';
    await expect(signInToDemonstration({ personId: people.coordinator }, START)).rejects.toThrow('There is nothing here that you can open.');
  });

  it.each([undefined, '', '0', 'true', 'yes'])('is nowhere but where DEMO is 1: not with %j', async (value) => {
    if (value === undefined) delete process.env.DEMO;
    else process.env.DEMO = value;
    expect(await loadDemonstrationPeople('2017-10-02')).toEqual([]);
    await expect(signInToDemonstration({ personId: people.wiganDcs }, START)).rejects.toThrow('There is nothing here that you can open.');
  });
});

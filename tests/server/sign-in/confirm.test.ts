// A code confirms who someone is before they sign: it serves the one person who asked for it, once, and signs nobody in.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { unproved } from '@/domain/proof';
import { loadActor } from '@/server/actor/load';
import { db } from '@/server/db';
import { confirmByCode } from '@/server/sign-in/confirm-by-code';
import { confirmInDemonstration } from '@/server/sign-in/confirm-in-demonstration';
import { requestConfirmation } from '@/server/sign-in/request-confirmation';
import { requestSignIn } from '@/server/sign-in/request-sign-in';
import { codeTyped } from '@/server/sign-in/secrets';
import { signInByCode } from '@/server/sign-in/sign-in-by-code';
import { NotFound } from '@/server/not-found';
import { issueToken, proofOf, readToken } from '@/server/session-token';
import { castPeople } from '../../support/cast';

const AT = new Date('2017-10-20T09:00:00Z');
const minutes = (count: number) => new Date(AT.getTime() + count * 60_000);
let people: Awaited<ReturnType<typeof castPeople>>;

beforeAll(async () => {
  Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for these tests alone', NEXTAUTH_URL: 'https://friend.example' });
  people = await castPeople();
});
beforeEach(async () => {
  await db.signInRequest.deleteMany();
});

async function asked(personId: string, at = AT) {
  const sent = await requestConfirmation({ personId }, at);
  if (isRefusal(sent)) throw new Error(sent.because);
  return { requestId: sent.requestId, mail: sent.message.mail, code: codeTyped(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(sent.message.mail.text)![0])! };
}
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'confirmed');

describe('a code to confirm with', () => {
  test('goes to the person’s own address, says what it is for, and holds no link', async () => {
    const { mail } = await asked(people.wiganLeadMember);
    expect(mail.to).toBe('wiganleadmember@cast.example');
    expect(mail.text).toContain('is about to sign');
    expect(mail.text).not.toMatch(/https?:/);
  });

  test('confirms once', async () => {
    const { requestId, code } = await asked(people.wiganLeadMember);
    const confirm = () => confirmByCode({ personId: people.wiganLeadMember, requestId, code }, minutes(1));
    expect(await confirm()).toEqual({ by: 'code', at: minutes(1) });
    expect(codeOf(await confirm())).toBe('code-over');
  });

  test('serves nobody else, and does not count as their try', async () => {
    const { requestId, code } = await asked(people.wiganLeadMember);
    expect(codeOf(await confirmByCode({ personId: people.wiganDcs, requestId, code }, AT))).toBe('code-over');
    expect(await db.signInRequest.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({ attempts: 0, usedAt: null });
    expect(codeOf(await confirmByCode({ personId: people.wiganLeadMember, requestId, code }, AT))).toBe('confirmed');
  });

  test('signs nobody in, and a code to sign in with confirms nobody', async () => {
    const confirming = await asked(people.wiganLeadMember);
    expect(codeOf(await signInByCode(confirming, AT))).toBe('code-over');
    const { requestId, message } = await requestSignIn({ email: 'wiganleadmember@cast.example', next: '/my-work' }, AT);
    const code = codeTyped(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(message!.mail.text)![0])!;
    expect(codeOf(await confirmByCode({ personId: people.wiganLeadMember, requestId, code }, AT))).toBe('code-over');
  });

  test('is over after a quarter of an hour, and after five wrong tries', async () => {
    const late = await asked(people.wiganLeadMember);
    expect(codeOf(await confirmByCode({ personId: people.wiganLeadMember, ...late }, minutes(15)))).toBe('code-over');
    const { requestId, code } = await asked(people.wiganLeadMember);
    const wrong = code === '22222222' ? '33333333' : '22222222';
    for (let turn = 0; turn < 5; turn += 1) expect(codeOf(await confirmByCode({ personId: people.wiganLeadMember, requestId, code: wrong }, AT))).toBe('wrong-code');
    expect(codeOf(await confirmByCode({ personId: people.wiganLeadMember, requestId, code }, AT))).toBe('code-over');
  });

  test('used by two at the same moment confirms one', async () => {
    const { requestId, code } = await asked(people.wiganLeadMember);
    const outcomes = await Promise.all([1, 2, 3].map(() => confirmByCode({ personId: people.wiganLeadMember, requestId, code }, AT)));
    expect(outcomes.map(codeOf).filter((outcome) => outcome === 'confirmed')).toHaveLength(1);
  });

  test('is sent five times in a quarter of an hour, and then it says so', async () => {
    for (let turn = 0; turn < 5; turn += 1) await asked(people.wiganLeadMember, minutes(turn));
    expect(codeOf(await requestConfirmation({ personId: people.wiganLeadMember }, minutes(5)))).toBe('too-many-codes');
    expect(codeOf(await requestConfirmation({ personId: people.wiganDcs }, minutes(5)))).toBe('confirmed');
  });
});

test('a press on a name confirms in the demonstration alone, and nobody but its people', async () => {
  await expect(confirmInDemonstration({ personId: people.wiganLeadMember }, AT)).rejects.toThrow(NotFound);
  process.env.DEMO = '1';
  try {
    await expect(confirmInDemonstration({ personId: people.wiganLeadMember }, AT)).rejects.toThrow(NotFound);
    await db.person.update({ where: { id: people.wiganLeadMember }, data: { demoHint: 'One of its people' } });
    expect(await confirmInDemonstration({ personId: people.wiganLeadMember }, AT)).toEqual({ by: 'demonstration', at: AT });
  } finally {
    delete process.env.DEMO;
  }
});

describe('a session', () => {
  const actorOf = async (token: string, at: Date) => {
    const session = (await readToken(token, at))!;
    return (await loadActor(session.personId, session.begunAt, null, at, proofOf(session)))!;
  };

  test('is fresh for ten minutes after the proof, and no longer', async () => {
    const begunAt = new Date();
    const token = await issueToken({ personId: people.wiganLeadMember, begunAt, proved: { by: 'link', at: begunAt } });
    const after = (count: number) => new Date(begunAt.getTime() + count * 60_000);
    const actor = await actorOf(token, after(9));
    expect([unproved(actor, after(9)), unproved(actor, after(10))?.refused]).toEqual([null, 'confirm-first']);
  });

  test('a proof given later is in the new cookie alone: a copy of the old one stays stale', async () => {
    const begunAt = new Date(Date.now() - 3_600_000);
    const session = { personId: people.wiganLeadMember, begunAt, proved: { by: 'link' as const, at: begunAt } };
    const stolen = await issueToken(session);
    const renewed = await issueToken({ ...session, proved: { by: 'code', at: new Date() } });
    expect(unproved(await actorOf(stolen, new Date()), new Date())?.refused).toBe('confirm-first');
    expect((await actorOf(renewed, new Date())).proof).toMatchObject({ by: 'code' });
    expect((await readToken(renewed, new Date()))?.begunAt).toEqual(begunAt);
  });

  test('from before proofs were kept is stale', async () => {
    const token = await issueToken({ personId: people.wiganLeadMember, begunAt: new Date() });
    expect(unproved(await actorOf(token, new Date()), new Date())?.refused).toBe('confirm-first');
  });
});

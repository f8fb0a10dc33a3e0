import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadOutbox } from '@/server/mail/load';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { queriesOf } from '../../support/queries';

const AT = new Date('2017-10-20T09:00:00Z');
let ids: Record<Role, string>;
const read = async (role: Role, page = 1) => loadOutbox(await actorFor(ids[role], AT), page);
const subjects = async (role: Role) => (await read(role)).lines.map(({ subject }) => subject).sort();

beforeAll(async () => {
  Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for these tests alone' });
  ids = await castPeople();
  const { id: regionId } = await db.region.findFirstOrThrow({ where: { slug: 'north-west' } });
  const base = { email: 'x@cast.example', text: 'Words', createdAt: AT, sendAfter: AT };
  const digest = await db.outboxMessage.create({ data: { ...base, key: 'digest:1', personId: ids.wiganDcs, regionId, subject: 'The digest', sentAt: AT } });
  await db.outboxMessage.createMany({
    data: [
      { ...base, key: 'a', personId: ids.wiganDcs, regionId, post: 'DCS, Wigan', subject: 'To Wigan', sentAt: AT },
      { ...base, key: 'b', personId: ids.wiganDcs, regionId, post: 'DCS, Wigan', subject: 'Within Wigan', ownSide: true, urgency: 'digest' },
      { ...base, key: 'c', personId: ids.wiganDcs, regionId, post: 'DCS, Wigan', subject: 'Part of the digest', urgency: 'digest', sentAt: AT, digestId: digest.id },
      { ...base, key: 'd', personId: ids.coordinator, regionId, subject: 'To the coordinator', droppedAt: AT, droppedWhy: 'it has been done meanwhile' },
      { ...base, key: 'sign-in:1', personId: ids.wiganDcs, subject: 'Your link to sign in', sentAt: AT },
    ],
  });
});
beforeEach(() => {
  process.env.DEMO = '1';
});

describe('the outbox', () => {
  test('shows everyone their own messages and nobody else’s', async () => {
    expect(await subjects('wiganDcs')).toEqual(['The digest', 'To Wigan', 'Within Wigan', 'Your link to sign in']);
    for (const role of ['wiganAd', 'haltonDcs', 'facilitator', 'boardChair', 'ofsted', 'nobody', 'otherRegionsCoordinator'] as const) expect(await subjects(role)).toEqual([]);
  });

  test('shows the coordinator the region’s as well, but for messages to sign in, digests, and what is within an authority', async () => {
    expect(await subjects('coordinator')).toEqual(['Part of the digest', 'To Wigan', 'To the coordinator']);
  });

  test('has the words for the receiver; for the coordinator in the demonstration alone', async () => {
    const words = async (role: Role) => Object.fromEntries((await read(role)).lines.map(({ subject, text }) => [subject, text]));
    expect(await words('coordinator')).toEqual({ 'Part of the digest': 'Words', 'To Wigan': 'Words', 'To the coordinator': 'Words' });
    delete process.env.DEMO;
    expect(await words('coordinator')).toEqual({ 'Part of the digest': null, 'To Wigan': null, 'To the coordinator': 'Words' });
    expect((await words('wiganDcs'))['To Wigan']).toBe('Words');
  });

  test('says what became of each', async () => {
    const states = Object.fromEntries([...(await read('coordinator')).lines, ...(await read('wiganDcs')).lines].map(({ subject, state }) => [subject, state]));
    expect(states).toEqual({
      'To Wigan': { is: 'sent', at: AT },
      'Within Wigan': { is: 'for-digest', on: '2017-10-20' },
      'Part of the digest': { is: 'in-digest', on: '2017-10-20' },
      'To the coordinator': { is: 'dropped', because: 'it has been done meanwhile' },
      'The digest': { is: 'sent', at: AT },
      'Your link to sign in': { is: 'sent', at: AT },
    });
  });

  test('comes in pages, in two statements', async () => {
    await db.outboxMessage.createMany({ data: Array.from({ length: 45 }, (_, index) => ({ key: `many:${index}`, personId: ids.haltonAd, email: 'x@cast.example', subject: `Message ${index}`, text: '', createdAt: new Date(AT.getTime() + index), sendAfter: AT })) });
    expect([(await read('haltonAd')).lines.length, (await read('haltonAd', 3)).lines.length, (await read('haltonAd', 99)).page, (await read('haltonAd')).lines[0]!.subject]).toEqual([20, 5, 3, 'Message 44']);
    const actor = await actorFor(ids.haltonAd, AT);
    expect(await queriesOf(() => loadOutbox(actor, 1))).toBe(2);
  });
});

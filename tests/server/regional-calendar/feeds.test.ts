import ICAL from 'ical.js';
import { beforeAll, expect, it } from 'vitest';
import { GET } from '@/app/calendar/feeds/[token]/route';
import { isRefusal } from '@/domain/decision';
import { moveDate } from '@/server/cycles/move-date';
import { db } from '@/server/db';
import { dateOf } from '@/server/days';
import { NotFound } from '@/server/not-found';
import { scheduleAllForums } from '@/server/forums/scheduling/schedule-all-forums';
import { sendInvitations } from '@/server/forums/invitations/send-invitations';
import { loadFeeds, readFeed } from '@/server/regional-calendar/feeds/load';
import { makeFeed } from '@/server/regional-calendar/feeds/make-feed';
import { revokeFeed } from '@/server/regional-calendar/feeds/revoke-feed';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';
import { queriesOf } from '../../support/queries';

process.env.NEXTAUTH_SECRET ??= 'only-for-the-tests-of-one-run';

const AT = new Date('2017-11-01T10:00:00Z');
let people: Record<Role, string>;
let cycle: TestCycle;
const as = (role: Role, at = AT) => actorFor(people[role], at);
const made = async (role: Role, name = 'Outlook') => {
  const outcome = await makeFeed(await as(role), { name }, AT);
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return outcome.change;
};
const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
const summaries = async (token: string, at = AT) => eventsOf(await readFeed(token, at)).map(({ startDate, summary }) => `${startDate.toString().slice(0, 10)} ${summary}`);
const asked = (token: string) => GET(new Request(`http://localhost/calendar/feeds/${token}`), { params: Promise.resolve({ token }) });

beforeAll(async () => {
  people = await castPeople();
  cycle = await openTestCycle(await actorFor(people.coordinator, new Date('2017-07-26T09:00:00Z')));
  await scheduleAllForums(await as('coordinator'), { cycleId: cycle.cycleId }, AT);
  const { id: forumId } = await db.forum.findFirstOrThrow({ where: { cycleId: cycle.cycleId, wave: 'december', group: { name: 'Trafford' } } });
  await sendInvitations(await as('coordinator'), { forumId }, AT);
});

it('an address holds what falls to its owner, the forums of their posts and where the region meets', async () => {
  const seen = await summaries((await made('wiganDcs')).token);
  expect(seen).toEqual(expect.arrayContaining(['2017-10-27 Write the self-view', '2017-10-27 Sign the memorandum of understanding', '2017-12-13 Wigan’s forum session', '2018-02-01 Priorities, support needs and good practice shared']));
  expect(seen.filter((line) => /Halton|Bury|Trafford/.test(line) && !/Forum of the Trafford group/.test(line))).toEqual([]);
  expect(seen.filter((line) => line.includes('Lead Member'))).toEqual([]);
  const leads = await summaries((await made('haltonDcs')).token);
  expect(leads.filter((line) => line.includes('Wigan')).every((line) => /review|Forum held/i.test(line))).toBe(true);
  expect(leads.some((line) => line.includes('Wigan'))).toBe(true);
});

it('its token is kept nowhere but as a hash, and each is another', async () => {
  const [one, other] = [await made('wiganAd'), await made('wiganAd', 'Phone')];
  expect([one.token.length >= 43, one.token === other.token]).toEqual([true, false]);
  const rows = await db.calendarFeed.findMany({ where: { personId: people.wiganAd }, orderBy: { createdAt: 'asc' } });
  expect(rows.map(({ tokenHash }) => /^[0-9a-f]{64}$/.test(tokenHash))).toEqual([true, true]);
  const everything = JSON.stringify([rows, await db.event.findMany({ where: { type: 'calendar-feed.made' } }, ), await db.formReturn.findMany()], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  expect(everything).not.toContain(one.token);
  expect(await db.event.findFirst({ where: { type: 'calendar-feed.made', subjectId: one.id } })).toMatchObject({ personId: people.wiganAd, regionId: null, authorityId: null, data: {} });
});

it('answers without a session, is stored by nobody between, and notes when it was read', async () => {
  const feed = await made('wiganLeadMember');
  const answer = await asked(`${feed.token}.ics`);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-store', 'no-referrer']);
  expect(eventsOf(await answer.text()).length).toBeGreaterThan(0);
  expect((await loadFeeds(await as('wiganLeadMember'))).feeds[0]!.lastReadAt).not.toBeNull();
});

it('once revoked, and where there never was one, is the same nothing', async () => {
  const feed = await made('wiganPolicyOfficer');
  await expect(revokeFeed(await as('wiganDcs'), { feedId: feed.id }, AT)).rejects.toThrow(NotFound);
  await expect(revokeFeed(await as('coordinator'), { feedId: feed.id }, AT)).rejects.toThrow(NotFound);
  expect((await asked(feed.token)).status).toBe(200);
  expect(isRefusal(await revokeFeed(await as('wiganPolicyOfficer'), { feedId: feed.id }, AT))).toBe(false);
  expect(await revokeFeed(await as('wiganPolicyOfficer'), { feedId: feed.id }, AT)).toMatchObject({ refused: 'revoked-already' });
  const nothings = await Promise.all([feed.token, 'unknown', '', `${feed.token}x`, '../..', '%00'].map(async (token) => {
    const answer = await asked(token);
    return [answer.status, await answer.text(), [...answer.headers].join()];
  }));
  expect(new Set(nothings.map(String)).size).toBe(1);
  expect(nothings[0]![0]).toBe(404);
});

it('of someone who leaves their post is empty from that day, and of their successor’s post holds it', async () => {
  const feed = await made('wiganChiefExecutive');
  expect((await summaries(feed.token)).length).toBeGreaterThan(0);
  await db.appointment.updateMany({ where: { personId: people.wiganChiefExecutive }, data: { endsOn: dateOf('2017-11-30') } });
  expect((await summaries(feed.token, new Date('2017-11-30T23:30:00Z'))).length).toBeGreaterThan(0);
  expect(await summaries(feed.token, new Date('2017-12-01T00:30:00Z'))).toEqual([]);
  const successor = await db.person.create({ data: { name: 'Next', email: 'next@cast.example', appointments: { create: { postId: (await as('wiganChiefExecutive')).posts[0]!.id, startsOn: dateOf('2017-12-01') } } } });
  const next = await makeFeed(await actorFor(successor.id, new Date('2017-12-01T09:00:00Z')), { name: 'Mine' }, AT);
  expect(isRefusal(next) ? [] : await summaries(next.change.token, new Date('2017-12-01T09:00:00Z'))).toContain('2017-10-27 Sign the memorandum of understanding');
  expect(isRefusal(await revokeFeed(await as('wiganChiefExecutive', new Date('2017-12-02T09:00:00Z')), { feedId: feed.id }, AT))).toBe(false);
});

it('is not for outside bodies and those without a post', async () => {
  for (const role of ['ofsted', 'formerWiganDcs', 'nobody'] as const) expect([role, await makeFeed(await as(role), { name: 'Mine' }, AT)]).toEqual([role, expect.objectContaining({ refused: 'no-calendar' })]);
  expect((await loadFeeds(await as('ofsted'))).mayMake).toBe(false);
});

it('moves an entry under its own id when the date moves, with a higher sequence', async () => {
  const { token } = await made('coordinator');
  const find = async () => eventsOf(await readFeed(token, AT)).find(({ uid }) => uid.includes('share-out'))!;
  const before = await find();
  const moved = await moveDate(await as('coordinator'), { cycleId: cycle.cycleId, stepKey: 'share-out', scope: 'cycle', toOn: '2018-02-08', reason: 'Snow' }, new Date('2017-11-02T08:00:00Z'));
  expect(isRefusal(moved)).toBe(false);
  const after = await find();
  expect([before.startDate.toString(), after.startDate.toString(), after.uid === before.uid, after.sequence > before.sequence]).toEqual(['2018-02-01', '2018-02-08', true, true]);
  expect(after.component.getFirstPropertyValue('last-modified')!.toString()).toBe('2017-11-02T08:00:00Z');
});

it('is read in as many queries whatever it holds', async () => {
  const [coordinator, leadMember] = [(await made('coordinator', 'Second')).token, (await made('haltonLeadMember')).token];
  expect([await queriesOf(() => readFeed(coordinator, AT)), await queriesOf(() => readFeed(leadMember, AT))]).toEqual([4, 4]);
});

import { describe, expect, it } from 'vitest';
import type { CycleFacts } from '@/domain/cycle-facts';
import type { HeldPost } from '@/domain/model';
import { calendarText } from '@/domain/calendar';
import { calendarOf, meetingsOf, type CalendarCycle, type CalendarForum, type CalendarGround } from '@/domain/regional-calendar/entries';
import { feedEvents, makeFeed, revokeFeed } from '@/domain/regional-calendar/feed';
import { calendarScope, type CalendarScope } from '@/domain/regional-calendar/scope';
import type { CalendarFilter } from '@/domain/regional-calendar/whose';
import type { RegionalDay } from '@/domain/regional-days';
import { isRefusal } from '@/domain/decision';
import { actorAs, challenger, forum, session } from '../forums/a-forum';
import { cycleOf, GROUP, HALTON, paper, placeOf, post, stepsOn, WIGAN } from '../a-cycle';
import { NORTH_WEST_PROCESS } from '../../../prisma/reference/processes/north-west-annual-cycle';
import ICAL from 'ical.js';

const TODAY = '2017-10-20';
const whole = cycleOf([placeOf(HALTON), placeOf(WIGAN)]);
const cycle = (facts: CycleFacts = whole): CalendarCycle => ({ facts, definition: NORTH_WEST_PROCESS, grouping: NORTH_WEST_PROCESS.grouping, steps: stepsOn(facts, TODAY).all });
const day = (id: string, more: Partial<RegionalDay>): RegionalDay => ({ id, kind: 'school-holiday', name: 'Autumn half-term', fromOn: '2017-10-23', toOn: '2017-10-27', authority: null, ...more });
const named = (name: string) => ({ id: name.toLowerCase(), name });
const DAYS = [day('1', { authority: named('Wigan') }), day('2', { authority: named('Halton') }), day('3', { kind: 'event', name: 'Conference', fromOn: '2017-11-15', toOn: '2017-11-16' }), day('4', { authority: named('Bury'), fromOn: '2017-10-24' })];
const arranged: CalendarForum = { forum: { ...forum({ cycleId: whole.id, group: { id: GROUP, name: 'Trafford' } }) }, changedAt: new Date('2017-11-01T10:00:00Z'), invitations: [] };
const ground = (more: Partial<CalendarGround> = {}): CalendarGround => ({ cycles: [cycle()], forums: [], days: DAYS, ...more });
const scopeOf = (...posts: HeldPost[]): CalendarScope => calendarScope({ posts, challenges: [] }, 'north-west')!;
const ALL: CalendarFilter = { whose: null, authorityId: null, cycleId: null };
const coordinator = scopeOf(post('sli-coordinator'));
const wigan = scopeOf(post('dcs', { authority: WIGAN }));
const bury = scopeOf({ ...post('dcs', { authority: 'bury' }), authority: { id: 'bury', name: 'Bury', slug: 'bury' } });
const partner = scopeOf({ ...post('police-partner'), partnerOf: { id: WIGAN, name: 'Wigan', slug: WIGAN } });
const lines = (scope: CalendarScope, filter: Partial<CalendarFilter> = {}, of = ground()) => calendarOf(of, scope, { ...ALL, ...filter }).entries.map(({ fromOn, what, whom, mine }) => `${fromOn} ${what}${whom && `: ${whom}`}${mine ? ' *' : ''}`);

describe('the calendar', () => {
  it('shows what falls between two days, and what began before and lasts into them', () => {
    const between = (fromOn: string, toOn: string) => calendarOf(ground({ forums: [arranged] }), coordinator, ALL, { fromOn, toOn }).entries.map(({ fromOn: day, what }) => `${day} ${what}`);
    const all = calendarOf(ground({ forums: [arranged] }), coordinator, ALL).entries.map(({ fromOn, what }) => `${fromOn} ${what}`);
    expect(between('2017-11-16', '2017-12-31')).toEqual(all.filter((line) => line >= '2017-11-15 Conference' && line < '2018'));
    expect(between('2017-10-27', '2017-10-27').length).toBeGreaterThan(4);
    expect(between('2017-10-28', '2017-10-28').filter((line) => !line.includes('half-term'))).toEqual([]);
  });

  it('shows the region each step once on a day, with how many authorities it is for', () => {
    const seen = lines(coordinator);
    expect(seen.filter((line) => line.startsWith('2017-10-27'))).toEqual(['Memorandum of understanding signed', 'Self-view signed by the Lead Member', 'Self-view submitted and accepted', 'Self-view written'].map((what) => `2017-10-27 ${what}: 2 authorities`));
    expect(seen.filter((line) => line.includes('Autumn'))).toEqual(['2017-10-23 Autumn half-term: 2 authorities', '2017-10-24 Autumn half-term: Bury']);
    expect(seen.some((line) => line.includes('Cycle opened'))).toBe(false);
  });

  it('shows an authority its own and the region’s, and of another only what it has a part in', () => {
    const seen = lines(wigan);
    expect(seen).toContain('2017-10-27 Self-view written *');
    // Wigan's Director is Halton's lead peer challenger: what falls to them there, where they meet, and what they get to read.
    expect(seen.filter((line) => line.includes('Halton')).map((line) => line.slice(11).replace(': Halton', ''))).toEqual(['Forum held *', 'Action plan reviewed *']);
    expect(seen).toContain('2017-11-23 Packs and questions issued');
    expect(seen.filter((line) => line.includes('Autumn'))).toEqual(['2017-10-23 Autumn half-term: 2 authorities']);
    // Bury has no place: what the region does, and its own days.
    const burys = lines(bury);
    expect(burys.filter((line) => /Wigan|Halton|authorities/.test(line))).toEqual([]);
    expect(burys).toContain('2017-10-24 Autumn half-term: Bury');
    expect(burys).toContain('2017-11-23 Packs and questions issued');
    expect(burys.some((line) => line.includes('Self-view'))).toBe(false);
  });

  it('shows a partner agency the region’s events and what it is asked for, and nothing of the authority', () => {
    expect(lines(partner)).toEqual(['2017-10-23 Autumn half-term: Wigan', '2017-11-15 Conference', ...lines(partner).slice(2)]);
    expect(lines(partner).every((line) => /Autumn|Conference/.test(line) || NORTH_WEST_PROCESS.steps.some(({ name, event }) => event && line.includes(name)))).toBe(true);
  });

  it('shows nobody anything who holds no post there', () => {
    expect([calendarScope({ posts: [], challenges: [] }, 'north-west'), calendarScope({ posts: [post('ofsted')], challenges: [] }, 'north-west'), calendarScope({ posts: [post('dcs', { authority: WIGAN })], challenges: [] }, 'elsewhere')]).toEqual([null, null, null]);
  });

  it('is filtered by person, authority and cycle', () => {
    expect(lines(wigan, { whose: 'me' }).every((line) => line.endsWith('*') || /Autumn|Conference/.test(line))).toBe(true);
    expect(lines(coordinator, { whose: 'lead-member', authorityId: WIGAN }).filter((line) => !/Autumn|Conference/.test(line)).every((line) => !line.includes('authorities'))).toBe(true);
    expect(lines(coordinator, { whose: 'lead-member' })).toContain('2017-10-27 Self-view signed by the Lead Member: 2 authorities');
    expect(lines(coordinator, { authorityId: HALTON })).toContain('2017-10-27 Self-view written: Halton');
    expect(lines(coordinator, { authorityId: HALTON }).filter((line) => line.includes('Autumn'))).toEqual(['2017-10-23 Autumn half-term: Halton']);
    expect(lines(coordinator, { cycleId: 'another' })).toEqual([]);
  });

  it('leaves out who has left, what is not needed, and the forum that stands there itself', () => {
    const session = { id: 's', forumId: arranged.forum.id, onDay: '2017-12-13', endedOn: null };
    const facts = cycleOf([placeOf(HALTON, { withdrawn: { on: '2017-10-01', why: 'Inspection' } }), placeOf(WIGAN, { session })], { waivers: new Map([['sign-mou|authority:wigan', 'No memorandum']]) });
    const seen = lines(coordinator, {}, ground({ cycles: [cycle(facts)], forums: [arranged] }));
    expect(seen.filter((line) => /Halton|Memorandum of/.test(line) && !line.includes('Autumn'))).toEqual([]);
    expect(seen.filter((line) => /forum/i.test(line) && line.startsWith('2017-12-13'))).toEqual(['2017-12-13 Forum: Trafford group']);
  });

  it('leads to the page where the step is done, to the board, or to the dates', () => {
    const hrefs = (scope: CalendarScope, what: string) => calendarOf(ground({ forums: [arranged] }), scope, ALL).entries.filter((entry) => entry.what === what).map(({ href }) => href);
    expect(hrefs(coordinator, 'Self-view written')).toEqual(['/cycles/cycle-id?step=write-self-view']);
    expect(hrefs(coordinator, 'Packs and questions issued')).toEqual(['/cycles/cycle-id/steps/issue-packs']);
    expect(hrefs(wigan, 'Action plan written')).toEqual(['/authorities/wigan?cycle=cycle-id']);
    expect(hrefs(scopeOf(post('lead-member', { authority: WIGAN })), 'Memorandum of understanding signed')).toEqual(['/documents/mou-id/sign']);
    expect(hrefs(bury, 'Forum')).toEqual(['/forums/forum-trafford']);
    expect(hrefs(coordinator, 'Conference')).toEqual([null]);
  });
});

it('other dates are warned of where people of a cycle meet', () => {
  const { forum: day } = arranged;
  const sessions = [session('Wigan', '09:30 to 11:00', [challenger('Bury')])];
  expect(meetingsOf([cycle()], [{ ...arranged, forum: { ...day, sessions } }]).filter(({ name }) => name.startsWith('Forum'))).toEqual([{ cycleId: 'cycle-id', name: 'Forum, Trafford group, 2017/18', onDay: '2017-12-13', authorityIds: ['wigan', 'bury'] }]);
});

describe('a calendar that someone follows', () => {
  const changes = new Map([[whole.id, { count: 3, lastAt: new Date('2017-10-02T09:00:00Z') }]]);
  const BASE = 'https://challenge.example';
  const events = (scope: CalendarScope, of: CalendarGround = ground()) => {
    const text = calendarText('PUBLISH', feedEvents({ ...of, changes, enteredAt: new Map() }, scope, BASE), 'Critical Friend');
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  };
  const summaries = (scope: CalendarScope, of?: CalendarGround) => events(scope, of).map(({ summary, startDate }) => `${startDate.toString()} ${summary}`);

  it('holds what falls to the posts, as whole days with a link, and not what is done', () => {
    const mine = events(wigan).find(({ summary }) => summary === 'Write the self-view')!;
    expect([mine.startDate.isDate, mine.startDate.toString(), mine.endDate.toString(), mine.sequence]).toEqual([true, '2017-10-27', '2017-10-28', 3]);
    expect(mine.component.getFirstPropertyValue('url')).toBe(`${BASE}/cycles/cycle-id/steps/write-self-view?authority=wigan`);
    expect(mine.component.getFirstPropertyValue('last-modified')!.toString()).toBe('2017-10-02T09:00:00Z');
    const done = cycleOf([placeOf(HALTON), placeOf(WIGAN, { documents: { 'self-view': paper('self-view', ['put-for-signature']), mou: paper('mou', ['put-for-signature'], { signed: ['dcs'] }) } })]);
    const left = summaries(wigan, ground({ cycles: [cycle(done)] }));
    expect(left.filter((line) => /Write the self-view|Sign the memorandum/.test(line))).toEqual([]);
  });

  it('calls the self-view what the process calls it', () => {
    const facts = cycleOf([placeOf(HALTON), placeOf(WIGAN, { documents: { 'self-view': paper('self-view', ['put-for-signature', 'submitted', 'returned 2017-10-19 Incomplete'], { signed: ['lead-member'] }), mou: paper('mou', []) } })], { process: { title: NORTH_WEST_PROCESS.title, words: { ...NORTH_WEST_PROCESS.words, selfView: 'self-assessment' }, grouping: NORTH_WEST_PROCESS.grouping, waves: NORTH_WEST_PROCESS.waves } });
    expect(summaries(wigan, ground({ cycles: [cycle(facts)] }))).toContain('2017-10-27 Mend the self-assessment');
  });

  it('joins what one post owes for many authorities on one day', () => {
    const packs = cycleOf([placeOf(HALTON, { documents: { questions: paper('questions', []) } }), placeOf(WIGAN, { documents: { questions: paper('questions', []) } })]);
    const chair = scopeOf(post('data-group-chair'));
    expect(summaries(chair, ground({ cycles: [cycle(packs)] })).filter((line) => line.includes('headline'))).toEqual(['2017-11-16 Agree the headline and questions: 2 authorities']);
  });

  it('keeps the id of an entry while others are done and when its day moves', () => {
    const ids = (facts: CycleFacts) => events(scopeOf(post('data-group-chair')), ground({ cycles: [cycle(facts)] })).map(({ uid }) => uid).filter((uid) => uid.includes('agree-questions'));
    const before = ids(whole);
    expect(before).toHaveLength(1);
    expect(ids(cycleOf([placeOf(HALTON, { documents: { questions: paper('questions', ['agreed']) } }), placeOf(WIGAN)]))).toEqual(before);
    expect(new Set(events(coordinator).map(({ uid }) => uid)).size).toBe(events(coordinator).length);
  });

  it('holds the forums to which a post is invited, with the id of the mailed invitation and nobody asked to answer', () => {
    const invited = { ...arranged, invitations: [{ postId: 'dcs-wigan', role: 'host' as const }] };
    const forums = events(wigan, ground({ forums: [invited] })).filter(({ uid }) => uid.startsWith('forum-'));
    expect(forums.map(({ uid, summary, attendees }) => [uid, summary, attendees.length])).toEqual([['forum-forum-trafford-dcs-wigan@critical-friend', 'Wigan’s forum session', 0]]);
    expect(events(bury, ground({ forums: [invited] })).filter(({ uid }) => uid.startsWith('forum-'))).toEqual([]);
  });

  it('holds events and no holidays', () => {
    expect(summaries(bury)).toContain('2017-11-15 Conference');
    expect(summaries(wigan).filter((line) => line.includes('half-term'))).toEqual([]);
  });

  it('is made by whoever follows a calendar and revoked by its owner, once', () => {
    const dcs = actorAs(post('dcs', { authority: WIGAN }));
    const made = { name: ' Outlook ', tokenHash: 'h' };
    const code = (decision: object) => (isRefusal(decision) ? decision.refused : 'accepted');
    expect(makeFeed(dcs, [], made, 'id')).toMatchObject({ change: { id: 'id', name: 'Outlook', tokenHash: 'h' }, events: [{ type: 'calendar-feed.made', subjectId: 'id' }] });
    expect([code(makeFeed(actorAs(post('ofsted')), [], made, 'id')), code(makeFeed({ ...dcs, posts: [], as: null }, [], made, 'id')), code(makeFeed(dcs, [], { ...made, name: ' ' }, 'id'))]).toEqual(['no-calendar', 'no-calendar', 'no-name']);
    expect(code(makeFeed(dcs, Array.from({ length: 20 }, (_, index) => ({ id: String(index), name: '', revokedAt: null })), made, 'id'))).toBe('too-many');
    expect([code(revokeFeed({ id: 'id', name: '', revokedAt: null })), code(revokeFeed({ id: 'id', name: '', revokedAt: new Date('2017-11-01T10:00:00Z') }))]).toEqual(['accepted', 'revoked-already']);
  });
});

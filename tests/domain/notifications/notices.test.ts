import { describe, expect, test } from 'vitest';
import { EVENTS, type EventType } from '@/domain/events';
import { digest, toldWords } from '@/domain/notifications/letter';
import { mayOpen, opensWhat } from '@/domain/notifications/addresses';
import { NOTICES, noticeFor, TELLS_NOBODY, tellsSomebody } from '@/domain/notifications/notices';
import { receiversOf } from '@/domain/notifications/messages';
import { partsInEvent } from '@/domain/roles/parts-told';
import type { Happened } from '@/domain/notifications/happened';
import { post, WIGAN } from '../a-cycle';

const ID = '0190a1b2-0000-7000-8000-000000000001';

test('every event either tells somebody or stands in the list of those that tell nobody, and none does both', () => {
  const types = Object.keys(EVENTS).sort();
  expect([...Object.keys(NOTICES), ...TELLS_NOBODY].sort()).toEqual(types);
  expect(types.filter((type) => tellsSomebody(type) && (TELLS_NOBODY as readonly string[]).includes(type))).toEqual([]);
});

test('these go at once, and everything else waits for the digest', () => {
  expect(Object.entries(NOTICES).filter(([, { urgency }]) => urgency === 'now').map(([type]) => type).sort()).toEqual([
    'document.declined', 'document.put-for-signature', 'document.recalled', 'document.returned', 'forum-notes.made-final',
    'forum.cancelled', 'forum.changed', 'invitation.sent', 'paper.put-to-board',
  ]);
});

/** An event whose every free text is a secret. */
function happening(type: EventType): Happened {
  const data = new Proxy({ reason: 'SECRET', why: 'SECRET', note: 'SECRET', text: 'SECRET', comment: 'SECRET', dueOn: '2018-01-19' } as Record<string, unknown>, {
    get: (known, name) => (name in known ? known[name as string] : `{${String(name)}}`),
  });
  const document = { id: ID, kind: 'self-view', cycleId: ID, authorityId: WIGAN, groupId: null, leadChallengerAuthorityId: null, challengerAuthorityIds: [], shares: [], signatures: [], acts: [], versions: [], sections: [] };
  return {
    id: '1', type, at: new Date('2018-01-09T10:00:00Z'), data, personId: 'someone', by: 'DCS, Wigan', regionId: 'north-west', subjectId: ID,
    authority: { id: WIGAN, name: 'Wigan' }, document: document as never, together: [], cycle: null,
    forum: { id: ID, groupId: ID, group: 'Trafford', startsAt: new Date('2017-12-13T09:30:00Z'), endsAt: new Date('2017-12-13T16:45:00Z'), cancelledAt: null, facilitatorPostId: null, sessions: [], invitations: [] },
    action: { id: ID, number: 3, ownerPostId: null },
  };
}

describe.each(Object.keys(NOTICES) as EventType[])('%s', (type) => {
  const notice = noticeFor(type)!;
  const receiver = post('dcs', { authority: WIGAN });
  const happened = happening(type);
  test('has a subject, words and an address, and repeats nothing that anyone wrote', () => {
    const words = [notice.subject(happened, receiver), notice.says(happened, receiver), notice.opens(happened, receiver)];
    for (const one of words) expect(one).not.toMatch(/SECRET|undefined|null|\[object/);
    expect(words[0]).toMatch(/^[A-Z{]/);
    expect(words[0]).not.toMatch(/[.\n]$/);
    expect(words[1]).toMatch(/[.]$/);
    expect(words[2]).toMatch(/^\/[a-z]/);
  });
});

test('who comes to lead a task and finish group as Assistant Director is told, beside the Directors', () => {
  const led = { ...happening('task-group.set-up'), data: { name: 'Placements', link: 'Bury', adLead: 'Wigan', adLeadId: WIGAN, authorityIds: 'bury' } };
  const tells = (office: 'assistant-director' | 'dcs', authority: string, of = led) => noticeFor(of.type)!.to(post(office, { authority }), of);
  expect([tells('assistant-director', WIGAN), tells('dcs', 'bury'), tells('assistant-director', 'bury'), tells('dcs', WIGAN)]).toEqual([true, true, false, false]);
  expect(tells('assistant-director', WIGAN, { ...led, data: { ...led.data, adLeadId: '' } })).toBe(false);
  expect(noticeFor(led.type)!.says(led, post('dcs', { authority: 'bury' }))).toBe('Its designated DCS link is the Director of Bury. An Assistant Director of Wigan leads it.');
});

test('of a withdrawal, who left reads that nothing more is asked, and everyone else that something may be', () => {
  const left = { ...happening('authority.withdrew'), data: { authority: 'Wigan', cycle: '2017/18', authorityIds: `${WIGAN} halton` } };
  const { says, opens } = noticeFor(left.type)!;
  const reads = (office: Parameters<typeof post>[0], authority?: string) => [says(left, post(office, authority ? { authority } : {})), opens(left, post(office, authority ? { authority } : {}))];
  expect(reads('dcs', WIGAN)).toEqual(['The DCS, Wigan, has recorded why. What was done stays; nothing more is asked.', '/cycle']);
  const others = ['The DCS, Wigan, has recorded why. It left on Tuesday 9 January 2018. What is asked of you now stands under My work.', '/my-work'];
  expect([reads('dcs', 'halton'), reads('facilitator')]).toEqual([others, others]);
});

test.each(['authority.inspected', 'authority.swapped', 'authority.withdrew', 'authority.joined', 'authority.reorganised', 'peer.ended'] as const)('of %s those are told who act for the parts that it gives or ends, by office or by name', (type) => {
  const parts = partsInEvent([{ authorityId: 'bury', postId: null, offices: ['assistant-director', 'data-lead'] }, { authorityId: 'oldham', postId: 'chair', offices: ['partnership-chair'] }]);
  const happened = { ...happening(type), data: { authority: 'Wigan', peer: 'Bury', role: 'visitor', cycle: '2017/18', successors: 'A and B', authorityIds: `${WIGAN} bury`, parts } };
  const told = [post('data-lead', { authority: 'bury' }), post('assistant-director', { authority: 'bury' }), post('dcs', { authority: 'bury' }), { ...post('partnership-chair'), id: 'chair', partnerOf: { id: 'oldham', name: 'Oldham', slug: 'oldham' } }];
  const not = [post('policy-officer', { authority: 'bury' }), post('data-lead', { authority: WIGAN }), { ...post('partnership-chair'), id: 'other', partnerOf: { id: 'oldham', name: 'Oldham', slug: 'oldham' } }];
  expect([told, not].map((posts) => posts.map((one) => noticeFor(type)!.to(one, happened)))).toEqual([[true, true, true, true], [false, false, false]]);
  const twice = { personId: 'both', name: 'Both', email: 'both@example.org' };
  expect(receiversOf({ happened, notice: noticeFor(type)!, holders: told.map((one) => ({ ...twice, post: one })) })).toHaveLength(1);
});

test('of what comes between in a process of partnerships their chairs are told, and elsewhere not', () => {
  const chair = { ...post('partnership-chair'), partnerOf: { id: WIGAN, name: 'Wigan', slug: WIGAN } };
  const left = { ...happening('authority.withdrew'), data: { authority: 'Wigan', cycle: '2017/18', authorityIds: `${WIGAN} halton` } };
  const { to, says } = noticeFor(left.type)!;
  const ofPartnerships = { ...left, data: { ...left.data, partnersOf: left.data.authorityIds } };
  const police = { ...chair, office: 'police-partner' as const };
  expect([to(chair, left), to(chair, ofPartnerships), to(police, ofPartnerships)]).toEqual([false, true, false]);
  expect(says(ofPartnerships, chair)).toContain('nothing more is asked');
});

describe('an address', () => {
  test('names the document or the forum that it opens', () => {
    expect(opensWhat(`/documents/${ID}/sign`)).toEqual({ document: ID });
    expect(opensWhat(`/action-plans/${ID}/actions/${ID}`)).toEqual({ document: ID });
    expect(opensWhat(`/cycles/${ID}/papers/${ID}`)).toEqual({ document: ID });
    expect(opensWhat(`/forums/${ID}/sessions/${ID}/prepare`)).toEqual({ forum: ID });
    expect(opensWhat('/my-work')).toEqual({ own: true });
  });
  test('of a document is for those who see it, of a forum for the region, of records for those who keep them', () => {
    const may = (office: Parameters<typeof post>[0], path: string, seen: string[] = []) => mayOpen({ posts: [post(office, office === 'dcs' ? { authority: WIGAN } : {})] }, path, new Set(seen));
    expect([may('dcs', `/self-views/${ID}`), may('dcs', `/self-views/${ID}`, [ID])]).toEqual([false, true]);
    expect([may('dcs', `/forums/${ID}`), may('ofsted', `/forums/${ID}`)]).toEqual([true, false]);
    expect([may('dcs', `/cycles/${ID}/steps/forum`), may('sli-coordinator', `/cycles/${ID}/steps/forum`)]).toEqual([false, true]);
    expect([may('dcs', '/questions'), may('data-group-chair', '/questions')]).toEqual([false, true]);
  });
});

describe('words', () => {
  test('say who else was told, and count when they are many', () => {
    expect(toldWords([])).toBe('Nobody else was told.');
    expect(toldWords(['DCS, Wigan', 'Chief Executive, Wigan'])).toBe('Also told: DCS, Wigan; Chief Executive, Wigan.');
    expect(toldWords(Array.from({ length: 10 }, (_, index) => `DCS, ${index}`))).toMatch(/DCS, 7; and 2 other posts\.$/);
  });
  const item = (subject: string, asks = false) => ({ subject, body: `About ${subject}.\n\nhttps://friend.example/x`, post: 'DCS, Wigan', step: asks ? 'cycle:step' : null });
  test('of a digest with one thing carry its subject', () => {
    expect(digest('Ann Example', [item('Wigan’s notes: agree by Friday 12 January', true)], '2018-01-09', 'https://friend.example/my-work')).toEqual({
      subject: 'Wigan’s notes: agree by Friday 12 January',
      text: [
        'Ann Example,', 'THIS WAITS FOR YOU', '— Wigan’s notes: agree by Friday 12 January\nDCS, Wigan', 'About Wigan’s notes: agree by Friday 12 January.', 'https://friend.example/x',
        'This is today’s one message. All that is due from you stands here: https://friend.example/my-work', 'Critical Friend\n',
      ].join('\n\n'),
    });
  });
  test('of a digest join one step of many authorities', () => {
    const places = ['Bolton', 'Bury', 'Oldham', 'Salford'];
    const ask = (place: string, by = 'Friday 27 October') => ({ ...item(`${place}: accept the self-view, by ${by}`, true), post: 'SLI coordinator, North West' });
    const three = digest('Ann Example', places.slice(1).map((place) => ask(place)), '2018-01-09', 'https://friend.example/my-work');
    expect(three.subject).toBe('Tuesday 9 January: 3 things wait for you');
    const four = digest('Ann Example', [...places.map((place) => ask(place)), ask('Wigan', 'Monday 30 October')], '2018-01-09', 'https://friend.example/my-work');
    expect(four.subject).toBe('Tuesday 9 January: 2 things wait for you');
    expect(four.text).toContain('— 4 authorities: accept the self-view, by Friday 27 October\nSLI coordinator, North West\n\nBolton, Bury, Oldham, Salford.\n\nhttps://friend.example/my-work');
    expect(four.text).toContain('— Wigan: accept the self-view, by Monday 30 October\n');
  });
  test('of a digest with several say how many wait, and name the same thing once', () => {
    const { subject, text } = digest('Ann Example', [item('A', true), item('B'), item('B'), item('C')], '2018-01-09', 'https://friend.example/my-work');
    expect(subject).toBe('Tuesday 9 January: 1 thing waits for you, 2 new');
    expect(text.match(/— B\n/g)).toHaveLength(1);
    expect(text.indexOf('THIS WAITS FOR YOU')).toBeLessThan(text.indexOf('NEW SINCE YOUR LAST MESSAGE'));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceFacts } from '@/domain/cycle-facts';
import type { Day } from '@/domain/model';
import { isOwed, isSettledState } from '@/domain/workflow';
import { MODERATED_SELF_ASSESSMENT } from '../../prisma/reference/processes/moderated-self-assessment';
import { TRIADS_AND_QUARTETS } from '../../prisma/reference/processes/triads-and-quartets';
import { NORTH_WEST_PROCESS } from '../../prisma/reference/processes/north-west-annual-cycle';
import { cycleOf, paper, placeOf, stepOfWigan, stepsOn, WIGAN } from './a-cycle';

const wigan = (facts: Partial<PlaceFacts> = {}) => cycleOf([placeOf(WIGAN, facts)]);
const state = (facts: Partial<PlaceFacts>, key: string, today: Day, cycle: Parameters<typeof cycleOf>[1] = {}) => stepOfWigan(cycleOf([placeOf(WIGAN, facts)], cycle), key, today).state;

describe('a step', () => {
  test('is not open before its day', () => {
    expect(state({}, 'write-self-view', '2017-07-25')).toEqual({ is: 'not-open', waitsFor: [], opensOn: '2017-07-26', dueOn: '2017-10-27' });
  });
  test('is open from its day, and owed by the posts that the template names', () => {
    expect(state({}, 'write-self-view', '2017-07-26')).toEqual({
      is: 'open', part: 'own', dueOn: '2017-10-27', begun: false, owedBy: ['dcs'], signed: null, note: null,
    });
  });
  test('is not open while what it waits for is not done, and says what that is', () => {
    expect(state({}, 'submit-self-view', '2017-10-01')).toEqual({
      is: 'not-open', waitsFor: ['Self-view signed by the Lead Member', 'Memorandum of understanding signed'], opensOn: null, dueOn: '2017-10-27',
    });
  });
  test('is overdue from the day after it was due', () => {
    expect(state({}, 'write-self-view', '2017-10-27')).toMatchObject({ is: 'open' });
    expect(state({}, 'write-self-view', '2017-10-31')).toMatchObject({ is: 'overdue', days: 4, owedBy: ['dcs'] });
  });
  test('that waits for another is not itself late', () => {
    expect(state({}, 'submit-self-view', '2017-12-01')).toMatchObject({ is: 'not-open' });
  });
  test('that is not needed says why, and holds nothing back', () => {
    const waivers = new Map([['write-self-view|authority:wigan', 'A full inspection report stands in its place']]);
    expect(state({}, 'write-self-view', '2017-10-01', { waivers })).toEqual({ is: 'not-needed', because: 'A full inspection report stands in its place' });
    expect(state({}, 'sign-self-view', '2017-10-01', { waivers })).toMatchObject({ is: 'open' });
  });
  test('that was done keeps its day, whatever was said about needing it', () => {
    const waivers = new Map([['read-pack|authority:wigan', 'Not needed']]);
    expect(state({ packReadOn: '2017-11-27' }, 'read-pack', '2017-12-01', { waivers })).toEqual({ is: 'done', on: '2017-11-27' });
  });
});

describe('signing', () => {
  const mou = (...signed: ('dcs' | 'chief-executive' | 'lead-member')[]) => ({ documents: { mou: paper('mou', ['put-for-signature'], { signed }) } });
  test('is owed by those who have not signed yet', () => {
    expect(state(mou(), 'sign-mou', '2017-10-01')).toMatchObject({ is: 'open', owedBy: ['dcs', 'chief-executive', 'lead-member'], signed: { count: 0, of: 3 } });
    expect(state(mou('dcs', 'lead-member'), 'sign-mou', '2017-10-01')).toMatchObject({ is: 'waiting', owedBy: ['chief-executive'], signed: { count: 2, of: 3 } });
  });
  test('is done on the day of the last signature', () => {
    expect(state(mou('dcs', 'lead-member', 'chief-executive'), 'sign-mou', '2017-12-01')).toEqual({ is: 'done', on: '2017-10-24' });
  });
  test('begins again when the text was reopened, and falls to the DCS to put out', () => {
    const reopened = { documents: { mou: paper('mou', ['put-for-signature', 'reopened'], { signed: ['dcs', 'lead-member', 'chief-executive'] }) } };
    expect(state(reopened, 'sign-mou', '2017-10-01')).toMatchObject({ is: 'open', part: 'put-for-signature', owedBy: ['dcs'], signed: null });
  });
});

describe('a submission', () => {
  const signed = (...acts: string[]) => ({
    documents: {
      'self-view': paper('self-view', ['put-for-signature', ...acts], { signed: ['lead-member'] }),
      mou: paper('mou', ['put-for-signature'], { signed: ['dcs', 'lead-member', 'chief-executive'] }),
    },
  });
  test('is owed by the DCS, then waits for the region', () => {
    expect(state(signed(), 'submit-self-view', '2017-10-25')).toMatchObject({ is: 'open', part: 'own', owedBy: ['dcs'] });
    expect(state(signed('submitted'), 'submit-self-view', '2017-10-25')).toMatchObject({ is: 'waiting', part: 'accept', owedBy: ['sli-coordinator'] });
    expect(state(signed('submitted', 'accepted 2017-10-26'), 'submit-self-view', '2017-10-27')).toEqual({ is: 'done', on: '2017-10-26' });
  });
  test('that came back is to be mended by the DCS, who reads why', () => {
    expect(state(signed('submitted', 'returned 2017-10-26 Incomplete'), 'write-self-view', '2017-10-27')).toMatchObject({
      is: 'open', part: 'mend', owedBy: ['dcs'], note: { is: 'returned', reason: 'Incomplete' },
    });
  });
});

describe('forum notes', () => {
  const at = { cycle: { packsIssuedOn: '2017-11-23' }, session: { id: 's', forumId: 'f', onDay: '2017-12-12', endedOn: '2017-12-12' } };
  const notes = (...[acts, comments]: [string[], { open?: number; settled?: number }?]) => ({ session: at.session, documents: { 'forum-notes': paper('forum-notes', acts, { comments }) } });
  test('are drafted by the region, commented on by the authority, answered and made final by the region', () => {
    expect(state(notes([]), 'comment-notes', '2017-12-20', at.cycle)).toMatchObject({ is: 'open', part: 'draft-notes', owedBy: ['sli-coordinator', 'facilitator'] });
    expect(state(notes(['sent-for-comment']), 'comment-notes', '2017-12-20', at.cycle)).toMatchObject({ is: 'waiting', part: 'own', owedBy: ['dcs'] });
    expect(state(notes(['sent-for-comment'], { open: 6 }), 'comment-notes', '2017-12-20', at.cycle)).toMatchObject({ part: 'answer-comments', owedBy: ['sli-coordinator', 'facilitator'], note: { is: 'comments', count: 6 } });
    expect(state(notes(['sent-for-comment'], { settled: 6 }), 'comment-notes', '2017-12-20', at.cycle)).toMatchObject({ part: 'make-final' });
    expect(state(notes(['sent-for-comment', 'draft-agreed']), 'comment-notes', '2017-12-20', at.cycle)).toMatchObject({ part: 'make-final' });
    expect(state(notes(['sent-for-comment', 'made-final 2018-01-02']), 'comment-notes', '2018-01-03', at.cycle)).toEqual({ is: 'done', on: '2018-01-02' });
  });
  test('on which nobody commented in time fall to the region as well', () => {
    expect(state(notes(['sent-for-comment']), 'comment-notes', '2018-01-03', at.cycle)).toMatchObject({ is: 'overdue', days: 1, owedBy: ['dcs', 'sli-coordinator', 'facilitator'] });
  });
  test('that a signatory declined go back to the region', () => {
    const declined = notes(['sent-for-comment', 'made-final', 'declined 2018-01-05 Wrong']);
    expect(state(declined, 'comment-notes', '2018-01-06', at.cycle)).toMatchObject({ is: 'overdue', part: 'mend', note: { is: 'declined', reason: 'Wrong' } });
    expect(state(declined, 'sign-notes', '2018-01-06', at.cycle)).toMatchObject({ is: 'not-open' });
  });
});

test('a step of the region waits for every authority and says how many are left', () => {
  const agreed = placeOf(WIGAN, { documents: { questions: paper('questions', ['agreed']) } });
  const steps = stepsOn(cycleOf([agreed, placeOf('halton')]), '2017-11-20');
  expect(steps.all.find((at) => at.step.key === 'issue-packs')!.state).toMatchObject({ is: 'not-open', waitsFor: ['Headlines and questions agreed (1 of 2 to go)'] });
});

test('a review of the plan counts from the day on which the review opens', () => {
  const documents = { 'action-plan': paper('action-plan', ['submitted 2018-02-20']), mou: paper('mou', []) };
  const session = { id: 's', forumId: 'f', onDay: '2017-12-12', endedOn: '2017-12-12' };
  const opensOn = stepOfWigan(wigan({ documents, session }), 'review-plan', '2018-06-01').dates.opensOn!;
  expect(state({ documents, session, reviewedOn: ['2018-02-28', opensOn] }, 'review-plan', '2018-06-01')).toEqual({ is: 'done', on: opensOn });
  expect(state({ documents, session, reviewedOn: ['2018-02-28'] }, 'review-plan', opensOn)).toMatchObject({ is: 'open', owedBy: ['lead-challenger'] });
});

const anyPaper = (kind: 'self-view' | 'mou' | 'questions' | 'forum-notes' | 'annual-conversation' | 'action-plan') =>
  fc.record({
    acts: fc.array(fc.constantFrom('put-for-signature', 'reopened', 'declined', 'submitted', 'accepted', 'returned', 'agreed', 'issued', 'sent-for-comment', 'made-final'), { maxLength: 6 }),
    signed: fc.subarray(['dcs', 'lead-member', 'chief-executive'] as const),
    open: fc.nat(3),
  }).map(({ acts, signed, open }) => paper(kind, acts, { signed, comments: { open } }));
const anyDay = fc.constantFrom('2017-07-25', '2017-10-01', '2017-10-27', '2017-11-30', '2018-01-15', '2018-03-01', '2018-06-30');
const maybeDay = fc.option(anyDay, { nil: null });

const anyCycle = fc.record({
  documents: fc.record({
    'self-view': anyPaper('self-view'), mou: anyPaper('mou'), questions: anyPaper('questions'), 'forum-notes': anyPaper('forum-notes'), 'action-plan': anyPaper('action-plan'),
  }, { requiredKeys: [] }),
  session: fc.option(maybeDay.map((endedOn) => ({ id: 's', forumId: 'f', onDay: '2017-12-12', endedOn })), { nil: null }),
  packReadOn: maybeDay, preparedOn: maybeDay, releasedOn: maybeDay, packsIssuedOn: maybeDay,
  waived: fc.subarray(NORTH_WEST_PROCESS.steps.map((step) => step.key)),
}).map(({ packsIssuedOn, waived, ...facts }) => cycleOf([placeOf(WIGAN, facts), placeOf('halton')], {
  packsIssuedOn,
  waivers: new Map(waived.map((key) => [`${key}|authority:wigan`, 'Not needed'])),
}));

test('no step is owed before everything that it waits for is done or not needed', () => {
  fc.assert(fc.property(anyCycle, anyDay, (facts, today) => {
    const steps = stepsOn(facts, today);
    for (const at of steps.all.filter(({ state }) => isOwed(state))) {
      for (const key of at.step.waitsFor) {
        const awaited = steps.all.filter((other) => other.step.key === key && (!at.place || !other.place || other.place === at.place) && (!at.groupId || !other.groupId || other.groupId === at.groupId));
        expect(awaited.filter(({ state }) => !isSettledState(state)).map(({ step }) => step.key)).toEqual([]);
      }
    }
  }), { numRuns: 300 });
});

test('what is open is owed by someone, and what is overdue was open and due before today', () => {
  fc.assert(fc.property(anyCycle, anyDay, (facts, today) => {
    for (const { state } of stepsOn(facts, today).all) {
      if (isOwed(state)) expect(state.owedBy.length).toBeGreaterThan(0);
      if (state.is === 'overdue') expect(state.dueOn < today && state.days > 0).toBe(true);
      if (state.is === 'open' || state.is === 'waiting') expect(state.dueOn >= today).toBe(true);
    }
  }), { numRuns: 200 });
});

test('a step with signatories is done only when each of them has signed the text that is out', () => {
  fc.assert(fc.property(anyCycle, anyDay, (facts, today) => {
    for (const at of stepsOn(facts, today).all) {
      if (at.step.doneWhen !== 'signed' || at.state.is !== 'done') continue;
      const doc = at.place!.documents[at.step.document!]!;
      const outNow = doc.acts.findLast(({ kind }) => ['put-for-signature', 'made-final', 'reopened', 'declined', 'returned', 'sent-for-comment'].includes(kind))!.kind;
      expect(['put-for-signature', 'made-final']).toContain(outNow);
      expect(at.step.signatories.filter((office) => !doc.signatures.some((signature) => signature.office === office))).toEqual([]);
    }
  }), { numRuns: 300 });
});

test('a paper of a peer whose part has ended counts as it was handed over, and never keeps a step waiting', () => {
  const process = MODERATED_SELF_ASSESSMENT;
  const moderator = (id: string) => ({ id, role: 'moderator', authorityId: id, offices: ['dcs' as const], postId: null, name: id, assignedOn: '2017-09-01' });
  const place = placeOf(WIGAN, { wave: process.waves[0]!.key, leadChallengerAuthorityId: null, peers: [moderator('bury'), moderator('trafford')] });
  const issued = (peerId: string, ...acts: string[]) => ({ ...paper('paper', acts), id: peerId, peerId });
  const stepWith = (...old: string[]) => {
    const papers = [issued('bury', 'submitted', 'issued 2017-10-21'), issued('trafford', 'submitted', 'issued 2017-10-21'), issued('left', ...old)];
    const facts = cycleOf([place], { processPapers: new Map([[`moderation|authority:${WIGAN}`, papers]]) });
    return stepsOn(facts, '2017-10-25', process).all.find(({ step }) => step.paper === 'moderation' && step.doneWhen === 'issued')!.state.is;
  };
  expect([stepWith('submitted') === 'done', stepWith('submitted', 'issued 2017-10-22'), stepWith(), stepWith('submitted', 'returned'), stepWith('submitted', 'reopened'), stepWith('submitted', 'issued', 'reopened')]).toEqual([false, ...Array(5).fill('done')]);
});

test('what the others of a set are to read is read once it is handed over, where no other is left in it', () => {
  const process = TRIADS_AND_QUARTETS;
  const place = placeOf(WIGAN, { groupId: 'triad', wave: process.waves[0]!.key, leadChallengerAuthorityId: null });
  const readWith = (memberIds: string[], acts: string[]) => {
    const summary = { ...paper('paper', acts), id: 'summary', readings: [] };
    const groups = [{ id: 'triad', name: 'Triad 1', ordinal: 1, leadAuthorityId: null, memberIds }];
    const facts = cycleOf([place], { groups, processPapers: new Map([[`summary|authority:${WIGAN}`, [summary]]]) });
    return stepsOn(facts, '2018-01-01', process).all.find(({ step }) => step.key === 'read-summary')!.state;
  };
  expect(readWith([WIGAN], ['submitted 2017-10-21'])).toEqual({ is: 'done', on: '2017-10-21' });
  expect(isSettledState(readWith([WIGAN], []))).toBe(false);
  expect(isSettledState(readWith([WIGAN], ['submitted', 'returned']))).toBe(false);
  expect(isSettledState(readWith([WIGAN, 'halton'], ['submitted 2017-10-21']))).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { isTooSoon, NOT_THEIRS, pointlessBecause, readReason, reminderDay, remindersDue } from '@/domain/reminders';
import type { HolderOfPost } from '@/domain/chase';
import type { Office } from '@/domain/model';
import { cycleOf, paper, placeOf, post, stepOfWigan, stepsOn, WIGAN } from './a-cycle';

const wigan = (documents: Parameters<typeof placeOf>[1] = {}) => cycleOf([placeOf(WIGAN, documents)]);
const holder = (office: Office): HolderOfPost => ({ personId: `the ${office}`, name: office, email: `${office}@wigan.example`, post: post(office, { authority: WIGAN }) });
const holders = [holder('dcs'), holder('lead-member'), holder('chief-executive'), holder('policy-officer')];
const due = (facts: ReturnType<typeof wigan>, today: string) => remindersDue({ facts, steps: stepsOn(facts, today), holders, today, address: (path) => `https://friend.example${path}` });
const who = (facts: ReturnType<typeof wigan>, step: string, today: string) => due(facts, today).filter(({ reason }) => readReason(reason)!.stepKey === step).map(({ personId }) => personId);

describe('a reminder', () => {
  // The memorandum is due on Friday 27 October 2017 and reminded of 7 days and 1 day before.
  const dayOn = (today: string) => reminderDay(stepOfWigan(wigan(), 'sign-mou', today), today);
  test('falls on the days that the process names', () => {
    expect(['2017-10-18', '2017-10-19', '2017-10-20', '2017-10-26'].map(dayOn)).toEqual([null, null, '2017-10-20', '2017-10-26']);
  });
  test('that was missed is made up for within the week', () => {
    expect(dayOn('2017-10-24')).toBe('2017-10-20');
    expect(dayOn('2017-10-27')).toBe('2017-10-26');
  });
  test('of a day without a digest goes on the working day before', () => {
    const at = stepOfWigan(wigan(), 'sign-mou', '2017-10-20');
    const onMonday = { ...at, dates: { ...at.dates, dueOn: '2017-10-30' } };
    expect([reminderDay(onMonday, '2017-10-26'), reminderDay(onMonday, '2017-10-27')]).toEqual(['2017-10-23', '2017-10-27']);
  });
  test('of what is late comes once a week', () => {
    expect(['2017-10-28', '2017-11-03', '2017-11-04', '2017-11-11'].map(dayOn)).toEqual(['2017-10-28', '2017-10-28', '2017-11-04', '2017-11-11']);
  });
  test('of what is late does not follow within a week of another, whoever sent it', () => {
    const late = { dueOn: '2017-10-27' };
    expect(isTooSoon(late, '2017-10-30', '2017-11-04')).toBe(true);
    expect(isTooSoon(late, '2017-10-28', '2017-11-04')).toBe(false);
    expect(isTooSoon(late, '2017-10-26', '2017-10-28')).toBe(false);
    expect(isTooSoon(late, null, '2017-10-28')).toBe(false);
    expect(isTooSoon({ dueOn: '2017-11-10' }, '2017-11-08', '2017-11-09')).toBe(false);
  });
  test('goes to every post that has still to sign and to no other', () => {
    expect(who(wigan(), 'sign-mou', '2017-10-26')).toEqual(['the dcs', 'the lead-member', 'the chief-executive']);
    const part = wigan({ documents: { mou: paper('mou', ['put-for-signature'], { signed: ['lead-member'] }) } });
    expect(who(part, 'sign-mou', '2017-10-26')).toEqual(['the dcs', 'the chief-executive']);
    const all = wigan({ documents: { mou: paper('mou', ['put-for-signature'], { signed: ['dcs', 'lead-member', 'chief-executive'] }) } });
    expect(who(all, 'sign-mou', '2017-10-26')).toEqual([]);
  });
  test('is not written for a step that has not opened, is not needed, or belongs to a closed cycle', () => {
    expect(who(wigan(), 'agree-questions', '2017-11-15')).toEqual([]);
    expect(who(cycleOf([placeOf(WIGAN)], { waivers: new Map([[`sign-mou|authority:${WIGAN}`, 'Signed last year']]) }), 'sign-mou', '2017-10-26')).toEqual([]);
    expect(due(cycleOf([placeOf(WIGAN)], { closedOn: '2017-10-25' }), '2017-10-26')).toEqual([]);
  });
  test('says what, by when, where, and who else was told', () => {
    const [first] = due(wigan(), '2017-10-26').filter(({ reason }) => reason.includes('sign-mou'));
    expect(first).toMatchObject({
      key: `reminder:cycle-id:sign-mou:authority:${WIGAN}:2017-10-26:the dcs`,
      reason: `step:cycle-id:sign-mou:${WIGAN}`,
      subject: 'Wigan: sign the memorandum of understanding, by Friday 27 October 2017',
      body: 'In the 2017/18 cycle this waits for you (Wigan). It is due on Friday 27 October 2017.\n\nhttps://friend.example/documents/mou-id/sign\n\nAlso told: Lead Member, Wigan; Chief Executive, Wigan.',
    });
  });
});

describe('right before sending', () => {
  const reason = `step:cycle-id:sign-mou:${WIGAN}`;
  const today = '2017-10-26';
  const why = (facts: ReturnType<typeof wigan>, office: Office, about = reason) => pointlessBecause(about, { facts, steps: stepsOn(facts, today) }, [post(office, { authority: WIGAN })]);
  test('a message stands while the step waits for its receiver', () => expect(why(wigan(), 'dcs')).toBeNull());
  test('it is dropped for someone who has just signed, and for someone whose step it is no more', () => {
    const part = wigan({ documents: { mou: paper('mou', ['put-for-signature'], { signed: ['dcs'] }) } });
    expect([why(part, 'dcs'), why(part, 'chief-executive'), why(wigan(), 'policy-officer')]).toEqual([NOT_THEIRS, null, NOT_THEIRS]);
  });
  test('it is dropped when the step is done, not needed, gone, or the cycle closed', () => {
    const all = wigan({ documents: { mou: paper('mou', ['put-for-signature'], { signed: ['dcs', 'lead-member', 'chief-executive'] }) } });
    expect(why(all, 'dcs')).toBe('it has been done meanwhile');
    expect(why(cycleOf([placeOf(WIGAN)], { waivers: new Map([[`sign-mou|authority:${WIGAN}`, 'x']]) }), 'dcs')).toBe('it is not needed any more');
    expect(why(wigan(), 'dcs', 'step:cycle-id:no-such-step:wigan')).toBe('the step is no longer part of the cycle');
    expect(why(cycleOf([placeOf(WIGAN)], { closedOn: '2017-10-25' }), 'dcs')).toBe('the cycle has been closed');
  });
});

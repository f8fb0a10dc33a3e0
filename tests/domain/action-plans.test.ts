import { describe, expect, it } from 'vitest';
import { inOrderOfNeed, isDueForEscalation, isOverdue, ratingsDiffer, type ActionFacts } from '@/domain/action-plans';

const action = (facts: Partial<ActionFacts> = {}): ActionFacts => ({
  id: 'a',
  number: 1,
  dueOn: '2018-03-30',
  ownerPostId: null,
  version: 1,
  doneAt: null,
  impactShownAt: null,
  closedAt: null,
  stoppedAt: null,
  escalatedAt: null,
  report: null,
  review: null,
  ...facts,
});
const at = new Date('2018-03-01T09:00:00Z');

describe('an action', () => {
  it.each([
    ['on its day', action(), '2018-03-30', false],
    ['the day after', action(), '2018-03-31', true],
    ['the day after, when it is done', action({ doneAt: at }), '2018-03-31', false],
    ['the day after, when it is closed', action({ closedAt: at }), '2018-03-31', false],
    ['the day after, when it was stopped', action({ stoppedAt: at }), '2018-03-31', false],
  ])('%s is overdue or not', (_when, facts, today, overdue) => {
    expect(isOverdue(facts, today)).toBe(overdue);
  });

  it('is raised by itself only after the grace, and once', () => {
    expect(isDueForEscalation(action(), '2018-04-06')).toBe(false);
    expect(isDueForEscalation(action(), '2018-04-07')).toBe(true);
    expect(isDueForEscalation(action({ escalatedAt: at }), '2018-04-07')).toBe(false);
  });

  it('has ratings that differ only when both sides have rated it', () => {
    const report = { rating: 'on-track' as const, evidence: '', asksToClose: false, at };
    const review = { rating: 'at-risk' as const, agreesClose: false, at };
    expect(ratingsDiffer(action({ report }))).toBe(false);
    expect(ratingsDiffer(action({ report, review }))).toBe(true);
    expect(ratingsDiffer(action({ report, review: { ...review, rating: 'on-track' } }))).toBe(false);
  });
});

it('the plan shows what is overdue longest first, then by number, and what is finished last', () => {
  const plan = [
    action({ number: 1, dueOn: '2018-05-01' }),
    action({ number: 2, dueOn: '2018-03-20' }),
    action({ number: 3, closedAt: at }),
    action({ number: 4, dueOn: '2018-02-01' }),
    action({ number: 5, dueOn: '2018-02-01', doneAt: at }),
  ];
  expect(inOrderOfNeed(plan, '2018-04-01').map(({ number }) => number)).toEqual([4, 2, 1, 5, 3]);
});

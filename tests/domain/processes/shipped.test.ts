import { describe, expect, it } from 'vitest';
import { addDays, daysFrom, isWeekend, weekdayOf } from '@/domain/deadlines';
import { documentTemplate } from '@/domain/documents/template';
import type { Day } from '@/domain/model';
import { owes } from '@/domain/owing';
import { isParty } from '@/domain/parties';
import { conflictsIn } from '@/domain/processes/conflicts';
import { scheduleOf, type Move } from '@/domain/processes/schedule';
import { templateFaults } from '@/domain/processes/template-faults';
import { processTemplate, type ProcessTemplateDefinition, type StepDefinition } from '@/domain/processes/template';
import { audienceFor } from '@/domain/readers';
import { isOwed, isSettledState, relationsOf, stepsOf } from '@/domain/workflow';
import { SHIPPED_FORMATS } from '../../../prisma/reference/shipped-formats';
import { SHIPPED_PROCESSES } from '../../../prisma/reference/processes/shipped-processes';
import { aWholeRegion } from './a-whole-region';
import { SHIPPED_READERS } from './shipped-readers';

const shipped = SHIPPED_PROCESSES.map(({ key, definition }) => [key, definition] as const);
const processOf = (key: string) => SHIPPED_PROCESSES.find((process) => process.key === key)!.definition;

describe.each(shipped)('%s', (_key, template) => {
  it('is in shape, has no faults, and no date that cannot be met on its ordinary day 0', () => {
    expect(processTemplate.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
    expect(templateFaults(template)).toEqual([]);
    expect(conflictsIn(aWholeRegion(template).schedule).map(({ is, day }) => `${day.step.key} ${is}`)).toEqual([]);
  });

  it('can be walked from its first step to its last: whatever is open is owed by a post that there is', () => {
    const region = aWholeRegion(template);
    const today = region.schedule.endsOn;
    const done = new Map<string, Day>();
    for (let round = 0; round <= template.steps.length; round += 1) {
      const steps = stepsOf(region.facts(done), template.steps, region.schedule.at, today);
      const open = steps.all.filter(({ state }) => isOwed(state));
      expect(open.filter((at) => !region.posts.some((post) => owes(post, at, region.regionId))).map(({ step, scope }) => `${step.key} ${scope}`)).toEqual([]);
      if (open.length === 0) return expect(steps.all.filter(({ state }) => !isSettledState(state)).map(({ step, scope }) => `${step.key} ${scope}`)).toEqual([]);
      for (const { step, scope } of open) done.set(`${step.key}|${scope}`, today);
    }
    throw new Error('It never ends.');
  });

  it('has somebody for every part of every step', () => {
    const region = aWholeRegion(template);
    const [place] = region.places;
    const at = (step: StepDefinition) => {
      if (step.per === 'authority') return relationsOf(place!, region.regionId, region.setOf(place!.groupId));
      const groupId = step.per === 'group' ? place!.groupId : step.per === 'task-group' ? 'task-group' : null;
      return { regionId: region.regionId, groupId, set: groupId ? region.setOf(groupId) : null };
    };
    const nobody = template.steps.flatMap((step) => [...step.who, ...step.signatories].filter((party) => !region.posts.some((post) => isParty(party, post, at(step)))).map((party) => `${step.key}: ${party}`));
    expect(nobody).toEqual([]);
  });

  it('opens its papers to readers that there are where the paper stands', () => {
    const standing = (per: string) => ({ regionId: 'r', authorityId: per === 'authority' ? 'a' : null, cycleAuthorityId: per === 'authority' ? 'ca' : null, groupId: per === 'region' ? null : 'g' });
    const lost = template.steps.flatMap((step) => (step.opensTo ?? []).filter((reader) => audienceFor(reader, standing(step.per)) === null).map((reader) => `${step.key}: ${reader}`));
    expect(lost).toEqual([]);
  });

  it('names formats that are shipped, and sections whose questions can be answered in a paper', () => {
    const formats = Object.entries(template.formats).map(([kind, key]) => `${kind} ${key}`);
    expect(formats.filter((format) => !SHIPPED_FORMATS.some(({ kind, key }) => `${kind} ${key}` === format))).toEqual([]);
    const kinds = template.papers.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
    expect([...new Set(kinds)].filter((kind) => !['text', 'points', 'choice', 'asks', 'offers', 'own-area'].includes(kind))).toEqual([]);
  });

  it('has guidance where somebody writes for others, and headings that fit a column', () => {
    expect(template.steps.flatMap(({ key, heading }) => (heading.some((line) => line.length > 13) ? [`${key}: ${heading.join(' / ')}`] : []))).toEqual([]);
    expect(template.steps.filter(({ guidance }) => guidance !== '').length).toBeGreaterThanOrEqual(template.steps.length / 4);
  });
});

it('every format is in shape', () => {
  for (const { definition } of SHIPPED_FORMATS) expect(documentTemplate.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
});

/** Who writes a paper, and who signs and reads it from which step, in a line each. */
function readersOf({ papers, steps }: ProcessTemplateDefinition): Record<string, string[]> {
  return Object.fromEntries(
    papers.map(({ key, by, sectionsBy }) => [
      key,
      [[by, ...Object.entries(sectionsBy).map(([section, party]) => `${section} by ${party}`)].join('; '), ...steps.filter(({ paper }) => paper === key).map(lineOf)],
    ]),
  );
}

function lineOf({ key, doneWhen, signatories, who, opensTo = [] }: StepDefinition): string {
  const part = doneWhen === 'signed' ? ` signed by ${signatories.join(', ')}` : doneWhen === 'read' ? ` read by ${who.join(', ')}` : '';
  return `${key}:${part}${opensTo.length > 0 ? ` → ${opensTo.join(', ')}` : part === '' ? ' → nobody' : ''}`;
}

describe('who reads what', () => {
  it.each(shipped)('%s, paper by paper, is as the policy says', (key, template) => {
    expect(readersOf(template)).toEqual(SHIPPED_READERS[key]);
  });

  it.each(shipped)('%s: whoever is to read or to sign a paper is somebody to whom it is opened', (_key, template) => {
    const blind = template.steps
      .filter(({ doneWhen, paper }) => paper && doneWhen === 'read')
      .flatMap(({ key, paper, who }) => {
        const opened = template.steps.filter((step) => step.paper === paper).flatMap((step) => step.opensTo ?? []);
        const by = template.papers.find((one) => one.key === paper)!.by;
        return who.filter((party) => !opened.some((reader) => READS_AS[party]?.includes(reader) || reader === party.replace('peer:', 'peers:')) && by !== party).map((party) => `${key}: ${party}`);
      });
    expect(blind).toEqual([]);
  });

  it('a partnership’s papers stay with its partners and the team, but for what is passed on and the plan that all have signed', () => {
    const opening = processOf('partnership-challenge').steps.filter(({ opensTo = [] }) => opensTo.some((reader) => ['authority', 'authorities', 'challengers', 'set', 'group-lead'].includes(reader)));
    expect(opening.map(({ key }) => key)).toEqual(['letter-to-authority', 'sign-partnership-plan']);
    const writers = processOf('partnership-challenge').papers.flatMap(({ by, sectionsBy }) => [by, ...Object.values(sectionsBy)]);
    expect([...new Set(writers)].sort()).toEqual(['health-partner', 'partnership-chair', 'peer:lead-chair', 'police-partner', 'sli-coordinator']);
  });

  it('what is learnt at an authority leaves it only with its Director’s or its chair’s signature', () => {
    const learning = SHIPPED_PROCESSES.flatMap(({ key, definition }) => definition.steps.filter(({ paper }) => paper === 'learning-summary').map(({ doneWhen, signatories, opensTo }) => [key, doneWhen, signatories.join(), opensTo!.join()]));
    expect(learning).toEqual([
      ['core-challenge', 'handed-over', '', 'authority'],
      ['core-challenge', 'signed', 'dcs', 'authorities,board'],
      ['partnership-challenge', 'handed-over', '', 'partners'],
      ['partnership-challenge', 'signed', 'partnership-chair', 'all-partners,directors'],
      ['thematic-review', 'handed-over', '', 'authority'],
      ['thematic-review', 'signed', 'dcs', 'authorities'],
    ]);
  });
});

const READS_AS: Readonly<Record<string, readonly string[]>> = { dcs: ['authority'], 'lead-challenger': ['challengers'], 'set-members': ['set'] };

/** What 3-processes.md counts in days itself, and what is a weekend by that. */
const GIVEN_ON_A_WEEKEND: Readonly<Record<string, readonly string[]>> = {
  'annual-self-assessment': ['data-sheet', 'regional-analysis'],
  'core-challenge': ['find-lead', 'letter'],
  'partnership-challenge': ['find-lead', 'letter'],
  'concurrent-theme': ['analysis'],
};

it.each(shipped)('%s: no date is a weekend whenever day 0 is on its ordinary weekday, but where the source counts the days', (key, template) => {
  const places = template.waves.flatMap(({ key: wave, forumOffsets }) => forumOffsets.map((_, index) => ({ authorityId: `${wave}-${index}`, groupId: `${index}`, groupOrdinal: index + 1, wave })));
  const [ordinary, ...later] = [0, 1, 5, 20].map((weeks) => scheduleOf({ template, anchorOn: addDays(template.ordinaryAnchor, 7 * weeks), places, taskGroupIds: ['task'] }));
  const always = ordinary!.all.filter(({ step, scope, dueOn }) => isWeekend(dueOn) && later.every(({ forScope }) => isWeekend(forScope(step.key, scope).dueOn)));
  expect([...new Set(always.map(({ step }) => step.key))]).toEqual(GIVEN_ON_A_WEEKEND[key] ?? []);
  expect(always.filter(({ step }) => step.event)).toEqual([]);
});

/** Dates of a process in a real year, at the first of twelve authorities. */
function datesOf(key: string): (step: string) => Day {
  const template = processOf(key);
  const { schedule, places } = aWholeRegion(template);
  return (step) => schedule.at(step, { authorityId: places[0]!.authorityId, groupId: places[0]!.groupId }).dueOn;
}

describe('dates, beside 3-processes.md', () => {
  it('7.2: submissions by 30 November 2016, validation in January, index by March, summit in March, four reports', () => {
    const due = datesOf('annual-self-assessment');
    expect(['data-sheet', 'submit-self-assessment', 'regional-analysis', 'validation-event', 'agree-capacity-index', 'summit'].map(due)).toEqual([
      addDays('2016-11-30', -80),
      '2016-11-30',
      addDays('2016-11-30', 45),
      '2017-01-19',
      '2017-03-01',
      addDays('2016-11-30', 105),
    ]);
    expect(['indicators-q2', 'indicators-q3', 'indicators-q4', 'indicators-q1'].map(due)).toEqual(['2016-11-17', '2017-02-16', '2017-05-18', '2017-08-17']);
  });

  it('7.2: a deadline on any day of November leaves no date that cannot be met, and the quarters in their order', () => {
    const template = processOf('annual-self-assessment');
    for (const year of [2016, 2017, 2018, 2019, 2020]) {
      for (let anchorOn = `${year}-11-01`; anchorOn <= `${year}-11-30`; anchorOn = addDays(anchorOn, 1)) {
        const { schedule } = aWholeRegion(template, anchorOn);
        const quarters = ['q2', 'q3', 'q4', 'q1'].map((quarter) => schedule.forScope(`indicators-${quarter}`, 'region').dueOn);
        expect([anchorOn, ...quarters.map((on) => on.slice(0, 7))]).toEqual([anchorOn, `${year}-11`, `${year + 1}-02`, `${year + 1}-05`, `${year + 1}-08`]);
        expect([anchorOn, ...quarters.map(weekdayOf)]).toEqual([anchorOn, 4, 4, 4, 4]);
        expect([anchorOn, ...conflictsIn(schedule).map(({ is, day }) => `${day.step.key} ${is}`)]).toEqual([anchorOn]);
      }
    }
  });

  /** Number in the source's table → [step, days from the first day on site]. */
  const CORE: readonly [string, string, number][] = [
    ['2', 'request-theme', -120],
    ['3', 'endorse-theme', -110],
    ['4', 'find-lead', -100],
    ['5', 'agree-scope', -90],
    ['6', 'find-team', -75],
    ['7', 'documents', -28],
    ['8', 'sign-position-statement', -28],
    ['9', 'data-analysis', -14],
    ['10', 'audit', -7],
    ['11', 'programme', -21],
    ['11', 'read-programme', -7],
    ['12', 'lines-of-enquiry', -7],
    ['13', 'day-one', 0],
    ['14', 'day-two', 1],
    ['15', 'presentation', 2],
    ['16', 'draft-letter', 7],
    ['17', 'letter', 12],
    ['18', 'host-feedback', 14],
    ['19', 'action-plan', 42],
    ['20', 'first-review', 90],
    // The source’s 180 is “at least six months”; two days more are the weekday of day one again.
    ['21', 'follow-up', 182],
    ['22', 'consent', 365],
  ];

  it('7.3: all 22 steps of the three-day challenge, the letter within ten days of day three', () => {
    const due = datesOf('core-challenge');
    expect(CORE.map(([number, step]) => [number, step, daysFrom(due('day-one'), due(step))])).toEqual(CORE);
    expect(daysFrom(due('presentation'), due('letter'))).toBe(10);
    const numbers = new Set(processOf('core-challenge').steps.map(({ number }) => number));
    expect([...numbers].map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
  });

  it('7.3, the partnership’s: the same days, as far as it has the steps', () => {
    const due = datesOf('partnership-challenge');
    const steps = new Set(processOf('partnership-challenge').steps.map(({ key }) => key));
    const shared = CORE.filter(([, step]) => steps.has(step) && step !== 'request-theme');
    expect(shared.map(([number, step]) => [number, step, daysFrom(due('day-one'), due(step))])).toEqual(shared);
    expect(shared).toHaveLength(16);
  });

  it('7.3: an authority’s own first day on site carries every date with it', () => {
    const template = processOf('core-challenge');
    const places = [{ authorityId: 'a', groupId: 'g', groupOrdinal: 1, wave: 'first-visits' }];
    const moves = [{ stepKey: 'day-one', scope: 'authority:a', toOn: '2017-12-05' }];
    const letter = (moves: readonly Move[]) => scheduleOf({ template, anchorOn: '2017-11-07', places, moves }).forScope('letter', 'authority:a').dueOn;
    expect([letter([]), letter(moves)]).toEqual(['2017-11-19', '2017-12-17']);
  });

  it('7.4: questions 90 days before the event, analysis 10, feedback 7, local plans 30 after it', () => {
    const due = datesOf('concurrent-theme');
    const days = ['question-set', 'sign-theme-assessment', 'analysis', 'feedback', 'event', 'local-plan'].map((step) => daysFrom(due('event'), due(step)));
    expect(days).toEqual([-90, -30, -10, -7, 0, 30]);
  });

  it('7.5: launched in February, moderated and fed back by the end of May 2016, challenged in June, updated in December', () => {
    const due = datesOf('moderated-self-assessment');
    expect(['launch', 'submit-self-assessment', 'moderate', 'issue-comments', 'match-directors', 'challenge-event', 'december-meeting'].map(due)).toEqual([
      '2016-02-25',
      '2016-04-29',
      '2016-05-20',
      '2016-05-27',
      '2016-06-02',
      '2016-06-16',
      '2016-12-01',
    ]);
  });

  it('7.6 and 7.7: a review of two days; both visits of a pair before its joint findings', () => {
    const review = datesOf('thematic-review');
    expect(daysFrom(review('day-one'), review('day-two'))).toBe(1);
    const { schedule, places } = aWholeRegion(processOf('paired-health-check'));
    const visits = places.slice(0, 2).map(({ authorityId, groupId }) => schedule.at('visit', { authorityId, groupId }).dueOn);
    expect([...visits, schedule.forScope('joint-findings', 'group:group-1').dueOn]).toEqual(['2017-04-25', '2017-05-16', '2017-06-06']);
  });
});

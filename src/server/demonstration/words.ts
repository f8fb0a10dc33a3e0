// Plausible text for the demonstration region: invented, marked as illustrative, about no real authority.
import type { Office } from '@/domain/model';
import type { PlacementText, QuestionText, ReadingText } from '@/domain/questions';
import type { StagePlace } from './stage';
import { themeOf } from './themes';

export interface SectionWords {
  key: string;
  by: Office;
  content: (before: Record<string, unknown>) => Record<string, unknown>;
}

const ENABLERS = ['strategic-approach', 'leadership', 'workforce', 'partners', 'apparatus', 'innovation', 'resources', 'overall'];
const AREAS = ['help-and-protection', 'children-in-care', 'care-leavers', 'leadership', 'education', 'send'];

const evidence = (key: string, year: number) => [
  { id: `${key}-data`, kind: 'data', words: 'Monthly performance report, with the trend of three years', on: `${year}-06-30`, fileId: null },
  { id: `${key}-audit`, kind: 'audit', words: '46 audits, two thirds good; moderated by a neighbouring authority', on: `${year}-05-31`, fileId: null },
  { id: `${key}-voice`, kind: 'voice', words: 'Survey of children and parents, 118 answers', on: `${year}-04-30`, fileId: null },
  { id: `${key}-review`, kind: 'review', words: 'Peer review of practice by the regional group', on: `${year - 1}-11-15`, fileId: null },
];

/** Each section's text in the order in which it is written. Threads stay the same from year to year, so that what persists is seen. */
export function selfViewWords(place: StagePlace, year: number): SectionWords[] {
  const cycle = year % 7;
  const now = themeOf(place.index, cycle);
  const before = themeOf(place.index, cycle - 1);
  const point = (theme: typeof now, of: 'strength' | 'area', suffix = '') => ({ id: `${theme.key}-${of}${suffix}`, thread: `${place.authorityId.slice(0, 8)}-${theme.key}-${of}`, text: theme[of], tag: theme.tag });
  const area = (key: string, nth: number): SectionWords => {
    const theme = themeOf(place.index + nth, cycle);
    return {
      key,
      by: nth % 2 === 0 ? 'assistant-director' : 'dcs',
      content: () => ({
        judgement: `${theme.strength}\n\n${theme.area} We know it from audit and from what children and parents tell us, and our figures say the same. We judge this area to be sound where practice is steady, and not yet good enough where it depends on one team.`,
        strengths: [point(theme, 'strength', `-${key}`)],
        areas: [point(theme, 'area', `-${key}`)],
        evidence: evidence(key, year),
        confidence: ['high', 'medium', 'low'][(place.index + nth) % 3],
      }),
    };
  };
  return [
    {
      key: 'context',
      by: 'dcs',
      content: () => ({
        changes: `Demand rose by a twentieth in the year; the senior team has been stable. ${now.strength} What worries us most is this: ${now.area.charAt(0).toLowerCase()}${now.area.slice(1)}`,
        strengths: [point(now, 'strength'), point(before, 'strength')],
        areas: [point(now, 'area'), point(before, 'area')],
      }),
    },
    {
      key: 'practice',
      by: 'assistant-director',
      content: () => ({
        know: 'Practice is steady in most teams. Two thirds of audited work is good; plans are clearer about what must change for the child than they were last year, and less clear about by when.',
        how: 'From 46 audits moderated outside, from practice weeks in which every senior manager observes, from complaints and from what families tell us. Audit and data agree but for timeliness, where our figures were late.',
        plans: 'Three things: supervision that asks about the child’s day; one tool for neglect; and weekly figures for every team manager. Each has an owner and a date in the action plan.',
        evidence: evidence('practice', year),
        confidence: 'medium',
      }),
    },
    ...AREAS.map(area),
    {
      key: 'voice',
      by: 'assistant-director',
      content: () => ({
        said: 'Children in care told us that changes of worker are the hardest. Parents told us that they do not always know what must change for a plan to end.',
        changed: 'Every change of worker begins now with a letter in the child’s own words and a visit by both workers. Plans have a first page for parents.',
        evidence: evidence('voice', year),
      }),
    },
    {
      key: 'progress',
      by: 'policy-officer',
      content: ({ rows }) => ({
        rows: rowsOf(rows).map((row, nth) => ({
          ...row,
          status: ['in-progress', 'embedded', 'not-yet-impacting'][(nth + place.index) % 3],
          impact: 'Children notice it in two localities of five; the others follow in the spring.',
          next: 'Finish the roll-out, then audit it.',
        })),
        summary: 'Progress came easily where one manager owned the action and slowly where two services had to agree.',
      }),
    },
    {
      key: 'exceptions',
      by: 'data-lead',
      content: ({ rows }) => ({ rows: rowsOf(rows).map((row) => ({ ...row, agree: 'yes', why: 'It matches what we see week by week.', doing: 'In the action plan.' })) }),
    },
    {
      key: 'signatures',
      by: 'dcs',
      content: () => ({
        risk: { caseloads: { state: 'partly', evidence: 'In two teams' }, turnover: { state: 'not-present', evidence: 'Senior team in post for three years' }, slippage: { state: place.index % 3 === 0 ? 'partly' : 'not-present', evidence: '' } },
        strength: { stable: { state: 'present', evidence: '' }, honest: { state: 'present', evidence: 'Moderated by peers' }, voice: { state: 'partly', evidence: '' } },
      }),
    },
    {
      key: 'journey',
      by: 'dcs',
      content: () => ({
        grid: {
          placements: Object.fromEntries(
            placesOf(place, year, 'own').map(({ enabler, stage, half, rationale }) => [enabler, { stage, half, rationale, evidence: 'Audit, data and the peer review of practice' }]),
          ),
        },
      }),
    },
    {
      key: 'tracker',
      by: 'policy-officer',
      content: ({ rows }) => ({ rows: rowsOf(rows).map((row, nth) => ({ ...row, state: nth % 2 === 0 ? 'resolved' : 'continuing', words: nth % 2 === 0 ? 'Embedded; audited twice.' : 'Goes on this year.' })) }),
    },
    {
      key: 'asks-and-offers',
      by: 'policy-officer',
      content: () => ({
        asks: [{ id: 'ask-1', topic: now.support, urgency: 'term', kind: 'visit', words: '' }],
        offers: [{ id: 'offer-1', topic: before.strength, contact: 'Policy officer', evidence: '46 audits' }],
        themes: now.headline,
      }),
    },
  ];
}

function rowsOf(rows: unknown): Record<string, unknown>[] {
  return Array.isArray(rows) ? rows : [];
}

/** The authority's own places and the data group's: the same for most, half a stage further back for some. */
export function placesOf(place: StagePlace, year: number, by: 'own' | 'region'): PlacementText[] {
  const base = 2 + ((place.index * 5 + year) % 3);
  return ENABLERS.map((enabler, nth) => {
    const step = Math.min(5, Math.max(0, base + ((place.index + nth) % 3) - 1 - (by === 'region' && (place.index + nth) % 4 === 0 ? 1 : 0)));
    return {
      enabler,
      stage: Math.floor(step / 2) + 1,
      half: step % 2 === 0 ? ('early' as const) : ('established' as const),
      rationale: by === 'own' ? 'Steady across teams, with evidence from audit; not yet in every locality.' : 'Audit and figures agree less than the self-view says.',
    };
  });
}

export function readingWords(place: StagePlace, year: number): ReadingText {
  const theme = themeOf(place.index, year % 7);
  return {
    headline: theme.headline,
    summary: `The self-view is honest about what worries ${place.name}. Figures and audit agree on the direction; the group would like to hear more from children.`,
    focusEducation: theme.focus === 'education' || place.index % 4 === 0,
    focusSocialCare: theme.focus === 'social-care' || place.index % 4 === 0,
  };
}

export function questionWords(place: StagePlace, year: number, enquiryId: string | null): QuestionText[] {
  const theme = themeOf(place.index, year % 7);
  const sources = ['figures', 'self-view', 'last-year'] as const;
  const questions: QuestionText[] = theme.questions.map((text, nth) => ({ text, focus: theme.focus, source: sources[nth]!, enquiryId: null }));
  return enquiryId ? [...questions, { text: enquiryWords(place), focus: theme.focus, source: 'ofsted', enquiryId }] : questions;
}

export function enquiryWords(place: StagePlace): string {
  return themeOf(place.index).enquiry;
}

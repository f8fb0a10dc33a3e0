// A self-view that begins with outcomes: what children's lives are like, how that is known, what will be better next. After the East of
// England's outcome-focused self-assessment, which volunteers of other authorities moderate section by section; the template itself is not
// published and the wording of the questions is our own, to be replaced by the region's.
import type { z } from 'zod';
import { documentTemplate, type sectionDefinition } from '@/domain/documents/template';
import { FIRST_RULES } from '@/domain/self-views/x-ray-rules';

type Section = z.input<typeof sectionDefinition>;

interface Outcome {
  key: string;
  title: string;
  question: string;
  guidance: string;
  topics: string[];
}

/** The sections that are moderated, each in the same shape: outcomes, strengths, areas, evidence, and what will be different. */
export const OUTCOMES: readonly Outcome[] = [
  {
    key: 'protected',
    title: 'Children who need help and protection',
    question: 'Are children safer, sooner, because of what you do?',
    guidance: 'Begin with the child and not with the process: what is different for whom, compared with last year and with others.',
    topics: ['Front door', 'Assessment', 'Child protection', 'Children in need'],
  },
  {
    key: 'in-care',
    title: 'Children in care and care leavers',
    question: 'Do children in care have a settled home, good health and schooling, and a start as adults?',
    guidance: 'Permanence, placements near home, health, learning, and life after care.',
    topics: ['Children in care', 'Children in care: health', 'Permanence', 'Virtual school', 'Care leavers'],
  },
  {
    key: 'learning',
    title: 'Attainment of vulnerable children',
    question: 'Do vulnerable children learn as well as others?',
    guidance: 'Look at key stage 2 above all, at those who are missing from school, and at the gap rather than the average.',
    topics: ['Education: primary', 'Education: secondary', 'Education: inclusion'],
  },
  {
    key: 'send',
    title: 'Children with special educational needs',
    question: 'Do children and parents get the right help, in time, without a fight?',
    guidance: 'Plans, their quality, and what families say.',
    topics: ['SEND'],
  },
  {
    key: 'leadership',
    title: 'Leadership and workforce',
    question: 'Does leadership make practice better, and do good people stay?',
    guidance: 'Vacancies and agency staff, caseloads, supervision, audit that changes practice, political grip.',
    topics: ['Workforce'],
  },
];

const outcome = ({ key, title, question, guidance, topics }: Outcome): Section => ({
  key,
  title,
  guidance,
  fields: [
    { key: 'judgement', kind: 'text', label: question, hint: 'Outcomes and their trend in at most 300 words.', limit: 300, topics },
    { key: 'strengths', kind: 'points', of: 'strength', label: 'Strengths', hint: 'One sentence each, with a theme.' },
    { key: 'areas', kind: 'points', of: 'area', label: 'Areas for development', hint: 'One sentence each, with a theme.' },
    { key: 'evidence', kind: 'evidence', label: 'How do you know?', hint: 'Moderators ask first what a statement rests on: data, audit, what children and families said, reviews.' },
    { key: 'next', kind: 'text', label: 'What will be different a year from now?', hint: 'In at most 120 words, so that it can be asked about in December.', limit: 120 },
  ],
});

const SECTIONS: Section[] = [
  {
    key: 'context',
    title: 'Context',
    guidance: 'What a reader of another authority must know first.',
    fields: [
      { key: 'changes', kind: 'text', label: 'What has changed since last year?', hint: 'In at most 200 words.', limit: 200, topics: ['Context'] },
      { key: 'rows', kind: 'progress', label: 'What became of last year’s priorities?', hint: 'For each: how far it is, what children notice, and what is next.', limit: 100 },
    ],
  },
  ...OUTCOMES.map(outcome),
  {
    key: 'priorities',
    title: 'Priorities and support',
    guidance: 'What you will do, and what the region could do with you.',
    fields: [
      { key: 'priorities', kind: 'text', label: 'Your priorities for the next 12 months', hint: 'Three to five, each with the outcome that it serves, in at most 200 words.', limit: 200 },
      { key: 'asks', kind: 'asks', label: 'Support that you would like' },
      { key: 'offers', kind: 'offers', label: 'Practice that you can offer' },
    ],
  },
];

export const OUTCOME_FOCUSED_TEMPLATE = documentTemplate.parse({ title: 'Self-assessment', sections: SECTIONS, advice: [...FIRST_RULES] });

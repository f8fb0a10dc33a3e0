// A short self-view: strengths, areas for development, and what became of them over three years; signatures of risk and of strength; the
// critical indicators; asks and offers. After Yorkshire and the Humber's "shortened self-assessment document" of 2016/17; the wording of
// the questions is our own, to be replaced by the region's.
import type { z } from 'zod';
import { documentTemplate, type sectionDefinition } from '@/domain/documents/template';
import { FIRST_RULES } from '@/domain/self-views/x-ray-rules';
import { SIGNATURES } from './signatures';

type Section = z.input<typeof sectionDefinition>;
type Field = Section['fields'][number];

const EVIDENCE: Field = {
  key: 'evidence',
  kind: 'evidence',
  label: 'How do you know?',
  hint: 'Data, audit, what children and families said, and reviews.',
};

const indicators = (key: string, label: string, topics: string[]): Field => ({
  key,
  kind: 'text',
  label,
  hint: 'What the figures say, what you make of them, and what you do about it, in at most 120 words.',
  limit: 120,
  topics,
});

const SECTIONS: Section[] = [
  {
    key: 'context',
    title: 'The year in short',
    guidance: 'What the other Directors must know before they read the rest.',
    fields: [
      { key: 'changes', kind: 'text', label: 'What has changed since last year’s submission?', hint: 'Leadership, demand, money, inspection: in at most 150 words.', limit: 150, topics: ['Context'] },
      { key: 'judgement', kind: 'text', label: 'How well are children served here, and how do you know?', hint: 'One judgement in at most 200 words.', limit: 200 },
    ],
  },
  {
    key: 'strengths',
    title: 'Strengths',
    guidance: 'At most six, each one that you could show a colleague. Those that go on from last year keep their name, so that they can be followed.',
    fields: [{ key: 'strengths', kind: 'points', of: 'strength', label: 'Strengths', hint: 'One sentence each, with a theme.' }, EVIDENCE],
  },
  {
    key: 'areas',
    title: 'Areas for development',
    guidance: 'At most six, in the order in which they worry you. The theme of a peer challenge is normally one of these.',
    fields: [{ key: 'areas', kind: 'points', of: 'area', label: 'Areas for development', hint: 'One sentence each, with a theme.' }, EVIDENCE],
  },
  {
    key: 'tracker',
    title: 'Three-year tracker',
    guidance: 'Strengths and areas for development of the last three years: which are new, which go on, which are resolved.',
    fields: [{ key: 'rows', kind: 'tracker', label: 'Strengths and areas over three years', hint: 'Carried from earlier submissions. Say what became of those that you no longer name.' }],
  },
  SIGNATURES,
  {
    key: 'critical-indicators',
    title: 'Critical indicators',
    guidance: 'The figures that the region follows each quarter stand beside your words. Nothing is typed again here: say what they mean.',
    fields: [
      indicators('front-door', 'Front door, assessment and child protection', ['Front door', 'Assessment', 'Child protection', 'Children in need']),
      indicators('care', 'Children in care and care leavers', ['Children in care', 'Permanence', 'Care leavers']),
      indicators('workforce', 'Workforce', ['Workforce']),
      indicators('education', 'Education and inclusion', ['Education: primary', 'Education: secondary', 'Education: inclusion', 'SEND']),
      { key: 'rows', kind: 'exceptions', label: 'Figures that stand out', hint: 'Each figure in the best or weakest fifth of the region, at most 60 words for each.', limit: 60 },
    ],
  },
  {
    key: 'asks-and-offers',
    title: 'Asks and offers',
    guidance: 'What would help you, and what could you give? The region brings the two together.',
    fields: [
      { key: 'asks', kind: 'asks', label: 'Support that you would like' },
      { key: 'offers', kind: 'offers', label: 'Practice that you can offer' },
      { key: 'themes', kind: 'text', label: 'On what would you like to be challenged?', hint: 'In at most 80 words.', limit: 80 },
    ],
  },
];

export const SHORT_FORM_TEMPLATE = documentTemplate.parse({ title: 'Self-assessment', sections: SECTIONS, advice: [...FIRST_RULES] });

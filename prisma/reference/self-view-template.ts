// The North West's self-view, section by section, and its improvement-journey grid. Sections follow what the regions' own forms
// ask for; the rows and columns of the grid are those of the Isos Partnership's report for the LGA (2016). The wording of the
// questions and of the cells is our own, to be replaced by the region's.
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
  hint: 'Data, audit, what children and families said, and reviews. A statement without evidence will be asked about.',
};

const CONFIDENCE: Field = {
  key: 'confidence',
  kind: 'choice',
  label: 'How sure are you of this judgement?',
  options: [
    { value: 'high', label: 'High' },
    { value: 'medium', label: 'Medium' },
    { value: 'low', label: 'Low' },
  ],
};

/** The block that repeats for each area of work: judgement, strengths, areas for development, evidence, confidence. */
const area = (key: string, title: string, question: string, guidance: string, topics: string[]): Section => ({
  key,
  title,
  guidance,
  fields: [
    {
      key: 'judgement',
      kind: 'text',
      label: question,
      hint: 'Your judgement in at most 300 words: what you know, how you know it, what difference it makes.',
      limit: 300,
      topics,
    },
    { key: 'strengths', kind: 'points', of: 'strength', label: 'Strengths', hint: 'One sentence each, with a theme.' },
    { key: 'areas', kind: 'points', of: 'area', label: 'Areas for development', hint: 'One sentence each, with a theme.' },
    EVIDENCE,
    CONFIDENCE,
  ],
});

const practice = (key: string, label: string, hint: string): Field => ({ key, kind: 'text', label, hint, limit: 500 });

const SECTIONS: Section[] = [
  {
    key: 'context',
    title: 'Context and headlines',
    guidance: 'What a reader must know about the year before they read the rest.',
    fields: [
      { key: 'changes', kind: 'text', label: 'What has changed since last year?', hint: 'People, demand, money, inspection: in at most 300 words.', limit: 300, topics: ['Context'] },
      { key: 'strengths', kind: 'points', of: 'strength', label: 'Headline strengths', hint: 'The three that matter most.' },
      { key: 'areas', kind: 'points', of: 'area', label: 'Headline worries', hint: 'The three that matter most.' },
    ],
  },
  {
    key: 'progress',
    title: 'Progress since last cycle',
    guidance: 'Each priority, recommendation and action that was carried forward from the last peer challenge and annual conversation.',
    fields: [
      { key: 'rows', kind: 'progress', label: 'What became of last year’s priorities?', hint: 'For each: how far it is, what children notice, and what is next.', limit: 100 },
      { key: 'summary', kind: 'text', label: 'What do you make of it as a whole?', hint: 'Where did progress come easily, where not, and why? At most 300 words.', limit: 300 },
    ],
  },
  {
    key: 'practice',
    title: 'Social work practice',
    guidance: 'The three questions that Ofsted asks of every self-evaluation.',
    fields: [
      practice('know', 'What do you know about the quality and impact of social work practice?', 'Casework before counts: what is practice like, and what difference does it make?'),
      practice('how', 'How do you know it?', 'Audit, observation, feedback, data: and how far they agree with one another.'),
      practice('plans', 'What are your plans for the next 12 months to maintain or improve practice?', 'Few, dated, owned, and following from what you know.'),
      EVIDENCE,
      CONFIDENCE,
    ],
  },
  area('help-and-protection', 'Help and protection', 'What is it like to be a child who needs help here?', 'Front door and thresholds, assessment, child protection, harm outside the home, early help.', [
    'Front door',
    'Assessment',
    'Child protection',
    'Children in need',
  ]),
  area('children-in-care', 'Children in care and permanence', 'What is it like to be a child in care here?', 'Stability, sufficiency, health, education, permanence.', [
    'Children in care',
    'Children in care: health',
    'Virtual school',
    'Permanence',
    'Care proceedings',
  ]),
  area('care-leavers', 'Care leavers', 'What is it like to leave care here?', 'Accommodation, education and work, keeping in touch, health, the local offer.', ['Care leavers']),
  area(
    'leadership',
    'Leadership, workforce and partnerships',
    'What difference do leaders make to practice here?',
    'Impact of leaders; vacancies, agency staff, caseloads, supervision; safeguarding partners.',
    ['Workforce'],
  ),
  area('education', 'Education: outcomes and school improvement', 'How well do children here learn?', 'Early years, key stages 2 and 4, vulnerable groups, attendance and exclusion, post-16.', [
    'Education: early years',
    'Education: primary',
    'Education: secondary',
    'Education: post-16',
    'Education: inclusion',
  ]),
  area('send', 'SEND and inclusion', 'What is it like to have special educational needs here?', 'Timeliness and quality of plans, SEN support, local offer, tribunal, joint commissioning.', ['SEND']),
  {
    key: 'voice',
    title: 'Voice of children and families',
    guidance: 'What they said, in their words where you can, and what changed because of it. Nothing here may identify a child.',
    fields: [
      { key: 'said', kind: 'text', label: 'What have children and families told you?', hint: 'In at most 300 words.', limit: 300 },
      { key: 'changed', kind: 'text', label: 'What changed because of it?', hint: 'In at most 300 words.', limit: 300 },
      EVIDENCE,
    ],
  },
  {
    key: 'exceptions',
    title: 'Data exceptions',
    guidance: 'Each figure in the best or weakest fifth of the region: do you agree, why, and what are you doing?',
    fields: [{ key: 'rows', kind: 'exceptions', label: 'Figures that stand out', hint: 'At most 80 words for each.', limit: 80 }],
  },
  SIGNATURES,
  {
    key: 'journey',
    title: 'Journey grid',
    guidance: 'Where are you on the improvement journey? A position for each enabler with its reasons; one judgement of the whole. There is no score.',
    fields: [{ key: 'grid', kind: 'journey', label: 'Your place on the improvement journey', hint: 'At most 150 words for each.', limit: 150 }],
  },
  {
    key: 'tracker',
    title: 'Three-year tracker',
    guidance: 'Strengths and areas for development of the last three years: which are new, which go on, which are resolved.',
    fields: [{ key: 'rows', kind: 'tracker', label: 'Strengths and areas over three years', hint: 'Carried from earlier self-views. Say what became of those that you no longer name.' }],
  },
  {
    key: 'asks-and-offers',
    title: 'Asks and offers',
    guidance: 'What would help you, and what could you give? The region brings the two together.',
    fields: [
      { key: 'asks', kind: 'asks', label: 'Support that you would like' },
      { key: 'offers', kind: 'offers', label: 'Practice that you can offer' },
      { key: 'themes', kind: 'text', label: 'What should peers challenge you on?', hint: 'In at most 100 words.', limit: 100 },
    ],
  },
];

export const SELF_VIEW_TEMPLATE = documentTemplate.parse({
  title: 'Self-view',
  sections: SECTIONS,
  advice: [...FIRST_RULES],
  journey: {
    stages: ['Poor to fair', 'Fair to good', 'Good to great'],
    enablers: [
      {
        key: 'strategic-approach',
        name: 'Strategic approach',
        cells: [
          'Honest diagnosis accepted by all leaders; a short plan for the few things that make children safe now',
          'One coherent strategy and practice model; plan owned by managers; progress measured by quality, not tasks',
          'Strategy shaped with families and partners; long-term, outcome-led, reviewed from evidence',
        ],
      },
      {
        key: 'leadership',
        name: 'Leadership and governance',
        cells: [
          'Stable senior team; political and corporate grip; clear lines of accountability',
          'Leaders at every level; scrutiny and corporate parenting bite; challenge is routine',
          'Leaders look outward, lead the system, support other areas and grow successors',
        ],
      },
      {
        key: 'workforce',
        name: 'Engaging and supporting the workforce',
        cells: [
          'Enough staff, safe caseloads, supervision happens; basic expectations clear',
          'Consistent practice, learning culture, falling agency use, career routes',
          'Employer of choice; practitioners shape and lead practice',
        ],
      },
      {
        key: 'partners',
        name: 'Engaging partners',
        cells: [
          'Agreed thresholds and a working front door',
          'Joint planning, shared early help, schools and health engaged',
          'Partners share ambition, resource and accountability',
        ],
      },
      {
        key: 'apparatus',
        name: 'Building the supporting apparatus',
        cells: [
          'Reliable data, case system and audit; backlog and compliance known',
          'Quality assurance tells leaders about practice and impact; learning loops close',
          'Insight anticipates need; audit is moderated and trusted',
        ],
      },
      {
        key: 'innovation',
        name: 'Fostering innovation',
        cells: ['Only where it fixes a basic problem; no distraction', 'Tested ideas adopted with evaluation', 'Systematic innovation, shared with the sector'],
      },
      {
        key: 'resources',
        name: 'Judicious use of resources',
        cells: [
          'Investment to stabilise; know the cost drivers',
          'Money follows strategy; sufficiency and demand managed',
          'Invest-to-save and prevention funded from evidence',
        ],
      },
    ],
  },
});

// The papers of a thematic peer review: the authority asks for it and tailors it; the report is the region's form (3-processes.md section
// 7.6). The manuals that the source speaks of are not published; the wording is our own.
import { LETTER_SECTIONS } from './core-challenge';
import { areas, choice, strengths, text, type Paper } from './sections';

export const THEMATIC_REVIEW_PAPERS: readonly Paper[] = [
  {
    key: 'review-request',
    name: 'request for a review',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('service', 'Service and theme', 'Such as arrangements for children in care and care leavers.', { limit: 80 }),
      text('why', 'What you want to know', 'And what you will do with the answer.', { limit: 200 }),
      choice('size', 'How large a review helps', ['desk: Documents and data alone', 'one-day: One day on site', 'two-days: Two days on site'], 'Why this is enough.', { limit: 80 }),
      text('reviewers', 'Which experience the reviewers should bring', 'And which authorities do not come into question.', { limit: 120 }),
    ],
  },
  {
    key: 'scope',
    name: 'scope',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('theme', 'The theme in one sentence', 'As host and lead reviewer understand it.', { limit: 60 }),
      text('enquiries', 'Lines of enquiry', 'Two to four, tailored to what you asked for; from the region’s manual where it fits.', { limit: 250 }),
      text('methods', 'How it is looked into', 'Audit validation, case mapping, observation, interviews, reading: only what serves the lines.', { limit: 200 }),
      text('days', 'Days and people', 'When, where, and who looks after the reviewers.', { limit: 120 }),
    ],
  },
  {
    key: 'health-check',
    name: 'information for the reviewers',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('documents', 'Documents', 'What there is and where it lies. Nothing about a child.'),
      text('data', 'Figures', 'For the theme, with their trend and what explains it.', { limit: 300 }),
      text('position', 'Where we stand', 'In at most 400 words: what you know, how you know it, what you are unsure about.', { limit: 400 }),
    ],
  },
  {
    key: 'findings',
    name: 'findings of a reviewer',
    per: 'authority',
    by: 'peer:reviewer',
    sections: [
      text('did', 'What I did', 'Whom I met, what I read and saw. No names.', { limit: 120 }),
      strengths('strengths', 'Strengths', 'By line of enquiry, one sentence each, with a theme.'),
      areas('considerations', 'Areas for consideration', 'By line of enquiry, one sentence each, with a theme.'),
      text('evidence', 'What it rests on', 'More than one source for each.', { limit: 200 }),
    ],
  },
  { key: 'report', name: 'report', per: 'authority', by: 'lead-challenger', sections: LETTER_SECTIONS },
  {
    key: 'factual-check',
    name: 'factual check',
    per: 'authority',
    by: 'dcs',
    sections: [text('facts', 'What is not right in the draft', 'Facts alone. A dash where all is right.')],
  },
  {
    key: 'learning-summary',
    name: 'learning summary',
    per: 'authority',
    by: 'sli-coordinator',
    sections: [
      text('learning', 'What others can learn', 'Without the authority’s name, and without anything by which it would be known.', { limit: 300 }),
      text('method', 'What the next review should do differently', 'About the method, not about the host.', { limit: 150 }),
    ],
  },
];

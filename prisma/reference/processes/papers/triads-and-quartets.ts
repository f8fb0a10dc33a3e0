// The papers of a triad or quartet. The regions publish that there are summary self-assessments, asks and offers, own notes and agreed
// actions (3-processes.md, peer challenge outside the seeds); what each asks is our own wording.
import { areas, choice, strengths, text, type Paper } from './sections';

export const TRIADS_AND_QUARTETS_PAPERS: readonly Paper[] = [
  {
    key: 'data-sheet',
    name: 'data sheet',
    per: 'authority',
    by: 'data-group-chair',
    fills: 'critical-indicators',
    sections: [
      text('figures', 'Figures beside those of the region', 'They can be filled in for you: keep the dozen that matter most to the conversation.'),
      text('stands-out', 'What stands out', 'In at most 150 words: what a colleague would ask about.', { limit: 150 }),
    ],
  },
  {
    key: 'summary',
    name: 'summary self-assessment',
    per: 'authority',
    by: 'dcs',
    sections: [
      strengths('strengths', 'What we do well', 'At most five, one sentence each, with a theme.'),
      areas('areas', 'What we have to get better at', 'At most five, one sentence each, with a theme.'),
      text('risk', 'Which signatures of risk we see here', 'And which we looked for and did not find: the others will ask.', { limit: 200 }),
      text('lines', 'What we would like to be challenged on', 'One to three lines of enquiry.', { limit: 150 }),
    ],
  },
  {
    key: 'asks-and-offers',
    name: 'asks and offers',
    per: 'authority',
    by: 'dcs',
    sections: [
      { key: 'asks', title: 'Asks', guidance: 'What would help you, from a colleague and not from a consultant.', fields: [{ key: 'asks', kind: 'asks', label: 'Support that you would like' }] },
      { key: 'offers', title: 'Offers', guidance: 'What you would show a colleague who came next week.', fields: [{ key: 'offers', kind: 'offers', label: 'Practice that you can offer' }] },
    ],
  },
  {
    key: 'own-notes',
    name: 'own notes',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('heard', 'What we heard', 'What the others saw, asked and doubted.', { limit: 300 }),
      text('think-again', 'What we think again about', 'A judgement that did not stand, evidence that was missing.', { limit: 200 }),
      text('take-home', 'What we take from the others', 'Practice that you saw and want to try.', { limit: 200 }),
    ],
  },
  {
    key: 'validation',
    name: 'validation of asks and offers',
    per: 'group',
    by: 'sli-coordinator',
    sections: [
      choice('asks', 'Asks', ['confirmed: Confirmed as they stand', 'changed: Confirmed with changes'], 'What the others changed, and why.', { limit: 200 }),
      choice('offers', 'Offers', ['confirmed: Confirmed as they stand', 'changed: Confirmed with changes'], 'Which offers the others would send somebody to see.', { limit: 200 }),
      text('matches', 'What can be brought together at once', 'An ask and an offer in the same room need no programme.', { limit: 200 }),
    ],
  },
  {
    key: 'agreed-actions',
    name: 'agreed actions',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('actions', 'What we do, by when, and who answers for it', 'Three to five actions, each with a post.'),
      text('impact', 'What children should notice', 'And how you will know.', { limit: 150 }),
    ],
  },
  {
    key: 'regional-asks-and-offers',
    name: 'asks and offers of the region',
    per: 'region',
    by: 'sli-coordinator',
    fills: 'asks-and-offers',
    sections: [
      text('together', 'Asks and offers by topic', 'From what each authority handed over; they can be gathered for you.'),
      text('brought-together', 'What the region brings together', 'Which ask meets which offer, who calls whom, by when.', { limit: 300 }),
      text('programme', 'What several ask for', 'It belongs into the regional plan.', { limit: 200 }),
    ],
  },
];

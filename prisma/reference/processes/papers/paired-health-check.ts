// The papers of a paired health check. The sources name the service that was looked at (contact and referral in 2017, quality assurance and
// audit in 2018/19) and no form: what is asked is our own wording.
import { areas, strengths, text, type Paper } from './sections';

export const PAIRED_HEALTH_CHECK_PAPERS: readonly Paper[] = [
  {
    key: 'methodology',
    name: 'methodology',
    per: 'region',
    by: 'sli-coordinator',
    sections: [
      text('service', 'The one service that is looked at', 'Which it is this time, and what is left out. Contact and referral was the first; quality assurance and audit followed.', { limit: 150 }),
      text('questions', 'What every pair asks', 'Five to eight questions, the same for every pair, so that the findings can be put together.'),
      text('day', 'How the day runs', 'Who is met, what is observed, what is read, and how long it takes.'),
      text('ground', 'What is agreed beforehand', 'Both are host and visitor. Visitors read no case file on their own and take nothing away that could identify a child.'),
    ],
  },
  {
    key: 'pair-plan',
    name: 'plan of the pair',
    per: 'group',
    by: 'set-lead',
    sections: [
      text('dates', 'The two visits', 'The day of each, where it begins, and who looks after the visitors.'),
      text('people', 'Who visits and who is met', 'Posts, not names of families or children.'),
      text('focus', 'What each would like looked at', 'Beyond the questions that every pair asks, one or two for each side.', { limit: 150 }),
    ],
  },
  {
    key: 'self-check',
    name: 'self-check',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('answers', 'Our own answers', 'To the questions of the methodology, in at most 500 words: what you know and how you know it.', { limit: 500 }),
      text('figures', 'Figures of the service', 'Volume, timeliness, repeat work. Published or summarised figures only.', { limit: 150 }),
      text('worry', 'What worries us most', 'One thing, so that the visitors can look at it.', { limit: 100 }),
    ],
  },
  {
    key: 'visit-record',
    name: 'visit record',
    per: 'authority',
    by: 'peer:visitor',
    sections: [
      text('day', 'The day', 'Whom the visitors met, what they saw and what they read.', { limit: 150 }),
      strengths('strengths', 'What is strong', 'One sentence each, with a theme.'),
      areas('areas', 'What to think about', 'One sentence each, with a theme.'),
      text('learning', 'What we take home', 'What the visitors will use in their own authority.', { limit: 150 }),
    ],
  },
  {
    key: 'joint-findings',
    name: 'joint findings',
    per: 'group',
    by: 'set-lead',
    sections: [
      strengths('shared-strengths', 'What both do well', 'One sentence each, with a theme.'),
      areas('shared-areas', 'What both should think about', 'One sentence each, with a theme.'),
      text('differences', 'Where the two differ', 'And what each could learn from the other’s way.', { limit: 300 }),
      text('region', 'What the region should know', 'A practice worth spreading, or a difficulty that others will have too.', { limit: 150 }),
    ],
  },
  {
    key: 'own-actions',
    name: 'own actions',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('actions', 'What we do, by when, and who answers for it', 'Few, dated, each with a post.'),
      text('impact', 'What children should notice', 'And how you will know.', { limit: 150 }),
    ],
  },
  {
    key: 'regional-summary',
    name: 'regional summary of the health checks',
    per: 'region',
    by: 'sli-coordinator',
    fills: 'strengths-and-areas',
    sections: [
      text('themes', 'What the pairs found', 'Strengths and areas that several pairs share; they can be gathered for you. No authority is named.'),
      text('practice', 'Practice to spread', 'Only what its authority is glad to see named.', { limit: 300 }),
      text('next', 'What follows for the region', 'What should be tried together, and which service the pairs should look at next.', { limit: 200 }),
    ],
  },
];

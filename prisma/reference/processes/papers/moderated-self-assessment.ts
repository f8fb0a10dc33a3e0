// The papers of the moderated self-assessment. Moderators comment section by section and say how well each is evidenced; the excerpt with
// which they calibrate is invented.
import { OUTCOMES } from '../../outcome-focused-template';
import { areas, choice, strengths, text, type Paper } from './sections';

const EVIDENCED = ['well: Well evidenced', 'partly: Partly evidenced', 'not: Not evidenced'];

const EXCERPT =
  '“Children who need protection get it quickly. In March, 91 % of initial conferences were held within 15 working days, up from 78 %. An audit of 40 files in February found that assessments described the child’s day well in most; plans were weaker, and we have begun to coach the two teams in which they were weakest. Families tell us that they feel listened to.” (An invented excerpt, the same for every moderator.)';

export const MODERATED_SELF_ASSESSMENT_PAPERS: readonly Paper[] = [
  {
    key: 'guidance-notes',
    name: 'guidance notes',
    per: 'region',
    by: 'sli-coordinator',
    sections: [
      text('purpose', 'What the self-assessment is for', 'Whom it serves, who reads it and from when, and what it is not.', { limit: 200 }),
      text('writing', 'How to write it', 'Outcomes before activity; evidence for every judgement; what children say.', { limit: 300 }),
      text('moderating', 'How to moderate', 'What well, partly and not evidenced mean, with an example of each.', { limit: 300 }),
      text('dates', 'The year at a glance', 'From the launch to the meeting of Directors in December.', { limit: 150 }),
    ],
  },
  {
    key: 'calibration',
    name: 'calibration',
    per: 'authority',
    by: 'peer:moderator',
    sections: [choice('excerpt', 'How well is this excerpt evidenced?', EVIDENCED, 'What it rests on, and what you would still ask for.', { limit: 120, guidance: EXCERPT })],
  },
  {
    key: 'calibration-summary',
    name: 'summary of the calibration',
    per: 'region',
    by: 'sli-coordinator',
    fills: 'ratings',
    sections: [
      text('agreement', 'How far the moderators agreed', 'How many chose what; it can be gathered for you. Nobody is named.'),
      text('settled', 'What was settled', 'How to rate a good figure without the voice of children, an audit without its size, and the like.', { limit: 200 }),
    ],
  },
  {
    key: 'moderation',
    name: 'moderation comments',
    per: 'authority',
    by: 'peer:moderator',
    sections: [
      ...OUTCOMES.map(({ key, title }) => choice(key, title, EVIDENCED, 'What stands out, what is missing, what you would ask the author. In at most 150 words.', { limit: 150 })),
      text('whole', 'The whole', 'What the authority can be proud of, and what you would do again before the Directors read it.', { limit: 150 }),
    ],
  },
  {
    key: 'data-pack',
    name: 'regional data pack',
    per: 'authority',
    by: 'data-group-chair',
    fills: 'critical-indicators',
    sections: [
      text('figures', 'The authority beside the region', 'From the last quarter’s figures; they can be filled in for you.'),
      text('ask', 'What the figures would make a colleague ask', 'In at most 150 words.', { limit: 150 }),
    ],
  },
  {
    key: 'challenge-notes',
    name: 'challenge notes',
    per: 'authority',
    by: 'peer:challenging-dcs',
    sections: [
      strengths('strengths', 'What convinced me', 'One sentence each, with a theme.'),
      areas('areas', 'What I would think about', 'One sentence each, with a theme.'),
      text('answers', 'What I asked, and what was answered', 'In at most 250 words.', { limit: 250 }),
      text('offer', 'What I can offer', 'A visit, a person, a document.', { limit: 80 }),
    ],
  },
  {
    key: 'thematic-analysis',
    name: 'thematic analysis',
    per: 'region',
    by: 'sli-coordinator',
    fills: 'strengths-and-areas',
    sections: [
      text('themes', 'Strengths and areas for development by theme', 'From the self-assessments and the challenge; they can be gathered for you. No authority is named.'),
      text('evidence', 'How well the region knows itself', 'How many sections were well, partly and not evidenced, and where.', { limit: 200 }),
      text('proposed', 'Priorities that follow', 'New ones, and those that go on.', { limit: 200 }),
    ],
  },
  {
    key: 'priorities',
    name: 'priorities',
    per: 'region',
    by: 'sli-coordinator',
    sections: [
      text('priorities', 'Priority areas for the year', 'For each: the outcome, the leading Director and the leading Assistant Director.'),
      text('ended', 'What ends', 'Priorities of last year that are done or given up, and why.', { limit: 150 }),
    ],
  },
  {
    key: 'improvement-plan',
    name: 'improvement plan of the priority',
    per: 'task-group',
    by: 'set-lead',
    sections: [
      text('outcome', 'The outcome', 'What is to be different for children in the region, and how it will show.', { limit: 150 }),
      text('actions', 'What is done, by when, and who answers for it', 'Few actions, each with a post.'),
    ],
  },
  {
    key: 'december-update',
    name: 'December update',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('actions', 'What became of what you meant to do', 'From your self-assessment and the challenge.', { limit: 300 }),
      text('inspection', 'Focused visits and inspections', 'What they found, beside what you had written.', { limit: 150 }),
      text('figures', 'The second quarter’s figures', 'What moved, and what you make of it.', { limit: 150 }),
      text('ask', 'What you would like from the others', 'In at most 80 words.', { limit: 80 }),
    ],
  },
];

// The papers of the annual self-assessment. Which there are follows the source; what they ask is our own wording, to be replaced by the region's.
import { areas, choice, strengths, text, type Paper } from './sections';

const QUARTERS = ['Q2, July to September', 'Q3, October to December', 'Q4, January to March', 'Q1, April to June'] as const;

export const ANNUAL_SELF_ASSESSMENT_PAPERS: readonly Paper[] = [
  {
    key: 'data-sheet',
    name: 'data sheet',
    per: 'authority',
    by: 'data-group-chair',
    fills: 'critical-indicators',
    sections: [
      text('figures', 'Figures and their trend', 'The critical indicators for this authority, with their trend over three years. They are filled in as figures are entered, until somebody writes here. Published or summarised figures only.'),
      text('stands-out', 'What stands out', 'In at most 150 words: where it differs from the region, and what moved.', { limit: 150 }),
    ],
  },
  {
    key: 'regional-analysis',
    name: 'regional analysis',
    per: 'region',
    by: 'sli-coordinator',
    fills: 'strengths-and-areas',
    sections: [
      text('themes', 'Themes of this year', 'Strengths and areas for development that several authorities share; they can be gathered for you.'),
      text('changes', 'What changed since last year', 'What is resolved across the region, what goes on, what is new.', { limit: 300 }),
      text('signatures', 'Signatures of risk', 'How many see which signature, without naming any authority.', { limit: 300 }),
      text('to-test', 'What to test at the event', 'Where submissions and figures do not agree, and what the Directors should ask one another.', { limit: 300 }),
    ],
  },
  {
    key: 'validation',
    name: 'validation notes',
    per: 'authority',
    by: 'sli-coordinator',
    sections: [
      choice('outcome', 'What the Directors found', ['validated: Validated as submitted', 'amended: Validated with amendments'], 'Why, in at most 150 words.', { limit: 150 }),
      text('amendments', 'What is amended', 'Each statement that changes, and what it says now. Leave a dash where nothing changes.'),
      text('tested', 'What was tested', 'Which signatures of risk were asked about, on what evidence, and what was said.', { limit: 250 }),
      text('support', 'Support asked for and offered', 'What was named in the room.', { limit: 120 }),
    ],
  },
  {
    key: 'capacity-index',
    name: 'regional capacity index',
    per: 'region',
    by: 'sli-coordinator',
    fills: 'strengths-and-areas',
    sections: [
      text('index', 'Capacity and need by theme', 'For each theme how many authorities count it as a strength and how many as an area for development; it can be gathered for you.'),
      text('capacity', 'Where the region has capacity to give', 'Practice, people and time that authorities offer.', { limit: 300 }),
      text('need', 'Where the region needs help', 'What several authorities ask for, and what would help most.', { limit: 300 }),
      text('key-issues', 'Key issues for next year', 'The few that the region takes on in depth, and why these. Three were chosen for 2017/18.', { limit: 300 }),
    ],
  },
  {
    key: 'sector-led-plan',
    name: 'sector-led plan',
    per: 'group',
    by: 'sli-coordinator',
    sections: [
      text('where-we-stand', 'Where the region stands', 'In a few sentences, from the capacity index.', { limit: 200 }),
      text('issues', 'The key issues', 'For each: what should be different for children, and how it will show.'),
      text('groups', 'Task and finish groups', 'For each: its purpose, its designated DCS link, and when it reports.'),
      text('resource', 'Resource', 'Money, people and time, and who provides them.', { limit: 200 }),
    ],
  },
  {
    key: 'task-group-plan',
    name: 'plan of the task and finish group',
    per: 'task-group',
    by: 'set-lead',
    sections: [
      text('purpose', 'Purpose and scope', 'What is to be different for children, and what is left out.', { limit: 200 }),
      text('work', 'What the group does, by when', 'Few things, each with a post that answers for it.'),
      text('success', 'How it will show', 'Which figures or audits should move, and by when.', { limit: 200 }),
    ],
  },
  {
    key: 'task-group-report',
    name: 'report of the task and finish group',
    per: 'task-group',
    by: 'set-lead',
    sections: [
      text('done', 'What was done', 'In at most 300 words.', { limit: 300 }),
      text('impact', 'What children notice', 'What changed, and on what evidence.', { limit: 300 }),
      strengths('spread', 'What others can take up', 'One sentence each, with a theme.'),
      areas('left', 'What is left', 'One sentence each, with a theme.'),
    ],
  },
  ...QUARTERS.map((quarter): Paper => ({
    key: `indicators-${quarter.slice(0, 2).toLowerCase()}`,
    name: `critical indicators, ${quarter}`,
    per: 'region',
    by: 'data-group-chair',
    fills: 'critical-indicators',
    sections: [
      text('figures', 'The critical indicators', 'How the authorities lie, beside region and England; it can be gathered for you. No authority is named.'),
      text('reading', 'What they say', 'What moved, what may explain it, what to look at next. Counts without a direction are never ranked.', { limit: 300 }),
    ],
  })),
];

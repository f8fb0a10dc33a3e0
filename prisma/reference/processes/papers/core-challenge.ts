// The papers of a three-day peer challenge. Which there are follows the sources; headings of the letter and of the feedback follow what
// they publish (4-documents-teams-confidentiality.md), and the wording is our own.
import { areas, choice, strengths, text, theme, type Paper } from './sections';

const RECEIVE = ['full: A full three-day challenge', 'lighter: A shorter challenge', 'not-this-round: None this year'];
const PROVIDE = ['lead: A lead and members of teams', 'members: Members of teams', 'one: One member'];
const EXTENT = ['great: To a great extent', 'moderate: To a moderate extent', 'small: To a small extent', 'not: Not at all'];

export const COMMITMENT: Paper = {
  key: 'commitment',
  name: 'annual commitment',
  per: 'authority',
  by: 'dcs',
  sections: [
    text('principles', 'What we commit to', 'Openness, honesty, respectful challenge, and learning that is shared. Say what your authority means by it, or leave the region’s words.', { limit: 120 }),
    choice('receive', 'Challenge that we receive', RECEIVE, 'When it would suit, and when not.', { limit: 80 }),
    choice('provide', 'Challenge that we provide', PROVIDE, 'How many people, from which service, for how many days.', { limit: 80 }),
  ],
};

export const LETTER_SECTIONS: Paper['sections'] = [
  text('introduction', 'The theme and why it was chosen', 'In a few sentences.', { limit: 150 }),
  text('method', 'What the team did', 'How many people were met, what was read and seen. Nothing that could be traced to a person.', { limit: 150 }),
  strengths('strengths', 'Strengths', 'By line of enquiry, one sentence each, with a theme.'),
  areas('considerations', 'Areas for consideration', 'By line of enquiry, one sentence each, with a theme. They are for the host to weigh: no recommendation, no grade.'),
  text('practice', 'Good practice that others could use', 'What the team takes home.', { limit: 150 }),
  text('next', 'Suggested next steps and follow-up', 'When the lead comes back, and what should be different by then.', { limit: 150 }),
];

/** From the questions that evaluations of peer review have answered. */
export const hostFeedback = (by: Paper['by']): Paper => ({
  key: 'host-feedback',
  name: 'host’s feedback',
  per: 'authority',
  by,
  sections: [
    choice('purpose', 'Did the challenge serve its purpose?', EXTENT, 'Was the scope right, and the team?', { limit: 120 }),
    choice('insight', 'Did it tell you something that you did not know?', EXTENT, 'What, in a sentence.', { limit: 120 }),
    text('burden', 'What it took to prepare', 'About how many hours of your staff, and what you would leave out.', { limit: 80 }),
    text('change', 'What will change because of it', 'In at most 120 words.', { limit: 120 }),
  ],
});

export const teamFeedback = (key: string, name: string, by: Paper['by']): Paper => ({
  key,
  name,
  per: 'authority',
  by,
  sections: [
    choice('briefing', 'Were you well prepared?', EXTENT, 'Briefing, documents, the analysis of the data.', { limit: 120 }),
    choice('learning', 'Did you learn something for your own authority?', EXTENT, 'What, in a sentence.', { limit: 120 }),
    text('workload', 'What it took', 'About how many hours, and what was too much.', { limit: 80 }),
    text('process', 'What should be different next time', 'About the process, not about the host.', { limit: 120 }),
  ],
});

export const CORE_CHALLENGE_PAPERS: readonly Paper[] = [
  COMMITMENT,
  {
    key: 'theme-request',
    name: 'request for a challenge',
    per: 'authority',
    by: 'dcs',
    sections: [
      theme('theme', 'The theme', 'What the three days are about. Normally it is an area for development: then say which part of it; else say the theme.', { limit: 100 }),
      text('why', 'Why now', 'What you know already, what you do not know, and what you hope to learn.', { limit: 200 }),
      text('wishes', 'The team that would help', 'Which experience, and from what kind of authority. Authorities with which you share services do not come into question.', { limit: 120 }),
      text('when', 'When it suits', 'And when it does not: inspection, elections, returns, school holidays.', { limit: 80 }),
    ],
  },
  {
    key: 'scope',
    name: 'scope',
    per: 'authority',
    by: 'dcs',
    sections: [
      theme('theme', 'The theme', 'In one sentence, as host and lead understand it.', { limit: 60 }),
      text('enquiries', 'Key lines of enquiry', 'Two to four questions that three days can answer.', { limit: 250 }),
      text('in-and-out', 'What is in and what is out', 'Services, partners, age groups, places.', { limit: 200 }),
      text('days', 'The three days', 'Dates, where the team is based, who looks after it.', { limit: 120 }),
    ],
  },
  {
    key: 'document-list',
    name: 'list of documents and data',
    per: 'authority',
    by: 'dcs',
    sectionsBy: { asked: 'lead-challenger' },
    sections: [
      text('asked', 'What the team asks for', 'By line of enquiry. Nothing about a child, and no more than the team can read.'),
      text('given', 'What there is and where it lies', 'Strategies, performance reports, audit summaries, minutes; and what there is not.'),
      text('data', 'Figures for the analysis', 'Which returns and reports, for which months, and who explains them.'),
    ],
  },
  {
    key: 'position-statement',
    name: 'position statement',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('position', 'Where we stand on the theme', 'What you know, how you know it, and what difference it makes to children.', { limit: 600 }),
      strengths('strengths', 'What we think is strong', 'One sentence each, with a theme.'),
      areas('areas', 'What we think has to get better', 'One sentence each, with a theme.'),
      text('unsure', 'What we are not sure about', 'The best use of the team’s three days.', { limit: 150 }),
    ],
  },
  {
    key: 'data-analysis',
    name: 'data analysis',
    per: 'authority',
    by: 'peer:performance-manager',
    sections: [
      text('says', 'What the data say', 'By line of enquiry: level, trend, comparison, spread within the authority.', { limit: 600 }),
      text('doubt', 'What to be careful about', 'Small numbers, counts without a direction, changes in recording.', { limit: 200 }),
      text('ask', 'What to ask on site', 'Where figures and position statement do not agree.', { limit: 200 }),
    ],
  },
  {
    key: 'audit-summary',
    name: 'summary of the case file audit',
    per: 'authority',
    by: 'lead-challenger',
    sections: [
      text('what', 'What was audited, and how', 'How many files, chosen how, by whom; whether the host’s own grades were confirmed.', { limit: 150 }),
      text('found', 'What the auditors found', 'Patterns alone. Nothing about a single case, no initials, no dates of events.', { limit: 300 }),
    ],
  },
  {
    key: 'programme',
    name: 'on-site programme',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('day-one', 'Day one', 'Time, room, who is met by which member of the team.'),
      text('day-two', 'Day two', 'Fieldwork, with time for the team to write between sessions.'),
      text('day-three', 'Day three', 'Last questions in the morning; presentation in the afternoon.'),
      text('ground', 'How people are told', 'Nobody is given lines to say. What is said is not attributed. Fifty to a hundred people are met in all.', { limit: 150 }),
    ],
  },
  {
    key: 'lines-of-enquiry',
    name: 'lines of enquiry',
    per: 'authority',
    by: 'lead-challenger',
    sections: [
      text('hypotheses', 'What we think we may find', 'For each line a hypothesis, and what would show that it is wrong.'),
      text('who-asks', 'Who asks what of whom', 'So that nobody is asked the same thing four times.'),
      text('gaps', 'What we still lack', 'Documents, figures, people not in the programme.', { limit: 120 }),
    ],
  },
  {
    key: 'presentation',
    name: 'presentation',
    per: 'authority',
    by: 'lead-challenger',
    sections: [
      text('opening', 'What we were asked, and what we did', 'In a few sentences.', { limit: 120 }),
      strengths('strengths', 'Strengths', 'By line of enquiry, one sentence each, with a theme.'),
      areas('considerations', 'Areas for consideration', 'By line of enquiry, one sentence each, with a theme.'),
      text('thanks', 'What we take home', 'And thanks to those who were open with you.', { limit: 120 }),
    ],
  },
  { key: 'letter', name: 'letter', per: 'authority', by: 'lead-challenger', sections: LETTER_SECTIONS },
  {
    key: 'factual-check',
    name: 'factual check',
    per: 'authority',
    by: 'dcs',
    sections: [
      text('facts', 'What is not right in the draft', 'Facts alone: names of services, figures, dates. Judgements are the team’s. A dash where all is right.'),
    ],
  },
  hostFeedback('dcs'),
  teamFeedback('lead-feedback', 'lead’s feedback', 'lead-challenger'),
  teamFeedback('team-feedback', 'team’s feedback', 'peer:team'),
  {
    key: 'follow-up',
    name: 'follow-up note',
    per: 'authority',
    by: 'lead-challenger',
    sections: [
      text('seen', 'What was seen and heard', 'Six months on: what was done, and what children notice.', { limit: 300 }),
      areas('left', 'What is left', 'One sentence each, with a theme.'),
      text('support', 'What would help', 'From the team’s own authorities or from the region.', { limit: 120 }),
    ],
  },
  {
    key: 'learning-summary',
    name: 'learning summary',
    per: 'authority',
    by: 'sli-coordinator',
    sections: [
      text('theme', 'The theme', 'Without the authority’s name, and without anything by which it would be known.', { limit: 60 }),
      text('learning', 'What others can learn', 'What worked, what did not, and under which conditions.', { limit: 300 }),
      text('impact', 'What changed', 'Actions whose impact was shown, and how.', { limit: 200 }),
    ],
  },
];

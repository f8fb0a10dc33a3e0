// The papers of a challenge to a safeguarding partnership. They are the partnership's: written by its chair and manager, the police and
// health leads, and the chair who leads the team. The sources say that there were six such challenges and no more, so the wording is ours.
import { LETTER_SECTIONS, hostFeedback, teamFeedback } from './core-challenge';
import { areas, strengths, text, type Paper } from './sections';

export const PARTNERSHIP_CHALLENGE_PAPERS: readonly Paper[] = [
  {
    key: 'theme-request',
    name: 'request for a challenge',
    per: 'authority',
    by: 'partnership-chair',
    sections: [
      text('theme', 'The theme', 'One that the partnership can change by itself: how agencies work together, not how one of them works.', { limit: 100 }),
      text('why', 'Why now', 'What the partnership knows already, and what it hopes to learn.', { limit: 200 }),
      text('partners', 'What the partners say to it', 'Police, health and the authority: who wants it, and who has doubts.', { limit: 120 }),
      text('when', 'When it suits', 'And when it does not.', { limit: 80 }),
    ],
  },
  {
    key: 'scope',
    name: 'scope',
    per: 'authority',
    by: 'partnership-chair',
    sections: [
      text('theme', 'The theme in one sentence', 'As both chairs understand it.', { limit: 60 }),
      text('enquiries', 'Key lines of enquiry', 'Two to four questions, each of which more than one agency can answer.', { limit: 250 }),
      text('in-and-out', 'What is in and what is out', 'Single cases and reviews under way are out.', { limit: 150 }),
      text('days', 'The three days, and who may read what', 'Dates and place; and whether the authority is given the letter.', { limit: 120 }),
    ],
  },
  {
    key: 'document-list',
    name: 'list of documents and data',
    per: 'authority',
    by: 'partnership-chair',
    sectionsBy: { asked: 'peer:lead-chair', police: 'police-partner', health: 'health-partner' },
    sections: [
      text('asked', 'What the team asks for', 'By line of enquiry. Nothing about a child.'),
      text('partnership', 'From the partnership', 'Business plan, minutes, audits, training, the learning from reviews that are published.'),
      text('police', 'From the police', 'What there is, and where it lies.'),
      text('health', 'From health', 'What there is, and where it lies.'),
    ],
  },
  {
    key: 'position-statement',
    name: 'position statement',
    per: 'authority',
    by: 'partnership-chair',
    sectionsBy: { police: 'police-partner', health: 'health-partner' },
    sections: [
      text('position', 'Where the partnership stands on the theme', 'What it knows, how, and what difference it makes to children.', { limit: 500 }),
      text('police', 'What the police add', 'Their own view, in their own words.', { limit: 200 }),
      text('health', 'What health adds', 'Its own view, in its own words.', { limit: 200 }),
      strengths('strengths', 'What we think is strong', 'One sentence each, with a theme.'),
      areas('areas', 'What we think has to get better', 'One sentence each, with a theme.'),
    ],
  },
  {
    key: 'programme',
    name: 'on-site programme',
    per: 'authority',
    by: 'partnership-chair',
    sections: [
      text('day-one', 'Day one', 'Time, room, who is met by which member of the team.'),
      text('day-two', 'Day two', 'Frontline staff of several agencies together, and without their managers.'),
      text('day-three', 'Day three', 'Last questions in the morning; presentation in the afternoon.'),
    ],
  },
  {
    key: 'lines-of-enquiry',
    name: 'lines of enquiry',
    per: 'authority',
    by: 'peer:lead-chair',
    sections: [
      text('hypotheses', 'What we think we may find', 'For each line a hypothesis, and what would show that it is wrong.'),
      text('who-asks', 'Who asks what of whom', 'Agency by agency.'),
    ],
  },
  {
    key: 'presentation',
    name: 'presentation',
    per: 'authority',
    by: 'peer:lead-chair',
    sections: [
      text('opening', 'What we were asked, and what we did', 'In a few sentences.', { limit: 120 }),
      strengths('strengths', 'Strengths', 'By line of enquiry, one sentence each, with a theme.'),
      areas('considerations', 'Areas for consideration', 'By line of enquiry, one sentence each, with a theme.'),
    ],
  },
  { key: 'letter', name: 'letter', per: 'authority', by: 'peer:lead-chair', sections: LETTER_SECTIONS },
  {
    key: 'factual-check',
    name: 'factual check',
    per: 'authority',
    by: 'partnership-chair',
    sectionsBy: { police: 'police-partner', health: 'health-partner' },
    sections: [
      text('facts', 'What is not right in the draft', 'Facts alone. A dash where all is right.'),
      text('police', 'What the police would put right', 'Facts alone.'),
      text('health', 'What health would put right', 'Facts alone.'),
    ],
  },
  hostFeedback('partnership-chair'),
  teamFeedback('lead-feedback', 'lead’s feedback', 'peer:lead-chair'),
  {
    key: 'partnership-plan',
    name: 'action plan of the partnership',
    per: 'authority',
    by: 'partnership-chair',
    sectionsBy: { police: 'police-partner', health: 'health-partner' },
    sections: [
      text('shared', 'What the partners do together, by when', 'Few actions, each with one post that answers for it, whichever agency it is in.'),
      text('police', 'What the police do', 'By when, and who answers for it.'),
      text('health', 'What health does', 'By when, and who answers for it.'),
      text('impact', 'What children should notice', 'And how the partnership will know.', { limit: 150 }),
    ],
  },
  {
    key: 'first-review',
    name: 'note of the first review',
    per: 'authority',
    by: 'peer:lead-chair',
    sections: [
      text('progress', 'How far the actions are', 'What was done, what is stuck, and what children notice so far.', { limit: 250 }),
      text('next', 'What should come first now', 'In a few sentences.', { limit: 120 }),
    ],
  },
  {
    key: 'follow-up',
    name: 'follow-up note',
    per: 'authority',
    by: 'peer:lead-chair',
    sections: [
      text('seen', 'What was seen and heard', 'Six months on: what was done, and what children notice.', { limit: 300 }),
      areas('left', 'What is left', 'One sentence each, with a theme.'),
    ],
  },
  {
    key: 'learning-summary',
    name: 'learning summary',
    per: 'authority',
    by: 'sli-coordinator',
    sections: [
      text('theme', 'The theme', 'Without the name of the partnership, and without anything by which it would be known.', { limit: 60 }),
      text('learning', 'What other partnerships can learn', 'What worked, what did not, and under which conditions.', { limit: 300 }),
    ],
  },
];

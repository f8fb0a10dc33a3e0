// The papers of a challenge of many authorities at once on one theme. The source has a set of 29 questions for its first theme (child
// sexual exploitation), some of them for partner agencies, and does not print them: these 29 are our own, to be replaced by the region's.
import { areas, choice, strengths, text, type Paper } from './sections';

interface Part {
  key: string;
  title: string;
  questions: readonly string[];
}

export const QUESTION_SET: readonly Part[] = [
  {
    key: 'leadership',
    title: 'Leadership and strategy',
    questions: [
      '1. What do leaders know about how many children are affected by the theme, and which?',
      '2. Which plan covers it, who owns it, and when was it last changed because of what was learnt?',
      '3. How do the Lead Member and scrutiny know how well children are served?',
      '4. What money and how many people are given to it, and are they enough?',
      '5. What would you expect an inspection to find?',
    ],
  },
  {
    key: 'front-door',
    title: 'Seeing and telling',
    questions: [
      '6. How does a worried adult or a child get through to somebody who acts?',
      '7. How many contacts about the theme became referrals, and what became of the others?',
      '8. Are risks seen early in schools, health, police and youth services alike?',
      '9. How are children who go missing or are not in school followed up?',
      '10. Which children might you not be seeing?',
    ],
  },
  {
    key: 'practice',
    title: 'Help and protection',
    questions: [
      '11. What do audits of the last six months say about assessment and planning?',
      '12. How often do children see the same worker, and how long do they wait?',
      '13. Which help works here, and how do you know?',
      '14. How are parents and carers treated as partners?',
      '15. What happens when a child will not engage?',
    ],
  },
  {
    key: 'voice',
    title: 'Voice of children',
    questions: [
      '16. What have children told you about the help that they were given?',
      '17. What changed because of it?',
      '18. How are children heard who do not speak up?',
    ],
  },
  {
    key: 'police',
    title: 'Police',
    questions: [
      '19. How does the force know which children are at risk, and how is this shared?',
      '20. How are those who do harm disrupted and brought to justice?',
      '21. How are children treated as victims, and never as offenders, while a case runs?',
      '22. What do the force’s own audits say?',
    ],
  },
  {
    key: 'health',
    title: 'Health',
    questions: [
      '23. How do health staff recognise and report concerns?',
      '24. How long do children wait for help with their mental and sexual health?',
      '25. How do records follow a child who moves between services?',
      '26. What do health’s own audits say?',
    ],
  },
  {
    key: 'partnership',
    title: 'Working together',
    questions: [
      '27. Do agencies decide together, on the same information, in time?',
      '28. How does the safeguarding partnership know whether it makes a difference?',
      '29. Which disagreement between agencies is not settled?',
    ],
  },
];

const numberOf = (question = '') => question.split('.')[0];

const answering = ({ questions }: Part) => `Questions ${numberOf(questions[0])} to ${numberOf(questions.at(-1))} of the question set. Say what you know and how you know it; where you do not know, say that.`;

const POSITION = ['well: Well placed', 'partly: Partly there', 'not-yet: Not yet there'];

export const CONCURRENT_THEME_PAPERS: readonly Paper[] = [
  {
    key: 'question-set',
    name: 'question set',
    per: 'region',
    by: 'sli-coordinator',
    sections: [
      text('theme', 'The theme, and how it is understood', 'One theme for everyone: a theme of joint inspections, or one that the region chose.', { limit: 150 }),
      ...QUESTION_SET.map(({ key, title, questions }) => ({ key, title, fields: [{ key: 'text', kind: 'text' as const, label: `Questions: ${title.toLowerCase()}`, text: questions.join('\n') }] })),
    ],
  },
  {
    key: 'theme-assessment',
    name: 'self-assessment on the theme',
    per: 'authority',
    by: 'dcs',
    sectionsBy: { police: 'police-partner', health: 'health-partner' },
    sections: [
      ...QUESTION_SET.map((part) => text(part.key, part.title, answering(part), { guidance: part.questions.join(' ') })),
      choice('position', 'Your position on the whole', POSITION, 'Why, in at most 150 words. Partners should be able to stand by it.', { limit: 150 }),
      strengths('strengths', 'Strengths', 'One sentence each, with a theme.'),
      areas('areas', 'Areas for development', 'One sentence each, with a theme.'),
    ],
  },
  {
    key: 'analysis',
    name: 'analysis',
    per: 'authority',
    by: 'peer:analyst',
    sections: [
      choice('position', 'Would you put the authority where it puts itself?', ['same: Yes', 'further: It is further on', 'not-so-far: It is not so far'], 'On which evidence, or for want of which.', { limit: 200 }),
      strengths('strengths', 'What is strong and well evidenced', 'One sentence each, with a theme.'),
      areas('areas', 'What to think about', 'One sentence each, with a theme.'),
      text('partners', 'Where the agencies’ answers do not fit together', 'Police, health and the authority beside one another.', { limit: 200 }),
      text('questions', 'What you would ask at the event', 'Three to five questions.', { limit: 150 }),
    ],
  },
  {
    key: 'event-notes',
    name: 'notes of the event',
    per: 'region',
    by: 'sli-coordinator',
    sections: [
      text('themes', 'What came up again and again', 'Without naming any authority.', { limit: 400 }),
      text('practice', 'Practice worth spreading', 'Named where its authority is glad of it.', { limit: 200 }),
      text('region', 'What the region takes on', 'Few things, each with a name beside it.', { limit: 200 }),
    ],
  },
  {
    key: 'local-plan',
    name: 'local plan',
    per: 'authority',
    by: 'dcs',
    sectionsBy: { police: 'police-partner', health: 'health-partner' },
    sections: [
      text('authority', 'What the authority does, by when', 'Few actions, each with a post that answers for it.'),
      text('police', 'What the police do, by when', 'Few actions, each with a post that answers for it.'),
      text('health', 'What health does, by when', 'Few actions, each with a post that answers for it.'),
      text('impact', 'What children should notice', 'And how the partners will know.', { limit: 150 }),
    ],
  },
];

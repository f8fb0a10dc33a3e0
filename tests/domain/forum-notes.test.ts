import { expect, it } from 'vitest';
import { paragraphsOf } from '@/domain/documents/paragraphs';
import { draftFromTheDay } from '@/domain/forum-notes';

const day = {
  authority: 'Wigan',
  group: 'Trafford',
  on: 'Wednesday 13 December 2017',
  headline: 'Help comes sooner; does it last?',
  challengers: ['Halton', 'Trafford'],
  questions: [
    { text: 'What do you know about second plans?', notes: [{ kind: 'said', text: 'Forty families were helped.' }, { kind: 'agreed', text: 'Figures come in spring.' }] },
    { text: 'Who audits the tool?', notes: [] },
  ],
  otherNotes: [{ kind: 'evidence', text: 'Survey of 118 parents.' }],
  support: ['A visit to Halton'],
  actions: [{ text: 'Repeat the survey', owner: 'AD', by: 'Thursday 29 March 2018' }],
};

it('the first draft holds everything that was noted, each under its question', () => {
  const draft = draftFromTheDay(day);
  expect(draft).toBe(
    [
      '## Headline',
      'Help comes sooner; does it last?',
      'The forum was held in the Trafford group on Wednesday 13 December 2017. Wigan was challenged by Halton and Trafford.',
      '## Question 1',
      '**What do you know about second plans?**',
      'Forty families were helped.',
      'Agreed: Figures come in spring.',
      '## Question 2',
      '**Who audits the tool?**',
      'Nothing was noted under this question.',
      '## Other points',
      'Evidence: Survey of 118 parents.',
      '## Support asked for',
      '- A visit to Halton',
      '## Immediate actions',
      '- Repeat the survey (AD, by Thursday 29 March 2018)',
    ].join('\n\n'),
  );
  expect(paragraphsOf(draft).filter(({ number }) => number !== null)).toHaveLength(10);
});

it('a day on which nothing was noted still makes a draft that says so', () => {
  const draft = draftFromTheDay({ ...day, questions: [], otherNotes: [], support: [], actions: [], challengers: [] });
  expect(draft.split('\n\n').slice(-4)).toEqual(['## Support asked for', 'None.', '## Immediate actions', 'None.']);
});

import { expect, it } from 'vitest';
import { readersInWords, selfViewWay } from '@/domain/processes/self-view-way';
import { ANNUAL_SELF_ASSESSMENT } from '../../../prisma/reference/processes/annual-self-assessment';
import { MODERATED_SELF_ASSESSMENT } from '../../../prisma/reference/processes/moderated-self-assessment';
import { NORTH_WEST_PROCESS } from '../../../prisma/reference/processes/north-west-annual-cycle';

it('says what goes with a self-view, and who reads it from when', () => {
  expect(selfViewWay(NORTH_WEST_PROCESS)).toEqual({ ends: 'accepted', withMemorandum: true, opensTo: ['data-group'], withPacks: true });
  expect(selfViewWay(ANNUAL_SELF_ASSESSMENT)).toEqual({ ends: 'accepted', withMemorandum: false, opensTo: ['region-team', 'data-group', 'directors'], withPacks: false });
  expect(selfViewWay(MODERATED_SELF_ASSESSMENT)).toEqual({ ends: 'accepted', withMemorandum: false, opensTo: ['peers:moderator', 'peers:challenging-dcs'], withPacks: false });
});

it('a process that says nothing, as older ones do, opens it to the data group', () => {
  expect(selfViewWay({ steps: NORTH_WEST_PROCESS.steps.map(({ opensTo: _, ...step }) => step) }).opensTo).toEqual(['data-group']);
});

it('ends with the submission where nobody answers, and with the signature where nobody submits', () => {
  const without = (...facts: string[]) => selfViewWay({ steps: ANNUAL_SELF_ASSESSMENT.steps.map((step) => (facts.includes(step.doneWhen) && step.document ? { ...step, doneWhen: facts.length > 1 ? 'recorded' : 'submitted' } : step)) });
  expect(without('accepted')).toMatchObject({ ends: 'submitted', opensTo: ['region-team', 'data-group', 'directors'] });
  expect(without('accepted', 'submitted').ends).toBe('signed');
});

it('names the readers as an authority would', () => {
  const words = [NORTH_WEST_PROCESS, ANNUAL_SELF_ASSESSMENT, MODERATED_SELF_ASSESSMENT].map((template) => readersInWords(selfViewWay(template), template));
  expect(words).toEqual(['the data group', 'the data group and the other Directors of the region', 'its moderators and its challenging DCSs']);
  expect(readersInWords({ opensTo: ['region-team'] }, {})).toBe('');
});

import { expect, test } from 'vitest';
import type { HeldPost, Office } from '@/domain/model';
import { guidanceFor } from '@/domain/papers/guidance';
import { cycleOf, HALTON, placeOf, post, stepsOn, WIGAN } from '../a-cycle';
import { MODERATED_SELF_ASSESSMENT as process } from '../../../prisma/reference/processes/moderated-self-assessment';

const moderator = { id: 'peer', role: 'moderator', authorityId: WIGAN, offices: ['policy-officer'] as Office[], postId: null, name: WIGAN, assignedOn: '2017-09-01' };
const halton = placeOf(HALTON, { wave: process.waves[0]!.key, leadChallengerAuthorityId: null, peers: [moderator] });
const ofPaper = stepsOn(cycleOf([halton]), '2017-09-20', process).all.filter(({ step }) => step.paper === 'moderation');
const read = (held: HeldPost) => guidanceFor([held], ofPaper, 'north-west').map(({ step }) => step.key);

test('whoever writes a paper reads what is asked of them, and not what the region does with it', () => {
  expect(read(post('policy-officer', { authority: WIGAN }))).toEqual(['moderate']);
});

test('the regional team reads all of it', () => {
  expect(read(post('sli-coordinator'))).toEqual(['moderate', 'issue-comments']);
});

test('an outside body to which a paper was opened is told nothing of what others do with it', () => {
  expect(read(post('ofsted'))).toEqual([]);
});

test('those who get to read the paper are told only what they are to do with it; another authority nothing', () => {
  expect(read(post('dcs', { authority: HALTON }))).not.toContain('moderate');
  expect(read(post('dcs', { authority: 'bury' }))).toEqual([]);
});

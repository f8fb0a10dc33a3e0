import { describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { documentsSeen } from '@/domain/authority-page';
import type { DocumentFacts } from '@/domain/documents/facts';
import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { releasedTask, sectionTask } from '@/domain/given-tasks';
import type { Happened } from '@/domain/notifications/happened';
import { paperOf } from '@/domain/notifications/notice';
import { opensWith } from '@/domain/processes/opens-with';
import { regionWords } from '@/domain/processes/template';
import { putForReview } from '@/domain/self-views/review';
import { actInSentence, actInShort } from '@/domain/step-words';
import { missingForSubmission } from '@/domain/submission';
import { stepTasks } from '@/domain/tasks';
import { NORTH_WEST_PROCESS } from '../../prisma/reference/processes/north-west-annual-cycle';
import { SHIPPED_PROCESSES } from '../../prisma/reference/processes/shipped-processes';
import { cycleOf, paper, placeOf, post, stepsOn, WIGAN } from './a-cycle';
import { aDocument, after, holder } from './documents/a-document';

const RETURNED = paper('self-view', ['put-for-signature', 'submitted', 'returned 2017-10-19 Incomplete'], { signed: ['lead-member'] });
const PLACE = placeOf(WIGAN, { documents: { 'self-view': RETURNED, mou: paper('mou', []) } });
const dcs = holder('dcs');

describe.each([
  ['self-view', 'Self-view'],
  ['self-assessment', 'Self-assessment'],
])('in a process that calls it %s', (selfView, atStart) => {
  const process = { ...NORTH_WEST_PROCESS, words: regionWords.parse({ selfView }) };
  const facts = cycleOf([PLACE], { process });
  const doc: DocumentFacts = { ...aDocument('self-view', ['lead-member']), name: selfView === 'self-view' ? '' : selfView };

  test('it has that name, on the authority’s page too and in the list of what a cycle opens with', () => {
    expect([nameOf(doc), nameAtStart(doc)]).toEqual([selfView, atStart]);
    expect(documentsSeen(PLACE, process).map(({ name }) => name)).toEqual([atStart, 'Memorandum of understanding']);
    expect(opensWith(process)).toEqual([selfView, 'memorandum of understanding', 'action plan']);
  });

  test('tasks, the board and mail say so', () => {
    const steps = stepsOn(facts, '2017-10-20');
    const { mine } = stepTasks({ actor: { posts: [post('dcs', { authority: WIGAN })] }, facts, steps, today: '2017-10-20' });
    expect(mine.map(({ act }) => act)).toContain(`Mend the ${selfView}`);
    const { step, state } = steps.all.find(({ step: { document, doneWhen } }) => document === 'self-view' && doneWhen === 'put-for-signature')!;
    expect([actInSentence(step, state, process.words), actInShort(step, state, process.words)]).toEqual([`mend the ${selfView}`, `mend the ${selfView}`]);
    const given = { as: 'DCS, Wigan', documentId: 'd', kind: 'self-view', name: doc.name, sectionKey: 'help', title: 'Help', dueOn: null, begun: false } as const;
    expect(sectionTask(given, '2017-10-20').why).toBe(`This section of the ${selfView} was given to you. Mark it ready when it can be reviewed.`);
    expect(releasedTask({ as: 'Ofsted', releaseId: 'r', kind: 'self-view', name: doc.name, authority: 'Wigan', why: 'Asked for.', releasedOn: '2018-01-10' }).act).toBe(`Read Wigan’s ${selfView}`);
  });

  test('a message says so, of it alone and of it with the memorandum', () => {
    const of = (happened: Partial<Happened>) => paperOf({ authority: { id: WIGAN, name: 'Wigan' }, document: null, together: [], cycle: null, ...happened } as Happened);
    const cycle = { facts, steps: stepsOn(facts, '2017-10-20') };
    expect([of({ document: doc }), of({ document: doc, together: ['self-view', 'mou'] }), of({ together: ['self-view', 'mou'], cycle })]).toEqual([`Wigan’s ${selfView}`, `Wigan’s ${selfView} and memorandum`, `Wigan’s ${selfView} and memorandum`]);
  });

  test('a refusal says so', () => {
    expect(missingForSubmission({ selfView: doc, mou: null })).toEqual([`The ${selfView} is not out for signature.`]);
    const first = putForReview({ doc, actor: dcs });
    if (isRefusal(first)) throw new Error(first.because);
    expect(putForReview({ doc: after(doc, dcs, first.change), actor: dcs })).toMatchObject({ because: `The ${selfView} is out for internal review already.` });
  });
});

test('the two processes that are a self-assessment call it so', () => {
  expect(SHIPPED_PROCESSES.filter(({ definition }) => definition.words.selfView !== 'self-view').map(({ key, definition }) => [key, definition.words.selfView])).toEqual([
    ['annual-self-assessment', 'self-assessment'],
    ['moderated-self-assessment', 'self-assessment'],
  ]);
});

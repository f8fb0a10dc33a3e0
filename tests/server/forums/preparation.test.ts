import { beforeAll, expect, test } from 'vitest';
import { db } from '@/server/db';
import { loadPreparation } from '@/server/forums/preparation/load';
import { savePreparation } from '@/server/forums/preparation/save-preparation';
import { NotFound } from '@/server/not-found';
import { accepted, forumWorld, refusal, SCHEDULED_AT as at, type ForumWorld } from './a-forum';

let world: ForumWorld;
let sessionId: string;
let forumId: string;
let questionId: string;
beforeAll(async () => {
  world = await forumWorld();
  ({ id: sessionId, forumId } = await world.session('Wigan'));
  // Issued to Wigan and its challengers: the document, its act, its shares and one question.
  const documentId = world.cycle.document('questions', 'Wigan');
  const { authorityId, cycleAuthorityId } = world.cycle.places['Wigan']!;
  const coordinator = await world.as('coordinator');
  await db.documentAct.create({ data: { documentId, kind: 'issued', at, personId: coordinator.personId, postId: coordinator.as!.id } });
  await db.share.createMany({ data: [`authority:${authorityId}`, `challengers:${cycleAuthorityId}`].map((audience) => ({ documentId, audience, because: 'Issued', sinceAt: at })) });
  const set = await db.questionSet.findUniqueOrThrow({ where: { documentId } });
  questionId = (await db.question.create({ data: { questionSetId: set.id, ordinal: 1, text: 'What would a head teacher in Leigh tell us?', focus: 'social-care', source: 'self-view' } })).id;
});

const typed = (text: string, over = 0, key = `question-${questionId}`) => [{ sectionKey: key, baseVersion: over, typed: { text } }];
const textOf = async (role: 'wiganDcs' | 'haltonDcs', key = `question-${questionId}`) => (await loadPreparation(await world.as(role), forumId, sessionId, at)).sections.find((section) => section.key === key);

test('each side prepares, and neither sees the other’s', async () => {
  accepted(await savePreparation(await world.as('wiganDcs'), { sessionId, sections: typed('Wigan’s secret answer') }, at));
  accepted(await savePreparation(await world.as('haltonAd'), { sessionId, sections: typed('Halton’s secret line') }, at));
  expect(await textOf('wiganDcs')).toMatchObject({ text: 'Wigan’s secret answer', version: 1 });
  expect(await textOf('haltonDcs')).toMatchObject({ text: 'Halton’s secret line', version: 1 });
  for (const role of ['wiganDcs', 'haltonDcs'] as const) {
    const page = JSON.stringify(await loadPreparation(await world.as(role), forumId, sessionId, at));
    expect(page).not.toContain(role === 'wiganDcs' ? 'Halton’s secret' : 'Wigan’s secret');
  }
});

test('nobody without a part in the session finds the page', async () => {
  for (const role of ['rochdaleDcs', 'coordinator', 'facilitator', 'dataGroupChair', 'boardChair', 'ofsted', 'formerWiganDcs', 'otherRegionsCoordinator', 'nobody'] as const) {
    await expect(loadPreparation(await world.as(role), forumId, sessionId, at), role).rejects.toThrow(NotFound);
    await expect(savePreparation(await world.as(role), { sessionId, sections: typed('Mine') }, at), role).rejects.toThrow(NotFound);
  }
});

test('a Lead Member reads their authority’s preparation and does not write it', async () => {
  const leadMember = await world.as('wiganLeadMember');
  expect((await loadPreparation(leadMember, forumId, sessionId, at)).may).toBe(null);
  expect(refusal(await savePreparation(leadMember, { sessionId, sections: typed('Mine', 1) }, at))?.refused).toBe('not-permitted');
});

test('two who save over the same text: the second sees both', async () => {
  accepted(await savePreparation(await world.as('wiganPolicyOfficer'), { sessionId, sections: typed('First of two', 1) }, at));
  const second = accepted(await savePreparation(await world.as('wiganDcs'), { sessionId, sections: typed('Second of two', 1) }, at));
  const { besideId } = second.sections[`question-${questionId}`]!;
  expect(await textOf('wiganDcs')).toMatchObject({ text: 'First of two', version: 2 });
  expect((await loadPreparation(await world.as('wiganDcs'), forumId, sessionId, at)).beside).toEqual([{ id: besideId, sectionKey: `question-${questionId}` }]);
});

test('two who save different parts at once both succeed', async () => {
  const [director, officer] = [await world.as('wiganDcs'), await world.as('wiganPolicyOfficer')];
  const outcomes = await Promise.all([
    savePreparation(director, { sessionId, sections: typed('The Director and both Assistant Directors', 0, 'who-comes') }, at),
    savePreparation(officer, { sessionId, sections: typed('An audit of neglect', 0, 'support') }, at),
  ]);
  expect(outcomes.map(refusal)).toEqual([null, null]);
  expect(await textOf('wiganDcs', 'who-comes')).toMatchObject({ text: 'The Director and both Assistant Directors' });
  expect(await textOf('wiganDcs', 'support')).toMatchObject({ text: 'An audit of neglect' });
});

test('every text that was saved is kept', async () => {
  const revisions = await db.sectionRevision.findMany({ where: { section: { key: `question-${questionId}`, document: { kind: 'preparation', authorityId: world.cycle.places['Wigan']!.authorityId } } }, orderBy: [{ version: 'asc' }, { savedAt: 'asc' }, { id: 'asc' }] });
  expect(revisions.map(({ content, conflict }) => [content, conflict])).toEqual([
    [{ text: 'Wigan’s secret answer' }, false],
    [{ text: 'Second of two' }, true],
    [{ text: 'First of two' }, false],
  ]);
});

test('preparation closes when the session has ended', async () => {
  await db.forumSession.update({ where: { id: sessionId }, data: { endedAt: at } });
  expect(refusal(await savePreparation(await world.as('wiganDcs'), { sessionId, sections: typed('Too late', 2) }, at))?.refused).toBe('ended');
});

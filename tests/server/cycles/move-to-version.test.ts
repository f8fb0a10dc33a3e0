import { beforeAll, beforeEach, expect, it } from 'vitest';
import { isRefusal, type Refusal } from '@/domain/decision';
import type { ProcessEdit } from '@/domain/processes/compose/edit';
import type { StepDefinition } from '@/domain/processes/template';
import { completeStep } from '@/server/cycles/complete-step';
import { loadTimetable } from '@/server/cycles/load';
import { moveToVersion } from '@/server/cycles/move-to-version';
import { loadVersionMove } from '@/server/cycles/versions/load';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { changeProcess } from '@/server/processes/change-process';
import { publishProcess } from '@/server/processes/publish-process';
import { startDraft } from '@/server/processes/start-draft';
import { keepDatabase } from '../../support/database';
import type { Role } from '../../support/cast';
import { aCycle, codeOf, OCTOBER, ok, type Cycle } from '../documents/a-signed-cycle';

let region: Cycle;
let begin: () => Promise<void>;
beforeAll(async () => {
  region = await aCycle();
  begin = await keepDatabase();
});
beforeEach(() => begin());

const at = OCTOBER;
const as = (role: Role) => region.as(role);
const cycleOf = () => db.cycle.findUniqueOrThrow({ where: { id: region.cycle.cycleId } });
const stepNamed = async (templateId: string, key: string): Promise<Omit<StepDefinition, 'key'>> =>
  ((await db.processTemplate.findUniqueOrThrow({ where: { id: templateId } })).definition as unknown as { steps: StepDefinition[] }).steps.find((step) => step.key === key)!;

/** A newer version of the process by which the cycle runs, with these edits. */
async function published(...edits: readonly ProcessEdit[]): Promise<string> {
  const coordinator = await as('coordinator');
  const { templateId } = await cycleOf();
  const newest = await db.processTemplate.findFirstOrThrow({ where: { key: 'annual-cycle', cycles: { some: { id: region.cycle.cycleId } } } });
  const started = made(await startDraft(coordinator, { fromId: newest.id ?? templateId }, at));
  for (const edit of edits) {
    const { saves } = await db.processTemplate.findUniqueOrThrow({ where: { id: started.id } });
    ok(await changeProcess(coordinator, { processId: started.id, saves, over: '', edit }, at));
  }
  const { saves } = await db.processTemplate.findUniqueOrThrow({ where: { id: started.id } });
  ok(await publishProcess(coordinator, { processId: started.id, saves }, at));
  return started.id;
}

function made<Change extends object>(outcome: { change: Change } | Refusal): Change {
  if (isRefusal(outcome)) throw new Error(`${outcome.refused}: ${outcome.because}`);
  return outcome.change;
}

const PAPER: readonly ProcessEdit[] = [
  { is: 'add-paper', paper: { name: 'asks and offers', per: 'authority', by: 'dcs' } },
  { is: 'add-step', step: { name: 'Asks and offers handed over', phase: 'after' } },
];
const askedFor = async (): Promise<ProcessEdit> => ({
  is: 'change-step',
  key: 'asks-and-offers-handed-over',
  to: { ...(await stepNamed((await cycleOf()).templateId, 'action-plan')), name: 'Asks and offers handed over', doneWhen: 'handed-over', document: undefined, paper: 'asks-and-offers', waitsFor: [], due: { from: 'anchor', offset: 60, unit: 'calendar' } },
});
const move = async (toId: string, role: Role = 'coordinator') => moveToVersion(await as(role), { cycleId: region.cycle.cycleId, toId, reason: 'The Directors asked for it' }, at);

it('a running cycle goes on by a newer version: new papers are there, dates follow, those concerned are told', async () => {
  const before = await cycleOf();
  const share = await stepNamed(before.templateId, 'share-out');
  const toId = await published(...PAPER, await askedFor(), { is: 'change-step', key: 'share-out', to: { ...share, due: { from: 'anchor', offset: 77, unit: 'calendar' } } });
  const page = await loadVersionMove(await as('coordinator'), { cycleId: before.id }, at);
  expect(page.to).toMatchObject({ id: toId, version: 2, refusal: null, late: [] });
  expect(page.to!.dates.map(({ day, from, to }) => [day.step.key, from, to])).toEqual([['share-out', '2018-02-01', '2018-02-08']]);
  expect(page.to!.changes.map(({ says }) => says)).toContain('The paper “asks and offers” is new.');

  ok(await move(toId));
  expect((await cycleOf()).templateId).toBe(toId);
  const papers = await db.document.findMany({ where: { cycleId: before.id, kind: 'paper' }, include: { authority: true, sections: true, shares: true } });
  expect(papers.map(({ name, authority, sections, shares }) => [name, authority!.shortName, sections.length, shares.length]).sort()).toEqual([['asks and offers', 'Halton', 1, 1], ['asks and offers', 'Trafford', 1, 1], ['asks and offers', 'Wigan', 1, 1]]);
  expect(await db.cycleTemplateMove.findMany({ where: { cycleId: before.id } })).toMatchObject([{ fromId: before.templateId, toId, reason: 'The Directors asked for it', movedBy: region.ids.coordinator }]);
  expect(await db.event.findMany({ where: { type: 'cycle.template-moved' } })).toMatchObject([{ cycleId: before.id, data: { version: 2, cycle: '2017/18' } }]);
  const { cycle } = await loadTimetable(await as('wiganDcs'), before.id);
  expect(cycle.template.steps.map(({ key }) => key)).toContain('asks-and-offers-handed-over');
  expect(codeOf(await move(toId))).toBe('not-newer');
  expect((await loadVersionMove(await as('coordinator'), { cycleId: before.id }, at)).moves).toMatchObject([{ from: 1, to: 2 }]);
});

it('is for the coordinator of the region; pressed twice it happens once', async () => {
  const toId = await published({ is: 'add-step', step: { name: 'Thanked', phase: 'after' } });
  const { id } = await cycleOf();
  for (const role of ['facilitator', 'wiganDcs', 'boardChair', 'ofsted', 'otherRegionsCoordinator', 'nobody'] as const) {
    const outcome = await move(toId, role).then(codeOf, (error: unknown) => (error instanceof NotFound ? 'not-found' : Promise.reject(error)));
    expect([role, ['not-permitted', 'not-found'].includes(outcome)]).toEqual([role, true]);
    await expect(loadVersionMove(await as(role), { cycleId: id }, at)).rejects.toThrow(NotFound);
  }
  expect((await Promise.all([move(toId), move(toId)])).map(codeOf).sort()).toEqual(['accepted', 'not-newer']);
  expect(await db.cycleTemplateMove.count()).toBe(1);
});

it('loses nothing: no step that was done, no paper that was written, nobody’s place', async () => {
  const coordinator = await as('coordinator');
  const { id: cycleId } = await cycleOf();
  ok(await completeStep(coordinator, { cycleId, stepKey: 'ofsted-enquiries', scope: 'region', note: 'All in' }, at));
  const without = await published({ is: 'remove-step', key: 'ofsted-enquiries' });
  expect(await move(without)).toMatchObject({ refused: 'step-done', because: 'What was done would be lost: “Ofsted’s key lines of enquiry received” is done and would be gone. Keep it in the new version as it was.' });
  const waves = await published({ is: 'remove-wave', key: 'january' });
  expect(await move(waves)).toMatchObject({ refused: 'no-wave', because: expect.stringContaining('is in the wave “January”, which version 3 does not have.') });

  const withPaper = await published(...PAPER, await askedFor());
  ok(await move(withPaper));
  const written = await db.document.findFirstOrThrow({ where: { cycleId, kind: 'paper', authority: { shortName: 'Wigan' } }, include: { sections: true } });
  await db.section.update({ where: { id: written.sections[0]!.id }, data: { version: 2, content: { text: 'We need help.' } } });
  const lost = await published({ is: 'remove-step', key: 'asks-and-offers-handed-over' }, { is: 'remove-paper', key: 'asks-and-offers' });
  expect(await move(lost)).toMatchObject({ refused: 'paper-written', because: 'The asks and offers have been written (Wigan), and version 5 has no such paper.' });

  for (const [shortName, ...kinds] of [['Halton', 'submitted', 'returned'], ['Trafford', 'submitted']] as const) {
    const { id: documentId } = await db.document.findFirstOrThrow({ where: { cycleId, kind: 'paper', authority: { shortName } } });
    for (const [index, kind] of kinds.entries()) await db.documentAct.create({ data: { documentId, kind, at: new Date(at.getTime() + index), personId: coordinator.personId, postId: coordinator.as!.id } });
  }
  const longer = await published({ is: 'add-section', paper: 'asks-and-offers', title: 'By when' });
  ok(await move(longer));
  const sections = await db.document.findMany({ where: { cycleId, kind: 'paper' }, include: { authority: true, sections: { orderBy: { ordinal: 'asc' } } }, orderBy: { authority: { shortName: 'asc' } } });
  expect(sections.map(({ authority, sections: held }) => [authority!.shortName, held.map(({ key }) => key)])).toEqual([['Halton', ['asks-and-offers', 'by-when']], ['Trafford', ['asks-and-offers']], ['Wigan', ['asks-and-offers', 'by-when']]]);
  expect((await db.section.findFirstOrThrow({ where: { documentId: written.id, key: 'asks-and-offers' } })).content).toEqual({ text: 'We need help.' });
});

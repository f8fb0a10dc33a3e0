import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { completeStep } from '@/server/cycles/complete-step';
import { db } from '@/server/db';
import { loadCopy } from '@/server/copies/load';
import { findDocument } from '@/server/documents/find-document';
import { handOverPaper } from '@/server/papers/hand-over-paper';
import { loadPaper } from '@/server/papers/load';
import { reopenPaper } from '@/server/papers/reopen-paper';
import { NotFound } from '@/server/not-found';
import { unscopedStepFacts } from '@/server/step-facts/load';
import { changeGroup } from '@/server/task-groups/change-group';
import { endGroup } from '@/server/task-groups/end-group';
import { loadTaskGroup, loadTaskGroups } from '@/server/task-groups/load';
import { setUpGroup } from '@/server/task-groups/set-up-group';
import { ROLES, type Role } from '../../support/cast';
import { keepDatabase } from '../../support/database';
import { queriesOf } from '../../support/queries';
import { aProcessOfRoles, OCTOBER, type ProcessOfRoles } from './a-process-of-roles';

let region: ProcessOfRoles;
let begin: () => Promise<void>;
beforeAll(async () => {
  region = await aProcessOfRoles();
  begin = await keepDatabase();
});
beforeEach(() => begin());

const idOf = (name: string) => region.process.places[name]!.authorityId;
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');
const answerOf = (work: Promise<object>) => work.then(codeOf, (error: unknown) => (error instanceof NotFound ? 'not-found' : Promise.reject(error)));
const wanted = (more: { name?: string; linkId?: string; adLeadId?: string; memberIds?: string[] } = {}) => ({ cycleId: region.process.cycleId, name: 'Placements', purpose: 'Enough homes', linkId: idOf('Stockport'), adLeadId: null, memberIds: [idOf('Trafford'), idOf('Wigan')], ...more });
const setUp = async (more?: Parameters<typeof wanted>[0]) => setUpGroup(await region.as('coordinator'), wanted(more), OCTOBER);
const group = () => db.group.findFirstOrThrow({ where: { kind: 'task' }, orderBy: { ordinal: 'asc' } });
const paper = async () => (await db.document.findFirstOrThrow({ where: { kind: 'paper', groupId: (await group()).id } })).id;
const whoOf = async (does: (role: Role) => Promise<object>) => {
  const answers = await Promise.all(ROLES.map(async (role) => [role, await answerOf(does(role))] as const));
  return answers.filter(([, answer]) => answer === 'accepted').map(([role]) => role);
};
const WIGAN: Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
const BOARD: Role[] = ['coordinator', 'facilitator', 'dataGroupChair', 'dataGroupMember', 'boardChair', 'boardMember', 'regionalChair'];
const inOrder = (roles: readonly Role[]) => ROLES.filter((role) => roles.includes(role));

describe('a task and finish group', () => {
  test('is set up by the coordinator alone, with its steps and its paper', async () => {
    const before = await db.event.count();
    const others = await Promise.all(ROLES.filter((role) => role !== 'coordinator').map(async (role) => answerOf(setUpGroup(await region.as(role), wanted(), OCTOBER))));
    expect(new Set(others)).toEqual(new Set(['not-permitted', 'not-found']));
    expect([await db.group.count({ where: { kind: 'task' } }), await db.event.count()]).toEqual([0, before]);
    expect(codeOf(await setUp())).toBe('accepted');
    const { id } = await group();
    const { steps } = await unscopedStepFacts(db, { cycle: { id: region.process.cycleId }, of: 'all', audiences: [] }, OCTOBER);
    expect(steps.all.filter(({ scope }) => scope === `group:${id}`).map(({ step, state }) => [step.key, state.is])).toEqual([['group-plan', 'open'], ['group-met', 'open']]);
    expect((await db.event.findFirstOrThrow({ where: { type: 'task-group.set-up' } })).data).toMatchObject({ name: 'Placements', link: 'Stockport' });
  });

  test('of one name, by two at once, is set up once', async () => {
    expect((await Promise.all([setUp(), setUp()])).map(codeOf).sort()).toEqual(['accepted', 'name-taken']);
  });

  test('is seen by its members, its link’s authority and the board; its paper by those who may write it', async () => {
    await setUp();
    const asked = { cycleId: region.process.cycleId, groupId: (await group()).id };
    const members = [...WIGAN, 'traffordDcs', 'stockportDcs', 'stockportDataLead', ...BOARD] satisfies Role[];
    expect(await whoOf(async (role) => loadTaskGroup(await region.as(role), asked, OCTOBER))).toEqual(inOrder(members));
    expect(await whoOf(async (role) => loadTaskGroups(await region.as(role), asked.cycleId, OCTOBER))).toEqual(inOrder(members));
    const documentId = await paper();
    expect(await whoOf(async (role) => findDocument(db, await region.as(role), documentId, OCTOBER))).toEqual(inOrder(['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'traffordDcs', 'stockportDcs', 'stockportDataLead']));
    const page = await loadTaskGroup(await region.as('wiganDcs'), asked, OCTOBER);
    expect([page.link, page.members, page.papers.map(({ name }) => name), page.steps.map(({ name }) => name)]).toEqual(['Stockport', ['Trafford', 'Wigan'], ['group plan'], ['Group met', 'Group plan']]);
    expect((await loadTaskGroup(await region.as('boardMember'), asked, OCTOBER)).papers).toEqual([]);
  });

  test('led by a member’s Assistant Director too is written by them, and its copy says who leads', async () => {
    await setUp({ adLeadId: idOf('Wigan') });
    const documentId = await paper();
    const writes = async (role: Role) => (await loadPaper(await region.as(role), documentId, OCTOBER)).writing?.as?.office ?? null;
    expect([await writes('wiganAd'), await writes('wiganDcs')]).toEqual(['assistant-director', null]);
    const { copy } = await loadCopy(await region.as('wiganAd'), { documentId, number: null, origin: '' }, OCTOBER);
    expect(copy.about).toContain('Led by DCS, Stockport, and Assistant Director, Wigan.');
  });

  test('whose members change loses sight and gives it; everyone concerned is told', async () => {
    await setUp();
    const { id } = await group();
    const documentId = await paper();
    const change = { ...wanted({ linkId: idOf('Halton'), memberIds: [idOf('Trafford')] }), groupId: id };
    const others = await Promise.all(ROLES.filter((role) => role !== 'coordinator').map(async (role) => answerOf(changeGroup(await region.as(role), change, OCTOBER))));
    expect(new Set(others)).toEqual(new Set(['not-permitted', 'not-found']));
    expect(codeOf(await changeGroup(await region.as('coordinator'), change, OCTOBER))).toBe('accepted');
    expect(await whoOf(async (role) => findDocument(db, await region.as(role), documentId, OCTOBER))).toEqual(inOrder(['traffordDcs', 'haltonDcs', 'haltonAd']));
    const { data } = await db.event.findFirstOrThrow({ where: { type: 'sets.changed' } });
    expect(data).toMatchObject({ what: 'Wigan leaves, its DCS link is Halton', authorityIds: [idOf('Trafford'), idOf('Wigan'), idOf('Stockport'), idOf('Halton')].join(' ') });
  });

  test('has handed a plan on: whoever leaves it reads that text on, and no later one', async () => {
    await setUp();
    const { id } = await group();
    const documentId = await paper();
    await db.section.updateMany({ where: { documentId }, data: { content: { text: 'Twelve homes more' } } });
    expect(codeOf(await handOverPaper(await region.as('stockportDcs'), { paperId: documentId }, OCTOBER))).toBe('accepted');
    expect(codeOf(await changeGroup(await region.as('coordinator'), { ...wanted({ memberIds: [idOf('Trafford')] }), groupId: id }, OCTOBER))).toBe('accepted');
    const later = new Date('2017-10-30T09:00:00Z');
    expect(codeOf(await reopenPaper(await region.as('stockportDcs', later), { paperId: documentId, reason: 'Thirteen' }, later))).toBe('accepted');
    expect(codeOf(await handOverPaper(await region.as('stockportDcs', later), { paperId: documentId }, later))).toBe('accepted');
    const texts = async (role: Role) => (await loadPaper(await region.as(role, later), documentId, later)).versions.map(({ number }) => number);
    expect([await texts('wiganAd'), await texts('traffordDcs')]).toEqual([[1], [1, 2]]);
  });

  test('that has finished is asked for nothing more, and keeps what it wrote', async () => {
    await setUp();
    const { id } = await group();
    const command = { cycleId: region.process.cycleId, groupId: id };
    const others = await Promise.all(ROLES.filter((role) => role !== 'coordinator').map(async (role) => answerOf(endGroup(await region.as(role), command, OCTOBER))));
    expect(new Set(others)).toEqual(new Set(['not-permitted', 'not-found']));
    const coordinator = await region.as('coordinator');
    expect((await Promise.all([endGroup(coordinator, command, OCTOBER), endGroup(coordinator, command, OCTOBER)])).map(codeOf).sort()).toEqual(['accepted', 'finished']);
    await expect(completeStep(coordinator, { cycleId: command.cycleId, stepKey: 'group-met', scope: `group:${id}`, note: '' }, OCTOBER)).rejects.toThrow(NotFound);
    const documentId = await paper();
    expect(await answerOf(findDocument(db, await region.as('stockportDcs'), documentId, OCTOBER))).toBe('accepted');
    expect((await loadTaskGroup(await region.as('wiganDcs'), command, OCTOBER)).steps).toEqual([]);
  });

  test('takes as many queries with one group as with five', async () => {
    await setUp();
    const coordinator = await region.as('coordinator');
    const asked = { cycleId: region.process.cycleId, groupId: (await group()).id };
    const count = async () => [await queriesOf(() => loadTaskGroups(coordinator, asked.cycleId, OCTOBER)), await queriesOf(() => loadTaskGroup(coordinator, asked, OCTOBER))];
    const one = await count();
    for (const name of ['Two', 'Three', 'Four', 'Five']) await setUp({ name, memberIds: ['Wigan', 'Halton', 'Trafford', 'Rochdale'].map(idOf) });
    expect(await count()).toEqual(one);
  });
});

// A step is recorded by the coordinator or by whoever it names, where it stands; everyone else does not find it, or is refused.
import { beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { actingAs, type Actor } from '@/domain/model';
import { completeStep } from '@/server/cycles/complete-step';
import { loadStep, loadTimetable } from '@/server/cycles/load';
import { loadCycles } from '@/server/cycles/under-way/load';
import { db } from '@/server/db';
import { loadForums } from '@/server/forums/load';
import { NotFound } from '@/server/not-found';
import { ROLES, type Role } from '../../support/cast';
import { aProcessOfRoles, OCTOBER, type ProcessOfRoles } from '../roles/a-process-of-roles';

let region: ProcessOfRoles;
let taskGroupId: string;
let cast: { name: string; actor: Actor }[];
const slugOf = (name: string) => region.process.places[name]!.slug;
const authorityId = (name: string) => region.process.places[name]!.authorityId;

beforeAll(async () => {
  region = await aProcessOfRoles({ peers: [['moderator', 'Wigan', 'Stockport']], leads: { Wigan: 'Halton' } });
  const { cycleId, regionId } = region.process;
  taskGroupId = (await db.group.create({ data: { regionId, cycleId, kind: 'task', name: 'Placements', ordinal: 1, leadAuthorityId: authorityId('Rochdale'), members: { create: [{ authorityId: authorityId('Trafford') }] } } })).id;
  const actors = await Promise.all(ROLES.map(async (role) => ({ role, actor: await region.as(role) })));
  cast = actors.flatMap(({ role, actor }) => (actor.posts.length < 2 ? [{ name: role, actor }] : actor.posts.map((post, index) => ({ name: index === 0 ? role : `${role} as ${post.office}`, actor: actingAs(actor, post.id)! }))));
});

const answerOf = (work: Promise<object>) => work.then((outcome) => (isRefusal(outcome) ? outcome.refused : 'may'), (error: unknown) => (error instanceof NotFound ? 'not-found' : Promise.reject(error)));

/** Who looks at the step, and who would record it; the act itself turns away whomever the page does. */
async function whoMay(stepKey: string, scope: string, of: { authority?: string; group?: string; wave?: string }): Promise<{ may: string[]; see: string[] }> {
  const step = { cycleId: region.process.cycleId, stepKey };
  const answers = await Promise.all(cast.map(async ({ name, actor }) => {
    const answer = await answerOf(loadStep(actor, { ...step, ...of }, OCTOBER).then((page) => page.notToRecord ?? {}));
    if (answer !== 'may') expect([name, await answerOf(completeStep(actor, { ...step, scope, note: '' }, OCTOBER))]).toEqual([name, answer]);
    return { name, answer };
  }));
  return { may: answers.filter(({ answer }) => answer === 'may').map(({ name }) => name), see: answers.filter(({ answer }) => answer !== 'not-found').map(({ name }) => name) };
}

const BOARD: Role[] = ['coordinator', 'facilitator', 'dataGroupChair', 'dataGroupMember', 'boardChair', 'boardMember', 'regionalChair'];
const WIGAN: Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
const HALTON: Role[] = ['haltonDcs', 'haltonAd', 'haltonLeadMember', 'haltonActingChiefExecutive'];
const GROUP_LEADS = ['rochdaleDcs as group-lead', 'blackburnDcs as group-lead', 'traffordDcs as group-lead'];

/** In the order of the cast; whoever holds two posts looks with both. */
const inOrder = (names: readonly string[]) => [...names].sort((a, b) => ROLES.indexOf(a.split(' ')[0] as Role) - ROLES.indexOf(b.split(' ')[0] as Role) || a.length - b.length);

describe('who may record a step, and who may look at it', () => {
  test.each<[string, { of: 'authority'; may: string[]; others: string[] }]>([
    ['visit', { of: 'authority', may: ['coordinator', 'haltonDcs'], others: [] }],
    ['thank', { of: 'authority', may: ['coordinator', 'stockportDcs', 'stockportDataLead'], others: [] }],
    ['brief', { of: 'authority', may: ['coordinator', 'wiganPartnershipChair'], others: [] }],
    ['room', { of: 'authority', may: ['coordinator', 'wiganPolicyOfficer'], others: [] }],
  ])('%s, of an authority', async (stepKey, { may, others }) => {
    const found = await whoMay(stepKey, `authority:${authorityId('Wigan')}`, { authority: slugOf('Wigan') });
    expect(found.may).toEqual(inOrder(may));
    expect(found.see).toEqual(inOrder([...new Set([...WIGAN, ...BOARD, ...may, ...others])]));
  });

  test('of a pair: who leads it; its authorities look', async () => {
    const { may, see } = await whoMay('meet', `group:${region.process.set('Wigan and Halton')}`, { group: region.process.set('Wigan and Halton') });
    expect(may).toEqual(inOrder(['coordinator', 'wiganDcs']));
    expect(see).toEqual(inOrder([...WIGAN, ...HALTON, ...BOARD]));
  });

  test('of a task and finish group: its DCS link; its members look', async () => {
    const { may, see } = await whoMay('group-met', `group:${taskGroupId}`, { group: taskGroupId });
    expect(may).toEqual(inOrder(['rochdaleDcs', 'coordinator']));
    expect(see).toEqual(inOrder(['rochdaleDcs', 'rochdaleDcs as group-lead', 'traffordDcs', 'traffordDcs as group-lead', ...BOARD]));
  });

  test('of a wave: whoever the step names, and everyone of the region looks, but no agency beside an authority', async () => {
    const { may, see } = await whoMay('launch', 'wave:autumn', { wave: 'autumn' });
    expect(may).toEqual(['coordinator', 'facilitator']);
    const apart: Role[] = ['ofsted', 'wiganPolice', 'wiganPartnershipChair', 'formerWiganDcs', 'otherRegionsCoordinator', 'nobody'];
    expect(see).toEqual(inOrder([...ROLES.filter((role) => !apart.includes(role)), ...GROUP_LEADS]));
  });
});

test('a step recorded by the one whose it is says so, with the note', async () => {
  const chair = await region.as('wiganPartnershipChair');
  const command = { cycleId: region.process.cycleId, stepKey: 'brief', scope: `authority:${authorityId('Wigan')}`, note: 'All four came' };
  expect(await answerOf(completeStep(chair, command, OCTOBER))).toBe('may');
  const page = await loadStep(chair, { ...command, authority: slugOf('Wigan') }, OCTOBER);
  expect([page.at.state.is, page.note, page.follows, page.whose, page.recorded.map(({ says }) => says)]).toEqual(['done', 'All four came', false, 'Wigan', ['Partners briefed was recorded as done']]);
});

test('a partner agency finds no cycle, no dates and no forum', async () => {
  const police = await region.as('wiganPolice');
  expect((await loadCycles(police, 1, OCTOBER)).open).toEqual([]);
  await expect(loadTimetable(police, region.process.cycleId)).rejects.toThrow(NotFound);
  await expect(loadForums(police, region.process.cycleId, OCTOBER)).rejects.toThrow(NotFound);
});

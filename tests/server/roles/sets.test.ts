import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { findDocument } from '@/server/documents/find-document';
import { NotFound } from '@/server/not-found';
import { changeSets } from '@/server/sets/change-sets';
import { loadSets } from '@/server/sets/load';
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
const swap = (one: string, other: string) => ({ cycleId: region.process.cycleId, authorityId: idOf(one), withId: idOf(other) });
const swapped = async (one: string, other: string) => changeSets(await region.as('coordinator'), swap(one, other), OCTOBER);
const setsNow = async () => {
  const { sets } = await loadSets(await region.as('coordinator'), region.process.cycleId, OCTOBER);
  return Object.fromEntries(sets.map(({ name, members, lead }) => [name, [members.map((member) => member.name).join(', '), lead]]));
};
const findings = async (set: string) => (await db.document.findFirstOrThrow({ where: { kind: 'paper', groupId: region.process.set(set) } })).id;

describe('sets that are altered', () => {
  test('by the coordinator alone', async () => {
    const before = [await setsNow(), await db.event.count()];
    const others = await Promise.all(ROLES.filter((role) => role !== 'coordinator').map(async (role) => answerOf(changeSets(await region.as(role), swap('Wigan', 'Trafford'), OCTOBER))));
    expect(new Set(others)).toEqual(new Set(['not-permitted', 'not-found']));
    expect([await setsNow(), await db.event.count()]).toEqual(before);
  });

  test('take places, members, lead and sight with them', async () => {
    expect(codeOf(await swapped('Wigan', 'Trafford'))).toBe('accepted');
    expect(await setsNow()).toEqual({ 'Wigan and Halton': ['Halton, Trafford', 'Trafford'], 'Trafford and Stockport': ['Stockport, Wigan', 'Wigan'], 'Rochdale and Blackburn': ['Blackburn with Darwen, Rochdale', 'Rochdale'] });
    const members = await db.groupMember.findMany({ where: { groupId: region.process.set('Wigan and Halton') } });
    expect(members.map(({ authorityId }) => authorityId).sort()).toEqual([idOf('Halton'), idOf('Trafford')].sort());
    const documentId = await findings('Wigan and Halton');
    const sees = async (role: Role) => answerOf(findDocument(db, await region.as(role), documentId, OCTOBER));
    expect([await sees('wiganDcs'), await sees('haltonDcs'), await sees('traffordDcs')]).toEqual(['not-found', 'accepted', 'accepted']);
    expect((await db.event.findFirstOrThrow({ where: { type: 'sets.changed' } })).data).toMatchObject({ set: 'Who is in Wigan and Halton and Trafford and Stockport', what: 'Wigan and Trafford change places' });
  });

  test('by two at once leave everyone in one set', async () => {
    const both = await Promise.all([swapped('Wigan', 'Trafford'), swapped('Wigan', 'Rochdale')]);
    expect(both.map(codeOf)).toEqual(['accepted', 'accepted']);
    const members = Object.values(await setsNow()).flatMap(([names]) => names!.split(', '));
    expect([members.length, new Set(members).size]).toEqual([6, 6]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['something was handed over', async () => {
      const wigan = await region.as('wiganDcs');
      await db.documentAct.create({ data: { documentId: await findings('Wigan and Halton'), kind: 'submitted', at: OCTOBER, personId: wigan.personId, postId: wigan.as!.id } });
    }],
    ['something of one’s own was opened to the set', async () => db.share.create({ data: { documentId: (await db.document.findFirstOrThrow({ where: { slot: 'statement', authorityId: idOf('Halton') } })).id, audience: `set:${region.process.set('Wigan and Halton')}`, because: 'Handed over', sinceAt: OCTOBER, frozenOnly: true } })],
    ['a step was recorded', async () => {
      const wigan = await region.as('wiganDcs');
      await db.stepCompletion.create({ data: { cycleId: region.process.cycleId, stepKey: 'meet', scope: `group:${region.process.set('Wigan and Halton')}`, doneAt: OCTOBER, personId: wigan.personId, postId: wigan.as!.id } });
    }],
    ['a day was arranged', async () => db.forum.create({ data: { cycleId: region.process.cycleId, groupId: region.process.set('Wigan and Halton'), wave: 'autumn', onDay: OCTOBER, startsAt: OCTOBER, endsAt: new Date(OCTOBER.getTime() + 3_600_000), venue: 'Town hall', scheduledAt: OCTOBER, changedAt: OCTOBER } })],
  ])('no more once %s, and others still', async (_, happens) => {
    await happens();
    expect(codeOf(await swapped('Halton', 'Rochdale'))).toBe('begun');
    expect(codeOf(await swapped('Trafford', 'Rochdale'))).toBe('accepted');
  });
});

describe('who is with whom', () => {
  test('is there for everyone of the region, and for no agency beside an authority', async () => {
    const answers = await Promise.all(ROLES.map(async (role) => [role, await answerOf(loadSets(await region.as(role), region.process.cycleId, OCTOBER))] as const));
    expect(answers.filter(([, answer]) => answer === 'not-found').map(([role]) => role)).toEqual(['ofsted', 'wiganPolice', 'wiganPartnershipChair', 'formerWiganDcs', 'otherRegionsCoordinator', 'nobody']);
    const [mine, theirs] = [await loadSets(await region.as('coordinator'), region.process.cycleId, OCTOBER), await loadSets(await region.as('wiganDcs'), region.process.cycleId, OCTOBER)];
    expect([mine.notToChange, theirs.notToChange]).toEqual([null, undefined]);
  });

  test('takes a constant number of queries', async () => {
    const coordinator = await region.as('coordinator');
    const asked = () => queriesOf(() => loadSets(coordinator, region.process.cycleId, OCTOBER));
    const before = await asked();
    await swapped('Wigan', 'Trafford');
    await db.share.create({ data: { documentId: await findings('Rochdale and Blackburn'), audience: 'nobody', because: 'Test', sinceAt: OCTOBER } });
    expect(await asked()).toBe(before);
  });
});

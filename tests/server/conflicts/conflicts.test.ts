import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { endConflict } from '@/server/conflicts/end-conflict';
import { loadRegister } from '@/server/conflicts/load';
import { recordConflict } from '@/server/conflicts/record-conflict';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { queriesOf } from '../../support/queries';

const AT = new Date('2017-09-04T09:00:00Z');
let cast: Record<Role, string>;
const as = (role: Role, at = AT) => actorFor(cast[role], at);
const authorityId = async (shortName: string) => (await db.authority.findFirstOrThrow({ where: { shortName } })).id;

async function wanted(change: object = {}) {
  return { authorityId: await authorityId('Wigan'), otherId: await authorityId('Bolton'), reason: 'One adoption service', untilOn: '2018-08-31', ...change };
}

beforeAll(async () => {
  cast = await castPeople();
});

describe('the register', () => {
  it('is of the region: another region’s coordinator finds their own, empty', async () => {
    expect(isRefusal(await recordConflict(await as('coordinator'), await wanted(), AT))).toBe(false);
    expect((await loadRegister(await as('otherRegionsCoordinator'), AT)).standing).toEqual([]);
    expect(await recordConflict(await as('otherRegionsCoordinator'), await wanted(), AT)).toMatchObject({ refused: 'not-of-the-region' });
    expect((await loadRegister(await as('facilitator'), AT)).standing).toMatchObject([{ one: 'Bolton', other: 'Wigan', reason: 'One adoption service', untilOn: '2018-08-31' }]);
    expect(await db.event.findMany({ select: { type: true, data: true, authorityId: true, cycleId: true } })).toEqual([{ type: 'conflict.recorded', data: { one: 'Wigan', other: 'Bolton' }, authorityId: null, cycleId: null }]);
  });

  it('is not there for anyone outside the regional team', async () => {
    for (const role of ['wiganDcs', 'boardChair', 'dataGroupChair', 'ofsted', 'nobody'] as const) {
      await expect(loadRegister(await as(role), AT), role).rejects.toThrow(NotFound);
      await expect(recordConflict(await as(role), await wanted({ otherId: await authorityId('Bury') }), AT), role).rejects.toThrow(NotFound);
    }
    expect(await recordConflict(await as('facilitator'), await wanted({ otherId: await authorityId('Bury') }), AT)).toMatchObject({ refused: 'not-permitted' });
    expect(await db.authorityConflict.count()).toBe(1);
  });

  it('takes two once: of two who record them at the same moment one is refused', async () => {
    const coordinator = await as('coordinator');
    const [one, other] = [await authorityId('Bury'), await authorityId('Oldham')];
    const both = await Promise.all([wanted({ authorityId: one, otherId: other }), wanted({ authorityId: other, otherId: one })].map(async (command) => recordConflict(coordinator, await command, AT)));
    expect(both.map((outcome) => (isRefusal(outcome) ? outcome.refused : 'recorded')).sort()).toEqual(['recorded', 'recorded-already']);
  });

  it('keeps what is over, when it was ended or has run out', async () => {
    const coordinator = await as('coordinator');
    const { id } = await db.authorityConflict.findFirstOrThrow({ where: { other: { shortName: { in: ['Bury', 'Oldham'] } } } });
    const later = new Date('2018-10-01T09:00:00Z');
    expect(isRefusal(await endConflict(coordinator, { conflictId: id }, AT))).toBe(false);
    expect(await endConflict(coordinator, { conflictId: id }, AT)).toMatchObject({ refused: 'ended-already' });
    await expect(endConflict(coordinator, { conflictId: '00000000-0000-7000-8000-000000000000' }, AT)).rejects.toThrow(NotFound);
    const { standing, over } = await loadRegister(await as('coordinator', later), later);
    expect([standing, over.map(({ one, endedOn }) => [one, endedOn])]).toEqual([[], [['Bury', '2017-09-04'], ['Bolton', null]]]);
  });

  it('is read in the same few queries however long it is', async () => {
    const coordinator = await as('coordinator');
    const before = await queriesOf(() => loadRegister(coordinator, AT));
    const ids = (await db.authority.findMany({ where: { region: { slug: 'north-west' } }, select: { id: true } })).map(({ id }) => id);
    const { regionId } = (await db.authority.findFirstOrThrow({ where: { id: ids[0]! } }));
    await db.authorityConflict.createMany({ data: ids.slice(1, 21).map((otherId) => ({ regionId, authorityId: ids[0]!, otherId, reason: 'x', recordedAt: AT, recordedBy: cast.coordinator })) });
    expect(await queriesOf(() => loadRegister(coordinator, AT))).toBe(before);
    expect(before).toBe(3);
  });
});

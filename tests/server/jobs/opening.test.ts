import { expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { openCycle } from '@/server/cycles/open-cycle';
import { deliverEvents } from '@/server/jobs/deliver-events';
import { testPlaces } from '../../support/cycle';
import { postRoom, subjectsFor } from './a-post-room';

const room = postRoom();

it('an opening tells each signatory of the memorandum that it waits for them', async () => {
  const at = new Date('2018-07-26T09:00:00Z');
  const opened = await openCycle(await room.world.as('coordinator', at), { name: '2018/19', anchorOn: '2018-11-22', places: await testPlaces(['Wigan', 'Halton', 'Trafford']) }, at);
  expect(isRefusal(opened)).toBe(false);
  await deliverEvents(at);
  const asks = 'Wigan’s memorandum: sign by Friday 26 October';
  expect(await subjectsFor('wiganLeadMember')).toEqual([asks]);
  expect(await subjectsFor('wiganChiefExecutive')).toEqual([asks]);
  expect((await subjectsFor('wiganDcs')).sort()).toEqual([asks, 'Wigan takes part in the 2018/19 cycle: self-view by Friday 26 October'].sort());
  expect((await subjectsFor('haltonLeadMember'))).toEqual(['Halton’s memorandum: sign by Friday 26 October']);
  expect(await subjectsFor('wiganAd')).toEqual([]);
});

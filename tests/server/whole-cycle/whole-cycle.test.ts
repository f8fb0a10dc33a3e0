// The North West's 2017/18 cycle, whole: all 23 authorities, every step through its use case on PostgreSQL, with a clock that moves from
// the opening in July 2017 to the last review; then the next cycle starts from it.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '@/domain/model';
import { openCycle } from '@/server/cycles/open-cycle';
import { loadOpening } from '@/server/cycles/opening/load';
import { findSteps } from '@/server/cycles/find-step';
import { dateOf } from '@/server/days';
import { db } from '@/server/db';
import { forumActs, schedulingActs } from '@/server/demonstration/forum-acts';
import { notesActs } from '@/server/demonstration/notes-acts';
import { appointEveryone } from '@/server/demonstration/people';
import { conversationActs, planActs } from '@/server/demonstration/plan-acts';
import { questionActs, regionQuestionActs } from '@/server/demonstration/question-acts';
import { regionActs } from '@/server/demonstration/region-acts';
import { selfViewActs } from '@/server/demonstration/self-view-acts';
import { actorIn, done, openStage, play, type Act, type Stage, type StagePlace } from '@/server/demonstration/stage';
import { addDays } from '@/domain/deadlines';
import { proposeCycle } from '@/domain/processes/propose-cycle';
import { openSection } from '@/server/self-views/open-section';
import { testPlaces } from '../../support/cycle';

const ANCHOR: Day = '2017-11-23';
const FIRST_DAY: Record<string, number> = { december: 19, january: 48 };
const GROUP_DAY: Record<string, number> = { 'Blackburn with Darwen': 0, Trafford: 1, Rochdale: 2 };

let regionId: string;
let cycleId: string;
let stage: Stage;
let acts: Act[];
let played = new Date(0);

const noon = (day: Day) => new Date(`${day}T12:00:00Z`);
const coordinatorOn = (day: Day) => actorIn('sli-coordinator', regionId, noon(day), {});

beforeAll(async () => {
  regionId = (await db.region.findUniqueOrThrow({ where: { slug: 'north-west' } })).id;
  const places = await testPlaces();
  const authorities = await db.authority.findMany({ where: { id: { in: places.map((place) => place.authorityId) } }, orderBy: { name: 'asc' } });
  await appointEveryone({ regionId, authorities, since: '2015-01-01', today: '2017-12-01' });
  const opened = await done('open', openCycle(await coordinatorOn('2017-07-26'), { name: '2017/18', anchorOn: ANCHOR, places }, noon('2017-07-26')));
  cycleId = opened.id;
  stage = await openStage(cycleId);
  acts = wholeCycle(stage.places, 2017);
});

/** Plays on to the end of that day, and gives for each step how many are done. */
async function playTo(day: Day): Promise<Record<string, number>> {
  const until = new Date(`${day}T23:59:00Z`);
  const from = played;
  await play(stage, acts.filter((act) => momentOf(act) > from), until);
  played = until;
  const { steps } = await findSteps(db, await coordinatorOn(day), cycleId, until);
  const counts: Record<string, number> = {};
  for (const { step, state } of steps.all) counts[step.key] = (counts[step.key] ?? 0) + (state.is === 'done' ? 1 : 0);
  return counts;
}

const momentOf = (act: Act) => new Date(`${addDays(ANCHOR, act.on)}T${act.time}:00Z`);

function wholeCycle(places: readonly StagePlace[], year: number): Act[] {
  return [
    ...schedulingActs(),
    ...regionQuestionActs(year),
    ...regionActs(),
    ...places.flatMap((place) => {
      const wave = FIRST_DAY[place.wave]!;
      const held = wave + GROUP_DAY[place.group]!;
      return [
        ...selfViewActs(place, year, { end: 'accepted', returnedOnce: place.name === 'Bury', signedTwice: place.name === 'Wigan' }),
        ...questionActs(place, year),
        ...forumActs(place, year, { on: held, prepares: true, answers: true }),
        ...notesActs(place, { held, wave, end: 'agreed' }),
        ...conversationActs(place, { on: wave + 28, opened: true }),
        ...planActs(place, year, { on: 76 }),
      ];
    }),
  ];
}

describe('the cycle of 2017/18', () => {
  it('has every self-view accepted and every memorandum signed by Friday 27 October but for what was returned', { timeout: 300_000 }, async () => {
    const counts = await playTo('2017-10-30');
    expect(counts).toMatchObject({ 'open-cycle': 1, 'write-self-view': 23, 'sign-self-view': 23, 'sign-mou': 23, 'submit-self-view': 23 });
    expect(counts).toMatchObject({ 'agree-questions': 0, 'issue-packs': 0, forum: 0 });
  });

  it('voids the signature on a text that was changed, and keeps it readable', async () => {
    const signatures = await db.signature.findMany({ where: { version: { documentId: stage.document('self-view', 'Wigan') } }, orderBy: { signedAt: 'asc' } });
    expect(signatures.map(({ office, voidedAt }) => [office, voidedAt === null])).toEqual([
      ['lead-member', false],
      ['lead-member', true],
    ]);
  });

  it('has the questions agreed on Thursday 16 November and all packs issued at one moment on Thursday 23 November', async () => {
    expect(await playTo('2017-11-16')).toMatchObject({ 'ofsted-enquiries': 1, 'agree-questions': 23, 'issue-packs': 0, 'read-pack': 0 });
    expect(await playTo('2017-11-23')).toMatchObject({ 'issue-packs': 1, 'read-pack': 0 });
    const issued = await db.documentAct.findMany({ where: { kind: 'issued', document: { cycleId } } });
    expect(issued).toHaveLength(23);
    expect(new Set(issued.map((act) => act.at.toISOString())).size).toBe(1);
  });

  it('holds the December forums on the 12th, 13th and 14th, and the January ones on the 10th, 11th and 12th of 2018', { timeout: 240_000 }, async () => {
    const forums = await db.forum.findMany({ where: { cycleId }, include: { group: true }, orderBy: { onDay: 'asc' } });
    expect(forums.map((forum) => [forum.onDay.toISOString().slice(0, 10), forum.group.name])).toEqual([
      ['2017-12-12', 'Blackburn with Darwen'],
      ['2017-12-13', 'Trafford'],
      ['2017-12-14', 'Rochdale'],
      ['2018-01-10', 'Blackburn with Darwen'],
      ['2018-01-11', 'Trafford'],
      ['2018-01-12', 'Rochdale'],
    ]);
    expect(await playTo('2017-12-14')).toMatchObject({ 'read-pack': 23, 'prepare-forum': 12, forum: 12 });
    expect(await playTo('2018-01-12')).toMatchObject({ forum: 23, 'prepare-forum': 23 });
  });

  it('has the December notes signed by all three in January, and everyone’s in February', { timeout: 240_000 }, async () => {
    expect(await playTo('2018-01-17')).toMatchObject({ 'comment-notes': 12, 'sign-notes': 12 });
    expect(await playTo('2018-02-15')).toMatchObject({ 'comment-notes': 23, 'sign-notes': 23, 'annual-conversation': 23, 'share-out': 1, 'board-headlines': 1, 'action-plan': 23 });
    const agreed = await db.signature.groupBy({ by: ['versionId'], where: { voidedAt: null, version: { document: { cycleId, kind: 'forum-notes' } } }, _count: true });
    expect(agreed).toHaveLength(23);
    expect(agreed.every((version) => version._count === 3)).toBe(true);
  });

  it('finishes the programme in March and April, and every plan is reviewed', { timeout: 240_000 }, async () => {
    const counts = await playTo('2018-07-31');
    expect(counts).toMatchObject({ 'qa-meeting': 1, 'group-actions': 3, 'immediate-actions': 3, 'finalise-programme': 1, 'sign-programme': 1, 'review-plan': 23 });
    const { steps } = await findSteps(db, await coordinatorOn('2018-07-31'), cycleId, noon('2018-07-31'));
    expect(steps.all.filter(({ state }) => state.is !== 'done').map(({ step }) => step.key)).toEqual([]);
  });

  it('is where the next cycle starts from: places come along, and open actions stand in the new self-views', async () => {
    const at = noon('2018-07-25');
    const coordinator = await coordinatorOn('2018-07-25');
    const { facts, from, turn } = await loadOpening(coordinator, { fromId: cycleId }, at);
    const { name, anchorOn, places } = proposeCycle(facts, { earlier: from, choices: { leads: 'next', sets: 'new', peers: 'new' }, turn, today: '2018-07-20' });
    expect([name, anchorOn]).toEqual(['2018/19', '2018-11-22']);
    const next = await done('next', openCycle(coordinator, { name, anchorOn: anchorOn!, places, previousId: cycleId }, at));
    const following = await openStage(next.id);
    const policy = await following.actor('policy-officer', at, { authority: 'Halton' });
    await done('open progress', openSection(policy, { documentId: following.document('self-view', 'Halton'), sectionKey: 'progress' }, at));
    const section = await db.section.findFirstOrThrow({ where: { documentId: following.document('self-view', 'Halton'), key: 'progress' } });
    const carried = (section.content as { rows: { id: string; from: string }[] }).rows.filter((row) => row.from === 'action').map((row) => row.id);
    const open = await db.action.findMany({ where: { closedAt: null, stoppedAt: null, cycleAuthority: { is: { cycleId, authority: { is: { shortName: 'Halton' } } } } }, orderBy: { ordinal: 'asc' } });
    expect(open.length).toBeGreaterThan(0);
    expect(carried.sort()).toEqual(open.map(({ id }) => id).sort());
    expect(await db.cycleAuthority.count({ where: { cycleId: next.id } })).toBe(23);
    expect(await db.cycle.findUniqueOrThrow({ where: { id: next.id }, select: { anchorOn: true } })).toEqual({ anchorOn: dateOf('2018-11-22') });
  });
});

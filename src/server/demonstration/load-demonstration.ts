import { addDays, daysFrom } from '@/domain/deadlines';
import type { Day } from '@/domain/model';
import { leadChallengers } from '@/domain/processes/lead-challengers';
import { atClock } from '@/domain/forums/clock';
import { DEMONSTRATION_REGION } from '../../../prisma/reference/demonstration-region';
import { closeCycle } from '../cycles/close-cycle';
import { openCycle } from '../cycles/open-cycle';
import { isRefusal } from '@/domain/decision';
import { today as dayIn } from '../days';
import { db } from '../db';
import { enterCalendarDays } from './calendar-days';
import { forumActs, schedulingActs } from './forum-acts';
import { latelyActs } from './lately-acts';
import { notesActs, type NotesEnd } from './notes-acts';
import { appointEveryone } from './people';
import { conversationActs, planActs } from './plan-acts';
import { questionActs, regionQuestionActs } from './question-acts';
import { regionActs } from './region-acts';
import { selfViewActs, type SelfViewEnd } from './self-view-acts';
import { playSideCycles } from './side-cycles';
import { actorIn, done, openStage, play, type Act, type StagePlace } from './stage';

const CLOSING = 345;
const FIRST_WAVE = 4;
const { process, groups: GROUPS, leftOut, forumDays: FORUM_DAYS, firstWave, secondWave } = DEMONSTRATION_REGION;

/**
 * The demonstration region with 23 authorities, two past cycles, and three under way relative to `at`: the annual one, triads and a round
 * of challenges; made by playing the use cases with a moving clock. Everybody finds something due, something waiting and something done. All of it is invented.
 */
export async function loadDemonstration(at: Date): Promise<void> {
  const now = dayIn(at);
  const region = await db.region.findUniqueOrThrow({ where: { slug: DEMONSTRATION_REGION.slug } });
  await wavesWithoutMonths(region.id);
  const members = GROUPS.flatMap((group) => group.members).filter((name) => !leftOut.some((left) => left === name));
  const authorities = await db.authority.findMany({ where: { shortName: { in: members }, endedOn: null }, orderBy: { name: 'asc' } });
  const anchors = anchorsFor(now);
  await appointEveryone({ regionId: region.id, authorities, since: addDays(anchors[0]!, -400), today: now });
  await enterCalendarDays({ regionId: region.id, authorities, at: atClock(addDays(anchors.at(-1)!, -130), '10:00') });
  for (const [turn, anchorOn] of anchors.entries()) {
    const stage = await openStage(await open(region.id, anchorOn, turn + 1, authorities));
    const current = turn === anchors.length - 1;
    const year = Number(anchorOn.slice(0, 4));
    const acts = current ? currentActs(stage.places, year, daysFrom(anchorOn, now)) : pastActs(stage.places, year, turn === 0);
    await play(stage, acts, at);
    if (!current) await close(stage.cycleId, region.id, atClock(addDays(anchorOn, CLOSING), '12:00'));
    await db.$executeRaw`ANALYZE`;
  }
  await playSideCycles({ id: region.id, authorities, now }, at);
}

/** Day 0 is a Thursday, as it was: the latest one whose second forums are not before today, and those of the two years before. */
export function anchorsFor(now: Day): Day[] {
  const thursday = 4;
  const latest = addDays(now, -48);
  const weekday = new Date(`${latest}T00:00:00Z`).getUTCDay();
  const anchor = addDays(latest, (thursday - weekday + 7) % 7);
  return [addDays(anchor, -728), addDays(anchor, -364), anchor];
}

/** The demonstration's cycles follow today's date, so their waves cannot be named after months. */
async function wavesWithoutMonths(regionId: string): Promise<void> {
  const waves = process.waves.map((wave, index) => ({ ...wave, name: ['First wave', 'Second wave'][index] ?? wave.name }));
  const definition = { ...process, waves };
  const newest = await db.processTemplate.findFirstOrThrow({ where: { regionId, key: DEMONSTRATION_REGION.processKey }, orderBy: { version: 'desc' } });
  await db.processTemplate.create({ data: { regionId, key: newest.key, version: newest.version + 1, name: newest.name, definition, origin: 'own' } });
}

async function open(regionId: string, anchorOn: Day, turn: number, authorities: readonly { id: string; shortName: string }[]): Promise<string> {
  const openedAt = atClock(addDays(anchorOn, -120), '09:00');
  const coordinator = await actorIn('sli-coordinator', regionId, openedAt, {});
  const groups = await db.group.findMany({ where: { regionId, cycleId: null }, orderBy: { ordinal: 'asc' }, include: { members: true } });
  const placed = groups.flatMap((group) =>
    authorities
      .filter((authority) => group.members.some((member) => member.authorityId === authority.id))
      .sort((a, b) => a.shortName.localeCompare(b.shortName))
      .map((authority, index) => ({ authorityId: authority.id, groupId: group.id, wave: index < FIRST_WAVE ? firstWave : secondWave })),
  );
  const leads = leadChallengers(placed, turn);
  const year = Number(anchorOn.slice(0, 4));
  const name = `${year}/${String(year + 1).slice(2)}`;
  const opened = await done('open cycle', openCycle(coordinator, { name, anchorOn, places: placed.map((place) => ({ ...place, leadChallengerAuthorityId: leads.get(place.authorityId) ?? null })) }, openedAt));
  return opened.id;
}

/** A cycle that went its whole way. */
function pastActs(places: readonly StagePlace[], year: number, finishes: boolean): Act[] {
  return [
    ...schedulingActs(),
    ...regionQuestionActs(year),
    ...regionActs(),
    ...places.flatMap((place) => {
      const wave = FORUM_DAYS[place.wave]![0]!;
      const held = heldOn(place);
      return [
        ...selfViewActs(place, year, { end: 'accepted', returnedOnce: place.index % 9 === 4, signedTwice: place.index % 8 === 3 }),
        ...questionActs(place, year),
        ...forumActs(place, year, { on: held, prepares: true, answers: true }),
        ...notesActs(place, { held, wave, end: 'agreed' }),
        ...conversationActs(place, { on: wave + 28, opened: place.index % 2 === 0 }),
        ...planActs(place, year, { on: 76 + (place.index % 5), finishes }),
      ];
    }),
  ];
}

const FIRST_WAVE_NOTES: readonly NotesEnd[] = ['agreed', 'two-signatures', 'commented', 'one-signature', 'agreed', 'sent', 'final', 'drafted', 'declined', 'draft-agreed', 'agreed', 'none'];
const LATE_SELF_VIEWS: Partial<Record<string, SelfViewEnd>> = DEMONSTRATION_REGION.lateSelfViews;
const TODAY = DEMONSTRATION_REGION.groupOfToday;
/** When its first three sessions have ended; the last is left open. */
const SESSION_ENDS = ['11:05', '12:50', '15:05'];

/** The cycle under way: its first forums held and their notes in every state, one of its second ones today, the others this week or next. */
function currentActs(places: readonly StagePlace[], year: number, today: number): Act[] {
  const first = places.filter((place) => place.wave === firstWave);
  const hosts = places.filter((place) => place.wave === secondWave && place.group === TODAY);
  return [
    ...schedulingActs(),
    ...regionQuestionActs(year),
    ...regionActs({ boardPapersFrom: 40, boardPapersUntil: 84 }),
    ...latelyActs({ places, group: TODAY, forumOn: FORUM_DAYS[secondWave]![0]!, today }),
    ...places.flatMap((place) => {
      const wave = FORUM_DAYS[place.wave]![0]!;
      const isToday = hosts.includes(place);
      const held = isToday ? today : heldOn(place);
      const end = FIRST_WAVE_NOTES[first.indexOf(place)] ?? 'none';
      return [
        ...selfViewActs(place, year, { end: LATE_SELF_VIEWS[place.name] ?? 'accepted', submitsOn: LATE_SELF_VIEWS[place.name] === 'submitted' ? today - 2 : undefined, returnedOnce: place.index % 9 === 4, signedTwice: place.index % 8 === 3 }),
        ...questionActs(place, year, { reads: place.wave === firstWave || place.index % 3 !== 0 }),
        ...forumActs(place, year, { on: held, prepares: place.wave === firstWave || place.index % 2 === 0, answers: place.index % 7 !== 5, ...(isToday ? { heldAt: SESSION_ENDS[hosts.indexOf(place)] ?? null } : {}) }),
        ...(place.wave === firstWave ? notesActs(place, { held, wave: wave - 1, end }) : []),
        ...(end === 'agreed' ? conversationActs(place, { on: 42, opened: place.index % 2 === 0 }) : []),
        ...(end === 'agreed' ? planActs(place, year, { on: 42, forward: false }) : []),
      ];
    }),
  ];
}

/** Groups hold their forums on the days of the wave in their own order. */
function heldOn(place: StagePlace): number {
  const groups = GROUPS.map((group) => group.name);
  return FORUM_DAYS[place.wave]![groups.indexOf(place.group)]!;
}

async function close(cycleId: string, regionId: string, at: Date): Promise<void> {
  const closed = await closeCycle(await actorIn('sli-coordinator', regionId, at, {}), { cycleId }, at);
  if (isRefusal(closed)) throw new Error(closed.because);
}

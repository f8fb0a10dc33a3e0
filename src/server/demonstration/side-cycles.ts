import { addDays } from '@/domain/deadlines';
import { atClock } from '@/domain/forums/clock';
import type { Day } from '@/domain/model';
import type { StepAt } from '@/domain/workflow';
import { DEMONSTRATION_REGION } from '../../../prisma/reference/demonstration-region';
import { openCycle } from '../cycles/open-cycle';
import { db } from '../db';
import { playSteps } from './play-steps';
import { actorIn, done } from './stage';

interface Region {
  id: string;
  authorities: readonly { id: string; shortName: string }[];
  now: Day;
}

const TUESDAY = 2;

/**
 * Beside the annual cycle: triads of which some have met and one has not, and a round of challenges with two visits behind it, two in
 * preparation and two ahead. Played step by step as each falls due, but for a few that somebody still owes.
 */
export async function playSideCycles(region: Region, at: Date): Promise<void> {
  await playTriads(region, at);
  await playChallenges(region, at);
}

async function playTriads({ id: regionId, authorities, now }: Region, at: Date): Promise<void> {
  const { processKey, name, sets, owed } = DEMONSTRATION_REGION.triads;
  const anchorOn = weekdayBefore(addDays(now, -3), TUESDAY);
  const openedAt = atClock(addDays(anchorOn, -70), '09:30');
  const idOf = (authority: string) => authorities.find(({ shortName }) => shortName === authority)!.id;
  const { id: templateId, wave } = await newestOf(regionId, processKey);
  const opened = await done(
    'open the triads',
    openCycle(
      await actorIn('sli-coordinator', regionId, openedAt, {}),
      {
        templateId,
        name: `${yearOf(anchorOn)} ${name}`,
        anchorOn,
        places: sets.flatMap((members, index) => members.map((authority) => ({ authorityId: idOf(authority), groupId: `${index + 1}`, wave, leadChallengerAuthorityId: null }))),
        sets: sets.map(([lead], index) => ({ key: `${index + 1}`, name: `Triad ${index + 1}`, leadAuthorityId: idOf(lead) })),
      },
      openedAt,
    ),
  );
  await playSteps({ cycleId: opened.id, from: addDays(anchorOn, -70), until: at, isLeft: (step) => isOwed(step, owed) });
}

async function playChallenges({ id: regionId, authorities, now }: Region, at: Date): Promise<void> {
  const { processKey, name, hosts, owed, withoutAudit } = DEMONSTRATION_REGION.challenges;
  const anchorOn = weekdayBefore(addDays(now, -18), TUESDAY);
  const openedAt = atClock(addDays(anchorOn, -150), '09:30');
  const { id: templateId, waves } = await newestOf(regionId, processKey);
  const opened = await done(
    'open the challenges',
    openCycle(
      await actorIn('sli-coordinator', regionId, openedAt, {}),
      {
        templateId,
        name: `${yearOf(anchorOn)} ${name}`,
        anchorOn,
        places: hosts.flatMap((those, index) => those.map((host) => ({ authorityId: authorities.find(({ shortName }) => shortName === host)!.id, groupId: 'everyone', wave: waves[index]!, leadChallengerAuthorityId: null }))),
        sets: [{ key: 'everyone', name: 'Everyone', leadAuthorityId: null }],
      },
      openedAt,
    ),
  );
  await playSteps({ cycleId: opened.id, from: addDays(anchorOn, -150), until: at, isLeft: (step) => isOwed(step, owed), isWaived: ({ step, place }) => step.key === 'audit' && withoutAudit.some((host) => host === place?.name) });
}

/** What is still owed: a step's key, and for whom. */
const isOwed = ({ step, place }: StepAt, owed: readonly { step: string; by: string }[]) => owed.some((one) => one.step === step.key && one.by === place?.name);

async function newestOf(regionId: string, key: string): Promise<{ id: string; wave: string; waves: string[] }> {
  const row = await db.processTemplate.findFirstOrThrow({ where: { regionId, key }, orderBy: { version: 'desc' }, select: { id: true, definition: true } });
  const waves = (row.definition as unknown as { waves: { key: string }[] }).waves.map((wave) => wave.key);
  return { id: row.id, wave: waves[0]!, waves };
}

/** "2017/18": the year that began in September. */
function yearOf(day: Day): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return `${year}/${String(year + 1).slice(2)}`;
}

/** The latest such weekday up to a day; Monday is 1. */
function weekdayBefore(day: Day, weekday: number): Day {
  const is = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, -((is - weekday + 7) % 7));
}

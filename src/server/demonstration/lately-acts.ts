import { addDays } from '@/domain/deadlines';
import { clockOf } from '@/domain/forums/clock';
import { db } from '../db';
import { today } from '../days';
import { env } from '../env';
import { answerInvitation } from '../forums/invitations/answer-invitation';
import { changeForum } from '../forums/scheduling/change-forum';
import { runRound } from '../jobs/round';
import { confirmReading } from '../questions/confirm-reading';
import { done, type Act, type Stage, type StagePlace } from './stage';

/** So many that one of them is a working day, whatever the holidays. */
const MORNINGS = 5;
/** Reads the pack on a morning between the writing of the reminder and the digest that would have brought it. */
const READS_JUST_IN_TIME = 'Cumberland';

/** The last days before the demonstration is opened: one group's forum is brought to today, and mail goes out in the mornings. */
export function latelyActs({ places, group, forumOn, today: now }: { places: readonly StagePlace[]; group: string; forumOn: number; today: number }): Act[] {
  const hosts = places.filter((place) => place.group === group && place.wave === 'january');
  return [...(forumOn === now ? [] : broughtToToday(hosts, now)), nightlyWork(now - MORNINGS), justInTime(now - MORNINGS), ...Array.from({ length: MORNINGS }, (_, day) => morningMail(now - MORNINGS + day))];
}

function broughtToToday(hosts: readonly StagePlace[], now: number): Act[] {
  return [
    {
      on: now - 6,
      time: '10:15',
      does: async (stage, at) => {
        const { id: forumId, startsAt, endsAt, venue, room, facilitatorPostId } = await forumOf(hosts);
        const terms = { onDay: addDays(stage.anchorOn, now), starts: clockOf(startsAt), ends: clockOf(endsAt), venue, room, facilitatorPostId };
        await done('bring the forum forward', changeForum(await stage.actor('sli-coordinator', at), { forumId, ...terms }, at));
      },
    },
    { on: now - 5, time: '09:05', does: (stage, at) => sayAgain(stage, hosts, at) },
  ];
}

/** Whoever was asked again because the day is another, and comes. */
async function sayAgain(stage: Stage, hosts: readonly StagePlace[], at: Date): Promise<void> {
  const { id: forumId } = await forumOf(hosts);
  for (const { name } of hosts) {
    for (const office of ['dcs', 'lead-member'] as const) {
      const actor = await stage.actor(office, at, { authority: name });
      if (await db.invitation.findFirst({ where: { forumId, postId: actor.as!.id, removedAt: null, answer: null } })) await done('answer', answerInvitation(actor, { forumId, answer: 'accepted' }, at));
    }
  }
}

function forumOf(hosts: readonly StagePlace[]) {
  return db.forum.findFirstOrThrow({ where: { cancelledAt: null, sessions: { some: { cycleAuthorityId: hosts[0]!.cycleAuthorityId } } } });
}

function justInTime(on: number): Act {
  return {
    on,
    time: '07:05',
    does: async (stage, at) => void (await done('read', confirmReading(await stage.actor('dcs', at, { authority: READS_JUST_IN_TIME }), { documentId: stage.document('questions', READS_JUST_IN_TIME) }, at))),
  };
}

/** Writes the reminders. No mail where it would leave: these people are invented. */
function nightlyWork(on: number): Act {
  return { on, time: '06:05', does: async (_stage, at) => void (env().SMTP_URL ? null : await runRound({ nightlyDoneOn: null }, at)) };
}

/** The digest, on working days. */
function morningMail(on: number): Act {
  return { on, time: '07:35', does: async (_stage, at) => void (env().SMTP_URL ? null : await runRound({ nightlyDoneOn: today(at) }, at)) };
}

import { randomUUID } from 'node:crypto';
import type { Actor } from '@/domain/model';
import { db } from '../db';
import { recordAttendance } from '../forums/invitations/record-attendance';
import { answerInvitation } from '../forums/invitations/answer-invitation';
import { sendInvitations } from '../forums/invitations/send-invitations';
import { savePreparation } from '../forums/preparation/save-preparation';
import { scheduleAllForums } from '../forums/scheduling/schedule-all-forums';
import { agreeImmediateAction } from '../forums/sessions/agree-immediate-action';
import { endSession } from '../forums/sessions/end-session';
import { recordSupport } from '../forums/sessions/record-support';
import { takeNote } from '../forums/sessions/take-note';
import { addWorkingDays } from '@/domain/deadlines';
import { today } from '../days';
import { done, type Act, type Stage, type StagePlace } from './stage';
import { themeOf } from './themes';

/** All days at once, with their sessions and challengers; invitations two weeks later. */
export function schedulingActs(): Act[] {
  return [
    { on: -62, time: '10:30', does: async (stage, at) => void (await done('schedule', scheduleAllForums(await stage.actor('sli-coordinator', at), { cycleId: stage.cycleId }, at))) },
    {
      on: -55,
      time: '10:30',
      does: async (stage, at) => {
        const coordinator = await stage.actor('sli-coordinator', at);
        for (const { id } of await db.forum.findMany({ where: { cycleId: stage.cycleId }, select: { id: true } })) await done('invite', sendInvitations(coordinator, { forumId: id }, at));
      },
    },
  ];
}

interface Day {
  /** Days after day 0 on which the authority's forum is held. */
  on: number;
  prepares: boolean;
  answers: boolean;
  /** When the session has ended; null where it is left to whoever walks through the demonstration. */
  heldAt?: string | null;
}

export function forumActs(place: StagePlace, year: number, { on, prepares, answers, heldAt = '18:00' }: Day): Act[] {
  const theme = themeOf(place.index, year % 7);
  const acts: Act[] = [];
  if (answers) {
    acts.push({
      on: -50 + (place.index % 6),
      time: '09:05',
      does: async (stage, at) => {
        const { forumId } = await sessionOf(place);
        for (const office of ['dcs', 'lead-member'] as const) {
          const actor = await stage.actor(office, at, { authority: place.name });
          if (await db.invitation.findFirst({ where: { forumId, postId: actor.as!.id, removedAt: null, answer: null } })) await done('answer', answerInvitation(actor, { forumId, answer: 'accepted' }, at));
        }
      },
    });
  }
  if (prepares) {
    acts.push({
      on: on - 5,
      time: '16:00',
      does: async (stage, at) => {
        const director = await stage.actor('dcs', at, { authority: place.name });
        const { id } = await sessionOf(place);
        const sections = [
          { sectionKey: 'who-comes', baseVersion: 0, typed: { text: 'The Director, both Assistant Directors and the Lead Member. The principal social worker for question 2.' } },
          { sectionKey: 'support', baseVersion: 0, typed: { text: theme.support } },
        ];
        await done('prepare', savePreparation(director, { sessionId: id, sections }, at));
      },
    });
  }
  if (heldAt) acts.push({ on, time: heldAt, does: (stage, at) => holdSession(stage, place, theme, at) });
  return acts;
}

/** What two note-takers write down, in the order in which it is said. */
async function holdSession(stage: Stage, place: StagePlace, theme: ReturnType<typeof themeOf>, at: Date): Promise<void> {
  const session = await sessionOf(place);
  const facilitator = await stage.actor('facilitator', at);
  const lead = await challengerOf(stage, place, session.challengers[0] ?? null, at);
  const minutes = (n: number) => new Date(session.startsAt.getTime() + n * 60_000);
  for (const [nth, { id }] of session.questionIds.entries()) {
    const said = theme.said[nth % theme.said.length]!;
    await done('note', takeNote(facilitator, { sessionId: session.id, id: randomUUID(), questionId: id, kind: 'said', text: said, notedAt: minutes(8 + nth * 14), over: 0 }, at));
    if (lead && nth === 1) {
      await done('note', takeNote(lead, { sessionId: session.id, id: randomUUID(), questionId: id, kind: 'agreed', text: `${place.name} brings the figures behind this to the group in the spring.`, notedAt: minutes(20 + nth * 14), over: 0 }, at));
    }
  }
  await done('support', recordSupport(facilitator, { sessionId: session.id, id: randomUUID(), topic: theme.support, questionId: null, takenBy: 'group' }, at));
  await done('immediate action', agreeImmediateAction(facilitator, { sessionId: session.id, id: randomUUID(), text: `Share with the group how it goes with this: ${theme.action.charAt(0).toLowerCase()}${theme.action.slice(1)}`, owner: `DCS, ${place.name}`, byOn: addWorkingDays(today(at), 42), questionId: null }, at));
  const posts = await db.post.findMany({ where: { authorityId: place.authorityId }, select: { id: true } });
  const invited = await db.invitation.findMany({ where: { forumId: session.forumId, removedAt: null, attendance: null, postId: { in: posts.map(({ id }) => id) } }, select: { postId: true } });
  if (invited.length > 0) {
    const recorded = Object.fromEntries(invited.map(({ postId }, nth) => [postId, nth === 2 && place.index % 4 === 0 ? ('apologies' as const) : ('present' as const)]));
    await done('attendance', recordAttendance(facilitator, { forumId: session.forumId, recorded }, at));
  }
  await done('end', endSession(facilitator, { sessionId: session.id }, at));
}

async function challengerOf(stage: Stage, place: StagePlace, authority: string | null, at: Date): Promise<Actor | null> {
  return authority && authority !== place.name ? stage.actor('dcs', at, { authority }) : null;
}

async function sessionOf(place: StagePlace) {
  const session = await db.forumSession.findUniqueOrThrow({
    where: { cycleAuthorityId: place.cycleAuthorityId },
    include: { challengers: { include: { authority: { select: { shortName: true } } }, orderBy: { lead: 'desc' } }, cycleAuthority: { select: { cycleId: true, authorityId: true } } },
  });
  const questions = await db.question.findMany({
    where: { removedAt: null, questionSet: { document: { cycleId: session.cycleAuthority.cycleId, authorityId: session.cycleAuthority.authorityId } } },
    orderBy: { ordinal: 'asc' },
    select: { id: true },
  });
  return { id: session.id, forumId: session.forumId, startsAt: session.startsAt, challengers: session.challengers.map(({ authority }) => authority.shortName), questionIds: questions };
}

import { addDays, addWorkingDays, isWorkingDay } from '@/domain/deadlines';
import { db } from '../db';
import { addAction } from '../action-plans/add-action';
import { reportProgress } from '../action-plans/report-progress';
import { reviewAction } from '../action-plans/review-action';
import { submitPlan } from '../action-plans/submit-plan';
import { compilePack } from '../annual-conversations/compile-pack';
import { releasePack } from '../annual-conversations/release-pack';
import { openRelease } from '../releases/open-release';
import { today } from '../days';
import type { Day } from '@/domain/model';
import type { Rating } from '@/domain/action-plans';
import { done, type Act, type Stage, type StagePlace } from './stage';
import { themeOf } from './themes';

/** The pack for the annual conversation: put together, released by the Director alone, opened by Ofsted. */
export function conversationActs(place: StagePlace, { on, opened }: { on: number; opened: boolean }): Act[] {
  return [
    {
      on,
      time: '13:00',
      does: async (stage, at) => {
        const director = await stage.actor('dcs', at, { authority: place.name });
        const compiled = await compilePack(director, { cycleId: stage.cycleId, authorityId: place.authorityId }, at);
        if (!('packId' in compiled)) throw new Error(`${place.name}: ${compiled.because}`);
        const { packId } = compiled;
        const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: packId }, orderBy: { number: 'desc' } });
        await done('release', releasePack(director, { packId, versionId: version.id, why: 'For the annual conversation', untilOn: addDays(today(at), 150) }, at));
        if (!opened) return;
        const release = await db.release.findFirstOrThrow({ where: { documentId: packId } });
        const later = new Date(at.getTime() + 3 * 3_600_000);
        await done('open', openRelease(await stage.actor('ofsted', later), { releaseId: release.id }, later));
      },
    },
  ];
}

/** Two to four actions, put forward; then reports and reviews, some of which differ, some of which close an action. */
export function planActs(place: StagePlace, year: number, { on, forward = true, finishes = false }: { on: number; forward?: boolean; finishes?: boolean }): Act[] {
  const planned = 2 + (place.index % 3);
  const acts: Act[] = [
    {
      on,
      time: '15:30',
      does: async (stage, at) => {
        const officer = await stage.actor('assistant-director', at, { authority: place.name });
        for (let nth = 0; nth < planned; nth += 1) {
          const { area, action, impact, measure, owner } = themeOf(place.index + nth, year % 7);
          const text = { finding: area, action, impact, measure, owner, ownerPostId: nth === 0 ? officer.as!.id : null, dueOn: onWeekday(addDays(stage.anchorOn, 180 + nth * 75)) };
          await done('action', addAction(officer, { planId: stage.document('action-plan', place.name), ...text }, at));
        }
      },
    },
  ];
  if (!forward) return acts;
  acts.push({ on: on + 3, time: '11:00', does: async (stage, at) => void (await done('plan', submitPlan(await stage.actor('dcs', at, { authority: place.name }), { planId: stage.document('action-plan', place.name) }, at))) });
  const say = (day: number, nth: number, rating: Rating, asksToClose = false): Act => ({
    on: day,
    time: '16:45',
    does: async (stage, at) => {
      const action = await actionOf(stage, place, nth);
      if (!action) return;
      const actor = await stage.actor('assistant-director', at, { authority: place.name });
      const finished = rating === 'done' || rating === 'impact-shown';
      await done('report', reportProgress(actor, { planId: action.documentId, actionId: action.id, rating, text: SAID[rating], evidence: finished ? 'Audit of 30 plans in May; survey of 41 parents.' : '', asksToClose }, at));
    },
  });
  const rate = (day: number, nth: number, rating: Rating, agreesClose = false): Act => ({
    on: day,
    time: '12:10',
    does: async (stage, at) => {
      const action = await actionOf(stage, place, nth);
      if (!action || !place.leadChallenger) return;
      const lead = await stage.actor('dcs', at, { authority: place.leadChallenger });
      await done('review', reviewAction(lead, { planId: action.documentId, actionId: action.id, rating, comment: THOUGHT[rating], agreesClose }, at));
    },
  });
  return [
    ...acts,
    say(130 + (place.index % 9), 0, 'on-track'),
    say(132 + (place.index % 9), 1, place.index % 2 === 0 ? 'at-risk' : 'on-track'),
    rate(172 + (place.index % 6), 0, 'on-track'),
    rate(173 + (place.index % 6), 1, 'at-risk'),
    say(185 + (place.index % 9), 0, place.index % 3 === 0 ? 'done' : 'impact-shown', place.index % 3 !== 2),
    ...(place.index % 3 === 1 ? [rate(200 + (place.index % 9), 0, 'impact-shown', true)] : []),
    ...(place.index % 4 === 2 ? [say(262, 1, 'done')] : []),
    ...(finishes ? [0, 1, 2, 3].flatMap((nth) => [say(320 + nth, nth, 'impact-shown', true), rate(330 + nth, nth, 'impact-shown', true)]) : []),
  ];
}

const onWeekday = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, 1));

const SAID: Record<Rating, string> = {
  'not-started': 'Not begun: the post is being recruited to.',
  'on-track': 'The panel has met four times and every team has had a clinic. Families have noticed quicker answers.',
  'at-risk': 'The audit slipped to March because the auditor left. A neighbour has offered one of theirs.',
  done: 'Every part of the work is finished and in daily use.',
  'impact-shown': 'Finished, and children are better for it: the measure was met two months early, and an audit says why.',
};

const THOUGHT: Record<Rating, string> = {
  'not-started': 'It should have begun.',
  'on-track': 'Real progress, seen on a visit in April. Keep going.',
  'at-risk': 'The clinics are real. Without the audit nobody can say whether plans are better or only shorter.',
  done: 'Done, as they say. Whether children feel it is not known yet.',
  'impact-shown': 'The audit convinced me: children describe the difference in their own words.',
};

async function actionOf(stage: Stage, place: StagePlace, nth: number) {
  return db.action.findFirst({ where: { cycleAuthorityId: place.cycleAuthorityId, ordinal: nth + 1, closedAt: null }, select: { id: true, documentId: true } });
}

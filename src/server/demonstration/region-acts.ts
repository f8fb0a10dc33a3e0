import { isRefusal } from '@/domain/decision';
import { versionForSignature } from '@/domain/documents/state';
import { db } from '../db';
import { completeStep } from '../cycles/complete-step';
import { findDocument } from '../documents/find-document';
import { fillProfile } from '../regional-papers/fill-profile';
import { putToBoard } from '../regional-papers/put-to-board';
import { savePaper } from '../regional-papers/save-paper';
import { signOffPaper } from '../regional-papers/sign-off-paper';
import { done, type Act, type Stage } from './stage';

/** What the region does for itself: meetings recorded as held, papers put to the Board and signed off. */
export function regionActs({ boardPapersFrom = 80, boardPapersUntil = 84 }: { boardPapersFrom?: number; boardPapersUntil?: number } = {}): Act[] {
  return [
    record('ofsted-enquiries', -8, 'Received for a third of the authorities'),
    record('share-out', 70, 'Market place of good practice with nine stalls; themes agreed'),
    paper('regional-profile', boardPapersFrom, '09:00'),
    signOff('regional-profile', boardPapersUntil, '15:00'),
    record('qa-meeting', 110, 'Regional overview confirmed with Ofsted and the DfE'),
    record('finalise-programme', 119, 'Four themes for the year'),
    paper('programme', 130, '09:00'),
    signOff('programme', 140, '15:00'),
    byGroup('immediate-actions', 62),
    byGroup('group-actions', 110),
  ];
}

function record(stepKey: string, on: number, note: string): Act {
  return { on, time: '17:00', does: async (stage, at) => void (await done(stepKey, completeStep(await stage.actor('sli-coordinator', at), { cycleId: stage.cycleId, stepKey, scope: 'region', note }, at))) };
}

function byGroup(stepKey: string, on: number): Act {
  return {
    on,
    time: '16:00',
    does: async (stage, at) => {
      const groups = new Map(stage.places.map((place) => [place.groupId, place.group]));
      for (const groupId of groups.keys()) {
        await done(stepKey, completeStep(await stage.actor('sli-coordinator', at), { cycleId: stage.cycleId, stepKey, scope: `group:${groupId}`, note: 'Taken forward by the group' }, at));
      }
    },
  };
}

function paper(kind: 'regional-profile' | 'programme', on: number, time: string): Act {
  return {
    on,
    time,
    does: async (stage, at) => {
      const coordinator = await stage.actor('sli-coordinator', at);
      const paperId = stage.document(kind);
      if (kind === 'regional-profile') {
        const filled = await fillProfile(coordinator, { paperId }, at);
        if (isRefusal(filled) && filled.refused !== 'unchanged') throw new Error(filled.because);
      }
      const sections = await db.section.findMany({ where: { documentId: paperId }, select: { key: true, version: true, content: true } });
      const empty = sections.filter(({ content }) => !String((content as { text?: string }).text ?? '').trim());
      const texts = Object.fromEntries(empty.map(({ key }) => [key, PAPER_WORDS]));
      if (empty.length > 0) await done(`write ${kind}`, savePaper(coordinator, { paperId, texts, read: Object.fromEntries(sections.map(({ key, version }) => [key, version])) }, at));
      await done(`put ${kind}`, putToBoard(coordinator, { paperId }, at));
    },
  };
}

function signOff(kind: 'regional-profile' | 'programme', on: number, time: string): Act {
  return { on, time, does: (stage, at) => signOffNow(stage, kind, at) };
}

async function signOffNow(stage: Stage, kind: 'regional-profile' | 'programme', at: Date): Promise<void> {
  const chair = await stage.actor('board-chair', at);
  const paperId = stage.document(kind);
  const version = versionForSignature(await findDocument(db, chair, paperId, at))!;
  await done(`sign off ${kind}`, signOffPaper(chair, { paperId, versionId: version.id, contentHash: version.contentHash }, at));
}

const PAPER_WORDS =
  'Three themes run through the region: help that lasts, teenagers in care, and plans for children with special needs that come in time.\n\nThe Board is asked for two days of facilitation each month and for the group leads’ time to follow the actions.';

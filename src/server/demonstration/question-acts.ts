import { db } from '../db';
import { uploadFigures } from '../figures/upload-figures';
import { addQuestion } from '../questions/add-question';
import { agreeQuestions } from '../questions/agree-questions';
import { confirmReading } from '../questions/confirm-reading';
import { draftReading } from '../questions/draft-reading';
import { issuePacks } from '../questions/issue-packs';
import { placeAuthority } from '../questions/place-authority';
import { recordEnquiry } from '../questions/record-enquiry';
import { figureFile } from './figures';
import { done, type Act, type Stage, type StagePlace } from './stage';
import { enquiryWords, placesOf, questionWords, readingWords } from './words';

/** Figures for all, Ofsted's lines of enquiry, and the moment at which every pack goes out. */
export function regionQuestionActs(year: number): Act[] {
  return [
    {
      on: -105,
      time: '14:00',
      does: async (stage, at) => {
        const file = await figureFile(stage, year);
        await done('figures', uploadFigures(await stage.actor('sli-coordinator', at), { cycleId: stage.cycleId, file }, at));
      },
    },
    { on: 0, time: '14:00', does: async (stage, at) => void (await done('issue', issuePacks(await stage.actor('sli-coordinator', at), { cycleId: stage.cycleId }, at))) },
  ];
}

export function questionActs(place: StagePlace, year: number, { reads = true }: { reads?: boolean } = {}): Act[] {
  const of = (stage: Stage) => stage.document('questions', place.name);
  const hasEnquiry = place.index % 3 === 0;
  const acts: Act[] = [
    {
      on: -9,
      time: '10:00',
      does: async (stage, at) => {
        const member = await stage.actor('data-group-member', at);
        await done('draft', draftReading(member, { documentId: of(stage), typedOver: 1, ...readingWords(place, year) }, at));
        const enquiry = hasEnquiry ? await db.ofstedEnquiry.findFirst({ where: { cycleAuthorityId: place.cycleAuthorityId } }) : null;
        for (const question of questionWords(place, year, enquiry?.id ?? null)) await done('question', addQuestion(member, { documentId: of(stage), ...question }, at));
        await done('place', placeAuthority(member, { documentId: of(stage), placements: placesOf(place, year, 'region').map((placed) => ({ ...placed, rationale: placed.rationale })) }, at));
      },
    },
    { on: -7, time: '12:30', does: async (stage, at) => void (await done('agree', agreeQuestions(await stage.actor('data-group-chair', at), { documentId: of(stage) }, at))) },
  ];
  if (hasEnquiry) {
    acts.push({
      on: -12,
      time: '11:00',
      does: async (stage, at) => {
        const coordinator = await stage.actor('sli-coordinator', at);
        const receivedOn = at.toISOString().slice(0, 10);
        await done('enquiry', recordEnquiry(coordinator, { cycleId: stage.cycleId, authorityId: place.authorityId, text: enquiryWords(place), receivedOn }, at));
      },
    });
  }
  if (reads) {
    acts.push({ on: 1 + (place.index % 5), time: '08:40', does: async (stage, at) => void (await done('read', confirmReading(await stage.actor('dcs', at, { authority: place.name }), { documentId: of(stage) }, at))) });
  }
  return acts;
}

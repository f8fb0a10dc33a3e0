import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { uploadFigures } from '@/server/figures/upload-figures';
import { NotFound } from '@/server/not-found';
import { addQuestion } from '@/server/questions/add-question';
import { agreeQuestions } from '@/server/questions/agree-questions';
import { changeQuestion } from '@/server/questions/change-question';
import { confirmReading } from '@/server/questions/confirm-reading';
import { draftReading } from '@/server/questions/draft-reading';
import { issuePacks } from '@/server/questions/issue-packs';
import { loadPack, loadReading } from '@/server/questions/load';
import { placeAuthority } from '@/server/questions/place-authority';
import { recordEnquiry } from '@/server/questions/record-enquiry';
import { reopenQuestions } from '@/server/questions/reopen-questions';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openTestCycle, type TestCycle } from '../../support/cycle';

const NOVEMBER = new Date('2017-11-14T10:00:00Z');
const DAY_0 = new Date('2017-11-23T14:00:00Z');

let people: Record<Role, string>;
let cycle: TestCycle;
const as = (role: Role, at = NOVEMBER) => actorFor(people[role], at);
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');
const READING = { headline: 'Does help last?', summary: 'Honest.', focusEducation: false, focusSocialCare: true };
const QUESTION = { text: 'Who comes back?', focus: 'social-care' as const, source: 'figures' as const, enquiryId: null };

beforeAll(async () => {
  people = await castPeople();
  cycle = await openTestCycle(await as('coordinator'), { only: ['Wigan', 'Halton'] });
});

async function draft(authority: string) {
  const documentId = cycle.document('questions', authority);
  const member = await as('dataGroupMember');
  await draftReading(member, { documentId, typedOver: 1, ...READING }, NOVEMBER);
  await addQuestion(member, { documentId, ...QUESTION }, NOVEMBER);
  await placeAuthority(member, { documentId, placements: [{ enabler: 'overall', stage: 2, half: 'early', rationale: '' }] }, NOVEMBER);
  return documentId;
}

describe('the data group', () => {
  it('drafts what nobody in the authority can find', async () => {
    const documentId = await draft('Wigan');
    const { reading, placements } = await loadReading(await as('dataGroupChair'), documentId, NOVEMBER);
    expect([reading.headline, reading.questions.length, placements.overall?.stage]).toEqual(['Does help last?', 1, 2]);
    for (const role of ['wiganDcs', 'haltonDcs', 'boardChair', 'ofsted', 'nobody'] as const) {
      await expect(loadReading(await as(role), documentId, NOVEMBER)).rejects.toThrow(NotFound);
      await expect(loadPack(await as(role), documentId, NOVEMBER)).rejects.toThrow(NotFound);
    }
    await expect(loadPack(await as('coordinator'), documentId, NOVEMBER)).rejects.toThrow(NotFound);
  });

  it('never loses the words of the first of two who draft at once', async () => {
    const documentId = cycle.document('questions', 'Wigan');
    const member = await as('dataGroupMember');
    expect(codeOf(await draftReading(await as('dataGroupChair'), { documentId, typedOver: 1, ...READING, headline: 'Older' }, NOVEMBER))).toBe('changed-meanwhile');
    const [question] = await db.question.findMany({ where: { questionSet: { documentId } } });
    const both = await Promise.all([
      changeQuestion(member, { documentId, questionId: question!.id, typedOver: 1, ...QUESTION, text: 'Who comes back, and when?' }, NOVEMBER),
      changeQuestion(await as('dataGroupChair'), { documentId, questionId: question!.id, typedOver: 1, ...QUESTION, text: 'Why do they come back?' }, NOVEMBER),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'changed-meanwhile']);
  });

  it('asks at least one question for each line of enquiry from Ofsted before it agrees', async () => {
    const documentId = cycle.document('questions', 'Wigan');
    const authorityId = cycle.places.Wigan!.authorityId;
    expect(codeOf(await recordEnquiry(await as('dataGroupChair'), { cycleId: cycle.cycleId, authorityId, text: 'Repeat plans?', receivedOn: '2017-11-10' }, NOVEMBER))).toBe('not-permitted');
    expect(codeOf(await recordEnquiry(await as('coordinator'), { cycleId: cycle.cycleId, authorityId, text: 'Repeat plans?', receivedOn: '2017-11-10' }, NOVEMBER))).toBe('accepted');
    expect(codeOf(await agreeQuestions(await as('dataGroupChair'), { documentId }, NOVEMBER))).toBe('incomplete');
    const enquiry = await db.ofstedEnquiry.findFirstOrThrow();
    const member = await as('dataGroupMember');
    expect(codeOf(await addQuestion(member, { documentId, ...QUESTION, source: 'ofsted' }, NOVEMBER))).toBe('no-enquiry');
    expect(codeOf(await addQuestion(member, { documentId, ...QUESTION, source: 'ofsted', enquiryId: enquiry.id }, NOVEMBER))).toBe('accepted');
    expect(codeOf(await agreeQuestions(member, { documentId }, NOVEMBER))).toBe('not-permitted');
    expect(codeOf(await agreeQuestions(await as('dataGroupChair'), { documentId }, NOVEMBER))).toBe('accepted');
    expect(codeOf(await addQuestion(member, { documentId, ...QUESTION }, NOVEMBER))).toBe('agreed');
  });
});

describe('the packs', () => {
  it('go out together or not at all, at one moment, even when two press', async () => {
    const coordinator = await as('coordinator', DAY_0);
    const early = await issuePacks(coordinator, { cycleId: cycle.cycleId }, DAY_0);
    expect(early).toMatchObject({ refused: 'not-agreed', because: expect.stringContaining('Halton') });
    expect(await db.documentAct.count({ where: { kind: 'issued' } })).toBe(0);
    const halton = await draft('Halton');
    await agreeQuestions(await as('dataGroupChair'), { documentId: halton }, NOVEMBER);
    expect(codeOf(await reopenQuestions(await as('dataGroupChair'), { documentId: halton }, NOVEMBER))).toBe('accepted');
    expect(codeOf(await agreeQuestions(await as('dataGroupChair'), { documentId: halton }, NOVEMBER))).toBe('accepted');
    await expect(issuePacks(await as('otherRegionsCoordinator', DAY_0), { cycleId: cycle.cycleId }, DAY_0)).rejects.toThrow(NotFound);
    const both = await Promise.all([issuePacks(coordinator, { cycleId: cycle.cycleId }, DAY_0), issuePacks(coordinator, { cycleId: cycle.cycleId }, DAY_0)]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'already-issued']);
    const acts = await db.documentAct.findMany({ where: { kind: 'issued' } });
    expect(acts.map(({ at }) => at.toISOString())).toEqual([DAY_0.toISOString(), DAY_0.toISOString()]);
    expect(await db.event.count({ where: { type: 'packs.issued' } })).toBe(1);
  });

  it('are read by their own authority, which confirms it', async () => {
    const documentId = cycle.document('questions', 'Wigan');
    const page = await loadPack(await as('wiganLeadMember', DAY_0), documentId, DAY_0);
    expect(page.reading.questions).toHaveLength(2);
    await expect(loadPack(await as('haltonLeadMember', DAY_0), documentId, DAY_0)).rejects.toThrow(NotFound);
    expect(codeOf(await confirmReading(await as('wiganDcs', DAY_0), { documentId }, DAY_0))).toBe('accepted');
    expect(await db.packReading.count({ where: { documentId } })).toBe(1);
    const toConfirm = async (role: Role) => (await loadPack(await as(role, DAY_0), documentId, DAY_0)).may.read?.office ?? null;
    expect([await toConfirm('wiganDcs'), await toConfirm('wiganAd')]).toEqual([null, 'assistant-director']);
    expect(codeOf(await draftReading(await as('dataGroupMember', DAY_0), { documentId, typedOver: 2, ...READING }, DAY_0))).toBe('issued');
  });
});

describe('a file of figures', () => {
  it('with a fault changes nothing; after the packs are issued none is taken', async () => {
    const next = await openTestCycle(await as('coordinator'), { name: '2018/19', anchorOn: '2018-11-22', only: ['Wigan', 'Halton'] });
    const indicator = await db.indicator.findFirstOrThrow({ where: { region: { slug: 'north-west' } } });
    const wigan = await db.authority.findFirstOrThrow({ where: { shortName: 'Wigan' } });
    const file = (...rows: string[]) => ['authority,indicator,period,value', ...rows].join('\n');
    const coordinator = await as('coordinator');
    const upload = (text: string) => uploadFigures(coordinator, { cycleId: next.cycleId, file: text }, NOVEMBER);
    expect(await upload(file(`${wigan.dfeCode},${indicator.key},2017,61.5`, `${wigan.dfeCode},nonsense,2017,x1`))).toMatchObject({ refused: 'faults', because: expect.stringContaining('Row 3, indicator') });
    expect(await db.figure.count()).toBe(0);
    expect(codeOf(await upload('"broken'))).toBe('no-table');
    expect(codeOf(await upload(file(`${wigan.dfeCode},${indicator.key},2017,61.5`)))).toBe('accepted');
    expect(codeOf(await upload(file(`Wigan,${indicator.key},2017,62.5`)))).toBe('accepted');
    expect((await db.figure.findMany()).map(({ value }) => Number(value))).toEqual([62.5]);
    expect(codeOf(await uploadFigures(coordinator, { cycleId: cycle.cycleId, file: file(`Wigan,${indicator.key},2017,1`) }, DAY_0))).toBe('issued');
    expect(codeOf(await uploadFigures(await as('wiganDataLead'), { cycleId: next.cycleId, file: file(`Wigan,${indicator.key},2017,63`) }, NOVEMBER))).toBe('accepted');
    expect(codeOf(await uploadFigures(await as('wiganDataLead'), { cycleId: next.cycleId, file: file(`Halton,${indicator.key},2017,63`) }, NOVEMBER))).toBe('not-permitted');
  });
});

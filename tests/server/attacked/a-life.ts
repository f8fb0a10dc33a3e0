// The life of a cycle as a list of acts, each with who may do it: everyone else tries first. Wigan's documents, Halton its lead peer
// challenger, both in the Trafford group, whose lead is Trafford's Director.
import { randomUUID } from 'node:crypto';
import { isRefusal } from '@/domain/decision';
import type { Actor, Office } from '@/domain/model';
import { addAction } from '@/server/action-plans/add-action';
import { changeAction } from '@/server/action-plans/change-action';
import { escalateAction } from '@/server/action-plans/escalate-action';
import { reportProgress } from '@/server/action-plans/report-progress';
import { reviewAction } from '@/server/action-plans/review-action';
import { stopAction } from '@/server/action-plans/stop-action';
import { submitPlan } from '@/server/action-plans/submit-plan';
import { addConversationNotes } from '@/server/annual-conversations/add-conversation-notes';
import { compilePack } from '@/server/annual-conversations/compile-pack';
import { releasePack } from '@/server/annual-conversations/release-pack';
import { revokeRelease } from '@/server/annual-conversations/revoke-release';
import { loadChase } from '@/server/board/load';
import { sendReminders } from '@/server/board/send-reminders';
import { endConflict } from '@/server/conflicts/end-conflict';
import { recordConflict } from '@/server/conflicts/record-conflict';
import { closeCycle } from '@/server/cycles/close-cycle';
import { completeStep } from '@/server/cycles/complete-step';
import { moveDate } from '@/server/cycles/move-date';
import { moveToVersion } from '@/server/cycles/move-to-version';
import { openCycle } from '@/server/cycles/open-cycle';
import { reopenStep } from '@/server/cycles/reopen-step';
import { waiveStep } from '@/server/cycles/waive-step';
import { db } from '@/server/db';
import { inspectAuthority } from '@/server/disruption/inspect';
import { joinLate } from '@/server/disruption/join-late';
import { reorganiseAuthority } from '@/server/disruption/reorganise';
import { swapDays } from '@/server/disruption/swap-days';
import { withdrawAuthority } from '@/server/disruption/withdraw';
import { declineDocument } from '@/server/documents/decline-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { recallDocument } from '@/server/documents/recall-document';
import { recordPaperSignature } from '@/server/documents/record-paper-signature';
import { signDocument } from '@/server/documents/sign-document';
import { acceptSubmission } from '@/server/documents/submissions/accept-submission';
import { returnSubmission } from '@/server/documents/submissions/return-submission';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';
import { addEvidenceFile } from '@/server/evidence/add-evidence-file';
import { removeEvidenceFile } from '@/server/evidence/remove-evidence-file';
import { enterFigure } from '@/server/figures/enter-figure';
import { uploadFigures } from '@/server/figures/upload-figures';
import { agreeDraft } from '@/server/forum-notes/agree-draft';
import { commentOnNotes } from '@/server/forum-notes/comment-on-notes';
import { draftNotes } from '@/server/forum-notes/draft-notes';
import { editDraft } from '@/server/forum-notes/edit-draft';
import { makeNotesFinal } from '@/server/forum-notes/make-notes-final';
import { sendNotes } from '@/server/forum-notes/send-notes';
import { settleComment as settleOnNotes } from '@/server/forum-notes/settle-comment';
import { withdrawComment } from '@/server/forum-notes/withdraw-comment';
import { answerInvitation } from '@/server/forums/invitations/answer-invitation';
import { recordAttendance } from '@/server/forums/invitations/record-attendance';
import { sendInvitations } from '@/server/forums/invitations/send-invitations';
import { savePreparation } from '@/server/forums/preparation/save-preparation';
import { arrangeSessions } from '@/server/forums/scheduling/arrange-sessions';
import { cancelForum } from '@/server/forums/scheduling/cancel-forum';
import { changeForum } from '@/server/forums/scheduling/change-forum';
import { scheduleAllForums } from '@/server/forums/scheduling/schedule-all-forums';
import { scheduleForum } from '@/server/forums/scheduling/schedule-forum';
import { agreeImmediateAction } from '@/server/forums/sessions/agree-immediate-action';
import { endSession } from '@/server/forums/sessions/end-session';
import { recordSupport } from '@/server/forums/sessions/record-support';
import { strikeNote } from '@/server/forums/sessions/strike-note';
import { takeNote } from '@/server/forums/sessions/take-note';
import { appointPerson } from '@/server/people/appoint-person';
import { correctPerson } from '@/server/people/correct-person';
import { endAppointment } from '@/server/people/end-appointment';
import { bringInFile } from '@/server/processes/bring-in-file';
import { changeProcess } from '@/server/processes/change-process';
import { discardDraft } from '@/server/processes/discard-draft';
import { loadProcessFile } from '@/server/processes/load';
import { publishProcess } from '@/server/processes/publish-process';
import { startDraft } from '@/server/processes/start-draft';
import { withdrawProcess } from '@/server/processes/withdraw-process';
import { addQuestion } from '@/server/questions/add-question';
import { agreePlaces } from '@/server/questions/agree-places';
import { agreeQuestions } from '@/server/questions/agree-questions';
import { changeQuestion } from '@/server/questions/change-question';
import { confirmReading } from '@/server/questions/confirm-reading';
import { draftReading } from '@/server/questions/draft-reading';
import { issuePacks } from '@/server/questions/issue-packs';
import { placeAuthority } from '@/server/questions/place-authority';
import { recordEnquiry } from '@/server/questions/record-enquiry';
import { removeQuestion } from '@/server/questions/remove-question';
import { reopenQuestions } from '@/server/questions/reopen-questions';
import { addProposedDay } from '@/server/regional-calendar/days/add-proposed-day';
import { changeDay } from '@/server/regional-calendar/days/change-day';
import { enterDays } from '@/server/regional-calendar/days/enter-days';
import { removeDay } from '@/server/regional-calendar/days/remove-day';
import { makeFeed } from '@/server/regional-calendar/feeds/make-feed';
import { revokeFeed } from '@/server/regional-calendar/feeds/revoke-feed';
import { fillProfile } from '@/server/regional-papers/fill-profile';
import { putToBoard } from '@/server/regional-papers/put-to-board';
import { returnPaper } from '@/server/regional-papers/return-paper';
import { savePaper } from '@/server/regional-papers/save-paper';
import { signOffPaper } from '@/server/regional-papers/sign-off-paper';
import { openRelease } from '@/server/releases/open-release';
import { commentOnSection } from '@/server/self-views/comment-on-section';
import { giveSection } from '@/server/self-views/give-section';
import { markSection } from '@/server/self-views/mark-section';
import { openSection } from '@/server/self-views/open-section';
import { putForReview } from '@/server/self-views/put-for-review';
import { saveDraft } from '@/server/self-views/save-draft';
import { settleComment } from '@/server/self-views/settle-comment';
import { takeBackSection } from '@/server/self-views/take-back-section';
import { assignPeer } from '@/server/roles/assign-peer';
import { assignRotation } from '@/server/roles/assign-rotation';
import { endPeer } from '@/server/roles/end-peer';
import { replacePeer } from '@/server/roles/replace-peer';
import type { Role } from '../../support/cast';
import { readTestCycle, testPlaces, type TestCycle } from '../../support/cycle';
import { place, shownTo } from '../disruption/a-coordinator';
import { onPage, writeSelfView } from '../documents/a-signed-cycle';

/** "wiganDcs", or "traffordDcs as group-lead" where someone holds two posts. */
export type Capacity = Role | `${Role} as ${Office}`;

export interface Act {
  /** The file of the use case below src/server. */
  of: string;
  at: Date;
  by: Capacity;
  /** Others who may do it too. */
  also?: readonly Capacity[];
  does: (actor: Actor, at: Date) => Promise<object>;
  /** What has to be there before. */
  before?: () => Promise<unknown>;
}

let cycle: TestCycle;
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const [JULY, SEPTEMBER, OCTOBER, NOVEMBER, DAY_0, ON_THE_DAY, AFTER, JANUARY, FEBRUARY, MAY] = [
  noon('2017-07-26'), noon('2017-09-04'), noon('2017-10-20'), noon('2017-11-14'), noon('2017-11-23'), new Date('2017-12-13T15:30:00Z'), noon('2017-12-18'), noon('2018-01-08'), noon('2018-02-05'), noon('2018-05-14'),
] as [Date, Date, Date, Date, Date, Date, Date, Date, Date, Date];

const doc = (kind: Parameters<TestCycle['document']>[0], authority: string | undefined = 'Wigan') => cycle.document(kind, authority);
const selfView = (sectionKey: string) => ({ documentId: doc('self-view'), sectionKey });
const authorityId = (name = 'Wigan') => cycle.places[name]!.authorityId;
const session = () => db.forumSession.findFirstOrThrow({ where: { cycleAuthorityId: cycle.places.Wigan!.cycleAuthorityId }, include: { forum: true } });
const forumIn = (wave: string) => db.forum.findFirstOrThrow({ where: { cycleId: cycle.cycleId, wave, cancelledAt: null } });
const notes = async () => ({ documentId: (await session()).notesId });
const question = () => db.question.findFirstOrThrow({ where: { questionSet: { documentId: doc('questions') }, removedAt: null }, orderBy: { ordinal: 'desc' } });
const newest = <Row>(rows: readonly Row[]): Row => rows.at(-1)!;
const comment = async (documentId: string) => newest(await db.comment.findMany({ where: { documentId, settledAt: null }, orderBy: { at: 'asc' } })).id;
const postOf = async (office: Office, authority = 'Wigan') => (await db.post.findFirstOrThrow({ where: { office, authority: { shortName: authority } } })).id;
const paper = async (kind: 'programme' | 'regional-profile') => {
  const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: cycle.document(kind) }, orderBy: { number: 'desc' } });
  return { paperId: cycle.document(kind), versionId: version.id, contentHash: version.contentHash };
};
const leadOfTrafford = async () => {
  const found = await db.cyclePeer.findFirst({ where: { endedAt: null, cycleAuthorityId: cycle.places.Trafford!.cycleAuthorityId } });
  return found?.id ?? `lead:${cycle.places.Trafford!.cycleAuthorityId}`;
};
/** A cycle of four others, in which something comes between; the mark of what the coordinator was shown. */
let between: TestCycle;
let shown = '';
const inBetween = (name: string) => between.places[name]!.authorityId;
const nameless = async (name: string) => (await db.authority.findFirstOrThrow({ where: { shortName: name } })).id;
const joining = async (name: string) => place(await nameless(name), { groupId: between.places.Bury!.groupId, wave: 'january' });
const happens = (kind: Parameters<typeof shownTo>[2], happened: () => Promise<Parameters<typeof shownTo>[3]>) => async () => {
  shown = await shownTo(await LIFE_ACTORS.coordinator(SEPTEMBER), between.cycleId, kind, await happened(), SEPTEMBER);
};
const confirmed = () => ({ cycleId: between.cycleId, reason: 'It happened', shown });
const packDocument = () => db.document.findFirstOrThrow({ where: { kind: 'annual-conversation' }, include: { versions: { orderBy: { number: 'asc' } } } });
const release = () => db.release.findFirstOrThrow({ where: { revokedAt: null } });
const action = async () => ({ planId: doc('action-plan'), actionId: (await db.action.findFirstOrThrow({ where: { documentId: doc('action-plan') }, orderBy: { ordinal: 'asc' } })).id });
const indicator = async () => (await db.indicator.findFirstOrThrow({ where: { region: { slug: 'north-west' } } }));

const processId = async (version: number) => (await db.processTemplate.findFirstOrThrow({ where: { key: 'annual-cycle', version, region: { slug: 'north-west' } } })).id;
const processBytes = async () => new TextEncoder().encode((await loadProcessFile(await LIFE_ACTORS.coordinator(JULY), await processId(2))).text);

const TEAM: readonly Capacity[] = ['coordinator', 'facilitator'];
const OWN_TEAM: readonly Capacity[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer'];
const OWN_LEADERS: readonly Capacity[] = ['wiganDcs', 'wiganAd', 'wiganPolicyOfficer'];
const EVERYONE_OF_WIGAN: readonly Capacity[] = [...OWN_TEAM, 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
const SIGNATORIES: readonly Capacity[] = ['wiganDcs', 'wiganLeadMember', 'wiganChiefExecutive'];
const DATA_GROUP: readonly Capacity[] = ['dataGroupChair', 'dataGroupMember'];
const NOTE_TAKERS: readonly Capacity[] = [...TEAM, 'traffordDcs as group-lead', 'haltonDcs', 'haltonAd'];

const HALF_TERM = { kind: 'school-holiday' as const, name: 'Autumn half-term', fromOn: '2017-10-23', toOn: '2017-10-27' };
const standingDay = async () => (await db.regionalDay.findFirstOrThrow({ where: { removedAt: null, name: HALF_TERM.name } })).id;
const READING = { headline: 'Does help last?', summary: '', focusEducation: false, focusSocialCare: true };
const QUESTION = { text: 'Who comes back?', focus: 'social-care' as const, source: 'figures' as const, enquiryId: null };
const PDF = new TextEncoder().encode('%PDF-1.4\n%%EOF');
const PNG = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
const ACTION = { finding: 'Help ends too soon', action: 'Review every second plan', impact: 'Children are safe', measure: 'Under 20%', owner: 'Head of Safeguarding', ownerPostId: null, dueOn: '2018-04-30' };
const TERMS = { starts: '09:30', ends: '16:30', venue: 'Town hall', room: '', facilitatorPostId: null };

const signedBy = (kind: 'self-view' | 'mou', by: Capacity): Act => ({ of: 'documents/sign-document', at: OCTOBER, by, does: async (actor, at) => signDocument(actor, await onPage(doc(kind)), at) });

export const LIFE: readonly Act[] = [
  { of: 'cycles/open-cycle', at: JULY, by: 'coordinator', does: async (actor, at) => {
    const opened = await openCycle(actor, { name: '2017/18', anchorOn: '2017-11-23', places: await testPlaces(['Wigan', 'Halton', 'Trafford']) }, at);
    if ('change' in opened) cycle = await readTestCycle(opened.change.id, at);
    return opened;
  } },
  { of: 'cycles/move-date', at: JULY, by: 'coordinator', does: (actor, at) => moveDate(actor, { cycleId: cycle.cycleId, stepKey: 'share-out', scope: 'cycle', toOn: '2018-02-12', reason: 'Half term' }, at) },
  { of: 'conflicts/record-conflict', at: JULY, by: 'coordinator', does: (actor, at) => recordConflict(actor, { authorityId: authorityId(), otherId: authorityId('Trafford'), reason: 'A shared director', untilOn: null }, at) },
  { of: 'conflicts/end-conflict', at: JULY, by: 'coordinator', does: async (actor, at) => endConflict(actor, { conflictId: (await db.authorityConflict.findFirstOrThrow()).id }, at) },
  // Trafford’s lead peer challenger goes, comes, is replaced, goes and comes.
  { of: 'roles/end-peer', at: JULY, by: 'coordinator', does: async (actor, at) => endPeer(actor, { cycleId: cycle.cycleId, partId: await leadOfTrafford(), why: 'Is inspected' }, at) },
  { of: 'roles/assign-rotation', at: JULY, by: 'coordinator', does: (actor, at) => assignRotation(actor, { cycleId: cycle.cycleId, role: 'lead-challenger', pairs: [{ hostId: authorityId('Trafford'), peerId: authorityId('Wigan') }], reason: 'Both agree' }, at) },
  { of: 'roles/replace-peer', at: JULY, by: 'coordinator', does: async (actor, at) => replacePeer(actor, { cycleId: cycle.cycleId, partId: await leadOfTrafford(), why: 'Has no time', peerId: authorityId('Halton'), postId: null, reason: 'Both agree' }, at) },
  { of: 'roles/end-peer', at: JULY, by: 'coordinator', does: async (actor, at) => endPeer(actor, { cycleId: cycle.cycleId, partId: await leadOfTrafford(), why: 'Is inspected' }, at) },
  { of: 'roles/assign-peer', at: JULY, by: 'coordinator', does: (actor, at) => assignPeer(actor, { cycleId: cycle.cycleId, role: 'lead-challenger', hostId: authorityId('Trafford'), peerId: authorityId('Wigan'), postId: null, reason: 'Both agree' }, at) },
  { of: 'regional-calendar/days/enter-days', at: JULY, by: 'wiganDataLead', also: [...OWN_TEAM, 'coordinator'], does: (actor, at) => enterDays(actor, { days: [{ ...HALF_TERM, authorityId: authorityId() }] }, at) },
  { of: 'regional-calendar/days/change-day', at: JULY, by: 'wiganPolicyOfficer', also: [...OWN_TEAM, 'coordinator'], does: async (actor, at) => changeDay(actor, { dayId: await standingDay(), ...HALF_TERM, toOn: '2017-11-03', authorityId: authorityId() }, at) },
  { of: 'regional-calendar/days/remove-day', at: JULY, by: 'wiganAd', also: [...OWN_TEAM, 'coordinator'], does: async (actor, at) => removeDay(actor, { dayId: await standingDay() }, at) },
  { of: 'regional-calendar/days/add-proposed-day', at: JULY, by: 'coordinator', also: ['otherRegionsCoordinator'], does: (actor, at) => addProposedDay(actor, { key: 'returns-2018' }, at) },
  { of: 'regional-calendar/feeds/revoke-feed', at: JULY, by: 'wiganLeadMember',
    before: async () => makeFeed(await LIFE_ACTORS.wiganLeadMember(JULY), { name: 'Phone' }, JULY),
    does: async (actor, at) => revokeFeed(actor, { feedId: (await db.calendarFeed.findFirstOrThrow({ where: { revokedAt: null } })).id }, at) },
  { of: 'people/appoint-person', at: JULY, by: 'haltonDcs', also: ['coordinator'], does: (actor, at) => appointPerson(actor, { place: 'authority:halton', office: 'data-lead', remit: '', person: { name: 'New Data Lead', email: 'new@halton.example' }, startsOn: '2017-08-01', endsOn: null, acting: false }, at) },
  { of: 'people/correct-person', at: JULY, by: 'coordinator', does: async (actor, at) => correctPerson(actor, { personId: (await db.person.findUniqueOrThrow({ where: { email: 'new@halton.example' } })).id, name: 'Newer Data Lead', email: 'newer@halton.example' }, at) },
  { of: 'people/end-appointment', at: JULY, by: 'haltonDcs', also: ['coordinator'], does: async (actor, at) => endAppointment(actor, { appointmentId: (await db.appointment.findFirstOrThrow({ where: { person: { email: 'newer@halton.example' } } })).id, endsOn: '2017-08-31' }, at) },
  // the process: a newer version, by which the cycle goes on, and a file of it
  { of: 'processes/start-draft', at: JULY, by: 'coordinator', does: async (actor, at) => startDraft(actor, { fromId: await processId(1) }, at) },
  { of: 'processes/change-process', at: JULY, by: 'coordinator', does: async (actor, at) => changeProcess(actor, { processId: await processId(2), saves: 1, over: '', edit: { is: 'add-step', step: { name: 'Thanked', phase: 'after' } } }, at) },
  { of: 'processes/publish-process', at: JULY, by: 'coordinator', does: async (actor, at) => publishProcess(actor, { processId: await processId(2), saves: 2 }, at) },
  { of: 'cycles/move-to-version', at: JULY, by: 'coordinator', does: async (actor, at) => moveToVersion(actor, { cycleId: cycle.cycleId, toId: await processId(2), reason: 'To thank them' }, at) },
  { of: 'processes/bring-in-file', at: JULY, by: 'coordinator', also: ['otherRegionsCoordinator'], does: async (actor, at) => bringInFile(actor, { bytes: await processBytes(), of: 'annual-cycle' }, at) },
  { of: 'processes/discard-draft', at: JULY, by: 'coordinator', does: async (actor, at) => discardDraft(actor, { processId: await processId(3), saves: 1 }, at) },
  // writing
  { of: 'self-views/give-section', at: SEPTEMBER, by: 'wiganDcs', also: OWN_LEADERS, does: async (actor, at) => giveSection(actor, { ...selfView('context'), postId: await postOf('contributor'), dueOn: null }, at) },
  { of: 'self-views/save-draft', at: SEPTEMBER, by: 'wiganContributor', also: OWN_TEAM, does: (actor, at) => saveDraft(actor, { ...selfView('context'), baseVersion: 1, typed: { changes: 'First words.' } }, at) },
  { of: 'self-views/mark-section', at: SEPTEMBER, by: 'wiganContributor', also: OWN_TEAM, does: (actor, at) => markSection(actor, { ...selfView('context'), ready: true }, at) },
  { of: 'self-views/take-back-section', at: SEPTEMBER, by: 'wiganPolicyOfficer', also: OWN_LEADERS, does: async (actor, at) => takeBackSection(actor, { ...selfView('context'), postId: await postOf('contributor') }, at) },
  { of: 'evidence/add-evidence-file', at: SEPTEMBER, by: 'wiganDataLead', also: OWN_TEAM, does: (actor, at) => addEvidenceFile(actor, { ...selfView('help-and-protection'), name: 'chart.png', bytes: PNG }, at) },
  { of: 'evidence/remove-evidence-file', at: SEPTEMBER, by: 'wiganAd', also: OWN_TEAM, does: async (actor, at) => removeEvidenceFile(actor, { ...selfView('help-and-protection'), fileId: (await db.evidenceFile.findFirstOrThrow()).id }, at) },
  { of: 'self-views/open-section', at: SEPTEMBER, by: 'wiganAd', also: OWN_TEAM,
    before: async () => {
      const earlier = await db.cycle.create({ data: { name: '2016/17', regionId: (await db.cycle.findFirstOrThrow()).regionId, templateId: (await db.cycle.findFirstOrThrow()).templateId, anchorOn: noon('2016-11-24'), startsOn: noon('2016-07-25'), endsOn: noon('2017-07-24'), openedAt: noon('2016-07-25'), closedAt: noon('2017-07-24') } });
      const place = await db.cycleAuthority.create({ data: { cycleId: earlier.id, authorityId: authorityId(), groupId: cycle.places.Wigan!.groupId, wave: 'december' } });
      const plan = await db.document.create({ data: { kind: 'action-plan', regionId: earlier.regionId, cycleId: earlier.id, authorityId: authorityId(), createdAt: noon('2016-07-25') } });
      await db.action.create({ data: { ...ACTION, dueOn: noon('2017-06-01'), cycleAuthorityId: place.id, documentId: plan.id, ordinal: 1, createdAt: noon('2017-02-01') } });
    },
    does: (actor, at) => openSection(actor, selfView('progress'), at) },
  { of: 'self-views/put-for-review', at: SEPTEMBER, by: 'wiganAd', also: ['wiganDcs'], does: (actor, at) => putForReview(actor, { documentId: doc('self-view') }, at) },
  { of: 'self-views/comment-on-section', at: SEPTEMBER, by: 'wiganLeadMember', also: EVERYONE_OF_WIGAN, does: (actor, at) => commentOnSection(actor, { ...selfView('context'), paragraph: 0, quoted: '', body: 'Say more.' }, at) },
  { of: 'self-views/settle-comment', at: SEPTEMBER, by: 'wiganAd', also: OWN_TEAM, does: async (actor, at) => settleComment(actor, { documentId: doc('self-view'), commentId: await comment(doc('self-view')), as: 'accepted', answer: '' }, at) },
  // signing and submitting
  { of: 'documents/put-document-for-signature', at: OCTOBER, by: 'wiganDcs', before: () => writeSelfView(doc('self-view')), does: (actor, at) => putDocumentForSignature(actor, { documentId: doc('self-view') }, at) },
  { of: 'documents/recall-document', at: OCTOBER, by: 'wiganDcs', does: (actor, at) => recallDocument(actor, { documentId: doc('self-view'), reason: 'A figure is wrong.' }, at) },
  { of: 'documents/put-document-for-signature', at: OCTOBER, by: 'wiganDcs', before: () => writeSelfView(doc('self-view'), 'The right figure.'), does: (actor, at) => putDocumentForSignature(actor, { documentId: doc('self-view') }, at) },
  { of: 'documents/decline-document', at: OCTOBER, by: 'wiganLeadMember', does: async (actor, at) => declineDocument(actor, { ...(await onPage(doc('self-view'))), reason: 'Say what changed.' }, at) },
  { of: 'documents/put-document-for-signature', at: OCTOBER, by: 'wiganDcs', before: () => writeSelfView(doc('self-view'), 'Other words.'), does: (actor, at) => putDocumentForSignature(actor, { documentId: doc('self-view') }, at) },
  signedBy('self-view', 'wiganLeadMember'),
  { of: 'documents/record-paper-signature', at: OCTOBER, by: 'coordinator', does: async (actor, at) => recordPaperSignature(actor, { ...(await onPage(doc('mou'))), office: 'chief-executive', scan: { name: 'signed.pdf', mediaType: 'application/pdf', bytes: PDF } }, at) },
  { ...signedBy('mou', 'wiganDcs'), also: SIGNATORIES },
  { ...signedBy('mou', 'wiganLeadMember'), also: SIGNATORIES },
  { of: 'documents/submissions/submit-self-view', at: OCTOBER, by: 'wiganDcs', does: (actor, at) => submitSelfView(actor, { documentId: doc('self-view') }, at) },
  { of: 'documents/submissions/return-submission', at: OCTOBER, by: 'coordinator', does: (actor, at) => returnSubmission(actor, { documentId: doc('self-view'), which: 'self-view', reason: 'The journey is not explained.' }, at) },
  { of: 'documents/submissions/submit-self-view', at: OCTOBER, by: 'wiganDcs',
    before: async () => {
      await writeSelfView(doc('self-view'), 'Explained.');
      const { wiganDcs, wiganLeadMember } = LIFE_ACTORS;
      await putDocumentForSignature(await wiganDcs(OCTOBER), { documentId: doc('self-view') }, OCTOBER);
      await signDocument(await wiganLeadMember(OCTOBER), await onPage(doc('self-view')), OCTOBER);
    },
    does: (actor, at) => submitSelfView(actor, { documentId: doc('self-view') }, at) },
  { of: 'documents/submissions/accept-submission', at: OCTOBER, by: 'coordinator', does: (actor, at) => acceptSubmission(actor, { documentId: doc('self-view') }, at) },
  // figures, enquiries, questions
  { of: 'figures/enter-figure', at: NOVEMBER, by: 'wiganDataLead', also: ['coordinator', ...DATA_GROUP], does: async (actor, at) => enterFigure(actor, { cycleId: cycle.cycleId, authorityId: authorityId(), indicatorId: (await indicator()).id, period: '2017', value: 61.5, marker: null, england: null, regional: null, neighbours: null, previous: null, source: '' }, at) },
  { of: 'figures/upload-figures', at: NOVEMBER, by: 'dataGroupMember', also: ['coordinator', ...DATA_GROUP, 'wiganDataLead'], does: async (actor, at) => uploadFigures(actor, { cycleId: cycle.cycleId, file: `authority,indicator,period,value\nWigan,${(await indicator()).key},2017,62.5` }, at) },
  { of: 'questions/record-enquiry', at: NOVEMBER, by: 'coordinator', does: (actor, at) => recordEnquiry(actor, { cycleId: cycle.cycleId, authorityId: authorityId(), text: 'Repeat plans?', receivedOn: '2017-11-10' }, at) },
  { of: 'questions/draft-reading', at: NOVEMBER, by: 'dataGroupMember', also: DATA_GROUP, does: (actor, at) => draftReading(actor, { documentId: doc('questions'), typedOver: 1, ...READING }, at) },
  { of: 'questions/add-question', at: NOVEMBER, by: 'dataGroupMember', also: DATA_GROUP, does: (actor, at) => addQuestion(actor, { documentId: doc('questions'), ...QUESTION }, at) },
  { of: 'questions/remove-question', at: NOVEMBER, by: 'dataGroupMember', also: DATA_GROUP, does: async (actor, at) => removeQuestion(actor, { documentId: doc('questions'), questionId: (await question()).id }, at) },
  { of: 'questions/add-question', at: NOVEMBER, by: 'dataGroupChair', also: DATA_GROUP, does: (actor, at) => addQuestion(actor, { documentId: doc('questions'), ...QUESTION }, at) },
  { of: 'questions/change-question', at: NOVEMBER, by: 'dataGroupMember', also: DATA_GROUP, does: async (actor, at) => changeQuestion(actor, { documentId: doc('questions'), questionId: (await question()).id, typedOver: 1, ...QUESTION, source: 'ofsted', enquiryId: (await db.ofstedEnquiry.findFirstOrThrow()).id }, at) },
  { of: 'questions/place-authority', at: NOVEMBER, by: 'dataGroupMember', also: DATA_GROUP, does: (actor, at) => placeAuthority(actor, { documentId: doc('questions'), placements: [{ enabler: 'overall', stage: 2, half: 'early', rationale: '' }] }, at) },
  { of: 'questions/agree-questions', at: NOVEMBER, by: 'dataGroupChair', does: (actor, at) => agreeQuestions(actor, { documentId: doc('questions') }, at) },
  { of: 'questions/reopen-questions', at: NOVEMBER, by: 'dataGroupChair', does: (actor, at) => reopenQuestions(actor, { documentId: doc('questions') }, at) },
  { of: 'questions/agree-questions', at: NOVEMBER, by: 'dataGroupChair', does: (actor, at) => agreeQuestions(actor, { documentId: doc('questions') }, at) },
  { of: 'cycles/waive-step', at: NOVEMBER, by: 'coordinator', does: (actor, at) => waiveStep(actor, { cycleId: cycle.cycleId, stepKey: 'agree-questions', scope: `authority:${authorityId('Halton')}`, reason: 'Sits this one out' }, at) },
  { of: 'cycles/complete-step', at: NOVEMBER, by: 'coordinator', does: (actor, at) => completeStep(actor, { cycleId: cycle.cycleId, stepKey: 'ofsted-enquiries', scope: 'region', note: 'All in' }, at) },
  { of: 'cycles/reopen-step', at: NOVEMBER, by: 'coordinator', does: (actor, at) => reopenStep(actor, { cycleId: cycle.cycleId, stepKey: 'ofsted-enquiries', scope: 'region', reason: 'One was missing' }, at) },
  { of: 'questions/issue-packs', at: DAY_0, by: 'coordinator', before: () => waiveTrafford(), does: (actor, at) => issuePacks(actor, { cycleId: cycle.cycleId }, at) },
  { of: 'questions/confirm-reading', at: DAY_0, by: 'wiganDcs', also: EVERYONE_OF_WIGAN.filter((role) => role !== 'wiganContributor'), does: (actor, at) => confirmReading(actor, { documentId: doc('questions') }, at) },
  { of: 'board/send-reminders', at: DAY_0, by: 'coordinator', does: async (actor, at) => {
    const { reminders } = await loadChase(await LIFE_ACTORS.coordinator(at), cycle.cycleId, ['sign-mou:halton'], at);
    return sendReminders(actor, { cycleId: cycle.cycleId, written: reminders.map(({ key, subject, text }) => ({ key, subject, text })) }, at);
  } },
  // forums
  { of: 'forums/scheduling/schedule-forum', at: NOVEMBER, by: 'coordinator', does: (actor, at) => scheduleForum(actor, { ...TERMS, cycleId: cycle.cycleId, groupId: cycle.places.Wigan!.groupId, wave: 'december', onDay: '2017-12-13' }, at) },
  { of: 'forums/scheduling/schedule-all-forums', at: NOVEMBER, by: 'coordinator', does: (actor, at) => scheduleAllForums(actor, { cycleId: cycle.cycleId }, at) },
  { of: 'forums/scheduling/change-forum', at: NOVEMBER, by: 'coordinator', does: async (actor, at) => changeForum(actor, { ...TERMS, venue: 'Library', forumId: (await forumIn('december')).id, onDay: '2017-12-13' }, at) },
  { of: 'forums/scheduling/arrange-sessions', at: NOVEMBER, by: 'coordinator', does: async (actor, at) => {
    const { id, forumId } = await session();
    return arrangeSessions(actor, { forumId, sessions: [{ sessionId: id, starts: '14:30', ends: '16:30', leadAuthorityId: authorityId('Halton'), otherAuthorityIds: [] }] }, at);
  } },
  { of: 'forums/invitations/send-invitations', at: NOVEMBER, by: 'coordinator', does: async (actor, at) => sendInvitations(actor, { forumId: (await forumIn('december')).id }, at) },
  { of: 'forums/invitations/answer-invitation', at: NOVEMBER, by: 'wiganDcs', also: ['wiganAd', 'wiganLeadMember', 'haltonDcs', 'haltonAd', 'haltonLeadMember', 'traffordDcs'], does: async (actor, at) => answerInvitation(actor, { forumId: (await forumIn('december')).id, answer: 'accepted' }, at) },
  { of: 'forums/scheduling/cancel-forum', at: NOVEMBER, by: 'coordinator', does: async (actor, at) => cancelForum(actor, { forumId: (await forumIn('january')).id, reason: 'Snow' }, at) },
  { of: 'forums/preparation/save-preparation', at: DAY_0, by: 'haltonAd', also: [...OWN_TEAM, 'haltonDcs'], does: async (actor, at) => savePreparation(actor, { sessionId: (await session()).id, sections: [{ sectionKey: `question-${(await question()).id}`, baseVersion: 0, typed: { text: 'Why?' } }] }, at) },
  { of: 'forums/invitations/record-attendance', at: ON_THE_DAY, by: 'facilitator', also: [...TEAM, 'traffordDcs as group-lead'], does: async (actor, at) => recordAttendance(actor, { forumId: (await forumIn('december')).id, recorded: { [await postOf('dcs')]: 'present' } }, at) },
  { of: 'forums/sessions/take-note', at: ON_THE_DAY, by: 'haltonAd', also: NOTE_TAKERS, does: async (actor, at) => takeNote(actor, { sessionId: (await session()).id, id: randomUUID(), questionId: null, kind: 'said', text: 'Forty families.', notedAt: at, over: 0 }, at) },
  { of: 'forums/sessions/strike-note', at: ON_THE_DAY, by: 'facilitator', also: [...TEAM, 'haltonAd'], does: async (actor, at) => strikeNote(actor, { sessionId: (await session()).id, id: (await db.sessionNote.findFirstOrThrow()).id, what: 'note' }, at) },
  { of: 'forums/sessions/record-support', at: ON_THE_DAY, by: 'haltonDcs', also: NOTE_TAKERS, does: async (actor, at) => recordSupport(actor, { sessionId: (await session()).id, id: randomUUID(), topic: 'Audit', questionId: null, takenBy: 'group' }, at) },
  { of: 'forums/sessions/agree-immediate-action', at: ON_THE_DAY, by: 'traffordDcs as group-lead', also: NOTE_TAKERS, does: async (actor, at) => agreeImmediateAction(actor, { sessionId: (await session()).id, id: randomUUID(), text: 'Share the audit', owner: 'Halton', byOn: null, questionId: null }, at) },
  { of: 'forums/sessions/end-session', at: ON_THE_DAY, by: 'facilitator', also: [...TEAM, 'traffordDcs as group-lead'], does: async (actor, at) => endSession(actor, { sessionId: (await session()).id }, at) },
  // notes
  { of: 'forum-notes/draft-notes', at: AFTER, by: 'facilitator', also: TEAM, does: async (actor, at) => draftNotes(actor, await notes(), at) },
  { of: 'forum-notes/edit-draft', at: AFTER, by: 'facilitator', also: TEAM, does: async (actor, at) => editDraft(actor, { ...(await notes()), text: '## Headline\n\nHelp does not last.', typedOver: 1 }, at) },
  { of: 'questions/agree-places', at: AFTER, by: 'facilitator', also: TEAM, does: (actor, at) => agreePlaces(actor, { documentId: doc('questions'), placements: [{ enabler: 'overall', stage: 2, half: 'established', rationale: '' }] }, at) },
  { of: 'forum-notes/send-notes', at: AFTER, by: 'facilitator', also: TEAM, does: async (actor, at) => sendNotes(actor, await notes(), at) },
  ...[1, 2].map((): Act => ({ of: 'forum-notes/comment-on-notes', at: AFTER, by: 'wiganAd', also: [...OWN_LEADERS, 'wiganLeadMember', 'wiganChiefExecutive'], does: async (actor, at) => commentOnNotes(actor, { ...(await notes()), versionId: (await db.documentVersion.findFirstOrThrow({ where: await notes() })).id, paragraph: 2, body: 'Half-termly.' }, at) })),
  { of: 'forum-notes/withdraw-comment', at: AFTER, by: 'wiganAd', does: async (actor, at) => withdrawComment(actor, { ...(await notes()), commentId: await comment((await notes()).documentId) }, at) },
  { of: 'forum-notes/settle-comment', at: AFTER, by: 'facilitator', also: TEAM, does: async (actor, at) => settleOnNotes(actor, { ...(await notes()), commentId: await comment((await notes()).documentId), as: 'accepted', answer: '' }, at) },
  { of: 'forum-notes/agree-draft', at: AFTER, by: 'wiganDcs', does: async (actor, at) => agreeDraft(actor, { ...(await notes()), versionId: (await db.documentVersion.findFirstOrThrow({ where: await notes() })).id }, at) },
  { of: 'forum-notes/make-notes-final', at: JANUARY, by: 'facilitator', also: TEAM, does: async (actor, at) => makeNotesFinal(actor, await notes(), at) },
  // annual conversation
  { of: 'annual-conversations/compile-pack', at: JANUARY, by: 'wiganPolicyOfficer', also: OWN_LEADERS,
    before: async () => {
      const { wiganDcs, wiganLeadMember, wiganChiefExecutive } = LIFE_ACTORS;
      for (const actor of [wiganDcs, wiganLeadMember, wiganChiefExecutive]) await signDocument(await actor(JANUARY), await onPage((await notes()).documentId), JANUARY);
    },
    does: (actor, at) => compilePack(actor, { cycleId: cycle.cycleId, authorityId: authorityId() }, at) },
  { of: 'annual-conversations/release-pack', at: FEBRUARY, by: 'wiganDcs', does: async (actor, at) => releasePack(actor, { packId: (await packDocument()).id, versionId: newest((await packDocument()).versions).id, why: 'For the annual conversation', untilOn: '2018-03-31' }, at) },
  { of: 'releases/open-release', at: FEBRUARY, by: 'ofsted', does: async (actor, at) => openRelease(actor, { releaseId: (await release()).id }, at) },
  { of: 'annual-conversations/add-conversation-notes', at: FEBRUARY, by: 'wiganDcs', also: OWN_LEADERS, does: async (actor, at) => addConversationNotes(actor, { packId: (await packDocument()).id, metOn: '2018-02-01', text: 'Agreed.' }, at) },
  { of: 'annual-conversations/revoke-release', at: FEBRUARY, by: 'wiganDcs', does: async (actor, at) => revokeRelease(actor, { packId: (await packDocument()).id, releaseId: (await release()).id }, at) },
  // the region's papers
  { of: 'regional-papers/fill-profile', at: FEBRUARY, by: 'coordinator', does: (actor, at) => fillProfile(actor, { paperId: cycle.document('regional-profile') }, at) },
  { of: 'regional-papers/save-paper', at: FEBRUARY, by: 'coordinator', does: async (actor, at) => {
    const sections = await db.section.findMany({ where: { documentId: cycle.document('programme') } });
    return savePaper(actor, { paperId: cycle.document('programme'), texts: Object.fromEntries(sections.map(({ key }) => [key, 'Words'])), read: Object.fromEntries(sections.map(({ key, version }) => [key, version])) }, at);
  } },
  { of: 'regional-papers/put-to-board', at: FEBRUARY, by: 'coordinator', does: (actor, at) => putToBoard(actor, { paperId: cycle.document('programme') }, at) },
  { of: 'regional-papers/return-paper', at: FEBRUARY, by: 'boardChair', does: async (actor, at) => returnPaper(actor, { ...(await paper('programme')), reason: 'Shorter' }, at) },
  { of: 'regional-papers/put-to-board', at: FEBRUARY, by: 'coordinator', does: (actor, at) => putToBoard(actor, { paperId: cycle.document('programme') }, at) },
  { of: 'regional-papers/sign-off-paper', at: FEBRUARY, by: 'boardChair', does: async (actor, at) => signOffPaper(actor, await paper('programme'), at) },
  // action plan
  ...[1, 2].map((): Act => ({ of: 'action-plans/add-action', at: FEBRUARY, by: 'wiganAd', also: OWN_LEADERS, does: (actor, at) => addAction(actor, { planId: doc('action-plan'), ...ACTION }, at) })),
  { of: 'action-plans/change-action', at: FEBRUARY, by: 'wiganAd', also: OWN_LEADERS, does: async (actor, at) => changeAction(actor, { ...(await action()), ...ACTION, action: 'Review each second plan', typedOver: 1 }, at) },
  { of: 'action-plans/submit-plan', at: FEBRUARY, by: 'wiganDcs', does: (actor, at) => submitPlan(actor, { planId: doc('action-plan') }, at) },
  { of: 'action-plans/report-progress', at: MAY, by: 'wiganDataLead', also: OWN_TEAM, does: async (actor, at) => reportProgress(actor, { ...(await action()), rating: 'on-track', text: 'Begun', evidence: '', asksToClose: false }, at) },
  { of: 'action-plans/review-action', at: MAY, by: 'haltonDcs', also: ['traffordDcs as group-lead'], does: async (actor, at) => reviewAction(actor, { ...(await action()), rating: 'at-risk', comment: 'No audit yet', agreesClose: false }, at) },
  { of: 'action-plans/escalate-action', at: MAY, by: 'haltonDcs', also: ['coordinator', 'traffordDcs as group-lead'], does: async (actor, at) => escalateAction(actor, await action(), at) },
  { of: 'action-plans/stop-action', at: MAY, by: 'wiganDcs', does: async (actor, at) => stopAction(actor, { ...(await action()), why: 'Overtaken' }, at) },
  { of: 'cycles/close-cycle', at: noon('2018-07-25'), by: 'coordinator', does: (actor, at) => closeCycle(actor, { cycleId: cycle.cycleId }, at) },
  // what comes between
  { of: 'disruption/inspect', at: SEPTEMBER, by: 'coordinator',
    before: async () => {
      const opened = await openCycle(await LIFE_ACTORS.coordinator(JULY), { name: 'Between', anchorOn: '2017-11-23', places: await testPlaces(['Bury', 'Bolton', 'Oldham', 'Salford']) }, JULY);
      if (isRefusal(opened)) throw new Error(opened.because);
      between = await readTestCycle(opened.change.id, JULY);
      await happens('inspected', async () => ({ authorityId: inBetween('Bury'), from: '2017-09-11', on: '2017-09-25', leaveOut: [] }))();
    },
    does: (actor, at) => inspectAuthority(actor, { ...confirmed(), authorityId: inBetween('Bury'), from: '2017-09-11', on: '2017-09-25', leaveOut: [] }, at) },
  { of: 'disruption/swap-days', at: SEPTEMBER, by: 'coordinator', before: happens('swapped', async () => ({ authorityId: inBetween('Bury'), otherId: inBetween('Oldham') })),
    does: (actor, at) => swapDays(actor, { ...confirmed(), authorityId: inBetween('Bury'), otherId: inBetween('Oldham') }, at) },
  { of: 'disruption/join-late', at: SEPTEMBER, by: 'coordinator', before: happens('joined', () => joining('Blackpool')), does: async (actor, at) => joinLate(actor, { ...confirmed(), ...(await joining('Blackpool')) }, at) },
  { of: 'disruption/withdraw', at: SEPTEMBER, by: 'coordinator', before: happens('withdrew', async () => ({ authorityId: inBetween('Bolton'), handing: {}, seats: {} })),
    does: (actor, at) => withdrawAuthority(actor, { ...confirmed(), authorityId: inBetween('Bolton'), handing: {}, seats: {} }, at) },
  { of: 'disruption/reorganise', at: SEPTEMBER, by: 'coordinator', before: happens('reorganised', async () => twoForSalford()), does: async (actor, at) => reorganiseAuthority(actor, { ...confirmed(), ...(await twoForSalford()) }, at) },
  // its process is used no more
  { of: 'processes/withdraw-process', at: JULY, by: 'coordinator', does: async (actor, at) => withdrawProcess(actor, { processId: await processId(2) }, at) },
];

/** One of the two is not in the register. */
const NEW_SHORE = '01890000-0000-7000-8000-00000000005e';
async function twoForSalford() {
  const entered = { id: NEW_SHORE, name: 'New Shore', kind: 'unitary' as const, startsOn: '2017-09-01' };
  const successors = [await joining('Lancashire'), { ...(await joining('Cumbria')), authorityId: entered.id }];
  return { authorityId: inBetween('Salford'), successors, heirId: successors[0]!.authorityId, actionsTo: [], entered: [entered] };
}

/** Set by the test: the cast as actors, for what has to be there before an act. */
export const LIFE_ACTORS = {} as Record<Role, (at: Date) => Promise<Actor>>;

async function waiveTrafford(): Promise<void> {
  const coordinator = await LIFE_ACTORS.coordinator(DAY_0);
  await waiveStep(coordinator, { cycleId: cycle.cycleId, stepKey: 'agree-questions', scope: `authority:${authorityId('Trafford')}`, reason: 'Sits this one out' }, DAY_0);
}

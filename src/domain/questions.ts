// The Strategic Performance and Data group reads each self-view beside its figures, places the authority itself, and agrees a
// headline, questions and a suggested focus; the coordinator issues all packs at one moment (North West process, steps 6 to 8).
import { z } from 'zod';
import { decide, refuse, type Decision, type Outcome, type Refusal } from './decision';
import { mergeContent } from './documents/merge';
import { lastAct } from './documents/state';
import type { DocumentFacts } from './documents/facts';
import type { DomainEvent } from './events';
import { readPlace } from './journey-grid';
import type { Actor } from './model';
import type { Subject } from './permissions';
import { audience } from './visibility';

export const SOURCES = ['self-view', 'figures', 'last-year', 'ofsted'] as const;
export type Source = (typeof SOURCES)[number];
export const SOURCE_NAMES: Record<Source, string> = {
  'self-view': 'From the self-view',
  figures: 'From the figures',
  'last-year': 'From last year’s actions',
  ofsted: 'From Ofsted’s lines of enquiry',
};
export const FOCUSES = ['education', 'social-care'] as const;
export type Focus = (typeof FOCUSES)[number];
export const FOCUS_NAMES: Record<Focus, string> = { education: 'Education', 'social-care': 'Social care' };

export interface QuestionFacts {
  id: string;
  ordinal: number;
  text: string;
  focus: Focus;
  source: Source;
  enquiryId: string | null;
  version: number;
}

/** The data group's reading of one authority, with the document that it hangs from. */
export type ReadingFacts = DocumentFacts & {
  setId: string;
  headline: string;
  summary: string;
  focusEducation: boolean;
  focusSocialCare: boolean;
  version: number;
  questions: readonly QuestionFacts[];
  enquiryIds: readonly string[];
  placedEnablers: readonly string[];
  /** False where the self-view is written on a format without a journey grid: nobody is placed on it. */
  hasGrid?: boolean;
};

export const readingText = z.object({
  headline: z.string().trim().min(1, 'Headline: say in one sentence what the challenge is about').max(400, 'Headline: at most 400 characters'),
  summary: z.string().trim().max(3000, 'What the group saw: at most 3,000 characters').default(''),
  focusEducation: z.boolean(),
  focusSocialCare: z.boolean(),
});
export type ReadingText = z.infer<typeof readingText>;

export const questionText = z.object({
  text: z.string().trim().min(1, 'Question: write the question').max(1000, 'Question: at most 1,000 characters'),
  focus: z.enum(FOCUSES, 'Focus: choose education or social care'),
  source: z.enum(SOURCES, 'Where it comes from: choose one'),
  enquiryId: z.string().nullable().default(null),
});
export type QuestionText = z.infer<typeof questionText>;

export const placementText = z.object({
  enabler: z.string().min(1),
  stage: z.number().int().min(1).max(3),
  half: z.enum(['early', 'established']),
  rationale: z.string().trim().max(1000, 'Why: at most 1,000 characters').default(''),
});
export type PlacementText = z.infer<typeof placementText>;

/** Reads the radios `${name}-<enabler>` ("2.early") with their reasons, `why-<enabler>`. */
export function typedPlaces(name: string) {
  return z.looseObject({ documentId: z.uuid() }).transform((fields, context) => {
    const placements = Object.entries(fields).flatMap(([field, value]): PlacementText[] => {
      const place = field.startsWith(`${name}-`) ? readPlace(value) : null;
      if (!place) return [];
      const enabler = field.slice(name.length + 1);
      const rationale = placementText.shape.rationale.safeParse(fields[`why-${enabler}`]);
      if (!rationale.success) context.addIssue({ code: 'custom', path: [`why-${enabler}`], message: rationale.error.issues[0]!.message });
      return [{ enabler, ...place, rationale: rationale.data ?? '' }];
    });
    return { documentId: fields.documentId, placements };
  });
}

export function isAgreed(reading: Pick<DocumentFacts, 'acts'>): boolean {
  const act = lastAct(reading, 'agreed', 'reopened', 'issued');
  return act?.kind === 'agreed' || act?.kind === 'issued';
}

/** Who reads at the data group’s desk, beside Ofsted’s lines of enquiry and earlier actions; everyone else reads the pack. */
export function readsAtDesk(reader: Pick<Actor, 'audiences'>, regionId: string): boolean {
  return [audience.dataGroup(regionId), audience.regionTeam(regionId)].some((key) => reader.audiences.includes(key));
}

export function isIssued(reading: Pick<DocumentFacts, 'acts'>): boolean {
  return lastAct(reading, 'issued') !== null;
}

/** What is still missing before the group can agree, in sentences. */
export function missingFrom(reading: Pick<ReadingFacts, 'headline' | 'focusEducation' | 'focusSocialCare' | 'questions' | 'placedEnablers' | 'enquiryIds' | 'hasGrid'>): string[] {
  const asked = new Set(reading.questions.map((question) => question.enquiryId));
  const unasked = reading.enquiryIds.filter((id) => !asked.has(id)).length;
  return [
    ...(reading.headline ? [] : ['a headline']),
    ...(reading.focusEducation || reading.focusSocialCare ? [] : ['a suggested focus: education, social care or both']),
    ...(reading.questions.length > 0 ? [] : ['at least one question']),
    ...(reading.hasGrid === false || reading.placedEnablers.includes('overall') ? [] : ['the group’s own overall place on the journey']),
    ...(unasked > 0 ? [`a question for ${unasked === 1 ? 'one line' : `${unasked} lines`} of enquiry from Ofsted`] : []),
  ];
}

export function readingSubject(reading: Pick<DocumentFacts, 'regionId' | 'authorityId' | 'groupId' | 'challengerAuthorityIds'>): Subject {
  return { regionId: reading.regionId, authorityId: reading.authorityId, groupId: reading.groupId, challengerAuthorityIds: reading.challengerAuthorityIds };
}

function about(reading: DocumentFacts, type: DomainEvent['type'], data: DomainEvent['data'] = {}): DomainEvent {
  return { type, regionId: reading.regionId, cycleId: reading.cycleId, authorityId: reading.authorityId, documentId: reading.id, data };
}

/** Drafting stops when the group has agreed; the chair can reopen until the packs are issued. */
function whileDrafting<Change>(reading: ReadingFacts, actor: Actor, rule: () => Outcome<Change> | Refusal): Decision<Change> {
  return decide(actor, 'questions.draft', readingSubject(reading), () => {
    if (isIssued(reading)) return refuse('issued', 'The packs have been issued. What was sent stays as it is.');
    if (isAgreed(reading)) return refuse('agreed', 'The group has agreed these questions. The chair can reopen them.');
    return rule();
  });
}

const CHANGED = 'Someone has just changed this. What they wrote stands above; your words are in the form. Save again to put yours in their place.';

/** `from` is what the writer began from, as far as their page says it: then what two have changed is put together by paragraph. */
export function draftReading({ reading, actor, text, typedOver, from }: { reading: ReadingFacts; actor: Actor; text: ReadingText; typedOver: number; from?: Partial<ReadingText> | undefined }): Decision<ReadingText> {
  return whileDrafting(reading, actor, () => {
    const { headline, summary, focusEducation, focusSocialCare } = reading;
    const now = { headline, summary, focusEducation, focusSocialCare };
    const { value, conflicts } = reading.version === typedOver ? { value: text, conflicts: [] } : mergeContent(from ?? {}, now, text);
    if (conflicts.length > 0) return refuse('changed-meanwhile', CHANGED);
    return { change: value as ReadingText, events: [about(reading, 'questions.drafted')] };
  });
}

export function addQuestion({ reading, actor, question }: { reading: ReadingFacts; actor: Actor; question: QuestionText }): Decision<QuestionText & { ordinal: number }> {
  return whileDrafting(reading, actor, () => {
    const wrong = enquiryRefusal(reading, question);
    if (wrong) return wrong;
    const ordinal = Math.max(0, ...reading.questions.map((other) => other.ordinal)) + 1;
    return { change: { ...question, ordinal }, events: [about(reading, 'questions.drafted')] };
  });
}

export function changeQuestion(given: { reading: ReadingFacts; actor: Actor; questionId: string; question: QuestionText; typedOver: number }): Decision<QuestionText> {
  const { reading, actor, questionId, question, typedOver } = given;
  return whileDrafting(reading, actor, () => {
    const before = reading.questions.find(({ id }) => id === questionId);
    if (!before) return refuse('removed-meanwhile', 'Someone has just removed this question.');
    if (before.version !== typedOver) return refuse('changed-meanwhile', CHANGED);
    return enquiryRefusal(reading, question) ?? { change: question, events: [about(reading, 'questions.drafted')] };
  });
}

export function removeQuestion({ reading, actor, questionId }: { reading: ReadingFacts; actor: Actor; questionId: string }): Decision<{ questionId: string }> {
  return whileDrafting(reading, actor, () => {
    if (!reading.questions.some(({ id }) => id === questionId)) return refuse('removed-meanwhile', 'This question has been removed already.');
    return { change: { questionId }, events: [about(reading, 'questions.drafted')] };
  });
}

/** A question marked as Ofsted's names the line of enquiry that it comes from. */
function enquiryRefusal(reading: ReadingFacts, question: QuestionText): Refusal | null {
  if (question.source === 'ofsted' && !question.enquiryId) return refuse('no-enquiry', 'Where it comes from: choose the line of enquiry, or another source.');
  if (question.enquiryId && !reading.enquiryIds.includes(question.enquiryId)) return refuse('no-enquiry', 'Where it comes from: that line of enquiry is not about this authority.');
  return null;
}

export function placeAuthority({ reading, actor, placements }: { reading: ReadingFacts; actor: Actor; placements: readonly PlacementText[] }): Decision<readonly PlacementText[]> {
  return whileDrafting(reading, actor, () => {
    if (placements.length === 0) return refuse('nothing-placed', 'Choose a place for at least one enabler, or the overall judgement.');
    return { change: placements, events: [about(reading, 'questions.placed')] };
  });
}

export interface AgreedPlaces {
  reading: ReadingFacts;
  actor: Actor;
  placements: readonly PlacementText[];
  /** Keys of the region's grid, with the overall judgement. */
  enablers: readonly string[];
  /** When the authority's forum session ended; null before. */
  sessionEndedAt: Date | null;
  /** The notes are out for signature or signed. */
  notesFinal: boolean;
}

/** After the forum those who draft its notes record the places that were agreed there; they stand beside the authority's own and the data group's. */
export function agreePlaces({ reading, actor, ...given }: AgreedPlaces): Decision<readonly PlacementText[]> {
  return decide(actor, 'forum-notes.draft', readingSubject(reading), () => notToAgreePlaces(given) ?? placesAgreed(reading, given));
}

/** Why no places can be recorded as agreed; null when they can. */
export function notToAgreePlaces({ sessionEndedAt, notesFinal }: Pick<AgreedPlaces, 'sessionEndedAt' | 'notesFinal'>): Refusal | null {
  if (!sessionEndedAt) return refuse('session-not-ended', 'The session has not ended yet: places are agreed at it.');
  if (notesFinal) return refuse('notes-final', 'The notes are final. Those who sign them read the agreed places beside them, so they stay as they are.');
  return null;
}

function placesAgreed(reading: ReadingFacts, { placements, enablers }: Pick<AgreedPlaces, 'placements' | 'enablers'>): Outcome<readonly PlacementText[]> | Refusal {
  if (placements.length === 0) return refuse('nothing-placed', 'Choose a place for at least one enabler, or the overall judgement.');
  if (placements.some(({ enabler }) => !enablers.includes(enabler))) return refuse('no-such-enabler', 'One of these is no line of the region’s journey grid.');
  return { change: placements, events: [about(reading, 'places.agreed')] };
}

export function agreeQuestions({ reading, actor }: { reading: ReadingFacts; actor: Actor }): Decision<{ freeze: true; act: { kind: 'agreed' } }> {
  return decide(actor, 'questions.agree', readingSubject(reading), () => {
    if (isAgreed(reading)) return refuse('agreed', 'These questions have been agreed already.');
    const missing = missingFrom(reading);
    if (missing.length > 0) return refuse('incomplete', `Before the group can agree there must be ${missing.join('; ')}.`);
    return { change: { freeze: true, act: { kind: 'agreed' } }, events: [about(reading, 'questions.agreed')] };
  });
}

export function reopenQuestions({ reading, actor }: { reading: ReadingFacts; actor: Actor }): Decision<{ act: { kind: 'reopened' } }> {
  return decide(actor, 'questions.agree', readingSubject(reading), () => {
    if (isIssued(reading)) return refuse('issued', 'The packs have been issued. What was sent stays as it is.');
    if (!isAgreed(reading)) return refuse('not-agreed', 'These questions are still being drafted.');
    return { change: { act: { kind: 'reopened' } }, events: [about(reading, 'document.reopened', { document: 'questions' })] };
  });
}

export interface PackFacts {
  documentId: string;
  cycleAuthorityId: string;
  authorityId: string;
  authority: string;
  groupId: string;
  agreed: boolean;
  waived: boolean;
  agreedVersionId: string | null;
  selfViewId: string | null;
  selfViewAccepted: boolean;
}

export interface PacksIssued {
  issued: readonly { documentId: string; versionId: string; shares: readonly { documentId: string; audience: string; because: string; frozenOnly: boolean }[] }[];
}

/** All packs at one moment: each authority, its challengers and its group lead see its own from then on. */
export function issuePacks(given: { regionId: string; cycleId: string; issuedAt: Date | null; packs: readonly PackFacts[]; actor: Actor }): Decision<PacksIssued> {
  const { regionId, cycleId, issuedAt, packs, actor } = given;
  return decide(actor, 'questions.issue', { regionId }, () => {
    if (issuedAt) return refuse('already-issued', 'The packs of this cycle have been issued already.');
    const wanted = packs.filter((pack) => !pack.waived);
    const unready = wanted.filter((pack) => !pack.agreed);
    if (wanted.length === 0) return refuse('no-packs', 'There is no pack to issue.');
    if (unready.length > 0) {
      return refuse('not-agreed', `The data group has not agreed the questions for ${unready.map((pack) => pack.authority).join(', ')}. All packs go out at one moment, so none can go yet.`);
    }
    return {
      change: { issued: wanted.map(issueOf) },
      events: [
        { type: 'packs.issued', regionId, cycleId, data: { count: wanted.length } },
        ...wanted.map((pack): DomainEvent => ({ type: 'pack.issued', regionId, cycleId, authorityId: pack.authorityId, documentId: pack.documentId, data: {} })),
      ],
    };
  });
}

function issueOf(pack: PackFacts): PacksIssued['issued'][number] {
  const because = 'the packs were issued';
  const readers = [audience.challengers(pack.cycleAuthorityId), audience.groupLead(pack.groupId)];
  return {
    documentId: pack.documentId,
    versionId: pack.agreedVersionId!,
    shares: [
      ...[audience.authority(pack.authorityId), ...readers].map((key) => ({ documentId: pack.documentId, audience: key, because, frozenOnly: false })),
      ...(pack.selfViewId && pack.selfViewAccepted ? readers.map((key) => ({ documentId: pack.selfViewId!, audience: key, because, frozenOnly: true })) : []),
    ],
  };
}

/** The authority confirms that it has its questions: the read receipt. */
export function confirmReading({ reading, actor }: { reading: ReadingFacts; actor: Actor }): Decision<object> {
  return decide(actor, 'questions.read', readingSubject(reading), () => {
    if (!isIssued(reading)) return refuse('not-issued', 'The packs have not been issued yet.');
    return { change: {}, events: [about(reading, 'pack.read')] };
  });
}

export function recordEnquiry(given: { regionId: string; cycleId: string; authorityId: string; issued: boolean; actor: Actor; text: string }): Decision<{ text: string }> {
  const { regionId, cycleId, authorityId, issued, actor, text } = given;
  return decide(actor, 'enquiry.record', { regionId, authorityId }, () => {
    if (issued) return refuse('issued', 'The packs have been issued. A line of enquiry that comes now can be raised on the day.');
    return { change: { text }, events: [{ type: 'enquiry.recorded', regionId, cycleId, authorityId, data: {} }] };
  });
}

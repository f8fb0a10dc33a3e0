import type { Actor } from '@/domain/model';
import { db } from '../db';
import { acceptSubmission } from '../documents/submissions/accept-submission';
import { returnSubmission } from '../documents/submissions/return-submission';
import { submitSelfView } from '../documents/submissions/submit-self-view';
import { putDocumentForSignature } from '../documents/put-document-for-signature';
import { signDocument } from '../documents/sign-document';
import { versionForSignature } from '@/domain/documents/state';
import { sectionInWords } from '@/domain/documents/in-words';
import { paragraphsOf } from '@/domain/documents/paragraphs';
import { findDocument } from '../documents/find-document';
import { findLiveText, findTemplate } from '../documents/store';
import { commentOnSection } from '../self-views/comment-on-section';
import { giveSection } from '../self-views/give-section';
import { markSection } from '../self-views/mark-section';
import { openSection } from '../self-views/open-section';
import { putForReview } from '../self-views/put-for-review';
import { settleComment } from '../self-views/settle-comment';
import { isRefusal } from '@/domain/decision';
import { done, type Act, type Stage, type StagePlace } from './stage';
import { selfViewWords, type SectionWords } from './words';
import { writeSection } from './write-section';

/** How far an authority gets with its self-view; `accepted` is the whole way. */
export type SelfViewEnd = 'writing' | 'in-review' | 'awaiting-signature' | 'submitted' | 'returned' | 'accepted';

interface Course {
  end: SelfViewEnd;
  /** The region sends it back once before it accepts it. */
  returnedOnce: boolean;
  /** The text is changed after the Lead Member has signed, and signed again. */
  signedTwice: boolean;
  /** Days after day 0, where it comes in late. */
  submitsOn?: number;
}

const CARRIED = ['progress', 'exceptions', 'tracker'];

/** From the first section to the coordinator's acceptance. */
export function selfViewActs(place: StagePlace, year: number, course: Course): Act[] {
  const words = selfViewWords(place, year);
  const own = { authority: place.name };
  const of = (stage: Stage) => stage.document('self-view', place.name);
  const shift = place.index % 5;
  const writing = words.slice(0, course.end === 'writing' ? 6 : words.length);
  const acts: Act[] = [
    {
      on: -100 + shift,
      time: '09:30',
      does: async (stage, at) => {
        const policy = await stage.actor('policy-officer', at, own);
        const postId = (await stage.actor('data-lead', at, own)).as!.id;
        await done('give section', giveSection(policy, { documentId: of(stage), sectionKey: 'exceptions', postId, dueOn: null }, at));
      },
    },
    ...writing.map((section, nth): Act => ({ on: -85 + shift + nth * 2, time: `1${nth % 7}:15`, does: (stage, at) => write(stage, place, section, at) })),
  ];
  if (course.end === 'writing') return acts;
  acts.push(
    {
      on: -50 + shift,
      time: '15:00',
      does: async (stage, at) => {
        const director = await stage.actor('dcs', at, own);
        for (const { key } of words) {
          const marked = await markSection(director, { documentId: of(stage), sectionKey: key, ready: true }, at);
          if (isRefusal(marked) && marked.refused !== 'nothing-written') throw new Error(`${place.name}, ${key}: ${marked.because}`);
        }
        await done('put for review', putForReview(director, { documentId: of(stage) }, at));
      },
    },
    {
      on: -48 + shift,
      time: '18:40',
      does: async (stage, at) => {
        const member = await stage.actor('lead-member', at, own);
        await done('comment', commentOnSection(member, { documentId: of(stage), sectionKey: 'help-and-protection', paragraph: 1, quoted: await firstParagraph(of(stage), 'help-and-protection'), body: 'Scrutiny will ask how we know. Could the audit figure stand here too?' }, at));
      },
    },
  );
  if (course.end === 'in-review') return acts;
  acts.push(
    { on: -46 + shift, time: '10:05', does: (stage, at) => settleAll(stage, place, at) },
    { on: -42 + shift, time: '11:20', does: async (stage, at) => void (await done('put for signature', putDocumentForSignature(await stage.actor('dcs', at, own), { documentId: of(stage) }, at))) },
    { on: -90 + shift, time: '12:00', does: (stage, at) => signAs(stage, 'dcs', 'mou', place, at) },
    { on: -70 + shift, time: '08:50', does: (stage, at) => signAs(stage, 'chief-executive', 'mou', place, at) },
    { on: -41 + shift, time: '20:10', does: (stage, at) => signAs(stage, 'lead-member', 'mou', place, at) },
  );
  if (course.end === 'awaiting-signature') return acts;
  acts.push({ on: -41 + shift, time: '20:15', does: (stage, at) => signAs(stage, 'lead-member', 'self-view', place, at) });
  if (course.signedTwice) {
    acts.push(
      {
        on: -39 + shift,
        time: '09:10',
        does: async (stage, at) => {
          const officer = await stage.actor('assistant-director', at, own);
          await done('edit after signature', writeSection(officer, { documentId: of(stage), sectionKey: 'context', content: ({ changes }) => ({ changes: `${String(changes)}\n\nThe inspection of our fostering service was published after this was signed: it is good, as before.` }) }, at));
          await done('put for signature again', putDocumentForSignature(await stage.actor('dcs', at, own), { documentId: of(stage) }, at));
        },
      },
      { on: -37 + shift, time: '21:00', does: (stage, at) => signAs(stage, 'lead-member', 'self-view', place, at) },
    );
  }
  acts.push({ on: course.submitsOn ?? -33 + shift, time: '16:30', does: async (stage, at) => void (await done('submit', submitSelfView(await stage.actor('dcs', at, own), { documentId: of(stage) }, at))) });
  if (course.end === 'submitted') return acts;
  const returning: Act = {
    on: -28 + shift,
    time: '09:45',
    does: async (stage, at) => void (await done('return', returnSubmission(await stage.actor('sli-coordinator', at), { documentId: of(stage), which: 'self-view', reason: 'The section on the voice of children says what was asked, not yet what they said. Could you add that, and the Lead Member sign again?' }, at))),
  };
  if (course.end === 'returned') return [...acts, returning];
  if (course.returnedOnce) {
    acts.push(returning, {
      on: -27 + shift,
      time: '17:00',
      does: async (stage, at) => {
        const director = await stage.actor('dcs', at, own);
        await done('mend', writeSection(director, { documentId: of(stage), sectionKey: 'voice', content: ({ said }) => ({ said: `${String(said)}\n\nIn their own words: “Tell me before you change my worker, not after.”` }) }, at));
        await done('put for signature again', putDocumentForSignature(director, { documentId: of(stage) }, at));
        await signAs(stage, 'lead-member', 'self-view', place, at);
        await done('submit again', submitSelfView(director, { documentId: of(stage) }, at));
      },
    });
  }
  acts.push({ on: (course.returnedOnce ? -24 : -28) + shift % 3, time: '17:30', does: async (stage, at) => void (await done('accept', acceptSubmission(await stage.actor('sli-coordinator', at), { documentId: of(stage) }, at))) });
  return acts;
}

async function firstParagraph(documentId: string, key: string): Promise<string> {
  const [template, sections] = await Promise.all([findTemplate(db, documentId), findLiveText(db, documentId)]);
  const text = sectionInWords(sections.find((section) => section.key === key)!, template);
  return paragraphsOf(text).find(({ number }) => number !== null)?.text ?? '';
}

async function write(stage: Stage, place: StagePlace, section: SectionWords, at: Date): Promise<void> {
  const writer: Actor = await stage.actor(section.by, at, { authority: place.name });
  const documentId = stage.document('self-view', place.name);
  if (CARRIED.includes(section.key)) {
    const opened = await openSection(writer, { documentId, sectionKey: section.key }, at);
    if (isRefusal(opened) && !['unchanged', 'nothing-to-carry', 'nothing-new'].includes(opened.refused)) throw new Error(opened.because);
  }
  const wrote = await writeSection(writer, { documentId, sectionKey: section.key, content: section.content }, at);
  if (isRefusal(wrote) && wrote.refused !== 'unchanged') throw new Error(`${place.name}, ${section.key}: ${wrote.because}`);
}

async function settleAll(stage: Stage, place: StagePlace, at: Date): Promise<void> {
  const officer = await stage.actor('policy-officer', at, { authority: place.name });
  const documentId = stage.document('self-view', place.name);
  for (const { id } of await db.comment.findMany({ where: { documentId, settledAt: null }, select: { id: true } })) {
    await done('settle', settleComment(officer, { documentId, commentId: id, as: 'answered', answer: 'It stands in the evidence beneath: 46 audits, two thirds good.' }, at));
  }
}

/** Signs the very version that is out for signature, in that post. */
export async function signAs(stage: Stage, office: 'dcs' | 'lead-member' | 'chief-executive', kind: 'self-view' | 'mou' | 'forum-notes', place: StagePlace, at: Date): Promise<void> {
  const actor = await stage.actor(office, at, { authority: place.name });
  const documentId = kind === 'forum-notes' ? await notesOf(place) : stage.document(kind, place.name);
  const version = versionForSignature(await findDocument(db, actor, documentId, at));
  if (!version) throw new Error(`${place.name}: the ${kind} is not out for signature`);
  await done(`${place.name}, ${office} signs ${kind}`, signDocument(actor, { documentId, versionId: version.id, contentHash: version.contentHash }, at));
}

export async function notesOf(place: StagePlace): Promise<string> {
  return (await db.forumSession.findUniqueOrThrow({ where: { cycleAuthorityId: place.cycleAuthorityId }, select: { notesId: true } })).notesId;
}

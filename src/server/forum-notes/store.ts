import { z } from 'zod';
import type { Accepted } from '@/domain/decision';
import type { SectionText } from '@/domain/documents/facts';
import { sectionInWords } from '@/domain/documents/in-words';
import { paragraphsOf } from '@/domain/documents/paragraphs';
import { draftFromTheDay, type DayNotes, type NotesFacts, type Settlement } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { audience } from '@/domain/visibility';
import { rowsOf, type Tx } from '../db';
import { findDocument } from '../documents/find-document';
import { instant } from '../instant';
import { NotFound } from '../not-found';
import { Prisma } from '../prisma-client/client';

export const SECTION = 'notes';

/** The notes with their comments; NotFound when the actor may not see them. */
export async function findNotes(tx: Tx, actor: Actor, documentId: string, at: Date): Promise<NotesFacts> {
  const document = await findDocument(tx, actor, documentId, at);
  if (document.kind !== 'forum-notes') throw new NotFound();
  const [found] = await rowsOf(tx, Prisma.sql`
    SELECT (SELECT s."endedAt" FROM "ForumSession" s WHERE s."notesId" = ${documentId}::uuid) AS "sessionEndedAt",
      COALESCE((SELECT json_agg(k ORDER BY k.paragraph, k.at) FROM "Comment" k WHERE k."documentId" = ${documentId}::uuid), '[]'::json) AS comments`);
  return { ...document, hasText: document.sections.some((section) => section.key === SECTION), ...besideRow.parse(found) };
}

const id = z.string();
const besideRow = z.object({
  sessionEndedAt: z.date().nullable(),
  comments: z.array(
    z.object({
      id,
      versionId: id.nullable(),
      paragraph: z.number(),
      quoted: z.string(),
      body: z.string(),
      at: instant,
      personId: id,
      postId: id,
      settledAt: instant.nullable(),
      settledAs: z.enum(['accepted', 'answered', 'withdrawn']).nullable(),
      answer: z.string(),
    }),
  ),
});

/** What the day left behind, in the order in which it is written up. */
export async function findDay(tx: Tx, documentId: string): Promise<DayNotes> {
  const session = await tx.forumSession.findUniqueOrThrow({
    where: { notesId: documentId },
    include: {
      forum: { include: { group: { select: { name: true } } } },
      cycleAuthority: { select: { cycleId: true, authorityId: true, authority: { select: { shortName: true } } } },
      challengers: { include: { authority: { select: { shortName: true } } }, orderBy: { lead: 'desc' } },
      notes: { where: { struckAt: null }, orderBy: { notedAt: 'asc' } },
      support: { where: { struckAt: null }, orderBy: { at: 'asc' } },
      immediateActions: { where: { struckAt: null }, orderBy: { at: 'asc' } },
    },
  });
  const set = await tx.questionSet.findFirst({
    where: { document: { cycleId: session.cycleAuthority.cycleId, authorityId: session.cycleAuthority.authorityId, kind: 'questions' } },
    include: { questions: { where: { removedAt: null }, orderBy: { ordinal: 'asc' } } },
  });
  const words = (note: { kind: string; text: string }) => ({ kind: note.kind, text: note.text });
  const asked = new Set(set?.questions.map(({ id }) => id));
  return {
    authority: session.cycleAuthority.authority.shortName,
    group: session.forum.group.name,
    on: LONG.format(session.forum.onDay).replaceAll(',', ''),
    headline: set?.headline ?? '',
    challengers: session.challengers.map((challenger) => challenger.authority.shortName),
    questions: set?.questions.map((question) => ({ text: question.text, notes: session.notes.filter((note) => note.questionId === question.id).map(words) })) ?? [],
    otherNotes: session.notes.filter((note) => !note.questionId || !asked.has(note.questionId)).map(words),
    support: session.support.map(({ topic }) => topic),
    actions: session.immediateActions.map((action) => ({ text: action.text, owner: action.owner, by: action.byOn ? LONG.format(action.byOn).replaceAll(',', '') : null })),
  };
}

const LONG = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

export async function saveFirstDraft(tx: Tx, actor: Actor, notes: NotesFacts, _decision: Accepted<object>, at: Date): Promise<void> {
  const text = draftFromTheDay(await findDay(tx, notes.id));
  await tx.section.create({ data: { documentId: notes.id, key: SECTION, ordinal: 1, title: 'Notes', content: { text }, savedAt: at, savedBy: actor.personId } });
}

/** True when the live text is no longer that of the version last frozen. */
export async function hasChanged(tx: Tx, notes: NotesFacts): Promise<boolean> {
  const version = notes.versions.at(-1);
  if (!version) return true;
  const section = await tx.section.findUniqueOrThrow({ where: { documentId_key: { documentId: notes.id, key: SECTION } } });
  return section.savedAt > version.createdAt;
}

export async function saveComment(tx: Tx, actor: Actor, notes: NotesFacts, { change }: Accepted<{ body: string; paragraph: number; versionId: string }>, quoted: string, at: Date): Promise<void> {
  await tx.comment.create({
    data: {
      ...change,
      documentId: notes.id,
      sectionKey: SECTION,
      quoted,
      audience: audience.authority(notes.authorityId!),
      at,
      personId: actor.personId,
      postId: actor.as!.id,
    },
  });
}

export async function saveSettlement(tx: Tx, actor: Actor, { change }: Accepted<Settlement>, at: Date): Promise<void> {
  await tx.comment.update({ where: { id: change.commentId }, data: { settledAt: at, settledBy: actor.personId, settledAs: change.as, answer: change.answer } });
}

export async function saveWithdrawal(tx: Tx, actor: Actor, { change }: Accepted<{ commentId: string }>, at: Date): Promise<void> {
  await tx.comment.update({ where: { id: change.commentId }, data: { settledAt: at, settledBy: actor.personId, settledAs: 'withdrawn' } });
}

/** The words of one paragraph of a frozen version, as the comment quotes them. */
export async function findParagraph(tx: Tx, versionId: string, paragraph: number): Promise<string> {
  const version = await tx.documentVersion.findUniqueOrThrow({ where: { id: versionId }, select: { content: true } });
  const [section] = version.content as unknown as SectionText[];
  const text = section ? sectionInWords(section, null) : '';
  return paragraphsOf(text).find(({ number }) => number === paragraph)?.text ?? '';
}

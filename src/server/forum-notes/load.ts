import { z } from 'zod';
import type { SectionText } from '@/domain/documents/facts';
import { sectionInWords } from '@/domain/documents/in-words';
import { signaturesThatCount, stillToSign, versionForSignature } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import { isDraftAgreed, openComments, seesComments, stageOf, versionOutForComment } from '@/domain/forum-notes';
import type { Actor } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { isLive, seesDraft } from '@/domain/visibility';
import { db, rowsOf } from '../db';
import { Prisma } from '../prisma-client/client';
import { findQuotableFigures, sectionsWithFigures } from '../documents/figures/store';
import { NotFound } from '../not-found';
import { namesOfPosts } from '../post-names/load';
import { findNotes, SECTION } from './store';

/** The notes as this person reads them: the draft out for comment or the final text, with comments only for the two sides that made them. */
export async function loadNotes(actor: Actor, documentId: string, at: Date) {
  const notes = await findNotes(db, actor, documentId, at);
  const draft = seesDraft(actor, notes.shares, at);
  const stage = stageOf(notes);
  const sent = notes.acts.filter((act) => act.kind === 'sent-for-comment');
  const shown = versionForSignature(notes) ?? notes.versions.findLast((version) => sent.some((act) => act.versionId === version.id)) ?? null;
  if (!draft && !shown) throw new NotFound();
  const previous = sent.length > 1 ? notes.versions.find((version) => version.id === sent.at(-2)!.versionId) : undefined;
  const [{ texts, ...place }, live, comments] = await Promise.all([
    whereaboutsAndTexts(documentId, [shown?.id, previous?.id].filter((id) => id !== undefined)),
    draft ? db.section.findUnique({ where: { documentId_key: { documentId, key: SECTION } }, select: { content: true, version: true, savedAt: true, revisions: { where: { conflict: true }, orderBy: { savedAt: 'asc' }, select: { id: true } } } }) : null,
    seesComments(actor, notes) ? namedComments(notes.comments) : [],
  ]);
  const textOf = (id: string | undefined) => wordsOf(texts.find((version) => version.id === id)?.content ?? []);
  const mayDraft = capacityFor(actor, 'forum-notes.draft', subjectOf(notes));
  const draftText = live ? String((live.content as { text?: string }).text ?? '') : '';
  const subject = subjectOf(notes);
  return {
    notes,
    place,
    stage,
    shown: shown ? { ...shown, text: textOf(shown.id) } : null,
    since: previous && previous.id !== shown?.id ? textOf(previous.id) : null,
    /** As it is written, and as it reads. */
    live: live ? { text: draftText, read: wordsOf(await sectionsWithFigures(db, documentId, [{ key: SECTION, title: '', content: { text: draftText } }])), version: live.version, savedAt: live.savedAt } : null,
    /** Texts that were set beside because two changed the same words. */
    beside: live?.revisions.map(({ id }) => id) ?? [],
    /** Figures that the draft may quote: the authority's. */
    quotable: live && mayDraft ? await findQuotableFigures(db, notes) : [],
    draftNumber: sent.length,
    sentAt: sent.at(-1)?.at ?? null,
    comments,
    open: openComments(notes).length,
    draftAgreed: isDraftAgreed(notes),
    outForComment: versionOutForComment(notes),
    signatures: signaturesThatCount(notes),
    waitingFor: stillToSign(notes),
    shares: notes.shares.filter((share) => isLive(share, at)),
    may: {
      draft: mayDraft,
      send: capacityFor(actor, 'forum-notes.send', subject),
      comment: capacityFor(actor, 'forum-notes.comment', subject),
      agree: capacityFor(actor, 'forum-notes.agree-draft', subject),
      settle: capacityFor(actor, 'forum-notes.settle-comment', subject),
      final: capacityFor(actor, 'forum-notes.make-final', subject),
      sign: stage === 'for-signature' ? capacityFor(actor, 'document.sign', subject) : null,
    },
  };
}

/** The one section of the notes, with the sources of its figures. */
const wordsOf = (sections: readonly SectionText[]) => (sections[0] ? sectionInWords(sections[0], null) : '');

const whereaboutsRow = z.object({
  sessionId: z.string(),
  forumId: z.string(),
  on: z.string(),
  venue: z.string(),
  group: z.string(),
  authority: z.string(),
  slug: z.string(),
  cycle: z.string(),
  region: z.string(),
  texts: z.array(z.object({ id: z.string(), content: z.custom<SectionText[]>((content) => Array.isArray(content)) })),
});

/** Where and when the session was, with the text of these versions. */
async function whereaboutsAndTexts(documentId: string, versionIds: readonly string[]) {
  const [row] = await rowsOf(db, Prisma.sql`
    SELECT s.id AS "sessionId", f.id AS "forumId", f."onDay"::text AS "on", f.venue, g.name AS "group", a."shortName" AS authority, a.slug, cy.name AS cycle, r.name AS region,
      COALESCE((SELECT json_agg(json_build_object('id', v.id, 'content', v.content)) FROM "DocumentVersion" v WHERE v.id = ANY(${[...versionIds]}::uuid[])), '[]'::json) AS texts
    FROM "ForumSession" s JOIN "Forum" f ON f.id = s."forumId" JOIN "Group" g ON g.id = f."groupId"
    JOIN "CycleAuthority" ca ON ca.id = s."cycleAuthorityId" JOIN "Authority" a ON a.id = ca."authorityId"
    JOIN "Cycle" cy ON cy.id = ca."cycleId" JOIN "Region" r ON r.id = cy."regionId"
    WHERE s."notesId" = ${documentId}::uuid`);
  if (!row) throw new NotFound();
  return whereaboutsRow.parse(row);
}

async function namedComments(comments: Awaited<ReturnType<typeof findNotes>>['comments']) {
  const names = await namesOfPosts(db, comments.map((comment) => comment.postId));
  return comments.map((comment) => ({ ...comment, post: names.get(comment.postId) ?? '' }));
}

export type NotesPage = Awaited<ReturnType<typeof loadNotes>>;

import { signaturesThatCount, stillToSign, versionForSignature } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import { isDraftAgreed, openComments, seesComments, stageOf, versionOutForComment } from '@/domain/forum-notes';
import { postName, type Actor, type HeldPost, type Office } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { isLive, seesDraft } from '@/domain/visibility';
import { dayOf } from '../days';
import { db } from '../db';
import { NotFound } from '../not-found';
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
  const [place, texts, live, comments] = await Promise.all([
    whereabouts(documentId),
    db.documentVersion.findMany({ where: { id: { in: [shown?.id, previous?.id].filter((id): id is string => Boolean(id)) } }, select: { id: true, content: true } }),
    draft ? db.section.findUnique({ where: { documentId_key: { documentId, key: SECTION } }, select: { content: true, version: true, savedAt: true } }) : null,
    seesComments(actor, notes) ? namedComments(notes.comments) : [],
  ]);
  const textOf = (id: string | undefined) => (texts.find((version) => version.id === id)?.content as { content: { text?: string } }[] | undefined)?.[0]?.content.text ?? '';
  const subject = subjectOf(notes);
  return {
    notes,
    place,
    stage,
    shown: shown ? { ...shown, text: textOf(shown.id) } : null,
    since: previous && previous.id !== shown?.id ? textOf(previous.id) : null,
    live: live ? { text: (live.content as { text?: string }).text ?? '', version: live.version, savedAt: live.savedAt } : null,
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
      draft: capacityFor(actor, 'forum-notes.draft', subject),
      send: capacityFor(actor, 'forum-notes.send', subject),
      comment: capacityFor(actor, 'forum-notes.comment', subject),
      agree: capacityFor(actor, 'forum-notes.agree-draft', subject),
      settle: capacityFor(actor, 'forum-notes.settle-comment', subject),
      final: capacityFor(actor, 'forum-notes.make-final', subject),
      sign: stage === 'for-signature' ? capacityFor(actor, 'document.sign', subject) : null,
    },
  };
}

async function whereabouts(documentId: string) {
  const session = await db.forumSession.findUnique({
    where: { notesId: documentId },
    select: {
      id: true,
      forum: { select: { id: true, onDay: true, venue: true, group: { select: { name: true } } } },
      cycleAuthority: { select: { authority: { select: { shortName: true, slug: true } }, cycle: { select: { id: true, name: true, region: { select: { name: true } } } } } },
    },
  });
  if (!session) throw new NotFound();
  return {
    sessionId: session.id,
    forumId: session.forum.id,
    on: dayOf(session.forum.onDay),
    venue: session.forum.venue,
    group: session.forum.group.name,
    authority: session.cycleAuthority.authority.shortName,
    slug: session.cycleAuthority.authority.slug,
    cycle: session.cycleAuthority.cycle.name,
    region: session.cycleAuthority.cycle.region.name,
  };
}

async function namedComments(comments: Awaited<ReturnType<typeof findNotes>>['comments']) {
  const posts = await db.post.findMany({
    where: { id: { in: [...new Set(comments.map((comment) => comment.postId))] } },
    select: { id: true, office: true, remit: true, authority: { select: { id: true, shortName: true, slug: true } }, group: { select: { id: true, name: true } }, region: { select: { id: true, name: true } } },
  });
  return comments.map((comment) => {
    const post = posts.find(({ id }) => id === comment.postId);
    const held: HeldPost | null = post ? { ...post, office: post.office as Office, acting: false, authority: post.authority ? { id: post.authority.id, name: post.authority.shortName, slug: post.authority.slug } : null } : null;
    return { ...comment, post: held ? postName(held) : '' };
  });
}

export type NotesPage = Awaited<ReturnType<typeof loadNotes>>;

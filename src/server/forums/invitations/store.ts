import type { Accepted } from '@/domain/decision';
import type { Answer, AnswerChange, Attendance, AttendanceChange, InvitationFact, InvitationsChange, InvitedAs } from '@/domain/forums/invitations';
import type { Tx } from '../../db';
import { findPosts } from '../../forum-days/store';

/** Everyone who is or was invited to a forum; the caller has found the forum for its actor. */
export async function findInvitations(tx: Tx, forumId: string, at: Date): Promise<InvitationFact[]> {
  const rows = await tx.invitation.findMany({ where: { forumId } });
  const posts = new Map((await findPosts(tx, { id: { in: rows.map(({ postId }) => postId) } }, at)).map((post) => [post.id, post]));
  return rows.map(({ id, postId, role, sentAt, answer, attendance, removedAt }) => ({
    id,
    postId,
    post: posts.get(postId)?.name ?? '',
    role: role as InvitedAs,
    sentAt,
    answer: answer as Answer | null,
    attendance: attendance as Attendance | null,
    removedAt,
  }));
}

export async function saveSending(tx: Tx, { change }: Accepted<InvitationsChange>, at: Date): Promise<void> {
  await tx.invitation.updateMany({ where: { id: { in: [...change.send] } }, data: { sentAt: at } });
}

export async function saveAnswer(tx: Tx, { change }: Accepted<AnswerChange>, at: Date): Promise<void> {
  await tx.invitation.update({ where: { id: change.invitationId }, data: { answer: change.answer, answeredAt: at } });
}

export async function saveAttendance(tx: Tx, { change }: Accepted<AttendanceChange>): Promise<void> {
  for (const attendance of new Set(change.attendance.values())) {
    const ids = [...change.attendance].filter(([, recorded]) => recorded === attendance).map(([id]) => id);
    await tx.invitation.updateMany({ where: { id: { in: ids } }, data: { attendance } });
  }
}

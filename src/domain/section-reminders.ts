// Whoever was given a section to write hears of its day a week and a day before, and once a week after it has passed, until it is
// marked ready or taken back [proposal]. Only the authority's own side reads of it.
import type { HolderOfPost } from './chase';
import { dayInWords } from './deadlines';
import type { Day, HeldPost } from './model';
import { bodyOf } from './notifications/letter';
import { reminderDay } from './reminders';

/** Calendar days before the day on which a section is due. */
export const REMIND_OF_SECTION: readonly number[] = [7, 1];

export interface SectionGiven {
  sectionId: string;
  documentId: string;
  sectionKey: string;
  title: string;
  authority: string;
  postId: string;
  dueOn: Day;
}

export interface SectionReminder {
  /** `section-reminder:<section>:<due>:<day>:<person>`: one for each person and reminder day; a new due day begins anew. */
  key: string;
  reason: string;
  personId: string;
  email: string;
  post: HeldPost;
  subject: string;
  body: string;
}

export const sectionReason = ({ sectionId, postId }: Pick<SectionGiven, 'sectionId' | 'postId'>) => `section:${sectionId}:${postId}`;

/** Which section, given to which post, a message asks for; null for messages that ask for none. */
export function readSectionReason(reason: string): { sectionId: string; postId: string } | null {
  const [kind, sectionId, postId] = reason.split(':');
  return kind === 'section' && sectionId && postId ? { sectionId, postId } : null;
}

/** `given`: sections that are not ready yet, of self-views that can still be written. */
export function sectionRemindersDue({ given, holders, today, address }: { given: readonly SectionGiven[]; holders: readonly HolderOfPost[]; today: Day; address: (path: string) => string }): SectionReminder[] {
  return given.flatMap((section): SectionReminder[] => {
    const { sectionId, documentId, sectionKey, title, authority, postId, dueOn } = section;
    const day = reminderDay({ step: { remind: [...REMIND_OF_SECTION] }, dates: { dueOn } }, today);
    if (!day) return [];
    const late = dueOn < today;
    return holders
      .filter(({ post }) => post.id === postId)
      .map(({ personId, email, post }) => ({
        key: `section-reminder:${sectionId}:${dueOn}:${day}:${personId}`,
        reason: sectionReason(section),
        personId,
        email,
        post,
        subject: `${authority}: write the section “${title}”, ${late ? 'which was due on' : 'by'} ${dayInWords(dueOn)}`,
        body: bodyOf({ says: `It was given to you. ${late ? 'Its day has passed: mark' : 'Mark'} it ready when it can be reviewed.`, address: address(`/self-views/${documentId}/sections/${sectionKey}`), toldToo: [] }),
      }));
  });
}

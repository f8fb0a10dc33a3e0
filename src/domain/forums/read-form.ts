// The forms of a forum day as they are typed: times, the order of sessions, who is here.
import { z } from 'zod';
import { dayFields } from '../day-fields';
import { ATTENDANCES, type Attendance } from './invitations';

const id = z.uuid();

/** "9.30" is read as "09:30". */
export function readClock(typed: string): string | null {
  const parts = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(typed);
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
  return parts && hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${parts[2]}` : null;
}

const clock = (label: string) =>
  z
    .string(`${label}: give a time like 09:30`)
    .transform((typed, context) => readClock(typed) ?? (context.addIssue({ code: 'custom', message: `${label}: give a time like 09:30` }), z.NEVER));

const optionalId = z
  .string()
  .default('')
  .transform((value) => (id.safeParse(value).success ? value : null));

const terms = {
  onDay: z.string(),
  starts: clock('Starts'),
  ends: clock('Ends'),
  venue: z.string().trim().min(1, 'Venue: say where the group meets').max(200, 'Venue: at most 200 characters'),
  room: z.string().trim().max(100, 'Room: at most 100 characters').default(''),
  facilitatorPostId: optionalId,
};

export const newForumForm = dayFields('onDay', 'Day').pipe(
  z.object({
    ...terms,
    cycleId: id,
    /** "<group id> <wave>" */
    part: z
      .string()
      .regex(/^[0-9a-f-]{36} .+$/, 'Group and wave: choose one')
      .transform((part) => ({ groupId: part.slice(0, 36), wave: part.slice(37) })),
  }),
);

export const changeForumForm = dayFields('onDay', 'Day').pipe(z.object({ ...terms, forumId: id }));

export const cancelForumForm = z.object({ forumId: id, reason: z.string().trim().min(1, 'Why: those who were invited will read it').max(300, 'Why: at most 300 characters') });

export interface TypedSession {
  sessionId: string;
  starts: string;
  ends: string;
  leadAuthorityId: string;
  otherAuthorityIds: string[];
}

/** Fields `starts-<session>`, `ends-<session>`, `lead-<session>`, `others-<session>`. */
export const orderForm = z.record(z.string(), z.unknown()).transform((values, context) => {
  const sessionIds = Object.keys(values).flatMap((name) => (name.startsWith('starts-') ? [name.slice('starts-'.length)] : []));
  const sessions = sessionIds.map((sessionId): TypedSession => {
    const time = (name: string) => {
      const read = readClock(String(values[`${name}-${sessionId}`] ?? ''));
      if (!read) context.addIssue({ code: 'custom', path: [`${name}-${sessionId}`], message: 'Give a time like 09:30' });
      return read ?? '';
    };
    const others = values[`others-${sessionId}`] ?? [];
    return {
      sessionId,
      starts: time('starts'),
      ends: time('ends'),
      leadAuthorityId: String(values[`lead-${sessionId}`] ?? ''),
      otherAuthorityIds: (Array.isArray(others) ? others : [others]).map(String),
    };
  });
  return { forumId: String(values['forumId'] ?? ''), sessions };
});

/** Fields `here-<post>`; posts without an answer are left out. */
export const attendanceForm = z.record(z.string(), z.unknown()).transform((values) => {
  const recorded: Record<string, Attendance> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('here-') && ATTENDANCES.includes(value as Attendance)) recorded[name.slice('here-'.length)] = value as Attendance;
  }
  return { forumId: String(values['forumId'] ?? ''), recorded };
});

// What a device or a form sends from a forum day, checked at the edge.
import { z } from 'zod';
import { storableText } from '../form';
import { NOTE_KINDS, STRIKEABLE } from './session-notes';

const id = z.uuid();
const questionId = id.nullable();
const words = (label: string, most: number) => z.string().overwrite(storableText).trim().min(1, `${label}: write it first`).max(most, `${label}: at most ${most.toLocaleString('en-GB')} characters`);
const notedAt = z.coerce.date();

export const NOTE_LENGTH = 5000;
const text = words('Note', NOTE_LENGTH);

const note = z.object({ type: z.literal('note'), id, questionId, kind: z.enum(NOTE_KINDS), text, notedAt, over: z.number().int().min(0) });
const support = z.object({ type: z.literal('support'), id, questionId, topic: text, takenBy: z.enum(['group', 'region']) });
const action = z.object({ type: z.literal('action'), id, questionId, text, owner: z.string().overwrite(storableText).trim().max(200), byOn: z.iso.date().nullable() });
const strike = z.object({ type: z.literal('strike'), id, what: z.enum(STRIKEABLE) });

export const sentItem = z.discriminatedUnion('type', [note, support, action, strike]);
export type CheckedItem = z.infer<typeof sentItem>;

/** Items are checked one by one, so that one that cannot be read does not hold back the others. */
export const sending = z.object({ as: z.string().default(''), items: z.array(z.looseObject({ id: z.string(), type: z.enum(['note', 'support', 'action', 'strike']) })).max(200) });

const orNull = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

/** The form of a question on the page: one box, filed as a note, good practice, an action or a request for support. */
export const noteForm = z
  .object({
    sessionId: id,
    id,
    questionId: orNull(id),
    text,
    fileAs: z.enum(['said', 'agreed', 'evidence', 'good-practice', 'action', 'support'], 'File this note as: choose one'),
    owner: z.string().trim().max(200, 'Who does it: at most 200 characters').default(''),
    byOn: orNull(z.iso.date('By when: there is no such day')),
    over: z.coerce.number().int().min(0).default(0),
  })
  .superRefine(({ fileAs, owner }, context) => {
    if (fileAs === 'action' && owner === '') context.addIssue({ code: 'custom', path: ['owner'], message: 'Who does it: an action needs an owner' });
  });
export type NoteForm = z.infer<typeof noteForm>;

export function itemOf({ id, questionId, text, fileAs, owner, byOn, over }: NoteForm, now: Date): CheckedItem {
  if (fileAs === 'support') return { type: 'support', id, questionId, topic: text, takenBy: 'group' };
  if (fileAs === 'action') return { type: 'action', id, questionId, text, owner, byOn };
  return { type: 'note', id, questionId, kind: fileAs, text, notedAt: now, over };
}

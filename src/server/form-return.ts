import { SENT_TOO_MUCH, TOO_MUCH, type FormReturn } from '@/domain/form';
import { db } from './db';

/** Words that were typed when a session had ended wait for their writer over a long weekend. */
const KEPT = 7 * 86_400_000;

/**
 * Keeps what a form brings back to its page; gives the id for `?return=`. It is text inside the JSON column, because PostgreSQL
 * would sort the fields, and the summary of mistakes follows the order of the page.
 */
export async function keepFormReturn(personId: string | null, content: Partial<FormReturn>): Promise<string> {
  const whole: FormReturn = { values: {}, errors: {}, ...content };
  const kept = await db.formReturn.create({ data: { personId, content: JSON.stringify(whole) } });
  if (Math.random() < 0.02) await db.formReturn.deleteMany({ where: { at: { lt: new Date(Date.now() - KEPT) } } });
  return kept.id;
}

/** What came back to this page for this person; undefined when nothing did or it belongs to someone else. */
export async function readFormReturn(personId: string | null, id: string | string[] | undefined): Promise<FormReturn | undefined> {
  if (id === SENT_TOO_MUCH) return TOO_MUCH;
  if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const kept = await db.formReturn.findUnique({ where: { id } });
  if (!kept || kept.personId !== personId) return undefined;
  return JSON.parse(kept.content as string) as FormReturn;
}

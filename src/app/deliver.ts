import { unsaved } from '@/domain/documents/kept-words';
import { dropEntry, newId, type Entry, type SentSave } from './journal';
import type { AutosaveAnswer } from './pen';

/**
 * Saves what a page that is gone has left behind, without opening it: over the versions that it was typed over, so that words which
 * others have changed meanwhile are set beside theirs. Gives whether all of it arrived.
 */
export async function deliver(entry: Entry): Promise<boolean> {
  const before = entry.sending;
  const answer = before && (await put(entry.to, before));
  if (before && !answer) return false;
  const rest = before ? unsaved({ ...before.typed, ...entry.words }, before.typed) : entry;
  if (rest && !answer && Object.keys(entry.base).length === 0) return false;
  if (rest) {
    const save: SentSave = { saveId: newId(), person: entry.person, as: entry.as, base: answer?.versions ?? entry.base, beside: idsOf(answer) ?? entry.beside, typed: rest.words, from: rest.from };
    const second = await put(entry.to, save);
    if (!second || Object.keys(second.errors).length > 0) return false;
  } else if (answer && Object.keys(answer.errors).length > 0) return false;
  await dropEntry(entry.key);
  return true;
}

async function put(to: string, save: SentSave): Promise<AutosaveAnswer | null> {
  const response = await fetch(to, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(save) }).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as AutosaveAnswer | null) : null;
}

function idsOf(answer: AutosaveAnswer | null): Record<string, string> | null {
  return answer && Object.fromEntries(Object.entries(answer.beside).flatMap(([key, text]) => (text ? [[key, text.id]] : [])));
}

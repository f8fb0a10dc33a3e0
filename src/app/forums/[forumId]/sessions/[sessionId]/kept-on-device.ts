// What a device keeps of a session until the region has it, in the browser's own storage: it outlives the tab, the network and the
// signing in. Everything is read again before it is changed, so that two tabs do not lose each other's notes.
import { afterSending, keep, toSend, type ItemResult, type KeptItem, type SentItem } from '@/domain/forums/note-lines';

export interface Draft {
  text: string;
  fileAs: string;
  owner: string;
  byOn: string;
}

interface Kept {
  items: KeptItem[];
  /** What is typed and not added yet, by question. */
  drafts: Record<string, Draft>;
}

/** One person's notes of one session: nobody else who signs in on the device sends them. */
export const keyOf = (sessionId: string, personId: string) => `critical-friend.notes.${sessionId}.${personId}`;

function read(key: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>;
    return { items: kept.items ?? [], drafts: kept.drafts ?? {} };
  } catch {
    return { items: [], drafts: {} };
  }
}

/** False when the device does not keep anything (its storage is full or switched off). */
function write(key: string, kept: Kept): boolean {
  try {
    if (kept.items.length === 0 && Object.keys(kept.drafts).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export const itemsKept = (key: string): KeptItem[] => read(key).items;
export const draftKept = (key: string, question: string): Draft | undefined => read(key).drafts[question];

export function keepItem(key: string, item: SentItem): boolean {
  const kept = read(key);
  return write(key, { ...kept, items: keep(kept.items, item) });
}

export function dropItem(key: string, id: string): void {
  const kept = read(key);
  write(key, { ...kept, items: kept.items.filter((item) => item.id !== id) });
}

export function keepDraft(key: string, question: string, draft: Draft | null): void {
  const kept = read(key);
  const others = Object.entries(kept.drafts).filter(([other]) => other !== question);
  write(key, { ...kept, drafts: Object.fromEntries(draft?.text ? [...others, [question, draft]] : others) });
}

export type Sent = 'nothing' | 'sent' | 'no-network' | 'signed-out' | 'gone';

/** Sends what is kept and forgets what has arrived. */
export async function sendKept(key: string, address: string, as: string): Promise<Sent> {
  const items = toSend(itemsKept(key)).slice(0, 50);
  if (items.length === 0) return 'nothing';
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ as, items }) }).catch(() => null);
  if (response?.status === 401) return 'signed-out';
  if (response?.status === 404) return 'gone';
  if (!response?.ok) return 'no-network';
  const { results } = (await response.json()) as { results: ItemResult[] };
  const kept = read(key);
  write(key, { ...kept, items: afterSending(kept.items, items, results, newId) });
  return 'sent';
}

/** A random id; `crypto.randomUUID` is missing where the page does not come over https. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// Words that are not saved yet, kept on the writer's device. Two stores, because neither alone suffices (measured in Chromium): local
// storage is written at the keystroke itself and so survives a closed tab and a crashed page, but up to some seconds of it go with a
// browser that is killed; the indexed database survives that too, but is written a moment later. Each page has an entry of its own, so
// that several tabs of one person never write over each other; what a page that is gone has left behind is taken over by the next.
import type { Unsaved, Words } from '@/domain/documents/kept-words';
import { allRecords, dropRecord, putRecord } from './journal-database';

/** A save as it is sent; sent again word for word until it is answered. */
export interface SentSave {
  saveId: string;
  person: string;
  as: string | null;
  base: Record<string, number>;
  beside: Record<string, string>;
  typed: Words;
  /** What was last known to be saved under the same names. */
  from: Words;
}

export interface Entry extends Unsaved {
  key: string;
  person: string;
  /** The address that takes the saves of this page. */
  to: string;
  /** The page itself, and what it is called. */
  path: string;
  title: string;
  sending: SentSave | null;
  /** Over what the words were typed, and in which post. */
  base: Record<string, number>;
  beside: Record<string, string>;
  as: string | null;
  at: number;
}

const PREFIX = 'critical-friend.words';
/** An indexed write this long after the keystroke. */
const SOON = 250;
/** Longer than this, and local storage is left to the indexed database between pauses. */
const LONG = 200_000;

const of = (person: string) => `${PREFIX}:${person}:`;
const ofPage = (person: string, to: string) => `${of(person)}${to}:`;

/** The journal of one open page. */
export class Journal {
  private readonly key: string;
  private entry: Entry | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unlock: () => void = () => {};

  constructor(private readonly page: Pick<Entry, 'person' | 'to' | 'path' | 'title'>) {
    this.key = `${ofPage(page.person, page.to)}${newId()}`;
    // Held as long as the page lives: others see by it whose entries are whose.
    if ('locks' in navigator) void navigator.locks.request(this.key, () => new Promise<void>((resolve) => (this.unlock = resolve)));
  }

  /** Writes down what is unsaved; null when nothing is. */
  note(unsaved: Unsaved | null, over: Pick<Entry, 'sending' | 'base' | 'beside' | 'as'>) {
    this.entry = unsaved && { ...this.page, key: this.key, ...unsaved, ...over, at: Date.now() };
    const text = this.entry && JSON.stringify(this.entry);
    if (text === null || text.length < LONG) writeLocal(this.key, text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), SOON);
  }

  /** At the very end there is no time for the indexed database. */
  lastBreath() {
    if (this.entry) writeLocal(this.key, JSON.stringify(this.entry));
    void this.flush();
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await (this.entry ? putRecord(this.entry) : dropRecord(this.key)).catch(() => {});
  }

  close() {
    this.lastBreath();
    this.unlock();
  }

  /** What pages of this person at this address have left behind, oldest first; not those that are still open. */
  async leftBehind(): Promise<Entry[]> {
    const open = await openPages();
    const entries = await keptOnDevice(this.page.person, this.page.to);
    return entries.filter(({ key, at }) => key !== this.key && (open ? !open.has(key) : Date.now() - at > 30_000));
  }
}

/** Everything that is kept for a person, or for one of their pages, oldest first. */
export async function keptOnDevice(person: string, to?: string): Promise<Entry[]> {
  const prefix = to === undefined ? of(person) : ofPage(person, to);
  const entries = new Map<string, Entry>();
  for (const entry of [...readLocal(prefix), ...(await allRecords<Entry>(prefix).catch(() => []))]) {
    const other = entries.get(entry.key);
    if (!other || other.at < entry.at) entries.set(entry.key, entry);
  }
  return [...entries.values()].sort((one, two) => one.at - two.at);
}

/** Keeps what is left of an entry of a page that is gone. */
export async function keepEntry(entry: Entry): Promise<void> {
  writeLocal(entry.key, JSON.stringify(entry));
  await putRecord(entry).catch(() => {});
}

export async function dropEntry(key: string): Promise<void> {
  writeLocal(key, null);
  await dropRecord(key).catch(() => {});
}

/** The keys of the entries of pages that are open now; null where the browser does not say (a page that does not come over https). */
export async function openPages(): Promise<Set<string> | null> {
  if (!('locks' in navigator)) return null;
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name = '' }) => name));
}

function readLocal(prefix: string): Entry[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.flatMap((key) => parsed(localStorage.getItem(key)));
  } catch {
    return [];
  }
}

function parsed(text: string | null): Entry[] {
  try {
    const entry = JSON.parse(text ?? 'null') as Entry | null;
    return entry?.words && entry.from ? [entry] : [];
  } catch {
    return [];
  }
}

function writeLocal(key: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Full or switched off: the indexed database has it, and the server soon.
  }
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

// Follows one form: what was typed, what was saved, what waits. A save that was not answered is sent again word for word under its id,
// so that one whose answer was lost is made once; then what was typed since follows it.
import { acknowledged, putBack, unsaved, type Unsaved, type Words } from '@/domain/documents/kept-words';
import { autosaveStore, presenceStore, type Present } from './autosave-store';
import { inputsOf, isText, postIn, readAsGiven, readForm, readHidden, setInput, showCounts, standingIn, takeOver } from './form-inputs';
import { dropEntry, Journal, keepEntry, newId, type Entry, type SentSave } from './journal';

/** What the route says about a save that came through. */
export interface AutosaveAnswer {
  /** By section. */
  versions: Record<string, number>;
  /** By section: the writer's text that stands beside what is saved, because two changed the same words. */
  beside: Record<string, { id: string; href: string } | null>;
  savedAt: number;
  /** Where what stands now differs from what was sent: others wrote it meanwhile. */
  values: Record<string, string>;
  /** There are rows that this page does not show. */
  more: boolean;
  /** Inputs that could not be read. */
  errors: Record<string, string>;
  /** What looks as if it could tell who a child is. */
  warnings: string[];
  /** Who else is here. */
  present: Present[];
}

/** What the route says to a page that only asks. */
export interface Here {
  present: Present[];
  versions: Record<string, number>;
}

export interface PenTold {
  onAnswer: (answer: AutosaveAnswer) => void;
  /** A colleague's paragraph came to stand before the one in which the writer was typing. */
  onJoined: () => void;
  /** Words of an earlier page that clash with what stands now. */
  onOffered: (offered: Offer[]) => void;
}

/** Kept words that a person has to look at. */
export interface Offer {
  entry: Entry;
  words: Words;
}

interface About {
  to: string;
  person: string;
  savedAt: number | null;
  title: string;
  /** The page came back with words that are not saved: what was saved last is not what it shows. */
  unsaved: boolean;
  /** The server keeps no earlier saves of these words: it is told from what they were typed. */
  tellsFrom: boolean;
}

const PAUSE = 900;
/** Someone who never pauses is saved so often. */
const MOST = 6000;
const RETRIES = [1500, 3000, 6000];
const PRESENCE = 15_000;
const PATIENCE = 3000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export class Pen {
  private readonly journal: Journal;
  private saved: Words;
  private savedAt: number | null;
  private beside: Record<string, string>;
  /** Sent and not answered yet. */
  private sending: SentSave | null = null;
  private flight: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstTyped: number | null = null;
  private failures = 0;
  /** Sent and refused, or not to be read: sent again only when something else is typed. */
  private unread: Words = {};
  /** Words of rows that were begun on an earlier page and that this one does not show. */
  private added: Words = {};
  private readonly asking: ReturnType<typeof setInterval>;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly about: About,
    private readonly told: PenTold,
  ) {
    this.savedAt = about.savedAt;
    this.saved = about.unsaved ? {} : readAsGiven(form);
    this.beside = readHidden(form, 'beside:');
    this.journal = new Journal({ person: about.person, to: about.to, path: location.pathname, title: about.title });
    addEventListener('online', this.saveNow);
    addEventListener('focus', this.resume);
    addEventListener('pagehide', this.leave);
    document.addEventListener('visibilitychange', this.resume);
    this.asking = setInterval(this.askWhoIsHere, PRESENCE);
    form.dataset.pen = 'here';
    // What was typed before the script came.
    if (this.pending()) this.typed();
    void this.begin();
  }

  putDown() {
    clearTimeout(this.timer);
    clearInterval(this.asking);
    removeEventListener('online', this.saveNow);
    removeEventListener('focus', this.resume);
    removeEventListener('pagehide', this.leave);
    document.removeEventListener('visibilitychange', this.resume);
    this.journal.close();
  }

  typed() {
    showCounts(this.form);
    this.writeDown();
    clearTimeout(this.timer);
    const now = Date.now();
    this.firstTyped ??= now;
    this.timer = setTimeout(this.saveNow, Math.max(0, Math.min(PAUSE, this.firstTyped + MOST - now)));
  }

  /** Before the form is sent by its button: what is on its way arrives first. Null when nothing is. */
  settle(): Promise<void> | null {
    clearTimeout(this.timer);
    if (this.sending && !this.flight) this.saveNow();
    return this.flight;
  }

  /** The last save was not answered: there is no network, or nobody is signed in. */
  isCutOff(): boolean {
    return this.sending !== null;
  }

  /** Puts offered words under what stands there, or lets them go. What has no place here any more stays kept. */
  async answerOffer({ entry, words }: Offer, take: boolean): Promise<void> {
    const standing = standingIn(this.form);
    const placeless = take ? Object.entries(words).filter(([name]) => standing[name] === undefined) : [];
    if (take) {
      for (const [name, kept] of Object.entries(words)) {
        if (standing[name] !== undefined) setInput(this.form, name, isText(this.form, name) ? [standing[name], kept].filter(Boolean).join('\n\n') : kept);
      }
      this.typed();
      await this.journal.flush();
    }
    if (placeless.length > 0) await keepEntry({ ...entry, words: Object.fromEntries(placeless) });
    else await dropEntry(entry.key);
  }

  private read = (): Words => ({ ...this.added, ...readForm(this.form) });
  private pending = (): Unsaved | null => unsaved(this.read(), this.saved);
  private unsent = (): Unsaved | null => unsaved(this.read(), { ...this.saved, ...this.unread });
  private writeDown = () => this.journal.note(this.pending(), { sending: this.sending, base: this.base(), beside: this.beside, as: this.post() });
  private base = () => Object.fromEntries(Object.entries(readHidden(this.form, 'base:')).map(([key, version]) => [key, Number(version)]));
  private post = () => postIn(this.form);

  /** A page may have come a moment before its writer's last save arrived: first it learns how the words stand, then what is kept comes back. */
  private async begin(): Promise<void> {
    await Promise.race([this.askWhoIsHere(), pause(PATIENCE)]);
    await Promise.race([this.flight, pause(PATIENCE)]);
    await this.takeUp();
    this.form.dataset.pen = 'ready';
  }

  /** What pages that are gone have left behind comes back; what clashes is offered. */
  private async takeUp(): Promise<void> {
    const offers: Offer[] = [];
    for (const entry of await this.journal.leftBehind()) {
      const { back, added, offered } = putBack({ ...entry, sending: entry.sending?.typed ?? null }, standingIn(this.form), this.pending());
      for (const [name, words] of Object.entries(back)) if (!setInput(this.form, name, words)) offered[name] = entry.words[name] ?? '';
      this.added = { ...this.added, ...added };
      if (Object.keys(back).length + Object.keys(added).length > 0) {
        this.typed();
        await this.journal.flush();
      }
      if (Object.keys(offered).length > 0) {
        const left = { ...entry, words: offered, from: Object.fromEntries(Object.keys(offered).map((name) => [name, entry.from[name] ?? ''])), sending: null };
        await keepEntry(left);
        offers.push({ entry: left, words: offered });
      } else await dropEntry(entry.key);
    }
    if (offers.length > 0) this.told.onOffered(offers);
  }

  private saveNow = () => {
    clearTimeout(this.timer);
    if (this.flight) return;
    this.firstTyped = null;
    this.sending ??= this.nextSave();
    if (!this.sending) return;
    this.writeDown();
    this.flight = this.send(this.sending).finally(() => {
      this.flight = null;
      if (this.sending === null && this.unsent()) this.timer = setTimeout(this.saveNow, PAUSE);
    });
  };

  /** The whole of each section in which anything changed. */
  private nextSave(): SentSave | null {
    const changed = this.unsent();
    if (!changed) return null;
    const sections = new Set(Object.keys(changed.words).map(sectionOf));
    return this.saveOf((name) => sections.has(sectionOf(name)));
  }

  private saveOf(isSent: (name: string) => boolean): SentSave {
    const typed = Object.fromEntries(Object.entries(this.read()).filter(([name]) => isSent(name)));
    return { saveId: newId(), person: this.about.person, as: this.post(), base: this.base(), beside: this.beside, typed, from: this.about.tellsFrom ? Object.fromEntries(Object.keys(typed).map((name) => [name, this.saved[name] ?? ''])) : {} };
  }

  private async send(save: SentSave): Promise<void> {
    const response = await this.ask('PUT', save);
    // An answer that breaks off half-way is none: the save goes again under its id.
    const answer = response?.ok ? ((await response.json().catch(() => null)) as AutosaveAnswer | null) : null;
    if (answer) return this.answered(save, answer);
    const because = response && !response.ok && response.status < 500 ? (((await response.json().catch(() => ({}))) as { because?: string }).because ?? '') : '';
    if (response?.status === 401) {
      autosaveStore.write({ state: 'signed-out', at: this.savedAt, because, link: { href: signInFor(this.form), words: 'Sign in again' } });
    } else if (response && !response.ok && response.status < 500) {
      // It was read and refused: what is typed next is another save.
      this.sending = null;
      this.unread = save.typed;
      autosaveStore.write({ state: 'refused', at: this.savedAt, because });
      return this.writeDown();
    } else autosaveStore.write({ state: 'failing', at: this.savedAt });
    this.timer = setTimeout(this.saveNow, RETRIES[Math.min(this.failures++, RETRIES.length - 1)]);
  }

  private answered(save: SentSave, answer: AutosaveAnswer) {
    this.sending = null;
    this.failures = 0;
    this.savedAt = answer.savedAt;
    const beside = Object.entries(answer.beside).flatMap(([key, text]) => (text ? [[key, text] as const] : []));
    // From here these words go on beside the others', until a person has joined them.
    this.beside = { ...this.beside, ...Object.fromEntries(beside.map(([key, { id }]) => [key, id])) };
    const values = Object.fromEntries(Object.entries(answer.values).filter(([name]) => !this.isBeside(name)));
    this.saved = acknowledged(this.saved, save.typed, { values, errors: answer.errors });
    this.unread = Object.fromEntries(Object.entries(save.typed).filter(([name, value]) => values[name] === undefined && this.saved[name] !== value));
    this.added = Object.fromEntries(Object.entries(this.added).filter(([name]) => save.typed[name] === undefined));
    if (takeOver(this.form, values, save.typed).length > 0) this.told.onJoined();
    showCounts(this.form);
    for (const [key, version] of Object.entries(answer.versions)) for (const input of inputsOf(this.form, `base:${key}`)) input.value = String(version);
    for (const [key, id] of Object.entries(this.beside)) for (const input of inputsOf(this.form, `beside:${key}`)) input.value = id;
    this.writeDown();
    presenceStore.write(answer.present);
    this.told.onAnswer(answer);
    const text = beside[0]?.[1];
    if (text) autosaveStore.write({ state: 'beside', at: this.savedAt, because: 'A colleague changed the same words. Both texts are kept.', link: { href: text.href, words: 'See both texts' } });
    else autosaveStore.write({ state: 'saved', at: this.savedAt });
  }

  /** With one section in a form its inputs have plain names; with several "<section>/<name>". */
  private isBeside = (name: string) => (name.includes('/') ? sectionOf(name) in this.beside : Object.keys(this.beside).length > 0);

  private ask(method: string, body?: SentSave, options: RequestInit = {}): Promise<Response | null> {
    const headers = body ? { 'content-type': 'application/json' } : undefined;
    return fetch(this.about.to, { method, ...(headers && { headers }), ...(body && { body: JSON.stringify(body) }), ...options }).catch(() => null);
  }

  private askWhoIsHere = async () => {
    if (document.hidden) return;
    const response = await this.ask('GET', undefined, { cache: 'no-store' });
    const here = response?.ok ? ((await response.json().catch(() => null)) as Here | null) : null;
    if (!here) return;
    const { present, versions } = here;
    presenceStore.write(present);
    const shown = readHidden(this.form, 'base:');
    const isNews = Object.entries(versions).some(([key, version]) => shown[key] !== undefined && Number(shown[key]) < version);
    if (!isNews || this.flight || this.sending || this.unsent() || Object.keys(this.beside).length > 0) return;
    // Someone else has saved: the same save as ever, with nothing new in it, brings what they wrote.
    this.sending = this.saveOf(() => true);
    this.saveNow();
  };

  /** Back at this page, perhaps signed in again in another window. */
  private resume = () => {
    if (document.hidden) return;
    if (this.failures > 0 || this.sending) this.saveNow();
    void this.askWhoIsHere();
  };

  private leave = () => {
    const save = this.sending ?? this.nextSave();
    if (save && !this.flight) this.sending = save;
    this.writeDown();
    this.journal.lastBreath();
    // It may still arrive; what does not is in the journal.
    if (save && !this.flight && JSON.stringify(save).length < 60_000) void this.ask('PUT', save, { keepalive: true });
    else void this.ask('DELETE', undefined, { keepalive: true });
  };
}

const sectionOf = (name: string) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : '');

/** Signing in, and back to the very place. */
function signInFor(form: HTMLFormElement): string {
  const at = document.activeElement;
  const place = at && form.contains(at) && at.id ? `#${encodeURIComponent(at.id)}` : '';
  return `/sign-in?next=${encodeURIComponent(`${location.pathname}${location.search}${place}`)}`;
}

'use client';

import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { mergeText } from '@/domain/documents/merge';
import { countWords, wordsOf } from '@/domain/words';
import { clockTime } from '@/ui/day';
import { autosaveStore } from './autosave-store';

type Typed = Record<string, string>;

/** What the route says about a save that came through. */
export interface AutosaveAnswer {
  version: number;
  savedAt: number;
  /** Where what stands now differs from what was sent: others wrote it meanwhile. */
  values: Typed;
  /** Others added rows that this page does not show. */
  more: boolean;
  /** Where the two texts stand side by side, when both changed the same words. */
  beside: string | null;
  /** Inputs that could not be read. */
  errors: Typed;
  /** What looks as if it could tell who a child is. */
  warnings: string[];
}

interface AutosaveFormProps {
  action: (form: FormData) => void | Promise<void>;
  /** Address that takes a PUT of { baseVersion, as, typed }. */
  to: string;
  /** The version that this page shows. */
  version: number;
  savedAt: number | null;
  /** Whose words are kept on the device, should the network fail. */
  personId: string;
  /** What stands on the page already that could tell who a child is. */
  warnings?: readonly string[];
  className?: string;
  children: ReactNode;
}

const PAUSE = 1200;
const RETRY = 8000;
const RESERVED = new Set(['documentId', 'sectionKey', 'baseVersion', 'as', 'then', 'remove']);

/**
 * A form that also saves by itself, a moment after someone stops typing, over the version that the page showed. Words that cannot be
 * saved are kept on the device and offered again. Without script it is the same form with its button.
 */
export function AutosaveForm({ action, to, version, savedAt, personId, warnings: found = [], className, children }: AutosaveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const pen = useRef<Pen>(null);
  const [offered, setOffered] = useState<Kept | null>(null);
  const [more, setMore] = useState(false);
  const [errors, setErrors] = useState<string[]>([]);
  const [warnings, setWarnings] = useState<string[] | null>(null);

  useEffect(() => {
    const held = new Pen(form.current!, { to, version, savedAt, personId }, { onMore: () => setMore(true), onErrors: setErrors, onWarnings: setWarnings });
    pen.current = held;
    setOffered(held.keptFromBefore());
    return () => held.putDown();
  }, [to, version, savedAt, personId]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    const waiting = pen.current?.settle();
    if (!waiting) return;
    event.preventDefault();
    const { submitter } = event;
    void waiting.then(() => form.current?.requestSubmit(submitter));
  }

  return (
    <form ref={form} action={action} className={className} autoComplete="off" onInput={() => pen.current?.typed()} onChange={() => pen.current?.typed()} onSubmit={submit}>
      {offered && (
        <div className="note stack" role="region" aria-label="Words kept on this device">
          <p>
            <b>Words of {clockTime(new Date(offered.at))} were kept on this device and are not saved yet.</b> Nobody else can see them.
          </p>
          <p className="btns">
            <button type="button" className="btn two sm" onClick={() => void pen.current?.putBack(offered)}>
              Save them now
            </button>
            <button
              type="button"
              className="linkbtn"
              onClick={() => {
                pen.current?.forget();
                setOffered(null);
              }}
            >
              Leave them out
            </button>
          </p>
        </div>
      )}
      {more && (
        <p className="note" role="status">
          A colleague has added something to this section.{' '}
          <button type="button" className="linkbtn" onClick={() => location.reload()}>
            Show it
          </button>
        </p>
      )}
      {errors.length > 0 && (
        <p className="note" role="status">
          Saved, but not all of it: {errors.join(' ')}
        </p>
      )}
      <div role="status">
        {(warnings ?? found).length > 0 && (
          <p className="note">
            <b>This may tell a reader who a child is.</b> {(warnings ?? found).join(' ')} Take it out: nothing here may be about a child who could be known.
          </p>
        )}
      </div>
      {children}
    </form>
  );
}

interface Kept {
  typed: Typed;
  version: number;
  at: number;
}

/** Follows one form: what was typed, what was saved, and what waits. */
class Pen {
  private version: number;
  private savedAt: number | null;
  private sent: Typed;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flight: Promise<void> | null = null;
  private readonly key: string;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly about: { to: string; version: number; savedAt: number | null; personId: string },
    private readonly told: { onMore: () => void; onErrors: (sentences: string[]) => void; onWarnings: (sentences: string[]) => void },
  ) {
    this.version = about.version;
    this.savedAt = about.savedAt;
    this.key = `critical-friend:${about.personId}:${about.to}`;
    this.sent = this.readAsGiven();
    // What was typed before the script came.
    if (!same(this.read(), this.sent)) this.typed();
    addEventListener('online', this.saveNow);
    addEventListener('pagehide', this.keepIfUnsaved);
  }

  putDown() {
    clearTimeout(this.timer);
    removeEventListener('online', this.saveNow);
    removeEventListener('pagehide', this.keepIfUnsaved);
  }

  typed() {
    this.count();
    clearTimeout(this.timer);
    this.timer = setTimeout(this.saveNow, PAUSE);
  }

  /** Before the form is sent by its button: what is on its way arrives first. Null when nothing is. */
  settle(): Promise<void> | null {
    clearTimeout(this.timer);
    return this.flight;
  }

  private saveNow = () => {
    clearTimeout(this.timer);
    if (this.flight) return void this.typed();
    const typed = this.read();
    if (same(typed, this.sent)) return;
    this.flight = this.send(typed).finally(() => {
      this.flight = null;
    });
  };

  private async send(typed: Typed): Promise<void> {
    this.keep(typed);
    const answer = await this.put({ baseVersion: this.version, typed });
    if (answer === null) return;
    this.savedAt = answer.savedAt;
    this.told.onErrors(Object.values(answer.errors));
    this.told.onWarnings(answer.warnings);
    if (answer.beside) {
      // From here the words go on beside the others', until a person has joined them.
      this.sent = typed;
      this.forget();
      return autosaveStore.write({ state: 'beside', at: this.savedAt, because: 'A colleague changed the same words. Both texts are kept.', href: answer.beside });
    }
    if (this.takeOver(answer.values, typed)) this.advance(answer.version);
    this.sent = { ...typed, ...answer.values };
    if (answer.more) this.told.onMore();
    if (same(this.read(), this.sent)) this.forget();
    autosaveStore.write({ state: 'saved', at: this.savedAt });
  }

  /** Null when it did not come through; then the words stay on the device and go again by themselves. */
  private async put(body: { baseVersion: number; typed: Typed }): Promise<AutosaveAnswer | null> {
    const as = new FormData(this.form).get('as');
    const response = await fetch(this.about.to, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...body, as }) }).catch(() => null);
    if (response?.ok) return (await response.json()) as AutosaveAnswer;
    const because = response && response.status < 500 ? (((await response.json().catch(() => ({}))) as { because?: string }).because ?? '') : '';
    if (response?.status === 409) autosaveStore.write({ state: 'refused', at: this.savedAt, because: `${because} Your words are kept on this device.` });
    else {
      autosaveStore.write({ state: 'failing', at: this.savedAt, because });
      this.timer = setTimeout(this.saveNow, RETRY);
    }
    return null;
  }

  /** Puts what others wrote into the inputs; false where someone here has typed on over it, so that the next save meets it again. */
  private takeOver(values: Typed, sent: Typed): boolean {
    let all = true;
    for (const [name, value] of Object.entries(values)) {
      for (const input of this.inputs(name)) {
        if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) input.checked = input.value === value;
        else if (plain(input.value) === sent[name]) input.value = value;
        else {
          const merged = mergeText(sent[name] ?? '', value, plain(input.value));
          if (merged === null) all = false;
          else input.value = merged;
        }
      }
    }
    this.count();
    return all;
  }

  private advance(version: number) {
    this.version = version;
    for (const input of this.inputs('baseVersion')) input.value = String(version);
  }

  /** Saves words kept earlier over the version that they were typed over, then shows the section as it stands. */
  async putBack(kept: Kept): Promise<void> {
    const answer = await this.put({ baseVersion: kept.version, typed: kept.typed });
    if (!answer) return;
    this.forget();
    if (answer.beside) location.assign(answer.beside);
    else location.reload();
  }

  keptFromBefore(): Kept | null {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? 'null') as Kept | null;
      if (!kept) return null;
      const differs = Object.entries(kept.typed).some(([name, value]) => value !== (this.sent[name] ?? ''));
      if (!differs) this.forget();
      return differs ? kept : null;
    } catch {
      return null;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  private keep(typed: Typed) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ typed, version: this.version, at: Date.now() } satisfies Kept));
    } catch {
      // A browser that keeps nothing still saves to the server.
    }
  }

  private keepIfUnsaved = () => {
    const typed = this.read();
    if (!same(typed, this.sent)) this.keep(typed);
  };

  private inputs(name: string): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
    return [...this.form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`)];
  }

  private read(): Typed {
    const typed: Typed = {};
    for (const [name, value] of new FormData(this.form)) if (typeof value === 'string' && !RESERVED.has(name) && !name.startsWith('$')) typed[name] = plain(value);
    return typed;
  }

  /** What the page came with, whatever was typed since. */
  private readAsGiven(): Typed {
    const given: Typed = {};
    for (const input of this.form.elements) {
      if (input instanceof HTMLTextAreaElement) given[input.name] = plain(input.defaultValue);
      else if (input instanceof HTMLSelectElement) given[input.name] = ([...input.options].find((option) => option.defaultSelected) ?? input.options[0])?.value ?? '';
      else if (input instanceof HTMLInputElement && input.type !== 'file' && (input.defaultChecked || !['radio', 'checkbox'].includes(input.type))) given[input.name] = plain(input.defaultValue);
    }
    return Object.fromEntries(Object.entries(given).filter(([name]) => name !== '' && !RESERVED.has(name) && !name.startsWith('$')));
  }

  private count() {
    for (const shown of this.form.querySelectorAll<HTMLElement>('[data-shows]')) {
      const value = this.inputs(shown.dataset.shows ?? '')[0]?.value;
      if (value && shown.textContent !== value) shown.textContent = value;
    }
    for (const counter of this.form.querySelectorAll<HTMLElement>('[data-most]')) {
      const area = this.form.querySelector<HTMLTextAreaElement>(`textarea[aria-describedby~="${CSS.escape(counter.id)}"]`);
      const most = Number(counter.dataset.most);
      if (!area) continue;
      const words = wordsOf(area.value, most);
      if (counter.textContent !== words) counter.textContent = words;
      counter.classList.toggle('over', countWords(area.value) > most);
    }
  }
}

const plain = (text: string) => text.replace(/\r\n?/g, '\n');

function same(one: Typed, two: Typed): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(two)]);
  return [...names].every((name) => (one[name] ?? '') === (two[name] ?? ''));
}

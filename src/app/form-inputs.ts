// The inputs of a form that saves by itself: read, set and counted without React, because a person types in them meanwhile.
import { caretAfter, type Words } from '@/domain/documents/kept-words';
import { isClash, joinWords, stretchesOf, textOf } from '@/domain/documents/merge-text';
import { countWords, wordsOf } from '@/domain/words';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is sent beside the words. */
const RESERVED = new Set(['documentId', 'sectionKey', 'as', 'then', 'remove', 'writer', 'cycleId', 'paperId', 'forumId', 'sessionId']);
const isWords = (name: string) => name !== '' && !RESERVED.has(name) && !/^(\$|base:|beside:)/.test(name);

export const plain = (text: string) => text.replace(/\r\n?/g, '\n');

export function inputsOf(form: HTMLFormElement, name: string): Input[] {
  return [...form.querySelectorAll<Input>(`[name="${CSS.escape(name)}"]`)];
}

export function isText(form: HTMLFormElement, name: string): boolean {
  return inputsOf(form, name).some((input) => input instanceof HTMLTextAreaElement);
}

/** What is in the form now, as it would be sent. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && isWords(name)) typed[name] = plain(value);
  return typed;
}

/** The same, with an empty word for each choice that nobody has made. */
export function standingIn(form: HTMLFormElement): Record<string, string> {
  const names = [...form.elements].map((input) => input.getAttribute('name') ?? '').filter(isWords);
  return { ...Object.fromEntries(names.map((name) => [name, ''])), ...readForm(form) };
}

/** What the page came with, whatever was typed since. */
export function readAsGiven(form: HTMLFormElement): Record<string, string> {
  const given: Record<string, string> = {};
  for (const input of form.elements) {
    if (input instanceof HTMLTextAreaElement) given[input.name] = plain(input.defaultValue);
    else if (input instanceof HTMLSelectElement) given[input.name] = ([...input.options].find((option) => option.defaultSelected) ?? input.options[0])?.value ?? '';
    else if (input instanceof HTMLInputElement && input.type !== 'file' && (input.defaultChecked || !['radio', 'checkbox'].includes(input.type))) given[input.name] = plain(input.defaultValue);
  }
  return Object.fromEntries(Object.entries(given).filter(([name]) => isWords(name)));
}

/** The hidden inputs `base:<section>` or `beside:<section>`, by section. */
export function readHidden(form: HTMLFormElement, prefix: 'base:' | 'beside:'): Record<string, string> {
  const found = [...form.querySelectorAll<HTMLInputElement>(`input[name^="${prefix}"]`)];
  return Object.fromEntries(found.filter(({ value }) => value !== '').map(({ name, value }) => [name.slice(prefix.length), value]));
}

/** The post in which the page writes. */
export function postIn(form: HTMLFormElement): string | null {
  const as = new FormData(form).get('as');
  return typeof as === 'string' && as !== '' ? as : null;
}

/** Puts words into an input; the caret stays by the words that it stood by. False where no input takes them. */
export function setInput(form: HTMLFormElement, name: string, value: string): boolean {
  let taken = false;
  for (const input of inputsOf(form, name)) {
    if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) {
      input.checked = input.value === value;
      taken ||= input.checked || value === '';
    } else {
      setWords(input, value);
      taken ||= plain(input.value) === value;
    }
  }
  return taken;
}

function setWords(input: Input, value: string) {
  if (plain(input.value) === value) return;
  const before = plain(input.value);
  const [start, end] = input instanceof HTMLTextAreaElement ? [input.selectionStart, input.selectionEnd] : [0, 0];
  input.value = value;
  if (input instanceof HTMLTextAreaElement && document.activeElement === input) input.setSelectionRange(caretAfter(before, value, start), caretAfter(before, value, end));
  // What is drawn from the words (a preview, a counter) follows.
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Puts what others wrote into the inputs. Where someone here has typed on in the same paragraph since it was sent, the words of both
 * stand; where both replaced the same words, both paragraphs, theirs first: gives the names of those inputs.
 */
export function takeOver(form: HTMLFormElement, values: Words, sent: Words): string[] {
  const standing = standingIn(form);
  return Object.entries(values).filter(([name, value]) => {
    const [now, before] = [standing[name], sent[name] ?? ''];
    if (now === undefined) return false;
    if (now === before) {
      setInput(form, name, value);
      return false;
    }
    if (!isText(form, name)) return false;
    const stretches = stretchesOf(before, value, now);
    const isBoth = stretches.some((stretch) => isClash(stretch) && joinWords(stretch) === null);
    // A blank line with which someone is about to begin a paragraph is theirs.
    const blank = /\n*$/.exec(now)?.[0] ?? '';
    setInput(form, name, textOf(stretches, (clash) => joinWords(clash) ?? [clash.theirs, clash.mine].filter(Boolean).join('\n\n')) + blank);
    return isBoth;
  }).map(([name]) => name);
}

/** What the page draws from its own inputs: the count of words, the name of a row. */
export function showCounts(form: HTMLFormElement) {
  for (const shown of form.querySelectorAll<HTMLElement>('[data-shows]')) {
    const value = inputsOf(form, shown.dataset.shows ?? '')[0]?.value;
    if (value && shown.textContent !== value) shown.textContent = value;
  }
  for (const counter of form.querySelectorAll<HTMLElement>('[data-most]')) {
    const area = form.querySelector<HTMLTextAreaElement>(`textarea[aria-describedby~="${CSS.escape(counter.id)}"]`);
    const most = Number(counter.dataset.most);
    if (!area) continue;
    const words = wordsOf(area.value, most);
    if (counter.textContent !== words) counter.textContent = words;
    counter.classList.toggle('over', countWords(area.value) > most);
  }
}

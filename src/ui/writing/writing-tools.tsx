'use client';

import { useEffect, useId, useRef, useState, useSyncExternalStore, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { referenceTo, type QuotableFigure } from '@/domain/documents/figure-references';
import { countWords, wordsLeft, wordsOf } from '@/domain/words';
import { applyEdit, selectedIn } from './apply-edit';
import { bold, enter, heading, link, list, pasted, table, words, type Edit, type Selected } from './edits';
import { LinkPanel } from './link-panel';

/** `whole`: a text with headings and tables. `answer`: a few paragraphs. `line`: one paragraph, so only what a line can hold. */
export type WritingKind = 'whole' | 'answer' | 'line';

interface WritingToolsProps {
  /** Id of the textarea: it stays what is typed in, saved and sent. */
  area: string;
  kind: WritingKind;
  /** The most words. */
  most?: number;
  /** Those that the text may quote. */
  figures?: readonly QuotableFigure[];
}

interface Tool {
  name: string;
  does: () => void;
  keys?: string;
  pressed?: boolean;
}

const PAUSE = 800;
const never = () => () => {};

/**
 * Buttons over a plain textarea that write Markdown into it, a paste from Word that comes as Markdown, and how it reads. All of it is
 * extra: without script the textarea is there alone. Tab is never caught; Alt and F10 lead from the text to the buttons, Escape back.
 */
export function WritingTools({ area: areaId, kind, most, figures }: WritingToolsProps) {
  const id = useId();
  const ready = useSyncExternalStore(never, () => true, () => false);
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [told, tell] = useState('');
  const [limit, sayLimit] = useState('');
  const [panel, setPanel] = useState<ReactNode>(null);
  const reading = useReading(areaId, figures ?? [], tell);

  const area = () => document.getElementById(areaId) as HTMLTextAreaElement;
  const edit = (makes: (selected: Selected) => Edit | null) => {
    const made = makes(selectedIn(area()));
    if (made) applyEdit(area(), made);
  };
  const leave = () => {
    // While the window is open nothing behind it takes the focus.
    flushSync(() => setPanel(null));
    area().focus();
  };
  const askForLink = () => {
    const { text, start, end } = selectedIn(area());
    setPanel(<LinkPanel id={`${id}-link`} words={text.slice(start, end)} onLeave={leave} onDone={(said, address) => { leave(); edit((selected) => link(selected, said, address)); }} />);
  };
  const askForFigure = () =>
    void import('./figure-panel').then(
      ({ FigurePanel }) => setPanel(<FigurePanel id={`${id}-figure`} figures={figures ?? []} onLeave={leave} onDone={(key) => { leave(); edit((selected) => words(selected, referenceTo(key))); }} />),
      () => tell('The list of figures cannot be shown while you are offline.'),
    );

  const listening = useRef({ edit, askForLink, kind, most });
  useEffect(() => {
    listening.current = { edit, askForLink, kind, most };
  });
  useEffect(() => {
    const field = document.getElementById(areaId) as HTMLTextAreaElement | null;
    if (!field) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.altKey && event.key === 'F10') return focusFirst(event, bar.current);
      const made = editFor(event, listening.current, selectedIn(field));
      if (made === 'link') listening.current.askForLink();
      else if (made) applyEdit(field, made);
      if (made) event.preventDefault();
    };
    const onInput = () => {
      const { most: limitOf } = listening.current;
      if (!limitOf) return;
      showCount(field, limitOf);
      clearTimeout(timer);
      timer = setTimeout(() => sayLimit(wordsLeft(field.value, limitOf)), PAUSE);
    };
    const onPaste = (event: ClipboardEvent) => void paste(event, field, listening.current.kind, tell);
    field.addEventListener('keydown', onKeyDown);
    field.addEventListener('input', onInput);
    field.addEventListener('paste', onPaste);
    return () => {
      clearTimeout(timer);
      field.removeEventListener('keydown', onKeyDown);
      field.removeEventListener('input', onInput);
      field.removeEventListener('paste', onPaste);
    };
  }, [areaId]);

  const whole = kind === 'whole';
  const lists = kind !== 'line';
  const tools: Tool[] = [
    ...(whole ? [{ name: 'Heading', does: () => edit((selected) => heading(selected, 2)) }, { name: 'Subheading', does: () => edit((selected) => heading(selected, 3)) }] : []),
    { name: 'Bold', does: () => edit(bold), keys: 'Control+B' },
    ...(lists ? [{ name: 'Bullets', does: () => edit((selected) => list(selected, 'bullets')), keys: 'Control+Shift+8' }, { name: 'Numbers', does: () => edit((selected) => list(selected, 'numbers')), keys: 'Control+Shift+7' }] : []),
    { name: 'Link', does: askForLink, keys: 'Control+K' },
    ...(whole ? [{ name: 'Table', does: () => edit(table) }] : []),
    ...(figures ? [{ name: 'Figure', does: askForFigure }] : []),
    { name: 'How it reads', does: reading.toggle, pressed: reading.open },
  ];

  const onBarKey = (event: KeyboardEvent) => {
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (event.key === 'Escape') area().focus();
    else if (next === undefined) return;
    else focusTool((next + tools.length) % tools.length);
    event.preventDefault();
  };
  const focusTool = (index: number) => {
    setAt(index);
    bar.current?.querySelectorAll('button')[index]?.focus();
  };

  return (
    <div className={lists ? 'writing-tools' : 'writing-tools line'}>
      {ready && (
        <div ref={bar} role="toolbar" tabIndex={-1} aria-label="Writing tools" aria-describedby={`${areaId}-label`} aria-controls={areaId} onKeyDown={onBarKey}>
          {tools.map(({ name, does, keys, pressed }, index) => (
            <button key={name} type="button" tabIndex={index === at ? 0 : -1} aria-keyshortcuts={keys} aria-pressed={pressed} onFocus={() => setAt(index)} onClick={does}>
              {name}
            </button>
          ))}
        </div>
      )}
      <p className="told-tools s" role="status">
        {told}
      </p>
      <p className="vh" role="status">
        {limit}
      </p>
      {panel}
      {reading.shown}
    </div>
  );
}

interface Listening {
  kind: WritingKind;
}

/** What a key does to the text; null when it is the browser's. */
function editFor(event: globalThis.KeyboardEvent, { kind }: Listening, selected: Selected): Edit | 'link' | null {
  if (event.isComposing || event.altKey) return null;
  if (!event.ctrlKey && !event.metaKey) return event.key === 'Enter' && !event.shiftKey && kind !== 'line' ? enter(selected) : null;
  const key = event.key.toLowerCase();
  if (key === 'b' && !event.shiftKey) return bold(selected);
  if (key === 'k' && !event.shiftKey) return 'link';
  if (kind === 'line' || !event.shiftKey) return null;
  if (event.code === 'Digit8') return list(selected, 'bullets');
  return event.code === 'Digit7' ? list(selected, 'numbers') : null;
}

function focusFirst(event: globalThis.KeyboardEvent, bar: HTMLElement | null) {
  event.preventDefault();
  bar?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

function showCount(area: HTMLTextAreaElement, most: number) {
  const counter = document.getElementById(`${area.id}-count`);
  if (!counter) return;
  const now = wordsOf(area.value, most);
  if (counter.textContent !== now) counter.textContent = now;
  counter.classList.toggle('over', countWords(area.value) > most);
}

/** Formatted words become Markdown; plain ones are the browser's own paste. What makes them is fetched at the first such paste. */
async function paste(event: ClipboardEvent, area: HTMLTextAreaElement, kind: WritingKind, tell: (sentence: string) => void) {
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (html.trim() === '') return;
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  event.preventDefault();
  const { markdown, pictures } = await import('./pasted').then(({ pastedAsMarkdown }) => pastedAsMarkdown(html)).catch(() => ({ markdown: plain, pictures: 0 }));
  if (markdown !== '') applyEdit(area, pasted(selectedIn(area), kind === 'line' ? onOneLine(markdown) : markdown));
  tell(pictures === 0 ? '' : `${pictures === 1 ? '1 picture was' : `${pictures} pictures were`} left out: add ${pictures === 1 ? 'it' : 'them'} as evidence.`);
}

const onOneLine = (markdown: string) => markdown.replaceAll(/^\s*(?:#{1,6}|[-*+]|\d+[.)])\s+/gm, '').replaceAll(/\s*\n\s*/g, ' ').trim();

type Reads = ComponentType<{ text: string; prefix: string; figures: readonly QuotableFigure[] }>;

/** The text as it reads, under the textarea, following what is typed; its renderer is fetched when it is first asked for. */
function useReading(areaId: string, figures: readonly QuotableFigure[], tell: (sentence: string) => void) {
  const [Reads, setReads] = useState<Reads | null>(null);
  const [text, setText] = useState<string | null>(null);
  const open = text !== null;
  useEffect(() => {
    if (!open) return;
    const area = document.getElementById(areaId) as HTMLTextAreaElement | null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setText(area?.value ?? ''), 300);
    };
    area?.addEventListener('input', follow);
    return () => {
      clearTimeout(timer);
      area?.removeEventListener('input', follow);
    };
  }, [areaId, open]);
  const toggle = () => {
    if (open) return setText(null);
    void import('./how-it-reads').then(
      ({ HowItReads }) => {
        setReads(() => HowItReads);
        setText((document.getElementById(areaId) as HTMLTextAreaElement).value);
      },
      () => tell('How it reads cannot be shown while you are offline.'),
    );
  };
  const place = open ? document.getElementById(`${areaId}-reads`) : null;
  const shown =
    Reads && place && text !== null
      ? createPortal(
          <section className="reads" aria-label="How it reads" aria-describedby={`${areaId}-label`}>
            <Reads text={text} prefix={`${areaId}-read`} figures={figures} />
          </section>,
          place,
        )
      : null;
  return { open, toggle, shown };
}

'use client';

import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { Offered } from './offered';
import { Pen, type Offer } from './pen';

interface AutosaveFormProps {
  action: (form: FormData) => void | Promise<void>;
  /** The address that takes a PUT of what was typed, and a GET of who is here. */
  to: string;
  savedAt: number | null;
  /** Whose words are kept on the device. */
  personId: string;
  /** What the words are kept under: "Help and protection, Wigan’s self-view". */
  title: string;
  /** The page shows words that came back and are not saved. */
  unsaved?: boolean;
  /** The server keeps no earlier saves of these words: it is told from what they were typed. */
  tellsFrom?: boolean;
  /** What stands on the page already that could tell who a child is. */
  warnings?: readonly string[];
  className?: string;
  children: ReactNode;
}

/**
 * A form that also saves by itself, a moment after someone stops typing, over the versions in its hidden inputs `base:<section>`.
 * What is not saved yet is kept on the device and comes back. Without script it is the same form with its button.
 */
export function AutosaveForm({ action, to, savedAt, personId, title, unsaved = false, tellsFrom = false, warnings: found = [], className, children }: AutosaveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const pen = useRef<Pen>(null);
  const [offered, setOffered] = useState<Offer[]>([]);
  const [joined, setJoined] = useState(false);
  const [more, setMore] = useState(false);
  const [errors, setErrors] = useState<string[]>([]);
  const [warnings, setWarnings] = useState<readonly string[] | null>(null);

  useEffect(() => {
    const held = new Pen(form.current!, { to, savedAt, person: personId, title, unsaved, tellsFrom }, {
      onAnswer: (answer) => {
        setErrors(Object.values(answer.errors));
        setWarnings(answer.warnings);
        if (answer.more) setMore(true);
      },
      onJoined: () => setJoined(true),
      onOffered: setOffered,
    });
    pen.current = held;
    return () => held.putDown();
  }, [to, savedAt, personId, title, unsaved, tellsFrom]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    const waiting = pen.current?.settle();
    if (!waiting) return;
    event.preventDefault();
    const { submitter } = event;
    void waiting.then(() => {
      // Where nothing arrives, the button would only lead to a page that cannot be shown; the line says so.
      if (!pen.current?.isCutOff()) form.current?.requestSubmit(submitter);
    });
  }

  function answer(offer: Offer, take: boolean) {
    void pen.current?.answerOffer(offer, take);
    setOffered((all) => all.filter((other) => other !== offer));
  }

  return (
    <form ref={form} action={action} className={className} autoComplete="off" onInput={() => pen.current?.typed()} onChange={() => pen.current?.typed()} onSubmit={submit}>
      {offered.map((offer) => (
        <Offered key={offer.entry.key} offer={offer} label={(name) => labelOf(form.current, name)} onAnswer={(take) => answer(offer, take)} />
      ))}
      <div role="status">
        {joined && <p className="note">A colleague changed the paragraph in which you were writing. Theirs now stands before yours: make them one.</p>}
        {more && (
          <p className="note">
            Something was added to this section that this page does not show yet.{' '}
            <button type="button" className="linkbtn" onClick={() => location.reload()}>
              Show it
            </button>
          </p>
        )}
        {errors.length > 0 && <p className="note">Saved, but not all of it: {errors.join(' ')}</p>}
      </div>
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

/** The words by which a person knows an input. */
function labelOf(form: HTMLFormElement | null, name: string): string {
  const input = form?.querySelector(`[name="${CSS.escape(name)}"]`);
  const label = input?.id ? form?.querySelector(`label[for="${CSS.escape(input.id)}"]`) : null;
  return (input?.closest('fieldset')?.querySelector('legend') ?? label)?.textContent?.trim() ?? '';
}

import { useEffect, useRef, type ReactNode, type SyntheticEvent } from 'react';

const quietly = (event: SyntheticEvent) => event.stopPropagation();

/** A small window over the page: Escape closes it, and what is typed in it is no part of the form around it. */
export function Panel({ id, heading, onLeave, children }: { id: string; heading: string; onLeave: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="panel stack-s" aria-labelledby={`${id}-heading`} onClose={onLeave} onInput={quietly} onChange={quietly}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {children}
    </dialog>
  );
}

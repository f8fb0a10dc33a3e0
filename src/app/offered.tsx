'use client';

import { moment } from '@/ui/day';
import type { Offer } from './pen';

interface OfferedProps {
  offer: Offer;
  label: (name: string) => string;
  /** The page can no longer be written: they can only be copied. */
  tooLate?: boolean;
  onAnswer: (take: boolean) => void;
}

/** Words that were kept on this device and clash with what stands now: shown, to be taken in or left. */
export function Offered({ offer: { entry, words }, label, tooLate = false, onAnswer }: OfferedProps) {
  return (
    <div className="note stack-s" role="region" aria-label="Words kept on this device">
      <p>
        <b>You wrote this on {moment(new Date(entry.at))}, and it was not saved.</b> {tooLate ? 'This can no longer be changed: copy what you need.' : 'Somebody has changed the same words since.'} It is kept on this device; nobody else can see it.
      </p>
      {Object.entries(words).map(([name, text]) => (
        <div key={name}>
          {label(name) && <p className="s soft">{label(name)}</p>}
          <p className="doc pre">{text}</p>
        </div>
      ))}
      <p className="btns">
        {!tooLate && (
          <button type="button" className="btn two sm" onClick={() => onAnswer(true)}>
            Put it under what stands there
          </button>
        )}
        <button type="button" className="linkbtn" onClick={() => onAnswer(false)}>
          {tooLate ? 'Take it off this device' : 'Leave it out'}
        </button>
      </p>
    </div>
  );
}

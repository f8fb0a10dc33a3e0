import { useState, type KeyboardEvent } from 'react';
import { addressFrom } from './edits';
import { Panel } from './panel';

interface LinkPanelProps {
  id: string;
  /** What is selected. */
  words: string;
  onDone: (words: string, address: string) => void;
  onLeave: () => void;
}

export function LinkPanel({ id, words: selected, onDone, onLeave }: LinkPanelProps) {
  const [words, setWords] = useState(selected);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const done = () => {
    const address = addressFrom(typed);
    if (address) onDone(words, address);
    else setWrong(true);
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    done();
  };
  return (
    <Panel id={id} heading="Put in a link" onLeave={onLeave}>
      <div className="field">
        <label htmlFor={`${id}-words`}>Words of the link</label>
        <input id={`${id}-words`} value={words} onChange={(event) => setWords(event.target.value)} onKeyDown={onEnter} />
      </div>
      <div className={wrong ? 'field bad' : 'field'}>
        <label htmlFor={`${id}-address`}>Address</label>
        <span className="hint" id={`${id}-hint`}>
          Of a page (https://…) or a person (name@council.gov.uk)
        </span>
        {wrong && (
          <p className="err" id={`${id}-wrong`} role="alert">
            This is no address of a page or a person. Copy it whole from the browser.
          </p>
        )}
        <input id={`${id}-address`} type="text" inputMode="url" autoComplete="off" aria-describedby={wrong ? `${id}-hint ${id}-wrong` : `${id}-hint`} aria-invalid={wrong || undefined} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={onEnter} />
      </div>
      <p className="btns">
        <button type="button" className="btn sm" onClick={done}>
          Put the link in
        </button>
        <button type="button" className="linkbtn" onClick={onLeave}>
          Leave it
        </button>
      </p>
    </Panel>
  );
}

'use client';

import { useState, type FormEvent } from 'react';
import type { ShownLine } from '@/domain/forums/note-lines';
import { mayIdentify, warningOf } from '@/domain/privacy';
import { clockTime, dayAndMonth } from '@/ui/day';
import { note, strike } from './actions';
import type { Notes } from './use-notes';

interface Props {
  lines: readonly ShownLine[];
  as: string | null;
  place: { forumId: string; sessionId: string };
  notes: Notes;
}

/** What is noted under one question, oldest first. */
export function Lines({ lines, as, place, notes }: Props) {
  if (lines.length === 0) return null;
  return (
    <ul className="notes">
      {lines.map((line) => (
        <li key={line.id}>
          <p className="doc whitespace-pre-line">{line.text}</p>
          <p className="t">
            <span>{clockTime(new Date(line.at))}</span>
            {tagsOf(line).map((tag) => (
              <span className="tag" key={tag}>
                {tag}
              </span>
            ))}
            {line.waiting && !line.because && <span>On this device, not sent yet</span>}
          </p>
          {line.mine &&
            mayIdentify(line.text).map((found) => (
              <p className="saved failing" key={found.what}>
                <span>{warningOf(found)} No child may be known from these notes: change it or strike it out.</span>
              </p>
            ))}
          {line.because && (
            <p className="saved failing">
              <span>
                {line.because}{' '}
                <button type="button" className="linkbtn" onClick={() => notes.drop(line.id)}>
                  Take it off this device
                </button>
              </span>
            </p>
          )}
          {as && line.mine && !line.because && <OwnLine line={line} as={as} place={place} notes={notes} />}
        </li>
      ))}
    </ul>
  );
}

function tagsOf({ what, kind, owner, byOn }: ShownLine): string[] {
  if (what === 'support') return ['Request for support'];
  if (what === 'action') return ['Action', ...(owner ? [owner] : []), ...(byOn ? [`Due ${dayAndMonth(byOn).replace(/^\w+ /, '')}`] : [])];
  if (kind === 'good-practice') return ['Good practice'];
  return kind === 'said' ? [] : [kind === 'agreed' ? 'Agreed' : 'Evidence'];
}

/** One's own words may be changed, or struck out. */
function OwnLine({ line, as, place, notes }: { line: ShownLine; as: string; place: Props['place']; notes: Notes }) {
  const [open, setOpen] = useState(false);
  const questionId = line.questionId ?? '';
  const hidden = (
    <>
      {Object.entries({ as, ...place, id: line.id, questionId }).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
    </>
  );
  const change = (event: FormEvent<HTMLFormElement>) => {
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim();
    if (!text) return event.preventDefault();
    if (!notes.add({ type: 'note', id: line.id, questionId: line.questionId, kind: line.kind, text, notedAt: line.at, over: line.version })) return;
    event.preventDefault();
    setOpen(false);
  };
  const strikeOut = (event: FormEvent<HTMLFormElement>) => {
    if (line.waiting && line.version === 0) {
      notes.drop(line.id);
      return event.preventDefault();
    }
    if (notes.add({ type: 'strike', id: line.id, what: line.what, notedAt: new Date().toISOString() })) event.preventDefault();
  };
  return (
    <details className="s" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Change<span className="vh"> this note: {line.text.slice(0, 60)}</span>
      </summary>
      {line.what === 'note' && (
        <form action={note} onSubmit={change} className="field">
          {hidden}
          <input type="hidden" name="fileAs" value={line.kind} />
          <input type="hidden" name="over" value={line.version} />
          <label htmlFor={`change-${line.id}`}>Your note</label>
          <textarea className="doc" id={`change-${line.id}`} name="text" rows={3} defaultValue={line.text} key={line.version} />
          <button className="btn sm mt-s2">Change the note</button>
        </form>
      )}
      <form action={strike} onSubmit={strikeOut}>
        {hidden}
        <input type="hidden" name="what" value={line.what} />
        <button className="linkbtn">Strike it out</button>
      </form>
    </details>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { changeInWords, figureInWords, figureNotes, type QuotableFigure } from '@/domain/documents/figure-references';

interface FigureNotesProps {
  /** Id of the textarea. */
  area: string;
  /** What stands in it when the page comes. */
  text: string;
  figures: readonly QuotableFigure[];
}

const PAUSE = 700;

/** Under a text: references that lead nowhere, and figures that have changed since they were first entered. It follows what is typed. */
export function FigureNotes({ area: areaId, text: given, figures }: FigureNotesProps) {
  const [text, setText] = useState(given);
  useEffect(() => {
    const area = document.getElementById(areaId) as HTMLTextAreaElement | null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setText(area?.value ?? ''), PAUSE);
    };
    read();
    area?.addEventListener('input', read);
    return () => {
      clearTimeout(timer);
      area?.removeEventListener('input', read);
    };
  }, [areaId]);
  const { unknown, quoted } = figureNotes({ text }, figures);
  const changed = quoted.filter(({ before }) => before);
  return (
    <div role="status" className="figure-notes stack-s">
      {unknown.map((key) => (
        <p className="note s" key={key}>
          <b>There is no figure “{key}” here.</b> Readers would meet this sentence in its place. Choose a figure from the list, or take the reference out.
        </p>
      ))}
      {changed.map((figure) => (
        <p className="note s" key={figure.key}>
          <b>A figure that you quote has changed.</b> {figure.name} is now {figureInWords(figure)}. {changeInWords(figure)} See whether your words still say the right thing.
        </p>
      ))}
    </div>
  );
}

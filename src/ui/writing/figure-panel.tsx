import { useState } from 'react';
import { figureInWords, type QuotableFigure } from '@/domain/documents/figure-references';
import { Panel } from './panel';

interface FigurePanelProps {
  id: string;
  figures: readonly QuotableFigure[];
  onDone: (key: string) => void;
  onLeave: () => void;
}

/** Every figure of the authority in the cycle, by topic; a few letters of its name are enough to find one. */
export function FigurePanel({ id, figures, onDone, onLeave }: FigurePanelProps) {
  const [wanted, setWanted] = useState('');
  const found = figures.filter(({ name, topic }) => wanted.toLowerCase().split(/\s+/).every((word) => `${name} ${topic}`.toLowerCase().includes(word)));
  const topics = [...new Set(found.map(({ topic }) => topic))];
  return (
    <Panel id={id} heading="Quote a figure" onLeave={onLeave}>
      <div className="field">
        <label htmlFor={`${id}-wanted`}>Find an indicator</label>
        <span className="hint" id={`${id}-hint`}>
          It stands in your text by reference: readers meet the figure of the data pack with its period, and nobody retypes it.
        </span>
        <input id={`${id}-wanted`} type="search" autoComplete="off" aria-describedby={`${id}-hint`} value={wanted} onChange={(event) => setWanted(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />
      </div>
      <p className="s soft" role="status">
        {figures.length === 0 ? 'No figures have been entered for this cycle yet.' : found.length === 1 ? 'One figure' : `${found.length} figures`}
      </p>
      <div className="panel-list stack-s">
        {topics.map((topic) => (
          <section key={topic} aria-label={topic}>
            <h3 className="s">{topic}</h3>
            <ul className="bare">
              {found
                .filter((figure) => figure.topic === topic)
                .map((figure) => (
                  <li key={figure.key}>
                    <button type="button" className="linkbtn" onClick={() => onDone(figure.key)}>
                      {figure.name}
                    </button>
                    <span className="s"> {figureInWords(figure)}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <p>
        <button type="button" className="linkbtn" onClick={onLeave}>
          Leave it
        </button>
      </p>
    </Panel>
  );
}

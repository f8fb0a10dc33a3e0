import type { ReactNode } from 'react';
import { Difference } from './difference';
import { documentRows, type DocumentRow } from './document-rows';
import { Markdown } from './markdown';

interface DocumentTextProps {
  /** Markdown. */
  text: string;
  /** Earlier Markdown: what changed since then is shown in the words. */
  since?: string;
  numbered?: boolean;
  /** Before the number in a paragraph's id. */
  prefix?: string;
  /** The number of the first paragraph. */
  from?: number;
  /** What stands beside a paragraph: a thread, a link to comment. */
  margin?: (paragraph: number) => ReactNode;
  /** Which paragraphs to show; headings go when some are left out. */
  only?: (paragraph: number) => boolean;
  /** The level of the shallowest heading in the text. */
  headings?: number;
}

/** The record: numbered paragraphs in the serif, each with an address and, if asked, a margin. */
export function DocumentText({ text, since, numbered = true, prefix = 'p', from = 1, margin, only, headings = 3 }: DocumentTextProps) {
  const rows = documentRows(text, since, from).filter((row) => !only || (row.number !== null && only(row.number)));
  const level = headings - shallowest(rows) + 1;
  return (
    <>
      {rows.map((row, index) => (
        <div className={row.number === null ? 'para headed' : 'para'} id={row.number === null ? undefined : `${prefix}-${row.number}`} key={index}>
          {numbered && row.number !== null ? (
            <a className="pn" href={`#${prefix}-${row.number}`} aria-label={`Paragraph ${row.number}`}>
              {row.number}
            </a>
          ) : (
            <span className="pn" />
          )}
          <div className="doc">
            <Words row={row} headings={level} />
          </div>
          {margin && row.number !== null && margin(row.number)}
        </div>
      ))}
    </>
  );
}

function Words({ row, headings }: { row: DocumentRow; headings: number }) {
  if (row.gone) return <p className="pre">{<Difference before={row.text} after="" />}</p>;
  if (row.before === undefined) return <Markdown text={row.text} headings={headings} />;
  return (
    <p className="pre">
      <Difference before={row.before} after={row.text} />
    </p>
  );
}

function shallowest(rows: readonly DocumentRow[]): number {
  const depths = rows.flatMap(({ text }) => /^ {0,3}(#{1,6})\s/.exec(text)?.[1]?.length ?? []);
  return depths.length > 0 ? Math.min(...depths) : 1;
}

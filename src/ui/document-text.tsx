import type { ReactNode } from 'react';
import { Changed, Difference } from './difference';
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

function Words({ row: { text, before, gone }, headings }: { row: DocumentRow; headings: number }) {
  const now = <Markdown text={text} headings={headings} />;
  if (gone)
    return (
      <Changed kind="removed" whole>
        {now}
      </Changed>
    );
  if (before === undefined) return now;
  if (before === '')
    return (
      <Changed kind="added" whole>
        {now}
      </Changed>
    );
  const depth = depthOf(text);
  const Element = depth ? (`h${Math.min(6, headings + depth - 1)}` as 'h3') : 'p';
  return (
    <Element className="pre">
      <Difference before={withoutHashes(before)} after={withoutHashes(text)} />
    </Element>
  );
}

const depthOf = (text: string) => /^ {0,3}(#{1,6})\s/.exec(text)?.[1]?.length;
const withoutHashes = (text: string) => text.replace(/^ {0,3}#{1,6}\s+/, '');

function shallowest(rows: readonly DocumentRow[]): number {
  const depths = rows.flatMap(({ text }) => depthOf(text) ?? []);
  return depths.length > 0 ? Math.min(...depths) : 1;
}

import { Fragment, type ReactNode } from 'react';
import { plainText, type Block, type Run } from '@/domain/markdown/blocks';

interface BlocksProps {
  blocks: readonly Block[];
  /** The level that a heading of depth 1 takes; deeper ones follow it. */
  headings: number;
}

/** The blocks of a text as elements, never as HTML. */
export function Blocks({ blocks, headings }: BlocksProps) {
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} headings={headings} />
      ))}
    </>
  );
}

function OneBlock({ block, headings }: { block: Block; headings: number }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, headings + block.depth - 1)}` as 'h3';
      return <Heading>{inlines(block.runs)}</Heading>;
    }
    case 'paragraph':
      return <p>{inlines(block.runs)}</p>;
    case 'words':
      return <>{inlines(block.runs)}</>;
    case 'list':
      return <List list={block} headings={headings} />;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} headings={headings} />
        </blockquote>
      );
    case 'table':
      return <Table table={block} />;
    case 'rule':
      return <hr />;
  }
}

function List({ list: { ordered, start, items }, headings }: { list: Extract<Block, { kind: 'list' }>; headings: number }) {
  const children = items.map((item, index) => (
    <li key={index}>
      <Blocks blocks={item} headings={headings} />
    </li>
  ));
  return ordered ? <ol start={start}>{children}</ol> : <ul>{children}</ul>;
}

function Table({ table: { header, rows } }: { table: Extract<Block, { kind: 'table' }> }) {
  const name = header.map(plainText).filter((words) => words.trim() !== '').join(', ');
  return (
    // Wider than a phone, it moves by itself; by keyboard too, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scrolls" role="region" aria-label={`Table: ${name}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((cell, index) => (
              <th scope="col" key={index}>
                {inlines(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place}>{inlines(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Runs as elements; those of one link stand in one link. */
export function inlines(runs: readonly Run[]): ReactNode[] {
  const nodes: ReactNode[] = [];
  for (let from = 0; from < runs.length; ) {
    const { href } = runs[from]!;
    let to = from + 1;
    while (href && to < runs.length && runs[to]!.href === href) to += 1;
    const stretch = runs.slice(from, to).map((run, index) => <Inline key={index} run={run} />);
    nodes.push(
      href ? (
        <a key={from} href={href} rel="noreferrer">
          {stretch}
        </a>
      ) : (
        <Fragment key={from}>{stretch}</Fragment>
      ),
    );
    from = to;
  }
  return nodes;
}

function Inline({ run: { text, bold, italic, struck, code, break: ends } }: { run: Run }): ReactNode {
  if (ends) return <br />;
  const words = code ? <code>{text}</code> : text;
  const slanted = italic ? <em>{words}</em> : words;
  const strong = bold ? <strong>{slanted}</strong> : slanted;
  return struck ? <s>{strong}</s> : <>{strong}</>;
}

import type { ReactNode } from 'react';
import type { Token, Tokens } from 'marked';
import { blockTokens, inlineTokens } from './markdown-tokens';

const SAFE_ADDRESS = /^(?:https?:|mailto:|\/(?!\/)|#)/i;

/** Only addresses that can do no harm become links. */
export function safeAddress(href: string): string | null {
  return SAFE_ADDRESS.test(href.trim()) ? href.trim() : null;
}

interface MarkdownProps {
  text: string;
  /** The level that a first heading takes; deeper ones follow it. */
  headings?: number;
}

/** Markdown as elements, never as HTML: what looks like markup is shown as the words that were typed. */
export function Markdown({ text, headings = 3 }: MarkdownProps) {
  return <>{blocks(blockTokens(text), headings)}</>;
}

/** One line of Markdown without its paragraph. */
export function InlineMarkdown({ text }: { text: string }) {
  return <>{inlines(inlineTokens(text))}</>;
}

function blocks(tokens: readonly Token[], headings: number): ReactNode[] {
  return tokens.map((token, index) => <Block key={index} token={token} headings={headings} />);
}

function Block({ token, headings }: { token: Token; headings: number }): ReactNode {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading': {
      const Heading = `h${Math.min(6, headings + (token as Tokens.Heading).depth - 1)}` as 'h3';
      return <Heading>{inlines(token.tokens)}</Heading>;
    }
    case 'paragraph':
      return <p>{inlines(token.tokens)}</p>;
    case 'text':
      return token.tokens ? <>{inlines(token.tokens)}</> : token.text;
    case 'list':
      return <List list={token as Tokens.List} headings={headings} />;
    case 'blockquote':
      return <blockquote>{blocks(token.tokens ?? [], headings)}</blockquote>;
    case 'table':
      return <Table table={token as Tokens.Table} />;
    case 'hr':
      return <hr />;
    case 'code':
      return (
        <p>
          <code>{token.text}</code>
        </p>
      );
    default:
      return <p>{token.raw.trim()}</p>;
  }
}

function List({ list, headings }: { list: Tokens.List; headings: number }) {
  const items = list.items.map((item, index) => <li key={index}>{blocks(item.tokens, headings)}</li>);
  return list.ordered ? <ol start={Number(list.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell, index) => (
            <th scope="col" key={index}>
              {inlines(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, place) => (
              <td key={place}>{inlines(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inlines(tokens: readonly Token[] = []): ReactNode[] {
  return tokens.map((token, index) => <Inline key={index} token={token} />);
}

function Inline({ token }: { token: Token }): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token.tokens)}</strong>;
    case 'em':
      return <em>{inlines(token.tokens)}</em>;
    case 'del':
      return <s>{inlines(token.tokens)}</s>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link': {
      const href = safeAddress((token as Tokens.Link).href);
      return href ? (
        <a href={href} rel="noreferrer">
          {inlines(token.tokens)}
        </a>
      ) : (
        <>{token.raw}</>
      );
    }
    case 'text':
      return token.tokens ? <>{inlines(token.tokens)}</> : <>{token.text}</>;
    case 'escape':
      return <>{token.text}</>;
    default:
      return <>{token.raw}</>;
  }
}

// What a text means, as blocks: headings, paragraphs, lists, tables and quotations. The page, the Word file, the PDF and the print all
// read this one structure, so that they cannot differ. Nobody's HTML is HTML: what looks like markup stands as the words that were typed.
import { Marked, type Token, type Tokens } from 'marked';
import { paragraphsOf } from '../documents/paragraphs';

/** A stretch of words that look alike. A `break` ends a line within a paragraph. */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  struck?: true;
  code?: true;
  /** An address that can do no harm. */
  href?: string;
  break?: true;
}

export type Block =
  | { kind: 'heading'; depth: number; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[] }
  /** Words of a list item that are no paragraph of their own. */
  | { kind: 'words'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'table'; header: Run[][]; rows: Run[][][] }
  | { kind: 'rule' };

/** A whole text: the blocks between its blank lines, each read by itself, as the reading page numbers them. */
export function textBlocks(text: string): Block[] {
  return paragraphsOf(text).flatMap((paragraph) => blocksOf(paragraph.text));
}

export function blocksOf(markdown: string): Block[] {
  return words.lexer(markdown).flatMap(blockOf);
}

export function runsOf(line: string): Run[] {
  return inlines(inlineTokens(line), {});
}

/** One line as the reader of Markdown gives it, for those who look at its parts. */
export function inlineTokens(line: string): Token[] {
  return new words.Lexer(words.defaults).inlineTokens(line);
}

/** The words alone, as they are read aloud. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => (run.break ? '\n' : run.text)).join('');
}

const no = () => undefined;

/** Markdown without HTML, indented code or underlined headings: what looks like them is words. */
const words = new Marked({ gfm: true, tokenizer: { html: no, tag: no, code: no, lheading: no } });

const SAFE_ADDRESS = /^(?:https?:|mailto:|\/(?!\/)|#)/i;

/** Only addresses that can do no harm become links. */
export function safeAddress(href: string): string | null {
  return SAFE_ADDRESS.test(href.trim()) ? href.trim() : null;
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return [{ kind: 'heading', depth: (token as Tokens.Heading).depth, runs: inlines(token.tokens ?? [], {}) }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: inlines(token.tokens ?? [], {}) }];
    case 'text':
      return [{ kind: 'words', runs: token.tokens ? inlines(token.tokens, {}) : [{ text: token.text }] }];
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      return [{ kind: 'list', ordered, start: Number(start) || 1, items: items.map((item) => item.tokens.flatMap(blockOf)) }];
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: (token.tokens ?? []).flatMap(blockOf) }];
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [{ kind: 'table', header: header.map((cell) => inlines(cell.tokens, {})), rows: rows.map((row) => row.map((cell) => inlines(cell.tokens, {}))) }];
    }
    case 'hr':
      return [{ kind: 'rule' }];
    case 'code':
      return [{ kind: 'paragraph', runs: [{ text: token.text, code: true }] }];
    default:
      return [{ kind: 'paragraph', runs: [{ text: token.raw.trim() }] }];
  }
}

type Look = Omit<Run, 'text' | 'break'>;

function inlines(tokens: readonly Token[], look: Look): Run[] {
  return tokens.flatMap((token) => inline(token, look));
}

function inline(token: Token, look: Look): Run[] {
  switch (token.type) {
    case 'strong':
      return inlines(token.tokens ?? [], { ...look, bold: true });
    case 'em':
      return inlines(token.tokens ?? [], { ...look, italic: true });
    case 'del':
      return inlines(token.tokens ?? [], { ...look, struck: true });
    case 'codespan':
      return [{ ...look, text: token.text, code: true }];
    case 'br':
      return [{ text: '', break: true }];
    case 'link': {
      const href = safeAddress((token as Tokens.Link).href);
      return href ? inlines(token.tokens ?? [], { ...look, href }) : [{ ...look, text: token.raw }];
    }
    case 'text':
      return token.tokens ? inlines(token.tokens, look) : [{ ...look, text: token.text }];
    case 'escape':
      return [{ ...look, text: token.text }];
    default:
      return [{ ...look, text: token.raw }];
  }
}

import { Marked, type Token } from 'marked';

const no = () => undefined;

/** Markdown without HTML, indented code or underlined headings: what looks like them is words. */
const words = new Marked({ gfm: true, tokenizer: { html: no, tag: no, code: no, lheading: no } });

export function blockTokens(text: string): Token[] {
  return words.lexer(text);
}

export function inlineTokens(text: string): Token[] {
  return new words.Lexer(words.defaults).inlineTokens(text);
}

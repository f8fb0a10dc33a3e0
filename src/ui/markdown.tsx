import { blocksOf, runsOf } from '@/domain/markdown/blocks';
import { Blocks, inlines } from './blocks';

interface MarkdownProps {
  text: string;
  /** The level that a first heading takes; deeper ones follow it. */
  headings?: number;
}

/** Markdown as elements, never as HTML: what looks like markup is shown as the words that were typed. */
export function Markdown({ text, headings = 3 }: MarkdownProps) {
  return <Blocks blocks={blocksOf(text)} headings={headings} />;
}

/** One line of Markdown without its paragraph. */
export function InlineMarkdown({ text }: { text: string }) {
  return <>{inlines(runsOf(text))}</>;
}

export interface Paragraph {
  /** null for a heading: comments are made on words that say something. */
  number: number | null;
  text: string;
}

const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;

/** A Markdown text as the blocks between its blank lines, numbered from `from`. A heading is a block of its own and has no number. */
export function paragraphsOf(text: string, from = 1): Paragraph[] {
  let next = from;
  return blocksOf(text).map((block) => ({ number: HEADING.test(block) ? null : next++, text: block }));
}

function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(open.join('\n'));
    open = [];
  };
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (line.trim() === '') close();
    else if (HEADING.test(line)) {
      close();
      blocks.push(line.trim());
    } else open.push(line.trimEnd());
  }
  close();
  return blocks;
}

// Blocks as Markdown again: words that would mean something else in Markdown are kept as words.
import type { Block, Run } from './blocks';

export function markdownOf(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter((text) => text !== '').join('\n\n');
}

export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${inOneLine(block.runs)}`;
    case 'paragraph':
    case 'words':
      return paragraphText(block.runs);
    case 'list':
      return listText(block);
    case 'quote':
      return markdownOf(block.blocks).split('\n').map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
    case 'table':
      return tableText(block.header, block.rows);
    case 'rule':
      return '---';
  }
}

function listText({ ordered, start, items }: Extract<Block, { kind: 'list' }>): string {
  return items
    .map((item, index) => {
      const mark = ordered ? `${start + index}. ` : '- ';
      const lines = item.map(blockText).filter((text) => text !== '').join('\n').split('\n');
      return lines.map((line, at) => (at === 0 ? mark + line : ' '.repeat(mark.length) + line)).join('\n');
    })
    .join('\n');
}

function tableText(header: readonly Run[][], rows: readonly Run[][][]): string {
  const line = (cells: readonly Run[][]) => `| ${cells.map((cell) => inOneLine(cell).replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A line that begins like a heading, an item, a quotation, a rule, a table or a fence is none: its first sign is taken as it is. */
function paragraphText(runs: readonly Run[]): string {
  return runsText(runs)
    .split('\n')
    .map((line) => line.replace(/^(\s*)(#{1,6}(?:\s|$)|[-+>=](?=\s|$|[-=+>])|~~~|\|)/, '$1\\$2').replace(/^(\s*)(\d{1,9})([.)])(?=\s|$)/, '$1$2\\$3'))
    .join('\n');
}

const inOneLine = (runs: readonly Run[]) => runsText(runs.map((run) => (run.break ? { text: ' ' } : run))).replace(/\s*\n\s*/g, ' ');

function runsText(runs: readonly Run[]): string {
  let text = '';
  for (let from = 0; from < runs.length; ) {
    const { href } = runs[from]!;
    let to = from + 1;
    while (href && to < runs.length && runs[to]!.href === href) to += 1;
    const inner = runs.slice(from, to).map(runText).join('');
    text += href ? `[${inner.replace(/\n/g, ' ')}](${address(href)})` : inner;
    from = to;
  }
  return text;
}

const address = (href: string) => href.replace(/[\s()<>\\]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));

function runText(run: Run): string {
  if (run.break) return '\\\n';
  if (run.code) return codeText(run.text);
  const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text)!;
  if (inner === '') return run.text;
  const mark = `${run.struck ? '~~' : ''}${run.bold ? '**' : ''}${run.italic ? '*' : ''}`;
  return before + mark + escaped(inner!) + [...mark].reverse().join('') + after;
}

function codeText(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([signs]) => signs.length)) + 1);
  return text.startsWith('`') || text.endsWith('`') || fence.length > 1 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Signs that pair up or open something anywhere in a line. An underscore within a word means nothing. */
function escaped(text: string): string {
  return text.replace(/[\\`*[\]]|~(?=~)|(?<=~)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

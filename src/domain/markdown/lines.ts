// A text as a word processor holds it: one line after another, each a heading, a paragraph, an item of a list or a table. What a word
// processor cannot hold (a rule, a quotation within a quotation, the number at which a list begins) is left out on the way there, so that
// a text that goes out and comes back unchanged is known as that.
import { plainText, textBlocks, type Block, type Run } from './blocks';
import { markdownOf } from './write';

export type Line =
  | { kind: 'heading'; depth: number; runs: Run[] }
  /** `under`: how deep in a list it stands, beside the item it belongs to. */
  | { kind: 'paragraph'; runs: Run[]; quoted: boolean; under: number }
  /** `begins` at the first item of a list: the number that it begins with. */
  | { kind: 'item'; runs: Run[]; ordered: boolean; level: number; begins: number | null }
  | { kind: 'table'; rows: Run[][][] };

/** Headings deeper than this are as deep as this. */
export const DEEPEST = 4;

export function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => lines(block, { level: -1, quoted: false })).filter((line) => line.kind === 'table' || plainText(line.runs).trim() !== '');
}

interface Place {
  level: number;
  quoted: boolean;
}

function lines(block: Block, place: Place): Line[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', depth: Math.min(DEEPEST, block.depth), runs: tidy(block.runs, false) }];
    case 'paragraph':
    case 'words':
      return [{ kind: 'paragraph', runs: tidy(block.runs, true), quoted: place.quoted, under: place.level + 1 }];
    case 'quote':
      return block.blocks.flatMap((inner) => lines(inner, { ...place, quoted: true }));
    case 'table':
      return [{ kind: 'table', rows: [block.header, ...block.rows].map((row) => row.map((cell) => tidy(cell, false))) }];
    case 'rule':
      return [];
    case 'list':
      return block.items.flatMap((item, index) => itemLines(item, { ordered: block.ordered, begins: index === 0 ? block.start : null }, { ...place, level: place.level + 1 }));
  }
}

function itemLines(item: readonly Block[], list: { ordered: boolean; begins: number | null }, place: Place): Line[] {
  const [first, ...rest] = item;
  const opens = first?.kind === 'words' || first?.kind === 'paragraph';
  const own: Line = { kind: 'item', runs: opens ? tidy(first.runs, true) : [], level: Math.min(8, place.level), ...list };
  return [own, ...(opens ? rest : item).flatMap((inner) => lines(inner, place))];
}

export function blocksFromLines(from: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < from.length; ) {
    const line = from[at]!;
    if (line.kind === 'item') {
      const end = from.findIndex((other, index) => index > at && other.kind !== 'item');
      const stop = end < 0 ? from.length : end;
      blocks.push(...listsOf(from.slice(at, stop) as Item[], 0));
      at = stop;
      continue;
    }
    at += 1;
    if (line.kind === 'heading') blocks.push({ kind: 'heading', depth: Math.min(DEEPEST, line.depth), runs: tidy(line.runs, false) });
    else if (line.kind === 'table') blocks.push(...tableOf(line.rows));
    else if (line.quoted) {
      const last = blocks.at(-1);
      const paragraph: Block = { kind: 'paragraph', runs: tidy(line.runs, true) };
      if (last?.kind === 'quote') last.blocks.push(paragraph);
      else blocks.push({ kind: 'quote', blocks: [paragraph] });
    } else blocks.push({ kind: 'paragraph', runs: tidy(line.runs, true) });
  }
  return blocks;
}

type Item = Extract<Line, { kind: 'item' }>;

/** Items at or below a level, as lists: bullets and numbers side by side are two lists. */
function listsOf(items: readonly Item[], level: number): Block[] {
  const lists: Extract<Block, { kind: 'list' }>[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at]!;
    let end = at + 1;
    while (end < items.length && items[end]!.level > level) end += 1;
    const inner = items.slice(at + 1, end);
    const block: Block[] = [{ kind: 'words', runs: tidy(item.runs, true) }, ...(inner.length > 0 ? listsOf(inner, level + 1) : [])];
    const last = lists.at(-1);
    if (last?.ordered === item.ordered) last.items.push(block);
    else lists.push({ kind: 'list', ordered: item.ordered, start: 1, items: [block] });
    at = end;
  }
  return lists;
}

function tableOf(rows: readonly Run[][][]): Block[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [header, ...rest] = rows.map((row) => Array.from({ length: width }, (_, index) => tidy(row[index] ?? [], false)));
  return header && rows.some((row) => row.some((cell) => plainText(cell).trim() !== '')) ? [{ kind: 'table', header, rows: rest }] : [];
}

/** Signs that no Word file may hold. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The words that a file of XML may hold. */
export const writable = (text: string) => text.replace(UNWRITABLE, '');

/** Stretches that look alike as one, with single spaces, and none at either end. */
export function tidy(runs: readonly Run[], breaks: boolean): Run[] {
  const tidied: Run[] = [];
  for (const run of runs) {
    const next: Run = run.break && breaks ? { text: '', break: true } : { ...run, text: run.break ? ' ' : writable(run.text).replace(/[ \t\r\n]+/g, ' ') };
    if (run.break && !breaks) delete next.break;
    if (next.href) next.href = next.href.replace(/^(https?:\/\/[^/?#]+)$/i, '$1/');
    const last = tidied.at(-1);
    if (!next.break && (!last || last.break || last.text.endsWith(' '))) next.text = next.text.replace(/^ /, '');
    if (next.break) {
      if (!last) continue;
      last.text = last.text.replace(/ $/, '');
      tidied.push(next);
    } else if (next.text === '') continue;
    else if (last && !last.break && sameLook(last, next)) last.text += next.text;
    else tidied.push(next);
  }
  while (tidied.length > 0 && (tidied.at(-1)!.break || tidied.at(-1)!.text.trim() === '')) tidied.pop();
  const last = tidied.at(-1);
  if (last) last.text = last.text.replace(/ +$/, '');
  // A space looks the same in bold: it belongs to the plain words beside it.
  return tidied.filter((run) => run.break || run.text !== '');
}

const sameLook = (one: Run, other: Run) => (['bold', 'italic', 'struck', 'code', 'href'] as const).every((key) => one[key] === other[key]);

/** A text as it comes back from a word processor in which nobody changed anything. */
export function canonical(text: string): string {
  return markdownOf(blocksFromLines(linesOf(textBlocks(text))));
}

/**
 * A text that came back, in the words of the one that went out wherever they are the same: a paragraph that nobody changed keeps each
 * sign with which it was typed.
 */
export function textFromLines(from: readonly Line[], before: string): string {
  const blocks = blocksFromLines(from);
  if (markdownOf(blocks) === canonical(before)) return before;
  const kept = before.replace(/\r\n?/g, '\n').split(/\n{2,}/).map((source) => ({ source, canonical: canonical(source) }));
  return blocks
    .map((block) => {
      const text = markdownOf([block]);
      const found = kept.findIndex((paragraph) => paragraph.canonical === text);
      return found < 0 ? text : kept.splice(found, 1)[0]!.source;
    })
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

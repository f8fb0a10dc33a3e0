// A cell holds one line. A table of one cell was only there for its looks.
import type { Element, ElementContent } from 'hast';
import { isElement, textOf } from './pasted-elements';

export function withPlainTables(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node];
    const children = withPlainTables(node.children);
    if (node.tagName !== 'table') return [{ ...node, children }];
    const rows = filledRows(rowsOf({ ...node, children }));
    if (rows.length === 0) return [];
    if (rows.every(({ cells }) => cells.length === 1)) return rows.flatMap(({ cells }) => [{ ...cells[0]!, tagName: 'div' }]);
    return [tableOf(rows)];
  });
}

interface Row {
  cells: Element[];
}

function rowsOf(table: Element): Row[] {
  return table.children.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [{ cells: child.children.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th') }];
    return /^t(head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

/** Without rows and last columns in which nothing stands: a sheet is copied with its empty edge. */
function filledRows(rows: readonly Row[]): Row[] {
  const filled = rows.filter(({ cells }) => cells.some(hasWords));
  const wide = Math.max(0, ...filled.map(({ cells }) => cells.findLastIndex((cell) => hasWords(cell) || spanOf(cell) > 1) + 1));
  return filled.map(({ cells }) => ({ cells: cells.slice(0, wide) }));
}

const hasWords = (cell: Element) => textOf(cell).trim() !== '';
const spanOf = ({ properties: { colSpan } }: Element) => Number(colSpan ?? 1) || 1;

function tableOf(rows: readonly Row[]): Element {
  const row = ({ cells }: Row, tagName: string): Element => ({ type: 'element', tagName: 'tr', properties: {}, children: cells.map((cell) => ({ ...cell, tagName, children: onOneLine(cell.children, tagName === 'th') })) });
  return { type: 'element', tagName: 'table', properties: {}, children: rows.map((each, index) => row(each, index === 0 ? 'th' : 'td')) };
}

const BLOCK = /^(p|div|li|h[1-6]|tr|dd|dt|blockquote|pre|table|ul|ol)$/;

/** Paragraphs of a cell one after the other, its items set off by semicolons; the heading's own bold says nothing. */
function onOneLine(nodes: readonly ElementContent[], plain: boolean): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node];
    if (node.tagName === 'br') return [{ type: 'text', value: ' ' }];
    const inner = onOneLine(node.children, plain);
    if (BLOCK.test(node.tagName)) return [...inner, { type: 'text', value: node.tagName === 'li' && textOf(node).trim() !== '' ? '; ' : ' ' }];
    return plain && (node.tagName === 'strong' || node.tagName === 'em') ? inner : [{ ...node, children: inner }];
  });
}

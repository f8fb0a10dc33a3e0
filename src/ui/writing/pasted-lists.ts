// Word writes no lists: it writes paragraphs that look like them, with the level in a style and the mark as text. Word on the web writes
// a list for each item. Google Docs puts an inner list beside its item, not into it. Here each becomes a list of lists.
import type { Element, ElementContent } from 'hast';
import { classesOf, isElement, styleOf, textOf } from './pasted-elements';

interface Item {
  level: number;
  ordered: boolean;
  start: number;
  children: ElementContent[];
}

export function withRealLists(nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  let items: Item[] = [];
  const close = () => {
    if (items.length > 0) out.push(...listsOf(items));
    items = [];
  };
  for (const node of nodes) {
    const found = itemsOf(node);
    if (found) items.push(...found);
    else if (isElement(node)) {
      close();
      out.push({ ...node, children: isList(node) ? withInnerLists(node) : withRealLists(/^(p|h[1-6])$/.test(node.tagName) ? withoutMarker(node) : node.children) });
    } else {
      if (textOf(node).trim() !== '') close();
      out.push(node);
    }
  }
  close();
  return out;
}

const isList = ({ tagName }: Element) => tagName === 'ul' || tagName === 'ol';

/** The items that an element is, when it is no true list; null when it is none. */
function itemsOf(node: ElementContent): Item[] | null {
  if (!isElement(node)) return null;
  if (classesOf(node).includes('ListContainerWrapper')) return node.children.filter(isElement).flatMap((list) => list.children.filter(isElement).map((item) => webItem(list, item)));
  const level = /\blevel(\d)/.exec(styleOf(node)['mso-list'] ?? '')?.[1];
  const marker = markerOf(node);
  if (!level || node.tagName !== 'p' || marker === null) return null;
  const number = /^\(?(\d+)[.)]?$/.exec(marker)?.[1];
  const ordered = number !== undefined || /^\(?[a-z]{1,5}[.)]$/i.test(marker);
  return [{ level: Number(level), ordered, start: Number(number ?? 1), children: withoutMarker(node) }];
}

function webItem(list: Element, item: Element): Item {
  const level = Number(item.properties.dataAriaLevel ?? item.properties.ariaLevel ?? 1) || 1;
  return { level, ordered: list.tagName === 'ol', start: Number(list.properties.start ?? 1) || 1, children: withRealLists(item.children) };
}

const isMarker = (node: ElementContent) => isElement(node) && styleOf(node)['mso-list']?.toLowerCase() === 'ignore';

/** "·", "1.", "a)"; null when the paragraph has none. It may stand inside a bold or coloured stretch. */
function markerOf(node: Element): string | null {
  for (const child of node.children) {
    if (isMarker(child)) return textOf(child).trim();
    const inside = isElement(child) ? markerOf(child) : null;
    if (inside !== null) return inside;
  }
  return null;
}

function withoutMarker(node: Element): ElementContent[] {
  return node.children.filter((child) => !isMarker(child)).map((child) => (isElement(child) ? { ...child, children: withoutMarker(child) } : child));
}

/** Items with their levels as lists within lists. A level that was left out is not made up. */
function listsOf(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  let index = 0;
  while (index < items.length) {
    const { level, ordered, start } = items[index]!;
    const list: Element = { type: 'element', tagName: ordered ? 'ol' : 'ul', properties: ordered && start !== 1 ? { start } : {}, children: [] };
    while (index < items.length && items[index]!.level >= level && (items[index]!.level > level || items[index]!.ordered === ordered)) {
      const inner = items.slice(index + 1).findIndex((item) => item.level <= level);
      const end = inner < 0 ? items.length : index + 1 + inner;
      list.children.push({ type: 'element', tagName: 'li', properties: {}, children: [...items[index]!.children, ...listsOf(items.slice(index + 1, end))] });
      index = end;
    }
    lists.push(list);
  }
  return lists;
}

/** A list that stands beside its item goes into it. */
function withInnerLists(list: Element): ElementContent[] {
  const items: Element[] = [];
  for (const child of list.children.filter(isElement)) {
    if (!isList(child)) items.push({ ...child, children: withRealLists(child.children) });
    else if (items.length > 0) items.at(-1)!.children.push({ ...child, children: withInnerLists(child) });
    else items.push(...withInnerLists(child).filter(isElement));
  }
  return items;
}

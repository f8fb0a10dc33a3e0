import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { inMarkdown } from './in-markdown';
import { classesOf, isElement, styleOf, textOf } from './pasted-elements';
import { withRealLists } from './pasted-lists';
import { withPlainTables } from './pasted-tables';

export interface Pasted {
  markdown: string;
  /** How many were left out. */
  pictures: number;
}

/** What Word, Outlook, Excel, LibreOffice or Google Docs put on the clipboard as HTML, as plain Markdown: its words and their order, not its looks. */
export function pastedAsMarkdown(html: string): Pasted {
  const root = fromHtml(html);
  let pictures = 0;
  const cleaned = cleanAll(root.children as ElementContent[], () => (pictures += 1));
  const tree: Root = { type: 'root', children: withoutBareBreaks(withRealLists(withPlainTables(cleaned))) as RootContent[] };
  const words = toMdast(tree, { newlines: false });
  return { markdown: words.type === 'root' ? inMarkdown(words) : '', pictures };
}

const NEVER_WORDS = new Set(['head', 'style', 'script', 'meta', 'link', 'title', 'xml', 'noscript', 'template', 'iframe', 'object', 'embed', 'video', 'audio', 'input', 'button', 'select', 'textarea', 'svg', 'math', 'del', 'o:smarttagtype', 'w:sdtpr']);
const KEPT = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'a', 'strong', 'em', 's', 'br', 'blockquote', 'hr', 'pre', 'code', 'div', 'dl', 'dt', 'dd']);
const ALSO: Record<string, string> = { b: 'strong', i: 'em', strike: 's', section: 'div', article: 'div', main: 'div', body: 'div', html: 'div', header: 'div', footer: 'div', center: 'div', address: 'div' };
/** Attributes that later steps read; everything else is looks. */
const READ = ['href', 'start', 'colSpan', 'rowSpan', 'className', 'style', 'ariaLevel', 'dataAriaLevel'];

function cleanAll(nodes: readonly Nodes[], onPicture: () => void): ElementContent[] {
  return nodes.flatMap((node) => clean(node, onPicture));
}

function clean(node: Nodes, onPicture: () => void): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replaceAll(/[\u00a0\u2007\u202f]/g, ' ').replaceAll(/[\u200b\ufeff\u00ad]/g, '') }];
  if (!isElement(node)) return [];
  const style = styleOf(node);
  const name = ALSO[node.tagName] ?? node.tagName;
  if (name === 'img' || name === 'v:imagedata') {
    if (!isSpacer(node)) onPicture();
    return [];
  }
  if (NEVER_WORDS.has(name) || isWordsComment(node) || style.display === 'none' || style['mso-hide'] === 'all') return [];
  const inner = cleanAll(node.children, onPicture);
  const heading = headingLevel(node);
  if (heading) return [element(`h${heading}`, node, inner)];
  if (name === 'a') return isLink(node) ? [element('a', node, inner, { href: addressOf(node) })] : inner;
  if (name === 'strong' && /^(normal|[1-5]00)$/.test(style['font-weight'] ?? '')) return inner;
  if (name === 'em' && style['font-style'] === 'normal') return inner;
  // The marker of a list that only looks like one is read where the list is made.
  if (style['mso-list']?.toLowerCase() === 'ignore') return [{ ...element('span', node, inner) }];
  if (KEPT.has(name)) return [element(name, node, inner)];
  return marked(style, inner);
}

function element(tagName: string, { properties }: Element, children: ElementContent[], more: Element['properties'] = {}): Element {
  const kept = Object.fromEntries(READ.flatMap((key) => (properties[key] === undefined ? [] : [[key, properties[key]]])));
  return { type: 'element', tagName, properties: { ...kept, ...more }, children };
}

/** Google Docs and Excel say with a style what others say with an element. */
function marked(style: Record<string, string>, inner: ElementContent[]): ElementContent[] {
  if (inner.every((each) => textOf(each).trim() === '')) return inner;
  const wrap = (tagName: string, children: ElementContent[]): ElementContent[] => [{ type: 'element', tagName, properties: {}, children }];
  let words = inner;
  if (/^(bold|bolder|[6-9]00)$/.test(style['font-weight'] ?? '')) words = wrap('strong', words);
  if (style['font-style'] === 'italic') words = wrap('em', words);
  return words;
}

/** The title of a document, and a heading that is one for its readers alone. */
function headingLevel(node: Element): number | null {
  if (node.tagName === 'p' && classesOf(node).includes('MsoTitle')) return 1;
  return node.properties.role === 'heading' ? Math.min(6, Number(node.properties.ariaLevel) || 2) : null;
}

/** Comments of Word and their marks in the text; tracked deletions where Word wrote them as a class. */
function isWordsComment(node: Element): boolean {
  const element = styleOf(node)['mso-element'] ?? '';
  return element.startsWith('comment') || classesOf(node).some((name) => /^(msocom|MsoComment|msoDel)/i.test(name));
}

const isSpacer = ({ properties: { width, height } }: Element) => Number(width) <= 1 && Number(height) <= 1 && width !== undefined && height !== undefined;

function isLink(node: Element): boolean {
  return /^(https?:|mailto:)/i.test(addressOf(node)) && textOf(node).trim() !== '';
}

/** Where a link leads, without the turnstile that a mail program or a search engine put before it. */
function addressOf({ properties: { href } }: Element): string {
  const given = String(href ?? '').trim();
  const behind = /^https:\/\/[a-z0-9.-]*safelinks\.protection\.outlook\.com\/.*?[?&]url=([^&]+)/i.exec(given) ?? /^https?:\/\/www\.google\.[a-z.]+\/url\?(?:.*&)?q=([^&]+)/i.exec(given);
  if (!behind) return given;
  try {
    return decodeURIComponent(behind[1]!);
  } catch {
    return given;
  }
}

/** A line broken by hand begins a new paragraph, or is a space where there can be none. */
function withoutBareBreaks(nodes: readonly ElementContent[], within: 'block' | 'line' = 'block'): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node];
    if (node.tagName === 'br') return within === 'line' ? [{ type: 'text', value: ' ' }] : [node];
    const oneLine = within === 'line' || /^(h[1-6]|t[dh]|li|dt|dd)$/.test(node.tagName);
    if ((node.tagName === 'p' || node.tagName === 'div') && !oneLine && node.children.some((child) => isElement(child) && child.tagName === 'br')) return splitAtBreaks(node).map((part) => ({ ...part, children: withoutBareBreaks(part.children) }));
    return [{ ...node, children: withoutBareBreaks(node.children, oneLine ? 'line' : 'block') }];
  });
}

function splitAtBreaks(node: Element): Element[] {
  const parts: ElementContent[][] = [[]];
  for (const child of node.children) {
    if (isElement(child) && child.tagName === 'br') parts.push([]);
    else parts.at(-1)!.push(child);
  }
  return parts.filter((part) => part.some((each) => textOf(each).trim() !== '')).map((children) => ({ ...node, children }));
}

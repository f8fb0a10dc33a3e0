import { cloneElement, createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { escaped } from './escaped';

/**
 * The same content, with all that is plain in it (elements, words, components that only put these together) written as HTML.
 * React goes through an element three times, for the answer, for the page and for the script that takes the page up again, and
 * through text once. What is typed into, opened or taken up by a script stays with React, as does whatever is not known here.
 */
export function written(content: ReactNode): ReactNode {
  return partOf(content, null).node();
}

interface Part {
  /** Null when something in it stays with React. */
  html: string | null;
  /** What React is given where the part does not go up in a larger one. */
  node: () => ReactNode;
}

type Props = Readonly<Record<string, unknown>>;

const NOTHING: Part = { html: '', node: () => null };
/** What is typed into or opened; what React lifts into the head; where a line break or a script would be read in another way. */
const STAYS = new Set(['button', 'details', 'dialog', 'fieldset', 'form', 'input', 'label', 'link', 'meta', 'option', 'pre', 'script', 'select', 'style', 'summary', 'textarea', 'title']);
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
const OF_THE_BROWSER = Symbol.for('react.client.reference');

function partOf(node: ReactNode, key: string | null): Part {
  if (node === null || node === undefined || typeof node === 'boolean') return NOTHING;
  if (typeof node === 'string') return { html: escaped(node), node: () => node };
  if (typeof node === 'number') return { html: String(node), node: () => node };
  if (Array.isArray(node)) return partOfList(node as ReactNode[], key);
  if (isValidElement<Props>(node)) return partOfElement(node, node.key ?? key);
  return { html: null, node: () => node };
}

function partOfList(list: readonly ReactNode[], key: string | null): Part {
  const parts = list.map((node) => partOf(node, null));
  return { html: joined(parts), node: () => createElement(Fragment, key === null ? null : { key }, ...parts.map((part) => part.node())) };
}

function joined(parts: readonly Part[]): string | null {
  let whole = '';
  for (const { html } of parts) {
    if (html === null) return null;
    whole += html;
  }
  return whole;
}

function partOfElement(element: ReactElement<Props>, key: string | null): Part {
  const { type, props } = element;
  if (typeof type === 'string') return partOfTag(type, props, key);
  if (type === Fragment) return partOf(props.children as ReactNode, key);
  if (typeof type !== 'function' || (type as { $$typeof?: symbol }).$$typeof === OF_THE_BROWSER) return { html: null, node: () => (element.key === key ? element : cloneElement(element, { key })) };
  return partOf((type as (props: Props) => ReactNode)(props), key);
}

function partOfTag(type: string, props: Props, key: string | null): Part {
  const inside = contentOf(props);
  const tag = STAYS.has(type) ? null : openingTag(type, props);
  const html = tag === null || inside.html === null ? null : VOID.has(type) ? tag : `${tag}${inside.html}</${type}>`;
  return { html, node: () => elementOf(type, props, key, inside) };
}

function contentOf({ children, dangerouslySetInnerHTML: given }: Props): Part {
  return given === undefined ? partOf(children as ReactNode, null) : { html: (given as { __html: string }).__html, node: () => null };
}

/** The element with its content as text, or with what of its content is plain as text. */
function elementOf(type: string, props: Props, key: string | null, inside: Part): ReactNode {
  const { children, ...kept } = props;
  const own = key === null ? kept : { ...kept, key };
  if (children === undefined || typeof children === 'string') return createElement(type, own, children as ReactNode);
  if (inside.html !== null) return createElement(type, { ...own, dangerouslySetInnerHTML: { __html: inside.html } });
  return createElement(type, own, inside.node());
}

/** Null when an attribute has a name or a value that is left to React. */
function openingTag(type: string, props: Props): string | null {
  let tag = `<${type}`;
  for (const name in props) {
    const value = props[name];
    if (name === 'children' || name === 'dangerouslySetInnerHTML' || value === undefined || value === null) continue;
    const text = attribute(name, value);
    if (text === null) return null;
    tag += text;
  }
  return `${tag}>`;
}

const NAMES: Readonly<Record<string, string>> = { className: 'class', dateTime: 'datetime', colSpan: 'colspan', rowSpan: 'rowspan', tabIndex: 'tabindex', viewBox: 'viewBox' };
const BY_WORD = /^(?:aria|data)-/;
const NO_ADDRESS = /^[\s\u0000-\u001f]*j\s*a\s*v\s*a/i;

function attribute(name: string, value: unknown): string | null {
  const written = NAMES[name] ?? (/^[a-z][a-z-]*$/.test(name) ? name : null);
  if (written === null) return null;
  if (typeof value === 'boolean') return BY_WORD.test(written) ? ` ${written}="${value}"` : written === 'hidden' ? (value ? ' hidden=""' : '') : null;
  if (typeof value === 'number') return ` ${written}="${value}"`;
  if (typeof value !== 'string' || (written === 'href' && NO_ADDRESS.test(value))) return null;
  return ` ${written}="${escaped(value)}"`;
}

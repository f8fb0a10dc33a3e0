import type { Element, Nodes } from 'hast';

export const isElement = (node: Nodes): node is Element => node.type === 'element';

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/** Word writes what it means into styles of its own: "mso-list:l0 level1 lfo1". */
export function styleOf({ properties: { style } }: Element): Record<string, string> {
  return Object.fromEntries(
    String(style ?? '')
      .split(';')
      .map((rule) => rule.split(':'))
      .filter((parts) => parts.length > 1)
      .map(([name, ...value]) => [name!.trim().toLowerCase(), value.join(':').trim()]),
  );
}

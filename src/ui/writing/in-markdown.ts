import type { Emphasis, Nodes, Root, Strong } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Handle } from 'mdast-util-to-markdown';

/** Markdown as a person would have typed it: `-` for items, no backslash where nothing could be misread. */
export function inMarkdown(root: Root): string {
  const table = gfmTableToMarkdown({ tablePipeAlign: false });
  const text = toMarkdown(tidied(root) as Root, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    listItemIndent: 'one',
    extensions: [table],
    handlers: { ...((table.handlers ?? {}) as Record<string, Handle>), text: words, paragraph, strong: set('**'), emphasis: set('*'), delete: set('~~'), link, break: () => ' ' } as Record<string, Handle>,
    join: [(one, two, parent) => (parent.type === 'listItem' || (parent.type === 'list' && one.type === 'listItem' && two.type === 'listItem') ? 0 : undefined)],
  });
  return text.replaceAll(/&#x20;/g, ' ').replaceAll(/[ \t]+$/gm, '').replaceAll(/\n{3,}/g, '\n\n').trim();
}

/** Only signs that would begin or end something are set off; the rest stays as it was written. */
const words: Handle = (node: { value: string }, parent) => {
  const text = node.value.replaceAll(/\s+/g, ' ').replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '\\\\').replaceAll(/\*(?=\S)|(?<=\S)\*/g, '\\*').replaceAll(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '\\_').replaceAll('`', '\\`').replaceAll(/\](?=\()/g, '\\]').replaceAll('~~', '\\~~');
  return parent?.type === 'tableCell' ? text.replaceAll('|', '\\|') : text;
};

const BEGINS = /^(\d{1,9})([.)])(?=\s|$)|^(?:#{1,6}|[-+*_])(?=\s|$)|^(?:>|\||-{3}|\[[^\]]*\]:)/;

const paragraph: Handle = (node, _parent, state, info) => {
  const exit = state.enter('paragraph');
  const text = state.containerPhrasing(node, info).trim();
  exit();
  return text.replace(BEGINS, (whole, number?: string, sign?: string) => (number ? `${number}\\${sign}` : `\\${whole}`));
};

function set(mark: string): Handle {
  return (node, _parent, state, info) => `${mark}${state.containerPhrasing(node, info)}${mark}`;
}

const link: Handle = (node: { url: string }, _parent, state, info) => {
  const text = state.containerPhrasing(node as never, info).replaceAll(/(?<!\\)[[\]]/g, '\\$&');
  const address = node.url.replaceAll(/[\s()<>]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
  return text === address || `mailto:${text}` === address ? text : `[${text}](${address})`;
};

/** Marks closed up to their words, empty ones left out, a heading without its bold. */
function tidied(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).map(tidied);
  const flat = children.flatMap((child): Nodes[] => {
    if (child.type === 'image') return [];
    if (child.type !== 'strong' && child.type !== 'emphasis') return [child];
    if (node.type === 'heading' && child.type === 'strong') return child.children;
    return closedUp(child);
  });
  return { ...node, children: joined(flat) } as Nodes;
}

/** "**word **" and "**, word**" are no bold in Markdown: spaces and stops at an end go outside. */
function closedUp(mark: Strong | Emphasis): Nodes[] {
  const children = mark.children.map((child) => ({ ...child }));
  const text = (value: string): Nodes[] => (value === '' ? [] : [{ type: 'text', value }]);
  let [before, after] = ['', ''];
  const [first] = children;
  if (first?.type === 'text') [, before = '', first.value = ''] = /^([\s,.;:!?)]*)([\s\S]*)$/.exec(first.value) ?? [];
  const last = children.at(-1);
  if (last?.type === 'text') [, last.value = '', after = ''] = /^([\s\S]*?)(\s*)$/.exec(last.value) ?? [];
  const inner = children.filter((child) => child.type !== 'text' || child.value !== '');
  return [...text(before), ...(plain({ ...mark, children: inner }).trim() === '' ? [] : [{ ...mark, children: inner }]), ...text(after)];
}

/** Two bold stretches with nothing or a space between them are one: Word cuts them at every change of language. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const out: Nodes[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const before = out.at(-2);
    if (last?.type === 'text' && node.type === 'text') out[out.length - 1] = { ...last, value: last.value + node.value };
    else if (isMark(node) && last?.type === node.type) out[out.length - 1] = { ...last, children: [...(last as typeof node).children, ...node.children] } as Nodes;
    else if (isMark(node) && last?.type === 'text' && last.value.trim() === '' && before?.type === node.type) out.splice(-2, 2, { ...before, children: [...(before as typeof node).children, last, ...node.children] } as Nodes);
    else out.push(node);
  }
  return out;
}

const isMark = (node: Nodes): node is Strong | Emphasis => node.type === 'strong' || node.type === 'emphasis';
const plain = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? (node.children as Nodes[]).map(plain).join('') : '');

// What the writing tools do to a text: pure, so that a button, a key and a test do the same. An edit replaces one stretch of the text
// and says what is selected afterwards; the browser's own undo takes it back.

export interface Selected {
  text: string;
  start: number;
  end: number;
}

export interface Edit {
  from: number;
  to: number;
  insert: string;
  /** Afterwards. */
  start: number;
  end: number;
}

export type Level = 2 | 3;
export type ListKind = 'bullets' | 'numbers';

/** Bold on, or off where it is on already. */
export function bold({ text, start, end }: Selected): Edit {
  const words = text.slice(start, end);
  const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) as unknown as [string, string, string, string];
  if (text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**') return replace(start - 2, end + 2, words, start - 2, words.length);
  if (/^\*\*[^*]+\*\*$/.test(inner)) return replace(start + before.length, end - after.length, inner.slice(2, -2), start + before.length, inner.length - 4);
  if (inner === '' && text.slice(end, end + 2) === '**' && isOpen(text, start)) return replace(end, end + 2, '**', end + 2, 0);
  if (inner === '') return replace(start, end, '****', start + 2, 0);
  return replace(start + before.length, end - after.length, `**${inner}**`, start + before.length + 2, inner.length);
}

/** Does bold begin in this line and not end before here? Then the same key ends it. */
function isOpen(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).split('**').length % 2 === 0;
}

/** The lines of the selection as headings of a level, or as plain lines where they are that already. */
export function heading(selected: Selected, level: Level): Edit {
  const mark = `${'#'.repeat(level)} `;
  return eachLine(selected, (lines) => {
    const off = lines.every((line) => line.startsWith(mark));
    return lines.map((line) => (line.trim() === '' && lines.length > 1 ? line : `${off ? '' : mark}${line.replace(MARK, '')}`));
  });
}

/** The lines of the selection as items, or as plain lines where they are that already. */
export function list(selected: Selected, kind: ListKind): Edit {
  const has = kind === 'bullets' ? /^\s*[-*+] / : /^\s*\d{1,9}[.)] /;
  return eachLine(selected, (lines) => {
    const filled = lines.filter((line) => line.trim() !== '');
    const off = filled.length > 0 && filled.every((line) => has.test(line));
    let number = 0;
    return lines.map((line) => {
      if (line.trim() === '' && lines.length > 1) return line;
      const [, indent = ''] = /^(\s*)/.exec(line) ?? [];
      const words = line.slice(indent.length).replace(MARK, '');
      return off ? `${indent}${words}` : `${indent}${kind === 'bullets' ? '-' : `${(number += 1)}.`} ${words}`;
    });
  });
}

const MARK = /^(?:#{1,6} +|[-*+] +|\d{1,9}[.)] +)/;

export function link({ text, start, end }: Selected, words: string, address: string): Edit {
  const said = (words.trim() || text.slice(start, end).trim() || address).replaceAll(/[[\]]/g, '\\$&').replaceAll(/\s+/g, ' ');
  const insert = said === address && !address.startsWith('mailto:') ? address : `[${said}](${address})`;
  return replace(start, end, insert, start + insert.length, 0);
}

/** An address as a person types it; null when it is none that a reader may be sent to. */
export function addressFrom(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text) ? `mailto:${text}` : /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `https://${text}` : text;
  return /^(https?:\/\/[^\s/]+|mailto:[^\s@]+@)\S*$/i.test(address) ? address.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('<', '%3C').replaceAll('>', '%3E') : null;
}

const TABLE = '| Heading | Heading |\n| --- | --- |\n|  |  |';

/** An empty table with its first heading selected. */
export function table(selected: Selected): Edit {
  const edit = block(selected, TABLE);
  const start = edit.from + edit.insert.indexOf('Heading');
  return { ...edit, start, end: start + 'Heading'.length };
}

/** Words at the caret, set off by spaces where they would run into others. */
export function words({ text, start, end }: Selected, insert: string): Edit {
  const padded = `${/[^\s(“"'[|]$/.test(text.slice(0, start)) ? ' ' : ''}${insert}${/^[\p{L}\p{N}]/u.test(text.slice(end)) ? ' ' : ''}`;
  return replace(start, end, padded, start + padded.length, 0);
}

/** What was pasted: one paragraph goes into the line, more stand between empty lines. */
export function pasted(selected: Selected, markdown: string): Edit {
  if (/\n|^(?:#{1,6} |[-*+] |\d+[.)] |\| )/.test(markdown)) return block(selected, markdown);
  return replace(selected.start, selected.end, markdown, selected.start + markdown.length, 0);
}

function block({ text, start, end }: Selected, insert: string): Edit {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const lead = before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after.trim() === '' ? '' : after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  return replace(start, end, `${lead}${insert}${tail}`, start + lead.length + insert.length, 0);
}

/** Enter in a list goes on with it, in a table begins a row; on an empty item it ends the list. Null elsewhere: the browser's own Enter. */
export function enter({ text, start, end }: Selected): Edit | null {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  const line = text.slice(from, to);
  const [, mark, indent = '', bullet, number, sign] = /^((\s*)(?:([-*+])|(\d{1,9})([.)])) +)/.exec(line) ?? [];
  if (mark !== undefined && start >= from + mark.length) {
    if (line.slice(mark.length).trim() === '') return replace(from, to, '', from, 0);
    const next = `\n${indent}${bullet ?? `${Number(number) + 1}${sign}`} `;
    return replace(start, start, next, start + next.length, 0);
  }
  if (/^\s*\|.*\|\s*$/.test(line) && start === to) {
    const cells = line.trim().slice(1, -1).split(/(?<!\\)\|/).length;
    if (/^[|\s]*$/.test(line)) return replace(from, to, '', from, 0);
    const next = `\n|${'  |'.repeat(cells)}`;
    return replace(start, start, next, start + 3, 0);
  }
  return null;
}

function eachLine({ text, start, end }: Selected, change: (lines: string[]) => string[]): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lastBreak = text.indexOf('\n', end > start && text[end - 1] === '\n' ? end - 1 : end);
  const to = lastBreak < 0 ? text.length : lastBreak;
  const insert = change(text.slice(from, to).split('\n')).join('\n');
  return start === end ? replace(from, to, insert, from + insert.length, 0) : replace(from, to, insert, from, insert.length);
}

const replace = (from: number, to: number, insert: string, start: number, length: number): Edit => ({ from, to, insert, start, end: start + length });

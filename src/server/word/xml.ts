import { SaxesParser } from 'saxes';
import { FileRefused } from '../office-files/file-refused';

export interface Xml {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Xml[];
  /** Of a text: its words; else empty. */
  text: string;
}

/** A part of an Office file as a tree, prefixes as Office writes them. FileRefused when it is no XML; no entity is ever fetched or expanded. */
export function readXml(source: string): Xml {
  type Open = Xml & { children: Xml[] };
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new FileRefused('malformed');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
    if (open.length > 400) throw new FileRefused('malformed');
  });
  parser.on('closetag', () => void open.pop());
  const words = (text: string) => void open.at(-1)!.children.push({ name: '', attributes: {}, children: [], text });
  parser.on('text', words);
  parser.on('cdata', words);
  parser.write(source.replace(/^\ufeff/, '')).close();
  return root.children.find(({ name }) => name !== '') ?? root;
}

export const child = (xml: Xml | undefined, name: string): Xml | undefined => xml?.children.find((each) => each.name === name);
export const childrenNamed = (xml: Xml | undefined, name: string): Xml[] => (xml?.children ?? []).filter((each) => each.name === name);
export const textOf = (xml: Xml): string => (xml.name === '' ? xml.text : xml.children.map(textOf).join(''));
export const valueOf = (xml: Xml | undefined): string | undefined => xml?.attributes['w:val'];

/** A property that is on when it is there, unless it says that it is off. */
export const isOn = (xml: Xml | undefined): boolean => xml !== undefined && !['0', 'false', 'off', 'none'].includes(valueOf(xml) ?? '1');

import { SaxesParser } from 'saxes';
import { FileRefused } from '../file-refused';

export interface Walker {
  /** Names come without their prefixes. Nothing inside is walked when it gives false. */
  open?: (name: string, attribute: (name: string) => string | undefined) => void | false;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Walks an XML part from its first sign to its last, keeping nothing. Entities of the file's own are refused, so that none can swell. */
export function walkXml(xml: string, { open, text, close }: Walker): void {
  const parser = new SaxesParser();
  let skipping = 0;
  const refuse = () => {
    throw new FileRefused('malformed');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    if (skipping > 0) skipping += 1;
    else if (open?.(local(name), (wanted) => attributes[wanted] ?? attributes[Object.keys(attributes).find((key) => local(key) === wanted) ?? '']) === false) skipping = 1;
  });
  parser.on('closetag', ({ name }) => {
    if (skipping > 0) skipping -= 1;
    else close?.(local(name));
  });
  parser.on('text', (words) => {
    if (skipping === 0) text?.(words);
  });
  parser.write(xml).close();
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
